"""The report of a check, as a paper for the audit office."""

import hashlib
import re
from collections.abc import Mapping, Sequence
from datetime import date

from wiwak_eval import __version__, german
from wiwak_eval.audit.verify.paper_words import DIGESTS, NEVER_CHECKED, RULES
from wiwak_eval.audit.verify.result import SEAL_TITLE, SUMS_TITLE, Deviation, Outcome, Section, Verification
from wiwak_eval.publication.budget_papers.parts import Block, paragraph, part, points, signatures, to_fill
from wiwak_eval.publication.design import typst_tokens
from wiwak_eval.publication.imprint import LEVELS
from wiwak_eval.publication.pdf_gate import check_pdf, line
from wiwak_eval.publication.sheets import UPRIGHT, sheet_data
from wiwak_eval.publication.typesetting import Data, pdf
from wiwak_eval.results import Level

TEMPLATE = "budget_paper.typ"
MOST_ROWS = 40
"""Deviations of one part that are printed; all stand in the machine file."""
_MOST_WORDS = 160
_LONG = re.compile(r"[^\s/_]{30,}")
"""What no column could break: digests, mostly."""
_EMPTY, _NONE = hashlib.sha256(b"").hexdigest(), "keine"


def report_pdf(verification: Verification) -> bytes:
    """The report as a tagged PDF; the same findings give the same bytes. Raises ValueError where it does not pass the gate."""
    paper = pdf(TEMPLATE, _data(verification))
    faults = check_pdf(paper).faults
    if faults:
        raise ValueError(line(faults[0][1]))
    return paper


def _data(found: Verification) -> Data:
    delivery, asked = _dict(found.manifest.get("delivery")), _dict(found.manifest.get("parameters"))
    as_of = _day(str(asked.get("as_of", "")))
    stated = delivery.get("mark")
    return {
        "design": typst_tokens(),
        "title": "Prüfbericht",
        "subtitle": f"{delivery.get('authority', 'Behörde nicht lesbar')} · Willkommenscenter · Lauf {found.run}",
        "mark": str(stated) if stated else None,
        "run_line": f"Prüfbericht zum Lauf {found.run} · geprüft mit wiwak-eval {__version__}",
        "authority": str(delivery.get("authority", "")),
        "as_of": [as_of.year, as_of.month, as_of.day],
        "notices": _notices(found),
        "parts": [
            _result(found, asked),
            *map(_section, found.sections),
            _unchecked(found),
            _sides(found),
            _rules(),
            _identity(found),
            _signed(),
        ],
        "lying": False,
        "scale": 1.0,
    }


def _notices(found: Verification) -> list[str]:
    if not found.manifest:
        return ["Der Lauf sagt nicht lesbar, aus welchen Daten er ist und ob sie simuliert sind."]
    if found.stopped:
        return ["Was hier über den Lauf steht, ist dem Ordner entnommen, dessen Prüfsummen oder Siegel nicht passen."]
    return []


def _result(found: Verification, asked: Mapping[str, object]) -> Data:
    rows = [(section.title, section.outcome.value, str(len(section.deviations) or "–")) for section in found.sections]
    terms = [f"{label}: {words}" for label, words in (*_terms(asked), *found.asked) if words]
    return part(
        "Ergebnis",
        paragraph(found.verdict),
        _table("Was geprüft wurde", ("Prüfung", "Ergebnis", "Abweichungen"), rows, (False, False, True)),
        *([paragraph(f"Angaben. {'; '.join(terms)}.")] if terms else []),
    )


def _section(section: Section) -> Data:
    blocks: list[Block] = [paragraph(f"{section.outcome[0].upper()}{section.outcome[1:]}."), points(section.sentences)]
    if section.rules:
        rows = [(rule, german.number(count)) for rule, count in section.rules.items()]
        blocks.append(_table("Nach welcher Regel wie viele Dateien gleich sind", ("Regel", "Dateien"), rows, (False, True)))
    if section.deviations:
        sums = section.title in {SUMS_TITLE, SEAL_TITLE}
        blocks.append(_deviations(section.deviations, ("notiert", "gefunden") if sums else ("im Lauf", "gefunden")))
    return part(section.title, *blocks)


