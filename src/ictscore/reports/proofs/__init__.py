"""What was proved of rulebooks, and how far their cases go."""
