"""Ctrl-C ends a command once: a second one, while the first is still ending all that runs, would leave half of it behind."""

import os
import signal
from types import FrameType

SAID = "Wird beendet; bitte einen Augenblick warten.\n"


def hear_once() -> None:
    """Have the first Ctrl-C raise KeyboardInterrupt, and each further one be answered in words until the process ends.

    Where Ctrl-C is not heard at all, as in a background job, that stays so.
    """
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, _first)


def _first(number: int, frame: FrameType | None) -> None:
    signal.signal(signal.SIGINT, _further)
    raise KeyboardInterrupt


def _further(number: int, frame: FrameType | None) -> None:
    os.write(2, SAID.encode())  # a handler must not use streams that the interrupted code may be writing to
