"""The formula kinds: one kind, one file, each a translation into the common operations."""
