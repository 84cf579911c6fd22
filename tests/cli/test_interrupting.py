"""Ctrl-C more than once, and Ctrl-C in a job that does not hear it."""

import signal
import subprocess
import sys

import pytest

from wiwak_eval.cli.interrupting import SAID

PROGRAMME = """
import signal, time
signal.signal(signal.SIGINT, signal.default_int_handler)
from wiwak_eval.cli.interrupting import hear_once
hear_once()
try:
    print("begun", flush=True)
    time.sleep(20)
except KeyboardInterrupt:
    print("ending", flush=True)
    end = time.monotonic() + 1
    while time.monotonic() < end:
        time.sleep(0.01)
    print("ended", flush=True)
"""


def test_a_second_interrupt_is_answered_and_does_not_disturb_the_end() -> None:
    process = subprocess.Popen([sys.executable, "-c", PROGRAMME], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert process.stdout is not None
    assert process.stdout.readline() == "begun\n"
    process.send_signal(signal.SIGINT)
    assert process.stdout.readline() == "ending\n"
    process.send_signal(signal.SIGINT)
    made, said = process.communicate()
    assert (process.returncode, made, said) == (0, "ended\n", SAID)


@pytest.mark.parametrize("before", [signal.SIG_IGN, lambda *_: None])
def test_what_does_not_hear_it_or_hears_it_in_its_own_way_stays_so(before: object) -> None:
    from wiwak_eval.cli.interrupting import hear_once

    found = signal.signal(signal.SIGINT, before)  # type: ignore[arg-type]
    try:
        hear_once()
        assert signal.getsignal(signal.SIGINT) is before
    finally:
        signal.signal(signal.SIGINT, found)
