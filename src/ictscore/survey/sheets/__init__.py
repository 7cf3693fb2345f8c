"""Spreadsheet files as sparse sheets of cells: guarded, exact, and without an opinion on what they mean."""
