"""Everything by which somebody bent the rule for a run, collected and never typed: values, limits, filters, cells left out of a check.

What nobody used has a line too, which says so: an empty list would not tell whether anybody looked.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, fields
from datetime import date
from pathlib import Path

import wiwak_eval
from wiwak_eval import german
from wiwak_eval.assumptions.model import Assumption, Value
from wiwak_eval.assumptions.table import WITHOUT_UNIT
from wiwak_eval.assumptions.units import unit_text, value_text
from wiwak_eval.audit.nbval_tolerance.rules import FILE, read_rules
from wiwak_eval.disclosure.settings import HOUSE_RULE
from wiwak_eval.shipped import shipped
from wiwak_eval.study.opened import MAX_REJECTED
from wiwak_eval.study.study import Study

NONE = "keine"
LEFT_OUT = re.compile(r"NBVAL_\w+|nbval-[\w-]+|raises-exception", re.IGNORECASE)
"""Signs by which nbval skips a cell, ignores its output or lets it fail."""
FILTER = re.compile(r"warnings\.(?:simplefilter|filterwarnings)\((?P<what>[^)]*)\)|(?P<np>np\.errstate)\((?P<how>[^)]*)\)")
STRICTER = '"error"'
"""A filter that turns warnings into errors silences none."""
WHY = {
    "PerfectSeparationWarning": "Die Anpassung trifft die Werte ohne Rest; das ist bei wenigen oder gleichen Werten kein Fehler.",
    "divide": "Eine Division durch null ergibt hier „keine Angabe“; danach wird darauf geprüft.",
}
"""Why a kind of warning is silenced; the line of the programme says more."""
HEADS = ("kind", "place", "what", "reason")


@dataclass(frozen=True)
class Override:
    """One departure, in German. place: file or option; reason: as its author gave it, empty where none is asked for."""

    kind: str
    place: str
    what: str
    reason: str = ""

    @property
    def row(self) -> tuple[str, str, str, str]:
        """Under `HEADS`."""
        return self.kind, self.place, self.what, self.reason


def overrides(study: Study) -> tuple[Override, ...]:
    """All of them, kind by kind; a kind that has none says so."""
    kinds = {
        "Werte des Landkreises": _county_values(study),
        "Änderungen des Szenarios": _patches(study),
        "Verluste beim Einlesen": _losses(study),
        "Geheimhaltung strenger als die Hausregel": _settings(study),
        "Eigene Vorlage": _template(study),
        "Hinweise auf jeder Unterlage": (("", notice, "") for notice in study.mark.notices),
        "Vom Abgleich der Notebooks ausgenommene Zellen": _left_out(),
        "Zulässige Abweichung beim Abgleich der Notebooks": _tolerances(),
        "Unterdrückte Warnungen im Programm": _filters(),
    }
    found: list[Override] = []
    for kind, entries in kinds.items():
        listed = [Override(kind, *entry) for entry in entries]
        found += listed or [Override(kind, "", NONE)]
    return tuple(found)


Entry = tuple[str, str, str]
"""Place, what, reason."""


def _county_values(study: Study) -> Iterator[Entry]:
    """Each value of the county with its unit and what the programme would have computed with. The run knows no file of them: a county
    writes `annahmen.csv` or `annahmen.yaml`, in its state folder or in the delivery."""
    for id, entry in sorted(study.assumptions.catalogue.entries.items()):
        for value in entry.county:
            if value.known_since <= study.as_of:
                shown = f"{entry.label}: {_with_unit(value.value, entry.unit)}, gilt ab {german.day(value.valid_from)}"
                yield f"eigene Annahmen, {id}", f"{shown}; {_replaced(entry, value.valid_from, study.as_of)}", value.source.title


def _replaced(entry: Assumption, since: date, as_of: date) -> str:
    """The shipped value that would hold on that day."""
    held = [
        value
        for value in entry.values
        if value not in entry.county and value.known_since <= as_of and value.valid_from <= since <= (value.valid_to or since)
    ]
    return f"ersetzt {_with_unit(held[-1].value, entry.unit)}" if held else "ersetzt keinen mitgelieferten Wert"


def _with_unit(value: Value, unit: str) -> str:
    return value_text(value, unit) if unit in WITHOUT_UNIT else f"{value_text(value, unit)} {unit_text(unit, one=value == 1)}"


def _tolerances() -> Iterator[Entry]:
    for rule in read_rules(shipped("notebooks")).values():
        step = f"{german.number(rule.step)}\N{NO-BREAK SPACE}€"
        what = f"Tabelle „{rule.table}“, Spalten {', '.join(rule.columns)}: bis {step} mehr oder weniger"
        yield (
            f"notebooks/{FILE}",
            what,
            "Simulierte Beträge sind gerundet; ein anderer Prozessor kann die letzte Stelle um einen Schritt drehen.",
        )


def _patches(study: Study) -> Iterator[Entry]:
    for patch in study.scenario.patches:
        change = f"mal {value_text(patch.multiply, 'factor')}" if patch.multiply is not None else f"gesetzt auf {patch.set}"
        since = f" ab {german.day(patch.valid_from)}" if patch.valid_from else ""
        yield f"Szenario „{study.scenario.label}“, {patch.id}", f"{change}{since}", patch.reason


def _losses(study: Study) -> Iterator[Entry]:
    asked = study.parameters
    if asked.accept_losses:
        yield "--accept-losses", study.intake.losses or "erlaubt, aber nicht gebraucht", ""
    if asked.max_rejected != MAX_REJECTED:
        yield "--max-rejected", f"Grenze {german.percent(asked.max_rejected)} statt {german.percent(MAX_REJECTED)}", ""


def _settings(study: Study) -> Iterator[Entry]:
    for field in fields(HOUSE_RULE):
        house, own = (getattr(settings, field.name) for settings in (HOUSE_RULE, study.settings))
        if own != house:
            yield "geheimhaltung.yaml", f"{field.name}: {own} statt {house}", ""


def _template(study: Study) -> Iterator[Entry]:
    if study.council_template is not None:
        yield "beschlussvorlage.docx", study.papers.notice or "Die Beschlussvorlage hat das Aussehen der Vorlage des Landkreises.", ""


def _left_out() -> Iterator[Entry]:
    for file in sorted(shipped("notebooks").glob("*.ipynb")):
        for cell in json.loads(file.read_text(encoding="utf-8"))["cells"]:
            signs = LEFT_OUT.findall(" ".join([*cell["metadata"].get("tags", []), "".join(cell["source"])]))
            for sign in signs:
                yield f"{file.name}, Zelle {cell.get('id', '')}", sign, ""


def _filters() -> Iterator[Entry]:
    """Each line of the programme that silences a warning."""
    root = Path(wiwak_eval.__file__).parent
    for file in sorted(root.rglob("*.py")):
        content = file.read_bytes()
        silent = file == Path(__file__) or (b"warnings." not in content and b"errstate" not in content)
        for number, line in enumerate([] if silent else content.decode().splitlines(), start=1):
            if match := FILTER.search(line):
                what = match["what"] if match["what"] is not None else match["how"]
                if STRICTER in what:
                    continue
                why = next((words for sign, words in WHY.items() if sign in what), "")
                yield f"{file.relative_to(root).as_posix()}, Zeile {number}", what, why
