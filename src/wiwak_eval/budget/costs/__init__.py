"""Cost items of a year, month by month, on three bases."""
