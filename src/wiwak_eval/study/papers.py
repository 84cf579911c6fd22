"""The papers of a study, built once and kept as a folder."""

import gc
import hashlib
import os
import re
import shutil
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from pydantic import TypeAdapter

from wiwak_eval.publication.content import Content
from wiwak_eval.publication.imprint import FINDING_HEADS, finding_rows
from wiwak_eval.results import Column, ReleasedTable, Unit
from wiwak_eval.study import digests
from wiwak_eval.study.keeping import locked
from wiwak_eval.study.paper_list import Making, Paper, Released, papers, readers

SIDE_BY_SIDE = 3
"""Papers that are built at a time: while Typst sets one, Python draws for another."""
_STAGING = re.compile(r"\.[0-9a-f]{24}\.\d+")
"""Name of a folder that is being filled: digest and process."""


@dataclass(frozen=True)
class PaperFolder:
    """A folder with all papers; `overview` lists them for the notebook; notice: a German sentence to say aloud, or empty."""

    folder: Path
    overview: ReleasedTable
    notice: str = ""


def build_papers(
    root: Path, content: Content, released: Mapping[str, Released], years: tuple[int, int], template: bytes | None = None
) -> PaperFolder:
    """Build all papers below `root`, or find them there: the folder's name is the digest of all that goes in.

    template: the county's own layout of the council paper, None where it has none.
    """
    making = Making(content, released, years, template)
    folder = root / _digest(making)[:24]
    with locked(root):
        if not folder.is_dir():
            _sweep(root)
            staging = root / f".{folder.name}.{os.getpid()}"
            staging.mkdir(mode=0o700)
            try:
                write_papers(staging, making)
                staging.replace(folder)
            finally:
                shutil.rmtree(staging, ignore_errors=True)
    return PaperFolder(folder, _overview(content, years), making.council.notice if template is not None else "")


def _sweep(root: Path) -> None:
    """Remove what builders left that were killed: who holds the lock is the only one who builds here."""
    for left in root.iterdir():
        if _STAGING.fullmatch(left.name):
            shutil.rmtree(left, ignore_errors=True)


def write_papers(folder: Path, making: Making, side_by_side: int = SIDE_BY_SIDE) -> None:
    """Write all papers into an empty folder; the bytes do not depend on how many are built side by side.

    The first failure is raised once those begun have ended.
    """

    def write(paper: Paper) -> None:
        paper.write(making, folder / paper.file)

    with _no_collecting(), ThreadPoolExecutor(side_by_side) as pool:
        list(pool.map(write, sorted(papers(making.years), key=lambda paper: not paper.long)))


@contextmanager
def _no_collecting() -> Iterator[None]:
    """For these few seconds Python does not look for unused cycles: with a delivery in memory that takes a tenth of the time."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def _digest(making: Making) -> str:
    released = TypeAdapter(dict[str, Released]).dump_json(dict(making.released))
    parts = [TypeAdapter(Content).dump_json(making.content), released, making.template or b""]
    return hashlib.sha256(b"\0".join([*parts, digests.of_package().encode(), digests.of_lock().encode()])).hexdigest()


def findings_table(content: Content) -> ReleasedTable:
    """The index of findings as German text."""
    columns = tuple(Column(f"c{place}", head, Unit.TEXT) for place, head in enumerate(FINDING_HEADS))
    return _as_table("findings", "Die Aussagen der Unterlagen", columns, finding_rows(content), content)


def _overview(content: Content, years: tuple[int, int]) -> ReleasedTable:
    columns = (Column("file", "Datei", Unit.TEXT), Column("what", "Inhalt", Unit.TEXT))
    return _as_table("papers", "Die Unterlagen", columns, tuple(readers(years).items()), content)


def _as_table(id: str, title: str, columns: tuple[Column, ...], rows: tuple[tuple[str, ...], ...], content: Content) -> ReleasedTable:
    """A table of words about released tables; it holds nothing that did not pass the gate."""
    mark = content.mark
    return ReleasedTable(id, title, columns, rows, "10_haushaltsunterlagen", mark.notices, (), mark.level, mark.provenance)
