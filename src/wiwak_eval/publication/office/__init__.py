"""Word and Excel files as packages of parts: opened with care, written as the same bytes each time, marked on every page."""
