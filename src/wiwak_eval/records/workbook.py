"""A workbook as a delivery: a sheet for each table, `lieferung` with the facts."""

import json
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import Any

from wiwak_eval.records import workbook_worker
from wiwak_eval.records.cells import Cell
from wiwak_eval.records.contract import TableSpec
from wiwak_eval.records.grid import Grid, read_grid
from wiwak_eval.records.naming import by_table, holds_facts
from wiwak_eval.records.rows import FileRows
from wiwak_eval.records.rules import TableRefused
from wiwak_eval.records.source import Part, Source, key_values
from wiwak_eval.results import GermanError

REASONS = {
    "too_large": "sie ist entpackt größer als 200 MB",
    "bomb": "sie ist ungewöhnlich stark gepackt und könnte den Rechner lahmlegen",
    "entities": "sie enthält XML-Deklarationen, die in Arbeitsmappen nichts zu suchen haben",
    "too_many_cells": "das Blatt beansprucht mehr als 30 Millionen Zellen",
    "password": "sie ist mit einem Kennwort geschützt",
    "closed": "sie lässt sich nicht öffnen",
    "unreadable": "sie ist beschädigt oder keine Arbeitsmappe",
    "ended": "sie verlangt mehr Speicher oder Zeit, als eine Lieferung braucht",
}


class Worker:
    """Asks the process that reads the workbook; one that ended is started anew for the next sheet."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._process: subprocess.Popen[str] | None = None
        self.sheets: list[str] = []

    def start(self) -> None:
        """Start the process and hear the names of the sheets. Raises TableRefused where the workbook is refused as a whole."""
        command = [sys.executable, "-I", workbook_worker.__file__, str(self._path)]
        self._process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, encoding="utf-8"
        )
        try:
            self.sheets = self._answer()["sheets"]
        except TableRefused:
            self.stop()
            raise

    def rows(self, place: int) -> tuple[int, list[list[Cell]]]:
        """Number of the first row and the cells of a sheet. Raises TableRefused."""
        if self._process is None:
            self.start()
        assert self._process is not None
        assert self._process.stdin is not None
        self._process.stdin.write(f"{place}\n")
        self._process.stdin.flush()
        answer = self._answer()
        return answer["top"], [[_cell(cell) if isinstance(cell, list) else cell for cell in row] for row in answer["rows"]]

    def stop(self) -> None:
        """End the process if it still runs."""
        if self._process is not None:
            self._process.kill()
            self._process.communicate()
            self._process = None

    def _answer(self) -> dict[str, Any]:
        assert self._process is not None
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        if not line.endswith("\n"):
            self.stop()
        answer: dict[str, Any] = json.loads(line) if line.endswith("\n") else {"refused": "ended"}
        if "refused" in answer:
            raise TableRefused(REASONS[answer["refused"]])
        return answer


@contextmanager
def open_workbook(path: Path) -> Iterator[Source]:
    """A workbook as a source. Raises GermanError where it is refused as a whole."""
    worker = Worker(path)
    try:
        try:
            worker.start()
        except TableRefused as refusal:
            raise GermanError(
                f"Die Arbeitsmappe {path.name} wird nicht angenommen: {refusal}. Bitte neu und ohne Kennwort speichern."
            ) from None
        sheets = list(enumerate(worker.sheets))
        parts = [(name, Part(name, partial(_read, worker, path.name, name, place))) for place, name in sheets if not holds_facts(name)]
        tables, unused = by_table(parts)
        expected = "Dort ist kein Blatt eines bekannten Namens wie „beratungen“."
        yield Source(str(path), f"{path.name}, Blatt „lieferung“", partial(_facts, worker, path.name), tables, unused, expected)
    finally:
        worker.stop()


def _read(worker: Worker, file: str, name: str, place: int, table: TableSpec) -> FileRows:
    top, rows = worker.rows(place)
    return read_grid(Grid(file, name, top, rows), table)


def _facts(worker: Worker, file: str) -> Mapping[str, Cell]:
    places = [place for place, name in enumerate(worker.sheets) if holds_facts(name)]
    if not places:
        raise GermanError(
            f"In {file} fehlt das Blatt „lieferung“; ohne es wird die Lieferung nicht angenommen. Bitte ein Blatt mit je einer Zeile für "
            "Behörde, Zeitraum von, Zeitraum bis, geliefert am und simuliert (ja/nein) anlegen."
        )
    try:
        return key_values(row for place in places for row in worker.rows(place)[1])
    except TableRefused as refusal:
        raise GermanError(f"Das Blatt „lieferung“ in {file} ist nicht lesbar ({refusal}). Bitte die Arbeitsmappe neu speichern.") from None


def _cell(tagged: list[str]) -> Cell:
    kind, text = tagged
    return datetime.fromisoformat(text) if kind == "datetime" else date.fromisoformat(text) if kind == "date" else text
