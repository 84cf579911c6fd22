"""The words around pictures: titles that say the finding, true whatever the numbers, and never longer than two lines."""

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from paper_sample import monthly, provenance, released
from phrase_samples import any_finding, faults, one, plain

from wiwak_eval.publication.finding_specs import SPECS
from wiwak_eval.publication.phrases import dated, for_years, ids_in, templates_in
from wiwak_eval.publication.pictures import PICTURES
from wiwak_eval.publication.pictures.cells import At, Ends, Most, own_findings
from wiwak_eval.publication.pictures.figure import figure, period
from wiwak_eval.publication.pictures.picture import Picture
from wiwak_eval.results import HIDDEN, Cell, Column, Finding, ReleasedTable, Unit

YEARS = (2018, 2019)
BY_ID = {for_years(spec.id, YEARS): spec for spec in SPECS}
LONGEST = 140
_BARE = re.compile(
    r"\{[^}]*\}|95-%|50-%|80-%|P10|P80|P90|P95|180 Tagen|80 von 100|80 von|95 von 100|95 von|10 von 100|in 5 rechts|100 Fällen|Y[12]"
)


def table(rows: tuple[tuple[Cell, ...], ...], unit: Unit = Unit.CONTACTS) -> ReleasedTable:
    return released(
        "topics", "Anliegen", (Column("topic", "Anliegen", Unit.TEXT), Column("n", "Zahl", unit), Column("y2018", "2018", unit)), rows
    )


UNITS = {
    "uncertainty": Unit.SHARE,
    "chain_incidence": Unit.SHARE,
    "slip_shares": Unit.SHARE,
    "costs_by_item": Unit.CENTS,
    "tornado": Unit.CENTS,
    "land_posts_map": Unit.POSTS,
    "land_cost_ranges": Unit.CENTS,
}
"""What the own cells of a picture hold, by its chart; else counts."""


def own(random: Random, picture: Picture) -> dict[str, Finding]:
    """The picture's own cells as any delivery could bring them."""
    unit = UNITS.get(picture.chart, Unit.CONTACTS)
    return {name: replace(any_finding(random, name, unit, 0), label="„Erstes“ und „Zweites“") for name in picture.cells}


def findings(random: Random) -> dict[str, Finding]:
    return {id: any_finding(random, id, spec.unit, spec.decimals) for id, spec in BY_ID.items()}


@pytest.mark.parametrize("name", PICTURES)
@given(random=st.randoms(use_true_random=True))
@settings(max_examples=30, deadline=None)
def test_titles_and_descriptions_are_whole_whatever_the_numbers(name: str, random: Random) -> None:
    picture = PICTURES[name]
    known = {**findings(random), **own(random, picture)}
    made = figure(replace(picture, cells={}), monthly(), known, YEARS)
    assert not faults(made.title, ends=()), made.title
    assert not re.search(r"[.!?]$|keine Angabe|Datenschutz", made.title), made.title
    assert not faults(made.alt), made.alt
    assert "keine Angabe" not in made.alt
    order = f"{made.title}\n{made.alt}"
    for words, holds in CLAIMS.get(name, ()):
        if re.search(words, plain(order)):
            assert holds(known), made.title


CLAIMS: Mapping[str, tuple] = {
    "monthly": (
        ("Im Trend steigt", lambda found: found["ratio_contacts"].low > 1),
        ("Im Trend sinkt", lambda found: found["ratio_contacts"].high < 1),
    ),
    "trend_rates": (
        ("steigt die Zahl", lambda found: found["ratio_per_day"].low > 1),
        ("sinkt die Zahl", lambda found: found["ratio_per_day"].high < 1),
    ),
    "growth_parts": (("größter Beitrag", lambda found: found["rise_last"].value > found["rise_first"].value),),
    "inflow_stock": (
        ("mehr Menschen neu als", lambda found: found["latest_new"].value > found["before_new"].value),
        ("weniger Menschen neu als", lambda found: found["latest_new"].value < found["before_new"].value),
        ("Beratungen stieg", lambda found: found["latest_contacts"].value > found["before_contacts"].value),
        ("Beratungen sank", lambda found: found["latest_contacts"].value < found["before_contacts"].value),
    ),
    "access_municipality": (("vergleichbare", lambda found: found["claim_places_held"].value > 0),),
    "financing": (
        ("nichts offen", lambda found: not found["open_2018"].value and not found["open_2019"].value),
        ("^Noch offen sind .* und", lambda found: found["open_2018"].value and found["open_2019"].value),
    ),
    "costs_months": (("nicht gebucht", lambda found: not found["spent_in_kind"].value),),
    "controlling_months": (
        ("mehr als gleiche", lambda found: found["controlling_actual"].value > found["controlling_to_date"].value),
        ("weniger als gleiche", lambda found: found["controlling_actual"].value < found["controlling_to_date"].value),
    ),
}
"""Words in title or description and what must hold where they stand."""


def test_every_picture_has_a_headline_and_says_its_main_numbers() -> None:
    for name, picture in PICTURES.items():
        assert picture.headlines, name
        assert picture.numbers, name
        assert picture.reading.endswith("."), name
        ids = {id for part in (*picture.headlines, *picture.numbers) for id in ids_in(dated(part, YEARS))}
        assert ids <= set(BY_ID) | set(picture.cells), name
        assert set(picture.cells) <= ids, name


