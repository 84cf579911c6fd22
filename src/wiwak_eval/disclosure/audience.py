"""Who reads a release, and what those readers have read before."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from wiwak_eval.disclosure.disclosed import Disclosed, PublishedCell
from wiwak_eval.disclosure.printing import Pattern, Print, published_cells, published_curves, published_ratios
from wiwak_eval.disclosure.spoken import Statements
from wiwak_eval.results import Level

AUDIENCES = (Level.OEFFENTLICH, Level.GREMIUM, Level.INTERN)
"""From those who see least to those who see most: each also reads what is meant for the ones before it."""


@dataclass(frozen=True)
class Origin:
    """What a release is made from; see `Disclosed`."""

    authority: str
    version: str
    period_from: date
    period_to: date
    simulated: bool = False
    made_from: str = ""


def audiences(level: Level, former: Iterable[Disclosed]) -> tuple[Level, ...]:
    """Readers of a release at this level: those it is meant for, and those of earlier papers that were kept from the former."""
    first = AUDIENCES.index(level)
    told = {release.level for release in former}
    return tuple(reader for place, reader in enumerate(AUDIENCES) if place == first or (place > first and reader in told))


def read_by(reader: Level, former: Iterable[Disclosed]) -> tuple[Disclosed, ...]:
    """The former releases that these readers have seen."""
    return tuple(release for release in former if AUDIENCES.index(release.level) <= AUDIENCES.index(reader))


def known_cells(version: str, read: Iterable[Disclosed]) -> tuple[PublishedCell, ...]:
    """Numbers of this very delivery that were told before."""
    return tuple(cell for release in read if release.version == version for cell in release.cells if not cell.hidden)


def disclose(spoken: Statements, pattern: Pattern, how: Print, origin: Origin) -> Disclosed:
    """What a release tells, as the ledger keeps it and the attacker reads it."""
    return Disclosed(
        authority=origin.authority,
        level=how.level,
        version=origin.version,
        period_from=origin.period_from,
        period_to=origin.period_to,
        simulated=origin.simulated,
        made_from=origin.made_from,
        dimensions=tuple(spoken.dimensions.values()),
        measures=tuple(spoken.measures.values()),
        cells=published_cells(spoken, pattern, how),
        ratios=published_ratios(spoken, pattern, how),
        curves=published_curves(spoken, how),
    )
