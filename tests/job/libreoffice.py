"""Recalculate a workbook with LibreOffice, which trusts cached values unless told not to."""

import re
import subprocess
import zipfile
from pathlib import Path

RECALCULATE_ALWAYS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>"""


def recalculated(workbook: Path, folder: Path) -> Path:
    """The workbook with every formula computed by LibreOffice, written below `folder`."""
    profile = folder / "profile"
    (profile / "user").mkdir(parents=True, exist_ok=True)
    (profile / "user" / "registrymodifications.xcu").write_text(RECALCULATE_ALWAYS, encoding="utf-8")
    out = folder / "recalculated"
    command = ["soffice", f"-env:UserInstallation=file://{profile}", "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML"]
    subprocess.run([*command, "--outdir", str(out), str(workbook)], check=True, capture_output=True, timeout=180)
    return out / workbook.name


def with_wrong_caches(workbook: Path, target: Path) -> Path:
    """A copy in which every cached formula value is 999.99."""
    with zipfile.ZipFile(workbook) as source, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as copy:
        for name in source.namelist():
            content = source.read(name)
            if name.startswith("xl/worksheets/"):
                content = re.sub(rb"(</f><v>)[^<]*(</v>)", rb"\g<1>999.99\g<2>", content)
            copy.writestr(name, content)
    return target


def with_input(workbook: Path, target: Path, sheet_file: str, cell: str, value: str) -> Path:
    """A copy in which one input cell holds another number."""
    with zipfile.ZipFile(workbook) as source, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as copy:
        for name in source.namelist():
            content = source.read(name)
            if name == sheet_file:
                changed = re.sub(rf'(<c r="{cell}"[^>]*><v>)[^<]*(</v>)'.encode(), rf"\g<1>{value}\g<2>".encode(), content)
                assert changed != content
                content = changed
            copy.writestr(name, content)
    return target
