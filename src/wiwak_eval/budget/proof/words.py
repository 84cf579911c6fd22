"""Words that all tables of the proof of use share."""

from datetime import date

from wiwak_eval import german

NOTEBOOK = "10_haushaltsunterlagen"


def headed(what: str, last: date) -> str:
    """`Verwendungsnachweis 2017: …`; before the year is over it is an interim one, with its day."""
    if (last.month, last.day) == (12, 31):
        return f"Verwendungsnachweis {last.year}: {what}"
    return f"Zwischennachweis {last.year}, Stand {german.day(last)}: {what}"
