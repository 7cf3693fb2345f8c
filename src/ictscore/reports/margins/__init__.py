"""By how much grades and awards are won and lost."""
