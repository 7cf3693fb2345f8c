"""What people write beside an answer, read once: figures, years, parts of a year, measures, doubts and denials, held against the answer."""
