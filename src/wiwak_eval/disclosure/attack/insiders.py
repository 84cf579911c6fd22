"""What people know who know their own values: a household alone in a hidden number subtracts itself."""

from collections.abc import Mapping, Sequence

import numpy as np

from wiwak_eval.disclosure.attack.blame import blamed
from wiwak_eval.disclosure.attack.inquiry import answers, asked
from wiwak_eval.disclosure.attack.reduce import Contradictory
from wiwak_eval.disclosure.attack.system import System
from wiwak_eval.disclosure.attack.world import NOTHING, World
from wiwak_eval.disclosure.model import Breach, Insider, Target
from wiwak_eval.results import Dimension, Key


def ask_insiders(
    system: System, world: World, targets: Sequence[Target], insiders: Sequence[Insider]
) -> tuple[list[Breach | None], tuple[str, ...]]:
    """One entry for each insider and each other hidden number that depends on theirs, and tables that contradict what an insider knows.

    A number within a group that an insider is alone in tells them nothing about anybody else, and is not asked for.
    """
    newest = len(system.seen) - 1
    places = [(target.measure, target.key) for target in targets]
    questions = asked(world, [(system.columns(newest, place), NOTHING) for place in places], [target.need for target in targets], True)
    people = list(dict.fromkeys(insiders))
    own_weights, _ = world.weights([(system.columns(newest, (one.measure, one.key)), NOTHING) for one in people])
    reach = abs(questions.high)
    dimensions = {dimension.name: dimension for dimension in system.seen[-1].dimensions}
    found: list[Breach | None] = []
    wrong: list[str] = []
    for insider, own in zip(people, own_weights.toarray(), strict=True):
        asks = np.flatnonzero(reach @ world.touched(own) > 0).tolist()
        others = [i for i in asks if places[i] != (insider.measure, insider.key) and not _only_theirs(insider, places[i][1], dimensions)]
        try:
            known = world.given(own, insider.own, insider.own if insider.alone else np.inf)
            told = answers(known, questions.take(others))
        except Contradictory:
            wrong += blamed(system.seen[-1], insider.measure, insider.key)
            continue
        for i, answer in zip(others, told, strict=True):
            found.append(answer and Breach("insider", blamed(system.seen[-1], *places[i]), *places[i], *answer, targets[i].need))
        world.learn(known)
    return found, tuple(dict.fromkeys(wrong))


def _only_theirs(insider: Insider, key: Key, dimensions: Mapping[str, Dimension]) -> bool:
    """Whether a group lies within one that the insider is alone in."""
    told = dict(key)
    return insider.alone and all(
        name in told and set(dimensions[name].members(told[name])) <= set(dimensions[name].members(category))
        for name, category in insider.key
    )
