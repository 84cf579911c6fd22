"""The network as recorded: organisations as nodes, referrals as arcs, the centre as hub."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from wiwak_eval.evaluation.network.short_names import short_names
from wiwak_eval.records import Records
from wiwak_eval.results import NotAssessable

HUB = "WIWAK"
"""Identifier of the centre itself, by contract."""
VOLUNTEERS = "volunteers"
POOLED_CODE, POOLED_NAME = "Ehrenamt", "Ehrenamt (Gruppen)"
"""An organisation that is one volunteer is a person: wherever organisations are named, volunteers stand together under this name."""

Pair = tuple[int, int]


@dataclass(frozen=True)
class Organisation:
    """A node: short name, full name, sector (code of the contract)."""

    code: str
    name: str
    sector: str


@dataclass(frozen=True)
class ReferralNetwork:
    """One snapshot of who referred people to whom; nodes are numbered 0 to n-1.

    hub: number of the centre, None where it was not delivered; referrals: sender, receiver and day of each; self_referrals: those of an
    organisation to itself, which are left out.
    """

    organisations: tuple[Organisation, ...]
    hub: int | None
    referrals: tuple[tuple[int, int, date], ...]
    self_referrals: int = 0

    @cached_property
    def arcs(self) -> frozenset[Pair]:
        """Sender and receiver of at least one referral."""
        return frozenset((sender, receiver) for sender, receiver, _ in self.referrals if sender != receiver)

    @cached_property
    def ties(self) -> tuple[Pair, ...]:
        """Unordered pairs with at least one referral in either direction, smaller number first, sorted."""
        return tuple(sorted({(min(arc), max(arc)) for arc in self.arcs}))

    @cached_property
    def sectors(self) -> tuple[str, ...]:
        """The sector of each node."""
        return tuple(organisation.sector for organisation in self.organisations)

    def crosses(self, tie: Pair) -> bool:
        """Whether a tie joins two sectors."""
        return self.sectors[tie[0]] != self.sectors[tie[1]]


def read_network(records: Records) -> ReferralNetwork | NotAssessable:
    """All organisations delivered and the referrals between them. Refused without both tables or without any referral."""
    organisations, referrals = records.table("organisations"), records.table("referrals")
    if isinstance(organisations, NotAssessable):
        return organisations
    if isinstance(referrals, NotAssessable):
        return referrals
    ids = [str(id) for id in organisations["organisation_id"]]
    given = zip(ids, organisations["name"].astype(str), organisations["sector"].astype(str), strict=True)
    rows = sorted(given)
    number = {id: place for place, (id, _, _) in enumerate(rows)}
    codes = short_names(id for id, _, _ in rows)
    nodes = tuple(Organisation(code, name, sector) for code, (_, name, sector) in zip(codes, rows, strict=True))
    days = zip(referrals["from_id"], referrals["to_id"], referrals["date"], strict=True)
    told = [(number[sender], number[receiver], day.date()) for sender, receiver, day in days if sender in number and receiver in number]
    between = tuple(sorted(referral for referral in told if referral[0] != referral[1]))
    if not between:
        return NotAssessable("nicht auswertbar: Zwischen zwei verschiedenen Organisationen ist keine Vermittlung erfasst.")
    hub = next((place for id, place in number.items() if id.casefold() == HUB.casefold()), None)
    return ReferralNetwork(nodes, hub, between, len(told) - len(between))


def without_hub(network: ReferralNetwork) -> ReferralNetwork:
    """The network with the centre and all its referrals left out; the same network where there is no centre."""
    kept = [place for place in range(len(network.organisations)) if place != network.hub]
    return _renumbered(network, [network.organisations[place] for place in kept], {old: new for new, old in enumerate(kept)}, None)


def pooled(network: ReferralNetwork) -> ReferralNetwork:
    """The network with all organisations of volunteers as one node, which has referrals to itself where they referred to each other."""
    named = [node for node in network.organisations if node.sector != VOLUNTEERS]
    if len(named) == len(network.organisations):
        return network
    group = Organisation(_unused(POOLED_CODE, {node.code for node in named}), POOLED_NAME, VOLUNTEERS)
    nodes = sorted([*named, group], key=lambda node: node.code)
    number = {node.code: place for place, node in enumerate(nodes)}
    places = {old: number[group.code if node.sector == VOLUNTEERS else node.code] for old, node in enumerate(network.organisations)}
    return _renumbered(network, nodes, places, None if network.hub is None else places[network.hub])


def _renumbered(network: ReferralNetwork, nodes: Iterable[Organisation], number: dict[int, int], hub: int | None) -> ReferralNetwork:
    kept = ((number[sender], number[receiver], day) for sender, receiver, day in network.referrals if {sender, receiver} <= number.keys())
    return replace(network, organisations=tuple(nodes), hub=hub, referrals=tuple(sorted(kept)))


def _unused(code: str, taken: set[str]) -> str:
    return code if code not in taken else _unused(f"{code} *", taken)
