"""Rules that hold for any number and any range."""

from dataclasses import replace
from decimal import Decimal

from hypothesis import assume, given
from hypothesis import strategies as st
from phrase_samples import COUNTED, one, plain

from wiwak_eval.publication.phrases import joined, render
from wiwak_eval.publication.phrases.conditions import When, compared
from wiwak_eval.publication.phrases.counting import FRACTIONS, NEAR
from wiwak_eval.publication.phrases.ends import exact_ends, rounded_ends
from wiwak_eval.publication.phrases.rounding import DIGITS, EURO_DIGITS, least_of, shown, step_of
from wiwak_eval.publication.phrases.values import FORMS, printed_number
from wiwak_eval.results import Finding, Unit

UNITS = (Unit.CONTACTS, Unit.PERSONS, Unit.COUNT, Unit.SHARE, Unit.NUMBER, Unit.POSTS, Unit.CENTS, Unit.MINUTES)
WIDE = 10**11


@st.composite
def numbered(draw: st.DrawFn, signed: bool = True) -> Finding:
    """A finding with a value and a range around, beside or through it."""
    unit = draw(st.sampled_from(UNITS))
    least = -WIDE if signed else 0
    size = st.integers(least, WIDE) if unit in COUNTED else st.floats(least, WIDE, allow_nan=False).map(lambda number: round(number, 6))
    near = st.integers(least, 40)
    value, low, high = (draw(size | near) for _ in range(3))
    return one(unit, value, low, high, draw(st.integers(0, 3)))


def exact(value: float | None) -> Decimal:
    return Decimal(str(value))


@given(numbered())
def test_a_rounded_number_lies_within_half_its_step_and_says_so(finding: Finding) -> None:
    finding = replace(finding, low=None, high=None)
    value = shown(exact(finding.value), finding)
    step = step_of(value, EURO_DIGITS if finding.unit is Unit.CENTS else DIGITS, least_of(finding))
    rounded = printed_number(exact(finding.value), finding, "rund")
    assert abs(rounded - value) <= step / 2
    assert render(finding, "rund").startswith("rund\u00a0") == (rounded != value)


@given(numbered())
def test_a_range_never_turns_round_and_its_ends_lie_near(finding: Finding) -> None:
    ends, inside = rounded_ends(finding), exact_ends(finding)
    assert ends is not None
    assert inside is not None
    assert ends[0] <= ends[1]
    for end, true in zip(ends, inside, strict=True):
        assert abs(end - true) <= max(abs(true) / 10, Decimal(500) if finding.unit is Unit.CENTS else Decimal(1) / 2)
    assert (" bis\u00a0" in render(finding, "spanne")) == (ends[0] != ends[1])


@given(numbered())
def test_a_number_within_its_range_is_printed_within_it(finding: Finding) -> None:
    inside, ends = exact_ends(finding), rounded_ends(finding)
    assert inside is not None
    assert ends is not None
    assume(inside[0] <= shown(exact(finding.value), finding) <= inside[1])
    assume(inside[0] != inside[1])
    assert ends[0] <= printed_number(exact(finding.value), finding, "rund") <= ends[1]


@given(numbered())
def test_half_a_range_is_a_bound(finding: Finding) -> None:
    assert render(replace(finding, high=None), "spanne").startswith("mindestens ")
    assert render(replace(finding, low=None), "bereich").startswith("höchstens ")


@given(numbered(signed=False))
def test_singular_stands_exactly_at_one_and_none_at_nothing(finding: Finding) -> None:
    for form, rounding in (("anzahl", "exakt"), ("anzahl_rund", "rund")):
        words = plain(render(finding, f"{form}|keine Person|eine Person|# Personen")).removeprefix("rund ")
        number = printed_number(exact(finding.value), finding, rounding)
        assert (words == "eine Person") == (number == 1)
        assert (words == "keine Person") == (number == 0 and number == shown(exact(finding.value), finding))
        assert words.endswith("Personen") == (words not in {"eine Person", "keine Person"})


@given(numbered(), st.sampled_from(["", "_rund"]))
def test_a_direction_agrees_with_the_sign_of_what_is_printed(finding: Finding, rounding: str) -> None:
    number = printed_number(exact(finding.value), finding, "rund" if rounding else "exakt")
    said = render(finding, f"richtung{rounding}|gestiegen|gesunken|gleich geblieben")
    assert said == ("gestiegen" if number > 0 else "gesunken" if number < 0 else "gleich geblieben")


@given(numbered(), numbered(), st.sampled_from(sorted(FORMS - {"euro", "euro_rund", "prozent", "stellen"})))
def test_a_comparison_says_no_more_than_the_numbers_do(finding: Finding, other: Finding, form: str) -> None:
    other = replace(other, unit=finding.unit, decimals=finding.decimals, low=None, high=None)
    finding = replace(finding, low=None, high=None)
    order = compared(finding, other, form=form)
    assert order == -(compared(other, finding, form=form) or 0)
    assert finding.value is not None
    assert other.value is not None
    assert order in {0, (exact(finding.value) > exact(other.value)) - (exact(finding.value) < exact(other.value))}
    found = {"a": finding, "b": other}
    assert When("a", "above", "b", form=form).holds(found) == (order == 1)
    assert When("a", "at_most", "b", form=form).holds(found) == (order != 1)


@given(st.floats(-0.2, 1.2))
def test_a_fraction_is_named_only_near_it_and_its_word_tells_the_side(share: float) -> None:
    words = render(one(Unit.SHARE, share), "anteil")
    named = {name: fraction for fraction, name in FRACTIONS}
    name = next((name for name in named if words.endswith(name)), None)
    if name is None:
        assert words.endswith("%")
        assert all(abs(exact(share) - fraction) > NEAR for fraction in named.values())
        return
    apart = exact(share) - named[name]
    assert abs(apart) <= NEAR
    front = words.removesuffix(name).strip()
    assert {"gut": apart > 0, "knapp": apart < 0, "etwa": True, "": apart == 0}[front]


@given(st.lists(st.sampled_from(["a", "b", "c d"]), max_size=5))
def test_a_list_names_each_item_once_and_has_one_and(items: list[str]) -> None:
    words = joined(items)
    assert words.replace(" und ", ", ").split(", ") == (items or [""])
    assert words.count(" und ") == (len(items) > 1)
