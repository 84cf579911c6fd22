"""Variables of this process's environment, set for a while."""

import os
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

_ONE_AT_A_TIME = threading.RLock()


@contextmanager
def with_variables(given: Mapping[str, str]) -> Iterator[None]:
    """What a process begun here finds in its environment; afterwards all is as before. Other threads wait."""
    with _ONE_AT_A_TIME:
        before = {name: os.environ.get(name) for name in given}
        os.environ.update(given)
        try:
            yield
        finally:
            for name, value in before.items():
                if value is None:
                    os.environ.pop(name, None)
                else:
                    os.environ[name] = value
