"""The pay tables as people know them: one line a group, one column a step."""

from collections.abc import Iterable
from datetime import date

from wiwak_eval import german
from wiwak_eval.assumptions.model import Assumption, DatedValue
from wiwak_eval.assumptions.pay_names import PAY_ROW
from wiwak_eval.assumptions.table import KINDS, QUALITIES, STATUSES
from wiwak_eval.assumptions.units import value_text

_Section = tuple[str, tuple[str, ...], list[tuple[str, ...]]]


def pay_sections(entries: Iterable[Assumption]) -> list[_Section]:
    """Introduction, header and lines of each table with its own source, oldest first; euros a month, full time."""
    tables: dict[tuple[date, str], dict[str, dict[str, str]]] = {}
    first: dict[tuple[date, str], DatedValue] = {}
    for entry in entries:
        match = PAY_ROW.fullmatch(entry.id)
        for value in entry.values if match else ():
            key = (value.valid_from, value.source.title)
            first.setdefault(key, value)
            group, step = match.groups() if match else ("", "")
            tables.setdefault(key, {}).setdefault(group, {})[step] = value_text(value.value, entry.unit)
    steps = sorted({step for table in tables.values() for row in table.values() for step in row})
    header = ("Gruppe", *(f"Stufe {step}" for step in steps))
    return [
        (_introduction(first[key]), header, [(group, *(row.get(step, "–") for step in steps)) for group, row in tables[key].items()])
        for key in sorted(tables)
    ]


def _introduction(value: DatedValue) -> str:
    known = f"€ je Monat bei Vollzeit. Gilt ab {german.day(value.valid_from)}, bekannt seit {german.day(value.known_since)}"
    source = f"{value.source.note}. <{value.source.url}>"
    rated = f"Art: {KINDS[value.kind]}. Güte: {QUALITIES[value.quality]}. Stand: {STATUSES[value.status]}"
    return f"### {value.source.title}\n\n{known}. {rated}; {source}"
