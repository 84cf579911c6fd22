"""What ends a command from outside ends it once and in order: Ctrl-C, a request to end (SIGTERM), a terminal that is closed (SIGHUP).

A second one, while the first is still ending all that runs, would leave half of it behind.
"""

import atexit
import os
import signal
import sys
import time
from contextlib import suppress
from types import FrameType

SAID = "Wird beendet; bitte einen Augenblick warten.\n"
ENDINGS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
PATIENCE = 10.0
"""Seconds after which one more counts as the first: a library may have swallowed that, and nothing else would end the command."""
_MOMENT = 0.01
_FRESH = (signal.default_int_handler, signal.SIG_DFL)


class _Course:
    """heard: whether one has raised KeyboardInterrupt; over: whether the command has ended, and all but this process; quiet_until: time
    before which further ones raise nothing."""

    heard = over = False
    quiet_until = 0.0


def hear_once() -> None:
    """Have the first of ENDINGS raise KeyboardInterrupt, and each further one be answered in words while the command ends.

    What is not heard at all, as Ctrl-C in a background job or a closed terminal under nohup, stays so.
    """
    for number in ENDINGS:
        if signal.getsignal(number) in _FRESH:
            signal.signal(number, _hear)
    sys.unraisablehook = _not_lost
    atexit.register(_ignore)


def undisturbed() -> None:
    """Raise nothing, and say nothing, from now on: nothing is left to end but this process, and the last line is that of the command."""
    _Course.over, _Course.quiet_until = True, time.monotonic() + PATIENCE


def interrupted() -> bool:
    """Whether one was heard: whatever goes wrong after it may be its doing."""
    return _Course.heard


def _hear(number: int, frame: FrameType | None) -> None:
    now = time.monotonic()
    if now < _Course.quiet_until:
        if not _Course.over:
            with suppress(OSError):  # the terminal is gone
                os.write(2, SAID.encode())  # a handler must not use streams that the interrupted code may be writing to
        return
    _Course.heard, _Course.quiet_until = True, now + PATIENCE
    raise KeyboardInterrupt


def _not_lost(told: "sys.UnraisableHookArgs") -> None:
    """Where it came in code that nothing can be raised in, such as the removal of an object, have it come again a moment later."""
    if told.exc_type is not KeyboardInterrupt:
        sys.__unraisablehook__(told)
        return
    _Course.quiet_until = 0.0
    signal.signal(signal.SIGALRM, _hear)
    signal.setitimer(signal.ITIMER_REAL, _MOMENT)


def _ignore() -> None:
    """While Python itself ends it forgets handlers: the process would die by the signal, after all was said and done."""
    for number in (*ENDINGS, signal.SIGALRM):
        if signal.getsignal(number) is _hear:
            signal.signal(number, signal.SIG_IGN)
