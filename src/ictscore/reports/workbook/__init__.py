"""The results workbook: one kind of sheet, one file."""
