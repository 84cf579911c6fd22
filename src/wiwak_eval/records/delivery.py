"""A delivery in any form to `Records`: read, check, account for every row."""

from collections.abc import Iterator, Mapping
from concurrent.futures import Future
from dataclasses import dataclass
from functools import partial

import pyarrow as pa

from wiwak_eval import german
from wiwak_eval.records.accounts import control_lines, intake_lines, notes, rejected_shares, sorted_faults
from wiwak_eval.records.assembly import TableRows, assemble
from wiwak_eval.records.check import Checked, check
from wiwak_eval.records.contract import TableSpec
from wiwak_eval.records.digests import digest
from wiwak_eval.records.facts import facts_of
from wiwak_eval.records.forms import open_source
from wiwak_eval.records.frames import Frames, under_pseudonyms
from wiwak_eval.records.location import Location
from wiwak_eval.records.model import DeliveryFacts, Records
from wiwak_eval.records.parallel import aside, meanwhile, wholes_side_by_side
from wiwak_eval.records.pseudonyms import Pseudonyms
from wiwak_eval.records.references import KeyIndex, build_index
from wiwak_eval.records.rows import FileRows
from wiwak_eval.records.rules import TableRefused
from wiwak_eval.records.source import Part, Source
from wiwak_eval.records.tables import TABLES
from wiwak_eval.results import GermanError


def read_and_account(location: Location, key: bytes, max_rejected: float, accept_losses: bool) -> Records:
    """See `reading.read_delivery`."""
    return _records(_read_and_check(location, key, max_rejected, accept_losses))


def read_with_rows(
    location: Location, key: bytes, *, max_rejected: float = 0.10, accept_losses: bool = False
) -> tuple[Records, Mapping[str, tuple[FileRows, ...]]]:
    """Like `reading.read_delivery`, and the rows as delivered, parts under canonical table names: for the clerk's eyes only."""
    delivered = _read_and_check(location, key, max_rejected, accept_losses)
    rows = {name: table.table.files for name, table in delivered.checked.items()}
    return _records(delivered), rows


@dataclass(frozen=True)
class _Delivered:
    """All that was delivered; checked: by canonical name, taken out one by one for what becomes of them."""

    source: Source
    facts: DeliveryFacts
    key: bytes
    checked: dict[str, Checked]
    absent: Mapping[str, str]
    pseudonyms: Mapping[str, Future[Mapping[str, pa.Array]]]


def _read_and_check(location: Location, key: bytes, max_rejected: float, accept_losses: bool) -> _Delivered:
    pseudonyms = Pseudonyms(key)
    hidden: dict[str, Future[Mapping[str, pa.Array]]] = {}
    with open_source(location) as source:
        facts = facts_of(source)
        tables: dict[str, TableRows] = {}
        absent: dict[str, str] = {}
        for name, table in _read_tables(source, facts):
            if isinstance(table, str):
                absent[name] = table
            else:
                tables[name] = table
                hidden[name] = aside(partial(_pseudonyms, table, pseudonyms))
    tables = {name: tables[name] for name in TABLES if name in tables}
    absent = {name: absent[name] for name in TABLES if name in absent}
    if not tables:
        raise GermanError(_nothing_readable(source, absent))
    refused = tuple(name for name in source.tables if name in absent)
    if refused and not accept_losses:
        reasons = " ".join(absent[name] for name in refused)
        raise GermanError(f"{reasons} Bitte die Datei prüfen und neu liefern; mit --accept-losses wird ohne sie gerechnet.")
    checked = _check_all(tables, facts)
    if not accept_losses:
        _stop_at_losses(checked, max_rejected)
    return _Delivered(source, facts, key, checked, absent, hidden)


def _read_tables(source: Source, facts: DeliveryFacts) -> Iterator[tuple[str, TableRows | str]]:
    """Tables that can be read, and for each other one the sentence why not; those that others refer to come first."""
    targets = {column.references for spec in TABLES.values() for column in spec.columns}
    order = sorted(TABLES.values(), key=lambda spec: spec.name not in targets)
    asked = [(spec, part) for spec in order for part in source.tables.get(spec.name, ())]
    read = wholes_side_by_side(_read_part, asked) if source.side_by_side else map(_read_part, asked)
    for spec in order:
        parts = [next(read) for _ in source.tables.get(spec.name, ())]
        refusals = [str(part) for part in parts if isinstance(part, TableRefused)]
        if not parts:
            yield spec.name, f"Tabelle „{spec.title}“ fehlt."
        elif refusals:
            yield spec.name, f"Tabelle „{spec.title}“ ist nicht lesbar ({refusals[0]})."
        else:
            yield spec.name, assemble(spec, [part for part in parts if isinstance(part, FileRows)], facts)


def _pseudonyms(table: TableRows, pseudonyms: Pseudonyms) -> Mapping[str, pa.Array]:
    """Canonical name of a column of clients or households to the pseudonyms of its distinct texts."""
    return {
        name: pseudonyms.of(column.texts, column.spec.pseudonym)
        for name, column in table.columns.items()
        if column.spec.pseudonym is not None
    }


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


def _records(delivered: _Delivered) -> Records:
    facts, source, absent = delivered.facts, delivered.source, delivered.absent
    checked, digests = {}, {}
    for name in list(delivered.checked):
        checked[name] = under_pseudonyms(delivered.checked.pop(name), delivered.pseudonyms[name].result())
        digests[name] = meanwhile(partial(digest, checked[name], delivered.key))
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
