"""Which columns of which tables the paper prints."""

from collections.abc import Sequence
from dataclasses import replace

from wiwak_eval.publication.land_papers.joined import Taken

NEEDS = (
    Taken("land_refugees", "new_YEAR", "neue Anerkannte"),
    Taken("land_caseload", "contacts_YEAR", "Beratungen"),
    Taken("land_caseload", "contacts_YEAR", "Spanne (Beratungen)", ("contacts_YEAR_p10", "contacts_YEAR_p90")),
    Taken("land_posts", "posts_YEAR", "Stellen"),
    Taken("land_posts", "posts_YEAR", "Spanne (Stellen)", ("posts_YEAR_p10", "posts_YEAR_p90")),
    Taken("land_posts", "binding_YEAR", "bestimmt durch"),
    Taken("land_costs", "cost_YEAR", "Kosten"),
    Taken("land_costs", "cost_YEAR", "Spanne (Kosten)", ("cost_YEAR_p10", "cost_YEAR_p90")),
)
"""What a centre would need and cost; `YEAR` is one of the budget years."""
PREPARED = (
    Taken("land_counties", "inhabitants", "Einwohner"),
    Taken("land_counties", "area", "Fläche, km²"),
    Taken("land_preconditions", "persons", "Anerkannte Mitte Y1"),
    Taken("land_preconditions", "persons_met", "genug"),
    Taken("land_preconditions", "distance", "mittlere Entfernung, km"),
    Taken("land_preconditions", "distance_met", "nah genug"),
    Taken("land_preconditions", "per_1000", "je 1.000 Einwohner"),
    Taken("land_preconditions", "per_1000_met", "ähnlich"),
    Taken("land_preconditions", "all_met", "alle drei"),
    Taken("land_preconditions", "all_strict", "bei engen Grenzen"),
)
"""What is tested, and whether it holds."""
LIMITS = (
    Taken("land_limits", "as_set", "Grenze"),
    Taken("land_limits", "met", "andere, die sie einhalten"),
    Taken("land_limits", "strict", "enge Grenze"),
    Taken("land_limits", "met_strict", "andere, eng"),
    Taken("land_limits", "generous", "weite Grenze"),
    Taken("land_limits", "met_generous", "andere, weit"),
    Taken("land_limits", "home", "Pilotkreis"),
    Taken("land_limits", "home_strict", "Pilotkreis, eng"),
)
"""The thresholds, and how many counties each lets through."""
JOINT = tuple(
    Taken("joint_centre", f"{name}_{year}", f"{label} {year}", ends)
    for year in ("Y1", "Y2")
    for name, label, ends in (
        ("contacts", "Beratungen", None),
        ("posts", "Stellen", None),
        ("cost", "Kosten", None),
        ("cost", "Spanne (Kosten)", (f"cost_{year}_p10", f"cost_{year}_p90")),
    )
)
"""Two centres, and one in their place."""


def of_year(taken: Sequence[Taken], year: str) -> tuple[Taken, ...]:
    """The columns of one year; `Y1` or `Y2` stand for the budget years."""
    return tuple(_dated(one, year) for one in taken)


def _dated(one: Taken, year: str) -> Taken:
    ends = (one.ends[0].replace("YEAR", year), one.ends[1].replace("YEAR", year)) if one.ends else None
    return replace(one, column=one.column.replace("YEAR", year), ends=ends)
