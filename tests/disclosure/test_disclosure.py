import json
import re
from dataclasses import asdict, replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter

from wiwak_eval.disclosure import allowed_level, release
from wiwak_eval.disclosure.policy import INTERNAL_ONLY
from wiwak_eval.evaluation.groups import topics_table
from wiwak_eval.records import SIMULATED_KEY, read_delivery
from wiwak_eval.results import HIDDEN, Column, GermanError, Level, Protection, Provenance, ReleasedTable, Unit, build_table

SIMULATED = Provenance("Landratsamt", date(2017, 1, 1), date(2017, 10, 31), date(2017, 11, 15), simulated=True)
REAL = replace(SIMULATED, simulated=False)
COLUMNS = (
    Column("topic", "Anliegen", Unit.TEXT),
    Column("contacts", "Beratungen", Unit.CONTACTS),
    Column("share", "Anteil", Unit.SHARE),
    Column("mean", "Minuten", Unit.MINUTES, 1),
    Column("cents", "Kosten", Unit.CENTS),
)


def table(persons, sensitive=False, protected=True):
    """A row for each group; its numbers stand nowhere else."""
    rows = [(f"Anliegen {chr(97 + i)}", 7013 + 11 * i, 0.1234567 + i / 1000, 31.4159 + i, 8_000_003 + 7 * i) for i in range(len(persons))]
    protection = Protection(tuple(persons), sensitive) if protected else None
    return build_table("topics", "Anliegen", COLUMNS, rows, "02_pilotjahr", protection=protection)


def hidden_rows(released):
    return [i for i, row in enumerate(released.rows) if row[1] == HIDDEN]


@pytest.mark.parametrize(
    ("level", "sensitive", "fewest"),
    [
        (Level.INTERN, False, 0),
        (Level.GREMIUM, False, 5),
        (Level.OEFFENTLICH, False, 10),
        (Level.INTERN, True, 10),
        (Level.GREMIUM, True, 10),
        (Level.OEFFENTLICH, True, 10),
    ],
)
def test_groups_below_the_threshold_of_the_level_are_hidden(level, sensitive, fewest):
    persons = (*range(13), 400)
    released = release(table(persons, sensitive), level, SIMULATED)
    assert [persons[i] for i in hidden_rows(released)] == list(range(fewest))
    for i in hidden_rows(released):
        assert released.rows[i] == (f"Anliegen {chr(97 + i)}", HIDDEN, HIDDEN, HIDDEN, HIDDEN)


@pytest.mark.parametrize("level", [Level.INTERN, Level.GREMIUM])
def test_below_the_public_level_what_is_shown_is_exact(level):
    whole = table((50, 60))
    assert release(whole, level, SIMULATED).rows == whole.rows


@pytest.mark.parametrize(("count", "shown"), [(10, 10), (12, 10), (13, 15), (17, 15), (18, 20), (7013, 7015)])
def test_the_public_sees_counts_in_fives_and_shares_in_percent(count, shown):
    columns = COLUMNS[:3]
    one = build_table("topics", "Anliegen", columns, [("Wohnen", count, 0.12345)], "02_pilotjahr", protection=Protection((10,)))
    assert release(one, Level.OEFFENTLICH, SIMULATED).rows == (("Wohnen", shown, 0.12),)


@given(st.integers(0, 10**6))
def test_a_rounded_count_is_the_nearest_five(count):
    one = build_table("topics", "Anliegen", COLUMNS[:2], [("Wohnen", count)], "02_pilotjahr", protection=Protection((99,)))
    shown = release(one, Level.OEFFENTLICH, SIMULATED).rows[0][1]
    assert shown % 5 == 0
    assert abs(shown - count) <= 2


@pytest.mark.parametrize("level", Level)
def test_tables_that_name_no_group_pass_untouched(level):
    whole = table((1, 2, 400), protected=False)
    released = release(whole, level, SIMULATED)
    assert released.rows == whole.rows
    assert released.notes == whole.notes


