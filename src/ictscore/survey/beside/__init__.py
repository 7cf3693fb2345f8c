"""What stands beside the answers and may change what they mean: titles, headings, notes, comments, other sheets."""
