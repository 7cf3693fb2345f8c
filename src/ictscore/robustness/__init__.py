"""How firmly a ranking stands: under other weights, without single criteria, without single units; exact, and the same for a seed."""
