"""In which order the stages of the chain follow each other. The order is data: the county may replace it."""

from dataclasses import dataclass
from datetime import date
from graphlib import CycleError, TopologicalSorter

from wiwak_eval.assumptions import Assumptions
from wiwak_eval.evaluation.groups import german_codes
from wiwak_eval.results import GermanError

ORDER, ALWAYS = "chain_order", "chain_always"
ASSUMPTIONS = (ORDER, ALWAYS)


def stage_labels() -> dict[str, str]:
    """Every stage of the contract, in its order, with its German name."""
    return german_codes("chain_stages", "stage")


@dataclass(frozen=True)
class ChainOrder:
    """A partial order of stages (canonical codes).

    pairs: (before, after): the second begins only once the first is completed; sorted as the contract lists the stages. always: stages that
    every completed chain includes.
    """

    pairs: tuple[tuple[str, str], ...]
    always: tuple[str, ...]


def agreed_order(assumptions: Assumptions, on: date) -> ChainOrder:
    """The order that holds on a day. Raises Gap where there is none, GermanError where it cannot be read."""
    return parse_order(assumptions.text(ORDER, on), assumptions.text(ALWAYS, on))


def parse_order(order: str, always: str) -> ChainOrder:
    """An order as it is written: `A > B, C; B > D`, stages by German name or code, whatever their case.

    Raises GermanError for an unknown stage, a part without `>`, and stages that wait for each other.
    """
    pairs = [pair for part in order.split(";") if part.strip() for pair in _part(part)]
    waits: dict[str, set[str]] = {}
    for before, after in pairs:
        waits.setdefault(after, set()).add(before)
    try:
        TopologicalSorter(waits).prepare()
    except CycleError as error:
        circle = " > ".join(stage_labels()[stage] for stage in error.args[1])
        raise GermanError(
            f"Integrationskette ({ORDER}): Stationen warten im Kreis aufeinander ({circle}). Bitte eine der Angaben streichen."
        ) from None
    place = list(stage_labels()).index
    ordered = sorted(set(pairs), key=lambda pair: (place(pair[0]), place(pair[1])))
    return ChainOrder(tuple(ordered), tuple(sorted({_stage(name, ALWAYS) for name in always.split(",") if name.strip()}, key=place)))


def _part(part: str) -> list[tuple[str, str]]:
    before, sign, after = part.partition(">")
    if not sign or ">" in after:
        raise GermanError(
            f"Integrationskette ({ORDER}): „{part.strip()}“ ist keine Reihenfolge. Bitte so angeben: „Aufenthaltstitel > Wohnung“."
        )
    return [(_stage(before, ORDER), _stage(name, ORDER)) for name in after.split(",")]


def _stage(name: str, id: str) -> str:
    labels = stage_labels()
    known = {word.casefold(): stage for stage, label in labels.items() for word in (stage, label)}
    found = known.get(" ".join(name.split()).casefold())
    if found is None:
        raise GermanError(
            f"Integrationskette ({id}): Die Station „{name.strip()}“ gibt es nicht. Bekannt sind: {', '.join(labels.values())}."
        )
    return found
