"""The mapping file: which number of a run goes to which place of a form. Every mistake is named with file and line."""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import yaml
from pydantic import Field, model_validator

from wiwak_eval.assumptions import mistakes
from wiwak_eval.publication.shipped_yaml import Strict, load_model
from wiwak_eval.results import GermanError

Format = Literal["euro", "number", "percent", "text", "date"]
PLACES = "Bitte genau eine Stelle nennen: „sheet“ und „cell“, oder „placeholder“, oder „table“, „row“ und „column“."
SOURCES = "Bitte genau eine Quelle nennen: „finding“, „from“ (Tabelle/Zeile/Spalte) oder „run“."


class Mistake(Exception):
    """One German sentence on what is wrong with an entry."""


class SheetCell(Strict):
    """A cell of a workbook, as `B4` of a sheet."""

    sheet: str = Field(min_length=1)
    cell: str = Field(min_length=1)


class Entry(Strict):
    """One place of the form and what goes there.

    Place: `sheet` and `cell` (workbook), `placeholder` (any words of a Word form) or `table`, `row`, `column` (Word, counted from 1).
    Source: `finding` (its `part`: value, low or high), `from` (table/row/column of the run's data) or `run` (a fact of the run).
    """

    sheet: str | None = Field(default=None, min_length=1)
    cell: str | None = Field(default=None, min_length=1)
    placeholder: str | None = Field(default=None, min_length=2)
    table: int | None = Field(default=None, ge=1)
    row: int | None = Field(default=None, ge=1)
    column: int | None = Field(default=None, ge=1)
    finding: str | None = Field(default=None, min_length=1)
    part: Literal["value", "low", "high"] = "value"
    source: str | None = Field(default=None, min_length=1, alias="from")
    run: Literal["authority", "as_of", "period", "scenario", "digest"] | None = None
    format: Format | None = None
    overwrite: bool = False

    @model_validator(mode="after")
    def _one_place_one_source(self) -> "Entry":
        sheet, words, cell = self._given("sheet", "cell"), self._given("placeholder"), self._given("table", "row", "column")
        if [sheet, words, cell].count(True) != 1 or None in {sheet, words, cell}:
            raise ValueError(PLACES)
        if [self.finding, self.source, self.run].count(None) != 2:
            raise ValueError(SOURCES)
        return self

    def _given(self, *names: str) -> bool | None:
        """Whether all of these are given; None where only some are."""
        there = [getattr(self, name) is not None for name in names]
        return all(there) if all(there) or not any(there) else None

    @property
    def place(self) -> str:
        """The place in German."""
        if self.sheet is not None:
            return f"Blatt „{self.sheet}“, Zelle {self.cell}"
        if self.placeholder is not None:
            return f"Platzhalter „{self.placeholder}“"
        return f"Tabelle {self.table}, Zeile {self.row}, Spalte {self.column}"

    @property
    def asked(self) -> str:
        """The source in German."""
        return f"Kennzahl {self.finding}" if self.finding else f"Angabe {self.run}" if self.run else f"Tabelle {self.source}"


class FormMapping(Strict):
    """form: the form's file, as seen from the mapping; mark: cells for the words that every page must carry; entries: what goes where."""

    form: str = Field(min_length=1)
    mark: tuple[SheetCell, ...] = Field(default=(), strict=False)
    entries: tuple[Entry, ...] = Field(min_length=1, strict=False)


@dataclass(frozen=True)
class ReadMapping:
    """A mapping with its file and the line of each entry and of each cell for the mark."""

    path: Path
    content: FormMapping
    lines: tuple[int, ...]
    mark_lines: tuple[int, ...]

    @property
    def form(self) -> Path:
        """The form's file."""
        return self.path.parent / self.content.form

    def mistake(self, line: int, words: str) -> str:
        """One sentence with file and line."""
        return mistakes.sentence(self.path, line, words)


def read_mapping_file(path: Path) -> ReadMapping:
    """The mapping. Raises GermanError with one sentence, file and line for each mistake."""
    if not path.is_file():
        raise GermanError(f"Die Zuordnung {path} gibt es nicht. Bitte den Pfad der YAML-Datei prüfen.")
    try:
        content = load_model(path, FormMapping)
    except UnicodeDecodeError:
        raise GermanError(mistakes.sentence(path, 1, "Die Datei ist kein Text in UTF-8. Bitte so speichern.")) from None
    root = yaml.compose(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    return ReadMapping(path, content, _lines(root, "entries"), _lines(root, "mark"))


def _lines(root: yaml.Node | None, key: str) -> tuple[int, ...]:
    """The line, from 1, of each item of a list at the top of the file."""
    if not isinstance(root, yaml.MappingNode):
        return ()
    lists = [value for name, value in root.value if name.value == key and isinstance(value, yaml.SequenceNode)]
    return tuple(item.start_mark.line + 1 for found in lists for item in found.value)
