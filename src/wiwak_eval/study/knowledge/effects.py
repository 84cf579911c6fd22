"""What each value that became known changes alone, what they change together, all to the cent."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from wiwak_eval.results import NotAssessable
from wiwak_eval.study.computed import Computed
from wiwak_eval.study.knowledge.amounts import amounts_of
from wiwak_eval.study.knowledge.items import Item

FORECAST = "Prognose: öffentliche Reihen und Annahmen"
TOGETHER = "Zusammenwirken"
REST = "nicht durch diese Werte erklärt"
TOTAL = "Unterschied der beiden Läufe"

Amounts = Mapping[str, int]


@dataclass(frozen=True)
class Effect:
    """Change of each amount in cents; None where the budget cannot be computed with this value alone."""

    label: str
    change: Amounts | None

    @property
    def nothing(self) -> bool:
        """Whether no amount changes by a cent."""
        return self.change is not None and not any(self.change.values())


@dataclass(frozen=True)
class Effects:
    """before, after: the amounts of the two as-of dates; parts: of each item, in the items' order, then of the forecast.

    together: what the parts change together beyond each alone; rest: what no value explains. Parts, together and rest add up to the total.
    """

    before: Amounts
    after: Amounts
    parts: tuple[Effect, ...]
    together: Effect
    rest: Effect

    @property
    def total(self) -> Effect:
        """After less before."""
        return Effect(TOTAL, _change(self.before, self.after))


def effects_of(earlier: Computed, later: Computed, items: Sequence[Item]) -> Effects | NotAssessable:
    """The effects of knowing, as of the earlier date, single items of the later one; refused where one of the two budgets is.

    A value that the earlier budget never looks up cannot change it: for those nothing is computed.
    """
    before, after = amounts_of(earlier), amounts_of(later)
    if isinstance(before, NotAssessable):
        return before
    if isinstance(after, NotAssessable):
        return after
    looked_up = earlier.looked_up("budget", "finance")
    own = [item for item in items if not item.is_series]
    known = {value.key: later.as_of for item in own for value in item.values}

    def alone(item: Item) -> Effect:
        if not any(value.id in looked_up for value in item.values):
            return Effect(item.label, dict.fromkeys(before, 0))
        return _effect(item.label, before, earlier.seen({value.key: later.as_of for value in item.values}, earlier.forecast))

    forecast = _effect(FORECAST, before, earlier.seen({}, later.forecast))
    parts = (*(alone(item) for item in own), forecast)
    whole = amounts_of(earlier.seen(known, later.forecast))
    explained = after if isinstance(whole, NotAssessable) else whole
    alone_sum = {name: sum(part.change[name] for part in parts if part.change is not None) for name in before}
    together = {name: explained[name] - before[name] - alone_sum[name] for name in before}
    return Effects(before, after, parts, Effect(TOGETHER, together), Effect(REST, _change(explained, after)))


def _effect(label: str, before: Amounts, study: Computed) -> Effect:
    found = amounts_of(study)
    return Effect(label, None if isinstance(found, NotAssessable) else _change(before, found))


def _change(before: Amounts, after: Amounts) -> Amounts:
    return {name: after[name] - before[name] for name in before}
