"""Which tables of a delivery a result is computed from, and how many of their rows were used."""

from collections.abc import Mapping
from dataclasses import fields

from wiwak_eval.records import TABLES
from wiwak_eval.results import Cell, NotAssessable, Table
from wiwak_eval.study.study import Study

_FORECAST = ("consultations", "clients")
_PLAN = (*_FORECAST, "grants", "opening_days", "posts", "reference_counts", "time_study")
"""What the forecast and, on it, posts and money of the coming years rest on."""

READ_BY: Mapping[str, tuple[str, ...]] = {
    "intake": tuple(TABLES),
    "pilot_year": ("consultations", "clients"),
    "trend": ("consultations", "clients", "opening_days", "posts"),
    "ledger": ("bookings",),
    "rise": ("consultations", "clients"),
    "forecast": _FORECAST,
    "variance": ("consultations",),
    "budget": _PLAN,
    "finance": (*_PLAN, "bookings"),
    "risk": _PLAN,
    "transfer": (*_PLAN, "comparison_counties"),
    "calculator": _PLAN,
    "paper_tables": (*_PLAN, "budget_lines"),
    "workings": _PLAN,
    "proof": ("bookings", "budget_lines", "chain_stages", "clients", "consultations", "grants", "opening_days", "slip_entries", "targets"),
    "controlling": ("bookings", "budget_lines", "grants", "posts"),
    "access": ("clients", "consultations", "reference_counts"),
    "network": ("organisations", "referrals"),
    "chain": ("chain_stages", "clients"),
    "slips": ("slip_entries", "clients"),
    "double_funding": ("bookings", "grants", "posts"),
    "unit_costs": ("bookings", "chain_stages", "clients", "consultations", "posts", "time_study"),
    "refusals": ("chain_stages", "clients", "consultations", "referrals", "slip_entries"),
    "claim_evidence": ("consultations", "opening_days", "organisations", "posts", "referrals"),
}
"""Results of a study and the tables of the contract that they read; a test watches what is read."""
PUBLIC = frozenset({"land_counties", "land_refugees", "land_limits", "land_preconditions", "land_ranks"})
"""Tables of these results that rest on public series and on assumptions alone."""


def rows_behind(study: Study) -> dict[str, str]:
    """Of each table of the study, the tables of the delivery behind it and their used rows: `beratungen 1853; klienten 376`.

    Empty where a table rests on no delivered row of its own: on public series, on rules, on findings.
    """
    used = _used_rows(study)
    behind: dict[str, str] = {}
    for name, read in READ_BY.items():
        words = "; ".join(f"{TABLES[table].german} {used[TABLES[table].german]}" for table in read if TABLES[table].german in used)
        result = getattr(study, name)
        for field in fields(result):
            if isinstance(getattr(result, field.name), Table | NotAssessable) and field.name not in PUBLIC:
                behind[field.name] = words
    return behind


def _used_rows(study: Study) -> dict[str, Cell]:
    """Used rows by the German name of the table, as the release tells them; a table in several files is summed up."""
    intake = study.released["intake"]
    if isinstance(intake, NotAssessable):
        return {}
    used: dict[str, Cell] = {}
    for table, rows in zip(intake.column("table"), intake.column("rows_used"), strict=True):
        before = used.get(str(table), 0)
        used[str(table)] = before + rows if isinstance(before, int) and isinstance(rows, int) else rows
    return used
