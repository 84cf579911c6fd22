from planned_years import day, further, line, months, planned_year

from wiwak_eval.budget.pay.step_choices import step_choices
from wiwak_eval.budget.posts.line import Form

LINES = (
    line("S1", "S17", 4),
    line("S2", "S12", 3),
    line("S3", "E6", 3, "0.5"),
    line("S4", "S12", 2, "0.75", Form.FORWARDED, since=day("2015-06-01")),
    further(),
)
STARTS = ({7}, set())


def plans(assumptions, lines=LINES, shares=None):
    return [planned_year(assumptions, year, lines, {"neu": months("1.5", first=4), **(shares or {})}) for year in (2018, 2019)]


def due(plan, start, forms):
    paid = [pay for one in plan.lines if one.key != "neu" and one.form in forms for pay in plan.costs.personnel[one.key]]
    return sum(pay.total for pay in paid if pay.month >= start)


def test_what_an_outsider_could_try(view):
    """Each post at each step of its group; figures: the county's posts and the carrier's in both years, the first also from July on, then
    all posts under each form in both years."""
    assumptions = view()
    made = plans(assumptions)
    choices = step_choices(made, STARTS, assumptions)
    assert [(post.key, post.step, sorted(post.costs)) for post in choices.posts] == [
        (one.key, one.step, [1, 2, 3, 4, 5, 6]) for one in LINES[:-1]
    ]
    assert choices.totals[:6] == tuple(
        due(made[place], start, {form}) for place, start in ((0, 1), (0, 7), (1, 1)) for form in (Form.OWN, Form.FORWARDED)
    )
    assert len(choices.totals) == 6 + 2 * len(Form)
    held = [[post.costs[post.step][place] for post in choices.posts] for place in range(len(choices.totals))]
    assert choices.totals == tuple(map(sum, held))


def test_a_post_counts_only_in_the_figures_of_its_form(view):
    assumptions = view()
    county, carrier = (step_choices(plans(assumptions), STARTS, assumptions).posts[place] for place in (1, 3))
    assert county.costs[3][1] == county.costs[3][3] == carrier.costs[2][0] == 0
    assert 0 < carrier.costs[2][3] < carrier.costs[2][1]


def test_figures_under_another_form_are_those_of_the_table_of_forms(view):
    """Own staff, carrier, contract: the same post costs more each time."""
    assumptions = view()
    costs = step_choices(plans(assumptions), STARTS, assumptions).posts[1].costs[3]
    assert costs[6] < costs[7] < costs[8]
    assert costs[6] == costs[0]


def test_steps_rise_in_each_choice(view):
    """Since June 2015 in the step: with step 2 the post rises in June 2018, with step 6 never."""
    assumptions = view()
    carrier = step_choices(plans(assumptions), STARTS, assumptions).posts[3]
    stays = step_choices(
        plans(assumptions, (*LINES[:3], line("S4", "S12", 2, "0.75", Form.FORWARDED), LINES[4])), STARTS, assumptions
    ).posts[3]
    assert carrier.costs[2][1] > stays.costs[2][1]
    assert carrier.costs[6] == stays.costs[6]


def test_posts_the_plan_leaves_empty_are_no_part_of_the_puzzle(view):
    assumptions = view()
    made = plans(assumptions, shares={"S3": months("0")})
    assert [post.key for post in step_choices(made, STARTS, assumptions).posts] == ["S1", "S2", "S4"]


def test_without_held_posts_there_is_nothing_to_find(view):
    assumptions = view()
    choices = step_choices(plans(assumptions, (further(),)), STARTS, assumptions)
    assert choices.posts == ()
