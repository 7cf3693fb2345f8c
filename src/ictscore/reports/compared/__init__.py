"""Two rulebooks compared, and what the change does to units: told once, drawn in every format."""
