"""What the papers say, in which order."""

from collections.abc import Mapping

from wiwak_eval.publication.content import Block, Chapter, Content, Figure, Paragraph, RunMark
from wiwak_eval.publication.phrases import sentence
from wiwak_eval.publication.pictures import PICTURES
from wiwak_eval.publication.texts import TEXTS, for_years
from wiwak_eval.results import Finding, NotAssessable, ReleasedTable

Released = ReleasedTable | NotAssessable

TITLE = "Willkommenscenter: Pilotjahr, Fallzahlen und Haushalt"
SUMMARY = ("brief_pilot", "brief_caseload", "brief_budget", "brief_financing")
KEY_FINDINGS = ("contacts_pilot", "persons_pilot", "caseload_Y1", "posts_Y1", "cost_Y1", "open_Y1")

OUTLINE: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    (
        "daten",
        "Die Daten",
        (
            "Grundlage ist eine Lieferung der Behörde. Jede Zeile wurde geprüft; was nicht stimmt, ist nicht verwendet und gezählt.",
            "table:intake",
            "table:fault_counts",
            "table:control",
            "table:absent",
        ),
    ),
    (
        "pilotjahr",
        "Das Pilotjahr",
        (
            "say:pilot",
            "picture:monthly",
            "table:year",
            "say:trend",
            "table:trend_tests",
            "Ein steigender Trend beschreibt die Inanspruchnahme. Er sagt nicht, warum mehr Menschen kamen: Es gibt keine "
            "Vergleichsgruppe, und die Zahlen einer neuen Stelle steigen schon deshalb, weil bekannte Klienten wiederkommen und neue "
            "hinzutreten.",
            "picture:topics",
            "table:titles",
            "say:spent",
            "table:expenditure",
            "table:income",
        ),
    ),
    (
        "prognose",
        "Fallzahlen der Haushaltsjahre",
        (
            "say:caseload",
            "picture:forecast_monthly",
            "table:forecast_yearly",
            "Das Verfahren führt das Niveau der letzten Monate fort. Einen Trend aus wenigen Monaten verlängert es nicht, weil solche "
            "Verlängerungen auf kurzen Reihen schlechter treffen als ein gleichbleibendes Niveau; die Bereiche zeigen, wie weit das "
            "Niveau sich verschieben kann.",
            "say:backtest",
            "table:backtest",
            "table:asylum_context",
        ),
    ),
    (
        "haushalt",
        "Stellen, Kosten, Finanzierung",
        (
            "say:posts",
            "table:workload",
            "table:posts_plan",
            "table:posts_range",
            "say:costs",
            "picture:costs",
            "table:cost_range",
            "say:financing",
            "picture:financing",
            "table:financing_variants",
        ),
    ),
    (
        "annahmen",
        "Annahmen und Grenzen",
        (
            "Jeder Wert, der nicht gemessen wurde, ist eine Annahme mit Quelle und Stand. „Ungeprüft“ heißt: Die Quelle wurde nicht "
            "eingesehen oder gibt es nicht; der Landkreis muss den Wert bestätigen oder ersetzen.",
            "table:assumptions_log",
            "table:rates",
            "table:amounts",
            "table:grant",
        ),
    ),
)


def build_content(released: Mapping[str, Released], findings: Mapping[str, Finding], mark: RunMark, years: tuple[int, int]) -> Content:
    """The papers' content from released tables and findings alone."""
    chapters = tuple(Chapter(id, title, tuple(_block(part, released, findings, years) for part in parts)) for id, title, parts in OUTLINE)
    return Content(
        TITLE,
        for_years(f"{mark.provenance.authority} · Auswertung und Planung für die Haushaltsjahre Y1 und Y2", years),
        mark,
        tuple(_spoken(name, findings, years) for name in SUMMARY),
        tuple(for_years(id, years) for id in KEY_FINDINGS),
        chapters,
        findings,
    )


def _block(part: str, released: Mapping[str, Released], findings: Mapping[str, Finding], years: tuple[int, int]) -> Block:
    kind, _, name = part.partition(":")
    if kind == "say":
        return Paragraph(_spoken(name, findings, years))
    if kind == "table":
        return released[name]
    if kind == "picture":
        table = released[name]
        return table if isinstance(table, NotAssessable) else _figure(table)
    return Paragraph(part)


def _spoken(name: str, findings: Mapping[str, Finding], years: tuple[int, int]) -> str:
    return " ".join(sentence(for_years(template, years), findings) for template in TEXTS[name])


def _figure(table: ReleasedTable) -> Figure:
    picture = PICTURES[table.id]
    return Figure(table.id, picture.chart, table, picture.title, picture.subtitle, picture.alt, picture.reading)
