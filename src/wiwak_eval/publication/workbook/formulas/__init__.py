"""The budget as spreadsheet formulas: the same steps and roundings as in Python, cell by cell."""
