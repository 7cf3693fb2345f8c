"""Workbooks of Excel 5 to 2003 (.xls): a compound file with a stream of records."""
