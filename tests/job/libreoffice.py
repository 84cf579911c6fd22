"""Recalculate workbooks with LibreOffice, which trusts cached values unless told not to."""

import re
import subprocess
import zipfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from xml.sax.saxutils import escape

from python_calamine import CalamineWorkbook

RECALCULATE_ALWAYS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>"""
Cells = dict[str, list[list[object]]]
Input = tuple[str, str, str]
"""Sheet, key of the row, head of the column."""


def recalculated(workbook: Path, folder: Path) -> Path:
    """The workbook with every formula computed by LibreOffice, written below `folder`."""
    return all_recalculated([workbook], folder)[0]


def all_recalculated(workbooks: Sequence[Path], folder: Path) -> list[Path]:
    """Several workbooks, in one start of LibreOffice; their names differ."""
    profile = folder / "profile"
    (profile / "user").mkdir(parents=True, exist_ok=True)
    (profile / "user" / "registrymodifications.xcu").write_text(RECALCULATE_ALWAYS, encoding="utf-8")
    out = folder / "recalculated"
    command = ["soffice", f"-env:UserInstallation=file://{profile}", "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML"]
    subprocess.run([*command, "--outdir", str(out), *map(str, workbooks)], check=True, capture_output=True, timeout=180)
    return [out / workbook.name for workbook in workbooks]


def cells(workbook: Path) -> Cells:
    """All cells as they are stored, by sheet; a sheet's rows begin with its first one."""
    book = CalamineWorkbook.from_path(workbook)
    return {name: [list(row) for row in book.get_sheet_by_name(name).to_python(skip_empty_area=False)] for name in book.sheet_names}


def with_wrong_caches(workbook: Path, target: Path) -> Path:
    """A copy in which every cached formula value is 999.99."""
    return _rewritten(workbook, target, lambda _, content: re.sub(rb"(</f><v>)[^<]*(</v>)", rb"\g<1>999.99\g<2>", content))


def with_inputs(workbook: Path, target: Path, inputs: Mapping[Input, str | float]) -> Path:
    """A copy in which input cells hold other values; formulas keep their cached ones."""
    found = cells(workbook)
    places = {(list(found).index(sheet) + 1, _reference(found[sheet], key, head)): value for (sheet, key, head), value in inputs.items()}

    def changed(name: str, content: bytes) -> bytes:
        for (number, cell), value in places.items():
            if name == f"xl/worksheets/sheet{number}.xml":
                content = _set(content, cell, value)
        return content

    return _rewritten(workbook, target, changed)


def _reference(rows: list[list[object]], key: str, head: str) -> str:
    """`C6`; the heads stand in the fifth row, the keys in the first column."""
    row = next(place for place, row in enumerate(rows, start=1) if row and row[0] == key)
    return f"{chr(ord('A') + rows[4].index(head))}{row}"


def _set(content: bytes, cell: str, value: str | float) -> bytes:
    """The cell's style stays; a text is written into the cell itself."""
    kind, inner = (' t="inlineStr"', f"<is><t>{escape(value)}</t></is>") if isinstance(value, str) else ("", f"<v>{value}</v>")
    found = re.search(rf'<c r="{cell}"( s="\d+")?( t="s")?><v>[^<]*</v></c>'.encode(), content)
    assert found, f"{cell} is no input"
    style = (found[1] or b"").decode()
    return content.replace(found[0], f'<c r="{cell}"{style}{kind}>{inner}</c>'.encode())


def _rewritten(workbook: Path, target: Path, change: Callable[[str, bytes], bytes]) -> Path:
    with zipfile.ZipFile(workbook) as source, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as copy:
        for name in source.namelist():
            content = source.read(name)
            copy.writestr(name, change(name, content) if name.startswith("xl/worksheets/sheet") else content)
    return target
