"""A delivery in any form to `Records`: read, check, account for every row."""

from collections.abc import Mapping
from functools import partial

from wiwak_eval import german
from wiwak_eval.records.accounts import control_lines, intake_lines, notes, rejected_shares, sorted_faults
from wiwak_eval.records.assembly import TableRows, assemble
from wiwak_eval.records.check import Checked, check
from wiwak_eval.records.contract import TableSpec
from wiwak_eval.records.facts import facts_of
from wiwak_eval.records.forms import open_source
from wiwak_eval.records.digests import digest
from wiwak_eval.records.frames import Frames, under_pseudonyms
from wiwak_eval.records.location import Location
from wiwak_eval.records.model import DeliveryFacts, Records
from wiwak_eval.records.parallel import meanwhile, wholes_side_by_side
from wiwak_eval.records.pseudonyms import Pseudonyms
from wiwak_eval.records.references import KeyIndex, build_index
from wiwak_eval.records.rows import FileRows
from wiwak_eval.records.rules import TableRefused
from wiwak_eval.records.source import Part, Source
from wiwak_eval.records.tables import TABLES
from wiwak_eval.results import GermanError


def read_delivery(location: Location, key: bytes, *, max_rejected: float = 0.10, accept_losses: bool = False) -> Records:
    """Read and check a delivery: a folder, workbook or database.

    key: for the pseudonyms (`resolve_key`); max_rejected: share (0–1) of a table's rows that may be rejected for faults of their own;
    accept_losses: go on where more are, or where a delivered table cannot be read at all. Raises GermanError where the delivery cannot
    be read, would lose rows or loses too many.
    """
    checked, facts, absent, source = _read_and_check(location, max_rejected, accept_losses)
    return _records(checked, facts, key, absent, source)


def read_with_rows(
    location: Location, key: bytes, *, max_rejected: float = 0.10, accept_losses: bool = False
) -> tuple[Records, Mapping[str, tuple[FileRows, ...]]]:
    """Like `read_delivery`, and the rows as delivered, parts under canonical table names: for the clerk's eyes only."""
    checked, facts, absent, source = _read_and_check(location, max_rejected, accept_losses)
    rows = {name: table.table.files for name, table in checked.items()}
    return _records(checked, facts, key, absent, source), rows


def _read_and_check(
    location: Location, max_rejected: float, accept_losses: bool
) -> tuple[dict[str, Checked], DeliveryFacts, dict[str, str], Source]:
    with open_source(location) as source:
        facts = facts_of(source)
        tables, absent = _read_tables(source, facts)
    if not tables:
        raise GermanError(_nothing_readable(source, absent))
    refused = tuple(name for name in source.tables if name in absent)
    if refused and not accept_losses:
        reasons = " ".join(absent[name] for name in refused)
        raise GermanError(f"{reasons} Bitte die Datei prüfen und neu liefern; mit --accept-losses wird ohne sie gerechnet.")
    checked = _check_all(tables, facts)
    if not accept_losses:
        _stop_at_losses(checked, max_rejected)
    return checked, facts, absent, source


def _read_tables(source: Source, facts: DeliveryFacts) -> tuple[dict[str, TableRows], dict[str, str]]:
    """Tables that can be read, and for each other one the sentence why not."""
    asked = [(spec, part) for name, spec in TABLES.items() for part in source.tables.get(name, ())]
    read = wholes_side_by_side(_read_part, asked) if source.side_by_side else [_read_part(one) for one in asked]
    tables: dict[str, TableRows] = {}
    absent: dict[str, str] = {}
    for name, spec in TABLES.items():
        parts = [rows for (table, _), rows in zip(asked, read, strict=True) if table is spec]
        refusals = [str(part) for part in parts if isinstance(part, TableRefused)]
        if not parts:
            absent[name] = f"Tabelle „{spec.title}“ fehlt."
        elif refusals:
            absent[name] = f"Tabelle „{spec.title}“ ist nicht lesbar ({refusals[0]})."
        else:
            tables[name] = assemble(spec, [part for part in parts if isinstance(part, FileRows)], facts)
    return tables, absent


def _read_part(asked: tuple[TableSpec, Part]) -> FileRows | TableRefused:
    spec, part = asked
    try:
        return part.read(spec)
    except TableRefused as refusal:
        return TableRefused(f"{part.name}: {refusal}")


def _check_all(tables: Mapping[str, TableRows], facts: DeliveryFacts) -> dict[str, Checked]:
    """All tables checked, those that others refer to first; given back in the order of the contract."""
    targets = {column.references for table in tables.values() for column in table.spec.columns}
    indexes: dict[str, KeyIndex] = {}
    checked: dict[str, Checked] = {}
    for name in sorted(tables, key=lambda name: name not in targets):
        checked[name] = check(tables[name], facts, indexes)
        if name in targets:
            indexes[name] = build_index(tables[name], checked[name].rejected)
    return {name: checked[name] for name in tables}


def _records(delivered: dict[str, Checked], facts: DeliveryFacts, key: bytes, absent: Mapping[str, str], source: Source) -> Records:
    pseudonyms = Pseudonyms(key)
    checked, digests = {}, {}
    for name in list(delivered):
        checked[name] = under_pseudonyms(delivered.pop(name), pseudonyms)
        digests[name] = meanwhile(partial(digest, checked[name], key))
    frames = Frames(checked)
    dropped = {
        table.table.spec.german: tuple(dict.fromkeys(column for file in table.table.files for column in file.dropped))
        for table in checked.values()
    }
    return Records(
        provenance=facts.provenance,
        facts=facts,
        tables=frames,
        absent=absent,
        refused=tuple(name for name in source.tables if name in absent),
        intake=intake_lines(checked),
        faults=sorted_faults(checked),
        control=control_lines(checked, frames),
        dropped_columns={table: columns for table, columns in dropped.items() if columns},
        rejected_share=rejected_shares(checked),
        digests={name: future.result() for name, future in digests.items()},
        notes=notes(checked, frames),
        unused_files=source.unused,
    )


def _stop_at_losses(checked: Mapping[str, Checked], max_rejected: float) -> None:
    heavy = [table for table in checked.values() if table.own_share > max_rejected]
    if heavy:
        losses = "; ".join(
            f"{one.table.spec.title} {german.number(one.own_rejected)} von {german.number(one.rows_read)} ({german.percent(one.own_share)})"
            for one in heavy
        )
        raise GermanError(
            f"Zu viele Zeilen sind wegen eigener Fehler nicht verwendbar: {losses}. "
            f"Zulässig sind {german.percent(max_rejected)} je Tabelle. "
            "Bitte die Fehlerliste (wiwak check) abarbeiten und neu liefern; mit --accept-losses wird trotzdem gerechnet."
        )


def _nothing_readable(source: Source, absent: Mapping[str, str]) -> str:
    reasons = " ".join(absent[name] for name in source.tables)
    return f"In {source.name} ist keine Tabelle lesbar. {reasons or source.expected} Bitte die Dateien prüfen und erneut liefern."
