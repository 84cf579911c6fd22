"""Why the headline figures of two runs differ: by data, assumptions, code or environment, one swapped at a time."""
