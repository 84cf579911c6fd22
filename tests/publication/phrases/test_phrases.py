"""Numbers in sentences: rounded as a council reads them, never blank."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from phrase_samples import one, plain

from wiwak_eval.publication.phrases import HIDDEN_WORDS, MISSING_WORDS, render, sentence, spoken
from wiwak_eval.publication.texts import TEXTS
from wiwak_eval.results import Finding, Unit

PERSONS = "x:anzahl|keine Person|eine Person|# Personen"
ABOUT = PERSONS.replace("anzahl", "anzahl_rund")
POSTS = "x:anzahl|keine Stelle|eine Stelle|# Stellen"


def known(
    unit: Unit, value: float | None, low: float | None = None, high: float | None = None, decimals: int = 0, hidden: bool = False
) -> dict[str, Finding]:
    return {"x": one(unit, value, low, high, decimals, hidden)}


@pytest.mark.parametrize(
    ("template", "findings", "expected"),
    [
        ("Es gab {x:rund}.", known(Unit.CONTACTS, 1843), "Es gab rund 1.800."),
        ("Es gab {x:rund}.", known(Unit.CONTACTS, 1800), "Es gab 1.800."),
        ("Es gab {x:rund}.", known(Unit.CONTACTS, 7.26), "Es gab rund 7."),
        ("Es gab {x:rund}.", known(Unit.CONTACTS, 3030, 3012, 3048), "Es gab 3.030."),
        ("Es gab {x:rund}.", known(Unit.CONTACTS, 3031, 3012, 3048), "Es gab rund 3.030."),
        ("{x:rund} Fälle.", known(Unit.CONTACTS, 1843), "Rund 1.800 Fälle."),
        ("Erst das. {x:rund} Fälle.", known(Unit.CONTACTS, 1843), "Erst das. Rund 1.800 Fälle."),
        ("{x:ganz}", known(Unit.NUMBER, 224.67, decimals=1), "Rund 225"),
        ("{x:ganz}", known(Unit.NUMBER, 106.0, decimals=1), "106"),
        ("{x}", known(Unit.CONTACTS, 1843), "1.843"),
        ("{x}", known(Unit.NUMBER, 1.0, decimals=2), "1,00"),
        ("{x}", known(Unit.NUMBER, 1, decimals=2), "1"),
        ("{x:exakt}", known(Unit.MINUTES, 48.25, decimals=1), "48,3"),
        ("{x:spanne}", known(Unit.CONTACTS, 3612, 3096.4, 4244), "3.100 bis 4.200"),
        ("{x:spanne}", known(Unit.CONTACTS, 3612, 1296.4, 1944), "1.300 bis 1.900"),
        ("{x:spanne}", known(Unit.CONTACTS, 3612, 1944, 1296.4), "1.300 bis 1.900"),
        ("{x:spanne}", known(Unit.CONTACTS, 3030, 3012, 3048), "3.010 bis 3.050"),
        ("bei {x:spanne}", known(Unit.CONTACTS, 1300, 1300, 1300), "bei 1.300"),
        ("bei {x:spanne}", known(Unit.CONTACTS, 1843, 1843, 1843), "bei rund 1.800"),
        ("bei {x:spanne}", known(Unit.CONTACTS, 1843, 1296, None), "bei mindestens rund 1.300"),
        ("bei {x:spanne}", known(Unit.CONTACTS, 1843, None, 1900), "bei höchstens 1.900"),
        ("{x:spanne}", known(Unit.SHARE, 0.1, 0.081, 0.152), "8 bis 15 %"),
        ("{x:spanne}", known(Unit.SHARE, 0.1, 0.081, 0.084), "8,1 bis 8,4 %"),
        ("{x:spanne}", known(Unit.POSTS, 3.75, 3.25, 4.5), "3,25 bis 4,50"),
        ("{x:spanne}", known(Unit.CONTACTS, 7), MISSING_WORDS),
        ("{x:bereich}", known(Unit.NUMBER, 1.113, 1.062, 1.167, decimals=3), "1,062 bis 1,167"),
        ("bei {x:bereich}", known(Unit.NUMBER, 1.113, None, 1.167, decimals=3), "bei höchstens 1,167"),
        ("{x:bereich}", known(Unit.NUMBER, 1.113), MISSING_WORDS),
        ("{x:euro}", known(Unit.CENTS, 23987512), "239.875,12 €"),
        ("es sind {x:euro_rund}", known(Unit.CENTS, 23987512), "es sind rund 240.000 Euro"),
        ("{x:euro_spanne}", known(Unit.CENTS, 1, 23100049, 26212345), "231.000 bis 262.000 Euro"),
        ("{x:euro_spanne}", known(Unit.CENTS, 1, 23100049, 23112345), "231.000 bis 231.100 Euro"),
        ("{x:euro_spanne}", known(Unit.CENTS, 1, 47700, 59400), "480 bis 590 Euro"),
        ("{x:euro_spanne}", known(Unit.CENTS, 1, 103000, 173000), "1.000 bis 1.700 Euro"),
        ("bei {x:euro_spanne}", known(Unit.CENTS, 1, 103000, 103000), "bei 1.030 Euro"),
        ("{x:prozent}", known(Unit.SHARE, 0.1234), "12 %"),
        ("{x:stellen} Stellen", known(Unit.POSTS, 3.75), "3,75 Stellen"),
        (f"für {{{PERSONS}}}", known(Unit.PERSONS, 0), "für keine Person"),
        (f"für {{{PERSONS}}}", known(Unit.PERSONS, 1), "für eine Person"),
        (f"für {{{PERSONS}}}", known(Unit.PERSONS, 2), "für 2 Personen"),
        (f"für {{{PERSONS}}}", known(Unit.PERSONS, None), f"für {MISSING_WORDS}"),
        (f"für {{{ABOUT}}}", known(Unit.PERSONS, 374), "für rund 370 Personen"),
        (f"für {{{ABOUT}}}", known(Unit.PERSONS, 0.4), "für rund 0 Personen"),
        (f"für {{{ABOUT}}}", known(Unit.PERSONS, 0.8), "für rund eine Person"),
        (f"{{{POSTS}}}", known(Unit.POSTS, 3.0), "3 Stellen"),
        (f"{{{POSTS}}}", known(Unit.POSTS, 2.75), "2,75 Stellen"),
        (f"{{{POSTS}}}", known(Unit.POSTS, 1.0), "Eine Stelle"),
        ("auf {x:anteil}", known(Unit.SHARE, 0.35), "auf gut ein Drittel"),
        ("auf {x:anteil}", known(Unit.SHARE, 0.32), "auf knapp ein Drittel"),
        ("auf {x:anteil}", known(Unit.SHARE, 0.5), "auf die Hälfte"),
        ("auf {x:anteil}", known(Unit.SHARE, 0.504), "auf etwa die Hälfte"),
        ("auf {x:anteil}", known(Unit.SHARE, 0.58), "auf 58 %"),
        ("ist {x:richtung|gestiegen|gesunken|gleich geblieben}", known(Unit.NUMBER, 3.2, decimals=1), "ist gestiegen"),
        ("ist {x:richtung|gestiegen|gesunken|gleich geblieben}", known(Unit.NUMBER, -3.2, decimals=1), "ist gesunken"),
        ("ist {x:richtung|gestiegen|gesunken|gleich geblieben}", known(Unit.NUMBER, 0.02, decimals=1), "ist gleich geblieben"),
        ("{x:vergleich|0.5|mehr als|weniger als|genau} die Hälfte", known(Unit.SHARE, 0.502), "genau die Hälfte"),
        ("{x:vergleich|1|mehr als|weniger als|genau} einer", known(Unit.PERSONS, 2), "mehr als einer"),
        ("{x:vergleich|100|mehr als|weniger als|genau} einen Euro", known(Unit.CENTS, 99), "weniger als einen Euro"),
        ("{x:name}", known(Unit.PERSONS, 2), "Aussage"),
        ("{x:rund}", known(Unit.PERSONS, None, hidden=True), HIDDEN_WORDS),
        ("{x:rund}", known(Unit.PERSONS, None), MISSING_WORDS),
        ("{x:euro_rund}", known(Unit.CENTS, None), MISSING_WORDS),
        ("{x:rund}", known(Unit.NUMBER, float("nan")), MISSING_WORDS),
        ("{x:rund}", known(Unit.YEAR, 2018), "2018"),
        ("ohne Zahl", {}, "ohne Zahl"),
    ],
)
def test_sentence(template: str, findings: dict[str, Finding], expected: str) -> None:
    said = plain(sentence(template, findings))
    assert said == expected or said == expected[:1].upper() + expected[1:]


def test_two_findings_are_compared_as_they_are_printed() -> None:
    template = "{x:vergleich_rund|y|mehr als|weniger als|so viele wie}"
    findings = {"x": one(Unit.CONTACTS, 1843), "y": one(Unit.CONTACTS, 1799, id="y")}
    assert sentence(template, findings) == "So viele wie"
    assert sentence(template.replace("_rund", ""), findings) == "Mehr als"


def test_number_unit_and_noun_stay_on_one_line() -> None:
    assert " " not in sentence("{x:euro_rund}", known(Unit.CENTS, 23987512))
    assert sentence("{x:spanne}", known(Unit.CONTACTS, 1, 10, 20)) == "10 bis\u00a020"
    assert sentence("{x} Stellen und {x} von {x}", known(Unit.COUNT, 5)) == "5\u00a0Stellen und 5 von 5"
    assert sentence(f"{{{PERSONS}}}", known(Unit.PERSONS, 12)) == "12\u00a0Personen"


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


def test_one_known_number_is_enough_to_be_said_but_not_where_sentences_must_be_whole() -> None:
    findings = {**known(Unit.CONTACTS, 5), "y": one(Unit.CONTACTS, None, id="y")}
    assert spoken(("Es gab {x} und {y}.",), findings) == f"Es gab 5 und {MISSING_WORDS}."
    assert spoken(("Es gab {x} und {y}.", "Es gab {x}."), findings, whole=True) == "Es gab 5."


def test_a_comparison_with_the_unknown_is_left_out() -> None:
    findings = {**known(Unit.CONTACTS, 5), "y": one(Unit.CONTACTS, None, hidden=True, id="y")}
    template = "Es waren {x:vergleich|y|mehr|weniger|gleich viele}."
    assert spoken((template, "Es gab {x}."), findings) == "Es gab 5."
    with pytest.raises(ValueError, match="not known"):
        sentence(template, findings)


@pytest.mark.parametrize(
    "template",
    [
        "{y:rund}", "{x:rnd}", "{x:rund|a}", "{x:euro}", "{x:prozent}", "{x:stellen}", "{x:euro_spanne}", "{x:anteil}",
        "{x:anzahl|keine|eine}", "{x:anzahl|keine|eine|viele}", "{x:anzahl|keine|eine|# und #}", "{x:richtung|mehr|weniger}",
        "{x:vergleich|y|mehr|weniger|gleich}", "{x:vergleich|0|mehr|weniger}", "{x:vergleich}",
    ],
)  # fmt: skip
def test_mistakes_of_ours_are_errors(template: str) -> None:
    with pytest.raises((KeyError, ValueError)):
        sentence(template, known(Unit.CONTACTS, 5))


numbers = st.none() | st.integers(-(10**12), 10**12) | st.floats(-1e12, 1e12) | st.just(float("nan"))


@given(value=numbers, low=numbers, high=numbers, unit=st.sampled_from(list(Unit)), decimals=st.integers(0, 3))
def test_never_blank_never_nan(value: float | None, low: float | None, high: float | None, unit: Unit, decimals: int) -> None:
    finding = one(unit, value, low, high, decimals)
    special = {Unit.CENTS: ["euro", "euro_rund", "euro_spanne"], Unit.SHARE: ["prozent", "anteil"], Unit.POSTS: ["stellen"]}
    for form in ("exakt", "rund", "ganz", "spanne", "bereich", PERSONS[2:], ABOUT[2:], *special.get(unit, [])):
        words = render(finding, form)
        assert words.strip()
        assert "nan" not in words.lower().replace("ausgewiesen", "").replace("angabe", "")
        assert "E+" not in words
        assert "None" not in words


@pytest.mark.parametrize(
    ("steps", "contacts", "persons", "expected"),
    [
        (9, 7, 1, "gab es bei 9 Monatswechseln 7 Anstiege der Beratungen und einen Anstieg der Personen."),
        (1, 1, 0, "gab es bei einem Monatswechsel einen Anstieg der Beratungen und keinen Anstieg der Personen."),
    ],
)
def test_none_and_one_rise_are_said_in_words(steps: int, contacts: int, persons: int, expected: str) -> None:
    values = {"claim_steps": steps, "claim_rises_contacts": contacts, "claim_rises_persons": persons}
    findings = {id: one(Unit.COUNT, value, id=id) for id, value in values.items()}
    assert plain(spoken(TEXTS["claim_rise"][:1], findings)) == f"In den ersten Projektmonaten {expected}"
