"""What a year costs, by item and month."""

from collections.abc import Mapping
from dataclasses import dataclass

from wiwak_eval.budget.pay.post_pay import PayMonth
from wiwak_eval.budget.posts.line import Form
from wiwak_eval.money import Cents

LABELS = {
    "personnel": "Personal",
    "carrier": "Zuschuss an den Träger (Personal)",
    "contract": "Dienstleister (Personal, mit Umsatzsteuer)",
    "interpreting": "Dolmetschen",
    "materials": "Sachmittel am Arbeitsplatz",
    "training": "Fortbildung",
    "travel": "Dienstreisen",
    "outreach": "Fahrten zu aufsuchenden Beratungen",
    "events": "Veranstaltungen",
    "rooms": "Räume",
}
"""Items of the budget in the order of the papers; the first three are posts by form of employment."""

PERSONNEL_ITEM_OF = {Form.OWN: "personnel", Form.FORWARDED: "carrier", Form.CONTRACT: "contract"}
PERSONNEL_ITEMS = tuple(PERSONNEL_ITEM_OF.values())
YearMonths = tuple[Cents, ...]
"""Twelve amounts, January first."""


@dataclass(frozen=True)
class YearCosts:
    """personnel: twelve months by post key; months: twelve amounts by key of LABELS, all of which are there; in_kind: items that come as a
    contribution in kind and are no cash; full_cost: what only the view of full cost adds (overhead), cents a year by German label."""

    year: int
    personnel: Mapping[str, tuple[PayMonth, ...]]
    months: Mapping[str, YearMonths]
    in_kind: frozenset[str]
    full_cost: Mapping[str, Cents]

    @property
    def items(self) -> Mapping[str, Cents]:
        """Cents a year by key of LABELS."""
        return {item: sum(amounts) for item, amounts in self.months.items()}

    @property
    def total(self) -> Cents:
        """All items, in kind included."""
        return sum(self.items.values())

    @property
    def cash(self) -> Cents:
        """All items that are paid in money."""
        return sum(amount for item, amount in self.items.items() if item not in self.in_kind)
