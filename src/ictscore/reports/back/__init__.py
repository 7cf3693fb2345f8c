"""What goes back to a unit: its form with the doubtful cells marked, and a letter."""
