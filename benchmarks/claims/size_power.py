"""Size and power of the lenient reading of “rose continuously”, as the Markdown table of the handbook.

`python -m benchmarks.claims.size_power`: series of ten months without a trend, and with 4 % growth a month, of known overdispersion.
"""

import argparse
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from wiwak_eval import german
from wiwak_eval.claims.rising import Months, Rule, rising, rule_of
from wiwak_eval.claims.verdict import Verdict, overall
from wiwak_eval.shipped import shipped
from wiwak_eval.study.claims_file import read_claims

SEED = 20171115
SERIES = 2_000
MEANS = (170, 40)
"""Contacts a month: about as many as in the shipped pilot year, and as in a small centre."""
GROWTHS = (0.0, 0.04)
DISPERSIONS = (1, 2, 4)
PERSONS_SHARE = 0.57
"""Persons for each contact of a month, as in the shipped pilot year."""
HEADER = (
    "| Beratungen je Monat | Überstreuung | ohne Trend: gestützt | ohne Trend: widerlegt | 4 % Zuwachs je Monat: gestützt |\n"
    "|---:|---:|---:|---:|---:|"
)
"""Supported is the claim where it is supported with or without a qualification."""


@dataclass(frozen=True)
class Cell:
    """Shares (0–1) of series by verdict. supported: with or without qualification."""

    supported: float
    refuted: float


def draw(rng: np.random.Generator, mean: float, growth: float, dispersion: float, months: int, series: int) -> NDArray[np.int64]:
    """Contacts and persons, shape (series, 2, months).

    Contacts are negative binomial with variance `dispersion` times mean (Poisson at 1); the mean grows by `growth` a month and is `mean`
    on average. Each contact brings a person not yet seen that month with a fixed probability: so both move together.
    """
    shape = (1 + growth) ** np.arange(months)
    means = np.broadcast_to(mean * shape / shape.mean(), (series, months))
    rates = means if dispersion == 1 else rng.gamma(means / (dispersion - 1), dispersion - 1)
    contacts = rng.poisson(rates)
    return np.stack([contacts, rng.binomial(contacts, PERSONS_SHARE)], axis=1)


def measure(mean: float, growth: float, dispersion: float, rule: Rule, series: int = SERIES) -> Cell:
    """How the series of one kind are judged. The seed is the kind's own, so that each can be drawn anew alone."""
    rng = np.random.default_rng([SEED, int(mean), round(growth * 1000), int(dispersion)])
    found = Counter(
        overall(rising(Months(tuple(contacts), tuple(persons)), rule))
        for contacts, persons in draw(rng, mean, growth, dispersion, rule.months, series).tolist()
    )
    return Cell((found[Verdict.SUPPORTED] + found[Verdict.QUALIFIED]) / series, found[Verdict.REFUTED] / series)


def shipped_rule() -> Rule:
    """The rule that `claims.yaml` sets for the claim of a rise."""
    return rule_of(read_claims(shipped("data")).claims["i"].thresholds)


def line(mean: float, dispersion: float, rule: Rule, series: int = SERIES) -> str:
    """One line of the table, measured."""
    level, growing = (measure(mean, growth, dispersion, rule, series) for growth in GROWTHS)
    shares = (level.supported, level.refuted, growing.supported)
    return f"| {german.number(mean)} | {dispersion} | {' | '.join(map(printed, shares))} |"


def printed(share: float) -> str:
    """A share as the handbook prints it, with a plain blank."""
    return german.percent(share).replace(german.NARROW_SPACE, " ")


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description="Size and power of the reading of a rise.")
    parser.add_argument("--series", type=int, default=SERIES, help="series of each kind")
    parser.add_argument("--out", type=Path, help="Markdown file to write the table to")
    asked = parser.parse_args()
    rule = shipped_rule()
    lines = [HEADER]
    for mean in MEANS:
        for dispersion in DISPERSIONS:
            lines.append(line(mean, dispersion, rule, asked.series))
            print(lines[-1])
    if asked.out is not None:
        asked.out.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
