"""How firmly rankings stand."""
