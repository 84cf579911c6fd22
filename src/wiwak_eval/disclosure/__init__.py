"""The only door to publication."""

from wiwak_eval.disclosure.policy import allowed_level
from wiwak_eval.disclosure.release import release

__all__ = ["allowed_level", "release"]
