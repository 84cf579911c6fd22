"""The record of what was learned from what: nothing scored was learned from."""

import re

import numpy as np
import pytest
from noisy import noisy

from benchmarks.forecast.measure import forecaster
from wiwak_eval.forecast.series import forecast, load_record
from wiwak_eval.forecast.series.learned import EVERYTHING, FOLDER, load_learned
from wiwak_eval.forecast.simple import NAIVE, SIMPLE

SOURCES = sorted(load_record().digests)


def learned_from(name):
    """Digests of the sources that a set saw."""
    record = load_record()
    return {digest for source, digest in record.digests.items() if source not in record.splits[name]}


def test_every_source_has_its_own_digest():
    record = load_record()
    assert len(SOURCES) >= 2
    assert len(set(record.digests.values())) == len(SOURCES)
    assert all(re.fullmatch("[0-9a-f]{64}", digest) for digest in record.digests.values())


@pytest.mark.parametrize("source", SOURCES)
def test_a_scored_source_is_not_among_what_its_forecaster_learned_from(source):
    record = load_record()
    names = [name for name, left_out in record.splits.items() if source in left_out]
    assert names
    for name in names:
        assert record.digests[source] not in learned_from(name)
    history = noisy(60, 1)[0]
    scored = forecaster(source)(history, 24)
    assert any((scored == type(forecast)(name)(history, 24)).all() for name in names)
    assert not np.allclose(scored, forecast(history, 24), rtol=1e-3)


@pytest.mark.parametrize("source", SOURCES)
def test_what_is_left_out_is_that_source_alone(source):
    record = load_record()
    name = next(name for name, left_out in record.splits.items() if source in left_out)
    assert learned_from(name) == set(record.digests.values()) - {record.digests[source]}


def test_the_forecaster_in_use_learned_from_every_source():
    assert learned_from(EVERYTHING) == set(load_record().digests.values())


def test_each_set_in_the_file_is_in_the_record_and_the_other_way_round():
    with np.load(FOLDER / "learned.npz", allow_pickle=False) as file:
        assert {name.split("/")[0] for name in file.files} == set(load_record().splits)
        assert all(np.isfinite(file[name]).all() for name in file.files)


def test_every_set_can_be_read():
    for name in load_record().splits:
        assert load_learned(name) is load_learned(name)


def test_scores_are_there_for_every_method_that_may_become_official():
    record = load_record()
    assert set(record.scores) == {"10", "12"}
    for scores in record.scores.values():
        assert set(scores) == {"series", *SIMPLE}
        assert scores[NAIVE] == 1
        assert all(score > 0 for score in scores.values())
    assert 0 < record.years_correlation < 1
    assert record.version
