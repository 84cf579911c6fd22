"""Numbers in sentences: rounded as a council reads them, never blank."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wiwak_eval.publication.phrases import HIDDEN_WORDS, MISSING_WORDS, sentence, spoken
from wiwak_eval.publication.texts import TEXTS
from wiwak_eval.results import Finding, Unit


def known(
    unit: Unit, value: float | None, low: float | None = None, high: float | None = None, decimals: int = 0, hidden: bool = False
) -> dict[str, Finding]:
    return {"x": Finding("x", "Aussage", value, low, high, unit, decimals, "2017", "t", "r", "c", "02_pilotjahr", (), hidden)}


def plain(words: str) -> str:
    return words.replace("\u00a0", " ").replace("\u202f", " ")


@pytest.mark.parametrize(
    ("template", "findings", "expected"),
    [
        ("Es gab {x:rund}.", known(Unit.CONTACTS, 1843), "Es gab rund 1.800."),
        ("Es gab {x:rund}.", known(Unit.CONTACTS, 1800), "Es gab 1.800."),
        ("{x:rund} Fälle.", known(Unit.CONTACTS, 1843), "Rund 1.800 Fälle."),
        ("{x}", known(Unit.CONTACTS, 1843), "1.843"),
        ("{x:exakt}", known(Unit.MINUTES, 48.25, decimals=1), "48,3"),
        ("{x:spanne}", known(Unit.CONTACTS, 3612, 3096.4, 4244), "3.100 bis 4.200"),
        ("{x:spanne}", known(Unit.CONTACTS, 3030, 3012, 3048), "3.010 bis 3.050"),
        ("{x:spanne}", known(Unit.SHARE, 0.1, 0.081, 0.152), "8,1 bis 15 %"),
        ("{x:spanne}", known(Unit.POSTS, 3.75, 3.25, 4.5), "3,25 bis 4,50"),
        ("{x:spanne}", known(Unit.CONTACTS, 7), MISSING_WORDS),
        ("{x:bereich}", known(Unit.NUMBER, 1.113, 1.062, 1.167, decimals=3), "1,062 bis 1,167"),
        ("{x:bereich}", known(Unit.NUMBER, 1.113), MISSING_WORDS),
        ("{x:euro}", known(Unit.CENTS, 23987512), "239.875,12 €"),
        ("es sind {x:euro_rund}", known(Unit.CENTS, 23987512), "es sind rund 240.000 Euro"),
        ("{x:euro_spanne}", known(Unit.CENTS, 1, 23100049, 26212345), "231.000 bis 262.000 Euro"),
        ("{x:euro_spanne}", known(Unit.CENTS, 1, 23100049, 23112345), "231.000 bis 231.100 Euro"),
        ("{x:euro_spanne}", known(Unit.CENTS, 1, 47700, 59400), "480 bis 590 Euro"),
        ("{x:euro_spanne}", known(Unit.CENTS, 1, 103000, 173000), "1.000 bis 1.700 Euro"),
        ("{x:prozent}", known(Unit.SHARE, 0.1234), "12 %"),
        ("{x:stellen} Stellen", known(Unit.POSTS, 3.75), "3,75 Stellen"),
        ("{x} {x:wort|Person|Personen}", known(Unit.PERSONS, 1), "1 Person"),
        ("{x} {x:wort|Person|Personen}", known(Unit.PERSONS, 2), "2 Personen"),
        ("{x:rund}", known(Unit.PERSONS, None, hidden=True), HIDDEN_WORDS),
        ("{x:rund}", known(Unit.PERSONS, None), MISSING_WORDS),
        ("{x:euro_rund}", known(Unit.CENTS, None), MISSING_WORDS),
        ("{x:rund}", known(Unit.NUMBER, float("nan")), MISSING_WORDS),
        ("{x:rund}", known(Unit.YEAR, 2018), "2018"),
        ("ohne Zahl", {}, "ohne Zahl"),
    ],
)
def test_sentence(template: str, findings: dict[str, Finding], expected: str) -> None:
    assert plain(sentence(template, findings)) == expected


def test_number_and_unit_stay_on_one_line() -> None:
    assert " " not in sentence("{x:euro_rund}", known(Unit.CENTS, 23987512))
    assert sentence("{x:spanne}", known(Unit.CONTACTS, 1, 10, 20)) == "10 bis\u00a020"


@pytest.mark.parametrize(
    ("value", "hidden", "expected"),
    [
        (5, False, "Immer. Es gab 5."),
        (None, True, f"Immer. Es gab {HIDDEN_WORDS}."),
        (None, False, "Immer."),
        (float("nan"), False, "Immer."),
    ],
)
def test_a_sentence_without_any_known_number_is_left_out(value: float | None, hidden: bool, expected: str) -> None:
    assert spoken(("Immer.", "Es gab {x}."), known(Unit.CONTACTS, value, hidden=hidden)) == expected


def test_one_known_number_is_enough_to_be_said() -> None:
    findings = {**known(Unit.CONTACTS, 5), "y": known(Unit.CONTACTS, None)["x"]}
    assert spoken(("Es gab {x} und {y}.",), findings) == f"Es gab 5 und {MISSING_WORDS}."


@pytest.mark.parametrize("template", ["{y:rund}", "{x:rnd}", "{x:rund|a}", "{x:euro}", "{x:prozent}", "{x:stellen}", "{x:wort|Person}"])
def test_mistakes_of_ours_are_errors(template: str) -> None:
    with pytest.raises((KeyError, ValueError)):
        sentence(template, known(Unit.CONTACTS, 5))


numbers = st.none() | st.integers(-(10**12), 10**12) | st.floats(-1e12, 1e12) | st.just(float("nan"))


@given(value=numbers, low=numbers, high=numbers, unit=st.sampled_from(list(Unit)), decimals=st.integers(0, 3))
def test_never_blank_never_nan(value: float | None, low: float | None, high: float | None, unit: Unit, decimals: int) -> None:
    findings = known(unit, value, low, high, decimals)
    special = {Unit.CENTS: ["euro", "euro_rund", "euro_spanne"], Unit.SHARE: ["prozent"], Unit.POSTS: ["stellen"]}
    for form in ("exakt", "rund", "spanne", "bereich", *special.get(unit, [])):
        words = sentence(f"[{{x:{form}}}]", findings)[1:-1]
        assert words.strip()
        assert "nan" not in words.lower().replace("ausgewiesen", "").replace("angabe", "")
        assert "E+" not in words
        assert "None" not in words


@pytest.mark.parametrize(
    ("steps", "contacts", "persons", "expected"),
    [
        (9, 7, 1, "gab es bei 9 Monatswechseln 7 Anstiege der Beratungen und 1 Anstieg der Personen."),
        (1, 1, 0, "gab es bei 1 Monatswechsel 1 Anstieg der Beratungen und 0 Anstiege der Personen."),
    ],
)
def test_one_rise_is_said_in_the_singular(steps: int, contacts: int, persons: int, expected: str) -> None:
    values = {"claim_steps": steps, "claim_rises_contacts": contacts, "claim_rises_persons": persons}
    findings = {id: known(Unit.COUNT, value)["x"] for id, value in values.items()}
    assert sentence(TEXTS["claim_rise"][0], findings) == f"In den ersten Projektmonaten {expected}"
