"""How the forecast book is written."""

import json

from wiwak_eval.forecast.book import BookEntry, entry_from, entry_json
from wiwak_eval.study.sealed_lines import Script


def _content(entry: BookEntry) -> object:
    """The entry with its numbers as `book.canonical_json` writes them, the same on every machine."""
    return json.loads(entry_json(entry))


FORECAST_BOOK = Script("Prognosebuch", "Prognose", _content, entry_from)

parse_lines = FORECAST_BOOK.parse
