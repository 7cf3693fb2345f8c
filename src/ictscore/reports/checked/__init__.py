"""A checked survey: where every unit stands, and what was found."""
