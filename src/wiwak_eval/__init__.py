"""Evaluate a welcome centre's pilot year, forecast its caseload and budget, export the papers."""

__version__ = "0.1.0"
