"""The data dictionary of an export in German: every table, every column with its unit, and the notebook in which the table is shown."""

import re
from collections.abc import Iterator, Sequence

from wiwak_eval import german
from wiwak_eval.publication.content import RunMark
from wiwak_eval.publication.data_fields import KINDS, fields_of
from wiwak_eval.publication.imprint import imprint
from wiwak_eval.results import HIDDEN, Level, ReleasedTable

CONVENTIONS = (
    "Zu jeder Tabelle gibt es eine CSV-Datei gleichen Namens: UTF-8, Komma als Trennzeichen, Dezimalpunkt, Beträge in Euro.",
    f"Ein leeres Feld heißt: keine Angabe. „{HIDDEN}“ heißt: aus Datenschutzgründen nicht ausgewiesen.",
    "Ein Apostroph vor Wörtern, die mit =, +, - oder @ beginnen, hindert Tabellenprogramme daran, sie als Formel zu rechnen.",
)
CLOSED_WORDS = "Lizenz: keine; die Tabellen sind nicht zur Veröffentlichung bestimmt."
NO_LICENCE = "Lizenz: Die Lieferung nennt keine. Vor einer Weiterverwendung ist die Behörde zu fragen."
_UNFIT = re.compile(r"[\\`*_|<>\[\]{}#$]")
_BREAK = re.compile(r"\s+")


def data_dictionary(tables: Sequence[ReleasedTable], mark: RunMark) -> str:
    """The whole document as Markdown; text of the tables is escaped."""
    return "\n".join([*_head(mark), *_overview(tables), *(line for table in tables for line in _table(table))])


def package_title(mark: RunMark) -> str:
    """What the export is called."""
    return f"Willkommenscenter: freigegebene Tabellen, Lauf {mark.digest}"


def said_of(mark: RunMark) -> tuple[str, ...]:
    """What every paper of the run says, as sentences."""
    return sentences(mark.provenance.mark, *mark.notices)


def sentences(*words: str | None) -> tuple[str, ...]:
    """Words that are there, each with a full stop or the like at its end."""
    return tuple(each if each.endswith((".", "!", "?")) else f"{each}." for each in words if each)


def licence_words(mark: RunMark) -> str:
    """What may be done with the tables; nothing is made up where the authority says nothing."""
    if mark.level is not Level.OEFFENTLICH:
        return CLOSED_WORDS
    return f"Lizenz, wie die Behörde sie nennt: {mark.licence}." if mark.licence else NO_LICENCE


def sources(mark: RunMark) -> tuple[str, ...]:
    """Where the numbers come from."""
    origin = mark.provenance
    period = f"{german.day(origin.period_from)} bis {german.day(origin.period_to)}"
    return (
        f"{origin.authority}: Lieferung vom {german.day(origin.delivered_on)} für {period}",
        "Annahmen und öffentliche Reihen: mit Quelle in der Tabelle „assumptions_log“ und unter den Tabellen",
    )


def _head(mark: RunMark) -> Iterator[str]:
    yield from ("# Datenwörterbuch", "", f"{package_title(mark)}.", "")
    yield from (f"**{_plain(words)}**" for words in said_of(mark))
    yield ""
    yield from (f"* {term}: {_plain(words)}" for term, words in imprint(mark))
    yield from (f"* Quelle: {_plain(words)}" for words in sources(mark))
    yield from (f"* {_plain(words)}" for words in (licence_words(mark), *CONVENTIONS))
    yield ""


def _overview(tables: Sequence[ReleasedTable]) -> Iterator[str]:
    yield from ("## Die Tabellen", "", "| Datei | Titel | Zeilen | Spalten | Notebook |", "|---|---|---:|---:|---|")
    for table in tables:
        counts = f"{german.number(len(table.rows))} | {german.number(len(table.columns))}"
        yield f"| `{table.id}.csv` | {_plain(table.title)} | {counts} | {table.notebook or 'Verzeichnis'} |"
    yield ""


def _table(table: ReleasedTable) -> Iterator[str]:
    yield from (f"## {_plain(table.title)}", "")
    shown = f"gezeigt im Notebook `{table.notebook}`" if table.notebook else "Verzeichnis aller Aussagen mit ihrer Fundstelle"
    yield f"Datei `{table.id}.csv`, {shown}."
    if table.assumptions:
        yield f"Annahmen: {', '.join(f'`{id}`' for id in table.assumptions)}."
    yield ""
    yield from (f"* {_plain(note)}" for note in table.notes)
    yield from ("", "| Spalte | Bezeichnung | Einheit | Art | Erklärung |", "|---|---|---|---|---|")
    for field in fields_of(table):
        beyond = f"{field.meaning}." if field.meaning != field.label else ""
        said = " ".join(filter(None, (beyond, *field.signs)))
        yield f"| `{field.name}` | {_plain(field.label)} | {field.unit or '–'} | {KINDS[field.kind]} | {_plain(said)} |"
    yield ""


def _plain(words: str) -> str:
    """Words in one line without markup."""
    return _UNFIT.sub(lambda sign: f"\\{sign.group()}", _BREAK.sub(" ", words).strip())
