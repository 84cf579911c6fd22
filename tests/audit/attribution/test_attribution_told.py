"""How an attribution is told: aligned columns, German sentences, exact CSV, pictures and a paper that all can read."""

import csv
import io
import re
from collections import Counter
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.audit.attribution.samples import ALL, ASSUMPTIONS, CANCELS, COST, DATA, FALLS, FEWER, POSTS, SAME, attribution, share
from tests.publication.figure_check import faults
from tests.publication.svg_check import svg_faults
from wiwak_eval.audit.attribution.csv_file import HEADS, csv_text, findings_text
from wiwak_eval.audit.attribution.differing import Detail
from wiwak_eval.audit.attribution.paper import comparison_pdf, further
from wiwak_eval.audit.attribution.picture import waterfall
from wiwak_eval.audit.attribution.sides import headline_ids
from wiwak_eval.audit.attribution.subjects import subject
from wiwak_eval.audit.attribution.words import NO_DIFFERENCE, lead, lines, sentence
from wiwak_eval.audit.attribution.writing import write_attribution
from wiwak_eval.publication.pdf_gate import check_pdf
from wiwak_eval.publication.style import saved
from wiwak_eval.results import GermanError, NotAssessable
from wiwak_eval.results.provenance import SIMULATED_MARK
from wiwak_eval.study.compare import Difference, Said
from wiwak_eval.study.compare_words import SIMULATED


def number(text: str) -> Decimal:
    """A German number back."""
    return Decimal(text.replace(".", "").replace(",", ".").replace("−", "-"))


def test_the_table_is_aligned_and_each_row_adds_up() -> None:
    said = list(lines(attribution(*ALL)))
    assert said[0] == SIMULATED_MARK
    start = said.index("") + 1
    table = said[start : said.index("", start)]
    assert len({len(row) for row in table}) == 1
    assert re.split(r" {2,}", table[0].strip()) == [
        "Lauf A", "Daten", "Annahmen", "Programm", "Zusammenwirken", "Rest", "Lauf B",
    ]  # fmt: skip
    for row in table[1:]:
        cells = [number(cell) for cell in re.split(r" {2,}", row)[1:] if cell != "–"]
        assert sum(cells[:-1]) == cells[-1]
    assert any(line.startswith("Ohne Unterschied: Anteil des Landes 2018 und 2019.") for line in said)
    assert "Gesamtkosten 2019: durch das geänderte Programm allein nicht zu rechnen; die Wirkung steckt im Zusammenwirken." in said


def test_sentences_say_how_much_and_by_what() -> None:
    found = attribution(*ALL)
    plain = sentence(found, COST).replace("\u202f", " ")
    assert plain == (
        "Die Gesamtkosten 2018 sind in Lauf B um 21.842,94 € höher als in Lauf A (203.161,95 € → 225.004,89 €). Davon +16.085,48 € durch "
        "andere Daten, +3.325,14 € durch andere Annahmen, +1.794,04 € durch das geänderte Programm, +638,28 € durch ihr Zusammenwirken."
    )
    assert sentence(found, FEWER) == (
        "Die Zahl der erwarteten Beratungen 2018 ist in Lauf B um 326 niedriger als in Lauf A (2.352 → 2.026). Der ganze Unterschied "
        "entsteht durch andere Daten."
    )


def test_a_cause_that_all_have_is_said_once() -> None:
    """And what then fits a page is not spread over two."""
    one, other = share("cost_2018", "100.00", {ASSUMPTIONS: "5.00"}), share("cost_2019", "200.00", {ASSUMPTIONS: "7.00"})
    found = attribution(one, other)
    said = [words.replace("\u202f", " ") for words in lead(found, (one, other))]
    assert said == [
        "Die Gesamtkosten 2018 sind in Lauf B um 5,00 € höher als in Lauf A (100,00 € → 105,00 €).",
        "Die Gesamtkosten 2019 sind in Lauf B um 7,00 € höher als in Lauf A (200,00 € → 207,00 €).",
        "Jeder dieser Unterschiede entsteht ganz durch andere Annahmen.",
    ]
    assert lead(found, (one,)) == [sentence(found, one)]
    assert lead(attribution(*ALL), (COST, FEWER)) == [sentence(attribution(*ALL), each) for each in (COST, FEWER)]


