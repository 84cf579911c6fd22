"""Between a study and the door: which former releases count, and what the release is made from."""

import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from wiwak_eval.disclosure.audience import Origin
from wiwak_eval.disclosure.defence import Defence, defend
from wiwak_eval.disclosure.disclosed import Disclosed
from wiwak_eval.disclosure.settings import Settings
from wiwak_eval.disclosure.spoken import statements
from wiwak_eval.german import day
from wiwak_eval.results import GermanError, Level, Provenance, Table
from wiwak_eval.study import digests
from wiwak_eval.study.release_ledger import append_release, read_releases, release_id
from wiwak_eval.study.sealed_file import Addition

LEDGER_VARIABLE = "WIWAK_LEDGER_LINES"
"""How many lines of the release ledger a run sees: set by the job for its notebooks, so that all of them see the same."""


@dataclass(frozen=True)
class Former:
    """Former releases that count for a run, oldest period first.

    numbers: their lines in the ledger, counted from 1; digest: of exactly these releases; lines: of the ledger that were seen.
    """

    releases: tuple[Disclosed, ...]
    numbers: tuple[int, ...]
    digest: str
    lines: int
    notice: str | None


def origin_of(provenance: Provenance, delivery_digest: str, level: Level, settings_digest: str) -> Origin:
    """What a release is made from. Another version of the program may count otherwise: its numbers are another version's."""
    made = {"delivery": delivery_digest, "package": digests.of_package(), "lock": digests.of_lock()}
    made_from = digests.of_mapping(made | {"level": level.value, "settings": settings_digest})
    version = digests.of_mapping(made)
    return Origin(provenance.authority, version, provenance.period_from, provenance.period_to, provenance.simulated, made_from)


def former_releases(home: Path, origin: Origin) -> Former:
    """The authority's releases before the first that was made from the very same: made again, a run must see what it saw then."""
    lines = os.environ.get(LEDGER_VARIABLE)
    reading = read_releases(home, origin.authority, origin.simulated, None if lines is None else int(lines))
    numbered = tuple(zip(reading.numbers, reading.entries, strict=True))
    own = min((number for number, entry in numbered if entry.made_from == origin.made_from), default=None)
    counted = [(number, entry) for number, entry in numbered if own is None or number < own]
    releases = tuple(entry for _, entry in counted)
    return Former(releases, tuple(number for number, _ in counted), digest_of_releases(releases), reading.lines, reading.notice)


def digest_of_releases(releases: Iterable[Disclosed]) -> str:
    """Digest of former releases, oldest period first, as it enters a run's id."""
    return digests.of_text("\n".join(map(release_id, releases)))


def refuse_overlap(former: Former, origin: Origin) -> None:
    """Two releases that begin on different days but share some would tell what lies between. Raises GermanError that names both."""
    for release in former.releases:
        shared = release.period_from <= origin.period_to and origin.period_from <= release.period_to
        if shared and release.period_from != origin.period_from:
            raise GermanError(
                f"Freigabe angehalten: Freigegeben ist schon der Zeitraum {day(release.period_from)} bis {day(release.period_to)}; "
                f"der neue ({day(origin.period_from)} bis {day(origin.period_to)}) überschneidet ihn und beginnt an einem anderen Tag. "
                "Zusammen verrieten sie, was dazwischen liegt. Bitte am selben Tag beginnen oder erst nach dem früheren Zeitraum."
            )


def enter_release(home: Path, disclosed: Disclosed, origin: Origin, former: Former) -> Addition:
    """Write a release into the ledger. Raises GermanError where another came in since `former` was read."""
    addition = append_release(home, disclosed)
    if former_releases(home, origin).digest != former.digest:
        raise GermanError(
            "Inzwischen hat ein anderer Lauf dieser Behörde etwas freigegeben; dieser ist nicht dagegen geprüft und wird nicht "
            "ausgegeben. Bitte denselben Aufruf wiederholen."
        )
    return addition


def defended(tables: Iterable[Table], level: Level, settings: Settings, origin: Origin, former: Sequence[Disclosed]) -> Defence:
    """What of these tables may be told, held against each other and against all that was told before."""
    return defend(statements(tables), level, settings, origin, former)
