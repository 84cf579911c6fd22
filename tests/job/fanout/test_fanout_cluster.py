"""Runs on a cluster of dask.distributed: the same grid, and refusals before anything runs."""

from collections.abc import Callable, Iterator
from importlib import util
from pathlib import Path

import pytest

from benchmarks.running.after_fault import digest
from tests.job.fanout.test_fanout_asking import task
from wiwak_eval.job.fanout import addresses, cluster
from wiwak_eval.job.fanout.cluster import Cluster
from wiwak_eval.job.fanout.driving import FannedOut
from wiwak_eval.job.fanout.task import Programme
from wiwak_eval.results import GermanError

Made = Callable[..., tuple[FannedOut, list[str]]]


@pytest.fixture(scope="module")
def scheduler() -> Iterator[str]:
    """One scheduler and two workers in this process, over TCP."""
    from distributed import LocalCluster

    with LocalCluster(n_workers=2, threads_per_worker=1, processes=False, protocol="tcp", dashboard_address="127.0.0.1:0") as found:
        yield found.scheduler_address


def test_the_same_runs_as_without_a_cluster(made: Made, tmp_path: Path, scheduler: str, monkeypatch: pytest.MonkeyPatch) -> None:
    scratch = tmp_path / "scratch"
    monkeypatch.setenv("WIWAK_SCRATCH", str(scratch))
    made()
    found, said = made(str(tmp_path / "cluster"), scheduler=scheduler)
    assert (found.runs, found.failed) == (2, ())
    assert said[-1].startswith("[2/2] ")
    for name in ("laeufe", "zellen"):
        assert digest(tmp_path / "out" / name) == digest(tmp_path / "cluster" / name)
    assert list(scratch.iterdir()) == []


def test_a_worker_with_another_programme_is_named(scheduler: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        cluster, "Programme", type("Other", (), {"here": staticmethod(lambda: Programme("x", Programme.here().shipped, "z"))})
    )
    with pytest.raises(GermanError, match=r"^Arbeiter tcp://.*: Anders als hier ist das Programm, die Sperrdatei der Umgebung\."):
        Cluster(scheduler, "token", real=False)


def test_a_scheduler_that_does_not_answer_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster, "PATIENCE", 0.3)
    with pytest.raises(GermanError, match=r"Der Scheduler unter tcp://127\.0\.0\.1:9 antwortet nicht"):
        Cluster("tcp://127.0.0.1:9", "token", real=False)


@pytest.mark.parametrize("address", ["tcp://10.0.0.5:8786", "tcp://rechner:8786", "10.0.0.5:8786"])
def test_real_data_travel_by_tls_alone(address: str) -> None:
    with pytest.raises(GermanError, match="gehen nur verschlüsselt zu den Arbeitern"):
        Cluster(address, "token", real=True)


def test_tls_without_certificates_is_told_at_once() -> None:
    with pytest.raises(GermanError, match=r"Für tls:// fehlen hier die Zertifikate"):
        Cluster("tls://127.0.0.1:9", "token", real=True)


def test_without_the_extra_the_command_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    missing = {"distributed", "fsspec"}
    for module in (cluster, addresses):
        monkeypatch.setattr(module, "find_spec", lambda name: None if name in missing else util.find_spec(name))
    with pytest.raises(GermanError, match="Für --scheduler fehlt der Zusatz „cluster“"):
        Cluster("tcp://127.0.0.1:8786", "token", real=False)
    with pytest.raises(GermanError, match="fehlt der Zusatz „cluster“"):
        addresses.opened("s3://a/b")


def test_a_scheduler_that_is_gone_is_told_and_can_be_taken_up_again(scheduler: str) -> None:
    """Its client closes after a time without it; what was made stays."""
    with Cluster(scheduler, "token", real=False) as pool:
        assert pool.at_once() == 2
        assert pool.room() == 4
        pool._client.close()
        assert pool.at_once() == 2
        with pytest.raises(GermanError, match=r"Der Scheduler ist nicht mehr zu erreichen .*--resume"):
            pool.submit(task("a"), "name", lambda outcome: None)
