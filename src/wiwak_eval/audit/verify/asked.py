"""What a check was asked for, as the report tells it: no path, no time."""

import re

from wiwak_eval.results import GermanError

_SEAL = re.compile(r"[0-9a-f]{64}")


def noted_seal(given: str) -> str:
    """A seal as it was written down, without gaps and in small letters; empty where none is given. Raises GermanError where it is none."""
    seal = "".join(given.split()).lower()
    if given and not _SEAL.fullmatch(seal):
        count = "1 Zeichen" if len(seal) == 1 else f"{len(seal)} Zeichen"
        raise GermanError(
            f"Das Siegel hat 64 Zeichen 0–9 und a–f; angegeben sind {count}. Bitte es so eingeben, wie „wiwak run“ es nennt, mit oder ohne "
            "Lücken."
        )
    return seal


def terms_of_check(delivery: str, seal: str, fresh: bool) -> tuple[tuple[str, str], ...]:
    """What the command can be told, under a German name, with what was said."""
    return (
        ("Lieferung beim Aufruf", "angegeben" if delivery else "nicht angegeben"),
        ("Siegel beim Aufruf", "angegeben" if seal else "nicht angegeben"),
        ("Umgebung", "neu angelegt, Programm aus dem Prüfpaket" if fresh else "die hier eingerichtete"),
    )
