"""Cells read as answers: numbers, dates and words as people type them, by the type that the rulebook gives."""
