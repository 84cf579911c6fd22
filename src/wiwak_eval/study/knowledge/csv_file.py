"""The comparison of two runs' knowledge as a CSV for further work: one line a value, then one line an effect."""

import csv
from collections.abc import Iterator
from pathlib import Path

from wiwak_eval.results import GermanError, NotAssessable, system_words
from wiwak_eval.study.knowledge.amounts import amount_labels
from wiwak_eval.study.knowledge.comparing import KnowledgeComparison
from wiwak_eval.study.knowledge.effects import Effect

VALUE, EFFECT, TOGETHER, REST, TOTAL = "value", "effect", "together", "rest", "total"
FIXED = ("line", "item", "id", "label", "before", "after", "valid_from", "known_since")


def write_csv(path: Path, found: KnowledgeComparison) -> None:
    """Columns of FIXED, then the amounts as changes in euros (`cost_2018`); comma, LF, UTF-8. Raises GermanError where it cannot write."""
    names = list(amount_labels(found.years))
    try:
        with path.open("w", encoding="utf-8", newline="") as handle:
            writer = csv.writer(handle, lineterminator="\n")
            writer.writerow([*FIXED, *names])
            writer.writerows(_rows(found, names))
    except OSError as error:
        raise GermanError(
            f"Die Datei {path} lässt sich nicht schreiben ({system_words(error)}). Bitte Ordner und Rechte prüfen."
        ) from error


def _rows(found: KnowledgeComparison, names: list[str]) -> Iterator[list[str]]:
    for item in found.items:
        for value in item.values:
            days = [value.valid_from.isoformat(), value.known_since.isoformat()]
            yield [VALUE, item.label, value.id, value.label, value.before, value.after, *days, *("" for _ in names)]
    effects = found.effects
    if isinstance(effects, NotAssessable):
        return
    lines = [*((EFFECT, part) for part in effects.parts), (TOGETHER, effects.together), (REST, effects.rest), (TOTAL, effects.total)]
    for kind, part in lines:
        yield [kind, part.label, *("" for _ in FIXED[2:]), *_euros(part, names)]


def _euros(part: Effect, names: list[str]) -> list[str]:
    """Exact to the cent, with a dot; empty where the part cannot be computed alone."""
    return [f"{part.change[name] / 100:.2f}" if part.change is not None else "" for name in names]
