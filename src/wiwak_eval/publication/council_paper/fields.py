"""What a template may ask for: German text by placeholder, tables by placeholder."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from wiwak_eval import german
from wiwak_eval.budget.papers.registration import years_without_notice
from wiwak_eval.publication.content import RunMark
from wiwak_eval.publication.council_paper.words import ASKED, FILL, FIXED, NO_NOTICE, OPEN, ORDER, OWN, SPOKEN, TO_FILL
from wiwak_eval.publication.display import without_label
from wiwak_eval.publication.imprint import LEVELS
from wiwak_eval.publication.office.package import xml_text
from wiwak_eval.publication.office.word import mark_words
from wiwak_eval.publication.phrases import dated, for_years, spoken
from wiwak_eval.publication.signs import GENERAL
from wiwak_eval.publication.texts import spoken_text
from wiwak_eval.results import UNPROVEN_SIGN, Finding, NotAssessable, ReleasedTable

Released = ReleasedTable | NotAssessable

TABLES: Mapping[str, str] = {
    "tabelle_kosten": "costs",
    "tabelle_finanzierung": "financing",
    "tabelle_haushalt": "budget_application",
    "tabelle_stellen": "posts_sheet",
    "tabelle_alternativen": "alternatives",
    "tabelle_folgekosten": "follow_up_costs",
}
"""Placeholder to the id of the table that takes its place."""

PLACEHOLDERS: Mapping[str, str] = {
    "behoerde": "Behörde, die geliefert hat",
    "betreff": "Betreff",
    "vorlage_nummer": "Nummer der Vorlage (auszufüllen)",
    "federfuehrung": "federführendes Amt (auszufüllen)",
    "beratungsfolge": "Gremien und Sitzungstage (auszufüllen)",
    "sachverhalt": "Pilotjahr, Prognose, Stellen",
    "beschlussvorschlag": "Entwurf des Beschlusses",
    "aufgabenart": "freiwillige Aufgabe oder Pflichtaufgabe",
    "finanzielle_auswirkungen": "Kosten und wer zahlt, in Sätzen",
    "deckung": "Deckung",
    "stellenplan": "Wirkung auf den Stellenplan",
    "alternativen": "Satz vor der Tabelle der Alternativen",
    "folgekosten": "Satz vor der Tabelle der Folgekosten",
    "ablehnung": "Folgen einer Ablehnung",
    "haushaltsvorbehalt": "Vorbehalt des Haushalts",
    "anlagen": "die anderen Dateien des Laufs",
    "unterschrift": "Unterschrift (auszufüllen)",
    "auszufuellen": "Liste all dessen, was ein Mensch ausfüllen muss",
    "hinweise": "Hinweise zu Daten und Vorlage",
    "stichtag": "Stichtag",
    "szenario": "Szenario",
    "fassung": "Freigabestufe",
    "lauf": "Kennung des Laufs",
    **{name: f"Tabelle „{table}“" for name, table in TABLES.items()},
}
"""Every placeholder and what it stands for."""

_ASKED = re.compile(re.escape(ASKED) + r"[^\]]+\]")
_BREAKS = re.compile("[\t\n\r]")
NEW_PARAGRAPH = "\a"
"""The sign that the template engine turns into a new paragraph."""


@dataclass(frozen=True)
class Fields:
    """texts: paragraphs by placeholder; tables: released tables and refusals by placeholder; mark: what stands on every page."""

    texts: Mapping[str, tuple[str, ...]]
    tables: Mapping[str, Released]
    mark: RunMark

    def template_values(self) -> dict[str, str]:
        """One string a placeholder: paragraphs divided by the engine's sign, tables as a token that no text can hold."""
        texts = {name: NEW_PARAGRAPH.join(map(plain, paragraphs)) for name, paragraphs in self.texts.items()}
        return texts | {name: token(name) for name in self.tables}


def council_fields(
    released: Mapping[str, Released],
    findings: Mapping[str, Finding],
    mark: RunMark,
    years: tuple[int, int],
    enclosures: Sequence[str],
    notices: Sequence[str] = (),
) -> Fields:
    """All that the paper says. enclosures: German lines of the other papers; notices: further German sentences.

    Raises KeyError for a table that is neither released nor refused, and for an id that no finding has.
    """
    unpromised = _without_notice(released["budget_application"], years)
    sections = {name: _section(name, findings, years, unpromised) for name in ORDER}
    asked = dict.fromkeys(found for paragraphs in sections.values() for words in paragraphs for found in _ASKED.findall(words))
    signs = any(UNPROVEN_SIGN in words for paragraphs in sections.values() for words in paragraphs)
    texts = sections | {
        "behoerde": (mark.provenance.authority,),
        "anlagen": tuple(enclosures),
        "auszufuellen": tuple(words.removeprefix(ASKED).removesuffix("]") for words in asked),
        "hinweise": tuple(filter(None, (mark_words(mark), *notices, *([GENERAL] if signs else [])))),
        "stichtag": (german.day(mark.as_of),),
        "szenario": (mark.scenario,),
        "fassung": (LEVELS[mark.level],),
        "lauf": (mark.digest,),
    }
    return Fields(texts, {name: _narrow(released[table]) for name, table in TABLES.items()}, mark)


def _narrow(table: Released) -> Released:
    """Without the columns that an upright page has no room for; they stand in the Haushaltsanmeldung."""
    if isinstance(table, NotAssessable) or table.id != "budget_application":
        return table
    places = [place for place, column in enumerate(table.columns) if column.name != "before"]
    rows = tuple(tuple(row[place] for place in places) for row in table.rows)
    return replace(table, columns=tuple(table.columns[place] for place in places), rows=rows)


def _without_notice(application: Released, years: tuple[int, int]) -> tuple[int, ...]:
    """Budget years whose money of the Land nobody has promised yet."""
    named = frozenset() if isinstance(application, NotAssessable) else years_without_notice(application.notes)
    return tuple(year for year in years if year in named)


def _section(name: str, findings: Mapping[str, Finding], years: tuple[int, int], unpromised: tuple[int, ...]) -> tuple[str, ...]:
    """The paragraphs of a section, what a human must add last. unpromised: years whose money of the Land no notice promises."""
    said = [spoken_text(text, findings, years) for text in SPOKEN.get(name, ())]
    still_open = name == "deckung" and any(findings[f"open_{year}"].value for year in years)
    own = [spoken([dated(part, years)], findings) for part in OWN.get(name, ())]
    if name == "deckung" and unpromised:
        told = (unpromised[0], unpromised[-1])
        own += [spoken([dated(part, told)], findings) for part in OWN[NO_NOTICE[len(unpromised)]]]
    if still_open:
        own += [spoken([dated(part, years)], findings) for part in OWN[OPEN]]
    fixed = [for_years(words, years) for words in FIXED.get(name, ())]
    asked = [FILL.format(what) for what in TO_FILL.get(name, ())]
    return tuple(filter(None, (*said, *own, *fixed, *asked)))


def refusal_words(refused: NotAssessable) -> str:
    """What stands where a table would stand."""
    return f"Nicht auswertbar: {without_label(refused.reason).removesuffix('.')}."


def token(name: str) -> str:
    """What a table's placeholder becomes until the table takes its place."""
    return f"\ue000{name}\ue001"


def plain(words: str) -> str:
    """Words as one line of text that neither XML nor the template engine takes for its own."""
    return _BREAKS.sub(" ", xml_text(words))
