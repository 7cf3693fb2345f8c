"""Results and findings put before people and programs: the contents are settled in one place, each output form has its own module."""
