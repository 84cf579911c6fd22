"""The releases as a person reads them: this one, and the former ones it was held against."""

from collections.abc import Sequence

from wiwak_eval import german
from wiwak_eval.audit.checklist.item import RELEASES
from wiwak_eval.audit.work_sheets import WorkSheet
from wiwak_eval.disclosure.audience import read_by
from wiwak_eval.disclosure.disclosed import Disclosed
from wiwak_eval.publication.imprint import LEVELS
from wiwak_eval.publication.workbook.paper import Head
from wiwak_eval.study.release_ledger import release_id

HEADS = (
    Head("Nr.", 4), Head("Freigabe", 14), Head("Kennung", 20), Head("Fassung", 26), Head("Datenzeitraum", 26),
    Head("freigegeben durch", 24), Head("am", 14), Head("Bemerkung", 22),
)  # fmt: skip
THIS, FORMER, NOT_TOLD = "diese", "frühere", "für einen anderen Leserkreis"


def listed_releases(read: Sequence[Disclosed], made: Disclosed) -> tuple[tuple[str, str, str, str], ...]:
    """Which, id, level, period: the release made by the run first. Of those for other readers nothing but the id, as in the ledger."""
    seen = read_by(made.level, read)
    former = [_row(FORMER, entry) if entry in seen else (FORMER, release_id(entry), NOT_TOLD, "") for entry in read]
    return (_row(THIS, made), *former)


def releases_sheet(listed: Sequence[tuple[str, str, str, str]]) -> WorkSheet:
    """With fields for who approved and when."""
    rows = tuple((str(place), *each, "", "", "") for place, each in enumerate(listed, start=1))
    return WorkSheet(RELEASES, HEADS, rows, fields=frozenset({5, 6, 7}))


def _row(which: str, entry: Disclosed) -> tuple[str, str, str, str]:
    period = f"{german.day(entry.period_from)} bis {german.day(entry.period_to)}"
    return which, release_id(entry), LEVELS[entry.level], period
