"""Which posts the plan holds: those there are, in the order of the posts plan, then new ones."""

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

import pandas as pd

from wiwak_eval.assumptions import Assumptions
from wiwak_eval.budget.pay import normal_group
from wiwak_eval.records import Records
from wiwak_eval.results import NotAssessable

NEW = "neu"


@dataclass(frozen=True)
class Post:
    """key: running number in the plan; group, step: of the pay table; share: of a full post (existing, or planned)."""

    key: str
    group: str
    step: int
    share: Decimal


def existing_posts(records: Records) -> tuple[Post, ...]:
    """Posts held at the end of the delivered period; none where no posts plan was delivered."""
    posts = records.table("posts")
    if isinstance(posts, NotAssessable):
        return ()
    last_day = pd.Timestamp(records.provenance.period_to)
    held = posts[posts["from"].le(last_day) & (posts["to"].isna() | posts["to"].ge(last_day))]
    return tuple(
        Post(f"S{number}", normal_group(str(group)), int(step), Decimal(str(share)))
        for number, (group, step, share) in enumerate(zip(held["pay_group"], held["step"], held["share"], strict=True), start=1)
    )


def new_post(assumptions: Assumptions, day: date) -> Post:
    """Group and step at which further posts are planned."""
    return Post(NEW, assumptions.text("new_post_group", day), int(assumptions.text("new_post_step", day)), Decimal(0))


def planned_posts(existing: tuple[Post, ...], further: Post, total: Decimal) -> tuple[Post, ...]:
    """Fill `total` posts from the existing ones in their order; what is missing becomes one line of new posts."""
    planned, left = [], total
    for post in existing:
        share = min(post.share, left)
        planned.append(replace(post, share=share))
        left -= share
    return (*planned, replace(further, share=left))
