"""The released tables as a Frictionless data package: one CSV a table, their schema, digests."""

import hashlib
import json
import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from wiwak_eval import german
from wiwak_eval.publication.content import RunMark
from wiwak_eval.publication.data_dictionary import (
    CONVENTIONS,
    data_dictionary,
    licence_words,
    package_title,
    said_of,
    sentences,
    sources,
)
from wiwak_eval.publication.data_fields import Field, fields_of
from wiwak_eval.publication.display import csv_text
from wiwak_eval.publication.imprint import LEVELS
from wiwak_eval.results import HIDDEN, Cell, Column, Finding, Level, ReleasedTable, Unit

_NAME = re.compile(r"[a-z0-9][a-z0-9._-]*")
_UNFIT = re.compile(r"[^A-Za-z0-9._-]+")
_CLOSED = {"name": "other-closed", "title": "Nicht zur Veröffentlichung bestimmt"}
FINDINGS = "findings"
DICTIONARY = "datenwoerterbuch.md"
_FINDING_COLUMNS = (
    Column("id", "Kennung", Unit.TEXT),
    Column("label", "Aussage", Unit.TEXT),
    Column("value", "Wert", Unit.NUMBER),
    Column("low", "Spanne von", Unit.NUMBER),
    Column("high", "Spanne bis", Unit.NUMBER),
    Column("unit", "Einheit", Unit.TEXT),
    Column("period", "Zeitraum", Unit.TEXT),
    Column("table", "Tabelle", Unit.TEXT),
    Column("row", "Zeile", Unit.TEXT),
    Column("column", "Spalte", Unit.TEXT),
    Column("notebook", "Notebook", Unit.TEXT),
    Column("assumptions", "Annahmen", Unit.TEXT),
    Column("unproven", "davon nicht geprüft", Unit.TEXT),
)


def write_data(folder: Path, tables: Sequence[ReleasedTable], findings: Mapping[str, Finding], mark: RunMark) -> None:
    """Into `folder`, made where it is missing: `<table>.csv` for each table, `findings.csv`, `datapackage.json`, the data dictionary.

    UTF-8, LF, decimal dots, euros with two decimals; a missing value is empty, a hidden one is the sign. No time of writing: the same
    tables give the same bytes. Raises ValueError where two tables share a name or a name is no file name.
    """
    whole = [*tables, findings_table(findings, mark)]
    names = [table.id for table in whole]
    if len(set(names)) != len(names) or not all(_NAME.fullmatch(name) for name in names):
        raise ValueError(f"tables need distinct plain names: {names}")
    folder.mkdir(parents=True, exist_ok=True)
    resources = []
    for table in whole:
        content = csv_text(table).encode()
        (folder / f"{table.id}.csv").write_bytes(content)
        resources.append(_resource(table, content))
    text = json.dumps(_package(resources, mark), ensure_ascii=False, indent=2)
    (folder / "datapackage.json").write_text(text + "\n", encoding="utf-8", newline="\n")
    (folder / DICTIONARY).write_text(data_dictionary(whole, mark), encoding="utf-8", newline="\n")


def _package(resources: Sequence[Mapping[str, object]], mark: RunMark) -> Mapping[str, object]:
    origin = mark.provenance
    licence = _licence(mark)
    return {
        "profile": "tabular-data-package",
        "name": f"wiwak-eval-{mark.digest}",
        "title": package_title(mark),
        "description": " ".join([*said_of(mark), *CONVENTIONS, licence_words(mark)]),
        "mark": " ".join(filter(None, (origin.mark, *mark.notices))),
        "version": mark.version,
        "simulated": origin.simulated,
        "level": mark.level.value,
        "audience": LEVELS[mark.level],
        "scenario": mark.scenario,
        "as_of": mark.as_of.isoformat(),
        "period": f"{german.day(origin.period_from)} bis {german.day(origin.period_to)}",
        **({"licenses": [licence]} if licence else {}),
        "sources": [{"title": source} for source in sources(mark)],
        "contributors": [{"title": origin.authority, "role": "publisher"}],
        "dictionary": DICTIONARY,
        "resources": list(resources),
    }


def _licence(mark: RunMark) -> Mapping[str, str] | None:
    """The licence the authority names for public tables, None where it names none; all others are closed."""
    if mark.level is not Level.OEFFENTLICH:
        return _CLOSED
    return {"name": _UNFIT.sub("-", mark.licence).strip("-") or "other", "title": mark.licence} if mark.licence else None


def _resource(table: ReleasedTable, content: bytes) -> Mapping[str, object]:
    return {
        "profile": "tabular-data-resource",
        "name": table.id,
        "path": f"{table.id}.csv",
        "title": table.title,
        "description": " ".join(sentences(table.provenance.mark, *table.notes)),
        "simulated": table.provenance.simulated,
        "notebook": table.notebook,
        "assumptions": list(table.assumptions),
        "unproven": sorted(one.id for one in table.unproven),
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {"delimiter": ",", "lineTerminator": "\n"},
        "bytes": len(content),
        "hash": f"sha256:{hashlib.sha256(content).hexdigest()}",
        "schema": {
            "fields": [_described(field, table.title) for field in fields_of(table)],
            "missingValues": ["", HIDDEN],
            "missingValuesMeaning": {"": "keine Angabe", HIDDEN: "aus Datenschutzgründen nicht ausgewiesen"},
            "primaryKey": [table.columns[0].name],
        },
    }


def _described(field: Field, title: str) -> Mapping[str, str]:
    """A field; its description says by itself what it is part of."""
    words = " ".join((f"Tabelle „{title}“: {field.meaning}{f' ({field.unit})' if field.unit else ''}.", *field.signs))
    about = {"name": field.name, "title": field.label, "type": field.kind, "description": words}
    return {**about, "unit": field.unit} if field.unit else about


def findings_table(findings: Mapping[str, Finding], mark: RunMark) -> ReleasedTable:
    """The index of findings, as `findings.csv` holds it."""
    rows = tuple(_finding_row(finding) for finding in findings.values())
    return ReleasedTable(FINDINGS, "Verzeichnis der Aussagen", _FINDING_COLUMNS, rows, "", (), (), mark.level, mark.provenance)


def _finding_row(finding: Finding) -> tuple[Cell, ...]:
    numbers = [cell / 100 if finding.unit is Unit.CENTS and isinstance(cell, int | float) else cell for cell in finding.cells]
    unit = "euro" if finding.unit is Unit.CENTS else finding.unit.value
    where = (finding.period, finding.table, finding.row, finding.column, finding.notebook)
    unproven = " ".join(sorted(one.id for one in finding.unproven))
    return (finding.id, finding.label, *numbers, unit, *where, " ".join(finding.assumptions), unproven)
