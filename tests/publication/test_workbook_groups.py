"""The workbook where single posts may not be seen: personnel costs by pay group, with formulas that still live."""

from collections.abc import Callable, Mapping
from dataclasses import fields
from datetime import date
from pathlib import Path

import pytest
from paper_sample import content, provenance
from python_calamine import CalamineWorkbook

from tests.job.libreoffice import recalculated, with_input, with_wrong_caches
from wiwak_eval.assumptions import Assumptions, Patch, Scenario, load_catalogue
from wiwak_eval.budget import BudgetPlan, budget
from wiwak_eval.disclosure.settings import HOUSE_RULE
from wiwak_eval.disclosure.staff import staff_view
from wiwak_eval.forecast.volume import Caseload
from wiwak_eval.publication.workbook import SHEETS, workbook_xlsx
from wiwak_eval.records import SIMULATED_KEY, read_delivery
from wiwak_eval.results import Level, NotAssessable, ReleasedTable, Table
from wiwak_eval.shipped import shipped

FACTS = "Behörde: Landratsamt\nZeitraum von: 01.01.2017\nZeitraum bis: 31.10.2017\ngeliefert am: 15.11.2017\nsimuliert: ja\n"
HEAD = "Stelle;Entgeltgruppe;Stufe;Stellenanteil;Von\n"
BESIDE = f"{HEAD}ST-1;S 17;4;1,00;01.01.2017\nST-2;S 12;3;1,00;01.01.2017\nST-3;S 12;2;0,75;01.01.2017\nST-4;E 6;3;0,50;01.01.2017\n"
APART = f"{HEAD}ST-1;S 12;3;1,00;01.01.2017\nST-2;E 6;3;1,00;01.01.2017\nST-3;S 12;2;1,00;01.01.2017\n"
"""With 2.5 posts planned the second one of S 12 is half empty while E 6, between the two, is full."""

APRIL = {"land_share": "0.8", "land_start_month": "2018-04"}
FEW, MANY = Caseload((2018, 2019), (1800, 2928), ((1800,), (2928,))), Caseload((2018, 2019), (5000, 4200), ((5000,), (4200,)))
Sheets = dict[str, list[list[object]]]


@pytest.fixture
def plan(tmp_path: Path) -> Callable[..., BudgetPlan]:
    """The budget of a posts plan and caseload; values set for both years, the Land's terms known from the first day on."""

    def make(posts: str, caseload: Caseload, **values: str) -> BudgetPlan:
        (tmp_path / "lieferung.yaml").write_text(FACTS, encoding="utf-8")
        (tmp_path / "stellen.csv").write_text(posts, encoding="utf-8")
        patches = tuple(Patch(id=id, set=value if id.endswith("month") else float(value), reason="Probe") for id, value in values.items())
        scenario = Scenario(id="probe", label="Probe", description="Probe", patches=patches)
        as_of = date(2018, 7, 1) if values else date(2017, 11, 15)
        view = Assumptions(load_catalogue(shipped("data") / "assumptions"), scenario, as_of)
        return budget(read_delivery(tmp_path, SIMULATED_KEY), caseload, view)

    return make


def released(plan: BudgetPlan, level: Level) -> Mapping[str, ReleasedTable | NotAssessable]:
    tables = {field.name: getattr(plan, field.name) for field in fields(plan)}
    beside = {name: NotAssessable("nicht gebraucht") for name in SHEETS if name not in tables}
    return beside | {name: let_out(table, level) for name, table in staff_view(tables, level, HOUSE_RULE).items()}


def let_out(table: Table | NotAssessable, level: Level) -> ReleasedTable:
    assert isinstance(table, Table), table
    return ReleasedTable(
        table.id, table.title, table.columns, table.rows, table.notebook, table.notes, table.assumptions, level, provenance()
    )


def written(plan: BudgetPlan, level: Level, target: Path) -> Path:
    target.write_bytes(workbook_xlsx(released(plan, level), {}, content().mark))
    return target


def sheets(workbook: Path) -> Sheets:
    book = CalamineWorkbook.from_path(workbook)
    return {name: [list(row) for row in book.get_sheet_by_name(name).to_python()] for name in book.sheet_names}


def same(stated: Sheets, computed: Sheets) -> None:
    for name, rows in stated.items():
        for row, other in zip(rows, computed[name], strict=True):
            for a, b in zip(row, other, strict=True):
                assert a == pytest.approx(b, abs=1e-6) if isinstance(a, float) else a == b, (name, row, other)


def test_the_public_workbook_names_no_post_and_no_step(plan, tmp_path) -> None:
    """One sheet has the personnel costs at either level; of what the inner one says of a post, the public one has nothing."""
    made = plan(BESIDE, FEW)
    inner, public = (sheets(written(made, level, tmp_path / f"{level}.xlsx")) for level in (Level.INTERN, Level.OEFFENTLICH))
    assert list(inner) == list(public)
    words = {
        level: {str(cell) for rows in book.values() for row in rows for cell in row} for level, book in (("in", inner), ("out", public))
    }
    for told in ("Stelle 1", "Stufe", "S1", "S1/2018-01", "Tabellenentgelt (voll)"):
        assert told in words["in"]
        assert told not in words["out"]
    assert "Unterschied zwischen Durchschnitt und Plan" in words["out"]
    months = {row[-1] for row in made.pay_months.rows if row[-1]}
    assert months
    assert not words["out"] & {str(cents / 100) for cents in months}


@pytest.mark.system
@pytest.mark.parametrize("level", [Level.OEFFENTLICH, Level.INTERN])
@pytest.mark.parametrize(("posts", "caseload"), [(BESIDE, FEW), (APART, FEW), (APART, MANY)])
def test_formulas_give_what_python_gave(plan, tmp_path, level, posts, caseload) -> None:
    """Also with a grant from April on and with posts of a group that do not stand together; every cached value is wrong before."""
    book = written(plan(posts, caseload, **APRIL), level, tmp_path / "plan.xlsx")
    computed = sheets(recalculated(with_wrong_caches(book, tmp_path / "wrong.xlsx"), tmp_path))
    same(sheets(book), computed)


@pytest.mark.system
def test_more_contacts_move_posts_and_personnel_in_public(plan, tmp_path) -> None:
    """Twice the contacts: the further posts cost what a post of their group costs on average; the difference stays as it is."""
    made = plan(BESIDE, FEW)
    book = written(made, Level.OEFFENTLICH, tmp_path / "plan.xlsx")
    changed = sheets(recalculated(with_input(book, tmp_path / "more.xlsx", "xl/worksheets/sheet3.xml", "C6", "7200"), tmp_path))
    before, after = ({row[0]: row for row in one["Personal"]} for one in (sheets(book), changed))
    posts = {row[0]: row[4] for row in changed["Stellenplan"][5:11]}
    assert posts["S12"] == 1.75
    assert posts["neu"] > 1
    assert after["S12/2018"][3] == 1.75 + posts["neu"]
    assert after["difference/2018"] == before["difference/2018"]
    total = sum(after[f"{key}/2018"][3] * after[f"{key}/2018"][4] for key in ("S17", "S12", "E6")) + after["difference/2018"][5]
    personnel = {row[0]: row[2] for row in changed["Kosten"] if row}["personnel"]
    assert personnel == after["total/2018"][5] == pytest.approx(total, abs=0.011)
    assert personnel > made.costs.cell("personnel", "y2018") / 100 + 50_000
    assert {row[0]: row[3] for row in changed["Kosten"] if row}["personnel"] == made.costs.cell("personnel", "y2019") / 100
