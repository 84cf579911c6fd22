"""What a run saw of the county's own values, for its audit folder."""

import json
from datetime import date
from decimal import Decimal

from wiwak_eval.assumptions.model import Catalogue


def county_record(catalogue: Catalogue, as_of: date) -> str:
    """The county's values known on the as-of date as JSON, which is YAML too: it can stand as `annahmen.yaml` again. Empty where none."""
    seen = {}
    for id, entry in sorted(catalogue.entries.items()):
        values = [value.model_dump(exclude_none=True) for value in entry.county if value.known_since <= as_of]
        if values:
            seen[id] = {"label": entry.label, "unit": entry.unit, "values": values}
    return json.dumps(seen, ensure_ascii=False, indent=2, default=_plain) + "\n" if seen else ""


def _plain(value: date | Decimal) -> str | int | float:
    """Days as ISO text; numbers as they would be typed, which reads back as the same decimal."""
    if isinstance(value, date):
        return value.isoformat()
    return int(value) if value == value.to_integral_value() else float(value)
