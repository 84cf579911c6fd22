"""The delivery as a workbook for the clerk: values as delivered, faulty cells coloured, advice as comment, all faults listed.

Columns that are not in the contract are not copied: they may hold names or remarks. The workbook shows single rows and stays internal.
"""

import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import xlsxwriter

from wiwak_eval import german
from wiwak_eval.records.annotated_faults import Listed, write_faults
from wiwak_eval.records.annotated_parts import MOST_COMMENTS, MOST_ROWS, Part, parts_of
from wiwak_eval.records.annotated_sheet import write_part
from wiwak_eval.records.facts import FACTS
from wiwak_eval.records.model import DeliveryFacts, Records
from wiwak_eval.records.rows import FileRows
from wiwak_eval.records.sheet_style import CREATED, Formats, on_paper, put_text
from wiwak_eval.records.template import OPTIONS
from wiwak_eval.records.template_columns import DELIVERY


@dataclass(frozen=True)
class Delivered:
    """A checked delivery with its rows as delivered; files: canonical table to its files or sheets."""

    name: str
    records: Records
    files: Mapping[str, Sequence[FileRows]]

    @property
    def with_lines(self) -> Mapping[str, Sequence[FileRows]]:
        """What has lines for rows to stand on: text files and sheets do, databases and Parquet files do not."""
        return {name: [file for file in parts if file.numbered] for name, parts in self.files.items()}


def annotated_xlsx(delivered: Delivered) -> bytes | None:
    """The workbook; the same bytes for the same delivery. None where no row of the delivery has a line."""
    records = delivered.records
    if not any(delivered.with_lines.values()):
        return None
    withheld = not (records.facts.simulated or records.facts.legal_basis)
    parts = parts_of(delivered.with_lines, records.faults, withheld)
    by_file = {(part.file.file, part.file.sheet): part for part in parts}
    found = [(fault, by_file.get((fault.file, fault.sheet))) for fault in records.faults]
    listed = [Listed(fault, part.sheet if part else fault.file, part.cell(fault) if part else "") for fault, part in found]
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer, OPTIONS)
    book.set_properties({"title": "Geprüfte Arbeitsmappe", "created": CREATED})
    formats = Formats(book)
    write_faults(book, formats, f"Geprüfte Arbeitsmappe: {delivered.name}", list(_sentences(records, parts)), listed)
    _delivery_sheet(book, formats, records.facts)
    for part in parts:
        write_part(book, formats, part)
    book.close()
    return buffer.getvalue()


def _sentences(records: Records, parts: Sequence[Part]) -> Iterator[str]:
    if records.provenance.mark:
        yield records.provenance.mark
    yield "Jede Zeile steht hier unter der Nummer, die sie in der Lieferung hat; dazwischen können Zeilen leer sein."
    yield from (records.absent[name] for name in records.refused)
    yield from records.notes
    for table, columns in records.dropped_columns.items():
        yield f"Nicht übernommen, weil der Vertrag sie nicht kennt ({table}): {', '.join(columns)}."
    if any(part.file.malformed for part in parts):
        yield "Zeilen mit falscher Zahl von Feldern sind hier leer; ihr Inhalt steht nur in der Quelle."
    if any(len(part.rows) < len(part.file.lines) for part in parts):
        yield f"Die Lieferung hat mehr als {german.number(MOST_ROWS)} Zeilen; gezeigt sind nur Zeilen mit Mängeln."
    if any(part.comments < len(part.faults) for part in parts):
        yield f"Die ersten {german.number(MOST_COMMENTS)} Zellen mit Mängeln tragen einen Kommentar; alle Mängel stehen hier."


def _delivery_sheet(book: xlsxwriter.Workbook, formats: Formats, facts: DeliveryFacts) -> None:
    """The delivery's own facts, so that the mended copy can be delivered again."""
    sheet = book.add_worksheet(DELIVERY)
    sheet.set_column(0, 0, 26)
    sheet.set_column(1, 1, 60)
    for row, fact in enumerate(FACTS):
        sheet.write_string(row, 0, fact.header, formats["required" if fact.required else "head"])
        value = getattr(facts, fact.name)
        if isinstance(value, date):
            sheet.write_datetime(row, 1, value, formats["date"])
        elif value is not None:
            put_text(sheet, row, 1, ("nein", "ja")[value] if isinstance(value, bool) else str(value), formats["text"])
    on_paper(sheet, DELIVERY)
