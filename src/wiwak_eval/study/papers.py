"""The papers of a study, built once and kept as a folder."""

import gc
import hashlib
import os
import re
import shutil
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

from pydantic import TypeAdapter

from wiwak_eval.publication.content import Content
from wiwak_eval.study import digests
from wiwak_eval.study.keeping import locked
from wiwak_eval.study.paper_list import Making, Paper, Released, papers
from wiwak_eval.study.paper_tables import PaperFolder, overview_table

SIDE_BY_SIDE = 3
"""Papers that are built at a time: while Typst sets one, Python draws for another."""
_STAGING = re.compile(r"\.[0-9a-f]{24}\.\d+")
"""Name of a folder that is being filled: digest and process."""


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
    return PaperFolder(folder, overview_table(content, years), making.council.notice if template is not None else "")


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
    return hashlib.sha256(
        b"\0".join([*parts, digests.of_package().encode(), digests.of_lock().encode(), digests.of_installed().encode()])
    ).hexdigest()
