"""Exports of KoboToolbox, Google Forms, Microsoft Forms and home-made tables, read by a mapping that says what each column holds."""
