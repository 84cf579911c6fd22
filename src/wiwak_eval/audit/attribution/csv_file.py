"""The attribution as a CSV for further work: one line a figure, exact numbers."""

import csv
import io
from decimal import Decimal

from wiwak_eval.audit.attribution.columns import label_of, unit_of
from wiwak_eval.audit.attribution.factors import Factor
from wiwak_eval.audit.attribution.result import Attribution
from wiwak_eval.audit.attribution.shares import Share
from wiwak_eval.study.compare import Said
from wiwak_eval.study.compare_words import apart

HEADS = (
    "figure", "label", "unit", "before", *(factor.value for factor in Factor), "together", "rest", "after",
    "recomputed_before", "recomputed_after", "run_before", "run_after", "simulated",
)  # fmt: skip


FINDING_HEADS = (
    "finding", "label", "period", "unit",
    "before", "before_low", "before_high", "after", "after_low", "after_high", "withheld", "simulated",
)  # fmt: skip
"""withheld: whether the finding differs because one run hides or rounds it, so that its numbers are left out."""


def csv_text(found: Attribution) -> str:
    """Columns of HEADS; comma, LF. A factor is 0 where it is equal in both runs, empty where it could not be told apart."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(HEADS)
    writer.writerows(_row(found, share) for share in found.shares)
    return out.getvalue()


def findings_text(found: Attribution) -> str:
    """Columns of FINDING_HEADS: each finding that differs, machine numbers; no numbers where only one level of release shows them."""
    withheld = apart(found.findings, found.levels, found.only_level)
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(FINDING_HEADS)
    for one in found.findings:
        sides = [one.before or Said(), one.after or Said()]
        cells = [""] * 6 if one in withheld else [cell for said in sides for cell in (said.value, said.low, said.high)]
        writer.writerow(
            [one.id, one.label, one.period, one.unit, *cells, "yes" if one in withheld else "no", "yes" if found.mark else "no"]
        )
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
