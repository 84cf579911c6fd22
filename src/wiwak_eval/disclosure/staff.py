"""Staff are people: one post is one person. Which tables may say what a single post costs or does."""

from collections.abc import Mapping
from dataclasses import replace

from wiwak_eval.disclosure.settings import Settings
from wiwak_eval.results import Level, NotAssessable, Table

Result = Table | NotAssessable

POSTS, POSTS_BY_GROUP = "posts_plan", "posts_groups"
PAY = "pay_months"
"""Has no stand-in of its name: `pay_groups`, which names no post, is let out at every level."""


def single_posts_shown(level: Level, settings: Settings) -> bool:
    """Within the house, and in the committee once the offices were heard; never in public."""
    return level is Level.INTERN or (level is Level.GREMIUM and settings.offices_heard)


def staff_view(tables: Mapping[str, Result], level: Level, settings: Settings) -> Mapping[str, Result]:
    """The tables that may go on to release, by id, in their order.

    Where single posts may be shown, all but `posts_groups`, which then says nothing new. Elsewhere no table marked `staff`: the posts by
    pay group stand in the place, and under the id, of the posts plan, so that findings, papers and workbook find them there; the months
    of each post are left out.
    """
    if single_posts_shown(level, settings):
        return {id: table for id, table in tables.items() if id != POSTS_BY_GROUP}
    by_group = tables[POSTS_BY_GROUP]
    coarse = {**tables, POSTS: replace(by_group, id=POSTS) if isinstance(by_group, Table) else by_group}
    return {id: table for id, table in coarse.items() if id not in {POSTS_BY_GROUP, PAY} and not (isinstance(table, Table) and table.staff)}
