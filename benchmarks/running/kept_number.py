"""What two of the three small notebooks compute: once, kept below the state folder as results of a study are."""

import json

from wiwak_eval.study import digests
from wiwak_eval.study.home import home
from wiwak_eval.study.keeping import locked, write_whole


def kept_number(word: str) -> int:
    """A number that depends on a word."""
    folder = home() / "results" / "miniature" / digests.of_text(word)[:24]
    with locked(folder):
        file = folder / "result.json"
        if not file.exists():
            numbers = [place * ord(word[0]) for place in range(20_000)]
            write_whole(file, json.dumps(numbers).encode())
        return sum(json.loads(file.read_text(encoding="utf-8")))
