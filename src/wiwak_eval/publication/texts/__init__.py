"""Every sentence that holds a number, by name; notebooks, report and page all speak from here."""

from collections.abc import Mapping

from wiwak_eval.publication.phrases import Said, dated, for_years, ids_in, spoken
from wiwak_eval.publication.texts import (
    access,
    brief,
    budget,
    chain,
    claims,
    controlling,
    costs,
    council,
    forecast,
    land,
    network,
    pilot,
    plain,
    risk,
    slips,
    trend,
)
from wiwak_eval.results import Finding

__all__ = ["TEXTS", "findings_in", "for_years", "spoken_text"]

TEXTS: Mapping[str, tuple[Said, ...]] = {
    **brief.TEXTS,
    **plain.TEXTS,
    **pilot.TEXTS,
    **trend.TEXTS,
    **costs.TEXTS,
    **access.TEXTS,
    **chain.TEXTS,
    **slips.TEXTS,
    **network.TEXTS,
    **forecast.TEXTS,
    **budget.TEXTS,
    **risk.TEXTS,
    **controlling.TEXTS,
    **council.TEXTS,
    **land.TEXTS,
    **claims.TEXTS,
}


def spoken_text(name: str, findings: Mapping[str, Finding], years: tuple[int, int], whole: bool = False) -> str:
    """The text of this name with its numbers; empty where none of them is known. Raises KeyError for an unknown name.

    whole: a sentence with a number that is not known or hidden is left out too.
    """
    return spoken([dated(part, years) for part in TEXTS[name]], findings, whole)


def findings_in(name: str, years: tuple[int, int]) -> tuple[str, ...]:
    """Ids of the findings that the text of this name may use, each once. Raises KeyError for an unknown name."""
    return tuple(dict.fromkeys(id for part in TEXTS[name] for id in ids_in(dated(part, years))))
