"""A made-up set of papers for the tests: ordinary content and, in names and notes, text that would like to be code."""

from collections.abc import Sequence
from datetime import date

from wiwak_eval.publication.chapters import SUMMARY
from wiwak_eval.publication.content import Chapter, Content, Figure, Paragraph, Point, RunMark
from wiwak_eval.publication.phrases import sentence
from wiwak_eval.results import HIDDEN, Cell, Column, Finding, Level, NotAssessable, Provenance, ReleasedTable, Unit

HOSTILE = (
    '=HYPERLINK("evil","Klick")',
    "<script>alert(1)</script>",
    '#import "x.typ"',
    "$x$ und $\\foo$",
    "*b* _u_ `c` @ref <lab>",
    "Rhön & Söhne",
    "Brücke العربية 😀\u0007",
    "-20",
    "@summe",
    "]] {{ 7*7 }} {% raw %}",
)

MONTHS_AHEAD = tuple(f"{2018 + i // 12}-{i % 12 + 1:02d}" for i in range(24))


def provenance(simulated: bool = True) -> Provenance:
    return Provenance("Landratsamt Wartburgkreis", date(2017, 1, 1), date(2017, 10, 31), date(2017, 11, 15), simulated)


def released(
    id: str, title: str, columns: Sequence[Column], rows: Sequence[Sequence[Cell]], notes: Sequence[str] = (), simulated: bool = True
) -> ReleasedTable:
    cells = tuple(tuple(row) for row in rows)
    return ReleasedTable(id, title, tuple(columns), cells, "02_pilotjahr", tuple(notes), (), Level.OEFFENTLICH, provenance(simulated))


def monthly(simulated: bool = True) -> ReleasedTable:
    names = ("contacts", "persons", "new_persons", "returning_persons", "anonymous_contacts")
    labels = ("Beratungen", "Personen", "Neue Personen", "Wiederkehrende Personen", "Anonyme Kontakte")
    columns = [
        Column("month", "Monat", Unit.MONTH),
        *(Column(n, label, Unit.CONTACTS) for n, label in zip(names, labels, strict=True)),
    ]
    rows = [(f"2017-{m:02d}", 120 + m * 11, 80 + m * 5, 30 + m, 50 + m * 4, HIDDEN if m == 2 else 10 + m) for m in range(1, 11)]
    return released("monthly", "Beratungen und Personen je Monat", columns, rows, ("Personen werden je Monat einmal gezählt.",), simulated)


def forecast_monthly(simulated: bool = True) -> ReleasedTable:
    names = ("observed", "median", "p25", "p75", "p10", "p90", "p2_5", "p97_5")
    labels = ("beobachtet", "mittlerer Wert", "50 % von", "50 % bis", "80 % von", "80 % bis", "95 % von", "95 % bis")
    columns = [
        Column("month", "Monat", Unit.MONTH),
        Column("kind", "Art", Unit.TEXT),
        *(Column(n, label, Unit.CONTACTS) for n, label in zip(names, labels, strict=True)),
    ]
    seen: list[tuple[Cell, ...]] = [
        (f"2017-{m:02d}", "beobachtet", 120 + m * 11 + m % 3 * 9, *(None for _ in names[1:])) for m in range(1, 11)
    ]
    bridge: list[tuple[Cell, ...]] = [(f"2017-{m}", "Brücke", None, 240.0 + m, 225.0, 260.0, 205.0, 280.0, 190.0, 300.0) for m in (11, 12)]
    ahead: list[tuple[Cell, ...]] = [
        (month, "Prognose", None, 253.4 + 2 * i, 230, 270 + 3 * i, 205 - i, 290 + 5 * i, 188 - 2 * i, 310 + 8 * i)
        for i, month in enumerate(MONTHS_AHEAD)
    ]
    return released("forecast_monthly", "Beratungen je Monat, beobachtet und erwartet", columns, seen + bridge + ahead, (), simulated)


def scenario_lines(simulated: bool = True) -> ReleasedTable:
    labels = ("Basis", "Hoch", "Niedrig", "Belastung", "Kreis <b>")
    columns = [Column("month", "Monat", Unit.MONTH), *(Column(f"s{n}", label, Unit.CONTACTS) for n, label in enumerate(labels, start=1))]
    rows = [(month, 240 - i, 290 - i, 200 - i, 360 + i, 245 - i) for i, month in enumerate(MONTHS_AHEAD)]
    return released("scenario_lines", "Planwerte je Monat nach Szenario", columns, rows, (), simulated)


