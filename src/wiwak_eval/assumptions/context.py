"""Public series around the county: asylum decisions, population, quotas, caseloads elsewhere."""

import csv
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from pathlib import Path

from wiwak_eval.assumptions.resolve import Assumptions
from wiwak_eval.results import GermanError


@dataclass(frozen=True)
class AsylumMonth:
    """Decisions of the federal office in one month (`2017-03`), Germany, persons, by title granted."""

    month: str
    decisions: int
    asylum: int
    refugee: int
    subsidiary: int
    removal_ban: int
    rejections: int

    @property
    def positive(self) -> int:
        """Decisions that let a person stay: the leading indicator of new clients."""
        return self.asylum + self.refugee + self.subsidiary + self.removal_ban


@dataclass(frozen=True)
class Population:
    """Inhabitants of the county on a day. `precision`: `exact` or `rounded to 100`."""

    day: date
    persons: int
    precision: str
    status: str


@dataclass(frozen=True)
class CountyFact:
    """A number about a county or county-free town on a day. measure: `inhabitants` or `area_km2`."""

    county: str
    measure: str
    day: date
    value: Decimal
    status: str


@dataclass(frozen=True)
class CaseloadRatio:
    """A published number of cases, persons or contacts per full post elsewhere; words are German. Units differ: never average."""

    programme: str
    place: str
    year: str
    metric: str
    low: int
    high: int
    unit: str
    status: str
    source: str
    known_since: date


@dataclass(frozen=True)
class Context:
    """All public series. asylum_monthly: oldest first; quotas: share of Thuringia's arrivals by county or town, sum 1.

    county_facts: inhabitants and area of all of them.
    """

    asylum_monthly: tuple[AsylumMonth, ...]
    population: tuple[Population, ...]
    quotas: Mapping[str, Decimal]
    ratios: tuple[CaseloadRatio, ...]
    county_facts: tuple[CountyFact, ...] = ()


def load_context(folder: Path) -> Context:
    """The series in the folder, whole: use `known_context` for analysis. Raises GermanError where a file is missing or broken."""
    try:
        return Context(
            asylum_monthly=tuple(_asylum_month(row) for row in _rows(folder / "asylum_monthly.csv")),
            population=tuple(_population(row) for row in _rows(folder / "county_population.csv")),
            quotas={row["county"]: Decimal(row["quota_percent"]) / 100 for row in _rows(folder / "county_quotas.csv")},
            ratios=tuple(_ratio(row) for row in _rows(folder / "caseload_ratios.csv")),
            county_facts=tuple(_county_fact(row) for row in _rows(folder / "county_facts.csv")),
        )
    except OSError as error:
        raise GermanError(
            f"Die Kontextdatei „{error.filename}“ fehlt oder ist nicht lesbar. Bitte den Ordner „{folder}“ prüfen."
        ) from error
    except (KeyError, ValueError, ArithmeticError) as error:
        raise GermanError(f"Im Ordner „{folder}“ ist eine Kontextdatei beschädigt ({error!r}). Bitte neu beziehen.") from error


def known_context(context: Context, assumptions: Assumptions) -> Context:
    """Only what was published by the as-of date.

    Lags in months after the end of the month or the reference day: `bamf_publication_lag_months`, `population_publication_lag_months`.
    The study passes this on, so that what counts in a result's key is what was known, not the whole file. Raises Gap.
    """
    as_of = assumptions.as_of
    bamf = int(assumptions.decimal("bamf_publication_lag_months", as_of))
    people = int(assumptions.decimal("population_publication_lag_months", as_of))
    return replace(
        context,
        asylum_monthly=tuple(item for item in context.asylum_monthly if published(item.month, bamf) <= as_of),
        population=tuple(item for item in context.population if published(f"{item.day:%Y-%m}", people) <= as_of),
        ratios=tuple(item for item in context.ratios if item.known_since <= as_of),
        county_facts=tuple(item for item in context.county_facts if published(f"{item.day:%Y-%m}", people) <= as_of),
    )


def published(month: str, lag: int) -> date:
    """The day after the month's end and `lag` more months: `2017-09` with lag 1 is 1 November 2017."""
    count = int(month[:4]) * 12 + int(month[5:7]) + lag
    return date(count // 12, count % 12 + 1, 1)


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _asylum_month(row: dict[str, str]) -> AsylumMonth:
    names = ("decisions", "asylum", "refugee", "subsidiary", "removal_ban", "rejections")
    return AsylumMonth(row["month"], *(int(row[name]) for name in names))


def _population(row: dict[str, str]) -> Population:
    return Population(date.fromisoformat(row["date"]), int(row["population"]), row["precision"], row["status"])


def _county_fact(row: dict[str, str]) -> CountyFact:
    return CountyFact(row["county"], row["measure"], date.fromisoformat(row["date"]), Decimal(row["value"]), row["status"])


def _ratio(row: dict[str, str]) -> CaseloadRatio:
    return CaseloadRatio(
        programme=row["programme"],
        place=row["place"],
        year=row["year"],
        metric=row["metric"],
        low=int(row["low"]),
        high=int(row["high"]),
        unit=row["unit"],
        status=row["status"],
        source=row["source"],
        known_since=date.fromisoformat(row["known_since"]),
    )
