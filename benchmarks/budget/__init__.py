"""How fast and how large the simulation of the budget is."""
