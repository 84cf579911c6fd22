"""Why the figures of two runs differ, as a paper for those who read no table: sentences, pictures, then the table and how it was found."""

from collections.abc import Mapping, Sequence

from wiwak_eval import german
from wiwak_eval.audit.attribution.columns import effects, label_of
from wiwak_eval.audit.attribution.factors import LABELS
from wiwak_eval.audit.attribution.picture import waterfall
from wiwak_eval.audit.attribution.result import Attribution
from wiwak_eval.audit.attribution.shares import Share
from wiwak_eval.audit.attribution.words import NO_DIFFERENCE, cells, remarks, sentence
from wiwak_eval.publication.design import typst_tokens
from wiwak_eval.publication.imprint import LEVELS
from wiwak_eval.publication.lettering import width
from wiwak_eval.publication.style import saved
from wiwak_eval.publication.typesetting import Data, pdf
from wiwak_eval.results import Level

TEMPLATE = "comparison.typ"
TITLE = "Was sich von Lauf A zu Lauf B geändert hat"
TOLD_FIRST = ("cost", "open", "land", "county_cash")
"""Figures of which the first that changed are told in sentences, and the first two drawn."""
READING = (
    "Jeder Balken beginnt, wo der vorige endet. Blau heißt mehr, Orange heißt weniger; der dunkle Balken ist der ganze Unterschied. Die "
    "Balken zeigen, was sich in der Rechnung ändert. Über die Arbeit des Zentrums sagen sie nichts."
)
DRAWN = 2
"""Pictures in the paper; all are in the folder."""
_SMALL = 8.0
_STRICT = (Level.INTERN, Level.GREMIUM, Level.OEFFENTLICH)


def comparison_pdf(found: Attribution) -> bytes:
    """The paper; the same attribution gives the same bytes."""
    first = _first(found)
    return pdf(
        TEMPLATE,
        {
            **_frame(found),
            "lead": [sentence(found, share) for share in first] or [NO_DIFFERENCE],
            "reading": READING,
            "figures": [_figure(found, share) for share in first[:DRAWN]],
            "differences": [_factor(found, place) for place in range(len(found.differing))],
            "table": _table(found) if found.changed else None,
            "remarks": list(remarks(found)),
        },
    )


def _first(found: Attribution) -> Sequence[Share]:
    """The figures told in sentences: total costs and what is open where they changed, else the first that changed."""
    by_name = {name: [share for share in found.changed if share.id.rpartition("_")[0] == name] for name in TOLD_FIRST}
    told = [share for shares in by_name.values() for share in shares][:4]
    return told or found.changed[:2]


def _frame(found: Attribution) -> Data:
    before, after = found.before, found.after
    day = max(before.as_of, after.as_of)
    level = next(level for level in _STRICT if level in {before.level, after.level})
    return {
        "design": typst_tokens(),
        "title": TITLE,
        "subtitle": f"Lauf A: {before.id}, Stichtag {german.day(before.as_of)}. Lauf B: {after.id}, Stichtag {german.day(after.as_of)}.",
        "mark": found.mark,
        "run_line": f"Läufe {before.id} und {after.id} · wiwak-eval · {LEVELS[level]}",
        "authority": after.delivery["authority"],
        "as_of": [day.year, day.month, day.day],
        "notices": [],
    }


def _figure(found: Attribution, share: Share) -> Data:
    told = sentence(found, share)
    return {
        "number": "",
        "title": label_of(found, share.id),
        "subtitle": "Veränderung von Lauf A zu Lauf B",
        "svg": saved(waterfall(found, share), "svg").decode(),
        "alt": f"Waagerechte Balken von oben nach unten, je Teil der Rechnung einer. {told}",
    }


def _factor(found: Attribution, place: int) -> Mapping[str, object]:
    factor = found.differing[place]
    return {"label": LABELS[factor], "lines": [detail.line for detail in found.details if detail.factor is factor]}


def _table(found: Attribution) -> Data:
    heads = ["Zahl", "Lauf A", *(effect.label for effect in effects(found)), "Lauf B"]
    rows = [list(cells(found, share)) for share in found.changed]
    widths = [max(width(words, _SMALL, bold=True) for words in column) for column in zip(heads, *rows, strict=True)]
    return {
        "number": "",
        "title": "Alle geänderten Zahlen",
        "heads": heads,
        "rows": rows,
        "sums": [False] * len(rows),
        "widths": [round(each + _SMALL, 2) for each in widths],
        "numeric": [False, *(True for _ in heads[1:])],
        "size": _SMALL,
        "notes": [],
        "source": f"Läufe {found.before.id} und {found.after.id}, findings.csv",
        "lying": False,
    }
