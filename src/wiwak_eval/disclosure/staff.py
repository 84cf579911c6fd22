"""Staff are people: one post is one person. Which tables may say what a single post costs or does."""

from collections.abc import Mapping
from dataclasses import replace

from wiwak_eval.disclosure.settings import Settings
from wiwak_eval.results import Level, NotAssessable, Table

Result = Table | NotAssessable

STAND_INS = {
    "posts_plan": "posts_groups",
    "posts_sheet": "posts_sheet_groups",
    "proof_documents": "proof_documents_groups",
    "negotiation": "negotiation_groups",
    "alternatives": "alternatives_groups",
    "calculator_personnel": "calculator_personnel_groups",
    "calculator_scenarios": "calculator_scenarios_groups",
}
"""A table about single posts, and the one by group that says the same of all."""
PAY = "pay_months"
"""Has no stand-in of its name: `pay_groups`, which names no post, is let out at every level."""


def single_posts_shown(level: Level, settings: Settings) -> bool:
    """Within the house, and in the committee once the offices were heard; never in public."""
    return level is Level.INTERN or (level is Level.GREMIUM and settings.offices_heard)


def staff_view(tables: Mapping[str, Result], level: Level, settings: Settings) -> Mapping[str, Result]:
    """The tables that may go on to release, by id, in their order.

    Where single posts may be shown, all but the stand-ins, which then say nothing new. Elsewhere no table marked `staff`: its stand-in
    stands in its place, and under its id, so that findings, papers and workbook find it there.
    """
    rest = {id: table for id, table in tables.items() if id not in STAND_INS.values()}
    if single_posts_shown(level, settings):
        return rest
    coarse = {id: _named(tables[STAND_INS[id]], id) if id in STAND_INS else table for id, table in rest.items()}
    return {id: table for id, table in coarse.items() if id != PAY and not (isinstance(table, Table) and table.staff)}


def _named(table: Result, id: str) -> Result:
    return replace(table, id=id) if isinstance(table, Table) else table
