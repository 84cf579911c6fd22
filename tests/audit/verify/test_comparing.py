"""A run against itself made again: what may differ, what may not, and where it is said to lie."""

import io
import json
import shutil
import zipfile
from base64 import b64encode
from pathlib import Path

import pytest
from PIL import Image

from wiwak_eval.audit.verify.comparing import compare_folders
from wiwak_eval.audit.verify.comparing.allowance import Allowance, drawn_alike
from wiwak_eval.audit.verify.comparing.folders import BYTES
from wiwak_eval.audit.verify.comparing.papers import compare_pdf
from wiwak_eval.audit.verify.comparing.pictures import same_picture
from wiwak_eval.audit.verify.result import Deviation

RISK = "daten/risk_quantiles.csv"
RISK_TABLE = "key,plan,p10,p80,error\ntotal,203161.95,170600.00,253600.00,0.003265\n"


def compared(tmp_path: Path, name: str, in_run: str | bytes, found: str | bytes) -> tuple[Deviation, ...]:
    for side, content in (("a", in_run), ("b", found)):
        (tmp_path / side / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / side / name).write_bytes(content.encode() if isinstance(content, str) else content)
    return compare_folders(tmp_path / "a", tmp_path / "b").deviations


def picture(colour: int, mode: str = "L") -> bytes:
    out = io.BytesIO()
    image = Image.new(mode, (8, 8), 255)
    image.putpixel((3, 3), colour)
    image.save(out, "PNG")
    return out.getvalue()


@pytest.mark.parametrize(
    ("in_run", "found"),
    [
        (RISK_TABLE, RISK_TABLE.replace("170600.00", "170700.00")),
        (RISK_TABLE, RISK_TABLE.replace("0.003265", "0.003266")),
    ],
)
def test_what_another_processor_may_give_is_no_difference(tmp_path: Path, in_run: str, found: str) -> None:
    assert compared(tmp_path, RISK, in_run, found) == ()


@pytest.mark.parametrize(
    ("name", "was", "now", "place"),
    [
        (RISK, "170600.00", "170800.00", "Zeile 2 (total), Spalte „p10“"),
        (RISK, "170600.00", "170650.00", "Zeile 2 (total), Spalte „p10“"),
        (RISK, "203161.95", "203161.96", "Zeile 2 (total), Spalte „plan“"),
        (RISK, "203161.95", "203261.95", "Zeile 2 (total), Spalte „plan“"),
        (RISK, "0.003265", "0.003275", "Zeile 2 (total), Spalte „error“"),
        ("daten/costs.csv", "170600.00", "170700.00", "Zeile 2 (total), Spalte „p10“"),
        (RISK, "total", "summe", "Zeile 2 (summe), Spalte „key“"),
    ],
)
def test_what_must_be_exact_is_named_with_both_values(tmp_path: Path, name: str, was: str, now: str, place: str) -> None:
    found = compared(tmp_path, name, RISK_TABLE.replace(was, now), RISK_TABLE)
    assert found == (Deviation(name, place, now, was),)


@pytest.mark.parametrize(
    ("table", "column", "same"),
    [
        ("land_costs", "cost_2018_p10", True),
        ("land_financing", "cash_p90", True),
        ("land_financing", "variant_land_p10", True),
        ("land_financing", "variant_county_cash_p90", True),
        ("land_financing", "variant_land", False),
        ("land_total", "cost_p10", True),
        ("land_total", "cost_mean", True),
        ("land_total", "contacts_mean", False),
        ("joint_centre", "cost_2019_p90", True),
        ("cost_range", "cash_p10", True),
        ("land_costs", "cost_2018", False),
        ("land_financing", "open", False),
        ("land_total", "contacts_p10", False),
        ("land_caseload", "contacts_2018_p90", False),
    ],
)
def test_one_step_of_a_simulated_amount_of_any_county_is_no_difference(tmp_path: Path, table: str, column: str, same: bool) -> None:
    in_run, found = (f"key,{column}\nland,{amount}\n" for amount in ("170600.00", "170700.00"))
    assert (compared(tmp_path, f"daten/{table}.csv", in_run, found) == ()) is same


