"""What the series forecast learns from: nothing of a source that is left out."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.forecast import flows, pool
from benchmarks.forecast.flows import draw_flows
from benchmarks.forecast.pool import AHEAD, HISTORY, SHORTEST, Pool, digest_of, read_panel

LENGTH = HISTORY + AHEAD


def panel(level=100.0, seed=1):
    """Three sources of a few series of 36 to 60 months; `level` is that of the source `scored` alone."""
    rng = np.random.default_rng(seed)

    def series(mean):
        return [rng.poisson(mean, months).astype(float) for months in (SHORTEST, 40, 60)]

    return {"first": series(50), "second": series(900), "scored": series(level)}


class Untouchable(list):
    """Series that nobody may look at."""

    def _touched(self, *_):
        raise AssertionError("a source that was left out was touched")

    __getitem__ = __iter__ = __len__ = __contains__ = __bool__ = _touched


def batches(found, left_out, seed=5):
    drawn = Pool(found, left_out, seed)
    return [drawn.batch(40) for _ in range(3)]


def test_nothing_of_a_source_left_out_is_ever_touched():
    found = panel() | {"scored": Untouchable()}
    assert [batch.shape for batch in batches(found, ["scored"])] == [(40, LENGTH)] * 3


def test_a_source_not_left_out_is_touched():
    with pytest.raises(AssertionError, match="touched"):
        batches(panel() | {"scored": Untouchable()}, ["first"])


def test_batches_are_the_same_byte_for_byte_whatever_the_source_left_out_holds():
    without = panel()
    del without["scored"]
    drawn = [[batch.tobytes() for batch in batches(found, ["scored"])] for found in (panel(), panel(7000.0), without)]
    assert drawn[0] == drawn[1] == drawn[2]


def test_batches_change_with_what_a_source_in_use_holds():
    assert [batch.tobytes() for batch in batches(panel(), [])] != [batch.tobytes() for batch in batches(panel(7000.0), [])]


def test_a_seed_gives_the_same_batches_and_another_one_others():
    first, again, other = ([batch.tobytes() for batch in batches(panel(), [], seed)] for seed in (5, 5, 6))
    assert first == again
    assert not set(first) & set(other)


def test_the_order_in_which_sources_are_named_is_of_no_consequence():
    turned = dict(reversed(panel().items()))
    assert [batch.tobytes() for batch in batches(panel(), [])] == [batch.tobytes() for batch in batches(turned, [])]


def test_counts_are_whole_and_a_history_has_no_gap():
    for batch in batches(panel(), []):
        assert np.isfinite(batch[:, :SHORTEST]).all()
        known = batch[np.isfinite(batch)]
        assert (known >= 0).all()
        assert (known == np.rint(known)).all()
        assert (batch[:, :HISTORY].sum(axis=1) > 0).all()


def test_after_a_series_end_there_is_nothing():
    """A series of 36 months ends six months before a window does, and gaps stay at the end."""
    drawn = Pool({"short": [np.full(SHORTEST, 70.0)]}, [], 1).batch(100)
    ends = np.isnan(drawn).sum(axis=1)
    assert set(ends) == {0, LENGTH - SHORTEST}
    assert np.isnan(drawn[ends > 0][:, SHORTEST:]).all()


@pytest.mark.parametrize("size", [10, 50, 256])
def test_made_up_series_have_their_share(size, monkeypatch):
    """Real ones hold ten million a month here, which no made-up one can."""
    monkeypatch.setattr(pool, "THINNED", 0.0)
    drawn = Pool({"large": [np.full(60, 1e7)]}, [], 1).batch(size)
    assert (drawn[:, 0] < 1e6).sum() == round(size * pool.MADE_UP)


def test_without_any_source_all_are_made_up():
    assert Pool(panel(), list(panel()), 1).batch(30).shape == (30, LENGTH)
    assert Pool({}, [], 1).batch(30).shape == (30, LENGTH)


def test_thinning_makes_counts_smaller_and_never_larger(monkeypatch):
    """Of real series of 1,000 a month about three in ten end at a smaller level, down to four."""
    monkeypatch.setattr(pool, "MADE_UP", 0.0)
    drawn = Pool({"steady": [np.full(60, 1000.0)]}, [], 1).batch(600)
    means = drawn[:, :HISTORY].mean(axis=1)
    assert np.nanmax(drawn) == 1000
    assert np.mean(means < 999) == pytest.approx(pool.THINNED, abs=0.07)
    assert means.min() < 30


def test_sources_count_alike_however_many_series_they_have(monkeypatch):
    monkeypatch.setattr(pool, "MADE_UP", 0.0)
    monkeypatch.setattr(pool, "THINNED", 0.0)
    drawn = Pool({"many": [np.full(40, 100.0)] * 50, "one": [np.full(40, 500.0)]}, [], 1).batch(600)
    assert np.mean(drawn[:, 0] == 500) == pytest.approx(0.5, abs=0.07)


def test_shortened_histories_have_gaps_in_front_and_single_ones_only():
    histories = np.full((4000, HISTORY), 60.0)
    short = Pool(panel(), [], 1).shortened(histories)
    known = np.isfinite(short)
    assert short.shape == histories.shape
    assert np.isfinite(histories).all()
    assert known[:, -2:].all()
    assert known.sum(axis=1).min() == 6
    first = known.argmax(axis=1)
    inside = np.array([(~row[start:]).sum() for row, start in zip(known, first, strict=True)])
    assert inside.max() == 1
    assert 0.02 < inside.mean() < 0.07
    assert np.mean(first > 0) == pytest.approx(0.5, abs=0.05)
    assert np.mean(first[first > 0] == 2) > 0.5
    assert (short[known] == 60).all()


def test_digests_by_hand():
    """Of the text "1 2\\n3"."""
    assert digest_of([np.array([1.0, 2.0]), np.array([3.0])]) == "b0e4c0b559c4711c8d1764e353e15df6451f618bb6d31b095634679b24466c06"


@given(
    values=st.lists(st.integers(0, 10**7), min_size=2, max_size=8),
    place=st.integers(0, 7),
    step=st.integers(1, 10**6),
)
def test_a_digest_changes_with_any_value(values, place, step):
    changed = list(values)
    changed[place % len(values)] += step
    assert digest_of([np.array(values, dtype=float)]) != digest_of([np.array(changed, dtype=float)])


def test_a_digest_changes_with_the_bounds_and_the_order_of_series():
    one, two = np.array([1.0, 2.0]), np.array([3.0, 4.0])
    digests = {digest_of(found) for found in ([one, two], [two, one], [np.concatenate([one, two])], [one], [one, one])}
    assert len(digests) == 5


def test_a_panel_is_read_by_source(tmp_path):
    (tmp_path / "series.csv").write_text("id,source,start,values\na,x,2015-01,1 2 3\nb,y,2015-01,4\nc,x,2016-01,5 6\n", encoding="utf-8")
    found = read_panel(tmp_path)
    assert {source: [series.tolist() for series in of_it] for source, of_it in found.items()} == {"x": [[1, 2, 3], [5, 6]], "y": [[4]]}


def test_flows_are_counts_and_the_same_for_a_seed():
    drawn, again, other = (draw_flows(np.random.default_rng(seed), 200, LENGTH, 0.5) for seed in (1, 1, 2))
    assert drawn.shape == (200, LENGTH)
    assert (drawn >= 0).all()
    assert (drawn == np.rint(drawn)).all()
    assert (drawn == again).all()
    assert not (drawn == other).all()


@pytest.mark.parametrize("share", [0.0, 0.25, 0.6, 1.0])
def test_wild_flows_have_the_asked_share(share, monkeypatch):
    """Calm levels fall away here, wild ones rise beyond all bounds."""
    monkeypatch.setattr(flows, "_calm_level", lambda rng, number, months: np.full((number, months), -99.0))
    monkeypatch.setattr(flows, "_wild_level", lambda rng, number, months: np.full((number, months), 99.0))
    drawn = draw_flows(np.random.default_rng(1), 2000, 3, share)
    assert np.mean(drawn[:, 0] > 1000) == pytest.approx(share, abs=0.04)


def test_wild_flows_are_wilder_than_calm_ones():
    def change(share):
        drawn = draw_flows(np.random.default_rng(1), 1000, LENGTH, share)
        return np.log((drawn[:, -12:].mean(axis=1) + 1) / (drawn[:, :12].mean(axis=1) + 1))

    assert np.std(change(1.0)) > 1.2 * np.std(change(0.0))


def test_levels_of_flows_run_from_a_few_to_many_thousand():
    at_last = draw_flows(np.random.default_rng(1), 2000, LENGTH, 0.0)[:, flows.BASE_MONTH]
    assert np.quantile(at_last, 0.05) < 60
    assert np.quantile(at_last, 0.95) > 5000
