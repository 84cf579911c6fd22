"""A form and its mapping become a filled copy and a list of what was filled and what could not be."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from wiwak_eval.publication.forms.excel import ExcelForm
from wiwak_eval.publication.forms.formats import Filler, filler
from wiwak_eval.publication.forms.mapping import Entry, Mistake, ReadMapping, read_mapping_file
from wiwak_eval.publication.forms.run_values import Missing, RunValues, read_run
from wiwak_eval.publication.forms.word_form import WordForm
from wiwak_eval.publication.office.package import UnsafePackage, open_package
from wiwak_eval.results import UNPROVEN_SIGN, GermanError, system_words

EXCEL, WORD = ".xlsx", ".docx"
UNPROVEN = f"{UNPROVEN_SIGN} Die Zahl beruht auf Annahmen, die nicht geprüft sind; im Formular selbst steht das Zeichen nicht."


@dataclass(frozen=True)
class Filling:
    """file: the filled form; report: the list of what was filled and what was not; filled, unfilled: its German lines."""

    file: Path
    report: Path
    filled: tuple[str, ...]
    unfilled: tuple[str, ...]


@dataclass(frozen=True)
class _Planned:
    line: int
    entry: Entry
    filler: Filler


def fill_form(run: Path, mapping: Path, out: Path) -> Filling:
    """Fill a copy of the form in `out` with numbers of the run; the form itself is never changed.

    Raises GermanError with one sentence, file and line for each mistake; then nothing is written.
    """
    read = read_mapping_file(mapping)
    values = read_run(run)
    target = _target(read, out)
    planned, unfilled = _planned(read, values)
    content = _content(read, planned, values.mark)
    report = _report(target)
    signs = [UNPROVEN_SIGN if values.unproven(one.entry) else "" for one in planned]
    filled = tuple(
        f"Zeile {one.line}: {one.entry.place} ← {one.entry.asked}: {one.filler.text}{sign}"
        for one, sign in zip(planned, signs, strict=True)
    )
    lines = [f"Lauf {run.name}, Formular {read.content.form}", *([values.mark] if values.mark else []), ""]
    lines += [
        "Ausgefüllt:",
        *(filled or ("nichts",)),
        "",
        "Nicht ausgefüllt:",
        *(unfilled or ("nichts",)),
        *(["", UNPROVEN] if any(signs) else []),
    ]
    try:
        out.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
        report.write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")
    except OSError as error:
        raise GermanError(
            f"Das Formular {target} konnte nicht geschrieben werden ({system_words(error)}). Bitte Platz und Rechte prüfen."
        ) from None
    return Filling(target, report, filled, unfilled)


def _target(read: ReadMapping, out: Path) -> Path:
    if not read.form.is_file():
        raise GermanError(read.mistake(1, f"Das Formular „{read.content.form}“ gibt es nicht. Es wird neben der Zuordnung gesucht."))
    if read.form.suffix.lower() not in {EXCEL, WORD}:
        raise GermanError(read.mistake(1, "Ausgefüllt werden Formulare mit der Endung .xlsx oder .docx. Bitte das Formular so speichern."))
    target = out / read.form.name
    taken = next((file for file in (target, _report(target)) if file.exists() or file.is_symlink()), None)
    if taken is not None:
        raise GermanError(f"{taken} gibt es schon. Bitte einen anderen Ordner angeben; vorhandene Dateien werden nicht überschrieben.")
    return target


def _report(target: Path) -> Path:
    return target.with_name(f"{target.stem}_bericht.txt")


def _planned(read: ReadMapping, values: RunValues) -> tuple[list[_Planned], tuple[str, ...]]:
    """What goes where, and lines on what could not be filled. Raises GermanError for entries that ask for what there cannot be."""
    planned: list[_Planned] = []
    unfilled: list[str] = []
    wrong: list[str] = []
    for line, entry in zip(read.lines, read.content.entries, strict=True):
        with _noting(read, line, wrong):
            value = values.value(entry)
            if isinstance(value, Missing):
                unfilled.append(f"Zeile {line}: {entry.place} ← {entry.asked}: {value.reason}.")
            else:
                planned.append(_Planned(line, entry, filler(value, entry)))
    _stop(wrong)
    return planned, tuple(unfilled)


def _content(read: ReadMapping, planned: Sequence[_Planned], mark: str) -> bytes:
    """The filled copy. Raises GermanError for what the form does not allow."""
    try:
        package = open_package(read.form.read_bytes())
        form = ExcelForm(package) if read.form.suffix.lower() == EXCEL else WordForm(package)
        wrong = list(_unmarked(read, planned)) if mark and isinstance(form, ExcelForm) else []
        for line, place in zip(read.mark_lines, read.content.mark if mark else (), strict=False):
            with _noting(read, line, wrong):
                form.put_mark(place, mark)
        for one in planned:
            with _noting(read, one.line, wrong):
                form.put(one.entry, one.filler)
        _stop(wrong)
        return form.content(mark)
    except UnsafePackage as error:
        raise GermanError(read.mistake(1, f"Das Formular wird nicht angenommen: {error}. Bitte ohne Kennwort neu speichern.")) from error


def _unmarked(read: ReadMapping, planned: Sequence[_Planned]) -> Iterator[str]:
    """Sheets of numbers that must carry a mark and have no place for it: whoever sees only the sheet would take them for real ones."""
    marked = {place.sheet for place in read.content.mark}
    sheets = {one.entry.sheet: one.line for one in reversed(planned) if one.entry.sheet is not None}
    for sheet, line in sorted(sheets.items(), key=lambda found: found[1]):
        if sheet not in marked:
            words = f"Bitte unter „mark“ eine leere Zelle des Blatts „{sheet}“ für den Vermerk nennen."
            yield read.mistake(line, f"Die Zahlen dieses Laufs müssen gekennzeichnet sein. {words}")


@contextmanager
def _noting(read: ReadMapping, line: int, wrong: list[str]) -> Iterator[None]:
    """Collects a mistake with its line, so that all are told at once."""
    try:
        yield
    except Mistake as mistake:
        wrong.append(read.mistake(line, str(mistake)))


def _stop(wrong: Sequence[str]) -> None:
    if wrong:
        raise GermanError("\n".join(wrong))
