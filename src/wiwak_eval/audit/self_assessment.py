"""Writes `docs/selbsteinschaetzung.md`: `python -m wiwak_eval.audit.self_assessment`; works in the repository alone.

Each criterion names evidence that a machine can look up; a page with evidence that is not there is not written.
"""

import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field

REPOSITORY = Path(__file__).parents[3]
CRITERIA, PAGE = Path("docs/selbsteinschaetzung.yaml"), Path("docs/selbsteinschaetzung.md")
WORDS = {"met": "erfüllt", "partly": "teilweise", "missed": "nicht erfüllt"}
SOURCES = {"read": "gelesen", "unverified": "nicht geprüft"}
_HEAD = """\
# Selbsteinschätzung

Diese Seite ist erzeugt und wird nicht von Hand geändert. Geändert wird `docs/selbsteinschaetzung.yaml`; danach:
`python -m wiwak_eval.audit.self_assessment > docs/selbsteinschaetzung.md`. Ein Test prüft, dass sie aktuell ist und jeder Beleg da ist.

Wer hier urteilt, hat das Programm gebaut. Die Einschätzung ersetzt keine Prüfung; sie sagt, wo eine ansetzen kann. Ein Beleg ist eine
Datei, ein Test oder ein Befehl. Ob ein Beleg genügt, entscheidet, wer prüft.
"""


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Criterion(_Frozen):
    """One requirement. what, why: German; evidence: places in the repository, or commands."""

    what: str = Field(min_length=1)
    status: Literal["met", "partly", "missed"]
    why: str = Field(min_length=1)
    evidence: tuple[str, ...]


class Group(_Frozen):
    """Criteria under one German heading."""

    title: str
    criteria: tuple[Criterion, ...]


class Frame(_Frozen):
    """A published frame. source_status: whether the source was read for this page."""

    id: str
    title: str
    source: str
    source_status: Literal["read", "unverified"]
    groups: tuple[Group, ...]


def read_frames(root: Path) -> tuple[Frame, ...]:
    """The frames of a repository. Raises pydantic's error for a file that is not as expected."""
    content = yaml.safe_load((root / CRITERIA).read_text(encoding="utf-8"))
    return tuple(Frame.model_validate(frame) for frame in content["frames"])


def lacking(root: Path, frames: tuple[Frame, ...]) -> list[str]:
    """Evidence that is not there, and criteria said to be met without any; empty where all is well."""
    found = [place for one in _criteria(frames) for place in one.evidence if not _there(root, place)]
    return found + [one.what for one in _criteria(frames) if one.status != "missed" and not one.evidence]


def page(root: Path) -> str:
    """The page as Markdown. Raises ValueError that names evidence that is not there."""
    frames = read_frames(root)
    if missing := lacking(root, frames):
        raise ValueError(f"evidence that is not there: {missing}")
    return "\n".join([_HEAD, _overview(frames), *(_frame(frame) for frame in frames)])


def _there(root: Path, place: str) -> bool:
    """Whether a file exists and holds the text or test that is named, or a command does."""
    program, _, name = place.partition(" ")
    if program == "make":
        return f"\n{name}:" in (root / "Makefile").read_text(encoding="utf-8")
    if program == "wiwak":
        return (root / "src" / "wiwak_eval" / "cli" / f"{name.replace('-', '_')}.py").is_file()
    path, _, text = place.partition(" :: ")
    if not (root / path).is_file():
        return False
    wanted = f"def {text}(" if text.startswith("test_") else text
    return wanted in (root / path).read_text(encoding="utf-8")


def _criteria(frames: tuple[Frame, ...]) -> Iterator[Criterion]:
    for frame in frames:
        for group in frame.groups:
            yield from group.criteria


def _overview(frames: tuple[Frame, ...]) -> str:
    lines = ["| Rahmen | Abschnitt | erfüllt | teilweise | nicht erfüllt |", "|---|---|---|---|---|"]
    for frame in frames:
        for group in frame.groups:
            counts = Counter[str](one.status for one in group.criteria)
            numbers = " | ".join(str(counts[status]) for status in WORDS)
            lines.append(f"| {frame.title} | {group.title} | {numbers} |")
    return "\n".join(lines) + "\n"


def _frame(frame: Frame) -> str:
    lines = [f"## {frame.title}", "", f"Quelle: {frame.source.rstrip('.')}. Stand der Quelle: {SOURCES[frame.source_status]}.", ""]
    for group in frame.groups:
        lines += [f"### {group.title}", "", "| Anforderung | Stand | Warum | Belege |", "|---|---|---|---|"]
        for one in group.criteria:
            evidence = "; ".join(_shown(place) for place in one.evidence) or "–"
            lines.append(f"| {one.what} | {WORDS[one.status]} | {one.why} | {evidence} |")
        lines.append("")
    return "\n".join(lines)


def _shown(place: str) -> str:
    path, _, text = place.partition(" :: ")
    return f"`{path}` ({text.removeprefix('test_').replace('_', ' ')})" if text else f"`{path}`"


if __name__ == "__main__":
    sys.stdout.write(page(REPOSITORY))
