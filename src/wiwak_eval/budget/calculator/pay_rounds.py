"""Pay rounds that a reader may choose: the assumed one, steps of half a percent around it, and those of other scenarios."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from wiwak_eval.assumptions import Assumptions, Patch
from wiwak_eval.assumptions.table import steps
from wiwak_eval.budget.calculator.scenarios import OtherScenario
from wiwak_eval.german import percent

PAY = "pay_index"
STEP = Decimal("0.005")
FEWEST, MOST = -2, 5
"""Steps below and above the assumption: what past pay rounds and the shipped scenarios lie within."""
ASSUMED = "0"
"""Key of the assumed round."""
REASON = "Tarif im Rechner gewählt"

Path = tuple[tuple[date, Decimal], ...]
"""The pay index on each day on which it changes."""


@dataclass(frozen=True)
class PayRound:
    """A choice.

    key: percent against the assumption (`0.5`), or a scenario's id; label: German; since, rise: day and rise of pay in the first open
    round, None where none is ahead; patches: over the assumptions; scenarios: ids of those whose pay this is.
    """

    key: str
    label: str
    since: date | None
    rise: Decimal | None
    patches: tuple[Patch, ...]
    scenarios: tuple[str, ...] = ()


def first_open_round(assumptions: Assumptions, groups: Sequence[str], end: date) -> date | None:
    """The first day up to `end` on which pay is expected to rise beyond every known pay table of these groups; None where there is none.

    Before that day a table says what is paid, and no expectation moves it.
    """
    rows = [id for group in groups for id in assumptions.ids(f"pay_{group}_") if assumptions.has(id, end)]
    known = max((assumptions.get(id, end).valid_from for id in rows), default=date.min)
    rises = (found.valid_from for found in steps(assumptions, assumptions.catalogue.entries[PAY]))
    return next((day for day in rises if known < day <= end), None)


def pay_rounds(assumptions: Assumptions, groups: Sequence[str], end: date, others: Sequence[OtherScenario]) -> tuple[PayRound, ...]:
    """The choices, least rise first; the assumed round is always there. end: last day of the budget years. Raises Gap."""
    day = first_open_round(assumptions, groups, end)
    if day is None:
        return (PayRound(ASSUMED, "nach den bekannten Entgelttabellen", None, None, (), tuple(other.id for other in others)),)
    days = _days([assumptions, *(other.view for other in others)], day)
    before = assumptions.decimal(PAY, day - timedelta(days=1))
    paths = {other.id: _path(other.view, days) for other in others}
    found = [_moved(assumptions, number * STEP, day, days, before, others, paths) for number in range(FEWEST, MOST + 1)]
    named = {id for one in found for id in one.scenarios}
    found += [_like(other, paths[other.id], before) for other in others if other.id not in named]
    return tuple(sorted(found, key=lambda one: (one.rise, one.key)))


def _moved(
    assumptions: Assumptions,
    change: Decimal,
    day: date,
    days: Sequence[date],
    before: Decimal,
    others: Sequence[OtherScenario],
    paths: Mapping[str, Path],
) -> PayRound:
    """Pay higher or lower than assumed from the first open round on."""
    patches = (Patch(id=PAY, multiply=1 + change, valid_from=day, reason=REASON),) if change else ()
    path = _path(assumptions.with_patches(patches), days)
    same = [other for other in others if paths[other.id] == path]
    rise = path[0][1] / before - 1
    key = f"{(change * 100).normalize():f}" if change else ASSUMED
    return PayRound(key, _label(change, rise, [other.label for other in same]), day, rise, patches, tuple(other.id for other in same))


def _label(change: Decimal, rise: Decimal, scenarios: Sequence[str]) -> str:
    against = f"{percent(abs(change))} {'mehr' if change > 0 else 'weniger'} als angenommen" if change else "wie angenommen"
    named = f" (Szenario {', '.join(f'„{label}“' for label in scenarios)})" if scenarios else ""
    return f"{_signed(rise)}, {against}{named}"


def _signed(rise: Decimal) -> str:
    return f"{'minus' if rise < 0 else 'plus'} {percent(abs(rise))}"


def _like(other: OtherScenario, path: Path, before: Decimal) -> PayRound:
    """Another scenario's pay, where no step of the choices is just that."""
    patches = tuple(Patch(id=PAY, set=value, valid_from=on, reason=REASON) for on, value in path)
    rise = path[0][1] / before - 1
    return PayRound(other.id, f"{_signed(rise)}, wie im Szenario „{other.label}“", path[0][0], rise, patches, (other.id,))


def _days(views: Sequence[Assumptions], first: date) -> list[date]:
    """The first open round, and each later day on which pay changes in one of the views."""
    changes = {found.valid_from for view in views for found in steps(view, view.catalogue.entries[PAY])}
    return sorted({first, *(on for on in changes if on > first)})


def _path(view: Assumptions, days: Sequence[date]) -> Path:
    return tuple((on, view.decimal(PAY, on)) for on in days)
