"""Every sentence that holds a number, by name; notebooks, report and page all speak from here."""

from collections.abc import Mapping
from string import Formatter

from wiwak_eval.publication.phrases import spoken
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
    network,
    pilot,
    plain,
    risk,
    slips,
    trend,
)
from wiwak_eval.results import Finding

TEXTS: Mapping[str, tuple[str, ...]] = {
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
    **claims.TEXTS,
}


def spoken_text(name: str, findings: Mapping[str, Finding], years: tuple[int, int]) -> str:
    """The text of this name with its numbers; empty where none of them is known. Raises KeyError for an unknown name."""
    return spoken([for_years(template, years) for template in TEXTS[name]], findings)


def findings_in(name: str, years: tuple[int, int]) -> tuple[str, ...]:
    """Ids of the findings that the text of this name may use, each once. Raises KeyError for an unknown name."""
    named = (id for template in TEXTS[name] for _, id, _, _ in Formatter().parse(for_years(template, years)) if id is not None)
    return tuple(dict.fromkeys(named))


def for_years(template: str, years: tuple[int, int]) -> str:
    """The template with `Y1` and `Y2` replaced by the two budget years."""
    return template.replace("Y1", str(years[0])).replace("Y2", str(years[1]))