def test_missing_and_added_rows_cells_and_files_are_named(tmp_path: Path) -> None:
    assert compared(tmp_path / "1", RISK, RISK_TABLE, RISK_TABLE + "x,1,2,3,4\n")[0].place == "Zahl der Zeilen"
    assert compared(tmp_path / "2", RISK, RISK_TABLE, RISK_TABLE.replace(",0.003265", ""))[0].place == "Zeile 2, Zahl der Zellen"
    (tmp_path / "2" / "b" / "neu.txt").write_text("x")
    (tmp_path / "2" / "a" / "alt.txt").write_text("x")
    words = {one.file: one.found for one in compare_folders(tmp_path / "2" / "a", tmp_path / "2" / "b").deviations}
    assert words["neu.txt"] == "entsteht bei der Wiederholung"
    assert words["alt.txt"] == "fehlt in der Wiederholung"


@pytest.mark.parametrize(("column", "ok"), [("low", True), ("value", False)])
def test_the_index_of_findings_follows_its_tables(tmp_path: Path, column: str, ok: bool) -> None:
    index = "id,value,low,table,column\ncost_2018,203200.00,170600,cost_range,plan\n"
    changed = index.replace("170600" if column == "low" else "203200", "170700" if column == "low" else "203300")
    assert (compared(tmp_path, "pruefpaket/findings.csv", index, changed) == ()) is ok


LAND, LAND_TABLE = "daten/land_total.csv", "year,persons,persons_p10,cost,cost_p10\n2018,6148,3300,4336122.07,3573000.00\n"


@pytest.mark.parametrize(
    ("was", "now", "ok"),
    [
        ("3573000.00", "3573100.00", True),
        ("3573000.00", "3573200.00", False),
        ("4336122.07", "4336122.08", False),
        (",3300,", ",3400,", False),
        ("6148", "6149", False),
    ],
)
def test_of_all_counties_only_the_range_of_cost_is_simulated_money(tmp_path: Path, was: str, now: str, ok: bool) -> None:
    """Ranges of persons are whole numbers too, and a hundred persons are no step."""
    assert (compared(tmp_path, LAND, LAND_TABLE, LAND_TABLE.replace(was, now)) == ()) is ok


@pytest.mark.parametrize(("column", "ok"), [("cost_mean", True), ("cost", False), ("contacts_mean", False)])
def test_the_index_of_findings_knows_a_mean_of_draws(tmp_path: Path, column: str, ok: bool) -> None:
    index = f"id,value,low,table,column\nland_x_2018,5140000.00,,land_total,{column}\n"
    assert (compared(tmp_path, "pruefpaket/findings.csv", index, index.replace("5140000.00", "5140100.00")) == ()) is ok


@pytest.mark.parametrize(("column", "ok"), [("cost", True), ("open", True), ("persons", False)])
def test_the_index_of_findings_knows_which_ranges_of_the_land_are_money(tmp_path: Path, column: str, ok: bool) -> None:
    index = f"id,value,low,table,column\nland_x_2018,4336122.07,3300.00,land_total,{column}\n"
    assert (compared(tmp_path, "pruefpaket/findings.csv", index, index.replace("3300.00", "3400.00")) == ()) is ok


def test_an_allowed_step_may_be_printed_by_the_thousand(tmp_path: Path) -> None:
    for side, amount, thousands in (("a", "3573400.00", "3.573"), ("b", "3573500.00", "3.574")):
        (tmp_path / side / "daten").mkdir(parents=True)
        (tmp_path / side / LAND).write_text(LAND_TABLE.replace("3573000.00", amount))
        (tmp_path / side / "text.md").write_text(f"{thousands} bis 7.028 T€")
    assert compare_folders(tmp_path / "a", tmp_path / "b").deviations == ()
    (tmp_path / "b" / "text.md").write_text("3.574 bis 7.029 T€")
    assert [one.file for one in compare_folders(tmp_path / "a", tmp_path / "b").deviations] == ["text.md"]


def test_an_allowed_step_may_be_printed_elsewhere_and_nothing_else(tmp_path: Path) -> None:
    """A text may show the amount that the table was allowed, not another one that looks like it."""
    for side, table, text in (
        ("a", RISK_TABLE, "zwischen 170.600 € und 253.600 €, 1.725 Beratungen"),
        ("b", RISK_TABLE.replace("170600", "170700"), "zwischen 170.700 € und 253.600 €, 1.725 Beratungen"),
    ):
        (tmp_path / side / "daten").mkdir(parents=True)
        (tmp_path / side / RISK).write_text(table)
        (tmp_path / side / "text.md").write_text(text)
        (tmp_path / side / "bericht.html").write_text(f"<p>{text}</p>")
    comparison = compare_folders(tmp_path / "a", tmp_path / "b")
    assert comparison.deviations == ()
    assert BYTES not in comparison.rules
    (tmp_path / "b" / "text.md").write_text("zwischen 170.700 € und 253.700 €, 1.725 Beratungen")
    assert [one.file for one in compare_folders(tmp_path / "a", tmp_path / "b").deviations] == ["text.md"]