def _deviations(deviations: Sequence[Deviation], sides: tuple[str, str]) -> Block:
    rows = [tuple(map(_short, (one.file, one.place, one.in_run, one.found))) for one in deviations[:MOST_ROWS]]
    left = len(deviations) - len(rows)
    notes = [f"Weitere {german.number(left)} Abweichungen stehen in pruefbericht.json."] if left else []
    return _table("Abweichungen", ("Datei", "Stelle", *sides), rows, (False,) * 4, notes)


def _unchecked(found: Verification) -> Data:
    open_ones = [one for one in found.sections if one.outcome in {Outcome.UNCHECKED, Outcome.UNCOMPARED}]
    left = [f"{one.title}: {sentence}" for one in open_ones for sentence in one.sentences]
    if found.stopped:
        first = "" if any(one.title == SEAL_TITLE for one in found.sections) else "Siegel, "
        left.append(f"{first}Programm, Lieferung, Wiederholung und Notebooks: Nach der ersten Abweichung wird nicht weiter geprüft.")
    ours = (
        [paragraph("Aus den genannten Gründen blieb offen:"), points(left)] if left else [paragraph("Jede vorgesehene Prüfung fand statt.")]
    )
    return part("Was nicht geprüft wurde", *ours, paragraph("Eine Wiederholung kann nie zeigen:"), points(NEVER_CHECKED))


def _identity(found: Verification) -> Data:
    digests = _dict(found.manifest.get("digests"))
    rows = [("Siegel (Prüfsumme der Liste SHA256SUMS)", _grouped(found.seal))]
    rows += [(label, _grouped(str(digests[name]))) for name, label in DIGESTS.items() if name in digests]
    note = "In Gruppen zu acht Zeichen; „wiwak verify --seal“ nimmt das Siegel mit und ohne Lücken."
    return part("Siegel und Prüfsummen", _table("Woraus der Lauf gemacht ist", ("Was", "SHA-256"), rows, (False, False), [note]))


def _terms(asked: Mapping[str, object]) -> Sequence[tuple[str, str]]:
    day, level = _day(str(asked.get("as_of", ""))), str(asked.get("release", ""))
    return (
        ("Szenario", str(asked.get("scenario", ""))),
        ("Stichtag", german.day(day) if asked else ""),
        ("Fassung", LEVELS[Level(level)] if level in set(Level) else level),
    )


def _sides(found: Verification) -> Data:
    if not found.sides:
        return part(
            "Umgebung auf beiden Seiten", paragraph("Es wurde nicht wiederholt; nur die Umgebung des Laufs ist bekannt (Prüfpaket).")
        )
    heads = ("Was", "beim Lauf", "bei der Prüfung")
    return part("Umgebung auf beiden Seiten", _table("Womit gerechnet wurde", heads, found.sides, (False,) * 3))


def _rules() -> Data:
    return part("Regeln des Vergleichs", points(RULES))


def _signed() -> Data:
    asked = {"Geprüft von": "Name und Stelle", "Geprüft am": "Tag", "Herkunft des Siegels": "wer es wann notiert hat"}
    return part("Vermerk", to_fill(asked), signatures("Ort, Datum", "Unterschrift"))


def _table(title: str, heads: Sequence[str], rows: Sequence[Sequence[str]], numeric: Sequence[bool], notes: Sequence[str] = ()) -> Block:
    sheet = sheet_data(heads, rows, numeric, UPRIGHT)
    plain = [False] * len(rows)
    return {"kind": "table", "title": title, "source": "", "notes": list(notes), **sheet, "sums": plain, "breaks": plain}


def _grouped(digest: str) -> str:
    """In groups that a person can compare and a narrow column can break."""
    return _NONE if digest == _EMPTY else " ".join(digest[at : at + 8] for at in range(0, len(digest), 8)) or "–"


def _short(text: str) -> str:
    flat = _LONG.sub(lambda found: _grouped(found[0]), " ".join(text.split())) or "(leer)"
    return flat if len(flat) <= _MOST_WORDS else f"{flat[: _MOST_WORDS - 1]}…"


def _dict(value: object) -> Mapping[str, object]:
    return value if isinstance(value, Mapping) else {}


def _day(text: str) -> date:
    """The as-of date of the run; where it cannot be read, the first day a PDF can state."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return date(1980, 1, 1)
