"""The attribution as a CSV for further work: one line a figure, exact numbers."""

import csv
import io
from decimal import Decimal

from wiwak_eval.audit.attribution.columns import label_of, unit_of
from wiwak_eval.audit.attribution.factors import Factor
from wiwak_eval.audit.attribution.result import Attribution
from wiwak_eval.audit.attribution.shares import Share

HEADS = (
    "figure", "label", "unit", "before", *(factor.value for factor in Factor), "together", "rest", "after",
    "recomputed_before", "recomputed_after", "run_before", "run_after", "simulated",
)  # fmt: skip


def csv_text(found: Attribution) -> str:
    """Columns of HEADS; comma, LF. A factor is 0 where it is equal in both runs, empty where it could not be told apart."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(HEADS)
    writer.writerows(_row(found, share) for share in found.shares)
    return out.getvalue()


def _row(found: Attribution, share: Share) -> list[str]:
    parts = [_factor(found, share, factor) for factor in Factor]
    again = [_text(value) for value in share.recomputed]
    ends = [found.before.id, found.after.id, "yes" if found.mark else "no"]
    numbers = [_text(share.before), *parts, _text(share.together), _text(share.rest), _text(share.after)]
    return [share.id, label_of(found, share.id), unit_of(found, share), *numbers, *again, *ends]


def _factor(found: Attribution, share: Share, factor: Factor) -> str:
    if factor in share.alone:
        return _text(share.alone[factor])
    return "" if factor in found.differing else "0"


def _text(value: Decimal | None) -> str:
    return "" if value is None else f"{value.normalize() + 0:f}"
