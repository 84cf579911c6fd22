"""The public sample of the papers of the shipped pilot year: `python -m wiwak_eval.study.sample FOLDER`, which `make sample` calls.

All of it is written by this command and nothing by hand: a list of digests beside the files says so.
"""

import hashlib
import os
import shutil
import sys
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from wiwak_eval import german
from wiwak_eval.publication.imprint import imprint
from wiwak_eval.publication.pdf_packing import packed
from wiwak_eval.publication.sample_pictures import PICTURES, page_pictures, slide_pictures
from wiwak_eval.results import GermanError
from wiwak_eval.study.paper_list import readers
from wiwak_eval.study.study import Study, open_study

CHOSEN = (
    "faktenblatt.pdf",
    "einfach_erklaert.pdf",
    "bericht.pdf",
    "bericht.html",
    "sprechzettel.pdf",
    "finanzierungsplan.xlsx",
    "land.pdf",
)
FINDINGS = "findings.csv"
DIGESTS = "pruefsummen.sha256"
WRITTEN_BY = "<!-- Geschrieben von „make sample“. Nicht von Hand ändern. -->"
_WORDS = """{written_by}

# Muster der Unterlagen

> **{mark}.**
> Diese Dateien zeigen, was das Programm aus dem mitgelieferten, simulierten Pilotjahr macht. Keine Zahl darin sagt etwas über das wirkliche
> Willkommenscenter.

Eine Auswahl; ein ganzer Lauf (`make run`) hat {count} Unterlagen. Alles in der Fassung für die Öffentlichkeit; die PDF-Dateien sind enger
gepackt als im Lauf.

| Datei | Was sie ist | Größe |
|---|---|---:|
{files}

{pictures}

## Woher das kommt

{origin}

Befehl: `make sample`. Er rechnet das Pilotjahr neu, wählt aus und schreibt diesen Ordner mit dieser Seite. Ein Test vergleicht jede Zahl in
[{findings}]({findings}) mit denen, die das Programm heute errechnet, und jede Datei mit [{digests}]({digests}).
"""


def write_sample(folder: Path, study: Study) -> None:
    """Put a choice of the study's papers, pictures for a README, and a page that says what they are, in the place of an earlier sample.

    It is built beside it first: what fails changes nothing. Raises GermanError as `check_place` does.
    """
    check_place(folder)
    folder = folder.resolve()
    folder.parent.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(prefix=f".{folder.name}.", dir=folder.parent) as beside:
        new, old = Path(beside) / "new", Path(beside) / "old"
        new.mkdir()
        _fill(new, study)
        if folder.exists():
            folder.replace(old)
        new.replace(folder)


def check_place(folder: Path) -> None:
    """Raises GermanError where a sample would remove something else: the place holds a file, or a folder that is no earlier sample."""
    if folder.is_dir() and (not any(folder.iterdir()) or (folder / DIGESTS).is_file()):
        return
    if folder.exists():
        raise GermanError(
            f"{folder} ist kein leerer Ordner und kein früheres Muster (darin fehlt {DIGESTS}). Es wurde nichts geändert. Bitte einen "
            "neuen Ordner angeben."
        )


def _fill(folder: Path, study: Study) -> None:
    papers = study.papers.folder
    for name in CHOSEN:
        content = (papers / name).read_bytes()
        (folder / name).write_bytes(packed(content) if name.endswith(".pdf") else content)
    shutil.copyfile(papers / "daten" / FINDINGS, folder / FINDINGS)
    for name, picture in {**page_pictures(study.content), **slide_pictures(study.content)}.items():
        (folder / name).write_bytes(picture)
    (folder / "README.md").write_text(_page(folder, study), encoding="utf-8", newline="\n")
    (folder / DIGESTS).write_text(digests(folder), encoding="utf-8", newline="\n")


def digests(folder: Path) -> str:
    """A line for each file but this one, as `sha256sum` writes it."""
    files = sorted(path for path in folder.iterdir() if path.name != DIGESTS)
    return "".join(f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}\n" for path in files)


def _page(folder: Path, study: Study) -> str:
    mark = study.mark
    told: Mapping[str, str] = {**readers(study.years), FINDINGS: "alle Aussagen mit Zahl, Spanne und Fundstelle, als Tabelle"}
    return _WORDS.format(
        written_by=WRITTEN_BY,
        mark=mark.provenance.mark,
        count=len(readers(study.years)),
        files="\n".join(_row(folder / name, told[name]) for name in (*CHOSEN, FINDINGS)),
        pictures="\n\n".join(f"![{alt}]({name})" for name, alt in PICTURES.items()),
        origin="\n".join(f"* {term}: {value}" for term, value in imprint(mark)),
        findings=FINDINGS,
        digests=DIGESTS,
    )


def _row(file: Path, what: str) -> str:
    size = german.number(file.stat().st_size / 1000)
    return f"| [{file.name}]({file.name}) | {what} | {size} kB |"


def main(arguments: list[str]) -> None:
    """Command line. arguments: the folder to write. The state folder is a new one: what this machine ran before must not show."""
    try:
        folder = _named(arguments)
        check_place(folder)
        with TemporaryDirectory(prefix="wiwak-") as state:
            os.environ["WIWAK_HOME"] = state
            write_sample(folder, open_study())
    except GermanError as error:
        print(f"Fehler: {error}", file=sys.stderr)
        raise SystemExit(2) from None
    print(folder)


def _named(arguments: list[str]) -> Path:
    if len(arguments) != 1:
        raise GermanError("Das Muster braucht genau einen Ordner, in den es geschrieben wird, zum Beispiel docs/muster.")
    return Path(arguments[0])


if __name__ == "__main__":
    main(sys.argv[1:])
