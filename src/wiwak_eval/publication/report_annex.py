"""What stands behind the chapters, for those who check: tables, words, methods, assumptions, data of the pictures, index of findings."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from string import ascii_uppercase

from wiwak_eval.publication.annex import ROOM, Numbered, annex_rows, balanced, in_order, shared_notes
from wiwak_eval.publication.content import Content, Figure, Point
from wiwak_eval.publication.imprint import FINDING_HEADS, finding_rows, picture_tables
from wiwak_eval.publication.report_columns import to_check, with_columns
from wiwak_eval.publication.sheets import sheet_data
from wiwak_eval.publication.typeset_blocks import table_data
from wiwak_eval.publication.typesetting import Data, points_data
from wiwak_eval.results import UNPROVEN_SIGN, ReleasedTable

LETTER = "letter"
LOG = "assumptions_log"
"""The table that is printed in a section of its own, without what only its CSV needs."""
_LOG_COLUMNS = ("label", "value", "valid_from", "status", "source")
_SOURCE_SIGNS = 90
_INDEX_WIDTHS = (34, 51, 21, 26, 24, 18, 43)
"""Characters for the columns of the index: a line for most rows, two for those with a long label."""
_LOG_WIDTHS = (58, 24, 12, 26, 48)
"""The same for the log."""
_SMALL = 6.5
"""Size of type in points of the two long lists."""


def report_sections(content: Content, numbers: Mapping[str, str]) -> list[Data]:
    """The sections of the annex that have something to say, each with its letter and told apart by `kind`."""
    behind, pictures = _annex_tables(content), picture_tables(content)
    shared = shared_notes([*(table for _, tables in behind for table in tables), *pictures])
    made = (
        _tables(behind, shared),
        _definitions(content.definitions),
        _methods(content.methods),
        _log(content),
        _privacy(content.privacy),
        _pictures(content, pictures, numbers, shared),
        _index(content),
    )
    there = [section for section in made if section is not None]
    return [
        {**section, "title": f"{letter} {section['title']}", LETTER: letter}
        for letter, section in zip(ascii_uppercase, there, strict=False)
    ]


def _annex_tables(content: Content) -> list[tuple[str, tuple[ReleasedTable, ...]]]:
    chapters = (
        (chapter.title, (*to_check(chapter.blocks), *(table for table in chapter.annex if table.id != LOG))) for chapter in content.chapters
    )
    return [(title, tables) for title, tables in chapters if tables]


def _tables(behind: Sequence[tuple[str, tuple[ReleasedTable, ...]]], shared: Sequence[str]) -> Data | None:
    if not behind:
        return None
    groups, first = [], 1
    for title, tables in behind:
        ordered = in_order([Numbered("", table) for table in tables])
        numbered = [Numbered(f"Tabelle A{place}", table) for place, table in enumerate(ordered, start=first)]
        groups.append({"title": title, "rows": annex_rows(numbered, shared)})
        first += len(numbered)
    words = ["Tabellen für alle, die nachrechnen oder nachfragen, nach Kapiteln. Dieselben Tabellen liegen als CSV im Ordner daten."]
    return {
        "kind": "groups",
        "name": "tables",
        "title": "Weitere Tabellen",
        "words": words,
        "groups": groups,
        "shared": _numbered_words(shared),
    }


def _numbered_words(shared: Sequence[str]) -> list[list[str]]:
    return [[str(place), words] for place, words in enumerate(shared, start=1)]


def _definitions(definitions: Sequence[tuple[str, str]]) -> Data | None:
    if not definitions:
        return None
    left, right = balanced([(term + words, {"term": term, "words": words}) for term, words in definitions])
    words = ["Was gezählt ist und wie: So sind die Wörter in diesem Bericht gemeint."]
    return {"kind": "terms", "name": "definitions", "title": "Begriffe", "words": words, "left": left, "right": right}


def _methods(methods: Sequence[Point]) -> Data | None:
    if not methods:
        return None
    left, right = balanced([(point.question + point.words, data) for point, data in zip(methods, points_data(methods), strict=True)])
    words = ["Jedes Verfahren in wenigen Sätzen, und was es nicht sagen kann. Formeln und Quellen stehen in docs/methoden.md."]
    return {"kind": "points", "name": "methods", "title": "Methoden in Kürze", "words": words, "left": left, "right": right}


def _log(content: Content) -> Data | None:
    table = next((table for chapter in content.chapters for table in chapter.annex if table.id == LOG), None)
    if table is None:
        return None
    words = [
        "Jeder Wert, der nicht gemessen ist. Quellen sind gekürzt; vollständig stehen sie mit Güte und Kennung in "
        "daten/assumptions_log.csv."
    ]
    data = {**table_data(_compact(table), room=ROOM, largest=_SMALL), "widths": _LOG_WIDTHS}
    return {"kind": "sheet", "title": table.title, "words": [*words, " ".join(table.notes)], "sheet": data, "name": "log"}


def _compact(log: ReleasedTable) -> ReleasedTable:
    """The log with the columns that a reader needs, each source cut to what names it."""
    short = with_columns(log, _LOG_COLUMNS)
    return replace(short, rows=tuple((*row[:-1], _cut(str(row[-1]))) for row in short.rows))


def _cut(source: str) -> str:
    """Up to its first semicolon, and no longer than a line; what is left out is shown as such."""
    first, _, rest = source.partition("; ")
    if len(first) > _SOURCE_SIGNS:
        return f"{first[:_SOURCE_SIGNS].rsplit(' ', 1)[0]} …"
    return f"{first} …" if rest else first


def _privacy(paragraphs: Sequence[str]) -> Data | None:
    return {"kind": "words", "name": "privacy", "title": "Was verdeckt ist", "words": list(paragraphs)} if paragraphs else None


def _pictures(content: Content, tables: Iterable[ReleasedTable], numbers: Mapping[str, str], shared: Sequence[str]) -> Data | None:
    shown = {
        block.table.id: numbers[f"figure {block.id}"]
        for chapter in content.chapters
        for block in chapter.blocks
        if isinstance(block, Figure)
    }
    numbered = [Numbered(f"zu {shown[table.id]}", table) for table in tables]
    if not numbered:
        return None
    groups = [{"title": "", "rows": annex_rows(numbered, shared)}]
    words = ["Die Werte, aus denen die Bilder gezeichnet sind. Hinweise mit Nummer stehen am Anfang des Teils „Weitere Tabellen“."]
    return {"kind": "groups", "name": "pictures", "title": "Daten zu den Bildern", "words": words, "groups": groups, "shared": []}


def _index(content: Content) -> Data:
    rows = [_index_row(row) for row in finding_rows(content)]
    numeric = [head in {"Wert", "Spanne"} for head in FINDING_HEADS]
    sheet = {**sheet_data(FINDING_HEADS, rows, numeric, ROOM, _SMALL), "widths": _INDEX_WIDTHS}
    words = ["Jede Zahl im Text steht hier mit genauem Wert, Spanne, Zeitraum und Fundstelle (Tabelle · Zeile · Spalte)."]
    return {"kind": "sheet", "name": "index", "title": "Verzeichnis der Aussagen", "words": words, "sheet": sheet}


def _index_row(row: Sequence[str]) -> tuple[str, ...]:
    """In fewer letters what the other columns say already: the period where the label names it, the sign where the number has it."""
    id, label, value, span, period, standing, place = row
    return id, label, value, span, "" if period in label else period, standing.removesuffix(UNPROVEN_SIGN), place
