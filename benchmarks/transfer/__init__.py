"""Measurements of the transfer to other counties."""
