"""German numbers, days and words of the county's CSV, as the model wants them. A ValueError says in German what is wrong."""

import re
from datetime import date
from decimal import Decimal

from wiwak_eval.assumptions.model import Value
from wiwak_eval.german import MONTHS

_NUMBER = re.compile(r"([+-]?)(0|[1-9]\d{0,2}(?:\.\d{3})+|[1-9]\d*)(?:,(\d+))?")
_UNIT_SIGN = re.compile(r"\s*(%|€|EUR)$", re.IGNORECASE)
_DAY = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})")
_MONTH = re.compile(r"(?:(?P<year>\d{4})-(?P<iso>\d{2})|(?P<number>\d{1,2})[./](?P<of>\d{4})|(?P<name>[A-Za-zä]+) (?P<named>\d{4}))")


def number_of(text: str, unit: str) -> Decimal:
    """`1.234,56`, `0,8`, `80 %`, `58 €` as an exact number; percent only for shares."""
    plain = text.replace("\u00a0", " ").replace("\u202f", " ").replace("−", "-").strip()
    sign = _UNIT_SIGN.search(plain)
    percent = sign is not None and sign[1] == "%"
    found = _NUMBER.fullmatch(_UNIT_SIGN.sub("", plain))
    if found is None or (percent and unit != "share"):
        raise ValueError(f"„{text}“ ist keine Zahl in deutscher Schreibweise. Bitte wie 1.234,56 oder bei Anteilen 80 % schreiben.")
    value = Decimal(f"{found[1]}{found[2].replace('.', '')}" + (f".{found[3]}" if found[3] else ""))
    value = value / 100 if percent else value
    refuse_no_share(value, unit)
    return value


def refuse_no_share(value: object, unit: str) -> None:
    """80 for 80 percent is the likeliest slip. Raises ValueError for a share that is none."""
    if unit == "share" and isinstance(value, Decimal) and not 0 <= value <= 1:
        raise ValueError(f"{value} ist kein Anteil zwischen 0 und 1. Bitte wie 0,8 oder in der CSV-Datei 80 % schreiben.")


def day_of(text: str) -> date:
    """`01.03.2018` or `2018-03-01`."""
    german = _DAY.fullmatch(text)
    try:
        return date(int(german[3]), int(german[2]), int(german[1])) if german else date.fromisoformat(text)
    except ValueError:
        raise ValueError(f"„{text}“ ist kein Datum. Bitte als TT.MM.JJJJ schreiben.") from None


def month_of(text: str) -> str:
    """`Juli 2018`, `07.2018` or `2018-07` as `2018-07`."""
    found = _MONTH.fullmatch(text)
    parts = found.groupdict() if found else {}
    name = parts.get("name")
    number = MONTHS.index(name) + 1 if name in MONTHS else int(parts.get("iso") or parts.get("number") or 0)
    if not 1 <= number <= 12:
        raise ValueError(f"„{text}“ ist kein Monat. Bitte wie „Juli 2018“ oder 2018-07 schreiben.")
    return f"{parts.get('year') or parts.get('of') or parts.get('named')}-{number:02d}"


def value_of(text: str, unit: str, like: Value) -> Value:
    """The text as the same kind of value as `like`."""
    if isinstance(like, bool):
        if text.lower() not in {"ja", "nein"}:
            raise ValueError(f"„{text}“ kann hier nicht stehen. Erlaubt sind: ja, nein.")
        return text.lower() == "ja"
    if isinstance(like, Decimal):
        return number_of(text, unit)
    return month_of(text) if unit == "month" else text


def word_of(text: str, allowed: dict[str, str]) -> str:
    """The code whose German name (or the code itself) the text is, whatever its case."""
    names = {german.lower(): code for code, german in allowed.items()} | {code: code for code in allowed}
    if text.lower() not in names:
        raise ValueError(f"„{text}“ ist nicht vorgesehen. Erlaubt sind: {', '.join(allowed.values())}.")
    return names[text.lower()]
