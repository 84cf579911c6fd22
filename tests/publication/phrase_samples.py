"""Findings for tests of sentences: one with a given number, and any that a delivery could bring."""

import re
from collections.abc import Mapping, Sequence
from random import Random

from wiwak_eval.results import Finding, Unit

COUNTED = (Unit.CONTACTS, Unit.PERSONS, Unit.COUNT, Unit.CENTS)
_PLURALS = (
    "Anstiege|Aufgaben|Beratungen|Gemeinden|Hinweise|Karten|Klienten|Menschen|Monate|Monaten|Monatswechsel[n]|Organisationen|Paare|Personen|"
    "Prüfungen|Sektoren|Sektorpaare|Sektorpaaren|Stellen|Vermittlungen|Wechseln"
)
_FAULTS = {
    "two spaces": r"  ",
    "a space before a stop": r"[ \u00a0][.,;:!?)]",
    "a piece of a template": r"[{}|#]|Y1|Y2",
    "a number that is none": r"\bNone\b|\bnan\b|\binf\b|E\+",
    "about twice": r"rund[ \u00a0]rund",
    "one of several": rf"(?<![\d.,−])1°?[ \u00a0](?:{_PLURALS})\b",
    "an amount that may break": r"\d°? (?:Euro|€|%|Stellen?\b|Beratung|Person)",
    "minus zero": r"−0(?![\d,])",
    "a small letter at the start": r"(?:^|[.!?] )[a-zäöü]",
}


def one(
    unit: Unit,
    value: float | None,
    low: float | None = None,
    high: float | None = None,
    decimals: int = 0,
    hidden: bool = False,
    id: str = "x",
) -> Finding:
    return Finding(id, "Aussage", value, low, high, unit, decimals, "2017", "t", "r", "c", "02_pilotjahr", (), hidden)


def plain(words: str) -> str:
    """With ordinary spaces."""
    return words.replace("\u00a0", " ").replace("\u202f", " ")


def faults(words: str, ends: Sequence[str] = (".", "!", "?")) -> list[str]:
    """What is wrong with the form of sentences, whatever they say."""
    found = [name for name, pattern in _FAULTS.items() if re.search(pattern, words)]
    found += ["quotes"] * (words.count("„") != words.count("“")) + ["brackets"] * (words.count("(") != words.count(")"))
    return found + ["no stop"] * (bool(words) and bool(ends) and not words.endswith(tuple(ends)))


VALUES: Mapping[Unit, tuple[float, ...]] = {
    Unit.CENTS: (0, 1, 50, 100, 49_999, 23_987_512, 24_000_000, 24_010_000, 10**13),
    Unit.SHARE: (0.0, 0.004, 0.25, 0.33, 0.5, 0.504, 0.58, 0.996, 1.0, -0.07, -0.004, 3.5),
    Unit.POSTS: (0.0, 0.25, 1.0, 2.75, 3.0, 120.5),
    Unit.NUMBER: (0.0, 1, 1.0, 1.0004, 0.97, 106.0, 224.666667, -3.70022, -0.02, 10**6),
}
"""Few numbers of a unit, so that equal pairs are common: none, one, several, halves, huge ones; signed where a sign can be."""
_COUNTS, _FORECASTS = (0, 1, 2, 9, 124, 1725, 2_000_000), (1799.6, 0.4, 0.8)


def any_finding(random: Random, id: str, unit: Unit, decimals: int) -> Finding:
    """Known, missing or hidden; with a range, a turned one, half of one or none."""
    if random.random() < 0.2:
        return one(unit, None, None, None, decimals, random.random() < 0.5, id)
    values = VALUES.get(unit, (*_COUNTS, *(_FORECASTS if re.match("caseload|persons_2|new_", id) else ())))
    low, high = (random.choice([None, *values, *values]) for _ in range(2))
    return one(unit, random.choice(values), low, high, decimals, id=id)
