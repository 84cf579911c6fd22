"""Budgets for the workbook's tests: a delivery of posts and notices, values set over the assumptions, and the tables that come out."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import date, datetime
from pathlib import Path

from paper_sample import content, provenance

from tests.job.libreoffice import Cells
from wiwak_eval.assumptions import Assumptions, Catalogue, Patch, Scenario, load_catalogue
from wiwak_eval.assumptions.model import Assumption
from wiwak_eval.budget import budget, finance_plan, paper_tables
from wiwak_eval.budget.workings import workings
from wiwak_eval.disclosure.settings import HOUSE_RULE
from wiwak_eval.disclosure.staff import STAND_INS, staff_view
from wiwak_eval.forecast.volume import Caseload
from wiwak_eval.publication.workbook import workbook_xlsx
from wiwak_eval.records import SIMULATED_KEY, read_delivery
from wiwak_eval.results import Level, NotAssessable, ReleasedTable, Table
from wiwak_eval.shipped import shipped

FACTS = "Behörde: Landratsamt\nZeitraum von: 01.01.2017\nZeitraum bis: 31.10.2017\ngeliefert am: 15.11.2017\nsimuliert: ja\n"
POSTS = "Stelle;Funktion;Entgeltgruppe;Stufe;In Stufe seit;Stellenanteil;Von;Bis;Arbeitgeber;Befristet bis\n"
NOTICES = "Finanzierung;Von;Bis;Finanzierungsart;Anteil;Höchstbetrag;Beschieden am;Vorzeitiger Maßnahmebeginn;Zulässige Überschreitung\n"
FOUND, DECIDED = date(2017, 11, 15), date(2018, 7, 1)
Released = Mapping[str, ReleasedTable | NotAssessable]
Tables = dict[str, Table | NotAssessable]


@dataclass(frozen=True)
class World:
    """What a county delivers, how many contacts are forecast, and which assumptions are set."""

    posts: str
    contacts: tuple[int, int]
    as_of: date = FOUND
    notices: str = ""
    values: Mapping[str, str | float] = field(default_factory=dict)

    def setting(self, **values: str | float) -> "World":
        """The same with other values."""
        return replace(self, values={**self.values, **values})


HOUSE = World(
    f"{POSTS}ST-1;Leitung;S 17;5;01.06.2014;1,00;01.01.2014;;Kreis;\nST-2;Beratung;S 12;3;01.03.2014;1,00;01.01.2014;;Kreis;30.06.2018\n"
    "ST-3;Beratung;S 12;2;01.09.2015;0,75;01.01.2014;;Kreis;\nST-4;Empfang;E 6;3;;0,50;01.01.2014;;Kreis;31.12.2018\n",
    (5000, 4200),
)
"""All posts are the county's; steps advance in 2018 and 2019, pay of S 17 lies above the ceiling of health insurance."""

SHARED = World(
    f"{POSTS}ST-1;Leitung;S 17;4;01.05.2016;1,00;01.05.2016;;Kreis;30.06.2018\nST-2;Beratung;S 11b;2;01.01.2017;0,50;01.01.2017;;Träger;\n"
    "ST-3;Beratung;S 12;2;01.01.2017;0,75;01.01.2017;;Kreis;31.12.2018\nST-4;Empfang;E 6;3;01.01.2017;0,50;01.01.2017;;Kreis;31.12.2019\n",
    (4100, 3700),
    values={"employment_form_new": "contract", "third_party_amount_year": 12_345.67, "interpreting_paid_share": 0.35},
)
"""A post at a carrier, further ones under contract with VAT, money of third parties, interpreting paid in part."""

CATALOGUE = load_catalogue(shipped("data") / "assumptions")


def tables(world: World, folder: Path) -> Tables:
    """All tables of the budget."""
    folder.mkdir()
    (folder / "lieferung.yaml").write_text(FACTS, encoding="utf-8")
    (folder / "stellen.csv").write_text(world.posts, encoding="utf-8")
    if world.notices:
        (folder / "bescheide.csv").write_text(world.notices, encoding="utf-8")
    shipped_ids = CATALOGUE.entries
    patches = tuple(Patch(id=id, set=value, reason="Probe") for id, value in world.values.items() if id in shipped_ids)
    further = {id: _assumption(id, value) for id, value in world.values.items() if id not in shipped_ids}
    scenario = Scenario(id="probe", label="Probe", description="Probe", patches=patches)
    view = Assumptions(Catalogue({**shipped_ids, **further}), scenario, world.as_of)
    records = read_delivery(folder, SIMULATED_KEY)
    caseload = Caseload((2018, 2019), world.contacts, tuple((each,) for each in world.contacts))
    made = (part(records, caseload, view) for part in (budget, finance_plan, paper_tables, workings))
    return {each.name: getattr(result, each.name) for result in made for each in fields(result)}


def _assumption(id: str, value: str | float) -> Assumption:
    """One that a county would add: nobody has shipped it."""
    about = {"valid_from": "2018-01-01", "known_since": "2017-01-01", "kind": "assumed", "status": "unverified", "quality": "low"}
    return Assumption(id=id, label=id, unit="EUR", values=[{**about, "value": value, "source": {"title": "Probe", "note": "Probe"}}])


def released(found: Tables, level: Level) -> Released:
    """The tables as the door lets them out at a level."""
    missing = {name: NotAssessable("nicht gebraucht") for pair in STAND_INS.items() for name in pair if name not in found}
    return {name: _let_out(table, level) for name, table in staff_view({**found, **missing}, level, HOUSE_RULE).items()}


def _let_out(table: Table | NotAssessable, level: Level) -> ReleasedTable | NotAssessable:
    if isinstance(table, NotAssessable):
        return table
    about = (table.id, table.title, table.columns, table.rows, table.notebook, table.notes, table.assumptions)
    return ReleasedTable(*about, level, provenance())


def written(found: Tables, level: Level, target: Path) -> Path:
    """The workbook of the budget's tables."""
    target.write_bytes(workbook_xlsx(released(found, level), {}, content().mark))
    return target


def numbers(book: Cells) -> dict[tuple[str, str, str], float]:
    """All numbers and days by sheet, key of the row and head of the column."""
    found = {}
    for sheet, rows in book.items():
        heads = [str(head) for head in rows[4]] if len(rows) > 4 else []
        for row in rows[5:]:
            found |= {
                (sheet, _key(row[0]), head): _number(cell)
                for head, cell in zip(heads, row, strict=False)
                if isinstance(cell, int | float | datetime | date)
            }
    return found


def _key(cell: object) -> str:
    return f"{cell:%Y-%m}" if isinstance(cell, datetime | date) else str(cell)


def _number(cell: object) -> float:
    return float(cell.toordinal()) if isinstance(cell, datetime | date) else float(str(cell))


def differences(
    stated: Cells, computed: Cells, beside: tuple[str, ...] = ()
) -> dict[tuple[str, str, str], tuple[float | None, float | None]]:
    """Cells that differ by more than a millionth; those whose head ends in one of `beside` are not compared."""
    one, other = numbers(stated), numbers(computed)
    kept = [place for place in {**one, **other} if not place[2].endswith(beside or ("\0",))]
    pairs = {place: (one.get(place), other.get(place)) for place in kept}
    return {place: pair for place, pair in pairs.items() if pair[0] is None or pair[1] is None or abs(pair[0] - pair[1]) > 1e-6}