def notebook(output: dict[str, object], source: str = "study.show(x)") -> str:
    cell = {"cell_type": "code", "source": [source], "outputs": [{"output_type": "display_data", "data": output}]}
    return json.dumps({"cells": [{"cell_type": "markdown", "source": ["# x"]}, cell]})


@pytest.mark.parametrize(
    ("output", "source", "place"),
    [
        ({"text/plain": ["a\n", "1.726\n"]}, "study.show(x)", "Zelle 2, Ausgabe 1, text/plain, Zeile 2"),
        ({"text/plain": ["a\n", "1.725\n"]}, "study.show(y)", "Zelle 2, source, Zeile 1"),
    ],
)
def test_a_changed_cell_of_a_notebook_is_named(tmp_path: Path, output: dict[str, object], source: str, place: str) -> None:
    good = notebook({"text/plain": ["a\n", "1.725\n"]})
    assert [one.place for one in compared(tmp_path, "notebooks/02.ipynb", notebook(output, source), good)] == [place]


@pytest.mark.parametrize(("colour", "ok"), [(11, True), (12, True), (13, False), (200, False)])
def test_pictures_are_the_same_if_nobody_sees_a_difference(tmp_path: Path, colour: int, ok: bool) -> None:
    assert same_picture(picture(10), picture(colour)) is ok
    assert (compared(tmp_path, "bilder/1.png", picture(10), picture(colour)) == ()) is ok
    stored, again = (notebook({"image/png": b64encode(picture(one)).decode()}) for one in (10, colour))
    assert (compared(tmp_path, "notebooks/1.ipynb", stored, again) == ()) is ok


@pytest.mark.parametrize("found", [b"", b"kein Bild", picture(10)[:60]])
def test_a_damaged_picture_is_another_one(found: bytes) -> None:
    assert not same_picture(picture(10), found)


@pytest.mark.parametrize("suffix", [".csv", ".json", ".ipynb", ".html", ".svg", ".png", ".pdf", ".xlsx", ".docx", ".zip", ".md"])
@pytest.mark.parametrize(
    "content", [b"", b"\0" * 9, b"\xff\xfe<", b'"' * 200_000, b"[" * 100_000, b"PK\x03\x04" + b"x" * 40, b"%PDF-1.7\n"]
)
def test_whatever_lies_in_place_of_a_file_is_a_difference(tmp_path: Path, suffix: str, content: bytes) -> None:
    """Never an error: the file may come from anybody."""
    good = {".png": picture(10), ".xlsx": package("1"), ".docx": package("1"), ".zip": package("1")}.get(suffix, b"{}")
    assert compared(tmp_path, f"datei{suffix}", content, good) != ()


SVG = '<svg xmlns="http://www.w3.org/2000/svg"><title>42 Personen</title><path d="M 1.234567 2 L 10.5 3"/></svg>'


@pytest.mark.parametrize(
    ("now", "ok"),
    [(("1.234567", "1.234568"), True), (("1.234567", "1.334567"), False), (("42 ", "43 "), False), (("L 10.5", "M 10.5"), False)],
)
def test_drawings_may_move_by_a_hundredth(tmp_path: Path, now: tuple[str, str], ok: bool) -> None:
    assert (compared(tmp_path, "bilder/1.svg", SVG, SVG.replace(*now)) == ()) is ok


