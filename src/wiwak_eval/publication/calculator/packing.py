"""The coefficients as small JSON: what hangs on the number of posts grows so evenly that second differences are short."""

import json
from collections.abc import Mapping, Sequence
from decimal import Decimal

from wiwak_eval.budget.calculator.coefficients import Amounts, Grant, PerContact, YearCoefficients, number_key

Packed = Mapping[str, object]


def packed(years: Sequence[YearCoefficients], posts: Sequence[Decimal], pay: Sequence[str]) -> str:
    """All coefficients as JSON text. posts: the numbers that are priced, in the order that the text knows them by; pay: keys of rounds."""
    return json.dumps(
        {"posts": [number_key(number) for number in posts], "pay": list(pay), "years": [_year(year, posts, pay) for year in years]},
        separators=(",", ":"),
    )


def _year(year: YearCoefficients, posts: Sequence[Decimal], pay: Sequence[str]) -> Packed:
    place = {number: index for index, number in enumerate(posts)}
    personnel = [year.personnel[number, key] for key in pay for number in posts]
    return {
        "year": year.year,
        "open": year.open,
        "others": year.others,
        "decided": None if year.decided is None else _grant(year.decided),
        "offered": _grant(year.offered),
        "thresholds": [[least, place[number]] for least, number in year.thresholds],
        "perContact": [_per_contact(item) for item in year.per_contact],
        "cash": _rows([[year.cash[number] for number in posts]]),
        "inKind": _rows([[year.in_kind[number] for number in posts]]),
        "flat": [year.flat[number].total for number in posts] if year.flat else None,
        "personnel": _rows([personnel[at : at + len(posts)] for at in range(0, len(personnel), len(posts))]),
    }


def _grant(grant: Grant) -> Packed:
    """Fractions as text: a script's numbers hold no more than 53 bits."""
    return {
        "kind": grant.kind,
        "rate": [str(part) for part in grant.rate.as_integer_ratio()],
        "promised": grant.promised,
        "ownCash": grant.own_cash,
        "ceiling": grant.ceiling,
        "first": grant.first,
        "last": grant.last,
    }


def _per_contact(item: PerContact) -> Packed:
    return {"cents": [str(part) for part in item.cents.as_integer_ratio()], "counted": item.counted, "weights": list(item.weights)}


def _rows(groups: Sequence[Sequence[Amounts]]) -> Packed:
    """Amounts by number of posts, for each group. columns: for total and months, which of the differing columns it is; values: for each
    group and differing column, the second differences along the posts."""
    wide = [[(amounts.total, *amounts.counted) for amounts in group] for group in groups]
    whole = list(zip(*(row for group in wide for row in group), strict=True))
    differing = list(dict.fromkeys(whole))
    first = [whole.index(column) for column in differing]
    return {
        "columns": [differing.index(column) for column in whole],
        "values": [[twice_apart([row[at] for row in group]) for at in first] for group in wide],
    }


def twice_apart(values: Sequence[int]) -> list[int]:
    """Second differences, from which adding up twice gives the values again."""
    return _apart(_apart(values))


def _apart(values: Sequence[int]) -> list[int]:
    return [value - before for before, value in zip((0, *values), values, strict=False)]