def inflow_stock(simulated: bool = True) -> ReleasedTable:
    names = ("new_persons", "returning_persons", "active_low", "active_high", "seen", "contacts")
    labels = ("neue Personen", "wiedergekommene Personen", "mindestens", "höchstens", "bisher gesehen", "Beratungen")
    columns = [Column("month", "Monat", Unit.MONTH), *(Column(n, label, Unit.PERSONS) for n, label in zip(names, labels, strict=True))]
    rows = [(f"2017-{m:02d}", 44 - m, 10 * m, 40 + 10 * m, 40 + 10 * m + 40 * (m == 10), 40 * m, 80 + 18 * m) for m in range(1, 11)]
    return released("inflow_stock", "Zugang und Bestand je Monat", columns, rows, (), simulated)


def growth_parts(simulated: bool = True) -> ReleasedTable:
    columns = [
        Column("key", "Schlüssel", Unit.TEXT),
        Column("label", "Beitrag", Unit.TEXT),
        *(Column(n, label, Unit.NUMBER, 1) for n, label in (("first", "erste"), ("last", "letzte"), ("change", "Veränderung"))),
    ]
    rows: list[tuple[Cell, ...]] = [
        ("new_persons", "neue Personen je Monat", 36.0, 33.5, -4.5),
        ("returning_persons", "wiedergekommene Personen je Monat", 20.0, 98.0, 140.25),
        ("anonymous", "Beratungen ohne Personenbezug", 5.0, 6.0, 1.0),
        ("total", "Beratungen je Monat insgesamt", 106.0, 242.75, 136.75),
    ]
    return released("growth_parts", "Woraus sich die Veränderung ergibt", columns, rows, (), simulated)


def trend_rates(simulated: bool = True) -> ReleasedTable:
    names = ("contacts", "days", "contacts_per_day", "persons_per_day", "posts", "contacts_per_post", "persons_per_post")
    columns = [Column("month", "Monat", Unit.MONTH), *(Column(n, n, Unit.NUMBER, 1) for n in names)]
    rows = [(f"2017-{m:02d}", 80 + 18 * m, 20, 4 + 0.9 * m, 2 + 0.5 * m, 3.75, 21 + 4.8 * m, None) for m in range(1, 11)]
    return released("trend_rates", "Beratungen je Öffnungstag und je Stelle", columns, rows, (), simulated)


def trend_without(simulated: bool = True) -> ReleasedTable:
    columns = [
        Column("month", "ohne", Unit.MONTH),
        *(Column(n, n, Unit.NUMBER, 3) for n in ("p_rising", "ratio", "low", "high")),
        Column("still", "Befund", Unit.TEXT),
    ]
    rows = [(f"2017-{m:02d}", 0.001, 1.1, 1.05, 1.15 + m / 100, "Anstieg bleibt" if m != 3 else "Anstieg entfällt") for m in range(1, 11)]
    return released("trend_without", "Hängt der Anstieg an einem Monat?", columns, rows, (), simulated)


def situations(simulated: bool = True) -> ReleasedTable:
    columns = [
        Column("situation", "Problemlage", Unit.TEXT),
        Column("persons", "Personen", Unit.PERSONS),
        *(Column(n, n, Unit.SHARE) for n in ("share", "low", "high")),
    ]
    rows: list[tuple[Cell, ...]] = [
        ("Krankheit", 20, 0.06, 0.04, 0.09),
        ("Trauma", HIDDEN, HIDDEN, HIDDEN, HIDDEN),
        ("mindestens eine Angabe", 80, 0.21, 0.17, 0.25),
        ("alle beratenen Personen", 374, None, None, None),
    ]
    return released("situations", "Besondere Problemlagen", columns, rows, (), simulated)


def forecast_sources(simulated: bool = True) -> ReleasedTable:
    columns = [
        Column("key", "Schlüssel", Unit.TEXT),
        Column("label", "Quelle der Unsicherheit", Unit.TEXT),
        *(Column(f"y{year}", str(year), Unit.SHARE) for year in (2018, 2019)),
    ]
    rows: list[tuple[Cell, ...]] = [
        ("inflow", "Zugang neuer Personen", 0.9, 0.951),
        ("persistence", "Verbleib in Beratung", 0.05, 0.012),
        ("counts", "Zufall der einzelnen Monate", 0.0, 0.0),
    ]
    return released("forecast_sources", "Woher die Unsicherheit kommt", columns, rows, (), simulated)


