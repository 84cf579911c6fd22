"""Grants: what a notice says, what of it comes, and what goes back."""
