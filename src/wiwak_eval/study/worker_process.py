"""What a worker process does: one task after another, and out as soon as the process that began it is gone."""

import logging
import os
import signal
import threading
import traceback
from concurrent.futures import Future
from contextlib import suppress
from dataclasses import dataclass
from importlib import import_module
from multiprocessing import parent_process
from multiprocessing.connection import Connection, wait
from typing import Any

from wiwak_eval.results import GermanError, system_words
from wiwak_eval.study.font_list import list_fonts
from wiwak_eval.study.kernel_process import end_kernels

_ENDING = {signal.SIGTERM, signal.SIGHUP}


class TracebackInWorkerError(Exception):
    """The cause of an error that a worker could not explain; shown to developers only."""


@dataclass(frozen=True)
class Outcome:
    """What came of a task: a value, or the error in words. An error that is no GermanError carries its kind and traceback."""

    value: Any = None
    sentence: str = ""
    trace: str = ""

    def settle(self, future: "Future[Any]") -> None:
        """Hand value or error to the one who waits."""
        if not self.sentence:
            future.set_result(self.value)
            return
        error = GermanError(self.sentence)
        if self.trace:
            error.__cause__ = TracebackInWorkerError(self.trace)
        future.set_exception(error)


def work(pipe: Connection) -> None:
    """Serve tasks from a pipe, in a thread of its own: the main thread stays free to hear that it is time to leave.

    What libraries print goes nowhere: outcomes say what a reader has to know.
    """
    with open(os.devnull, "w") as nowhere:
        for stream in (1, 2):
            os.dup2(nowhere.fileno(), stream)
    heard = _signals()
    threading.Thread(target=_serve, args=(pipe,), daemon=True).start()
    parent = parent_process()
    gone = [parent.sentinel] if parent is not None else []
    while True:
        ready = wait([*gone, heard])
        if heard not in ready or not _ENDING.isdisjoint(os.read(heard, 64)):
            leave()


def _signals() -> int:
    """Where the numbers of signals can be read as they come; a handler in Python could miss one that comes close behind another.

    Ctrl-C in a terminal reaches workers too: the process that began them hears it, and ends them.
    """
    reader, writer = os.pipe()
    os.set_blocking(writer, False)
    signal.set_wakeup_fd(writer, warn_on_full_buffer=False)
    for number in (*_ENDING, signal.SIGINT):
        signal.signal(number, lambda *_: None)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
    return reader


def leave() -> None:
    """End this process at once, and before it the kernels it began."""
    end_kernels()
    os._exit(0)


def _serve(pipe: Connection) -> None:
    for dear in ("wiwak_eval.study.notebook_format", "papermill.execute"):  # the first notebook will need them, in this order
        import_module(dear)
    logging.getLogger("papermill").setLevel(logging.CRITICAL + 1)  # what it finds is told by sentences of ours
    with suppress(OSError):
        list_fonts()
    while True:
        try:
            task, arguments = pipe.recv()
        except (EOFError, OSError):
            leave()
        except Exception as error:
            outcome = _unexplained(error)
        else:
            outcome = _done(task, arguments)
        try:
            pipe.send(outcome)
        except OSError:
            leave()
        except Exception as error:
            pipe.send(_unexplained(error))


def _done(task: Any, arguments: tuple[object, ...]) -> Outcome:
    try:
        return Outcome(task(*arguments))
    except GermanError as error:
        return Outcome(sentence=str(error))
    except BaseException as error:
        return _unexplained(error)


def _unexplained(error: BaseException) -> Outcome:
    if isinstance(error, OSError) and error.errno is not None:
        sentence = f"Eine Datei konnte nicht geschrieben oder gelesen werden ({system_words(error)}). Bitte Platz und Rechte prüfen."
    else:
        sentence = (
            f"Ein Rechenschritt ist mit „{type(error).__name__}“ abgebrochen. Bitte den Aufruf melden; es wurde nichts veröffentlicht."
        )
    return Outcome(sentence=sentence, trace="".join(traceback.format_exception(error)))
