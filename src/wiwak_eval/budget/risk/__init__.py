"""How sure the budget is: shared draws, drivers, switching values."""
