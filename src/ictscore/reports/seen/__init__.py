"""What people see of a results workbook beside what its cells hold: as it was written, and as it stands now."""
