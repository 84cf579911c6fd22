"""land.pdf says what the released tables of all counties say, the answer first, and gives the reason where a table was refused."""

import io
import re
from dataclasses import replace
from decimal import Decimal

import pytest
from land_paper_samples import COUNTIES, MEAN, REASON, released, source
from pypdf import PdfReader

from wiwak_eval import german
from wiwak_eval.publication.display import text
from wiwak_eval.publication.findings import collect_findings
from wiwak_eval.publication.land_papers import land_pdf
from wiwak_eval.publication.land_papers.home_plan import MOVED, OWN, SIMULATED_OWN, home_plan
from wiwak_eval.publication.land_papers.joined import Taken, side_by_side, span
from wiwak_eval.publication.land_papers.whole_land import whole_land
from wiwak_eval.publication.land_papers.words import SIGN
from wiwak_eval.publication.pdf_gate import check_pdf
from wiwak_eval.publication.typeface import printable
from wiwak_eval.results import SIMULATED_MARK, Column, NotAssessable, ReleasedTable, Unit, Unproven

WHOLE = ("land_ranks", "land_sources")
"""Tables of which every cell is printed."""


def squeezed(words: str) -> str:
    return re.sub(r"\s+", "", words).replace("-", "")


def pages(paper: bytes) -> list[str]:
    return [squeezed(page.extract_text()) for page in PdfReader(io.BytesIO(paper)).pages]


@pytest.fixture(scope="module")
def paper() -> bytes:
    return land_pdf(source())


@pytest.fixture(scope="module")
def words(paper: bytes) -> str:
    return "".join(pages(paper))


def thousands(cents: object) -> str:
    return f"{german.number(Decimal(str(cents)) / 100_000)} T€"


def table(id: str) -> ReleasedTable:
    found = released()[id]
    assert isinstance(found, ReleasedTable)
    return found


@pytest.mark.parametrize("id", WHOLE)
def test_every_cell_of_these_tables_is_printed(id: str, words: str) -> None:
    shown = [(cell, column) for row in table(id).rows for cell, column in zip(row, table(id).columns, strict=True)]
    for cell, column in shown:
        if cell is not None and column.name not in {"key", "year"}:
            assert squeezed(printable(text(cell, column))) in words, (id, column.name, cell)


@pytest.mark.parametrize("year", [2018, 2019])
def test_each_county_has_its_line_in_one_piece(year: int, words: str) -> None:
    """Persons, contacts, posts, what binds, and the cost by the thousand euros, with their ranges, side by side."""
    for name in (*COUNTIES, "land"):
        persons, contacts, posts, costs = (table(id) for id in ("land_refugees", "land_caseload", "land_posts", "land_costs"))

        def cell(of: ReleasedTable, column: str, row: str = name) -> str:
            return text(of.cell(row, column), next(c for c in of.columns if c.name == column))

        low, high = (german.number(int(str(costs.cell(name, f"cost_{year}_{end}"))) / 100_000) for end in ("p10", "p90"))
        line = [
            cell(persons, f"new_{year}"),
            cell(contacts, f"contacts_{year}"),
            f"{cell(contacts, f'contacts_{year}_p10')} bis {cell(contacts, f'contacts_{year}_p90')}",
            cell(posts, f"posts_{year}"),
            f"{cell(posts, f'posts_{year}_p10')} bis {cell(posts, f'posts_{year}_p90')}",
            cell(posts, f"binding_{year}"),
            thousands(costs.cell(name, f"cost_{year}")),
            f"{low} bis {high} T€",
        ]
        assert squeezed("".join(line)) in words, (name, line)


@pytest.mark.parametrize("year", [2018, 2019])
def test_what_is_open_and_the_variant_stand_in_one_line(year: int, words: str) -> None:
    """Each amount with its range behind it: what is open, what the Land and what the county would pay."""
    stated = table("land_financing")
    for name in (*COUNTIES, "land"):
        cells = {one.name: cell for one, cell in zip(stated.columns, row_of(stated, f"{name}_{year}"), strict=True)}
        line = ""
        for column, ends in (("open", "cash"), ("variant_land", "variant_land"), ("variant_county_cash", "variant_county_cash")):
            low, high = (german.number(int(str(cells[f"{ends}_{end}"])) / 100_000) for end in ("p10", "p90"))
            line += f"{thousands(cells[column])}{low} bis {high} T€"
        assert squeezed(line) in words, name


