"""Differences between two runs in German numbers; what a level hides is not told."""

import pytest

from wiwak_eval.results import Level
from wiwak_eval.study.compare import Difference, Said
from wiwak_eval.study.compare_words import NONE, SIMULATED, difference_lines

PUBLIC = (Level.OEFFENTLICH, Level.OEFFENTLICH)
PUBLIC_TO_HOUSE = (Level.OEFFENTLICH, Level.INTERN)


def difference(unit: str, before: Said | None, after: Said | None, id: str = "x", label: str = "Kennzahl") -> Difference:
    return Difference(id, label, unit, before, after, "2018")


def plain(one: Difference) -> str:
    return next(difference_lines([one], PUBLIC)).replace("\u202f", " ").replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("unit", "before", "after", "told"),
    [
        ("euro", Said("203161.95", "170600", "283500"), Said("203520.04"),
         "203.161,95 € (170.600,00 € bis 283.500,00 €) → 203.520,04 €"),
        ("share", Said("0.003265"), Said("0.003369"), "0,33 % → 0,34 %"),
        ("posts", Said("3", "2", "5"), Said("3", "2", "5.25"), "3,00 (2,00 bis 5,00) Stellen → 3,00 (2,00 bis 5,25) Stellen"),
        ("count", Said("1284"), Said("1285"), "1.284 → 1.285"),
        ("number", Said("1.109331"), Said("1.109402"), "1,1093 → 1,1094"),
        ("contacts", Said("•"), Said("12"), "verdeckt → 12"),
        ("persons", Said(""), None, "keine Angabe → gibt es dort nicht"),
    ],
)  # fmt: skip
def test_numbers_are_german_and_show_that_they_differ(unit: str, before: Said, after: Said | None, told: str) -> None:
    assert plain(difference(unit, before, after)) == f"Kennzahl: {told}"


def test_between_two_levels_what_one_hides_or_rounds_is_told_without_values() -> None:
    hidden = difference("persons", Said("•"), Said("7"), label="Beratene")
    rounded = difference("share", Said("0.71", "0.66", "0.76"), Said("0.706395", "0.656203", "0.752029"), label="Anteil")
    true = difference("persons", Said("458"), Said("574"), label="Personen")
    said = list(difference_lines([hidden, rounded, true], PUBLIC_TO_HOUSE))
    assert said[0] == "Personen: 458 → 574"
    assert said[1].startswith("Verdeckt oder gerundet")
    assert said[1].endswith("Beratene; Anteil.")
    assert not any(number in " ".join(said) for number in ("7 ", "70,6", "71,0"))
    only = list(difference_lines([true], PUBLIC_TO_HOUSE, only_level=True))
    assert len(only) == 1
    assert "458" not in only[0]


def test_equal_labels_are_told_apart_and_simulated_numbers_are_noted() -> None:
    twice = [difference("contacts", Said("1"), Said("2"), id=id) for id in ("first", "second")]
    assert all(line.startswith("Kennzahl (2018): ") for line in difference_lines(twice, PUBLIC))
    assert list(difference_lines([difference("euro", Said("100"), Said("200"), id="cost_p80_2018")], PUBLIC))[-1] == SIMULATED
    assert list(difference_lines([], PUBLIC)) == [NONE]
