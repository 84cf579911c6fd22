from collections.abc import Callable
from datetime import date

from pydantic import TypeAdapter

from wiwak_eval.assumptions import Assumptions, Catalogue, Patch, Read, Scenario

Make = Callable[..., Catalogue]
BASIS = Scenario(id="basis", label="Basis", description="nichts")
HIGH = Scenario(id="hoch", label="Hoch", description="mehr", patches=(Patch(id="rate", multiply=2, reason="gesetzt"),))
AS_OF, DAY = date(2017, 11, 15), date(2017, 6, 1)
KNOWN = (("2017-01-01", "2017-01-01", "0.5"), ("2018-01-01", "2018-04-26", "0.8"))


def test_each_look_up_is_recorded_once_and_sorted(small: Make) -> None:
    view = Assumptions(small(*KNOWN), BASIS, AS_OF)
    assert view.reads == ()
    view.has("u2_levy", DAY)
    view.number("rate", DAY)
    view.get("rate", date(2017, 3, 1))
    view.number("rate", DAY)
    assert [(read.id, read.on) for read in view.reads] == [("rate", date(2017, 3, 1)), ("rate", DAY), ("u2_levy", DAY)]
    assert view.fresh().reads == ()
    assert view.fresh().number("rate", DAY) == 0.5


def test_a_digest_changes_only_with_what_came_back(small: Make) -> None:
    view = Assumptions(small(*KNOWN), BASIS, AS_OF)
    view.get("rate", DAY)
    (read,) = view.reads
    later = Assumptions(small(*KNOWN), BASIS, date(2018, 6, 30))
    assert later.digest_of(read.id, read.on) == read.digest
    assert Assumptions(small(*KNOWN), HIGH, AS_OF).digest_of(read.id, read.on) != read.digest
    assert Assumptions(small(("2017-01-01", "2017-01-01", "0.6")), BASIS, AS_OF).digest_of(read.id, read.on) != read.digest
    assert later.reads == ()


def test_a_gap_is_a_reading_and_ends_when_a_value_comes(small: Make) -> None:
    early = Assumptions(small(("2018-01-01", "2018-04-26", "0.8")), BASIS, AS_OF)
    assert not early.has("rate", date(2018, 6, 1))
    (read,) = early.reads
    assert Assumptions(small(("2018-01-01", "2018-04-26", "0.8")), BASIS, date(2018, 4, 26)).digest_of(read.id, read.on) != read.digest


def test_listing_ids_is_a_reading(small: Make) -> None:
    view = Assumptions(small(*KNOWN), BASIS, AS_OF)
    assert view.ids("ra") == ("rate",)
    (read,) = view.reads
    assert read.id == "ra*"
    assert view.digest_of(read.id, read.on) == read.digest != view.digest_of("ro*", read.on)


def test_asking_for_as_of_or_scenario_is_a_reading(small: Make) -> None:
    view = Assumptions(small(*KNOWN), BASIS, AS_OF)
    assert (view.as_of, view.scenario) == (AS_OF, BASIS)
    as_of, scenario = view.reads
    other = Assumptions(small(*KNOWN), HIGH, date(2017, 11, 16))
    assert other.digest_of(as_of.id, as_of.on) != as_of.digest
    assert other.digest_of(scenario.id, scenario.on) != scenario.digest


def test_reads_survive_as_json(small: Make) -> None:
    view = Assumptions(small(*KNOWN), BASIS, AS_OF)
    view.ids("r")
    view.get("rate", DAY)
    adapter = TypeAdapter(tuple[Read, ...])
    assert adapter.validate_json(adapter.dump_json(view.reads)) == view.reads


def test_a_part_has_its_own_record_and_is_recorded_in_the_whole(small: Make) -> None:
    whole = Assumptions(small(*KNOWN), HIGH, AS_OF)
    whole.has("u2_levy", DAY)
    part = whole.part()
    inner = part.part()
    other = whole.part()
    assert inner.number("rate", DAY) == 1.0
    assert inner.ids("ra") == ("rate",)
    assert inner.as_of == AS_OF
    assert part.reads == inner.reads != ()
    assert (part.ids_read, other.ids_read, other.reads) == (("rate",), (), ())
    assert set(whole.reads) == set(inner.reads) | set(_only(whole, "u2_levy"))


def test_what_the_whole_looks_up_is_no_reading_of_its_part(small: Make) -> None:
    whole = Assumptions(small(*KNOWN), BASIS, AS_OF)
    part = whole.part()
    whole.get("rate", DAY)
    assert (whole.ids_read, part.reads) == (("rate",), ())
    assert part.fresh().number("rate", DAY) == 0.5
    assert part.reads == ()


def _only(view: Assumptions, id: str) -> tuple[Read, ...]:
    return tuple(read for read in view.reads if read.id == id)
