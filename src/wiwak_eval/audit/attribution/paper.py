"""Why the figures of two runs differ, as a paper for those who read no table: sentences, pictures, then the table and how it was found."""

from collections.abc import Mapping, Sequence

from wiwak_eval import german
from wiwak_eval.audit.attribution.columns import effects, label_of
from wiwak_eval.audit.attribution.factors import LABELS
from wiwak_eval.audit.attribution.picture import is_drawn, waterfall
from wiwak_eval.audit.attribution.result import Attribution
from wiwak_eval.audit.attribution.shares import Share
from wiwak_eval.audit.attribution.words import LEVEL, NO_DIFFERENCE, cells, lead, level_lines, method, others, sentence, strictest_level
from wiwak_eval.publication.design import typst_tokens
from wiwak_eval.publication.imprint import LEVELS
from wiwak_eval.publication.lettering import width
from wiwak_eval.publication.style import saved
from wiwak_eval.publication.typesetting import Data, pdf
from wiwak_eval.study.compare_words import SIMULATED, is_simulated

TEMPLATE = "comparison.typ"
FINDINGS = "kennzahlen.csv"
"""The file beside the paper with each finding that differs."""
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


def comparison_pdf(found: Attribution) -> bytes:
    """The paper; the same attribution gives the same bytes."""
    first = _first(found)
    return pdf(
        TEMPLATE,
        {
            **_frame(found),
            "lead": lead(found, first) or [NO_DIFFERENCE],
            "reading": READING,
            "figures": [_figure(found, share) for share in [one for one in first if is_drawn(found, one)][:DRAWN]],
            "differences": [*_levels(found), *(_factor(found, place) for place in range(len(found.differing)))],
            "table": _table(found) if found.changed else None,
            "others": [*others(found), *further(found)],
            "remarks": list(method(found)),
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
    level = strictest_level(found)
    return {
        "design": typst_tokens(),
        "title": TITLE,
        "subtitle": " ".join(
            f"{side.name}: {side.id}, Stichtag {german.day(side.as_of)}, Fassung: {LEVELS[side.level]}." for side in (before, after)
        ),
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


def further(found: Attribution) -> Sequence[str]:
    """How many more findings differ, where they stand, and what to mind with simulated ones."""
    told = [SIMULATED] if any(is_simulated(one) for one in found.findings) else []
    count = len(found.further)
    if not count:
        return told
    words = "Außerdem ist eine weitere Kennzahl anders" if count == 1 else f"Außerdem sind {german.number(count)} weitere Kennzahlen anders"
    return [f"{words}. Jede steht in „{FINDINGS}“ neben dieser Seite und in der Ausgabe von „wiwak compare“.", *told]


def _levels(found: Attribution) -> Sequence[Mapping[str, object]]:
    lines = level_lines(found)
    return [{"label": LEVEL, "lines": lines}] if lines else []


def _factor(found: Attribution, place: int) -> Mapping[str, object]:
    factor = found.differing[place]
    return {"label": LABELS[factor], "lines": [detail.line for detail in found.details if detail.factor is factor]}


def _table(found: Attribution) -> Data:
    heads = ["Zahl", "Lauf A", *(effect.label for effect in effects(found)), "Lauf B"]
    rows = [list(cells(found, share)) for share in found.changed]
    widths = [max(width(words, _SMALL, bold=True) for words in column) for column in zip(heads, *rows, strict=True)]
    return {
        "number": "",
        "title": "Geänderte Hauptzahlen",
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
