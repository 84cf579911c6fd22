"""The Land's terms as the assumptions know them."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from wiwak_eval.assumptions import Assumptions, Gap
from wiwak_eval.budget.costs.model import LABELS
from wiwak_eval.budget.grants.ceiling import lowest_ceiling
from wiwak_eval.budget.grants.terms import NEVER, GrantKind, GrantTerms
from wiwak_eval.money import Cents, to_cents

KINDS = {
    "anteil": GrantKind.SHARE,
    "fehlbedarf": GrantKind.DEFICIT,
    "festbetrag": GrantKind.FIXED,
    "pauschale": GrantKind.FLAT,
}
"""Kinds as the contract of records and the assumptions name them."""

DECISIVE = {
    GrantKind.SHARE: "land_share",
    GrantKind.DEFICIT: "land_own_cash_year",
    GrantKind.FIXED: "land_amount_year",
    GrantKind.FLAT: "land_amount_post_month",
}
"""The value without which a grant of that kind is not decided."""


def decided_terms(assumptions: Assumptions, year: int, persons: int | None = None) -> GrantTerms | None:
    """The Land's terms if they are known at the as-of date, else None: the Land's part is open then.

    persons: recognised refugees, where they were delivered; they decide on the ceiling if the amount for each is known.
    """
    day, rules = date(year, 1, 1), land_rules(assumptions, year)
    decisive = DECISIVE[rules.kind]
    if not assumptions.has(decisive, day):
        return None
    return replace(
        rules,
        rate=assumptions.decimal(decisive, day) if rules.kind is GrantKind.SHARE else Decimal(0),
        own_cash=to_cents(assumptions.decimal(decisive, day)) if rules.kind is GrantKind.DEFICIT else 0,
        amount=to_cents(assumptions.decimal(decisive, day)) if rules.kind in {GrantKind.FIXED, GrantKind.FLAT} else 0,
        ceiling=land_ceiling(assumptions, year, persons),
        start=start_month(assumptions.text("land_start_month", day), year) if assumptions.has("land_start_month", day) else 1,
        decided=decided_month(assumptions.text("land_decided_month", day), year) if assumptions.has("land_decided_month", day) else 0,
        early_start=assumptions.has("land_early_start_allowed", day) and bool(assumptions.decimal("land_early_start_allowed", day)),
    )


def land_rules(assumptions: Assumptions, year: int) -> GrantTerms:
    """What holds for any grant of the Land: its kind, what is eligible, the tolerance; no amount yet. Raises Gap."""
    day = date(year, 1, 1)
    kind = assumptions.text("land_grant_kind", day)
    if kind not in KINDS:
        raise Gap(f"Die Finanzierungsart „{kind}“ (Annahme „land_grant_kind“) gibt es nicht. Bitte eine von {', '.join(KINDS)} eintragen.")
    return GrantTerms(
        KINDS[kind],
        frozenset(item for item in LABELS if assumptions.decimal(f"land_eligible_{item}", day)),
        in_kind_counts=bool(assumptions.decimal("land_in_kind_counts", day)),
        tolerance=assumptions.decimal("land_item_tolerance", day),
    )


def land_ceiling(assumptions: Assumptions, year: int, persons: int | None) -> Cents | None:
    """The ceiling that the assumptions give. Without delivered persons the assumed number counts; None where nothing is known."""
    day = date(year, 1, 1)

    def amount(id: str) -> Cents | None:
        return to_cents(assumptions.decimal(id, day)) if assumptions.has(id, day) else None

    per_person = amount("land_ceiling_per_refugee")
    if per_person is not None and persons is None and assumptions.has("recognised_refugees", day):
        persons = int(assumptions.decimal("recognised_refugees", day))
    return lowest_ceiling(amount("land_ceiling_year"), per_person, persons)


def start_month(month: str, year: int) -> int:
    """First month of `year` (1-13) that a grant from the month key `month` on covers."""
    first, start = int(month[:4]), int(month[5:7])
    return 1 if first < year else start if first == year else NEVER


def decided_month(month: str, year: int) -> int:
    """Month of `year` in which a notice came: 0 before it, 13 after it."""
    first, decided = int(month[:4]), int(month[5:7])
    return 0 if first < year else decided if first == year else NEVER
