"""JSON schema of an assumptions file, for editors that check while typing: `python -m wiwak_eval.assumptions.schema`."""

import json
import sys

from wiwak_eval.assumptions.model import Entry


def schema_text() -> str:
    """The schema as it stands in `data/assumptions/schema.json`."""
    entry = Entry.model_json_schema()
    definitions = entry.pop("$defs")
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Annahmen",
        "description": "Kennung: Angaben. Schlüssel mit „_“ am Anfang halten YAML-Anker.",
        "type": "object",
        "patternProperties": {"^_": {}, "^[A-Za-z]": {"$ref": "#/$defs/Entry"}},
        "additionalProperties": False,
        "$defs": {"Entry": entry, **definitions},
    }
    return json.dumps(schema, ensure_ascii=False, indent=2, sort_keys=True) + "\n"


if __name__ == "__main__":
    sys.stdout.write(schema_text())
