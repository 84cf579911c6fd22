import numpy as np
import pytest

from wiwak_eval.simulate.draws import STREAMS, happens, negative_binomial, one_of, several_of, stream, triangular


def test_streams_are_independent_and_repeatable():
    first = {name: stream(2017, name).random() for name in STREAMS}
    assert first == {name: stream(2017, name).random() for name in STREAMS}
    assert len(set(first.values())) == len(STREAMS)


def test_the_first_draw_is_pinned():
    assert stream(2017, "population").random() == 0.8845337945079111


@pytest.mark.parametrize(("mean", "size"), [(0.3, 3), (2.0, 3), (40.0, 20), (150.0, 2)])
def test_negative_binomial_has_its_mean_and_variance(mean, size):
    rng = stream(1, "contacts")
    draws = np.array([negative_binomial(rng, mean, size) for _ in range(40_000)])
    assert draws.mean() == pytest.approx(mean, rel=0.03)
    assert draws.var() == pytest.approx(mean + mean**2 / size, rel=0.06)


def test_negative_binomial_of_nothing_is_nothing():
    assert negative_binomial(stream(1, "contacts"), 0.0, 3) == 0


def test_one_of_follows_the_weights_and_never_takes_a_weight_of_zero():
    rng = stream(1, "contacts")
    drawn = [one_of(rng, {"a": 0.0, "b": 3.0, "c": 1.0, "d": 0.0}) for _ in range(20_000)]
    assert set(drawn) == {"b", "c"}
    assert drawn.count("b") / len(drawn) == pytest.approx(0.75, abs=0.01)


def test_several_of_are_different():
    rng = stream(1, "contacts")
    assert all(len(set(several_of(rng, {"a": 5.0, "b": 1.0, "c": 1.0}, 3))) == 3 for _ in range(100))


def test_triangular_stays_inside():
    rng = stream(1, "contacts")
    drawn = [triangular(rng, 10, 20) for _ in range(5_000)]
    assert min(drawn) >= 10
    assert max(drawn) <= 20
    assert sum(drawn) / len(drawn) == pytest.approx(15, abs=0.1)


def test_happens_takes_the_bounds_at_their_word():
    rng = stream(1, "contacts")
    assert all(happens(rng, 1.0) for _ in range(100))
    assert not any(happens(rng, 0.0) for _ in range(100))
