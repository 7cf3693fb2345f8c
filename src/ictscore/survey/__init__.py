"""Spreadsheets as people fill them, read into answers; the blank form."""
