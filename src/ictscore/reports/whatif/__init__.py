"""What would be if."""