@pytest.mark.parametrize(("lines_told", "pages"), [(26, 1), (34, 1), (60, 2)])
def test_a_paper_a_little_longer_than_a_page_is_set_a_little_smaller(lines_told: int, pages: int) -> None:
    one = share("cost_2018", "100.00", {ASSUMPTIONS: "5.00"})
    found = replace(attribution(one), details=tuple(Detail(ASSUMPTIONS, f"Annahme {at}: 1 → 2") for at in range(lines_told)))
    paper = comparison_pdf(found)
    assert len(PdfReader(io.BytesIO(paper)).pages) == pages
    assert check_pdf(paper).faults == ()


def test_effects_that_cancel_out_are_told_as_such() -> None:
    level = share("open_2018", "100.00", {DATA: "-5.00", ASSUMPTIONS: "5.00"})
    found = attribution(level)
    assert found.changed == (level,)
    assert "in beiden Läufen gleich" in sentence(found, level)
    assert faults(waterfall(found, level)) == ()


def test_every_headline_figure_has_a_subject() -> None:
    assert all(subject(id).endswith((" ist", " sind")) for id in headline_ids((2018, 2019)))


def test_no_difference_and_no_attribution_are_said_in_one_sentence() -> None:
    assert NO_DIFFERENCE in list(lines(attribution(ALL[-1])))
    assert list(lines(NotAssessable("Nicht zerlegt: Probe."))) == ["Nicht zerlegt: Probe."]


def test_the_csv_is_exact_and_adds_up() -> None:
    rows = list(csv.DictReader(io.StringIO(csv_text(attribution(*ALL)))))
    assert tuple(rows[0]) == HEADS
    assert [row["figure"] for row in rows] == [one.id for one in ALL]
    for row in rows:
        parts = (row[name] for name in ("before", "data", "assumptions", "code", "environment", "together", "rest"))
        assert sum(Decimal(part or 0) for part in parts) == Decimal(row["after"])
        assert row["simulated"] == "yes"
    falls = next(row for row in rows if row["figure"] == "cost_2019")
    assert (falls["data"], falls["code"], falls["environment"], falls["rest"]) == ("-1000000.01", "", "0", "-0.05")


@pytest.mark.parametrize("one", [COST, FEWER, POSTS, CANCELS, FALLS, replace(ALL[-1], rest=Decimal(1), after=Decimal(1))])
def test_pictures_have_no_fault_and_carry_the_mark(one) -> None:
    found = attribution(*ALL, one) if one not in ALL else attribution(*ALL)
    figure = waterfall(found, one)
    assert faults(figure) == ()
    svg = saved(figure, "svg")
    assert svg_faults(svg) == ()
    assert SIMULATED_MARK in svg.decode()
    assert svg == saved(waterfall(found, one), "svg")


def test_a_waterfall_ends_where_the_difference_is() -> None:
    """The right or left end of the last effect is the end of the whole bar; bars follow each other without a gap."""
    bars = [(bar.get_x(), bar.get_x() + bar.get_width()) for bar in waterfall(attribution(COST), COST).axes[0].patches]
    *effects, whole = bars
    assert whole == (0, float(COST.difference))
    assert [start for start, _ in effects[1:]] == pytest.approx([end for _, end in effects[:-1]])
    assert effects[-1][1] == pytest.approx(whole[1])


