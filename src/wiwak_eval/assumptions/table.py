"""The assumptions log: each value that holds, with its source, as a table for reports."""

from collections.abc import Iterable, Sequence
from datetime import date

from wiwak_eval import german
from wiwak_eval.assumptions.holding import Resolved, known_values, value_key
from wiwak_eval.assumptions.model import Assumption, Catalogue, DatedValue, Scenario, Source
from wiwak_eval.assumptions.pay_names import is_pay_row
from wiwak_eval.assumptions.resolve import Assumptions
from wiwak_eval.assumptions.units import unit_text, value_text
from wiwak_eval.results import UNPROVEN_SIGN, Column, Table, Unit, build_table

KINDS = {"law": "Rechtsnorm", "contract": "Tarif oder Vertrag", "measured": "gemessen", "expert": "Fachquelle", "assumed": "Annahme"}
STATUSES = {"read": "gelesen", "derived": "abgeleitet", "unverified": "nicht geprüft"}
QUALITIES = {"high": "hoch", "medium": "mittel", "low": "gering"}
LOG = "assumptions_log"
BY_COUNTY = "vom Landkreis"
_COLUMNS = (
    Column("key", "Kennung", Unit.TEXT),
    Column("label", "Annahme", Unit.TEXT),
    Column("value", "Wert", Unit.TEXT),
    Column("valid_from", "gilt ab", Unit.TEXT),
    Column("status", "Art und Stand", Unit.TEXT),
    Column("quality", "Güte", Unit.TEXT),
    Column("source", "Quelle", Unit.TEXT),
)
WITHOUT_UNIT = {
    "share", "factor", "count", "yes/no", "answer", "month", "pay group", "pay step", "seed", "form", "basis", "grant kind", "budget code",
}  # fmt: skip


def log_table(source: Assumptions | Catalogue, as_of: date, scenario: Scenario, ids: Iterable[str] | None = None) -> Table:
    """One row for each value known on the as-of date, after the scenario's patches; key `id@first day`. A pay table is one row: its cells
    are printed as a table of their own (`pay_tables`).

    ids: only these assumptions (others of the catalogue are left out); None for all. Nothing is recorded as a reading.
    """
    catalogue = source.catalogue if isinstance(source, Assumptions) else source
    view = Assumptions(catalogue, scenario, as_of)
    wanted = set(catalogue.entries) if ids is None else set(ids)
    entries = [entry for id, entry in sorted(catalogue.entries.items()) if id in wanted]
    found = [step for entry in entries for step in steps(view, entry)]
    rows = [_row(step) for step in found if not is_pay_row(step.id)] + _pay_rows([step for step in found if is_pay_row(step.id)])
    notes = [
        f"Gezeigt ist, was am Stichtag {german.day(as_of)} bekannt war. Szenario: {scenario.label}.",
        f"{UNPROVEN_SIGN} = nicht geprüft oder als Annahme gesetzt; Zahlen, die darauf beruhen, tragen dasselbe Zeichen.",
        "Die Adressen der Quellen stehen im Verzeichnis der Annahmen (docs/annahmen.md).",
    ]
    return build_table(LOG, "Annahmen und ihre Quellen", _COLUMNS, rows, "10_haushaltsunterlagen", notes, [entry.id for entry in entries])


def is_unproven(found: Resolved) -> bool:
    """Whether a value must be marked where it drives a number: it was not verified, or is an assumption by its kind."""
    return found.status == "unverified" or found.kind == "assumed"


def source_text(source: Source) -> str:
    """Title, note and address of a source in one line."""
    return "; ".join(part for part in (source.title, source.note, source.url) if part)


def range_text(found: Resolved | DatedValue, unit: str) -> str:
    """The value as German text, with its range in brackets where there is one."""
    text = value_text(found.value, unit)
    if found.low is None or found.high is None:
        return text
    return f"{text} ({value_text(found.low, unit)} bis {value_text(found.high, unit)})"


def steps(view: Assumptions, entry: Assumption) -> list[Resolved]:
    """What holds on each day on which a known value or a patch begins, oldest first."""
    days = {value.valid_from for value in known_values(entry, view.as_of)}
    days |= {patch.valid_from or view.as_of for patch in view.scenario.patches if patch.id == entry.id}
    found = [view.get(entry.id, day) for day in sorted(days) if view.has(entry.id, day)]
    return list({step.valid_from: step for step in found}.values())


def _pay_rows(cells: Sequence[Resolved]) -> list[tuple[str, ...]]:
    """One row for the cells of a pay table that share their source, the county's own ones apart; oldest first."""
    tables: dict[tuple[str, ...], list[Resolved]] = {}
    for cell in sorted(cells, key=lambda cell: (cell.valid_from, cell.id)):
        about = _row(cell)[3:]
        tables.setdefault((about[0], cell.source.title, *about), []).append(cell)
    return [_pay_row(place, found) for place, found in enumerate(tables.values(), start=1)]


def _pay_row(place: int, cells: Sequence[Resolved]) -> tuple[str, ...]:
    first = _row(cells[0])
    sign = UNPROVEN_SIGN if is_unproven(cells[0]) else ""
    value = f"{len(cells)} Werte, siehe „Entgelttabellen der Rechnung“"
    return f"pay_table_{place}@{cells[0].valid_from}", f"Entgelttabelle{sign}", value, *first[3:]


def _row(found: Resolved) -> tuple[str, ...]:
    kind = KINDS[found.kind] + (" (Szenario)" if found.patched else "")
    unit = "" if found.unit in WITHOUT_UNIT else f" {unit_text(found.unit, one=found.value == 1 and found.low is None)}"
    return (
        value_key(found.id, found.valid_from),
        found.label + (UNPROVEN_SIGN if is_unproven(found) else ""),
        range_text(found, found.unit) + unit,
        german.day(found.valid_from),
        f"{kind}, {STATUSES[found.status]}" + (f", {BY_COUNTY}" if found.by_county else ""),
        QUALITIES[found.quality],
        "; ".join(part for part in (found.source.title, found.source.note) if part),
    )
