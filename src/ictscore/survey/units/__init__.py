"""Who was assessed: each unit once, with all that it sent."""
