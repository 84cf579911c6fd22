"""Scenario patches and knowledge are independent of each other, whatever the values are."""

from datetime import date, timedelta
from decimal import Decimal
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from wiwak_eval.assumptions import Assumption, Assumptions, Catalogue, DatedValue, Gap, Patch, Resolved, Scenario, Source
from wiwak_eval.assumptions.holding import known_values
from wiwak_eval.assumptions.patching import patched

IDS = ("one", "two", "three")
FIRST = date(2017, 1, 1)
DAYS = st.integers(0, 1200).map(lambda days: FIRST + timedelta(days=days))
NUMBERS = st.decimals(0, 1000, places=3)


@st.composite
def _values(draw: st.DrawFn) -> tuple[DatedValue, ...]:
    made = {}
    for start, known, value in draw(st.lists(st.tuples(DAYS, DAYS, NUMBERS), min_size=1, max_size=5)):
        made[start, known] = DatedValue(
            valid_from=start, known_since=known, value=value, kind="law", status="read", quality="high", source=Source(title=f"{start}")
        )
    return tuple(made[key] for key in sorted(made))


@st.composite
def _catalogues(draw: st.DrawFn) -> Catalogue:
    entries = {}
    for id in IDS:
        county = draw(st.one_of(st.just(()), _values()))
        entries[id] = Assumption(id=id, label=id, unit="factor", values=draw(_values()), county=county)
    return Catalogue(entries)


PATCHES = st.builds(
    lambda id, value, multiply, start: Patch(id=id, reason="Probe", valid_from=start, **{"multiply" if multiply else "set": value}),
    st.sampled_from(IDS),
    NUMBERS,
    st.booleans(),
    st.one_of(st.none(), DAYS),
)


def _scenario(patches: list[Patch]) -> Scenario:
    return Scenario(id="probe", label="Probe", description="Probe", patches=tuple(patches))


SCENARIOS = st.lists(PATCHES, max_size=6).map(_scenario)


def _get(view: Assumptions, id: str, on: date) -> Resolved | None:
    try:
        return view.get(id, on)
    except Gap:
        return None


def _restricted(catalogue: Catalogue, as_of: date) -> Catalogue:
    """Only what was known on the day; an assumption of which nothing was known stays as one of which nothing ever is."""
    unknown = date(2100, 1, 1)
    entries = {}
    for id, entry in catalogue.entries.items():
        seen = [value for value in entry.values if value.known_since <= as_of]
        own = tuple(value for value in entry.county if value.known_since <= as_of)
        none = (entry.values[0].model_copy(update={"known_since": unknown}),)
        entries[id] = entry.model_copy(update={"values": tuple(seen) or none, "county": own})
    return Catalogue(entries)


@settings(max_examples=400, deadline=None)
@given(_catalogues(), SCENARIOS, DAYS, DAYS)
def test_patching_what_was_known_is_knowing_what_was_patched(catalogue: Catalogue, scenario: Scenario, as_of: date, on: date) -> None:
    basis = _scenario([])
    late = date(2090, 1, 1)
    for id in IDS:
        asked = _get(Assumptions(catalogue, scenario, as_of), id, on)
        assert asked == _get(Assumptions(_restricted(catalogue, as_of), scenario, late), id, on)
        plain = _get(Assumptions(catalogue, basis, as_of), id, on)
        assert asked == patched(catalogue.entries[id], plain, scenario, on)
        assert asked == _get(Assumptions(catalogue, scenario, late, {id: as_of}), id, on)


@settings(max_examples=400, deadline=None)
@given(_catalogues(), st.lists(PATCHES, max_size=6), st.randoms(use_true_random=False), DAYS, DAYS)
def test_the_order_of_patches_of_different_ids_does_not_matter(
    catalogue: Catalogue, patches: list[Patch], random: Random, as_of: date, on: date
) -> None:
    """Patches of one id keep their order among themselves; how those of different ids are mixed is all the same."""
    queues = {id: [patch for patch in patches if patch.id == id] for id in IDS}
    mixed = []
    while any(queues.values()):
        id = random.choice([id for id in IDS if queues[id]])
        mixed.append(queues[id].pop(0))
    before, after = (Assumptions(catalogue, _scenario(order), as_of) for order in (patches, mixed))
    assert [_get(before, id, on) for id in IDS] == [_get(after, id, on) for id in IDS]


@settings(max_examples=400, deadline=None)
@given(_catalogues(), DAYS, DAYS, DAYS)
def test_what_becomes_known_later_changes_nothing_seen_before(catalogue: Catalogue, as_of: date, later: date, on: date) -> None:
    """Values known only after the as-of date may be anything: a look-up does not depend on them."""
    changed = {
        id: entry.model_copy(
            update={
                part: tuple(
                    value.model_copy(update={"value": Decimal(-1)}) if value.known_since > as_of else value
                    for value in getattr(entry, part)
                )
                for part in ("values", "county")
            }
        )
        for id, entry in catalogue.entries.items()
    }
    for id in IDS:
        seen = _get(Assumptions(catalogue, _scenario([]), as_of), id, on)
        assert seen == _get(Assumptions(Catalogue(changed), _scenario([]), as_of), id, on)
        own = [value for value in known_values(catalogue.entries[id], as_of) if any(value is mine for mine in catalogue.entries[id].county)]
        assert seen is None or not own or on < own[0].valid_from or seen.by_county
