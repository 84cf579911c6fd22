"""The spot-check protocol: places of a run that one person can check with a spreadsheet, drawn by the run's own id."""

from wiwak_eval.audit.spot_check.candidates import candidates
from wiwak_eval.audit.spot_check.drawing import draw
from wiwak_eval.audit.spot_check.sheet import spot_check
from wiwak_eval.audit.spot_check.task import Task

__all__ = ["Task", "candidates", "draw", "spot_check"]