def test_no_number_is_typed_into_a_title() -> None:
    for picture in PICTURES.values():
        for template in (picture.title, *(words for part in picture.headlines for words in templates_in(part))):
            assert not re.search(r"\d", _BARE.sub("", template)), template


def test_a_title_fits_on_two_lines() -> None:
    long = {id: one(spec.unit, 12_345_678, 9_876_543, 19_876_543, spec.decimals) for id, spec in BY_ID.items()}
    for picture in PICTURES.values():
        unit = UNITS.get(picture.chart, Unit.CONTACTS)
        cell = replace(one(unit, 12_345_678, 9_876_543, 19_876_543), label="„Ein Name, wie ihn Tabellen haben“")
        known = {**long, **dict.fromkeys(picture.cells, cell)}
        assert len(figure(replace(picture, cells={}), monthly(), known, YEARS).title) <= LONGEST, picture.title


def test_without_numbers_the_neutral_title_stands() -> None:
    unknown = {id: one(spec.unit, None) for id, spec in BY_ID.items()}
    made = figure(PICTURES["monthly"], monthly(), unknown, YEARS)
    assert (made.title, made.alt) == (PICTURES["monthly"].title, PICTURES["monthly"].alt)
    assert made.subtitle == "Anzahl je Monat, Januar bis Oktober 2017"


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        (date(2017, 1, 1), date(2017, 10, 31), "Januar bis Oktober 2017"),
        (date(2017, 7, 1), date(2018, 2, 28), "Juli 2017 bis Februar 2018"),
        (date(2017, 7, 1), date(2017, 7, 31), "Juli 2017"),
        (date(2017, 1, 15), date(2017, 10, 31), "15.01.2017 bis 31.10.2017"),
    ],
)
def test_the_period_is_named_by_its_months(first: date, last: date, expected: str) -> None:
    assert period(replace(provenance(), period_from=first, period_to=last)) == expected


@pytest.mark.parametrize(
    ("rows", "most", "expected"),
    [
        ((("Wohnen", 9, 1), ("Arbeit", 3, 5)), Most("n", "topic"), ("„Wohnen“", 9)),
        ((("Wohnen", 9, 1), ("Arbeit", 3, 5)), Most("yY1", "topic"), ("„Arbeit“", 5)),
        ((("Wohnen", 9, 1), ("Arbeit", 9, 5)), Most("n", "topic"), None),
        ((("Wohnen", 9, 1), ("Arbeit", 9, 5)), Most("n", "topic", ties=2), ("„Wohnen“ und „Arbeit“", 9)),
        ((("Wohnen", 9, 1), ("Arbeit", HIDDEN, 5)), Most("n", "topic"), None),
        ((("Wohnen", 9, 1), ("Arbeit", "unter 20.000 €", 5)), Most("n", "topic"), None),
        ((("Wohnen", 9, 1), ("Arbeit", None, 5)), Most("n", "topic"), ("„Wohnen“", 9)),
        ((("Wohnen", 9, 1), ("Arbeit", HIDDEN, 5)), Most("n", "topic", shown_only=True), ("„Wohnen“", 9)),
        ((("Wohnen", 9, 1), ("Summe", 12, 6)), Most("n", "topic", frozenset({"Summe"})), ("„Wohnen“", 9)),
        ((("Wohnen", 0, 1),), Most("n", "topic"), None),
        ((), Most("n", "topic"), None),
    ],
)
def test_the_largest_of_a_column(rows: tuple[tuple[Cell, ...], ...], most: Most, expected: tuple[str, int] | None) -> None:
    found = own_findings(table(rows), {"top": most}, YEARS)["top"]
    assert (None if found.value is None else (found.label, found.value)) == expected


def test_a_cell_and_the_ends_of_the_last_row() -> None:
    rows = (("Wohnen", HIDDEN, 1), ("Arbeit", 3, 5))
    found = own_findings(
        table(rows), {"cell": At("Arbeit", "yY1"), "hidden": At("Wohnen", "n"), "gone": At("Sprache", "n"), "last": Ends()}, YEARS
    )
    assert found["cell"].value == 5
    assert found["hidden"].hidden
    assert (found["gone"].value, found["gone"].hidden) == (None, False)
    assert (found["last"].low, found["last"].high) == (3, 5)
    with pytest.raises(KeyError):
        own_findings(table(rows), {"x": At("Arbeit", "m")}, YEARS)


def test_the_source_names_the_delivery_or_what_else_the_table_rests_on() -> None:
    unknown = {id: one(spec.unit, None) for id, spec in BY_ID.items()}
    delivered = figure(PICTURES["monthly"], monthly(), unknown, YEARS)
    assert delivered.source.startswith("Quelle: Lieferung Landratsamt Wartburgkreis, 01.01.2017 bis 31.10.2017; eigene")
    public = figure(replace(PICTURES["land_preconditions"], cells={}), monthly(), unknown, YEARS)
    assert public.source.startswith("Quelle: Asylstatistik, ")
    assert "Lieferung" not in public.source
