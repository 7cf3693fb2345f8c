"""The workbook of a check, for the department: one sheet, one file."""
