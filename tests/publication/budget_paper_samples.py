"""Made-up tables of the papers for treasurer, Land and council: the columns of the real ones, and text that would like to be code."""

from collections.abc import Mapping, Sequence
from datetime import date

from paper_sample import HOSTILE, provenance

from wiwak_eval.publication.budget_papers.parts import Source
from wiwak_eval.publication.content import RunMark
from wiwak_eval.publication.finding_specs import SPECS
from wiwak_eval.publication.findings import collect_findings
from wiwak_eval.results import Cell, Column, Level, NotAssessable, ReleasedTable, Unit

YEARS = (2018, 2019)
KEY = Column("key", "Schlüssel", Unit.TEXT)
LABEL = Column("label", "Bezeichnung", Unit.TEXT)
REASON = "nicht auswertbar: Tabelle „Beratungen“ fehlt."


def sample(id: str, title: str, columns: Sequence[Column], rows: Sequence[Sequence[Cell]], notes: Sequence[str] = ()) -> ReleasedTable:
    cells = tuple(tuple(row) for row in rows)
    return ReleasedTable(
        id, title, tuple(columns), cells, "06_personal_budget", tuple(notes), (), Level.OEFFENTLICH, provenance(simulated=True)
    )


def euros(*pairs: tuple[str, str]) -> tuple[Column, ...]:
    return tuple(Column(name, label, Unit.CENTS, 2) for name, label in pairs)


def texts(*pairs: tuple[str, str]) -> tuple[Column, ...]:
    return tuple(Column(name, label, Unit.TEXT) for name, label in pairs)


def budget_application() -> ReleasedTable:
    columns = (
        KEY,
        *texts(("code", "Haushaltsstelle"), ("direction", "E/A")),
        LABEL,
        *euros(("before", "Ergebnis 2016"), ("current", "Ansatz 2017"), ("y1", "2018"), ("y2", "2019"), ("y3", "2020"), ("y4", "2021")),
    )
    rows: list[tuple[Cell, ...]] = [
        ("land", "4070.1710", "E", "Zuweisungen vom Land", None, 12000000, 18000055, 19000000, None, None),
        ("income", None, None, "Summe der Einnahmen", None, 12000000, 18000055, 19000000, None, None),
        (
            "personnel",
            "4070.4140",
            "A",
            f"Vergütung der Beschäftigten {HOSTILE[4]}",
            None,
            20123401,
            24123456,
            25119387,
            25500000,
            26010000,
        ),
        ("interpreting", "4070.6550", "A", "Dolmetschleistungen", None, 800000, 950000, 1010050, 1010050, 1010050),
        ("rooms", "4070.6790", "A", "Räume (innere Verrechnung)", None, 1834500, 1834500, 1834500, 1834500, 1834500),
        ("expenditure", None, None, "Summe der Ausgaben", None, 22757901, 26907956, 27963937, 28344550, 28854550),
        ("need", None, None, "Zuschussbedarf", None, 10757901, 8907901, 8963937, 28344550, 28854550),
        ("open", None, None, "davon noch offen (Land oder Landkreis)", None, None, 100, 200, None, None),
    ]
    notes = ("4070.1710: Antrag an das Land, am Stichtag nicht beschieden.", "4070.4140: Stellen nach Stellenplan; Tarif 2018 angenommen.")
    return sample("budget_application", "Haushaltsanmeldung", columns, rows, notes)


def posts_sheet() -> ReleasedTable:
    columns = (
        KEY,
        Column("label", "Stelle", Unit.TEXT),
        Column("group", "Entgeltgruppe", Unit.TEXT),
        *(Column(n, h, Unit.POSTS, 2) for n, h in (("existing", "vorhanden"), ("y1", "2018"), ("y2", "2019"))),
        *texts(("until", "befristet bis"), ("kw", "kw-Vermerk"), ("source", "Finanzierung")),
    )
    rows: list[tuple[Cell, ...]] = [
        ("S1", "Leitung und Beratung", "S 17", 1.0, 1.0, 1.0, None, None, "Landkreis, Land (zu beantragen)"),
        ("S2", "Beratung", "S 11b", 0.75, 0.75, 0.75, "31.12.2018", "kw 12/2018", "Land (zu beantragen)"),
        ("neu", "zusätzlich", "S 11b", 0.0, 2.0, 2.25, "31.12.2019", "kw 12/2019", "offen"),
        ("total", "Summe", None, 1.75, 3.75, 4.0, None, None, None),
    ]
    return sample("posts_sheet", "Stellenplan", columns, rows)


def posts_plan() -> ReleasedTable:
    columns = (
        KEY,
        Column("label", "Entgeltgruppe", Unit.TEXT),
        *(Column(n, h, Unit.POSTS, 2) for n, h in (("existing", "vorhanden"), ("y2018", "geplant 2018"), ("y2019", "geplant 2019"))),
    )
    rows = [("S 11b", "S 11b", 0.75, 2.75, 3.0), ("S 17", "S 17", 1.0, 1.0, 1.0), ("total", "Summe", 1.75, 3.75, 4.0)]
    return sample("posts_plan", "Stellenplan nach Entgeltgruppen", columns, rows)


