"""The attribution in German: a table in aligned columns, and sentences."""

from collections.abc import Iterable, Iterator, Sequence

from wiwak_eval.audit.attribution.columns import effects, label_of, plain, signed, unit_of, unit_words
from wiwak_eval.audit.attribution.factors import LABELS, TOGETHER
from wiwak_eval.audit.attribution.result import Attribution
from wiwak_eval.audit.attribution.shares import Share
from wiwak_eval.audit.attribution.subjects import subject
from wiwak_eval.publication.imprint import LEVELS
from wiwak_eval.results import Level, NotAssessable

RANGES = "Die Spannen (80-%-Bereiche) sind nicht zerlegt, nur die Planwerte."
HOW = (
    "So wird gerechnet: Von Lauf A wird jeweils ein Teil gegen den von Lauf B getauscht; die Spalte zeigt, was sich dadurch ändert.",
    f"„{TOGETHER}“ ist, was die Teile gemeinsam darüber hinaus ändern. Die Spalten ergeben zusammen den Unterschied, auf den Cent.",
)
NO_DIFFERENCE = "In den wichtigsten Zahlen gibt es keinen Unterschied."
LEVEL = "Freigabestufe"
_GAP = "  "


def lines(found: Attribution | NotAssessable) -> Iterator[str]:
    """What `wiwak compare` prints first."""
    if isinstance(found, NotAssessable):
        yield found.reason
        return
    if found.mark:
        yield found.mark
    yield from heads(found)
    yield from differences(found)
    yield ""
    yield from _table(found) if found.changed else [NO_DIFFERENCE]
    yield ""
    yield from remarks(found)


def heads(found: Attribution) -> Iterator[str]:
    """Which runs these are and for whom; a line more where what is said of them must stay in the house."""
    for side in (found.before, found.after):
        yield f"{side.name}: {side.id} · Fassung: {LEVELS[side.level]}"
    strictest = strictest_level(found)
    if strictest is not Level.OEFFENTLICH:
        yield f"Diese Ausgabe ist {LEVELS[strictest]}."


def strictest_level(found: Attribution) -> Level:
    """The level of whatever is made of both runs: of what is for fewer people, the one for the fewest."""
    return next(level for level in (Level.INTERN, Level.GREMIUM, Level.OEFFENTLICH) if level in found.levels)


def level_lines(found: Attribution) -> tuple[str, ...]:
    """How the levels differ; empty where they do not."""
    before, after = found.levels
    return () if before is after else (f"{LEVELS[before]} → {LEVELS[after]}",)


def differences(found: Attribution) -> Iterator[str]:
    """What differs between the runs, one line a thing, under its factor."""
    for line in level_lines(found):
        yield from (f"{LEVEL}:", f"{_GAP}{line}")
    for factor in found.differing:
        yield f"{LABELS[factor]}:"
        yield from (f"{_GAP}{detail.line}" for detail in found.details if detail.factor is factor)


def remarks(found: Attribution) -> Iterator[str]:
    """Where all other figures stand, how it was computed, and what was not."""
    yield from others(found)
    yield from method(found)


def others(found: Attribution) -> Iterator[str]:
    """The headline figures that are in no table."""
    quiet = [share.id for share in found.shares if share not in found.changed and share.id not in found.other_spans]
    if quiet and found.changed:
        yield f"Ohne Unterschied: {_names(found, quiet)}."
    if found.other_spans:
        yield f"Wert gleich, Spanne anders: {_names(found, found.other_spans)}."
    hidden = [id for id in found.unstated if any(id in side.printed and side.printed[id].hidden for side in (found.before, found.after))]
    if hidden:
        yield f"In einem Lauf verdeckt, daher nicht zerlegt: {_names(found, hidden)}."
    missing = [id for id in found.unstated if id not in hidden]
    if missing:
        yield f"Nicht verglichen, weil ein Lauf dazu keine Zahl nennt: {_names(found, missing)}."


def method(found: Attribution) -> Iterator[str]:
    """How it was computed, and what was not."""
    for share in found.shares:
        for effect in effects(found):
            if effect.of(share) is None:
                yield f"{label_of(found, share.id)}: {effect.through} allein nicht zu rechnen; die Wirkung steckt im {TOGETHER}."
    if len(found.separated) > 1:
        yield from HOW
    if any(share.rest for share in found.shares) and found.rest:
        yield f"{found.rest}."
    yield from found.notices
    yield RANGES


def lead(found: Attribution, shares: Sequence[Share]) -> list[str]:
    """How each of these figures changed; a cause that is the whole cause of all is said once."""
    causes = {_whole_cause(found, share) for share in shares}
    if len(shares) < 2 or len(causes) > 1 or "" in causes:
        return [sentence(found, share) for share in shares]
    return [*(_changed(found, share) for share in shares), f"Jeder dieser Unterschiede entsteht ganz {causes.pop()}."]


def sentence(found: Attribution, share: Share) -> str:
    """How a figure changed and by what, for those who read no table."""
    if not share.difference:
        return _changed(found, share)
    whole = _whole_cause(found, share)
    if whole:
        return f"{_changed(found, share)} Der ganze Unterschied entsteht {whole}."
    unit = unit_of(found, share)
    parts = ((value, effect.through) for effect in effects(found) if (value := effect.of(share)))
    return f"{_changed(found, share)} Davon {', '.join(f'{signed(value, unit)}{unit_words(unit)} {through}' for value, through in parts)}."


def _changed(found: Attribution, share: Share) -> str:
    unit = unit_of(found, share)
    words, change = unit_words(unit), share.difference
    ends = f"{plain(share.before, unit)}{words} → {plain(share.after, unit)}{words}"
    if not change:
        return f"{subject(share.id)} in beiden Läufen gleich ({plain(share.before, unit)}{words}); die Wirkungen heben sich auf."
    way = "höher" if change > 0 else "niedriger"
    return f"{subject(share.id)} in Lauf B um {plain(abs(change), unit)}{words} {way} als in Lauf A ({ends})."


def _whole_cause(found: Attribution, share: Share) -> str:
    """Through what alone a figure changed: „durch andere Daten“; empty where it is not one thing."""
    through = [effect.through for effect in effects(found) if effect.of(share)]
    return through[0] if len(through) == 1 else ""


def _names(found: Attribution, ids: Iterable[str]) -> str:
    """The figures' names, those of both years together."""
    years: dict[str, list[str]] = {}
    for label in (label_of(found, id) for id in ids):
        name, _, year = label.rpartition(" ")
        place = (name, year) if year.isdigit() else (label, "")
        years.setdefault(place[0], []).append(place[1])
    return "; ".join(f"{name} {' und '.join(told)}".strip() for name, told in years.items())


def _table(found: Attribution) -> Iterator[str]:
    """Aligned columns: the figure, run A, the effects, run B."""
    rows = [("", "Lauf A", *(effect.label for effect in effects(found)), "Lauf B")]
    rows += [cells(found, share) for share in found.changed]
    widths = [max(len(row[place]) for row in rows) for place in range(len(rows[0]))]
    for row in rows:
        yield _GAP.join([row[0].ljust(widths[0]), *(cell.rjust(wide) for cell, wide in zip(row[1:], widths[1:], strict=True))]).rstrip()


def cells(found: Attribution, share: Share) -> tuple[str, ...]:
    """A row of the table: its name with the unit, the first run, effects, the second run."""
    unit = unit_of(found, share)
    name = f"{label_of(found, share.id)}{' (€)' if unit == 'euro' else ''}"
    changes = (signed(effect.of(share), unit) for effect in effects(found))
    return (name, plain(share.before, unit), *changes, plain(share.after, unit))