def test_no_table_is_broken_over_pages(paper: bytes) -> None:
    """A page has as many tables begun, „Tabelle 3:“, as ended, with where they are from."""
    found = [(len(re.findall(r"Tabelle\d+:", page)), page.count("·Notebook")) for page in pages(paper)]
    assert sum(begun for begun, _ in found) >= 10
    assert all(begun == ended for begun, ended in found), found


def row_of(of: ReleasedTable, key: str) -> tuple[object, ...]:
    return next(row for row in of.rows if row[0] == key)


def test_two_centres_and_one_stand_below_each_other(words: str) -> None:
    stated = table("joint_centre")
    for row in stated.rows:
        costs = [int(str(stated.cell(str(row[0]), f"cost_{year}"))) for year in (2018, 2019)]
        contacts = "–" if row[0] == "difference" else "2.500"
        assert all(squeezed(f"{contacts}5,25{thousands(cost)}330 bis 520 T€") in words for cost in costs), row[0]


def test_the_answer_comes_before_all_tables(paper: bytes) -> None:
    first, costs = pages(paper)[0], table("land_total").cell("2018", "cost")
    assert squeezed("Die Antwort") in first
    assert squeezed(f"rund {german.number(round(int(str(costs)) / 1e8, 2) * 1e6)} Euro") in first
    assert "Tabelle1:" not in first
    assert squeezed("nicht der zusätzliche") in first


def test_the_paper_is_short_and_passes_the_gate(paper: bytes) -> None:
    verdict = check_pdf(paper)
    assert verdict.faults == ()
    assert 3 <= verdict.pages <= 7


def test_what_is_not_known_how_and_from_where_is_said(words: str) -> None:
    for heading in ("Was nicht bekannt ist", "So wurde gerechnet", "Woher die Zahlen kommen", "Wo die Voraussetzungen da wären"):
        assert squeezed(heading) in words
    assert not re.search(r"\bY[12]\b|YEAR|\{[a-z_]+", words)


def test_every_page_carries_the_mark_and_the_run(paper: bytes) -> None:
    assert all(squeezed(SIMULATED_MARK) in page and source().mark.digest in page for page in pages(paper))
    real = {
        id: replace(one, provenance=replace(one.provenance, simulated=False)) if isinstance(one, ReleasedTable) else one
        for id, one in released().items()
    }
    assert "Simuliert" not in "".join(pages(land_pdf(source(real, simulated=False))))


def test_the_same_content_gives_the_same_bytes(paper: bytes) -> None:
    assert land_pdf(source()) == paper


def test_refused_tables_leave_their_reason_and_stop_nothing() -> None:
    refused = land_pdf(source(dict.fromkeys(released(), NotAssessable(REASON))))
    words = "".join(pages(refused))
    assert squeezed(f"Nicht auswertbar: {REASON.removeprefix('nicht auswertbar: ')}") in words
    assert squeezed("Was nicht bekannt ist") in words
    assert check_pdf(refused).faults == ()


def test_rates_are_compared_where_several_counties_delivered(words: str) -> None:
    assert squeezed("Tabelle land_rates") in words
    alone = "".join(pages(land_pdf(source({**released(), "land_rates": NotAssessable("nicht auswertbar: Nur ein Kreis.")}))))
    assert "land_rates" not in alone
    assert squeezed("Nur ein Kreis.") not in alone


@pytest.mark.parametrize("id", ["land_costs", "land_financing", "land_total", "land_preconditions", "joint_centre"])
def test_one_refused_table_is_said_where_it_would_stand(id: str) -> None:
    words = "".join(pages(land_pdf(source({**released(), id: NotAssessable(f"nicht auswertbar: {id} gibt es nicht.")}))))
    assert squeezed(f"Nicht auswertbar: {id} gibt es nicht.") in words


def test_a_number_on_unverified_assumptions_is_signed_and_the_sign_explained() -> None:
    unproven = (Unproven("residence_log_sd", "Streuung um die Quote"),)
    marked = {id: replace(one, unproven=unproven) if isinstance(one, ReleasedTable) else one for id, one in released().items()}
    words = "".join(pages(land_pdf(source(marked))))
    assert squeezed("bräuchte und kosten würde°") in words
    assert squeezed(SIGN) in words


