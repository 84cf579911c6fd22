"""The forecast book through the whole job: what a run enters, what a later one reads, and what stops it."""

import csv
import hashlib
import json
import os
import shutil
import sys
import time
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, replace
from datetime import date
from multiprocessing import get_context
from pathlib import Path

import nbformat
import pytest

from tests.job.without import without_notebooks, without_papers
from wiwak_eval.cli import main
from wiwak_eval.forecast.book import BookEntry, entry_from
from wiwak_eval.job import filling
from wiwak_eval.job import running as job
from wiwak_eval.records import SIMULATED_KEY
from wiwak_eval.results import GermanError
from wiwak_eval.shipped import shipped
from wiwak_eval.study import computed as study_module
from wiwak_eval.study import opened as opened_module
from wiwak_eval.study.book_entries import LINES_VARIABLE
from wiwak_eval.study.forecast_book import FILE, append_official
from wiwak_eval.study.opened import Parameters
from wiwak_eval.study.release_ledger import FILE as LEDGER
from wiwak_eval.study.study import Study, open_study

Row = dict[str, str]


@pytest.fixture
def bare(monkeypatch: pytest.MonkeyPatch) -> None:
    without_papers(monkeypatch)


def wiwak(*arguments: str) -> None:
    """The command in this process."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "argv", ["wiwak", *arguments])
        main()


def stopped(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    """What the command says where it stops: one German sentence after `Fehler:`, exit code 2, nothing on stdout."""
    capsys.readouterr()
    with pytest.raises(SystemExit) as ended:
        wiwak(*arguments)
    assert ended.value.code == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert "Traceback" not in said.err
    *_, last = said.err.splitlines()
    assert last.startswith("Fehler: ")
    return said.err


def run(delivery: Path, out: Path, **asked: str) -> Path:
    return job.run(Parameters(str(delivery), **asked), out, lambda _: None)


def book(home: Path) -> list[BookEntry]:
    """The entries of a book, read with nothing but json."""
    return [entry_from(json.loads(line)["entry"]) for line in (home / FILE).read_text(encoding="utf-8").splitlines()]


def copy_of(folder: Path) -> list[tuple[str, BookEntry]]:
    """Role and entry of each line of the auditor's copy."""
    lines = (folder / "pruefpaket" / "prognosebuch.jsonl").read_text(encoding="utf-8").splitlines()
    found = [json.loads(line) for line in lines]
    assert all(entry_from(line["entry"]).id == line["id"] for line in found)
    return [(line["role"], entry_from(line["entry"])) for line in found]


def table(folder: Path, name: str) -> list[Row]:
    with (folder / "daten" / f"{name}.csv").open(encoding="utf-8", newline="") as handle:
        return list(csv.DictReader(handle))


def files(folder: Path) -> dict[str, str]:
    """Name and digest of every file."""
    names = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in names}


@dataclass(frozen=True)
class Chain:
    """Three deliveries of one simulated county in one state folder: the pilot year, six months later, nine months later.

    lines: how many the book had after each run; again: the run folder's files before and after the same run once more.
    """

    home: Path
    deliveries: tuple[Path, Path, Path]
    runs: tuple[Path, Path, Path]
    high: Path
    lines: tuple[int, ...]
    again: tuple[Mapping[str, str], Mapping[str, str]]
    heard: tuple[str, ...]


SEED = "10"
"""A simulated county in which some later months leave the 80 % range."""


