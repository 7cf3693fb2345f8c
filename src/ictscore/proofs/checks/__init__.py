"""What a proof looks at: one matter, one file."""
