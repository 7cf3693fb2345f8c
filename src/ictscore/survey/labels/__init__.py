"""Labels and names as people spell them: when two are the same."""