def follow_up_costs() -> ReleasedTable:
    columns = (KEY, LABEL, *euros(("y3", "2020"), ("y4", "2021")), Column("what", "Woran es hängt", Unit.TEXT))
    rows = [
        ("posts", "Stellen ohne Befristung", 8000000, 8160000, "unbefristete Verträge"),
        ("rooms", "Räume", 1834500, 1834500, "Mietwert"),
        ("total", "Summe", 9834500, 9994500, ""),
    ]
    return sample("follow_up_costs", "Folgekosten nach Ablauf der Förderung", columns, rows)


def alternatives() -> ReleasedTable:
    columns = (
        KEY,
        Column("label", "Alternative", Unit.TEXT),
        *euros(("y1", "2018"), ("y2", "2019")),
        *texts(("effect", "Was sich ändert")),
    )
    rows = [
        ("end", "Ende des Zentrums", 0, 0, "Die Aufgaben entfallen oder gehen auf andere Stellen über."),
        ("continue", "Fortführung wie bisher", 15012345, 15300000, "Der Bedarf übersteigt die Stellen."),
        ("extend", f"Ausbau nach Bedarf {HOSTILE[1]}", 26907956, 27963937, "Stellen nach Prognose."),
    ]
    return sample("alternatives", "Alternativen", columns, rows, ("Bar vom Landkreis, wenn das Land nichts gibt.",))


def grant_plan(which: int) -> ReleasedTable:
    columns = (
        KEY,
        Column("label", "Ausgabeart", Unit.TEXT),
        *euros(("applied", "beantragt"), ("eligible", "zuwendungsfähig"), ("not_eligible", "nicht zuwendungsfähig")),
        Column("computation", "Berechnung", Unit.TEXT),
    )
    extra = 100 * which
    rows = [
        ("personnel", "Personalausgaben", 24123456 + extra, 24123456 + extra, 0, "3,75 Stellen nach Entgelttabelle, Monat für Monat"),
        ("interpreting", "Dolmetschleistungen", 950000, 950000, 0, "Beratungen × Anteil × Minuten × Satz"),
        ("rooms", "Räume (kalkulatorisch)", 1834500, 0, 1834500, "m² × Mietwert; Sachleistung"),
        ("total", "Summe", 26907956 + extra, 25073456 + extra, 1834500, None),
    ]
    return sample(f"grant_plan_{which}", f"Ausgabenplan {YEARS[which - 1]}", columns, rows)


def grant_funding(which: int) -> ReleasedTable:
    columns = (
        KEY,
        Column("label", "Mittel", Unit.TEXT),
        Column("amount", "Betrag", Unit.CENTS, 2),
        Column("share", "Anteil", Unit.SHARE, 1),
    )
    rows = [
        ("county_cash", "Eigenmittel, bar", 5014691, 0.186),
        ("county_in_kind", "Eigenleistung, Sachleistung", 1834500, 0.068),
        ("third", "Dritte", 0, 0.0),
        ("federal", "Bund", 0, 0.0),
        ("esf", "Europäische Union", 0, 0.0),
        ("land", "beantragte Zuwendung des Landes", 20058765, 0.745),
        ("total", "Summe", 26907956, 1.0),
    ]
    notes = ("Satz 80,0 % der zuwendungsfähigen Ausgaben, angenommen.", "Ein Höchstbetrag ist nicht bekannt.")
    return sample(f"grant_funding_{which}", f"Finanzierungsplan {YEARS[which - 1]}", columns, rows, notes)


def declarations() -> ReleasedTable:
    columns = (KEY, *texts(("label", "Erklärung"), ("state", "Stand"), ("basis", "Grundlage")))
    rows = [
        ("begun", "Mit der Maßnahme wurde noch nicht begonnen.", "offen", "Allgemeinwissen, nicht nachgelesen"),
        ("vat", "Zum Vorsteuerabzug ist der Landkreis nicht berechtigt.", "offen", "Allgemeinwissen, nicht nachgelesen"),
        ("double", "Andere Förderung für denselben Zweck ist nicht beantragt.", "offen", "Prüfung auf Doppelfinanzierung"),
    ]
    return sample("declarations", "Erklärungen zum Antrag", columns, rows)


def proof() -> dict[str, ReleasedTable]:
    money = euros(("planned", "geplant"), ("actual", "abgerechnet"), ("difference", "Unterschied"))
    numbers = (
        KEY,
        Column("label", "Ausgabeart", Unit.TEXT),
        *money,
        Column("share", "Abweichung", Unit.SHARE, 1),
        *texts(("verdict", "Urteil")),
    )
    report = (KEY, *texts(("label", "Ziel")), Column("planned", "Ziel", Unit.NUMBER), Column("reached", "erreicht", Unit.NUMBER))
    documents = (KEY, *texts(("day", "Tag"), ("payee", "Empfänger")), Column("amount", "Betrag", Unit.CENTS, 2))
    funding = (KEY, Column("label", "Mittel", Unit.TEXT), *money)
    rows: list[tuple[Cell, ...]] = [
        ("personnel", "Personal", 12000000, 11834567, -165433, -0.0138, "innerhalb der Toleranz"),
        ("interpreting", "Dolmetschen", 400000, 512300, 112300, 0.2807, "über der Toleranz"),
        ("total", "Summe", 12400000, 12346867, -53133, -0.0043, None),
    ]
    return {
        "proof_report": sample("proof_report", "Ziele und Ergebnisse", report, [("contacts", "Beratungen", 1500, 1843)]),
        "proof_numbers": sample("proof_numbers", "Ausgaben nach Plan und Abrechnung", numbers, rows),
        "proof_funding": sample("proof_funding", "Einnahmen", funding, [("land", "Land", 9920000, 9920000, 0)]),
        "proof_documents": sample("proof_documents", "Belegliste", documents, [("b1", "2017-03-01", HOSTILE[0], 12345)]),
    }