def package(cell: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        sheet = f'<worksheet><row r="3"><c r="B3"><f>A1*2</f><v>{cell}</v></c></row></worksheet>'
        archive.writestr("xl/worksheets/sheet1.xml", sheet)
    return out.getvalue()


def test_a_cell_of_a_workbook_is_named(tmp_path: Path) -> None:
    found = compared(tmp_path, "finanzierungsplan.xlsx", package("12.5"), package("12.6"))
    assert [(one.place, one.in_run, one.found) for one in found] == [("xl/worksheets/sheet1.xml, Zelle B3, Zeile 1", "12.5", "12.6")]
    assert compared(tmp_path, "finanzierungsplan.xlsx", package("12.50000001"), package("12.50000002")) == ()
    assert compared(tmp_path, "finanzierungsplan.xlsx", package("1"), b"kein Archiv")[0].place == "ganze Datei"


def test_a_digest_of_a_file_that_is_equal_by_its_content_may_differ(tmp_path: Path) -> None:
    """The list of digests follows the files; a digest of nothing seen does not pass."""
    import hashlib

    sides = {"a": SVG, "b": SVG.replace("1.234567", "1.234568")}
    for side, drawing in sides.items():
        for name, content in (
            ("bilder/1.svg", drawing),
            ("pruefpaket/x.json", json.dumps({"sha": hashlib.sha256(drawing.encode()).hexdigest()})),
        ):
            (tmp_path / side / name).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / side / name).write_text(content)
    assert compare_folders(tmp_path / "a", tmp_path / "b").deviations == ()
    (tmp_path / "b" / "pruefpaket" / "x.json").write_text(json.dumps({"sha": "0" * 64}))
    assert [one.file for one in compare_folders(tmp_path / "a", tmp_path / "b").deviations] == ["pruefpaket/x.json"]


@pytest.mark.parametrize(
    ("one", "other", "ok"),
    [
        ("1.234 Beratungen", "1.235 Beratungen", False),
        ("0.12345678", "0.12345679", True),
        ("0.1234", "0.1235", False),
        ("1e-3", "1.0000001e-3", True),
        ("12.000 €", "12.100 €", False),
        ("a", "b", False),
    ],
)
def test_texts_are_exact_but_for_long_floats(one: str, other: str, ok: bool) -> None:
    assert Allowance().same(one, other) is ok


def test_drawn_strings_are_exact() -> None:
    assert drawn_alike("1.000 0 0 1 72.001 l", "1.001 0 0 1 72 l")
    assert not drawn_alike("<0012> Tj", "<0013> Tj")


def test_every_rule_is_asked_of_the_papers_of_a_run(runs: dict[str, Path], tmp_path: Path) -> None:
    """Runs of two deliveries: every kind of file is told apart, by its smallest that differs, and none breaks the comparison."""
    pairs = [(path, runs["other"] / path.relative_to(runs["pilot"])) for path in runs["pilot"].rglob("*.*")]
    differing = [(one, other) for one, other in pairs if other.is_file() and one.read_bytes() != other.read_bytes()]
    smallest = {one.suffix: (one, other) for one, other in sorted(differing, key=lambda pair: -pair[0].stat().st_size)}
    for suffix, pair in smallest.items():
        for side, path in zip(("a", "b"), pair, strict=True):
            (tmp_path / side).mkdir(exist_ok=True)
            shutil.copyfile(path, tmp_path / side / f"datei{suffix}")
    found = compare_folders(tmp_path / "a", tmp_path / "b").deviations
    assert {Path(one.file).suffix for one in found} == smallest.keys()
    assert smallest.keys() >= {".csv", ".json", ".ipynb", ".html", ".svg", ".png", ".pdf", ".xlsx", ".docx", ".md"}
    assert all(one.place and one.in_run != one.found for one in found)


GOOD_PAGE = b"<html><body><div hidden><p>Fu\xc3\x9f</p></div><table><tr><td>Kosten</td><td>100</td></tr></table></body></html>"


@pytest.mark.parametrize(
    "page",
    [
        GOOD_PAGE.replace(b"</div><table>", b"<table>").replace(b"</table>", b"</table></div>"),
        GOOD_PAGE.replace(b"<td>100</td>", b"<td></td>100"),
        GOOD_PAGE.replace(b"<td>100", b"<td hidden hidden>100"),
        GOOD_PAGE.replace(b"<div hidden>", b"<div hidden hidden>"),
        GOOD_PAGE.replace(b"<table>", b"<!-- x --><table>"),
    ],
)
def test_a_page_with_the_same_words_otherwise_nested_is_another(tmp_path: Path, page: bytes) -> None:
    assert page != GOOD_PAGE
    assert len(compared(tmp_path, "bericht.html", page, GOOD_PAGE)) >= 1
    assert compared(tmp_path / "2", "bericht.html", GOOD_PAGE, GOOD_PAGE) == ()


