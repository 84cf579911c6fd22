"""The caseload ahead, with ranges, and how well the method did on what is already known.

Nothing is imported here: `forecast.series` must run with numpy and scipy alone.
"""
