"""Two runs of one delivery with different as-of dates: what became known in between, and its effect."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from wiwak_eval.assumptions import Assumptions, Catalogue, load_catalogue, load_context, load_scenario, with_county_values
from wiwak_eval.results import GermanError, NotAssessable
from wiwak_eval.shipped import shipped
from wiwak_eval.study.home import find_delivery
from wiwak_eval.study.knowledge.effects import Effects, effects_of
from wiwak_eval.study.knowledge.items import Item, items_of
from wiwak_eval.study.knowledge.runs import RunKnowledge, read_run
from wiwak_eval.study.knowledge.series import new_series
from wiwak_eval.study.knowledge.values import NewValue, new_values
from wiwak_eval.study.study import Study

OTHER_DELIVERIES = "Die Läufe haben verschiedene Lieferungen: Was dazwischen bekannt wurde, wird nur für dieselbe Lieferung verglichen."
OTHER_SCENARIOS = "Die Läufe haben verschiedene Szenarien: Was dazwischen bekannt wurde, wird nur für dasselbe Szenario verglichen."
NO_DELIVERY = (
    "Die Wirkung auf die Beträge ist nicht gerechnet, weil die Lieferung der Läufe hier nicht zu öffnen ist. Bitte sie mit „--delivery“ "
    "angeben."
)


@dataclass(frozen=True)
class KnowledgeComparison:
    """earlier, later: the as-of dates in time's order; items: what became known; effects: or why there are none; years: of the budget."""

    earlier: date
    later: date
    items: tuple[Item, ...]
    effects: Effects | NotAssessable
    years: tuple[int, int]


def compare_knowledge(
    before: Path, after: Path, delivery: str = "", say: Callable[[str], None] = lambda _: None
) -> KnowledgeComparison | NotAssessable | None:
    """The comparison of two run folders, None where both look from the same day, or why they cannot be compared.

    delivery: where the delivery of the runs is, if not where its name leads; say: hears what takes a while. Raises GermanError for a
    folder that is no run.
    """
    earlier, later = sorted((read_run(before), read_run(after)), key=lambda run: run.as_of)
    if earlier.as_of == later.as_of:
        return None
    if earlier.digest != later.digest:
        return NotAssessable(OTHER_DELIVERIES)
    if earlier.scenario != later.scenario:
        return NotAssessable(OTHER_SCENARIOS)
    studies = _studies(earlier, later, delivery)
    catalogue = _recorded(earlier, later) if studies is None else studies[1].assumptions.catalogue
    items = items_of((*new_values(catalogue, earlier.as_of, later.as_of), *_series(catalogue, earlier, later)))
    if studies is not None:
        say("Die Wirkung der einzelnen Werte wird gerechnet; das dauert etwa eine Minute.")
    effects = NotAssessable(NO_DELIVERY) if studies is None else effects_of(*studies, items)
    years = (earlier.period_to.year + 1, earlier.period_to.year + 2)
    return KnowledgeComparison(earlier.as_of, later.as_of, items, effects, years)


def _studies(earlier: RunKnowledge, later: RunKnowledge, delivery: str) -> tuple[Study, Study] | None:
    """Both runs to be computed again; None where the delivery is not there. Raises GermanError where another one is named."""
    name = delivery or earlier.delivery
    try:
        location = find_delivery(name)
    except GermanError:
        if delivery:
            raise
        return None
    studies = Study(earlier.parameters(name), location), Study(later.parameters(name), location)
    if studies[0].delivery_digest != earlier.digest:
        if delivery:
            raise GermanError(f"„{delivery}“ ist nicht die Lieferung der Läufe. Bitte die richtige mit --delivery angeben.")
        return None
    return studies


def _series(catalogue: Catalogue, earlier: RunKnowledge, later: RunKnowledge) -> tuple[NewValue, ...]:
    scenario = load_scenario(shipped("data") / "scenarios", earlier.scenario)
    views = (Assumptions(catalogue, scenario, run.as_of) for run in (earlier, later))
    return new_series(load_context(shipped("data") / "context"), *views)


def _recorded(earlier: RunKnowledge, later: RunKnowledge) -> Catalogue:
    """The shipped values with those of the county that the runs wrote down."""
    return with_county_values(load_catalogue(shipped("data") / "assumptions"), [earlier.bundle, later.bundle], later.delivered_on)
