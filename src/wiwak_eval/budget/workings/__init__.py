"""What a spreadsheet needs beside the printed tables so that it can repeat the calculation cell by cell."""

from wiwak_eval.budget.workings.result import Workings, workings

__all__ = ["Workings", "workings"]
