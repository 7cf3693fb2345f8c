"""How one unit's points came about: told once, drawn as text, Markdown, HTML and JSON."""
