"""Which unit of a list a typed name means: four steps, and a question wherever a step leaves two answers."""
