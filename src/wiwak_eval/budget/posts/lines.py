"""The lines of the posts plan: posts that exist, in the order of the delivery, then the line of further ones."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pandas as pd

from wiwak_eval.assumptions import Assumptions, Gap
from wiwak_eval.budget.pay.group_names import normal_group
from wiwak_eval.budget.pay.pay_table import MEAN_STEP
from wiwak_eval.budget.posts.line import NEW, Form, PostLine
from wiwak_eval.records import Records
from wiwak_eval.results import NotAssessable

AS_DELIVERED = "as_delivered"
OWN_STEP, MEAN = "own_step", "mean"
"""What held posts are priced at: the step of those who hold them, or the mean of all steps of their group."""
STEPS = ("1", "2", "3", "4", "5", "6")


def post_lines(records: Records, assumptions: Assumptions, year: int) -> tuple[PostLine, ...]:
    """Posts held at the end of the delivered period, then the line `NEW`; only the latter where no posts were delivered. Raises Gap."""
    day = date(year, 1, 1)
    carrier, everybody = _form(assumptions, "carrier_form", day), assumptions.text("employment_form_all", day)
    held = _existing(records, carrier)
    if _planning(assumptions, day) == MEAN:
        held = tuple(replace(line, step=MEAN_STEP, in_step_since=None) for line in held)
    lines = (*held, _further(assumptions, day))
    if everybody == AS_DELIVERED:
        return lines
    return tuple(replace(line, form=_form(assumptions, "employment_form_all", day)) for line in lines)


def _existing(records: Records, carrier: Form) -> tuple[PostLine, ...]:
    posts = records.table("posts")
    if isinstance(posts, NotAssessable):
        return ()
    last_day = pd.Timestamp(records.provenance.period_to)
    held = posts[posts["from"].le(last_day) & (posts["to"].isna() | posts["to"].ge(last_day))]
    return tuple(
        PostLine(
            key=f"S{number}",
            role=str(post["role"]) if pd.notna(post["role"]) else "",
            group=normal_group(str(post["pay_group"])),
            step=int(post["step"]),
            share=Decimal(str(post["share"])),
            form=carrier if post["employer"] == "carrier" else Form.OWN,
            in_step_since=_day(post["in_step_since"]),
            begun=_day(post["from"]),
            fixed_term_until=_day(post["fixed_term_until"]),
        )
        for number, post in enumerate(held.to_dict("records"), start=1)
    )


def _further(assumptions: Assumptions, day: date) -> PostLine:
    """Group, step and form at which further posts are planned; their time in the step begins with them, so that the step stays."""
    return PostLine(
        NEW,
        "Beratung",
        normal_group(assumptions.text("new_post_group", day)),
        _step(assumptions, day),
        Decimal(0),
        _form(assumptions, "employment_form_new", day),
    )


def _step(assumptions: Assumptions, day: date) -> int:
    text = assumptions.text("new_post_step", day)
    if text not in STEPS:
        raise Gap(f"Die Annahme „new_post_step“ nennt die Entgeltstufe „{text}“. Bekannt sind: {', '.join(STEPS)}. Bitte den Wert ändern.")
    return int(text)


def _form(assumptions: Assumptions, id: str, day: date) -> Form:
    text = assumptions.text(id, day)
    if text not in set(Form):
        known = ", ".join(form.value for form in Form)
        raise Gap(f"Die Annahme „{id}“ nennt die Beschäftigungsform „{text}“. Bekannt sind: {known}. Bitte den Wert ändern.")
    return Form(text)


def _planning(assumptions: Assumptions, day: date) -> str:
    text = assumptions.text("pay_planning", day)
    if text not in {OWN_STEP, MEAN}:
        raise Gap(f"Die Annahme „pay_planning“ nennt „{text}“. Bekannt sind: {OWN_STEP}, {MEAN}. Bitte den Wert ändern.")
    return text


def _day(value: object) -> date | None:
    return value.date() if isinstance(value, pd.Timestamp) and not pd.isna(value) else None
