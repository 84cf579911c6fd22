"""Words in inches, and where lines end."""

import pytest

from wiwak_eval.publication.drawing_rows import reach, rows_of
from wiwak_eval.publication.measuring import folded, line_height, width


def test_width_is_that_of_the_longest_line_and_grows_with_the_size() -> None:
    assert width("ii\nWWWW", 9) == width("WWWW", 9) > width("iiii", 9)
    assert width("Wort", 18) == pytest.approx(2 * width("Wort", 9))
    assert width("Wort", 9, bold=True) > width("Wort", 9)


@pytest.mark.parametrize(
    "words", ["Fahrten zu aufsuchenden Beratungen", "Verwaltungsgemeinschaftsvorsitzendenstellvertretung", "a/b-c d", ""]
)
@pytest.mark.parametrize("inches", [0.4, 0.8, 1.5])
def test_no_line_is_too_long_and_no_letter_is_lost(words: str, inches: float) -> None:
    lines = folded(words, 9, inches).split("\n")
    assert all(width(line, 9) <= inches for line in lines)
    assert "".join(lines).replace(" ", "") == words.replace(" ", "")


def test_lines_end_at_blanks_and_after_strokes_but_not_between_a_number_and_its_sign() -> None:
    assert folded("Erfüllungsgrad ab 80 %", 9, width("Erfüllungsgrad ab 80", 9)) == "Erfüllungsgrad ab\n80 %"
    assert folded("Schul-/Kitaplatz", 9, width("Kitaplatz", 9)) == "Schul-/\nKitaplatz"
    assert folded("eine kurze Zeile", 9, 5) == "eine kurze Zeile"


def test_an_axis_ends_where_each_label_still_fits() -> None:
    """Bars of 100 and 90 on an axis of 4 inches: behind each there is as much room as its label is wide."""
    labels = ["1", "ein langes Wort daneben"]
    end = reach([100, 90], labels, 4)
    assert end > 100
    for value, label in zip([100, 90], labels, strict=True):
        assert (end - value) / end * 4 >= width(label, 8)
    assert reach([float("nan")], [""], 4) == 1
    assert reach([-5], ["-5"], 4, -10) > 0


def test_rows_are_as_high_as_their_names_and_bars_no_thicker() -> None:
    short, long = rows_of(["kurz"]), rows_of(["ein Name, der in der Spalte der Namen nicht auf zwei Zeilen passt, so lang ist er geworden"])
    assert long.step >= 3 * line_height(9) > short.step
    assert long.bar * long.step == pytest.approx(short.bar * short.step, rel=0.25)
    assert long.inches < short.inches
