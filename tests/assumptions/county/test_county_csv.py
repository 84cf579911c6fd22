from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from wiwak_eval.assumptions import Assumptions, Catalogue, with_county_values
from wiwak_eval.results import GermanError

Deliver = Callable[..., Assumptions]
HEAD = "Kennung;Wert;gilt ab;gilt bis;bekannt seit;mindestens;höchstens;Art;Stand;Güte;Quelle;Anmerkung\n"
DAY = date(2018, 6, 1)


def test_german_numbers_days_and_words_are_read(deliver: Deliver) -> None:
    view = deliver(
        HEAD + "room_rent_m2_month;7,25;01.01.2018;31.12.2019;02.10.2017;7,25;8,00;Tarif oder Vertrag;gelesen;hoch;Mietvertrag;Büro\n"
        "coordination_minutes_year;1.234.000;2018-01-01\n"
        'interpreter_share;"12,5 %";1.1.2018\n'
        "rooms_in_kind;Nein;01.01.2018\n"
        "land_start_month;Juli 2018;01.01.2018\n"
        "new_post_group;S14;01.01.2018\n"
    )
    found = view.get("room_rent_m2_month", DAY)
    assert (found.value, found.low, found.high) == (Decimal("7.25"), Decimal("7.25"), Decimal("8.00"))
    assert (found.kind, found.status, found.quality) == ("contract", "read", "high")
    assert (found.source.title, found.source.note, found.by_county) == ("Mietvertrag", "Büro", True)
    assert not view.has("room_rent_m2_month", date(2020, 1, 1))
    assert view.decimal("coordination_minutes_year", DAY) == 1_234_000
    assert view.decimal("interpreter_share", DAY) == Decimal("0.125")
    assert view.decimal("rooms_in_kind", DAY) == 0
    assert view.text("land_start_month", DAY) == "2018-07"
    assert view.text("new_post_group", DAY) == "S14"


def test_what_is_left_out_counts_the_less(deliver: Deliver) -> None:
    lines = (
        "follow_up_minutes;15;01.01.2018;;;;;;;;;",
        "contact_minutes;50;01.01.2018;;;;;gemessen;;;Zeitaufschreibung Mai 2017;",
        "travel_per_post_year;800;01.01.2018;;;;;;;;;nur geschätzt",
        "training_per_post_year;700;01.01.2018;;;;;;;;Fachamt;",
    )
    view = deliver(HEAD + "\n".join(lines))
    found = {id: view.get(id, DAY) for id in (line.split(";")[0] for line in lines)}
    assert [(one.kind, one.status, one.quality) for one in found.values()] == [
        ("assumed", "unverified", "low"),
        ("measured", "read", "high"),
        ("assumed", "unverified", "low"),
        ("assumed", "read", "medium"),
    ]
    assert found["travel_per_post_year"].source.title == "Angabe des Landkreises"
    assert found["travel_per_post_year"].source.note == "nur geschätzt"


