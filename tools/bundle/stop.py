"""What ends the making of a bundle: a sentence for the person who makes it."""


class Stop(Exception):
    """The bundle cannot be made; the text says why and what to do."""
