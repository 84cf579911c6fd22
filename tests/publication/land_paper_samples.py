"""Made-up tables of all counties and towns with the columns of the real ones; money and posts are worked out here once more, exactly."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from tests.publication.paper_sample import HOSTILE, provenance
from wiwak_eval.publication.budget_papers.parts import Source
from wiwak_eval.publication.content import RunMark
from wiwak_eval.publication.drawing_tiles import GRID
from wiwak_eval.publication.finding_specs import SPECS
from wiwak_eval.publication.findings import collect_findings
from wiwak_eval.results import Cell, Column, Level, NotAssessable, ReleasedTable, Unit

YEARS = (2018, 2019)
COUNTIES = tuple(name for row in GRID for name in row if name)
HOME = "Wartburgkreis"
REASON = "nicht auswertbar: Für die Übertragung fehlt die Fallzahl."
DRAWN = ("contacts", "cost")
"""What has a mean of the draws."""
MEAN = "Mittel aller Verläufe: ihr Durchschnitt."
CENT = Decimal("0.01")
KEY, COUNTY = Column("key", "Schlüssel", Unit.TEXT), Column("county", "Landkreis oder Stadt", Unit.TEXT)
Rows = list[tuple[Cell, ...]]


@dataclass(frozen=True)
class Price:
    """An item of `land_prices`: euros of both years, for so many units, and what the Land would pay of it."""

    label: str
    basis: str
    per: int
    cash: str
    euros: tuple[str, str]
    land: str


@dataclass(frozen=True)
class World:
    """What the tables are worked out from. contacts: of the first county; step, minimum: of posts."""

    prices: Mapping[str, Price]
    contacts: int = 260
    step: str = "0.25"
    minimum: str = "1.5"


PRICES = {
    "personnel": Price("Personal", "Stelle", 1, "bar", ("58123.47", "59604.83"), "0.8"),
    "interpreting": Price("Dolmetschen", "Beratungen", 100, "bar", ("563.45", "571.91"), "0.8"),
    "materials": Price("Sachmittel am Arbeitsplatz", "Stelle", 1, "bar", ("2211.03", "2244.21"), "0.8"),
    "training": Price("Fortbildung", "Stelle", 1, "bar", ("505.01", "513.09"), "0"),
    "events": Price("Veranstaltungen", "Zentrum", 1, "bar", ("3030.15", "3078.63"), "0.8"),
    "rooms": Price("Räume", "Stelle", 1, "Sachleistung", ("1254.33", "1254.33"), "0"),
}
PLAIN = World(PRICES)
DEAR = World({**PRICES, "rooms": Price("Räume", "Stelle", 1, "bar", ("1254.33", "1300.01"), "0.8")}, 131, "0.5", "2")
"""Rooms are rented: nothing comes in kind, and the Land pays part of all but training."""
RULES = {
    "minutes": ("Minuten je Beratung", "42.3"), "follow_up": ("Nacharbeit je Beratung, Minuten", "17.8"),
    "coordination": ("Koordination, Minuten im Jahr", "31200"), "net_minutes": ("Arbeitsminuten einer Stelle im Jahr", "94320"),
    "distribution": ("Anteil ohne Aufgabe", "0.12"), "opening_minutes": ("Öffnungsminuten im Jahr", "74880"),
    "present": ("gleichzeitig anwesend", "2"),
}  # fmt: skip


def sample(id: str, title: str, columns: Sequence[Column], rows: Sequence[Sequence[Cell]], notes: Sequence[str] = ()) -> ReleasedTable:
    about = (id, title, tuple(columns), tuple(map(tuple, rows)), "09_thueringen", tuple(notes), ("land_outflow_month",))
    return ReleasedTable(*about, Level.OEFFENTLICH, provenance())


def columns_of(*names: tuple[str, str, Unit, int]) -> tuple[Column, ...]:
    """Of each name a column a year."""
    return tuple(Column(f"{name.replace('YEAR', str(y))}", f"{label} {y}", unit, d) for y in YEARS for name, label, unit, d in names)


def ranged(name: str, label: str, unit: Unit, decimals: int = 0) -> tuple[tuple[str, str, Unit, int], ...]:
    return (
        (f"{name}_YEAR", label, unit, decimals),
        (f"{name}_YEAR_p10", f"{label}, 80-%-Bereich von", unit, decimals),
        (f"{name}_YEAR_p90", f"{label}, 80-%-Bereich bis", unit, decimals),
    )


def cents(euros: Decimal) -> int:
    return int((euros * 100).to_integral_value(ROUND_HALF_UP))


@dataclass(frozen=True)
class Made:
    """One county in one year."""

    contacts: int
    needed: Fraction
    posts: Decimal
    binding: str
    items: Mapping[str, int]
    persons: int

    @property
    def cost(self) -> int:
        return sum(self.items.values())


def made(world: World, place: int, year: int) -> Made:
    """Posts and cents of a county, by the rules of the workbook, in exact numbers."""
    contacts, persons = world.contacts + 197 * place + 31 * year, 40 + 17 * place + year
    minutes, follow_up, coordination, net, unused, opening, present = (Fraction(words) for _, words in RULES.values())
    needed = (contacts * (minutes + follow_up) + coordination) / (net * (1 - unused))
    cover, step, minimum = opening * present / net, Decimal(world.step), Decimal(world.minimum)
    steps = max(needed, cover) / Fraction(step)
    stepped = -(-steps.numerator // steps.denominator) * step
    binding = "Mindestbesetzung" if minimum > stepped else "Öffnungszeit" if cover > needed else "Fälle"
    posts = max(minimum, stepped)
    counts = {"Stelle": posts, "Beratungen": Decimal(contacts), "Zentrum": Decimal(1)}
    items = {
        key: cents((counts[price.basis] * Decimal(price.euros[year]) / price.per).quantize(CENT, ROUND_HALF_UP))
        for key, price in world.prices.items()
    }
    return Made(contacts, needed, posts, binding, items, persons)


def variant_land(world: World, items: Mapping[str, int]) -> int:
    shared = sum(Decimal(items[key]) * Decimal(price.land) for key, price in world.prices.items())
    most = sum(items[key] for key, price in world.prices.items() if price.cash == "bar" and Decimal(price.land) > 0)
    return min(int(shared.to_integral_value(ROUND_HALF_UP)), most)


def tables(world: World = PLAIN) -> dict[str, ReleasedTable]:
    """All tables of one world. The home county has a plan of its own: its numbers follow no rule of the others."""
    rows = {name: [made(world, place, year) for year in range(2)] for place, name in enumerate(COUNTIES)}
    own = [replace(one, posts=Decimal("3.5"), needed=Fraction(33, 10), items={**one.items, "personnel": 19_876_543}) for one in rows[HOME]]
    rows[HOME] = own
    both = list(zip(*rows.values(), strict=True))
    return {
        **_plain(rows),
        "workload": _workload(world),
        "land_prices": _prices(world),
        "land_caseload": _caseload(rows, both),
        "land_posts": _posts(rows, both),
        "land_costs": _costs(rows, both),
        "land_financing": _financing(world, rows),
        "land_total": _total(both),
        "assumptions_log": _log(),
    }


def _workload(world: World) -> ReleasedTable:
    columns = (KEY, Column("label", "Größe", Unit.TEXT), *(Column(f"y{y}", str(y), Unit.NUMBER, 4) for y in YEARS))
    rows = [(key, label, float(words), float(words)) for key, (label, words) in RULES.items()]
    rows += [("step", "Schritt der Stellen", float(world.step), float(world.step))]
    rows += [("minimum", "Mindestbesetzung", float(world.minimum), float(world.minimum)), ("contacts", "Beratungen", 2000, 2100)]
    return sample("workload", "Mengen", columns, rows)


def _prices(world: World) -> ReleasedTable:
    texts = (Column("label", "Posten", Unit.TEXT), Column("basis", "gerechnet nach", Unit.TEXT), Column("per", "für so viele", Unit.COUNT))
    money = tuple(Column(f"y{y}", f"Preis {y}", Unit.CENTS, 2) for y in YEARS)
    shares = tuple(Column(f"land_{y}", f"Land {y}, angenommen", Unit.SHARE, 1) for y in YEARS)
    columns = (KEY, *texts, Column("cash", "bar oder Sachleistung", Unit.TEXT), *money, *shares)
    items: Rows = [
        (key, p.label, p.basis, p.per, p.cash, *(cents(Decimal(e)) for e in p.euros), float(p.land), float(p.land))
        for key, p in world.prices.items()
    ]
    sums: Rows = []
    for key, label, basis in (
        ("sum_post", "je Stelle", "Stelle"),
        ("sum_contacts", "je 100 Beratungen", "Beratungen"),
        ("sum_centre", "je Zentrum", "Zentrum"),
    ):
        whole = [sum(int(str(row[5 + y])) for row in items if row[2] == basis) for y in range(2)]
        sums.append((key, f"Summe {label}", basis, 100 if basis == "Beratungen" else 1, None, *whole, None, None))
    return sample("land_prices", "Preise, mit denen gerechnet ist", columns, [*items, *sums])


def _caseload(rows: Mapping[str, Sequence[Made]], both: Sequence[Sequence[Made]]) -> ReleasedTable:
    def told(of: Sequence[int]) -> list[Cell]:
        return [cell for count in of for cell in (count, count * 7 // 10, count * 14 // 10)]

    found: Rows = [(name, name, *told([one.contacts for one in made])) for name, made in rows.items()]
    land = ("land", "Thüringen", *told([sum(one.contacts for one in year) for year in both]))
    notes = (f"Die Enden der Spanne des Landes sind eigene Werte, keine Summen. {HOSTILE[1]}",)
    return sample(
        "land_caseload", "Beratungen", (KEY, COUNTY, *columns_of(*ranged("contacts", "Beratungen", Unit.CONTACTS))), [*found, land], notes
    )


def _posts(rows: Mapping[str, Sequence[Made]], both: Sequence[Sequence[Made]]) -> ReleasedTable:
    heads = (
        ("needed_YEAR", "rechnerisch nötig", Unit.POSTS, 2),
        *ranged("posts", "Stellen", Unit.POSTS, 2),
        ("binding_YEAR", "bestimmt durch", Unit.TEXT, 0),
    )

    def told(needed: Fraction, posts: Decimal, binding: str | None) -> tuple[Cell, ...]:
        return (round(float(needed), 4), float(posts), float(posts) * 0.75, float(posts) * 1.5, binding)

    found: Rows = [(name, name, *(c for one in made for c in told(one.needed, one.posts, one.binding))) for name, made in rows.items()]
    sums = [(sum(round(one.needed, 4) for one in year), sum(one.posts for one in year)) for year in both]
    land = ("land", "Thüringen", *(c for needed, posts in sums for c in told(needed, Decimal(posts), None)))
    return sample("land_posts", "Stellen", (KEY, COUNTY, *columns_of(*heads)), [*found, land])


def _costs(rows: Mapping[str, Sequence[Made]], both: Sequence[Sequence[Made]]) -> ReleasedTable:
    heads = (*ranged("cost", "Kosten", Unit.CENTS, 2), ("per_person_YEAR", "je anerkanntem Flüchtling", Unit.CENTS, 2))

    def told(of: Sequence[tuple[int, int]]) -> list[Cell]:
        return [c for cost, persons in of for c in (cost, cost * 8 // 10, cost * 13 // 10, cents(Decimal(cost) / persons / 100))]

    found: Rows = []
    for name, counties in rows.items():
        source = "eigener Plan" if name == HOME else "Preisliste"
        found.append((name, name, source, *told([(one.cost, one.persons) for one in counties])))
    land = ("land", "Thüringen", "Summe", *told([(sum(o.cost for o in y), sum(o.persons for o in y)) for y in both]))
    columns = (KEY, COUNTY, Column("source", "gerechnet aus", Unit.TEXT), *columns_of(*heads))
    return sample("land_costs", "Kosten", columns, [*found, land])


MONEY = {
    "total": "Gesamtkosten", "land": "Land, beschieden", "others": "Bund, ESF, Dritte", "county_cash": "Landkreis bar",
    "county_in_kind": "Sachleistung", "open": "offen",
    "cash_p10": "Barbedarf, 80-%-Bereich von", "cash_p90": "Barbedarf, 80-%-Bereich bis",
    "variant_land": "Variante: Land",
    "variant_land_p10": "Variante: Land, 80-%-Bereich von", "variant_land_p90": "Variante: Land, 80-%-Bereich bis",
    "variant_county_cash": "Variante: Kommune bar",
    "variant_county_cash_p10": "Variante: Kommune bar, 80-%-Bereich von",
    "variant_county_cash_p90": "Variante: Kommune bar, 80-%-Bereich bis",
}  # fmt: skip


def _financing(world: World, rows: Mapping[str, Sequence[Made]]) -> ReleasedTable:
    found: Rows = []
    for place, year in enumerate(YEARS):
        of_year = [(f"{name}_{year}", name, year, *_funded(world, name, made[place])) for name, made in rows.items()]
        found += [
            *of_year,
            (f"land_{year}", "Thüringen", year, *(sum(row[place] for row in of_year) for place in range(3, 3 + len(MONEY)))),
        ]
    columns = (KEY, COUNTY, Column("year", "Jahr", Unit.YEAR), *(Column(n, label, Unit.CENTS, 2) for n, label in MONEY.items()))
    return sample("land_financing", "Finanzierung", columns, found, ("Nichts ist beschieden.",))


def _funded(world: World, name: str, one: Made) -> tuple[int, ...]:
    in_kind = sum(one.items[key] for key, price in world.prices.items() if price.cash != "bar")
    land, others = variant_land(world, one.items), 1_234_567 if name == HOME else 0
    left = one.cost - others - in_kind
    ranged = [cents for whole in (left, land, left - land) for cents in (whole, whole * 8 // 10, whole * 13 // 10)]
    return one.cost, 0, others, 0, in_kind, *ranged


def _total(both: Sequence[Sequence[Made]]) -> ReleasedTable:
    money, plain = (
        Unit.CENTS,
        (("persons", "neu Anerkannte", Unit.PERSONS), ("contacts", "Beratungen", Unit.CONTACTS), ("posts", "Stellen", Unit.POSTS)),
    )
    heads = [Column("key", "Jahr", Unit.TEXT)]
    for name, label, unit in (*plain, ("cost", "Kosten", money)):
        d = 2 if unit in {money, Unit.POSTS} else 0
        heads += [
            Column(name, label, unit, d),
            Column(f"{name}_p10", f"{label} von", unit, d),
            Column(f"{name}_p90", f"{label} bis", unit, d),
        ]
        if name in DRAWN:
            heads.append(Column(f"{name}_mean", f"{label}, Mittel aller Verläufe", unit, d))
    heads += [
        Column("programme", "Programm 2016/17 im Jahr", money, 2),
        *(Column(f"programme_share{end}", "Anteil daran", Unit.SHARE) for end in ("", "_p10", "_p90")),
    ]
    found: Rows = []
    for year, of_year in zip(YEARS, both, strict=True):
        sums = [
            sum(o.persons for o in of_year),
            sum(o.contacts for o in of_year),
            float(sum(o.posts for o in of_year)),
            sum(o.cost for o in of_year),
        ]
        told = zip(("persons", "contacts", "posts", "cost"), sums, strict=True)
        ends = [cell for name, value in told for cell in _drawn(name, value)]
        found.append((str(year), *ends, 2_500_000_000, *(round(sums[3] * part / 2_500_000_000, 6) for part in (1, 0.8, 1.3))))
    return sample("land_total", "Das ganze Land", heads, found, (MEAN,))


def _drawn(name: str, value: float) -> list[float]:
    """A value, the ends of its range, and the mean of its draws where it has one."""
    return [type(value)(value * factor) for factor in (1, 0.8, 1.3, *((1.1,) if name in DRAWN else ()))]


def _plain(rows: Mapping[str, Sequence[Made]]) -> dict[str, ReleasedTable]:
    """The tables that no formula computes."""
    places = list(enumerate(rows))
    share, label = Unit.SHARE, Column("label", "Bezeichnung", Unit.TEXT)
    facts = (
        Column("kind", "Art", Unit.TEXT),
        Column("quota", "Quote", share, 1),
        Column("inhabitants", "Einwohner", Unit.PERSONS),
        Column("area", "Fläche in km²", Unit.NUMBER, 1),
    )
    tested = (
        Column("persons", "Anerkannte", Unit.PERSONS),
        Column("persons_met", "genug Anerkannte", Unit.TEXT),
        Column("distance", "Entfernung", Unit.NUMBER, 1),
        Column("distance_met", "nah genug", Unit.TEXT),
        Column("per_1000", "je 1.000", Unit.NUMBER, 1),
        Column("per_1000_met", "ähnlich", Unit.TEXT),
        Column("all_met", "alle drei", Unit.TEXT),
        Column("all_strict", "bei engen Grenzen", Unit.TEXT),
    )
    ranks = (Column("home", HOME, Unit.NUMBER, 1), Column("rank", "Rang", Unit.COUNT), Column("known", "von", Unit.COUNT))
    specs = [spec for spec in SPECS if spec.table == "transfer" and spec.unit is Unit.COUNT]
    counted = tuple(dict.fromkeys(name for spec in specs for name in (spec.column, spec.low, spec.high) if name))
    shares = ("prepared_share", "share_low", "share_high")
    number, fixed = Column("as_set", "Grenze", Unit.NUMBER, 2), ("coordination", "least")
    limits = (
        *(replace(number, name=n, label=n) for n in ("as_set", "strict", "generous")),
        *(Column(n, n, Unit.COUNT) for n in ("met", "met_strict", "met_generous")),
        *(Column(n, n, Unit.TEXT) for n in ("home", "home_strict")),
    )
    joint = columns_of(
        ("contacts_YEAR", "Beratungen", Unit.CONTACTS, 0),
        ("posts_YEAR", "Stellen", Unit.POSTS, 2),
        *ranged("cost", "Kosten", Unit.CENTS, 2),
    )
    years = tuple(Column(f"y{y}", str(y), share, 0) for y in YEARS)
    centres = enumerate(("county", "town", "apart", "joint", "difference"))
    measures = (("area", "Fläche", 1307.4, 2, 23), ("inhabitants", "Einwohner", 124.7, 3, 23), ("persons", "Anerkannte", 400.0, 4, 23))
    found: dict[str, tuple[str, Sequence[Column], Rows]] = {
        "land_counties": (
            "Landkreise und Städte",
            (KEY, COUNTY, *facts),
            [(name, name, "Landkreis", 0.043, 90_000 + 1000 * i, 812.5) for i, name in places],
        ),
        "land_refugees": ("Erwartete Anerkannte", *_refugees(rows)),
        "land_rates": ("Beratungen je Person", (KEY, COUNTY, Column("rate", "Rate", Unit.NUMBER, 2)), [(HOME, HOME, 1.73)]),
        "land_preconditions": (
            "Voraussetzungen",
            (KEY, COUNTY, *tested),
            [(n, n, 300 + i, "erfüllt", 11.3, "nicht erfüllt", 4.5, "erfüllt", "nicht erfüllt", "nicht erfüllt") for i, n in places],
        ),
        "land_limits": (
            "Welche Grenzen gesetzt sind",
            (KEY, label, *limits),
            [(one, one, 7, 9, 5, 22, 6, 22, "erfüllt", "nicht erfüllt") for one in ("persons", "distance", "factor", "all")],
        ),
        "land_fixed": (
            "Feste Stellen",
            (Column("year", "Jahr", Unit.TEXT), *(Column(n, n, Unit.POSTS, 2) for n in fixed), Column("coordination_share", "a", share, 0)),
            [(str(year), 31.5, 51.75, 0.5) for year in YEARS],
        ),
        "land_ranks": (f"Worin {HOME} anders ist", (KEY, label, *ranks), [*measures, ("per_1000", "Anerkannte je 1.000", 3.3, 12, 23)]),
        "land_sources": (
            "Woher die Spanne kommt",
            (KEY, label, *years),
            [("forecast", "Prognose", 0.31, 0.35), ("transfer", "Übertragung", 0.69, 0.65)],
        ),
        "transfer": (
            "Wie viele die Voraussetzungen erfüllen",
            (KEY, label, *(Column(n, n, Unit.COUNT) for n in counted), *(Column(n, n, share, 0) for n in shares)),
            [(row, row, *(23 - 2 * place for place, _ in enumerate(counted)), 0.17, 0.04, 0.4) for row in ("transfer", "home", "all")],
        ),
        "joint_centre": (
            "Ein Zentrum statt zweier",
            (KEY, label, *joint),
            [
                (
                    one,
                    one,
                    *(c for _ in YEARS for c in (None if one == "difference" else 2500, 5.25, 40_000_000 + i, 33_000_000, 52_000_000)),
                )
                for i, one in centres
            ],
        ),
    }
    return {id: sample(id, title, columns, cells) for id, (title, columns, cells) in found.items()}


def _refugees(rows: Mapping[str, Sequence[Made]]) -> tuple[Sequence[Column], Rows]:
    persons = {name: [one.persons for one in made] for name, made in rows.items()}
    persons["land"] = [sum(of[year] for of in persons.values()) for year in range(2)]
    words = {name: name for name in rows} | {"land": "Thüringen"}
    heads = (*ranged("new", "neu Anerkannte", Unit.PERSONS), ("stock_YEAR", "Anerkannte Mitte", Unit.PERSONS, 0))
    cells: Rows = [(key, words[key], *(c for one in of for c in (one, one // 2, one * 2, one))) for key, of in persons.items()]
    return (KEY, COUNTY, *columns_of(*heads)), cells


def _log() -> ReleasedTable:
    columns = (
        KEY,
        *(
            Column(n, label, Unit.TEXT)
            for n, label in (("label", "Annahme"), ("value", "Wert"), ("valid_from", "gilt ab"), ("source", "Quelle"))
        ),
    )
    rows = [
        ("land_outflow_month@2015-01-01", "Fortzug", "0,5 %", "01.01.2015", "Eigene Annahme"),
        ("slip_days@2015-01-01", "Tage", "5", "01.01.2015", "x"),
    ]
    return sample("assumptions_log", "Annahmen und ihre Quellen", columns, rows)


def released(world: World = PLAIN) -> dict[str, ReleasedTable | NotAssessable]:
    """Every table that these papers read; those behind other findings are refused."""
    return {spec.table: NotAssessable(REASON) for spec in SPECS} | tables(world)


def mark(simulated: bool = True) -> RunMark:
    notices = ("Aus der Lieferung wurden 1,2 % der Zeilen nicht verwendet.",)
    return RunMark("0.1.0", "0f3a9c12b7de", "Basis", date(2017, 11, 15), Level.OEFFENTLICH, provenance(simulated), notices)


def source(known: Mapping[str, ReleasedTable | NotAssessable] | None = None, simulated: bool = True) -> Source:
    found = released() if known is None else known
    return Source(found, collect_findings(found, YEARS), mark(simulated), YEARS)
