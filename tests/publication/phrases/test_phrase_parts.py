"""Sentences that stand only where they are true, and lists that hold only what there is."""

import pytest
from phrase_samples import one

from wiwak_eval.publication.phrases import HIDDEN_SENTENCE, MISSING_WORDS, Choice, Listing, Option, When, dated, first_known, ids_in, spoken
from wiwak_eval.results import Finding, Unit

RISE = Choice(
    (Option("Mehr: {a}.", (When("a", "above", "b"),)), Option("Weniger.", (When("a", "below", "b"),)), Option("Gleich.")), "Weiß nicht."
)
PAYERS = Listing(
    "Es zahlen ", (Option("{a} das Land", (When("a", "above", 0),)), Option("{b} der Kreis", (When("b", "above", 0),))), ".", "Niemand."
)


def two(a: float | None, b: float | None, hidden: bool = False) -> dict[str, Finding]:
    return {"a": one(Unit.COUNT, a, id="a"), "b": one(Unit.COUNT, b, hidden=hidden, id="b")}


@pytest.mark.parametrize(("a", "b", "expected"), [(3, 2, "Mehr: 3."), (1, 2, "Weniger."), (2, 2, "Gleich."), (2, None, "Weiß nicht.")])
def test_the_first_true_sentence_stands(a: float, b: float | None, expected: str) -> None:
    assert spoken((RISE,), two(a, b)) == expected


def test_what_is_hidden_is_said_to_be_hidden_unless_there_is_another_sentence() -> None:
    hidden = two(2, None, hidden=True)
    assert spoken((RISE,), hidden) == "Weiß nicht."
    assert spoken((Choice(RISE.options),), hidden) == HIDDEN_SENTENCE
    assert spoken((Choice(RISE.options),), hidden, whole=True) == ""
    assert spoken((Choice(RISE.options),), two(2, None)) == ""


def test_a_sentence_that_needs_a_condition_is_not_said_without() -> None:
    alone = Choice((Option("Da ist etwas.", (When("a", "above", 0), When("b", "at_least", 1))),))
    assert spoken((alone,), two(1, 1)) == "Da ist etwas."
    assert spoken((alone,), two(1, 0)) == ""
    assert spoken((alone,), two(0, None)) == ""


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        (2, 3, "Es zahlen 2 das Land und 3 der Kreis."),
        (0, 3, "Es zahlen 3 der Kreis."),
        (0, 0, "Niemand."),
        (None, 3, f"Es zahlen {MISSING_WORDS} das Land und 3 der Kreis."),
        (None, None, ""),
    ],
)
def test_a_list_holds_what_there_is(a: float | None, b: float | None, expected: str) -> None:
    assert spoken((PAYERS,), two(a, b)) == expected


def test_years_are_filled_in_everywhere() -> None:
    choice = Choice((Option("{a_Y1} in Y1", (When("a_Y1", "above", "a_Y2"),)),), "nicht in Y2")
    assert dated(choice, (2018, 2019)) == Choice((Option("{a_2018} in 2018", (When("a_2018", "above", "a_2019"),)),), "nicht in 2019")
    assert ids_in(dated(PAYERS, (2018, 2019))) == ("a", "b")
    assert ids_in(choice) == ("a_Y1", "a_Y2")


def test_the_first_sentence_whose_numbers_are_all_known_wins() -> None:
    parts = ("{a} und {b}", RISE, "{a}", "nichts")
    assert first_known(parts, two(1, 2)) == "1 und 2"
    assert first_known(parts, two(1, None)) == "Weiß nicht."
    assert first_known(parts[::2], two(1, None)) == "1"
    assert first_known(parts[:1], two(1, None)) is None
    assert first_known((Choice(RISE.options), "{a:spanne}", "{a}"), two(1, None, hidden=True)) == "1"
