"""CSV tables by cell: money, counts and texts exact, floats to 1e-6, simulated amounts to one step."""

import csv
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal, InvalidOperation
from pathlib import PurePosixPath

from wiwak_eval.audit.verify.comparing.allowance import Allowance, close
from wiwak_eval.audit.verify.result import Deviation
from wiwak_eval.budget.risk.quantiles import LEVELS, PRINTED_TO

SIMULATED = frozenset({"risk_quantiles", "risk_funders", "cost_range"})
"""Tables with quantiles of simulated amounts, printed to 100 euros."""
_QUANTILES = frozenset({*LEVELS, "p90", "cash_p10", "cash_p90", "low", "high"})
OF_COUNTIES = frozenset({"land_costs", "land_financing", "land_total", "joint_centre"})
"""The same of all counties: there other columns are ranges of persons, contacts and posts, which are exact."""
_COUNTY_DRAWN = re.compile(r"(?:cost|cash|variant_land|variant_county_cash)(?:_\d{4})?_(?:p10|p90|mean)")
_COUNTY_MONEY = re.compile(r"cost(?:_\d{4})?|open|variant_land|variant_county_cash")
_INDEX = "findings"


def compare_csv(file: str, in_run: bytes, found: bytes, allowance: Allowance) -> Iterator[Deviation]:
    """Each cell that differs by more than it may; what differs by less is noted in the allowance."""
    ours, theirs = (list(csv.reader(io.StringIO(content.decode("utf-8-sig", "replace"), newline=""))) for content in (in_run, found))
    if len(ours) != len(theirs):
        yield Deviation(file, "Zahl der Zeilen", str(len(ours)), str(len(theirs)))
        return
    heads = ours[0] if ours else []
    for at, (one, other) in enumerate(zip(ours, theirs, strict=True), start=1):
        if len(one) != len(other):
            yield Deviation(file, f"Zeile {at}, Zahl der Zellen", str(len(one)), str(len(other)))
            continue
        row = dict(zip(heads, one, strict=False))
        for place, (cell, again) in enumerate(zip(one, other, strict=True)):
            head = heads[place] if place < len(heads) else str(place + 1)
            if cell != again and not _same(cell, again, _is_simulated(file, head, row), allowance):
                yield Deviation(file, f"Zeile {at} ({_key(one)}), Spalte „{head}“", cell, again)


def _key(row: Sequence[str]) -> str:
    return row[0] if row else ""


def _is_simulated(file: str, head: str, row: Mapping[str, str]) -> bool:
    """Whether a cell is a quantile of simulated amounts: by the table it stands in, or that the index of findings takes it from."""
    name = PurePosixPath(file).stem
    if name == _INDEX:
        table, column = row.get("table"), row.get("column", "")
        drawn = {"low": _COUNTY_MONEY, "high": _COUNTY_MONEY, "value": _COUNTY_DRAWN}.get(head)
        of_county = table in OF_COUNTIES and drawn is not None and drawn.fullmatch(column) is not None
        return of_county or (table in SIMULATED and (head in _QUANTILES or (head == "value" and column in _QUANTILES)))
    return (name in SIMULATED and head in _QUANTILES) or (name in OF_COUNTIES and _COUNTY_DRAWN.fullmatch(head) is not None)


def _same(cell: str, again: str, simulated: bool, allowance: Allowance) -> bool:
    try:
        one, other = Decimal(cell), Decimal(again)
    except InvalidOperation:
        return allowance.same(cell, again)
    step = Decimal(PRINTED_TO) / 100
    if simulated and one % step == 0 and abs(one - other) == step:
        allowance.allow_amount(cell, again)
        return True
    if max(_places(one), _places(other)) > 2 and close(float(one), float(other)):
        allowance.figure_data = True
        return True
    return False


def _places(value: Decimal) -> int:
    """Digits behind the point: money has two, counts none."""
    exponent = value.as_tuple().exponent
    return -exponent if isinstance(exponent, int) else 0
