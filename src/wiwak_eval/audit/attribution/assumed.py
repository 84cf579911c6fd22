"""Which assumptions the two runs used differently, as the runs' own logs have them."""

from collections.abc import Mapping, Sequence
from datetime import date

import yaml

from wiwak_eval.audit.attribution.sides import COUNTY_VALUES, Side
from wiwak_eval.results import UNPROVEN_SIGN

NONE = "–"
Log = Mapping[str, tuple[str, str]]
"""Label and value by `id@day`, the day from which the value holds."""


def changed_assumptions(before: Log, after: Log) -> list[str]:
    """A German line for each value that differs: of a value that only one run has, the other's that was in force on that day."""
    found = []
    for key in sorted(before.keys() | after.keys()):
        old, new = _in_force(before, key), _in_force(after, key)
        if old != new:
            label = (after.get(key) or before[key])[0].removesuffix(UNPROVEN_SIGN)
            found.append(f"{label}, ab {date.fromisoformat(key.partition('@')[2]):%d.%m.%Y}: {old} → {new}")
    return found


def unread_values(before: Side, after: Side) -> list[str]:
    """A German line for each own value of the county that differs and that no table of either run reads; nothing where a run has no log."""
    if not before.log or not after.log:
        return []
    read = {key.partition("@")[0] for side in (before, after) for key in side.log}
    values = [_county_values(side) for side in (before, after)]
    changed = [id for id in sorted(values[0].keys() | values[1].keys()) if values[0].get(id) != values[1].get(id)]
    return [f"Eigener Wert „{_label(id, values)}“ ({id}): wird in diesen Läufen nicht gelesen" for id in changed if id not in read]


def _in_force(log: Log, key: str) -> str:
    """The value of this key, else that of the same assumption from the last day before it."""
    id, _, day = key.partition("@")
    days = [at.partition("@")[2] for at in log if at.startswith(f"{id}@") and at.partition("@")[2] <= day]
    return log[f"{id}@{max(days)}"][1] if days else NONE


def _label(id: str, values: Sequence[Mapping[str, object]]) -> str:
    entries = (each[id] for each in values if id in each)
    return next((str(entry["label"]) for entry in entries if isinstance(entry, dict) and "label" in entry), id)


def _county_values(side: Side) -> Mapping[str, object]:
    """What the run recorded, by id; nothing where there is nothing to read."""
    try:
        found = yaml.safe_load((side.bundle / COUNTY_VALUES).read_text(encoding="utf-8"))
    except (OSError, ValueError, yaml.YAMLError):
        return {}
    return found if isinstance(found, dict) else {}
