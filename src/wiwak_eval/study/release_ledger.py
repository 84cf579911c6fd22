"""The release ledger: what was published about groups of people, kept so that later releases can be attacked together with it."""

import json
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import NamedTuple

from pydantic import TypeAdapter

from wiwak_eval.disclosure.disclosed import Disclosed
from wiwak_eval.study.digests import of_text
from wiwak_eval.study.sealed_file import Addition, append_entry, read_book
from wiwak_eval.study.sealed_lines import Script, sealed_text

FILE = "release_ledger.jsonl"

_RELEASE = TypeAdapter(Disclosed)


@dataclass(frozen=True)
class LedgerReading:
    """What a run read. digest: of exactly these releases, for the run's key; lines: whole lines it saw; notice: German, or None.

    numbers: the line of each release, counted from 1. Releases that were not read, and the order of those that were, do not change
    the digest.
    """

    entries: tuple[Disclosed, ...]
    digest: str
    lines: int
    notice: str | None
    numbers: tuple[int, ...]


class _Read(NamedTuple):
    period_from: date
    period_to: date
    digest: str
    number: int
    entry: Disclosed


def append_release(home: Path, disclosed: Disclosed) -> Addition:
    """Add a release to the ledger of a state folder; one that is there already is not added again. Errors as for `append_entry`.

    Raises ValueError where the release could not be read back exactly as it is.
    """
    if release_from(release_content(disclosed)) != disclosed:
        raise ValueError("a release must be read from the ledger exactly as it was entered")
    return append_entry(home / FILE, RELEASE_LEDGER, disclosed, release_id)


def read_releases(home: Path, authority: str, simulated: bool, lines: int | None = None) -> LedgerReading:
    """The authority's releases in the order of their periods, those of simulated deliveries or those of real ones, never both.

    lines: only the first so many lines of the ledger, so that processes of one run see the same ledger while others go on writing.
    Errors as for `read_book`.
    """
    book = read_book(home / FILE, RELEASE_LEDGER)
    seen = book.entries[:lines]
    asked = _folded(authority), simulated
    read = [
        _Read(one.period_from, one.period_to, _digest(one), number, one)
        for number, one in enumerate(seen, start=1)
        if (_folded(one.authority), one.simulated) == asked
    ]
    read.sort(key=lambda one: one[:3])
    return LedgerReading(
        entries=tuple(one.entry for one in read),
        digest=of_text("\n".join(one.digest for one in read)),
        lines=len(seen),
        notice=RELEASE_LEDGER.torn_sentence(book, home / FILE),
        numbers=tuple(one.number for one in read),
    )


def release_content(disclosed: Disclosed) -> object:
    """The release as JSON holds it; the same whether a bound came as 1 or as 1.0."""
    content: object = json.loads(_RELEASE.dump_json(disclosed))
    return content


def release_from(content: object) -> Disclosed:
    """The release from decoded JSON. Raises ValueError where it is none, or holds anything that this version would not heed."""
    disclosed = _RELEASE.validate_python(content)
    if not _heeded(content, release_content(disclosed)):
        raise ValueError("the release holds more than this version of the program knows")
    return disclosed


def release_id(disclosed: Disclosed) -> str:
    """First 16 hexadecimal digits of the SHA-256 of the content: equal releases have equal ids."""
    return _digest(disclosed)[:16]


RELEASE_LEDGER = Script("Freigabebuch", "Freigabe", release_content, release_from)


def _digest(disclosed: Disclosed) -> str:
    return of_text(sealed_text(release_content(disclosed)))


def _heeded(found: object, known: object) -> bool:
    """Whether all that was found is in what was made of it; a field that only a later version writes is not."""
    if isinstance(found, dict) and isinstance(known, dict):
        return all(name in known and _heeded(value, known[name]) for name, value in found.items())
    if isinstance(found, list) and isinstance(known, list):
        return len(found) == len(known) and all(_heeded(one, other) for one, other in zip(found, known, strict=True))
    return found == known


def _folded(name: str) -> str:
    return " ".join(name.split()).casefold()