def negotiation() -> ReleasedTable:
    columns = (
        KEY,
        Column("rate", "Satz des Landes", Unit.SHARE, 0),
        Column("start", "Beginn", Unit.MONTH),
        Column("posts", "Stellen", Unit.POSTS, 2),
        *euros(("y1", "2018"), ("y2", "2019")),
    )
    rows: list[tuple[Cell, ...]] = [
        (
            f"{posts}/{rate}/{start}",
            rate,
            start,
            posts,
            round(7000000 * posts * (1 - rate * (13 - int(start[5:])) / 12)),
            int(1000000 * posts),
        )
        for posts in (3.0, 3.75, 4.5)
        for rate in (0.0, 0.5, 0.8, 0.9)
        for start in ("2018-01", "2018-04", "2018-07", "2018-10")
    ]
    return sample("negotiation", "Barmittel des Landkreises", columns, rows, ("Räume sind Sachleistung und hier nicht enthalten.",))


def years_tables() -> dict[str, ReleasedTable]:
    """Tables that the findings of the two years stand in."""
    both = euros(("y2018", "2018"), ("y2019", "2019"))
    plan = (Column("year", "Jahr", Unit.TEXT), *euros(("plan", "Plan"), ("p10", "von"), ("p90", "bis")))
    persons = tuple(Column(n, n, Unit.PERSONS) for n in ("persons", "p10", "p90", "new_persons", "new_p10", "new_p90"))
    volume = tuple(Column(n, n, Unit.CONTACTS) for n in ("contacts", "p10", "p90"))
    posts = tuple(Column(n, n, Unit.POSTS, 2) for n in ("planned", "p10", "p90", "p50", "p80", "p95"))
    parts = [
        ("land", 0),
        ("federal", 0),
        ("esf", 0),
        ("county_cash", 5562456),
        ("county_in_kind", 1834500),
        ("third", 0),
        ("open", 19511000),
    ]
    year = Column("year", "Jahr", Unit.TEXT)
    return {
        "cost_range": sample(
            "cost_range", "Kosten", plan, [("2018", 26907956, 24000000, 29300000), ("2019", 27963937, 24100000, 31000000)]
        ),
        "posts_range": sample(
            "posts_range", "Stellen", (year, *posts), [("2018", 3.75, 3.25, 4.5, 3.75, 4.25, 5.0), ("2019", 4.0, 3.25, 5.0, 4.0, 4.5, 6.0)]
        ),
        "forecast_yearly": sample("forecast_yearly", "Prognose", (year, *volume), [("2018", 3612, 3096, 4244), ("2019", 3700, 3000, 4500)]),
        "forecast_persons": sample(
            "forecast_persons", "Personen", (year, *persons), [(str(y), 800, 700, 900, 400, 350, 480) for y in YEARS]
        ),
        "financing": sample(
            "financing", "Finanzierung", (KEY, LABEL, *both), [(k, k, v, v + 100) for k, v in parts] + [("total", "Summe", 1, 2)]
        ),
        "costs": sample("costs", "Kosten", (KEY, LABEL, *both), [("personnel", "Personal", 24123456, 25119387), ("total", "Summe", 1, 2)]),
    }


def released() -> dict[str, ReleasedTable | NotAssessable]:
    """Every table that these papers read; those behind other findings are refused."""
    made = [budget_application(), posts_sheet(), posts_plan(), follow_up_costs(), alternatives(), declarations(), negotiation()]
    made += [grant_plan(1), grant_plan(2), grant_funding(1), grant_funding(2)]
    known: dict[str, ReleasedTable | NotAssessable] = {table.id: table for table in made} | proof() | years_tables()
    return {spec.table: NotAssessable(REASON) for spec in SPECS} | known


def mark(simulated: bool = True) -> RunMark:
    notices = ("Aus der Lieferung wurden 1,2 % der Zeilen nicht verwendet.",)
    return RunMark("0.1.0", "0f3a9c12b7de", "Basis", date(2017, 11, 15), Level.OEFFENTLICH, provenance(simulated), notices)


def source(tables: Mapping[str, ReleasedTable | NotAssessable] | None = None, simulated: bool = True) -> Source:
    known = released() if tables is None else tables
    return Source(known, collect_findings(known, YEARS), mark(simulated), YEARS)
