"""Folders of this machine taken out of a sentence: who reads what is kept learns files by their names, not where people store them."""

import os
import re
import sys
import tempfile
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from wiwak_eval.shipped import shipped
from wiwak_eval.study.home import DELIVERIES_VARIABLE, home_place

LEFT_OUT = "…"
"""What stands for a folder named by itself."""
_BEGINS = r"(?<![^\s„“”‚‘\"'(\[=])"
_PART = r"(?:(?!\. )[^/„“”‚‘\"':,;()\n])+"
"""Part of a path that stands without quotation marks: blanks may be in it, the end of a sentence may not."""
_QUOTED = re.compile(r"(?<=[„“”‚‘\"'])/(?:[^“”‘\"'\n]*/)?([^/“”‘\"'\n]*)(?=[“”‘\"'])")
_PLAIN = re.compile(_BEGINS + rf"/(?:{_PART}/)*({_PART}?\.\w{{1,8}}(?![\w/])|[^\s/„“”‚‘\"':,;()]*)")
_FILE = re.compile(r"\.\w{1,8}$")


def without_folders(sentence: str) -> str:
    """A sentence as it may be kept: files by their names alone; a folder, and a file that no ending shows to be one, as an ellipsis.

    First the folders that are known are taken out, whatever is in their names, then all that looks like an absolute path.
    """
    for folder in known_folders():
        sentence = re.sub(_BEGINS + re.escape(folder) + r"(?![\w-])", _rest, sentence)
    return _PLAIN.sub(_name, _QUOTED.sub(_name, sentence))


def known_folders() -> tuple[str, ...]:
    """Of the person, the state, the deliveries, the programme, the system's temporary files, and the working folder; the longest first."""
    given = [Path(sys.prefix), shipped("data")]
    if beside := os.environ.get(DELIVERIES_VARIABLE):
        given.append(Path(beside))
    for find in (Path.home, home_place, Path.cwd, lambda: Path(tempfile.gettempdir())):
        with suppress(OSError, RuntimeError):  # a person without a folder, a working folder that is gone
            given.append(find())
    return tuple(sorted(_written(given), key=len, reverse=True))


def _written(folders: Iterable[Path]) -> set[str]:
    """Each as it is named and as it is found; the root of all says nothing."""
    return {str(path) for folder in folders if folder.is_absolute() for path in (folder, folder.resolve())} - {"/"}


def _rest(found: "re.Match[str]") -> str:
    """Nothing, where the path goes on: what is left looks like a path still."""
    return "" if found.string[found.end() : found.end() + 1] == "/" else LEFT_OUT


def _name(found: "re.Match[str]") -> str:
    return found[1] if _FILE.search(found[1]) else LEFT_OUT
