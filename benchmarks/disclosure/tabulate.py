"""Guarded tables of made-up people: cross-classifications with all margins, one row a group."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from benchmarks.disclosure.people import Group, People, group_of
from wiwak_eval.results import (
    ALL,
    Cell,
    Column,
    Dimension,
    GroupCell,
    GroupRatio,
    Key,
    Measure,
    Protection,
    Table,
    Unit,
    build_table,
    key_of,
)

NOTEBOOK = "pruefstand"
UNITS = {"persons": Unit.PERSONS, "contacts": Unit.CONTACTS}
LEAVES, UNIONS, EVERY = "leaves", "unions", "every"
"""What of a dimension is shown beside its margin: finest categories, coarser ones, all that is recorded."""


@dataclass(frozen=True)
class Layout:
    """What a table shows. shown: dimension and what of it, the margin always; measures: columns of numbers; share_of: dimension whose
    parts are also printed as shares of their whole, or ""; mean: whether contacts for each person are printed.
    """

    id: str
    shown: tuple[tuple[str, tuple[str, ...]], ...]
    measures: tuple[str, ...]
    share_of: str = ""
    mean: bool = False


def keys_of(layout: Layout, dimensions: Mapping[str, Dimension]) -> Iterator[Key]:
    """The groups of a table, from its finest to everybody."""
    choices = [[*_categories(dimensions[name], what), ""] for name, what in layout.shown]
    names = [name for name, _ in layout.shown]
    for categories in product(*choices):
        yield key_of({name: category for name, category in zip(names, categories, strict=True) if category})


def table_of(layout: Layout, people: People, dimensions: Mapping[str, Dimension], measures: Mapping[str, Measure]) -> Table:
    """The table with true numbers and what guards them."""
    keys = list(keys_of(layout, dimensions))
    groups = {key: group_of(people, dimensions, key) for key in keys}
    cells = [_cell(row, key, measure, groups[key]) for row, key in enumerate(keys) for measure in layout.measures]
    ratios = [ratio for row, key in enumerate(keys) for ratio in _ratios(layout, row, key, groups)]
    used = [measures[name] for name in ("persons", "contacts") if name in _measures_used(layout)]
    told = [dimensions[name] for name, _ in layout.shown]
    protection = Protection(tuple(told), tuple(used), tuple(cells), tuple(ratios))
    rows = [_row(layout, row, key, groups, ratios) for row, key in enumerate(keys)]
    return build_table(layout.id, f"Prüftabelle {layout.id}", _columns(layout), rows, NOTEBOOK, protection=protection)


def _categories(dimension: Dimension, what: Sequence[str]) -> list[str]:
    leaves = list(dimension.leaves) if LEAVES in what else []
    unions = [name for name, _ in dimension.unions] if UNIONS in what else []
    return leaves + unions + ([ALL] if EVERY in what else [])


def _measures_used(layout: Layout) -> set[str]:
    return {*layout.measures, *(["persons"] if layout.share_of else []), *(["persons", "contacts"] if layout.mean else [])}


def _cell(row: int, key: Key, measure: str, group: Group) -> GroupCell:
    return GroupCell(row, measure, measure, key, group.persons, group.households, group.largest[measure])


def _ratios(layout: Layout, row: int, key: Key, groups: Mapping[Key, Group]) -> Iterator[GroupRatio]:
    if layout.share_of in dict(key):
        whole = tuple(pair for pair in key if pair[0] != layout.share_of)
        if groups[whole].persons:
            yield GroupRatio(row, "share", ("persons", key), ("persons", whole), groups[whole].persons, groups[whole].households)
    if layout.mean and groups[key].persons:
        yield GroupRatio(row, "mean", ("contacts", key), ("persons", key), groups[key].persons, groups[key].households)


def _columns(layout: Layout) -> list[Column]:
    columns = [Column("group", "Gruppe", Unit.TEXT)]
    columns += [Column(name, {"persons": "Personen", "contacts": "Beratungen"}[name], UNITS[name]) for name in layout.measures]
    columns += [Column("share", "Anteil", Unit.SHARE, 0)] if layout.share_of else []
    return columns + ([Column("mean", "Beratungen je Person", Unit.NUMBER, 1)] if layout.mean else [])


def _row(layout: Layout, row: int, key: Key, groups: Mapping[Key, Group], ratios: Sequence[GroupRatio]) -> list[Cell]:
    text = ", ".join(f"{name}: {category}" for name, category in key) or "insgesamt"
    printed = {ratio.column: _value(ratio.numerator, groups) / _value(ratio.denominator, groups) for ratio in ratios if ratio.row == row}
    further = [name for name, shown in (("share", layout.share_of), ("mean", layout.mean)) if shown]
    return [text, *(_value((name, key), groups) for name in layout.measures), *(printed.get(name) for name in further)]


def _value(place: tuple[str, Key], groups: Mapping[Key, Group]) -> int:
    measure, key = place
    return groups[key].persons if measure == "persons" else groups[key].contacts
