"""What is told to people and machines: one format, one file; what is told is decided once, formats only draw."""