def network_ties(simulated: bool = True) -> ReleasedTable:
    columns = [
        *(Column(name, name, Unit.TEXT) for name in ("tie", "one", "other", "sector_one", "sector_other")),
        Column("referrals", "Vermittlungen", Unit.COUNT),
    ]
    sector = {
        "WIWAK": "Kommune", "ABH": "Kommune", "JC": "Land und Bund", "<b>": "Wirtschaft", "Ehrenamt": "Ehrenamt",
        "WV-A": "Freie Wohlfahrtspflege",
    }  # fmt: skip
    ties: tuple[tuple[str, str, Cell], ...] = (
        ("<b>", "WIWAK", HIDDEN), ("ABH", "JC", 15), ("ABH", "WIWAK", 60), ("Ehrenamt", "Ehrenamt", HIDDEN), ("Ehrenamt", "WIWAK", 25),
        ("JC", "WIWAK", 30),
    )  # fmt: skip
    rows: list[tuple[Cell, ...]] = [(f"{one} – {other}", one, other, sector[one], sector[other], number) for one, other, number in ties]
    rows.append(("WV-A", "WV-A", None, sector["WV-A"], None, None))
    return released("network_ties", "Wer arbeitet mit wem zusammen?", columns, rows, (), simulated)


def topics(simulated: bool = True) -> ReleasedTable:
    columns = [
        Column("topic", "Anliegen", Unit.TEXT),
        Column("contacts", "Beratungen", Unit.CONTACTS),
        Column("persons", "Personen", Unit.PERSONS),
        Column("share", "Anteil", Unit.SHARE, 1),
    ]
    plain = ("Aufenthalt", "Familiennachzug", "Wohnen", "Arbeit", "Anträge und Formulare")
    rows: list[tuple[Cell, ...]] = [(name, 412 - 27 * i, 150 - 7 * i, 0.212 - 0.013 * i) for i, name in enumerate((*plain, *HOSTILE))]
    rows += [("Gewaltschutz", HIDDEN, HIDDEN, HIDDEN), ("Schulden", HIDDEN, HIDDEN, HIDDEN)]
    return released("topics", "Anliegen in den Beratungen", columns, rows, (f"Hinweis: {HOSTILE[1]}",), simulated)


def euros(id: str, title: str, rows: Sequence[tuple[str, str, int, int]], simulated: bool = True) -> ReleasedTable:
    columns = [
        Column("key", "Kennung", Unit.TEXT),
        Column("label", "Position", Unit.TEXT),
        Column("y2018", "2018", Unit.CENTS),
        Column("y2019", "2019", Unit.CENTS),
    ]
    return released(id, title, columns, rows, (), simulated)


def costs(simulated: bool = True) -> ReleasedTable:
    rows = [
        ("personnel", "Personalkosten", 24123456, 25119387),
        ("rooms", "Räume und Betriebskosten", 1834500, 1834500),
        ("interpreting", "Dolmetschleistungen und Sprachmittlung", 950000, 1010050),
        ("total", "Gesamtkosten", 26907956, 27963937),
    ]
    return euros("costs", "Kosten nach Kostenart", rows, simulated)


def financing(simulated: bool = True) -> ReleasedTable:
    rows = [
        ("open", "Land (offen, nicht beschieden)", 18000000, 19000000),
        ("county_cash", "Landkreis, Haushaltsmittel", 5562456, 5518387),
        ("county_kind", "Landkreis, Sachleistungen", 3345500, 3445550),
        ("third", "Dritte", 0, 0),
        ("total", "Finanzierung gesamt", 26907956, 27963937),
    ]
    return euros("financing", "Kosten- und Finanzierungsplan: Finanzierung", rows, simulated)


def finding(
    id: str, label: str, unit: Unit, value: float | None, span: tuple[float, float] | None, period: str, decimals: int = 0
) -> Finding:
    low, high = span or (None, None)
    return Finding(
        id, label, value, low, high, unit, decimals, period, "tabelle", "zeile", "spalte", "02_pilotjahr", (), id == "protection"
    )


