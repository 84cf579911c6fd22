"""The dimensions of random sets: what the centre might count by, how it falls, and how it might be grouped."""

from dataclasses import replace

import numpy as np

from benchmarks.disclosure.crowd import Trait
from wiwak_eval.results import Dimension

REST = "übrige"
ATTRIBUTES = {
    "age": ("Alter", ("18-27", "28-40", "41-60", "unter 18", "ab 61"), 0.1),
    "gender": ("Geschlecht", ("m", "w"), 0.2),
    "municipality": ("Gemeinde", ("Salzungen", "Ruhla", "Geisa", "Vacha", "Dermbach", "Tiefenort"), 1.0),
    "origin": ("Herkunft", ("Syrien", "Afghanistan", "Irak", "Eritrea", "Somalia", REST), 0.95),
    "status": ("Aufenthaltsstatus", ("anerkannt", "subsidiär", "Duldung", "Gestattung"), 0.8),
    "topic": ("Anliegen", ("Wohnen", "Arbeit", "Sprache", "Gesundheit"), 0.0),
}
"""German name, leaves from frequent to rare, chance that a household has it in common."""


def draw_traits(rng: np.random.Generator, number: int) -> tuple[Trait, ...]:
    """Different attributes: the municipality has regions; at most one is sensitive, at most one has gaps."""
    names = [str(name) for name in rng.choice(sorted(ATTRIBUTES), size=number, replace=False)]
    sensitive = next((name for name in names if name in {"origin", "status"} and rng.random() < 0.6), "")
    with_gaps = names[rng.integers(number)] if rng.random() < 0.4 else ""
    return tuple(_trait(rng, name, name == sensitive, name == with_gaps) for name in names)


def month_of(count: int) -> Dimension:
    """The first months of 2017; a quarter is printed as far as it has gone."""
    leaves = tuple(f"2017-{number:02d}" for number in range(1, count + 1))
    quarters = tuple((f"2017-Q{start // 3 + 1}", leaves[start : start + 3]) for start in range(0, count, 3))
    return Dimension("month", "Monat", leaves, quarters, time=True)


def regrouped(rng: np.random.Generator, dimension: Dimension) -> Dimension:
    """The same leaves, where there are many gathered into other unions of other names; time stays as it is."""
    if dimension.time or len(dimension.leaves) < 4:
        return dimension
    names = ("Ost", "West") if dimension.unions else ("Gruppe 1", "Gruppe 2")
    return replace(dimension, unions=_halves(rng, dimension.leaves, names))


def _trait(rng: np.random.Generator, name: str, sensitive: bool, gaps: bool) -> Trait:
    label, leaves, shared = ATTRIBUTES[name]
    number = int(rng.integers(min(3, len(leaves)), len(leaves) + 1))
    kept = (*leaves[: number - 1], leaves[-1]) if leaves[-1] == REST else leaves[:number]
    unions = _halves(rng, kept, ("Nord", "Süd")) if name == "municipality" and len(kept) > 3 else ()
    dimension = Dimension(name, label, kept, unions, sensitive=sensitive, rest=REST if kept[-1] == REST else "")
    return Trait(dimension, rng.uniform(0.5, 2.0), shared, rng.uniform(0.03, 0.2) if gaps else 0.0, of_contact=name == "topic")


def _halves(rng: np.random.Generator, leaves: tuple[str, ...], names: tuple[str, str]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Two unions that share the leaves out; each has two leaves at least."""
    order = rng.permutation(len(leaves))
    cut = int(rng.integers(2, len(leaves) - 1))
    parts = (sorted(order[:cut]), sorted(order[cut:]))
    return tuple((name, tuple(leaves[place] for place in part)) for name, part in zip(names, parts, strict=True))
