"""Ctrl-C, a request to end and a closed terminal: once, more than once, where nothing can be raised, and where they are not heard."""

import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from wiwak_eval.cli import interrupting
from wiwak_eval.cli.interrupting import ENDINGS, SAID

BEGIN = """
import signal, sys, time
signal.signal(signal.SIGINT, signal.default_int_handler)
signal.signal(signal.SIGHUP, signal.SIG_DFL)
from wiwak_eval.cli import interrupting
interrupting.hear_once()
"""
ENDING = """
interrupting.PATIENCE = 600.0
try:
    print("begun", flush=True)
    time.sleep(60)
except KeyboardInterrupt:
    print("ending", flush=True)
    sys.stdin.read()
    print("ended", flush=True)
"""
REMOVED = """
class Removed:
    def __del__(self):
        print("begun", flush=True)
        time.sleep(60)

try:
    Removed()
    time.sleep(60)
except KeyboardInterrupt:
    print("ended", flush=True)
"""
SWALLOWED = """
interrupting.PATIENCE = 0.0
for word in ("begun", "again", "last"):
    try:
        print(word, flush=True)
        time.sleep(60)
    except KeyboardInterrupt:
        pass
print("ended", flush=True)
"""
CHANGED = """
import click
import wiwak_eval.cli.group as group

@group.wiwak.command()
def change():
    try:
        print("begun", flush=True)
        time.sleep(60)
    except KeyboardInterrupt:
        raise ImportError("numpy") from None

group.LateGroup.get_command = click.Group.get_command
sys.argv = ["wiwak", "change"]
from wiwak_eval.cli import main
main()
"""
Begin = Callable[[str], "subprocess.Popen[str]"]


@pytest.fixture
def begin() -> Begin:
    """Begins a programme that hears, and waits until it has something to be interrupted in."""

    def start(programme: str) -> "subprocess.Popen[str]":
        pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
        process = subprocess.Popen([sys.executable, "-c", BEGIN + programme], text=True, **pipes)
        assert process.stdout is not None
        assert process.stdout.readline() == "begun\n"
        return process

    return start


@pytest.mark.parametrize("number", ENDINGS)
def test_a_second_one_is_answered_and_does_not_disturb_the_end(begin: Begin, number: signal.Signals) -> None:
    process = begin(ENDING)
    process.send_signal(number)
    assert process.stdout is not None
    assert process.stderr is not None
    assert process.stdout.readline() == "ending\n"
    process.send_signal(signal.SIGTERM)
    assert process.stderr.readline() == SAID
    made, said = process.communicate("")
    assert (process.returncode, made, said) == (0, "ended\n", "")


def test_one_that_comes_where_nothing_can_be_raised_is_not_lost(begin: Begin) -> None:
    process = begin(REMOVED)
    process.send_signal(signal.SIGINT)
    made, said = process.communicate(timeout=50)
    assert (process.returncode, made, said) == (0, "ended\n", "")


def test_after_a_while_one_more_counts_again(begin: Begin) -> None:
    """Whatever swallowed the first, the command can still be ended."""
    process = begin(SWALLOWED)
    assert process.stdout is not None
    for word in ("again\n", "last\n", "ended\n"):
        process.send_signal(signal.SIGINT)
        assert process.stdout.readline() == word
    process.communicate()
    assert process.returncode == 0


def test_an_error_that_a_library_made_of_it_is_told_as_what_it_was(begin: Begin, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WIWAK_HOME", str(tmp_path))
    process = begin(CHANGED)
    process.send_signal(signal.SIGTERM)
    _, said = process.communicate()
    assert (process.returncode, said) == (2, "Fehler: Abgebrochen. Was vorher fertig war, ist unverändert.\n")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("before", [signal.SIG_IGN, lambda *_: None])
def test_what_does_not_hear_it_or_hears_it_in_its_own_way_stays_so(before: object) -> None:
    found = {number: signal.signal(number, before) for number in ENDINGS}  # type: ignore[arg-type]
    hook = sys.unraisablehook
    try:
        interrupting.hear_once()
        assert [signal.getsignal(number) for number in ENDINGS] == [before] * len(ENDINGS)
    finally:
        for number, handler in found.items():
            signal.signal(number, handler)
        sys.unraisablehook = hook
