"""The common operations that every formula is translated into: one small total language."""