def test_remarks_empty_lines_order_of_columns_and_old_encodings_do_not_matter(tmp_path: Path, shipped_catalogue: Catalogue) -> None:
    text = "# Unsere Werte\r\n\r\ngilt ab;WERT;Kennung;Quelle\r\n# Büro\r\n01.01.2018;20;follow_up_minutes;Führungskräfte\r\n;;;\r\n"
    (tmp_path / "Annahmen.CSV").write_bytes(text.encode("cp1252"))
    catalogue = with_county_values(shipped_catalogue, [tmp_path], date(2017, 11, 15))
    (value,) = catalogue.entries["follow_up_minutes"].county
    assert (value.value, value.source.title) == (Decimal(20), "Führungskräfte")


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        (HEAD + "follow_up_minutes;1.5;01.01.2018\n", 2, "Spalte „Wert“: „1.5“ ist keine Zahl in deutscher Schreibweise"),
        (HEAD + "follow_up_minutes;zehn;01.01.2018\n", 2, "„zehn“ ist keine Zahl"),
        (HEAD + "follow_up_minutes;10 %;01.01.2018\n", 2, "„10 %“ ist keine Zahl"),
        (HEAD + "follow_up_minutes;;01.01.2018\n", 2, "Spalte „Wert“: Die Angabe ist leer"),
        (HEAD + "follow_up_minutes;10;\n", 2, "Spalte „gilt ab“: Die Angabe ist leer"),
        (HEAD + "follow_up_minutes;10;31.02.2018\n", 2, "„31.02.2018“ ist kein Datum"),
        (HEAD + "follow_up_minutes;10;01.01.2018;31.12.2017\n", 2, "„gilt bis“ liegt vor „gilt ab“"),
        (HEAD + "follow_up_minutes;10;01.01.2018;;;11\n", 2, "nicht zwischen „mindestens“ und „höchstens“"),
        (HEAD + "new_post_group;S14;01.01.2018;;;1\n", 2, "nur bei Zahlen"),
        (HEAD + "follow_up_minutes;10;01.01.2018;;;;;geraten\n", 2, "„geraten“ ist nicht vorgesehen. Erlaubt sind: Rechtsnorm"),
        (HEAD + "follow_up_minutes;10;01.01.2018;;;;;;sicher\n", 2, "Spalte „Stand“: „sicher“ ist nicht vorgesehen"),
        (HEAD + "follow_up_minutes;10;01.01.2018;;;;;;;gut\n", 2, "Erlaubt sind: hoch, mittel, gering"),
        (HEAD + "interpreter_share;80;01.01.2018\n", 2, "80 ist kein Anteil zwischen 0 und 1"),
        (HEAD + "rooms_in_kind;vielleicht;01.01.2018\n", 2, "Erlaubt sind: ja, nein"),
        (HEAD + "land_start_month;13.2018;01.01.2018\n", 2, "ist kein Monat"),
        (HEAD + "unbekannt;10;01.01.2018\n", 2, "„unbekannt“: Diese Kennung ist nicht bekannt"),
        (HEAD + "# ;\nfollow_up_minutes;10;01.01.2018\n\nfollow_up_minutes;11;01.01.2018\n", 3, "Zwei Werte gelten ab 2018-01-01"),
        (HEAD + "follow_up_minutes;10;01.01.2017;30.06.2018\nfollow_up_minutes;9;01.01.2018\n", 2, "überschneidet sich"),
        (HEAD + "follow_up_minutes;10;01.01.2018;;;;;;;;Vermerk; erster Teil; zweiter Teil\n", 2, "mehr als 12 Angaben"),
        (HEAD + 'follow_up_minutes;10;01.01.2018;;;;;;;;"Vermerk\n', 2, "nicht lesbar"),
        ("Kennung;Wert;gilt von\nfollow_up_minutes;10;01.01.2018\n", 1, "Die Kopfzeile passt nicht"),
        ("Kennung;Wert;Wert;gilt ab\nfollow_up_minutes;10;10;01.01.2018\n", 1, "Die Kopfzeile passt nicht"),
        ("Kennung,Wert,gilt ab\nfollow_up_minutes,10,01.01.2018\n", 1, "Die Kopfzeile passt nicht"),
    ],
)
def test_each_mistake_is_one_sentence_with_file_and_line(deliver: Deliver, text: str, line: int, words: str) -> None:
    with pytest.raises(GermanError) as caught:
        deliver(text)
    message = str(caught.value)
    assert message.startswith(f"lieferung/annahmen.csv, Zeile {line}: "), message
    assert words in message
    assert "\n" not in message
    assert not any(f"„{name}“" in message for name in ("value", "valid_from", "valid_to", "low", "high"))


def test_all_mistakes_are_named_at_once(deliver: Deliver) -> None:
    with pytest.raises(GermanError) as caught:
        deliver(HEAD + "unbekannt;1;01.01.2018\nfollow_up_minutes;x;01.01.2018\ncontact_minutes;5;01.01.2018;01.01.2017\n", home_csv="a\n")
    assert [line.split(":")[0] for line in str(caught.value).splitlines()] == [
        "zuhause/annahmen.csv, Zeile 1",
        "lieferung/annahmen.csv, Zeile 2",
        "lieferung/annahmen.csv, Zeile 3",
        "lieferung/annahmen.csv, Zeile 4",
    ]
