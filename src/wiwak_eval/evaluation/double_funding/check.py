"""One check for double funding and the words of its result."""

from dataclasses import dataclass

from wiwak_eval import german

NO_HINT = "kein Hinweis"


@dataclass(frozen=True)
class Check:
    """key: of the row; label: what is compared; examined: how much was looked at, in words; hits: None where the check has no data."""

    key: str
    label: str
    examined: str
    hits: int | None
    result: str


def checked(key: str, label: str, examined: str, hits: int, concern: str) -> Check:
    """A check that was done. concern: what to look at where there are hits."""
    return Check(key, label, examined, hits, f"zu prüfen: {concern}" if hits else NO_HINT)


def not_checked(key: str, label: str, reason: str) -> Check:
    """A check that the delivery cannot carry. reason: a German sentence."""
    return Check(key, label, "–", None, f"nicht prüfbar: {reason}")


def of(count: int, one: str, many: str) -> str:
    """`1 Beleg`, `2 Belege`."""
    return f"{german.number(count)} {one if count == 1 else many}"
