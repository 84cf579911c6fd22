"""Findings of the two budget years: caseload, posts, costs, who pays."""

from wiwak_eval.publication.finding_specs.spec import Spec
from wiwak_eval.results import Unit


def _by_year(year: str) -> tuple[Spec, ...]:
    funders = {
        "land": "Anteil des Landes",
        "federal": "Anteil des Bundes",
        "esf": "Anteil des ESF",
        "county_cash": "Anteil des Landkreises, bar",
        "county_in_kind": "Anteil des Landkreises, Sachleistung",
        "third": "Anteil Dritter",
        "open": "noch offener Bedarf",
    }
    return (
        Spec(f"caseload_{year}", f"Beratungen {year}", "forecast_yearly", year, "contacts", Unit.CONTACTS, 0, "p10", "p90", year),
        Spec(f"persons_{year}", f"Personen {year}", "forecast_persons", year, "persons", Unit.PERSONS, 0, "p10", "p90", year),
        Spec(
            f"new_persons_{year}",
            f"neue Personen {year}",
            "forecast_persons",
            year,
            "new_persons",
            Unit.PERSONS,
            0,
            "new_p10",
            "new_p90",
            year,
        ),
        Spec(
            f"inflow_share_{year}",
            f"Anteil des Zugangs an der Unsicherheit {year}",
            "forecast_sources",
            "inflow",
            f"y{year}",
            Unit.SHARE,
            period=year,
        ),
        Spec(
            f"utilisation_{year}",
            f"Auslastung der geplanten Stellen {year}",
            "workload",
            "utilisation",
            f"y{year}",
            Unit.SHARE,
            period=year,
        ),
        Spec(
            f"utilisation_warning_{year}",
            f"Auslastung, ab der gewarnt wird, {year}",
            "workload",
            "warning",
            f"y{year}",
            Unit.SHARE,
            period=year,
        ),
        Spec(f"posts_{year}", f"geplante Stellen {year}", "posts_range", year, "planned", Unit.POSTS, 2, "p10", "p90", year),
        Spec(f"cost_{year}", f"Gesamtkosten {year}", "cost_range", year, "plan", Unit.CENTS, 2, "p10", "p90", year),
        *(
            Spec(f"{key}_{year}", f"{label} {year}", "financing", key, f"y{year}", Unit.CENTS, 2, period=year)
            for key, label in funders.items()
        ),
        *_decisions(year),
    )


def _decisions(year: str) -> tuple[Spec, ...]:
    """What Land and county pay under the assumed decisions."""
    late = "bei spätem Bescheid ohne erlaubten frühen Beginn"
    decisions = {
        "from_january": ("wenn es ab Januar zahlt", "wenn das Land ab Januar zahlt"),
        "decided_late": (late, late),
        "none": ("Fall ohne Land", "Fall ohne Land"),
    }
    payers = {"land": "Zahlung des Landes", "county_cash": "Landkreis bar"}

    def paid(payer: str, key: str, label: str) -> Spec:
        words = f"{payers[payer]}, {label} (angenommen) {year}"
        return Spec(f"{payer}_{key}_{year}", words, "financing_variants", f"{key}_{year}", payer, Unit.CENTS, 2, period=year)

    return tuple(paid(payer, key, label) for key, labels in decisions.items() for payer, label in zip(payers, labels, strict=True))


SPECS = (
    Spec("posts_existing", "vorhandene Stellen", "posts_plan", "total", "existing", Unit.POSTS, 2, period="Stellenplan"),
    *_by_year("Y1"),
    *_by_year("Y2"),
    Spec("posts_after", "Stellen, mit denen das Zentrum nach Y2 weiterliefe", "follow_up_costs", "on", "posts", Unit.POSTS, 2,
         period="nach Y2"),
    Spec("posts_to_renew", "davon mit Vertrag, der spätestens Ende Y2 endet", "follow_up_costs", "on/renew", "posts", Unit.POSTS, 2,
         period="nach Y2"),
)  # fmt: skip
