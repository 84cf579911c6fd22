"""Steps of survival curves, worked out by hand."""

from dataclasses import replace

from tests.disclosure.attack.attack_samples import release
from wiwak_eval.disclosure.attack import attack
from wiwak_eval.disclosure.attack.curves import Step, steps
from wiwak_eval.disclosure.disclosed import PublishedCurve
from wiwak_eval.results import Dimension


def curve(*values, start, within=0.0):
    return PublishedCurve("k", (), tuple(value - within for value in values), tuple(value + within for value in values), start)


def test_exact_steps_tell_events_and_people_watched():
    """Of 20 two leave: 18 go on. A third of those left leaves next: 6, 5, ... 1 of 18, 15, ... 3."""
    first, second = steps(curve(1.0, 0.9, 0.6, start=20))
    assert first == Step(1, (20, 20), (2, 2))
    assert second == Step(2, (3, 18), (1, 6))


def test_a_later_step_bounds_how_many_were_left_before():
    """The last step is a seventh, so at least seven were watched: 7 or 14 of the sixteen left after a step of a fifth."""
    first, second, third = steps(curve(1.0, 0.8, 0.6, 0.6 * 6 / 7, start=20))
    assert (first.watched, second.watched, third.watched) == ((20, 20), (12, 16), (7, 7))
    assert (second.events, third.events) == ((3, 4), (1, 1))


def test_rounding_leaves_more_open():
    (step,) = steps(curve(1.0, 0.9, start=20, within=0.04))
    assert step.events == (1, 3)


def test_a_curve_may_fall_to_nobody():
    assert steps(curve(1.0, 0.0, start=3)) == (Step(1, (3, 3), (3, 3)),)


def test_without_the_first_number_nothing_is_proved():
    assert steps(curve(1.0, 0.5, 0.25, start=None)) == ()


def test_a_curve_no_people_can_make_is_a_contradiction():
    assert steps(curve(1.0, 0.5, start=3)) is None
    report = attack([release(curves=(curve(1.0, 0.5, start=3),))], [], [], 5, 10)
    assert report.contradiction == ("k",)


def test_steps_of_few_people_are_breaches():
    shrinking = curve(1.0, 0.5, 0.375, start=8)
    breaches = attack([release(curves=(shrinking,))], [], [], 5, 10).breaches
    assert [(breach.kind, breach.tables, breach.low, breach.high, breach.need) for breach in breaches] == [("curve", ("k",), 4, 4, 5)]
    assert attack([release(curves=(shrinking,))], [], [], 4, 10).breaches == ()


def test_curves_of_sensitive_groups_keep_the_stricter_threshold():
    origin = Dimension("origin", "Herkunft", ("x", "y"), sensitive=True)
    told = replace(curve(1.0, 0.5, start=8), key=(("origin", "x"),))
    report = attack([release(curves=(told,), dimensions=(origin,))], [], [], 5, 10)
    assert [(breach.low, breach.high, breach.need) for breach in report.breaches] == [(8, 8, 10)]
