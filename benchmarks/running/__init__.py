"""How fast, and how hard to break, running is."""