@pytest.mark.parametrize("shares", [ALL, (FEWER,), (FALLS,), (ALL[-1],)])
def test_the_paper_passes_the_gate_and_is_the_same_each_time(shares) -> None:
    found = attribution(*shares, level="intern")
    paper = comparison_pdf(found)
    assert check_pdf(paper).faults == ()
    assert paper == comparison_pdf(found)


def test_real_runs_carry_no_mark() -> None:
    found = attribution(*ALL, mark=None)
    assert SIMULATED_MARK not in "\n".join(lines(found)) + csv_text(found)
    assert SIMULATED_MARK not in saved(waterfall(found, COST), "svg").decode()


def test_the_folder_holds_paper_table_and_pictures_and_is_never_overwritten(tmp_path: Path) -> None:
    found = attribution(FEWER, COST, ALL[-1])
    paper = write_attribution(tmp_path / "aus", found)
    assert Counter(file.suffix for file in paper.parent.iterdir()) == {".pdf": 1, ".csv": 2, ".svg": 1, ".png": 1}
    assert (paper.parent / "wasserfall_cost_2018.svg").is_file(), "several effects are drawn, one alone is told"
    before = paper.read_bytes()
    with pytest.raises(GermanError, match="ist nicht leer"):
        write_attribution(tmp_path / "aus", found)
    assert paper.read_bytes() == before
    assert [file.name for file in tmp_path.iterdir()] == ["aus"]


def test_levels_stand_at_the_top_and_what_is_internal_says_so() -> None:
    said = list(lines(attribution(COST, level="intern")))
    assert said[1:6] == [
        "Lauf A: aaaaaaaaaaaa · Fassung: öffentlich",
        "Lauf B: bbbbbbbbbbbb · Fassung: intern – nicht weitergeben",
        "Diese Ausgabe ist intern – nicht weitergeben.",
        "Freigabestufe:",
        "  öffentlich → intern – nicht weitergeben",
    ]
    public = "\n".join(lines(attribution(COST)))
    assert "Diese Ausgabe" not in public
    assert "Freigabestufe:" not in public


def test_a_figure_of_which_only_the_range_differs_is_not_called_equal() -> None:
    found = attribution(COST, *SAME)
    wider = replace(found.after.printed["land_2018"], span=("1", "3"))
    found = replace(found, after=replace(found.after, printed={**found.after.printed, "land_2018": wider}))
    said = list(lines(found))
    assert "Ohne Unterschied: Anteil des Landes 2019." in said
    assert "Wert gleich, Spanne anders: Anteil des Landes 2018." in said


def test_the_paper_says_how_many_other_findings_differ_and_where_they_stand(tmp_path: Path) -> None:
    more = (
        Difference("cost_2018", "Gesamtkosten 2018", "euro", Said("1"), Said("2")),
        Difference("cost_p80_2018", "Gesamtkosten, 80-%-Wert, 2018", "euro", Said("253600"), Said("252900")),
        Difference("months", "Personenmonate", "count", Said("284"), Said("285")),
    )
    found = replace(attribution(COST), findings=more)
    assert "sind 2 weitere Kennzahlen anders. Jede steht in „kennzahlen.csv“" in " ".join(further(found))
    assert SIMULATED in further(found)
    rows = list(csv.DictReader((write_attribution(tmp_path / "aus", found).parent / "kennzahlen.csv").open(encoding="utf-8")))
    assert [(row["finding"], row["before"], row["after"], row["withheld"]) for row in rows] == [
        ("cost_2018", "1", "2", "no"), ("cost_p80_2018", "253600", "252900", "no"), ("months", "284", "285", "no"),
    ]  # fmt: skip


def test_the_csv_of_findings_holds_nothing_that_one_run_hides() -> None:
    hidden = Difference("reached_title", "Beratene", "persons", Said("•"), Said("7"))
    row = next(csv.DictReader(io.StringIO(findings_text(replace(attribution(COST, level="intern"), findings=(hidden,))))))
    assert (row["before"], row["after"], row["withheld"]) == ("", "", "yes")
