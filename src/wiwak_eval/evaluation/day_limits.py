"""Limits in days: the methods count by them, and the glossary tells them without loading what the methods need."""

GAP_DAYS = 90
"""A gap of more than so many days without a contact ends an episode, at its last contact."""
WINDOW_DAYS = 180
"""The half year after which a chain is looked at."""
GRACE_DAYS = 28
"""A card counts only when its last due date lies this far back: late stamps of a younger one may still be to come."""
