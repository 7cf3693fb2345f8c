"""Regulations as data: YAML becomes a checked rulebook."""
