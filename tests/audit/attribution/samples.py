"""Attributions made by hand: what words, pictures and files are tested on without computing anything."""

from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path

from wiwak_eval.audit.attribution.differing import Detail
from wiwak_eval.audit.attribution.factors import Factor, rest_label
from wiwak_eval.audit.attribution.result import Attribution
from wiwak_eval.audit.attribution.shares import Share
from wiwak_eval.audit.attribution.sides import Printed, Side
from wiwak_eval.results.provenance import SIMULATED_MARK

DATA, ASSUMPTIONS, CODE, ENVIRONMENT = Factor
LABELS = {
    "contacts_pilot": ("Beratungen im Pilotjahr", "contacts"),
    "caseload_2018": ("Beratungen 2018", "contacts"),
    "posts_2018": ("geplante Stellen 2018", "posts"),
    "cost_2018": ("Gesamtkosten 2018", "euro"),
    "cost_2019": ("Gesamtkosten 2019", "euro"),
    "land_2018": ("Anteil des Landes 2018", "euro"),
    "land_2019": ("Anteil des Landes 2019", "euro"),
    "open_2018": ("noch offener Bedarf 2018", "euro"),
}


def share(id: str, before: str, alone: Mapping[Factor, str | None], together: str = "0", rest: str = "0") -> Share:
    """A share whose parts make its end."""
    effects = {factor: None if text is None else Decimal(text) for factor, text in alone.items()}
    parts = [effect for effect in effects.values() if effect is not None]
    after = Decimal(before) + sum(parts, Decimal(together) + Decimal(rest))
    return Share(id, Decimal(before), after, effects, Decimal(together), Decimal(rest))


def side(name: str, id: str, shares: tuple[Share, ...], mark: str | None, level: str) -> Side:
    """A run that states the figures of the shares."""
    values = {one.id: one.before if name == "Lauf A" else one.after for one in shares}
    delivery = {"name": "probe", "authority": "Landkreis Probe", "delivered_on": "2017-11-15", "period": ["2017-01-01", "2017-10-31"]}
    parameters = {"scenario": "basis", "as_of": "2017-11-15", "release": level}
    printed = {id: Printed(*LABELS[id], value) for id, value in values.items()}
    return Side(name, Path(id), id, "0.1.0", {}, parameters, {**delivery, "mark": mark, "rows": []}, {}, printed)


def attribution(*shares: Share, mark: str | None = SIMULATED_MARK, level: str = "oeffentlich") -> Attribution:
    """Two runs that differ in the factors of the shares."""
    factors = tuple(factor for factor in Factor if any(factor in one.alone for one in shares))
    before, after = side("Lauf A", "aaaaaaaaaaaa", shares, mark, "oeffentlich"), side("Lauf B", "bbbbbbbbbbbb", shares, mark, level)
    lines = tuple(Detail(factor, f"Etwas an {factor.value} <b>ist</b> *anders*.") for factor in factors)
    return Attribution(before, after, factors, factors, lines, shares, (), rest_label(frozenset()), ("Nachgerechnet.",))


COST = share("cost_2018", "203161.95", {DATA: "16085.48", ASSUMPTIONS: "3325.14", CODE: "1794.04"}, "638.28")
FEWER = share("caseload_2018", "2352", {DATA: "-326", ASSUMPTIONS: "0", CODE: "0"})
POSTS = share("posts_2018", "3", {DATA: "0.25", ASSUMPTIONS: "0.00", CODE: "-0.5"}, "0.25")
CANCELS = share("open_2018", "199836.81", {DATA: "-12000.50", ASSUMPTIONS: "15000.40", CODE: "-3000.00"}, "0.10")
FALLS = share("cost_2019", "206548.42", {DATA: "-1000000.01", ASSUMPTIONS: "-0.01", CODE: None}, "12.34", "-0.05")
SAME = [share(f"land_{year}", "0.00", {DATA: "0", ASSUMPTIONS: "0", CODE: "0"}) for year in (2018, 2019)]
ALL = (FEWER, POSTS, COST, FALLS, CANCELS, *SAME)
