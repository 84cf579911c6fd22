"""Tasks done by the workers of a dask.distributed cluster that somebody else has begun."""

import ipaddress
from contextlib import suppress
from importlib.util import find_spec
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from wiwak_eval.job.fanout.making import stop
from wiwak_eval.job.fanout.pools import Heard, unexplained
from wiwak_eval.job.fanout.task import Outcome, Programme, Task, refuse_other
from wiwak_eval.job.fanout.tidying import tidy_now, work_and_tidy
from wiwak_eval.results import GermanError

if TYPE_CHECKING:
    from distributed import Client

PATIENCE = 15
"""Seconds that scheduler and workers have to answer."""
WAITING_EACH = 2
"""Tasks given to the cluster for each thread of a worker: one runs, one waits. The others stay with the driver, so that the scheduler's
memory does not grow with the grid."""


class Cluster:
    """See `pools.Pool`."""

    def __init__(self, address: str, token: str, real: bool) -> None:
        """real: whether any delivery is; its key travels to the workers. Raises GermanError where that would be open to others, where the
        cluster does not answer, or where a worker has another programme."""
        if find_spec("distributed") is None:
            raise GermanError("Für --scheduler fehlt der Zusatz „cluster“. Bitte wiwak-eval mit diesem Zusatz installieren.")
        if real and not _closed(address):
            raise GermanError(
                "Der Schlüssel der Pseudonyme und echte Daten gehen nur verschlüsselt zu den Arbeitern. Bitte den Cluster mit TLS "
                "einrichten und als --scheduler tls://… angeben (docs/fanout.md)."
            )
        self._token, self._threads = token, 0
        self._client = _client(address)
        try:
            self._refuse_other_programmes()
        except BaseException:
            self._client.close()
            raise

    def room(self) -> int:
        """See `Pool`."""
        return WAITING_EACH * self.at_once()

    def at_once(self) -> int:
        """See `Pool`."""
        with suppress(Exception):  # the scheduler does not answer at the moment: as many as before
            self._threads = sum(self._client.nthreads().values())
        return max(1, self._threads)

    def submit(self, task: Task, name: str, heard: Heard) -> None:
        """See `Pool`. The scheduler itself begins a task again whose worker is gone, as often as it is set to.

        Raises GermanError where it is gone itself.
        """
        try:
            future = self._client.submit(work_and_tidy, task, key=name, pure=False, retries=0)
        except Exception as error:  # a client gives up the scheduler by errors of several kinds
            raise GermanError(
                f"Der Scheduler ist nicht mehr zu erreichen ({type(error).__name__}). Fertige Läufe sind vollständig; bitte den Scheduler "
                "neu starten und mit --resume weitermachen."
            ) from None
        future.add_done_callback(lambda ended: heard(_outcome(ended)))

    def trouble(self) -> str:
        """See `Pool`."""
        if self._client.status != "running":
            return "Die Verbindung zum Scheduler ist unterbrochen; gewartet wird auf ihn."
        return "" if self._client.nthreads() else "Der Cluster hat zur Zeit keine Arbeiter; gewartet wird auf neue."

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        try:
            if self._client.status == "running":
                if kind is not None:
                    self._client.run(stop, self._token, on_error="ignore")
                self._client.run(tidy_now, self._token, on_error="ignore")
        finally:
            self._client.close()

    def _refuse_other_programmes(self) -> None:
        if not self._client.nthreads():
            raise GermanError("Der Cluster hat keine Arbeiter. Bitte Arbeiter starten (dask worker …) und den Aufruf wiederholen.")
        found = {f"Arbeiter {name}": answer for name, answer in self._client.run(_difference, Programme.here(), on_error="return").items()}
        for where, answer in [*sorted(found.items()), ("Rechner des Schedulers", self._of_scheduler())]:
            if isinstance(answer, BaseException):
                raise GermanError(
                    f"{where}: wiwak-eval lässt sich dort nicht laden ({type(answer).__name__}). Bitte dort dieselbe Fassung mit "
                    "derselben requirements.lock einrichten."
                )
            if answer:
                raise GermanError(f"{where}{answer}")

    def _of_scheduler(self) -> object:
        """It reads tasks before it hands them on, so it needs the programme too. What `_difference` says there, or the error."""
        try:
            return self._client.run_on_scheduler(_difference, Programme.here())
        except Exception as error:  # whatever its machine lacks
            return error


def _difference(wanted: Programme) -> str:
    """What a worker's programme differs in, as the rest of a sentence; empty where it does not."""
    try:
        refuse_other(wanted, "")
    except GermanError as error:
        return str(error)
    return ""


def _client(address: str) -> "Client":
    import dask
    from distributed import Client

    if address.startswith("tls://") and not dask.config.get("distributed.comm.tls.ca-file"):
        raise GermanError(
            "Für tls:// fehlen hier die Zertifikate. Bitte in ~/.config/dask/distributed.yaml unter distributed.comm.tls die Dateien "
            "ca-file, client.cert und client.key nennen (docs/fanout.md)."
        )
    try:
        return Client(address, timeout=PATIENCE, set_as_default=False)
    except (OSError, ValueError, TypeError) as error:
        raise GermanError(
            f"Der Scheduler unter {address} antwortet nicht ({type(error).__name__}). Bitte Adresse und Netz prüfen, bei tls:// auch die "
            "Zertifikate."
        ) from None


def _closed(address: str) -> bool:
    """Whether nobody else can listen: by TLS, or on this machine alone."""
    kind, _, rest = address.partition("://")
    host = rest.rpartition(":")[0].strip("[]")
    try:
        return kind in {"tls", "wss"} or host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _outcome(ended: Any) -> Outcome:
    """What became of a future of the cluster."""
    if ended.status == "finished":
        found: Outcome = ended.result()
        return found
    if ended.status == "error":
        error = ended.exception()
        if type(error).__name__ != "KilledWorker":
            return Outcome(sentence=unexplained(error))
    return Outcome(lost=True, sentence="Der Arbeiter dieses Laufs ist verloren gegangen.")
