"""Word documents read into sheets: only those that are forms of ours."""
