"""Answers and rules become points, ranks, grades and awards; pure throughout."""
