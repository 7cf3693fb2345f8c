"""Results that were written: sealed, read back, verified, made again."""
