"""Two run folders, file by file: the one that was handed over, and the same made again."""

import hashlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from wiwak_eval import german
from wiwak_eval.audit.sums import SUMS
from wiwak_eval.audit.verify.comparing.allowance import Allowance
from wiwak_eval.audit.verify.comparing.bounded import bounded, too_large
from wiwak_eval.audit.verify.comparing.documents import compare_markup, compare_package
from wiwak_eval.audit.verify.comparing.papers import compare_pdf
from wiwak_eval.audit.verify.comparing.pictures import same_picture
from wiwak_eval.audit.verify.comparing.tables import compare_csv
from wiwak_eval.audit.verify.comparing.texts import compare_json, compare_lines
from wiwak_eval.audit.verify.result import Deviation

BYTES = "Byte für Byte gleich"
MOST = 50
"""Deviations named of one file; a file that differs throughout says nothing more by the hundredth."""

Compare = Callable[[str, bytes, bytes, Allowance], Iterator[Deviation]]


def _text(file: str, in_run: bytes, found: bytes, allowance: Allowance) -> Iterator[Deviation]:
    return compare_lines(file, in_run.decode("utf-8", "replace"), found.decode("utf-8", "replace"), allowance)


def _picture(file: str, in_run: bytes, found: bytes, _: Allowance) -> Iterator[Deviation]:
    if not same_picture(in_run, found):
        yield Deviation(file, "Bildpunkte", f"{len(in_run)} Bytes", f"{len(found)} Bytes, anderes Bild")


KINDS: Mapping[str, tuple[Compare, str]] = {
    ".csv": (compare_csv, "Tabelle: Beträge, Anzahlen, Texte gleich; Kommazahlen bis 1e-6, simulierte Beträge bis zu einer Stufe (100 €)"),
    ".json": (compare_json, "Werte gleich; Kommazahlen bis 1e-6"),
    ".ipynb": (compare_json, "Notebook: Zellen und Ausgaben gleich, Bilder Punkt für Punkt"),
    ".html": (compare_markup, "Seite: Texte gleich, Zeichnungen bis auf ein Hundertstel Punkt"),
    ".svg": (compare_markup, "Bild: Texte gleich, Zeichnung bis auf ein Hundertstel Punkt"),
    ".png": (_picture, "Bild: Punkt für Punkt gleich bis auf unsichtbare Farbstufen"),
    ".pdf": (compare_pdf, "PDF: Text gleich, Zeichnungen bis auf ein Hundertstel Punkt"),
    ".xlsx": (compare_package, "Arbeitsmappe: Zellen und Formeln gleich"),
    ".docx": (compare_package, "Word-Datei: Texte gleich"),
    ".zip": (compare_package, "Archiv: Inhalt gleich"),
}
TEXT: tuple[Compare, str] = (_text, "Text Zeile für Zeile gleich")


@dataclass(frozen=True)
class Comparison:
    """deviations: at most `MOST` a file; rules: by which rule how many files are equal; by_rule: the rule of each that differs in bytes."""

    deviations: tuple[Deviation, ...]
    rules: Mapping[str, int]
    by_rule: Mapping[str, str]


def compare_folders(run: Path, again: Path, apart: frozenset[str] = frozenset()) -> Comparison:
    """Every file of the one against the other. apart: files that are compared elsewhere, as the record of the environment."""
    ours, theirs = _files(run), _files(again)
    deviations = [Deviation(name, "ganze Datei", "vorhanden", "fehlt in der Wiederholung") for name in sorted(ours - theirs)]
    deviations += [Deviation(name, "ganze Datei", "fehlt im Lauf", "entsteht bei der Wiederholung") for name in sorted(theirs - ours)]
    allowance, rules, by_rule = Allowance(), dict[str, int](), dict[str, str]()
    for name in sorted((ours & theirs) - apart - {SUMS}, key=_order):
        rule, found = _compare_files(name, run / name, again / name, allowance)
        deviations += found
        if not found:
            rules[rule] = rules.get(rule, 0) + 1
            if rule != BYTES:
                by_rule[name] = rule
    return Comparison(tuple(deviations), rules, by_rule)


def _compare_files(name: str, in_run: Path, found: Path, allowance: Allowance) -> tuple[str, list[Deviation]]:
    """Read and compare, in bounds: what was made to be too much is another file."""
    sizes = [file.stat().st_size for file in (in_run, found)]
    if too_large(*sizes):
        return "", [Deviation(name, "Größe der Datei", *(f"{german.number(size)} Bytes" for size in sizes))]
    try:
        with bounded():
            return _compare(name, in_run.read_bytes(), found.read_bytes(), allowance)
    except MemoryError:
        return "", [Deviation(name, "ganze Datei", "braucht zum Lesen zu viel Arbeitsspeicher", "lesbar")]


def _compare(name: str, in_run: bytes, found: bytes, allowance: Allowance) -> tuple[str, list[Deviation]]:
    """The rule and what differs by it. What passes by a rule of content has another digest, which other files may name.

    Anybody may have written the run's file: one that breaks its comparison, in whatever way, is another file.
    """
    if in_run == found:
        return BYTES, []
    compare, rule = KINDS.get(Path(name).suffix, TEXT)
    try:
        deviations = list(islice(compare(name, in_run, found, allowance), MOST))
    except MemoryError:
        raise
    except Exception:
        deviations = [Deviation(name, "ganze Datei", f"{len(in_run)} Bytes", f"{len(found)} andere Bytes; Inhalt nicht vergleichbar")]
    if not deviations:
        allowance.digests.add((hashlib.sha256(in_run).hexdigest(), hashlib.sha256(found).hexdigest()))
    return rule, deviations


def _order(name: str) -> tuple[int, str]:
    """Tables first: what may differ there may differ where it is printed. What names digests of others last."""
    if name.startswith("daten/") and name.endswith(".csv"):
        return 0, name
    return (2 if name.startswith(("pruefpaket/", "ro-crate")) else 1), name


def _files(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
