"""The web page's calculator held against the exact engine."""
