"""The world that everything seen leaves possible, or the tables that cannot all be true."""

from collections.abc import Sequence
from dataclasses import replace

from wiwak_eval.disclosure.attack.reduce import Contradictory
from wiwak_eval.disclosure.attack.rows import Rows, joined
from wiwak_eval.disclosure.attack.system import System, build_system
from wiwak_eval.disclosure.attack.universe import population
from wiwak_eval.disclosure.attack.world import World, build_world
from wiwak_eval.disclosure.disclosed import Disclosed
from wiwak_eval.disclosure.model import Place


def sight(seen: Sequence[Disclosed], asked: Sequence[Place]) -> tuple[System, World] | None:
    """What everything seen leaves possible. That nobody vanished between two deliveries is assumed as far as it can be true. Former
    populations whose numbers contradict each other are left out. None: what is told of the newest population cannot all be true."""
    system = build_system(seen, asked)
    assumed = list(system.monotone)
    world = _world(system, assumed)
    if world is None and assumed:
        assumed = []
        for link in system.monotone:
            assumed += [link] if _world(system, [*assumed, link]) else []
        world = _world(system, assumed)
    if world is not None:
        return system, world
    own = [release for release in seen if population(release) == population(seen[-1])]
    if not possible(own):
        return None
    whole = {population(release) for release in seen if possible([one for one in seen if population(one) == population(release)])}
    return sight([release for release in seen if population(release) in whole], asked)


def possible(seen: Sequence[Disclosed]) -> bool:
    """Whether all that was printed can be true at once."""
    return _world(build_system(seen), []) is not None


def contradicting(seen: Sequence[Disclosed]) -> tuple[str, ...]:
    """Tables of the newest population that cannot all be true, none of which can be left out; found by leaving out one after the other."""
    left = [release for release in seen if population(release) == population(seen[-1])]
    needed = list(dict.fromkeys(table for release in left for table in tables(release)))
    for table in list(needed):
        fewer = [without(release, table) for release in left]
        if not possible(fewer):
            left = fewer
            needed.remove(table)
    return tuple(needed)


def tables(release: Disclosed) -> list[str]:
    """Tables that tell numbers or ratios, each once."""
    return list(dict.fromkeys([*(cell.table for cell in release.cells), *(ratio.table for ratio in release.ratios)]))


def without(release: Disclosed, table: str) -> Disclosed:
    """A release as if a table had not been printed."""
    cells = tuple(cell for cell in release.cells if cell.table != table)
    return replace(release, cells=cells, ratios=tuple(ratio for ratio in release.ratios if ratio.table != table))


def _world(system: System, assumed: Sequence[Rows]) -> World | None:
    try:
        return build_world(joined([system.rows, *assumed], system.size))
    except Contradictory:
        return None
