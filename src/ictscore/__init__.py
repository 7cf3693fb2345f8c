"""ictscore: exact scores, ranks and awards from rulebooks and surveys."""

__version__ = "0.1.0"