def findings() -> dict[str, Finding]:
    made = (
        finding("contacts_2017", "Beratungen im Pilotjahr", Unit.CONTACTS, 1843, None, "Januar bis Oktober 2017"),
        finding("persons_2017", "Beratene Personen im Pilotjahr", Unit.PERSONS, 402, None, "Januar bis Oktober 2017"),
        finding("contacts_2018", "Erwartete Beratungen 2018", Unit.CONTACTS, 3612.4, (3096.2, 4243.8), "Januar bis Dezember 2018"),
        finding("posts_2018", "Stellenbedarf 2018", Unit.POSTS, 3.75, (3.25, 4.5), "2018", 2),
        finding("costs_2018", "Gesamtkosten 2018", Unit.CENTS, 26907956, (24810000, 29340000), "2018"),
        finding("open_2018", "Offener Betrag 2018", Unit.CENTS, 18000000, (16000000, 20100000), "2018"),
        finding("share_top", f"Anteil des häufigsten Anliegens {HOSTILE[1]}", Unit.SHARE, 0.212, None, "Januar bis Oktober 2017", 1),
        finding("protection", "Personen mit Anliegen Gewaltschutz", Unit.PERSONS, None, None, "Januar bis Oktober 2017"),
    )
    return {one.id: one for one in made}


SENTENCES = (
    "Von Januar bis Oktober 2017 gab es {contacts_2017:rund} Beratungen mit {persons_2017:rund} Personen.",
    "Für 2018 erwarten wir {contacts_2018:rund} Beratungen; in acht von zehn gerechneten Verläufen sind es {contacts_2018:spanne}.",
    "Dafür werden {posts_2018:stellen} Stellen gebraucht (Spanne {posts_2018:spanne}).",
    "Die Kosten liegen 2018 bei {costs_2018:euro_rund}, die Spanne reicht von {costs_2018:euro_spanne}.",
    "Davon sind {open_2018:euro} nicht gedeckt, solange das Land nicht entschieden hat.",
)


def figure(chart: str, table: ReleasedTable, title: str, subtitle: str) -> Figure:
    reading = "Die Höhe zeigt die Anzahl im Monat. Die hellen Flächen zeigen, wie weit der Wert nach oben oder unten abweichen kann."
    source = f"Quelle: Lieferung der Probe, Tabelle {table.id}"
    return Figure(
        f"bild-{chart}", chart, table, f"Bild {chart}", title, subtitle, f"{title}; Werte in der Tabelle darunter.", reading, source
    )


def content(simulated: bool = True) -> Content:
    known = findings()
    prose = tuple(sentence(template, known) for template in SENTENCES)
    chapters = (
        Chapter(
            "pilotjahr",
            "Was im Pilotjahr geschah",
            (
                Paragraph(prose[0]),
                figure(
                    "monthly_contacts", monthly(simulated), "Beratungen und Personen steigen", "Anzahl je Monat, Januar bis Oktober 2017"
                ),
                monthly(simulated),
                Paragraph(sentence("Zum Gewaltschutz kamen {protection:rund} Personen.", known)),
                figure("topics", topics(simulated), "Aufenthalt ist das häufigste Anliegen", "Beratungen, Januar bis Oktober 2017"),
                topics(simulated),
                Paragraph(f"Freitext: {' | '.join(HOSTILE)}"),
                NotAssessable("Der Trendtest braucht mindestens fünf Monate."),
            ),
        ),
        Chapter(
            "prognose",
            "Was 2018 und 2019 zu erwarten ist",
            (
                Paragraph(prose[1]),
                figure("forecast_fan", forecast_monthly(simulated), "Beratungen bis Ende 2019", "Anzahl je Monat, mit Spannen"),
                forecast_monthly(simulated),
            ),
        ),
        Chapter(
            "haushalt",
            "Was das kostet und wer zahlt",
            (
                Paragraph(prose[3]),
                figure("costs_by_item", costs(simulated), "Personal macht den größten Teil aus", "Euro im Jahr"),
                costs(simulated),
                figure("financing", financing(simulated), "Der Anteil des Landes ist offen", "Euro im Jahr"),
                financing(simulated),
            ),
        ),
    )
    mark = RunMark(
        "0.1.0",
        "0f3a9c12b7de",
        "Basis",
        date(2017, 11, 15),
        Level.OEFFENTLICH,
        provenance(simulated),
        ("Aus der Lieferung wurden 1,2 % der Zeilen nicht verwendet.",),
    )
    key = ("contacts_2017", "persons_2017", "contacts_2018", "posts_2018", "costs_2018", "open_2018")
    title, subtitle = "Willkommenszentrum im Wartburgkreis", "Auswertung des Pilotjahres 2017, Fallzahlen und Haushalt 2018/2019"
    summary = tuple(Point(question, words) for (question, _), words in zip(SUMMARY[-len(prose) :], prose, strict=True))
    return Content(title, subtitle, mark, summary, key, chapters, known)