def test_columns_of_several_tables_stand_beside_each_other_and_nothing_is_worked_out() -> None:
    taken = (Taken("land_caseload", "contacts_Y1", "B"), Taken("land_costs", "cost_Y2", "K"), Taken("land_posts", "binding_Y1", "durch"))
    made = side_by_side(source(), "Titel Y1", taken)
    assert isinstance(made, ReleasedTable)
    assert made.title == "Titel 2018"
    for row in made.rows:
        key = str(row[0])
        assert row[2:] == (
            table("land_caseload").cell(key, "contacts_2018"),
            f"{german.number(Decimal(str(table('land_costs').cell(key, 'cost_2019'))) / 100_000)}\u202fT€",
            table("land_posts").cell(key, "binding_2018"),
        )
    with pytest.raises(KeyError):
        side_by_side(source(), "Titel", (Taken("land_caseload", "nirgends", "x"),))


def test_a_range_of_money_is_told_in_thousands_and_others_as_the_tables_print_them() -> None:
    assert span(12_345_678, 23_450_000, Column("c", "c", Unit.CENTS)) == "123 bis\u00a0235\u202fT€"
    assert span(1234, 5678, Column("c", "c", Unit.CONTACTS)) == "1.234 bis\u00a05.678"
    assert span(1.5, 2.25, Column("c", "c", Unit.POSTS, 2)) == "1,50 bis\u00a02,25"


def test_the_land_is_turned_round_without_a_new_number() -> None:
    made, stated = whole_land(source()), table("land_total")
    assert isinstance(made, ReleasedTable)
    assert squeezed(str(made.cell("cost", "y1"))) == squeezed(thousands(stated.cell("2019", "cost")))
    assert made.cell("programme", "s0") is None
    assert made.cell("contacts_mean", "y0") == german.number(int(str(stated.cell("2018", "contacts_mean"))))
    assert made.cell("cost_mean", "s1") is None


def test_the_mean_of_the_draws_is_explained_where_it_stands(words: str) -> None:
    assert squeezed("Kosten, Mittel aller Verläufe") in words
    assert squeezed(f"{MEAN} Das Mittel ist vom Programm gerechnet; land.xlsx rechnet es nicht nach. –: keine Spanne.") in words


def test_the_pilot_county_is_called_its_own_plan_only_where_it_is(words: str) -> None:
    """A row moved towards other counties' rates: the paper says so, and that the plan itself stands elsewhere."""
    assert squeezed(SIMULATED_OWN) in words
    assert squeezed(MOVED) not in words
    costs = table("land_costs")
    rows = tuple(tuple("angepasster Plan" if cell == "eigener Plan" else cell for cell in row) for row in costs.rows)
    moved = "".join(pages(land_pdf(source({**released(), "land_costs": replace(costs, rows=rows)}))))
    assert squeezed(MOVED) in moved
    assert squeezed(OWN[:-1]) not in moved


def test_what_the_program_calls_simulated_is_only_that() -> None:
    """A real delivery has a plan of its own, not a simulated one."""
    real = {
        id: replace(one, provenance=replace(one.provenance, simulated=False)) if isinstance(one, ReleasedTable) else one
        for id, one in released().items()
    }
    assert home_plan(source(real, simulated=False)) == OWN
    assert home_plan(source()) == SIMULATED_OWN


def test_a_number_that_rests_on_less_than_its_table_carries_no_sign_of_the_rest() -> None:
    unproven = (Unproven("pay_S17_6", "Entgelt"), Unproven("precondition_persons_least", "Grenze"))
    behind = tuple(one.id for one in unproven)
    marked = {
        id: replace(one, unproven=unproven, assumptions=behind) if isinstance(one, ReleasedTable) else one for id, one in released().items()
    }
    found = collect_findings(marked, (2018, 2019))
    assert [found[id].unproven for id in ("land_programme_2018", "transfer_counties", "rank_area")] == [(), (), ()]
    assert found["limit_persons"].assumptions == ("precondition_persons_least",)
    assert found["limit_persons"].unproven == unproven[1:]
    assert found["land_cost_2018"].unproven == unproven
    assert found["land_cost_2018"].assumptions == behind


def test_every_page_names_the_scenario() -> None:
    """Numbers of a stress test must not be taken for the plan."""
    stress = source()
    told = pages(land_pdf(replace(stress, mark=replace(stress.mark, scenario="Belastung"))))
    assert all(squeezed("Szenario Belastung") in page for page in told)
    assert told[0].count(squeezed("Szenario Belastung")) == 2
