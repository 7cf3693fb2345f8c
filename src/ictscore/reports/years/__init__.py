"""Two years side by side: what the rules did, and what the units did."""
