"""What holds of a rulebook whatever the answers, and where it does not: every doubt with answers that show it."""