@given(st.lists(st.integers(0, 30), min_size=1, max_size=12), st.sampled_from(Level), st.booleans())
def test_no_hidden_number_is_left_in_any_form(persons, level, sensitive):
    whole = table(persons, sensitive)
    released = release(whole, level, SIMULATED)
    forms = (
        repr(released),
        str(asdict(released)),
        json.dumps(asdict(released), default=str),
        TypeAdapter(ReleasedTable).dump_json(released).decode(),
    )
    numbers = [set(re.findall(r"[\d.]+", form)) for form in forms]
    for i in hidden_rows(released):
        for cell in whole.rows[i][1:]:
            assert not any(str(cell) in found for found in numbers)
    for i in set(range(len(persons))) - set(hidden_rows(released)):
        assert all(str(released.rows[i][4]) in found for found in numbers)


def test_a_gap_stays_a_gap_and_is_not_called_hidden():
    one = build_table("topics", "Anliegen", COLUMNS[:2], [("Wohnen", None)], "02_pilotjahr", protection=Protection((1,)))
    released = release(one, Level.OEFFENTLICH, SIMULATED)
    assert released.rows == (("Wohnen", None),)
    assert not any("Datenschutz" in note for note in released.notes)


def test_notes_say_what_was_done():
    def notes(persons, level):
        return " ".join(release(table(persons), level, SIMULATED).notes)

    assert "Datenschutz" in notes((3, 50), Level.GREMIUM)
    assert "gerundet" not in notes((3, 50), Level.GREMIUM)
    assert "gerundet" in notes((50,), Level.OEFFENTLICH)
    assert "Datenschutz" not in notes((50,), Level.OEFFENTLICH)
    assert notes((3, 50), Level.INTERN) == ""


def test_a_released_table_says_for_whom_and_whence():
    released = release(table((50,)), Level.GREMIUM, SIMULATED)
    assert (released.level, released.provenance) == (Level.GREMIUM, SIMULATED)
    assert (released.id, released.title, released.columns) == ("topics", "Anliegen", COLUMNS)


@pytest.mark.parametrize("asked", ["intern", "gremium", "oeffentlich"])
def test_simulated_records_may_go_where_they_are_asked_to(asked):
    assert allowed_level(asked, SIMULATED) == (Level(asked), None)


@pytest.mark.parametrize("asked", ["intern", "gremium", "oeffentlich"])
def test_real_records_stay_in_the_house_and_the_papers_say_why(asked):
    assert allowed_level(asked, REAL) == (Level.INTERN, INTERNAL_ONLY)
    assert "echte Daten" in INTERNAL_ONLY
    assert "das Haus nicht verlassen" in INTERNAL_ONLY


@pytest.mark.parametrize("provenance", [SIMULATED, REAL])
def test_an_unknown_level_is_named_with_the_known_ones(provenance):
    with pytest.raises(GermanError, match=r"„public“ ist unbekannt\. Bekannt sind „intern“, „gremium“, „oeffentlich“\. Bitte"):
        allowed_level("public", provenance)


def test_a_family_of_six_is_one_household(tmp_path):
    """Two topics with six persons each: six households against one."""
    facts = "Behörde: L\nZeitraum von: 01.01.2017\nZeitraum bis: 31.10.2017\ngeliefert am: 15.11.2017\nsimuliert: ja\n"
    clients = "".join(f"F{i};H0\nE{i};H{i}\n" for i in range(1, 7))
    contacts = "".join(f"BF{i};02.01.2017;F{i};Schulden\nBE{i};02.01.2017;E{i};Wohnen\n" for i in range(1, 7))
    (tmp_path / "lieferung.yaml").write_text(facts, encoding="utf-8")
    (tmp_path / "klienten.csv").write_text(f"Klienten-ID;Haushalt\n{clients}", encoding="utf-8")
    (tmp_path / "beratungen.csv").write_text(f"Beratungs-ID;Datum;Klienten-ID;Anliegen\n{contacts}", encoding="utf-8")
    topics = topics_table(read_delivery(tmp_path, SIMULATED_KEY))
    assert topics.cell("Schulden", "persons") == topics.cell("Wohnen", "persons") == 6
    released = release(topics, Level.GREMIUM, SIMULATED)
    assert released.cell("Schulden", "persons") == HIDDEN
    assert released.cell("Wohnen", "persons") == 6
