"""The assumptions log: each value that holds, with its source, as a table for reports."""

from collections.abc import Iterable
from datetime import date

from wiwak_eval import german
from wiwak_eval.assumptions.holding import Resolved, known_values
from wiwak_eval.assumptions.model import Assumption, Catalogue, DatedValue, Scenario, Source
from wiwak_eval.assumptions.resolve import Assumptions
from wiwak_eval.assumptions.units import unit_text, value_text
from wiwak_eval.results import Column, Table, Unit, build_table

KINDS = {"law": "Rechtsnorm", "contract": "Tarif oder Vertrag", "measured": "gemessen", "expert": "Fachquelle", "assumed": "Annahme"}
STATUSES = {"read": "gelesen", "derived": "abgeleitet", "unverified": "nicht geprüft"}
_COLUMNS = (
    Column("key", "Kennung", Unit.TEXT),
    Column("label", "Annahme", Unit.TEXT),
    Column("value", "Wert", Unit.TEXT),
    Column("valid_from", "gilt ab", Unit.TEXT),
    Column("status", "Art und Stand", Unit.TEXT),
    Column("source", "Quelle", Unit.TEXT),
)
WITHOUT_UNIT = {"share", "factor", "count", "yes/no", "month", "pay group", "pay step", "seed"}


def log_table(source: Assumptions | Catalogue, as_of: date, scenario: Scenario, ids: Iterable[str] | None = None) -> Table:
    """One row for each value known on the as-of date, after the scenario's patches; key `id@first day`.

    ids: only these assumptions (others of the catalogue are left out); None for all. Nothing is recorded as a reading.
    """
    catalogue = source.catalogue if isinstance(source, Assumptions) else source
    view = Assumptions(catalogue, scenario, as_of)
    wanted = set(catalogue.entries) if ids is None else set(ids)
    entries = [entry for id, entry in sorted(catalogue.entries.items()) if id in wanted]
    rows = [_row(found) for entry in entries for found in _steps(view, entry, as_of, scenario)]
    notes = [
        f"Gezeigt ist, was am Stichtag {german.day(as_of)} bekannt war. Szenario: {scenario.label}.",
        "Die Adressen der Quellen stehen im Verzeichnis der Annahmen (docs/annahmen.md).",
    ]
    return build_table(
        "assumptions_log", "Annahmen und ihre Quellen", _COLUMNS, rows, "10_haushaltsunterlagen", notes, [entry.id for entry in entries]
    )


def source_text(source: Source) -> str:
    """Title, note and address of a source in one line."""
    return "; ".join(part for part in (source.title, source.note, source.url) if part)


def range_text(found: Resolved | DatedValue, unit: str) -> str:
    """The value as German text, with its range in brackets where there is one."""
    text = value_text(found.value, unit)
    if found.low is None or found.high is None:
        return text
    return f"{text} ({value_text(found.low, unit)} bis {value_text(found.high, unit)})"


def _steps(view: Assumptions, entry: Assumption, as_of: date, scenario: Scenario) -> list[Resolved]:
    """What holds on each day on which a known value or a patch begins."""
    days = {value.valid_from for value in known_values(entry, as_of)}
    days |= {patch.valid_from or as_of for patch in scenario.patches if patch.id == entry.id}
    found = [view.get(entry.id, day) for day in sorted(days) if view.has(entry.id, day)]
    return list({step.valid_from: step for step in found}.values())


def _row(found: Resolved) -> tuple[str, ...]:
    kind = KINDS[found.kind] + (" (Szenario)" if found.patched else "")
    unit = "" if found.unit in WITHOUT_UNIT else f" {unit_text(found.unit)}"
    return (
        f"{found.id}@{found.valid_from}",
        found.label,
        range_text(found, found.unit) + unit,
        german.day(found.valid_from),
        f"{kind}, {STATUSES[found.status]}",
        "; ".join(part for part in (found.source.title, found.source.note) if part),
    )
