"""Short names of organisations for tables and pictures."""

from collections import Counter
from collections.abc import Iterable

LONGEST = 12


def short_names(ids: Iterable[str]) -> list[str]:
    """One short name for each identifier, all different; the dash that joins two names in a pair stands in none of them."""
    cut = [_cut(" ".join(id.replace("–", "-").split())) for id in ids]
    often, seen, names = Counter(cut), Counter[str](), []
    for name in cut:
        seen[name] += 1
        names.append(name if often[name] == 1 else f"{name} ({seen[name]})")
    return names


def _cut(name: str) -> str:
    return name if len(name) <= LONGEST else f"{name[: LONGEST - 1]}…"
