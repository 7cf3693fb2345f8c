"""Two rulebooks compared: what differs, what it means, how it is said; three steps, one direction."""
