"""`pruefliste.xlsx`: what an audit office can check in a run, how, and with which file; what it needs for that on sheets beside it."""

from wiwak_eval.audit.checklist.book import checklist
from wiwak_eval.audit.checklist.releases import listed_releases
from wiwak_eval.audit.checklist.standing import Counts, counts_of

__all__ = ["Counts", "checklist", "counts_of", "listed_releases"]
