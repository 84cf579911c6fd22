"""Whoever runs these tests in the background has what they begin hear Ctrl-C all the same."""

import signal
from collections.abc import Iterator

import pytest

from wiwak_eval.cli.interrupting import ENDINGS


@pytest.fixture(autouse=True)
def heard() -> Iterator[None]:
    """A process inherits what another ignores, but not what it hears in a way of its own."""
    before = {number: signal.signal(number, signal.default_int_handler) for number in ENDINGS}
    yield
    for number, handler in before.items():
        signal.signal(number, handler)
