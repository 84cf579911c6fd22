"""Files that mean harm, made on the spot and small on the disk."""

import io
import zipfile
from collections.abc import Callable, Mapping

import xlsxwriter

MEGABYTE = 1 << 20
SHEET = "xl/worksheets/sheet2.xml"
FACTS = {"Behörde": "Amt", "Zeitraum von": "01.01.2017", "Zeitraum bis": "31.10.2017", "geliefert am": "15.11.2017", "simuliert": "ja"}
ODS_HEAD = (
    '<?xml version="1.0"?><office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0">'
    "<office:body><office:spreadsheet>"
)
ODS_FOOT = "</office:spreadsheet></office:body></office:document-content>"


def workbook() -> bytes:
    """An honest workbook: facts, and one client of 1980."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out) as book:
        sheet = book.add_worksheet("lieferung")
        for row, pair in enumerate(FACTS.items()):
            sheet.write_row(row, 0, pair)
        sheet = book.add_worksheet("klienten")
        sheet.write_row(0, 0, ["Klienten-ID", "Geburtsjahr"])
        sheet.write_row(1, 0, ["K1", 1980])
    return out.getvalue()


def changed(data: bytes, changes: Mapping[str, Callable[[bytes], bytes]], more: Mapping[str, bytes] | None = None) -> bytes:
    """A zip archive with some parts rewritten and others added."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as new:
        for name in old.namelist():
            new.writestr(name, changes.get(name, bytes)(old.read(name)))
        for name, content in (more or {}).items():
            new.writestr(name, content)
    return out.getvalue()


def in_sheet(before: str, after: str) -> bytes:
    """The honest workbook with a stretch of its table's sheet replaced."""

    def change(part: bytes) -> bytes:
        assert before.encode() in part
        return part.replace(before.encode(), after.encode(), 1)

    return changed(workbook(), {SHEET: change})


def bomb(megabytes: int) -> bytes:
    """A sheet of blanks that is a thousand times larger unpacked than packed."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(workbook())) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as new:
        for name in old.namelist():
            head, mark, foot = old.read(name).partition(b"<sheetData>")
            with new.open(name, "w") as part:
                part.write(head + mark)
                for _ in range(megabytes if name == SHEET else 0):
                    part.write(b" " * MEGABYTE)
                part.write(foot)
    return out.getvalue()


def lying_bomb() -> bytes:
    """The same, but the archive's directory and headers say that the sheet is small."""
    data = bomb(250)
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        size = package.getinfo(SHEET).file_size
    return data.replace(size.to_bytes(4, "little"), (1000).to_bytes(4, "little"))


def many_parts() -> bytes:
    return changed(workbook(), {}, {f"xl/media/{i}.xml": b"" for i in range(6000)})


def entities(form: str = "utf-8") -> bytes:
    """Entities that would become a thousand million letters, or the text of another file."""
    nested = "".join(f'<!ENTITY e{i} "{f"&e{i - 1};" * 10}">' for i in range(1, 10))
    declared = f'<?xml version="1.0" encoding="{form}"?><!DOCTYPE x [<!ENTITY e0 "boom"><!ENTITY f SYSTEM "file:///etc/passwd">{nested}]>'

    def change(part: bytes) -> bytes:
        text = part.decode().partition("?>")[2].replace("<v>1980</v>", "<v>&e9;&f;</v>")
        return (declared + text).encode(form)

    return changed(workbook(), {SHEET: change})


def spreadsheet(cells: str) -> bytes:
    """An ODS file with one row of a table."""
    out = io.BytesIO()
    facts = "".join(f"<table:table-row>{text_cell(key)}{text_cell(value)}</table:table-row>" for key, value in FACTS.items())
    head = f"<table:table-row>{text_cell('Klienten-ID')}{text_cell('Geburtsjahr')}</table:table-row>"
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet", zipfile.ZIP_STORED)
        package.writestr("META-INF/manifest.xml", "<manifest/>")
        tables = f'<table:table table:name="lieferung">{facts}</table:table><table:table table:name="klienten">{head}{cells}</table:table>'
        package.writestr("content.xml", ODS_HEAD + tables + ODS_FOOT)
    return out.getvalue()


def text_cell(text: str, more: str = "") -> str:
    return f'<table:table-cell office:value-type="string" {more}><text:p>{text}</text:p></table:table-cell>'