@pytest.fixture(scope="module")
def chain(tmp_path_factory: pytest.TempPathFactory) -> Chain:
    """The later delivery runs with all notebooks and papers, the others without."""
    base, home = tmp_path_factory.mktemp("kette"), tmp_path_factory.mktemp("zustand")
    wiwak("simulate", "--seed", SEED, "--out", str(base / "jahr"), "--later-months", "6")
    wiwak("simulate", "--seed", SEED, "--out", str(base / "dritte"), "--later-months", "9")
    first, second, third = base / "jahr", base / "jahr-spaeter", base / "dritte-spaeter"
    lines, heard = [], []
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("WIWAK_HOME", str(home))

        def counted(folder: Path) -> Path:
            lines.append(len(book(home)))
            return folder

        with pytest.MonkeyPatch.context() as fast:
            without_notebooks(fast)
            one = counted(run(first, base / "laeufe"))
            before = files(one)
            assert counted(job.run(Parameters(str(first)), base / "laeufe", heard.append)) == one
            after = files(one)
        with pytest.MonkeyPatch.context() as fast:
            without_papers(fast)
            high = counted(run(first, base / "laeufe", scenario="hoch"))
        two = counted(run(second, base / "laeufe"))
        with pytest.MonkeyPatch.context() as fast:
            without_papers(fast)
            three = counted(run(third, base / "laeufe"))
            assert counted(run(first, base / "laeufe")) == one
    return Chain(home, (first, second, third), (one, two, three), high, tuple(lines), (before, after), tuple(heard))


@pytest.fixture
def begun(chain: Chain, state: Path) -> Path:
    """The test's own state folder with what was computed for the chain, save what rests on the book: that is what these tests change."""
    shutil.copytree(chain.home / "results", state / "results", ignore=shutil.ignore_patterns("variance"))
    return state


def test_a_run_enters_one_line_and_an_equal_one_none(chain: Chain) -> None:
    assert chain.lines == (1, 1, 2, 3, 4, 4)
    assert chain.again[0] == chain.again[1]
    assert chain.heard[0] == "Diesen Lauf gibt es schon; er wird wiederverwendet."
    assert [line.partition(",")[0] for line in chain.heard[1:]] == ["Siegel des Laufs"]
    assert [(one.delivery, one.scenario, one.made_on) for one in book(chain.home)] == [
        ("jahr", "basis", date(2017, 11, 15)),
        ("jahr", "hoch", date(2017, 11, 15)),
        ("jahr-spaeter", "basis", date(2018, 5, 15)),
        ("dritte-spaeter", "basis", date(2018, 8, 15)),
    ]