def zipped(*parts: tuple[str, bytes], form: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", form) as archive:
        for name, content in parts:
            archive.writestr(name, content)
    return out.getvalue()


def test_a_word_file_whose_decision_moved_into_what_was_struck_out_is_another(tmp_path: Path) -> None:
    good = b"<d><del><p>alt</p></del><p>Beschluss</p></d>"
    evil = b"<d><del><p>alt</p><p>Beschluss</p></del></d>"
    assert compared(tmp_path, "x.docx", zipped(("word/document.xml", evil)), zipped(("word/document.xml", good))) != ()


def test_a_part_that_unpacks_to_far_more_is_not_unpacked(tmp_path: Path) -> None:
    """Neither one that says so nor one that lies about it."""
    import tracemalloc

    good, bomb = zipped(("xl/a.xml", b"<a/>")), zipped(("xl/a.xml", b"\0" * 60_000_000))
    told, size = (60_000_000).to_bytes(4, "little"), (4).to_bytes(4, "little")
    lying = bomb.replace(told, size)
    assert lying != bomb
    for at, content in enumerate((bomb, lying)):
        tracemalloc.start()
        found = compared(tmp_path / str(at), "x.xlsx", content, good)
        assert tracemalloc.get_traced_memory()[1] < 5_000_000
        tracemalloc.stop()
        assert found != ()


def test_a_key_of_json_that_stands_twice_is_a_difference(tmp_path: Path) -> None:
    assert compared(tmp_path, "a.json", '{"kreis": "Stadt X", "kreis": "Kreis"}', '{"kreis": "Kreis"}') != ()


def paper(drawn: bytes, title: str = "") -> bytes:
    """A PDF with one page of text and a content of its own."""
    from pikepdf import Dictionary, Name, Pdf

    out = io.BytesIO()
    with Pdf.new() as document:
        page = document.add_blank_page(page_size=(300, 300))
        font = document.make_indirect(Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica))
        page.Resources = Dictionary(Font=Dictionary(f0=font))
        page.Contents = document.make_stream(drawn)
        if title:
            document.docinfo["/Title"] = title
        document.save(out, static_id=True, compress_streams=True)
    return out.getvalue()


PLAIN = b"BT /f0 8 Tf 1 0 0 1 10 200 Tm (Kosten 170.600 EUR) Tj ET"


@pytest.mark.parametrize(
    ("drawn", "ok"),
    [
        (PLAIN + b" BT /f0 8 Tf 1 0 0 1 10 10 Tm () Tj ET q 1 1 1 rg 0 0 300 300 re f Q", False),
        (PLAIN.replace(b"8 Tf", b"1 Tf"), False),
        (PLAIN.replace(b"BT", b"BT 3 Tr"), False),
        (PLAIN.replace(b"170.600", b"170.700"), False),
        (PLAIN.replace(b"1 10 200", b"1 10.004 200"), True),
    ],
)
def test_what_is_drawn_over_the_words_of_a_paper_is_found(tmp_path: Path, drawn: bytes, ok: bool) -> None:
    assert (compared(tmp_path, "x.pdf", paper(drawn), paper(PLAIN)) == ()) is ok


def test_a_paper_may_tell_an_allowed_step_and_nothing_else_may_be_drawn(tmp_path: Path) -> None:
    allowance = Allowance()
    allowance.allow_amount("170700.00", "170600.00")
    stepped = PLAIN.replace(b"170.600", b"170.700")
    assert list(compare_pdf("x.pdf", paper(stepped), paper(PLAIN), allowance)) == []
    covered = stepped + b" q 1 1 1 rg 0 0 300 300 re f Q"
    assert [one.place[:4] for one in compare_pdf("x.pdf", paper(covered), paper(PLAIN), allowance)] == ["Bild"]
    assert (
        list(compare_pdf("x.pdf", paper(PLAIN.replace(b"10 200", b"10.0 200")), paper(PLAIN.replace(b"10 200", b"10.001 200")), allowance))
        == []
    )


def test_a_stream_that_unpacks_to_far_more_is_another_paper(tmp_path: Path) -> None:
    import tracemalloc

    bomb = paper(PLAIN + b" " * 60_000_000)
    good = paper(PLAIN)
    tracemalloc.start()
    found = compared(tmp_path, "x.pdf", bomb, good)
    assert tracemalloc.get_traced_memory()[1] < 5_000_000
    tracemalloc.stop()
    assert [one.place for one in found] == ["ganze Datei"]
