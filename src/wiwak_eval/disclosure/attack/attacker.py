"""Everything an outsider can try on a release, given all former ones."""

from collections.abc import Sequence
from itertools import islice

from wiwak_eval.disclosure.attack.blame import blamed
from wiwak_eval.disclosure.attack.curves import steps
from wiwak_eval.disclosure.attack.differences import differences
from wiwak_eval.disclosure.attack.inquiry import answers, asked
from wiwak_eval.disclosure.attack.insiders import ask_insiders
from wiwak_eval.disclosure.attack.lattice import MOST, groups
from wiwak_eval.disclosure.attack.sight import contradicting, sight
from wiwak_eval.disclosure.attack.system import System
from wiwak_eval.disclosure.attack.universe import Population, population
from wiwak_eval.disclosure.attack.world import NOTHING, World
from wiwak_eval.disclosure.disclosed import Disclosed
from wiwak_eval.disclosure.model import AttackReport, Breach, Insider, Target, Tried
from wiwak_eval.results import Key

ANY_CHANGE = 10**6
"""Stands for a threshold that no change reaches."""

Found = list[Breach | None]
"""One entry for each attack tried."""


def attack(
    seen: Sequence[Disclosed], targets: Sequence[Target], insiders: Sequence[Insider], fewest: int, fewest_sensitive: int
) -> AttackReport:
    """Try everything on the last release of `seen`; all are one authority's, oldest first.

    targets: numbers the last release hid for the sake of people; insiders: people who know what they add to one of its numbers; fewest,
    fewest_sensitive: people from which on a group may be told, the latter where it names a sensitive attribute; 0: any may.
    """
    current = seen[-1]
    places = [*((target.measure, target.key) for target in targets), *((insider.measure, insider.key) for insider in insiders)]
    found: dict[str, Found] = {"bounds": [], "small": [], "insider": [], "difference": []}
    sighted = sight(seen, places)
    wrong = contradicting(seen) if sighted is None else ()
    if sighted is not None:
        system, world = sighted
        found["bounds"] = _bounds(system, world, targets)
        found["small"] = _small(system, world, fewest, fewest_sensitive)
        holding = [target for target, breach in zip(targets, found["bounds"], strict=True) if breach is None]
        found["insider"], wrong = ask_insiders(system, world, holding, insiders)
        found["difference"] = _differences(system, world, fewest, fewest_sensitive)
    found["curve"], impossible = _curves(current, fewest, fewest_sensitive)
    tried = tuple(Tried(kind, len(many), sum(one is not None for one in many)) for kind, many in found.items())
    breaches = tuple(one for many in found.values() for one in many if one is not None)
    return AttackReport(tried, breaches, (*wrong, *impossible))


def _bounds(system: System, world: World, targets: Sequence[Target]) -> Found:
    """Hidden numbers, bounded by all that was printed."""
    newest = len(system.seen) - 1
    sums = [(system.columns(newest, (target.measure, target.key)), NOTHING) for target in targets]
    questions = asked(world, sums, [target.need for target in targets], True)
    return [
        answer and Breach("bounds", blamed(system.seen[-1], one.measure, one.key), one.measure, one.key, *answer, one.need)
        for one, answer in zip(targets, answers(world, questions), strict=True)
    ]


def _small(system: System, world: World, fewest: int, fewest_sensitive: int) -> Found:
    """Groups of few people, told or to be had by crossing and subtracting what is told. What former releases had given away of people of
    another delivery before is not held against this one."""
    current = population(system.seen[-1])
    found = _few(system, world, fewest, fewest_sensitive)
    if any(breach and whom != current for (whom, _, _), breach in found.items()):
        before = sight(system.seen[:-1], ())
        known = _few(*before, fewest, fewest_sensitive) if before else {}
        return [breach if name[0] == current or not known.get(name) else None for name, breach in found.items()]
    return list(found.values())


def _few(system: System, world: World, fewest: int, fewest_sensitive: int) -> dict[tuple[Population, str, Key], Breach | None]:
    """What is found of groups, each named by whom it is part of, its measure and key."""
    with_need = ((one, fewest_sensitive if one.sensitive else fewest) for one in groups(system))
    tried = list(islice(((one, need) for one, need in with_need if need), MOST))
    questions = asked(world, [(one.columns, NOTHING) for one, _ in tried], [need for _, need in tried], False)
    return {
        (*one.spot, one.key): answer and Breach("small", blamed(system.seen[-1], one.spot[1], one.key), one.spot[1], one.key, *answer, need)
        for (one, need), answer in zip(tried, answers(world, questions), strict=True)
    }


def _differences(system: System, world: World, fewest: int, fewest_sensitive: int) -> Found:
    """Few people who came to a group or went from it since a former release; of few newcomers in all, every change is theirs."""
    tried = [(one, need) for one in differences(system) if (need := fewest_sensitive if one.sensitive else fewest)]
    needs = [ANY_CHANGE if one.people is not None and 0 < abs(one.people) < need else need for one, need in tried]
    questions = asked(world, [(one.now, one.before) for one, _ in tried], needs, False)
    return [
        answer and Breach("difference", blamed(system.seen[-1], *one.place), *one.place, *answer, need)
        for (one, need), answer in zip(tried, answers(world, questions), strict=True)
    ]


def _curves(release: Disclosed, fewest: int, fewest_sensitive: int) -> tuple[Found, tuple[str, ...]]:
    """Steps of survival curves proved to be about few people, and tables whose curve no numbers can make."""
    sensitive = {dimension.name for dimension in release.dimensions if dimension.sensitive}
    found: Found = []
    wrong: list[str] = []
    for curve in release.curves:
        need = fewest_sensitive if any(name in sensitive for name, _ in curve.key) else fewest
        told = steps(curve)
        if told is None:
            wrong.append(curve.table)
        for step in told or ():
            few = step.watched[1] < need
            found.append(Breach("curve", (curve.table,), "persons", curve.key, *step.watched, need) if few else None)
    return found, tuple(dict.fromkeys(wrong))