def test_another_release_is_the_same_forecast(chain: Chain, bare: None, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("WIWAK_HOME", str(chain.home))
    folder = run(chain.deliveries[0], tmp_path, release="intern")
    assert folder.name != chain.runs[0].name
    assert len(book(chain.home)) == chain.lines[-1]
    assert (folder / "pruefpaket" / "prognosebuch.jsonl").read_bytes() == (chain.runs[0] / "pruefpaket" / "prognosebuch.jsonl").read_bytes()


def test_the_audit_folder_tells_what_was_made_and_what_was_read(chain: Chain) -> None:
    first, high, second, third = book(chain.home)
    assert copy_of(chain.runs[0]) == [("made", first)]
    assert copy_of(chain.high) == [("made", high)]
    assert copy_of(chain.runs[1]) == [("read", first), ("made", second)]
    assert copy_of(chain.runs[2]) == [("read", first), ("read", second), ("made", third)]
    for folder in chain.runs:
        sums = (folder / "pruefpaket" / "SHA256SUMS").read_text(encoding="utf-8").splitlines()
        digest = hashlib.sha256((folder / "pruefpaket" / "prognosebuch.jsonl").read_bytes()).hexdigest()
        assert f"{digest}  pruefpaket/prognosebuch.jsonl" in sums


def test_the_entry_says_what_the_papers_say(chain: Chain) -> None:
    """Planned values and ranges of the book are those that were printed, so that a month on a printed bound lies inside in both."""
    for folder, place in zip((*chain.runs, chain.high), (0, 2, 3, 1), strict=True):
        entry = book(chain.home)[place]
        months = {row["month"]: row for row in table(folder, "forecast_monthly") if not row["observed"]}
        years = {row["year"]: row for row in table(folder, "forecast_yearly")}
        assert list(months) == [item.month for item in entry.months]
        assert list(years) == [str(item.year) for item in entry.years]
        for item in entry.months:
            assert printed(months[item.month], "median") == [item.planned, *item.quantiles[:3], *item.quantiles[4:]]
        for total in entry.years:
            assert printed(years[str(total.year)], "contacts") == [total.planned, *total.quantiles[:3], *total.quantiles[4:]]


def printed(row: Row, planned: str) -> list[float]:
    return [float(row[name]) for name in (planned, "p2_5", "p10", "p25", "p75", "p90", "p97_5")]


def tally(delivery: Path) -> dict[str, tuple[int, int, int]]:
    """Contacts, persons and new persons of each month, read with nothing but csv."""
    names = ["Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November", "Dezember"]
    found = {}
    for row in csv.DictReader((delivery / "monatsstatistik.csv").open(encoding="utf-8-sig", newline=""), delimiter=";"):
        name, year = row["Monat"].split()
        month = f"{year}-{names.index(name) + 1:02d}"
        found[month] = (int(row["Beratungen"]), int(row["Personen"]), int(row["Neue Personen"]))
    return found


@pytest.mark.parametrize(("place", "compared"), [(1, ["2017-11", "2018-04"]), (2, ["2018-05", "2018-07"])])
def test_each_later_month_is_held_against_the_latest_earlier_forecast(chain: Chain, place: int, compared: list[str]) -> None:
    came, earlier = tally(chain.deliveries[place]), copy_of(chain.runs[place - 1])[-1][1]
    rows = table(chain.runs[place], "variance_months")
    assert [rows[0]["month"], rows[-1]["month"]] == compared
    assert [row["month"] for row in rows] == [month for month in came if month > earlier.history_months[-1]]
    assert earlier.history_contacts == tuple(came[month][0] for month in earlier.history_months)
    for row, item in zip(rows, earlier.months, strict=False):
        actual, low, high = came[item.month][0], item.quantiles[1], item.quantiles[5]
        assert (row["month"], float(row["planned"]), int(row["actual"])) == (item.month, item.planned, actual)
        assert (float(row["p10"]), float(row["p90"])) == (low, high)
        assert float(row["deviation"]) == pytest.approx(actual - item.planned, abs=1e-5)
        assert float(row["deviation_share"]) == pytest.approx((actual - item.planned) / item.planned, abs=1e-5)
        assert row["inside"] == ("ja" if low <= actual <= high else "nein")


def test_every_deviation_is_taken_apart_and_its_greatest_part_named(chain: Chain) -> None:
    came, earlier = tally(chain.deliveries[1]), {item.month: item for item in book(chain.home)[0].months}
    shares = ("new", "returning", "per_person")
    parts = {row["month"]: {name: float(row[name]) for name in shares} for row in table(chain.runs[1], "variance_causes")}
    names = {"new": "Zugang", "returning": "Verbleib", "per_person": "Kontakte je Person"}
    rows = table(chain.runs[1], "variance_months")
    assert list(parts) == [row["month"] for row in rows]
    for row in rows:
        part, item, (contacts, persons, new) = parts[row["month"]], earlier[row["month"]], came[row["month"]]
        assert item.persons is not None
        assert item.new_persons is not None
        assert sum(part.values()) == pytest.approx(contacts - item.planned, abs=1e-4)
        assert part["new"] * (new - item.new_persons) >= 0
        assert part["per_person"] * (contacts / persons - item.planned / item.persons) >= 0
        sign = 1 if contacts > item.planned else -1
        greatest = names[max(part, key=lambda name: sign * part[name])]
        assert row["cause"] == ("innerhalb der Spanne" if row["inside"] == "ja" else greatest)


def test_sums_of_a_year_are_those_of_the_forecast_from_before_it(chain: Chain) -> None:
    first = {item.month: item.planned for item in book(chain.home)[0].months}
    for place, last in ((1, "2018-04"), (2, "2018-07")):
        came = {month: counts[0] for month, counts in tally(chain.deliveries[place]).items() if month > "2017-10"}
        rows = {row["year"]: row for row in table(chain.runs[place], "variance_sums")}
        assert set(rows) == {"2017", "2018"}
        for year, row in rows.items():
            months = [month for month in came if month.startswith(year)]
            assert row["made_on"] == "15.11.2017"
            assert max(came) == last
            assert float(row["planned"]) == pytest.approx(sum(first[month] for month in months), abs=1e-5)
            assert int(row["actual"]) == sum(came[month] for month in months)
        assert rows["2018"]["inside"] == "", "the year is not over"
        whole = next(item for item in book(chain.home)[0].years if item.year == 2018)
        assert float(rows["2018"]["year_planned"]) == pytest.approx(whole.planned)


def test_the_third_delivery_sums_up_all_earlier_forecasts(chain: Chain) -> None:
    came, read = tally(chain.deliveries[2]), [entry for role, entry in copy_of(chain.runs[2]) if role == "read"]
    rows = table(chain.runs[2], "forecast_record")
    assert [row["entry"] for row in rows] == [*(entry.id for entry in read), "alle"]
    later = [[(item, came[item.month][0]) for item in entry.months if item.month in came] for entry in read]
    for row, items in zip(rows, [*later, [pair for pairs in later for pair in pairs]], strict=True):
        inside = sum(item.quantiles[1] <= actual <= item.quantiles[5] for item, actual in items)
        assert (int(row["months"]), int(row["inside"])) == (len(items), inside)
        assert float(row["bias"]) == pytest.approx(sum(actual - item.planned for item, actual in items) / len(items), abs=1e-5)
        assert float(row["mae"]) == pytest.approx(sum(abs(actual - item.planned) for item, actual in items) / len(items), abs=1e-5)
    assert [len(items) for items in later] == [9, 3]


def test_a_tally_alone_runs_through_all_notebooks_and_papers(chain: Chain) -> None:
    folder = chain.runs[1]
    assert {path.name for path in (folder / "notebooks").iterdir()} == {path.name for path in shipped("notebooks").glob("*.ipynb")}
    assert (folder / "bericht.pdf").read_bytes().startswith(b"%PDF")
    kept = [sorted(path.name for path in one.glob("*.json")) for one in (chain.home / "results" / "variance").iterdir()]
    assert [len(names) for names in kept].count(1) >= 2
    assert len(kept) == 3, "one for each delivery with the book it read: notebooks and job computed the same"


def other(entry: BookEntry, **changed: object) -> BookEntry:
    return replace(entry, data_digest="0" * 64, **changed)  # type: ignore[arg-type]


def unread_entries(entry: BookEntry) -> Iterator[BookEntry]:
    """Entries that the run which made `entry` has no business with."""
    yield other(entry, authority="Landkreis Nirgends", made_on=date(2017, 8, 15))
    yield other(entry, made_on=date(2018, 5, 15))
    yield other(entry)
    yield other(entry, made_on=date(2017, 11, 14))
    yield other(entry, scenario="stress", made_on=date(2017, 8, 15))
    yield other(earlier_than(entry), simulated=False)


def earlier_than(entry: BookEntry) -> BookEntry:
    """A forecast of the same authority from August, six months known."""
    months = tuple(replace(one, month=f"2017-{number:02d}") for number, one in enumerate(entry.months[:6], start=7))
    history = entry.history_months[:6], entry.history_contacts[:6]
    return other(entry, made_on=date(2017, 8, 15), months=months, history_months=history[0], history_contacts=history[1])


def test_entries_that_are_none_of_its_business_change_no_byte(
    chain: Chain, begun: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    without_notebooks(monkeypatch)
    for entry in unread_entries(book(chain.home)[0]):
        assert append_official(begun, entry).added
    folder = run(chain.deliveries[0], tmp_path)
    assert folder.name == chain.runs[0].name
    assert files(folder) == files(chain.runs[0])


@pytest.mark.usefixtures("bare")
def test_an_earlier_entry_makes_another_run(chain: Chain, begun: Path, tmp_path: Path) -> None:
    earlier = earlier_than(book(chain.home)[0])
    append_official(begun, earlier)
    folder = run(chain.deliveries[0], tmp_path)
    assert folder.name != chain.runs[0].name
    assert [(role, entry.id) for role, entry in copy_of(folder)] == [("read", earlier.id), ("made", book(chain.home)[0].id)]
    before, now = (
        json.loads((one / "pruefpaket" / "manifest.json").read_text(encoding="utf-8"))["digests"] for one in (chain.runs[0], folder)
    )
    assert before.pop("forecast_book") != now.pop("forecast_book")
    assert before == now
    assert [row["month"] for row in table(folder, "variance_months")] == ["2017-07", "2017-08", "2017-09", "2017-10"]


def test_assumptions_of_an_earlier_version_stop_nothing(chain: Chain, bare: None, begun: Path, tmp_path: Path) -> None:
    earlier = earlier_than(book(chain.home)[0])
    gone = replace(earlier.assumptions[0], id="was_es_nicht_mehr_gibt")
    append_official(begun, replace(earlier, assumptions=(gone, *earlier.assumptions)))
    assert table(run(chain.deliveries[0], tmp_path), "variance_months")


CELL = """\
import time
from pathlib import Path
from wiwak_eval.study.study import open_study
before = Path({home!r}, "{file}").read_bytes().count(b"\\n")
while Path({home!r}, "{file}").read_bytes().count(b"\\n") < before + 2:
    time.sleep(0.05)
study = open_study(delivery, scenario, as_of, release)
print(study.run_id, study.book.lines, len(study.book_read), study.tables["variance_months"])
"""


def notebook(folder: Path, name: str, home: Path) -> None:
    source = "delivery = 'pilot'\nscenario = 'basis'\nas_of = ''\nrelease = 'oeffentlich'"
    parameters = nbformat.v4.new_code_cell(source, metadata={"tags": ["parameters"]})
    cell = nbformat.v4.new_code_cell(CELL.format(home=str(home), file=FILE))
    nbformat.write(nbformat.v4.new_notebook(cells=[parameters, cell]), folder / name)


def add_until(home: Path, entry: BookEntry, stop: Path) -> None:
    """Entries that a run would read, one after the other."""
    for day in range(1, 10000):
        if stop.exists():
            return
        append_official(home, replace(entry, made_on=date(2017, 8, 1 + day % 28), delivery=f"nebenan {day}"))
        time.sleep(0.2)


def test_all_notebooks_see_the_book_as_it_was_when_the_run_began(
    chain: Chain, begun: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """While a process goes on adding entries that would be read, every kernel sees none of them, and neither does the bundle."""
    without_papers(monkeypatch)
    books = tmp_path / "notebooks"
    books.mkdir()
    for name in ("a.ipynb", "b.ipynb"):
        notebook(books, name, begun)
    monkeypatch.setattr(filling, "shipped", lambda part: books if part == "notebooks" else shipped(part))
    monkeypatch.setattr(filling, "run_notebooks", run_with_neighbour(earlier_than(book(chain.home)[0]), begun, tmp_path / "stop"))
    folder = run(chain.deliveries[0], tmp_path / "laeufe")
    assert folder.name == chain.runs[0].name
    assert [role for role, _ in copy_of(folder)] == ["made"]
    said = [nbformat.read(folder / "notebooks" / name, 4).cells[-1].outputs[0].text for name in ("a.ipynb", "b.ipynb")]
    assert said[0] == said[1]
    assert said[0].startswith(f"{folder.name} 0 0 NotAssessable")
    assert len(book(begun)) > 4
    assert book(begun)[-1] == copy_of(folder)[0][1]


def run_with_neighbour(entry: BookEntry, home: Path, stop: Path):  # type: ignore[no-untyped-def]
    from wiwak_eval.study.runner import run_notebooks

    def running(*arguments: object) -> None:
        neighbour = get_context("fork").Process(target=add_until, args=(home, entry, stop))
        neighbour.start()
        try:
            run_notebooks(*arguments)  # type: ignore[arg-type]
        finally:
            stop.touch()
            neighbour.join(60)
        assert neighbour.exitcode == 0

    return running


def test_a_notebook_opened_by_hand_enters_nothing(chain: Chain, begun: Path) -> None:
    study = open_study(str(chain.deliveries[1]))
    assert study.book_entry is not None
    assert study.content.findings
    assert not (begun / FILE).exists()


def test_a_variable_left_over_hides_lines_from_all_alike(chain: Chain, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WIWAK_HOME", str(chain.home))
    monkeypatch.setenv(LINES_VARIABLE, "1")
    study = Study(Parameters(str(chain.deliveries[2])))
    assert [entry.id for entry in study.book_read] == [book(chain.home)[0].id]
    assert study.book.lines == 1, "what the job hands on to its notebooks"


@pytest.mark.usefixtures("bare")
def test_a_changed_line_stops_the_run(chain: Chain, state: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    append_official(state, book(chain.home)[0])
    changed = (state / FILE).read_bytes().replace(b'"planned":', b'"planned":1', 1)
    (state / FILE).write_bytes(changed)
    said = stopped(capsys, "run", str(chain.deliveries[1]), "--out", str(tmp_path / "laeufe"))
    assert "Fehler: Zeile 1 des Prognosebuchs" in said
    assert "ist verändert oder beschädigt" in said
    assert (state / FILE).read_bytes() == changed
    assert not (tmp_path / "laeufe").exists()


@pytest.mark.usefixtures("bare")
def test_a_torn_last_line_is_said_and_the_run_goes_on(
    chain: Chain, begun: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    first, _, second, _ = book(chain.home)
    for entry in (first, second):
        append_official(begun, entry)
    whole = (begun / FILE).read_bytes()
    (begun / FILE).write_bytes(whole[:-100])
    shutil.copy(chain.home / LEDGER, begun)
    wiwak("run", str(chain.deliveries[1]), "--out", str(tmp_path))
    said = capsys.readouterr()
    assert said.err.count("Die letzte Zeile 2 des Prognosebuchs") == 1
    folder = Path(said.out.splitlines()[-1])
    assert folder.name == chain.runs[1].name
    assert (begun / FILE).read_bytes() == whole
    assert b"letzte Zeile" not in (folder / "pruefpaket" / "manifest.json").read_bytes()


@pytest.mark.usefixtures("bare")
def test_a_book_that_cannot_be_written_leaves_the_run_and_is_made_up_for(
    chain: Chain, begun: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The book's place leads nowhere: nothing is there to read, and nothing can be written."""
    (begun / FILE).symlink_to(tmp_path / "fehlt" / "buch.jsonl")
    arguments = ("run", str(chain.deliveries[0]), "--out", str(tmp_path / "laeufe"))
    said = stopped(capsys, *arguments)
    folder = tmp_path / "laeufe" / chain.runs[0].name
    assert "Fehler: Das Prognosebuch konnte nicht fortgeschrieben werden (" in said
    assert f"Die Unterlagen liegen in {folder}." in said
    before = files(folder)
    assert before["daten/forecast_monthly.csv"] == files(chain.runs[0])["daten/forecast_monthly.csv"]
    assert "konnte nicht fortgeschrieben" in stopped(capsys, *arguments), "a run that is there already is no reason to keep silent"
    (begun / FILE).unlink()
    wiwak(*arguments)
    assert capsys.readouterr().out.splitlines() == [str(folder)]
    assert book(begun) == [book(chain.home)[0]]
    assert files(folder) == before


def test_a_run_that_fails_enters_nothing(chain: Chain, begun: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise GermanError("05_fallzahlprognose.ipynb, Zelle 2: Probe")

    monkeypatch.setattr(filling, "run_notebooks", fail)
    with pytest.raises(GermanError, match="Probe"):
        run(chain.deliveries[0], tmp_path)
    assert not (begun / FILE).exists()


def test_nothing_is_read_or_computed_before_it_is_needed(chain: Chain, monkeypatch: pytest.MonkeyPatch) -> None:
    def never(*_: object, **__: object) -> None:
        raise AssertionError("not needed yet")

    for name in ("caseload_forecast", "read_entries", "variance_of"):
        monkeypatch.setattr(study_module, name, never)
    study = Study(Parameters(str(chain.deliveries[0])))
    assert study.pilot_year
    assert study.intake
    with pytest.raises(AssertionError, match="not needed yet"):
        _ = study.forecast


def test_a_reused_run_enters_what_was_kept(chain: Chain, monkeypatch: pytest.MonkeyPatch) -> None:
    def never(*_: object, **__: object) -> None:
        raise AssertionError("computed again")

    monkeypatch.setenv("WIWAK_HOME", str(chain.home))
    monkeypatch.setattr(opened_module, "read_delivery", never)
    for name in ("caseload_forecast", "variance_of", "budget"):
        monkeypatch.setattr(study_module, name, never)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(job, "_make", never)
        assert run(chain.deliveries[1], chain.runs[1].parent) == chain.runs[1]
    kept = Study(Parameters(chain.deliveries[2].name), chain.deliveries[2]).book_entry
    assert kept is not None
    assert kept.id == book(chain.home)[3].id


def test_real_and_simulated_forecasts_never_meet(real_delivery: Path, other_delivery: Path, state: Path) -> None:
    real, made_up = (Study(Parameters(str(delivery))).book_entry for delivery in (real_delivery, other_delivery))
    assert real is not None
    assert made_up is not None
    assert (real.simulated, made_up.simulated, real.authority) == (False, True, made_up.authority)
    assert real.history_contacts == made_up.history_contacts
    for entry in (real, made_up):
        append_official(state, earlier_than(entry))
    for delivery, own in ((real_delivery, real), (other_delivery, made_up)):
        assert [entry.id for entry in Study(Parameters(str(delivery))).book_read] == [earlier_than(own).id]


def test_the_copy_holds_county_totals_and_no_key_path_or_person(chain: Chain, real_delivery: Path, state: Path) -> None:
    """Every field is named here: a new one has to be judged before it is published."""
    for role, entry in copy_of(chain.runs[1]):
        content = asdict(entry)
        assert role in {"read", "made"}
        assert set(content) == {
            "authority", "delivery", "simulated", "made_on", "scenario", "data_digest", "package_version", "method", "method_label",
            "history_months", "history_contacts", "assumptions", "months", "years",
        }  # fmt: skip
        assert {name for item in content["months"] for name in item} == {"month", "planned", "quantiles", "persons", "new_persons"}
        assert {name for item in content["years"] for name in item} == {"year", "planned", "quantiles"}
    lines = (chain.runs[1] / "pruefpaket" / "prognosebuch.jsonl").read_text(encoding="utf-8")
    assert lines.count("\n") == 2
    for secret in (str(chain.home), str(chain.deliveries[1].parent), SIMULATED_KEY.hex(), os.sep + "tmp"):
        assert secret not in lines
    real = Study(Parameters(real_delivery.name), location=real_delivery)
    assert real.book_entry is not None
    key = (state / "pseudonym.key").read_bytes().strip()
    assert key.decode() not in repr(real.book_entry)
    (state / "pseudonym.key").unlink()
    again = Study(Parameters(real_delivery.name), location=real_delivery).book_entry
    assert again is not None
    assert again.data_digest != real.book_entry.data_digest, "without the key nobody can try out contents"
