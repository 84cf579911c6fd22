"""Who stands behind a number of referrals, as far as the records know."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from wiwak_eval.evaluation.groups import german_codes
from wiwak_eval.evaluation.network.graph import Pair, ReferralNetwork, pooled
from wiwak_eval.results import Dimension, GroupCell, GroupRatio, Key, Measure, key_of

NOTEBOOK = "04_laufkarte_netzwerk"
REFERRALS, TIE = "referrals", "tie"
THROUGH_HUB, PAST_HUB = "Vermittlungen von oder an WIWAK", "Vermittlungen ohne WIWAK"
REFERRAL_MEASURE = Measure(REFERRALS, "Vermittlungen")
UNKNOWN_PERSONS = (
    "Wer vermittelt wurde, ist nicht erfasst. Für den Datenschutz gelten alle Vermittlungen eines Tages zwischen denselben Stellen als "
    "eine Person; auch dann kann hinter mehreren Tagen dieselbe Person stehen."
)


def sector_labels() -> dict[str, str]:
    """Code to German label of the five sectors, in the contract's order."""
    return german_codes("organisations", "sector")


def sector_pairs() -> tuple[tuple[str, str], ...]:
    """The 15 unordered pairs of sectors, each with itself too, in the contract's order."""
    codes = list(sector_labels())
    return tuple((one, other) for place, one in enumerate(codes) for other in codes[place:])


@dataclass(frozen=True)
class ReferralGroups:
    """Referrals by pair of organisations, volunteers pooled: the one language in which all tables tell them."""

    network: ReferralNetwork

    @cached_property
    def by_pair(self) -> dict[Pair, list[date]]:
        """The days of the referrals between two organisations, in either direction, in the order of the pairs' names."""
        found: dict[Pair, list[date]] = {}
        for sender, receiver, day in self.network.referrals:
            found.setdefault((min(sender, receiver), max(sender, receiver)), []).append(day)
        return dict(sorted(found.items(), key=lambda item: self.name(item[0])))

    def name(self, pair: Pair) -> str:
        """`ABH – JC`."""
        one, other = sorted(self.network.organisations[place].code for place in pair)
        return f"{one} – {other}"

    @cached_property
    def dimension(self) -> Dimension:
        """The ties; unions: pairs of sectors that have any, with and without the centre."""
        unions = {sectors_name(*pair): self._between_sectors(*pair) for pair in sector_pairs()}
        if self.network.hub is not None:
            through = [pair for pair in self.by_pair if self.network.hub in pair]
            unions |= {THROUGH_HUB: through, PAST_HUB: [pair for pair in self.by_pair if pair not in through]}
        told = tuple((name, tuple(map(self.name, pairs))) for name, pairs in unions.items() if pairs)
        return Dimension(TIE, "Verbindung", tuple(map(self.name, self.by_pair)), told)

    def cell(self, row: int, column: str, category: str = "") -> tuple[GroupCell | None, int | None]:
        """The statement on a category (nothing: all referrals) and its number; None twice where no referral belongs to it."""
        found = self._days(category)
        if not found:
            return None, None
        each = [*sorted(Counter(found).values(), reverse=True), 0]
        persons = len(each) - 1
        return GroupCell(row, column, REFERRALS, _key(category), persons, persons, (each[0], each[1])), len(found)

    def share(self, row: int, column: str, category: str) -> tuple[GroupRatio | None, float | None]:
        """The statement on a category's share of all referrals and its value; None twice where no referral belongs to it."""
        found, everything = self._days(category), self._days("")
        if not found:
            return None, None
        persons = len(set(everything))
        ratio = GroupRatio(row, column, (REFERRALS, _key(category)), (REFERRALS, ()), persons, persons)
        return ratio, round(len(found) / len(everything), 6)

    def _days(self, category: str) -> list[date]:
        if category and category not in {name for name, _ in self.dimension.unions} | set(self.dimension.leaves):
            return []
        inside = set(self.dimension.members(category)) if category else set(self.dimension.leaves)
        return [day for pair, days in self.by_pair.items() if self.name(pair) in inside for day in days]

    def _between_sectors(self, one: str, other: str) -> list[Pair]:
        sectors = self.network.sectors
        return [pair for pair in self.by_pair if {sectors[pair[0]], sectors[pair[1]]} == {one, other}]


def referral_groups(network: ReferralNetwork) -> ReferralGroups:
    """The referrals of a network with its volunteers pooled."""
    return ReferralGroups(pooled(network))


def sectors_name(one: str, other: str) -> str:
    """The category of a pair of sectors, so worded that no two organisations can be called like it."""
    labels = sector_labels()
    return f"Sektoren {labels[one]} und {labels[other]}"


def _key(category: str) -> Key:
    return key_of({TIE: category}) if category else ()


def spoken(cells: Sequence[GroupCell | None]) -> tuple[GroupCell, ...]:
    """The statements there are."""
    return tuple(cell for cell in cells if cell is not None)
