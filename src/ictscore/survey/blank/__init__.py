"""What is sent out: blank (or filled) forms and tables, made so that they read back."""
