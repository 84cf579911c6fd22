"""A part of `make soak-records`: damaged deliveries are read or refused, quickly, and no row is lost."""

from benchmarks.soak_records import trials


def test_damaged_deliveries_are_read_or_refused() -> None:
    done = list(trials(200))
    assert [trial for trial in done if trial.failure] == []
    assert {trial.ending for trial in done} == {"clean", "faults", "refused"}
