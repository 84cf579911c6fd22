from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from wiwak_eval.disclosure.step_attack import MOST_TRIED, step_attack

STEPS = (1, 2, 3)
amounts = st.tuples(st.integers(0, 4), st.integers(0, 3))
puzzles = st.lists(st.dictionaries(st.sampled_from(STEPS), amounts, min_size=1), max_size=5)


def fitting(posts, totals):
    """Every combination, one after the other."""
    return [
        steps
        for steps in product(*posts)
        if tuple(sum(costs[step][place] for costs, step in zip(posts, steps, strict=True)) for place in range(len(totals))) == totals
    ]


@given(puzzles, st.data())
def test_finds_what_trying_one_by_one_finds(posts, data):
    true = [data.draw(st.sampled_from(sorted(costs))) for costs in posts]
    totals = tuple(sum(costs[step][place] for costs, step in zip(posts, true, strict=True)) for place in (0, 1))
    attack, found = step_attack(posts, totals), fitting(posts, totals)
    assert attack.fitting == len(found) >= 1
    assert attack.possible == tuple(tuple(sorted({steps[place] for steps in found})) for place in range(len(posts)))
    assert all(step in possible for step, possible in zip(true, attack.possible, strict=True))


@given(puzzles, amounts)
def test_a_total_that_nothing_gives_is_given_by_nothing(posts, totals):
    assert step_attack(posts, totals).fitting == len(fitting(posts, totals))


def test_cents_that_differ_tell_each_step():
    posts = [{step: (base + step * gap,) for step in STEPS} for base, gap in ((100, 1), (200, 10), (300, 100))]
    attack = step_attack(posts, (100 + 200 + 300 + 2 + 30 + 100,))
    assert (attack.tried, attack.fitting) == (27, 1)
    assert attack.possible == ((2,), (3,), (1,))
    assert attack.told == (0, 1, 2)


def test_two_in_like_posts_cannot_be_told_apart():
    post = {step: (1000 * step,) for step in STEPS}
    attack = step_attack([post, post, {step: (step,) for step in STEPS}], (3003,))
    assert attack.fitting == 2
    assert attack.possible == ((1, 2), (1, 2), (3,))
    assert attack.told == (2,)


def test_a_second_total_may_tell_what_one_does_not():
    first, second = {1: (5, 1), 2: (7, 2)}, {1: (7, 4), 2: (9, 9)}
    assert step_attack([{s: c[:1] for s, c in post.items()} for post in (first, second)], (14,)).fitting == 2
    assert step_attack([first, second], (14, 10)).fitting == 1


def test_no_posts_tell_nothing():
    attack = step_attack([], (0,))
    assert (attack.tried, attack.fitting, attack.told) == (1, 1, ())


def test_far_too_many_combinations_are_not_tried():
    post = {step: (step,) for step in range(6)}
    assert step_attack([post] * 15, (3,)) is None
    assert MOST_TRIED >= 6**8


def test_eight_posts_of_six_steps_are_tried_whole():
    posts = [{step: (7 ** (place % 4) * step + place,) for step in range(1, 7)} for place in range(8)]
    attack = step_attack(posts, (sum(costs[3][0] for costs in posts),))
    assert attack.tried == 6**8
    assert attack.fitting > 1
