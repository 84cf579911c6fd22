"""References to rows of other tables, checked against the rows in use."""

from dataclasses import dataclass

import numpy as np
import pyarrow as pa

from wiwak_eval.records.assembly import TableRows
from wiwak_eval.records.columns import Column, Flags
from wiwak_eval.records.distinct import places_of


@dataclass(frozen=True)
class KeyIndex:
    """What others may refer to.

    used: keys of rows in use; rejected: other keys and where their first row stands; lost: number of rows whose key cannot be read;
    first_lost: where the first of them stands.
    """

    german: str
    used: pa.Array
    rejected: dict[str, str]
    lost: int
    first_lost: str


@dataclass(frozen=True)
class Missed:
    """A reference that leads nowhere: advice, and whether it only follows from another row that is not used."""

    advice: str
    consequence: bool


def build_index(table: TableRows, rejected: Flags) -> KeyIndex:
    """The keys of a checked table with a key of one column."""
    key = table.columns[table.spec.key[0]]
    in_use = np.zeros(len(key.texts) + 1, np.bool_)
    in_use[key.codes[~rejected]] = True
    used = key.texts.filter(pa.array(in_use[:-1]))
    lost_rows = np.flatnonzero(rejected & (key.codes < 0))
    malformed = [file.place(line) for file in table.files for line in file.malformed]
    places: dict[str, str] = {}
    for row in np.flatnonzero(rejected & (key.codes >= 0)).tolist():
        places.setdefault(str(key.value(row)), table.place(row))
    lost = [table.place(int(row)) for row in lost_rows[:1]] + malformed
    return KeyIndex(table.spec.german, used, places, len(lost_rows) + len(malformed), lost[0] if lost else "")


def find_missed(column: Column, index: KeyIndex) -> dict[int, Missed]:
    """Distinct value of a reference column to what is wrong with it; values that lead to a row in use are left out.

    Where no more keys are unknown than rows of the other table lost theirs, the unknown ones are taken as a consequence of those.
    """
    lacking = np.flatnonzero(places_of(column.texts, index.used) < 0)
    astray = {code: column.texts[code].as_py() for code in lacking.tolist()}
    unknown = sum(key not in index.rejected for key in astray.values())
    lost = 0 < unknown <= index.lost
    return {code: _missed(key, index, lost) for code, key in astray.items()}


def _missed(key: str, index: KeyIndex, lost: bool) -> Missed:
    if key in index.rejected:
        return Missed(
            f"Der Verweis führt zu {index.rejected[key]}, die selbst nicht verwendet wird. Bitte zuerst jene Zeile berichtigen.", True
        )
    if lost:
        return Missed(
            f"Zu dieser Kennung gibt es in „{index.german}“ keine Zeile; dort fehlt eine Kennung ({index.first_lost}). "
            "Bitte zuerst jene Zeile berichtigen.",
            True,
        )
    return Missed(
        f"Zu dieser Kennung gibt es in „{index.german}“ keine Zeile. Bitte die Kennung prüfen oder die Zeile dort ergänzen.", False
    )
