"""The page: one file that asks no server for anything; written anew by each run, whole or not at all.

It names runs of all release levels, so it is for the house. Numbers of internal and committee runs of real deliveries do not stand on it:
who puts the folder of runs on a web server by mistake gives away that there are such runs, and no number of them.
"""

import fcntl
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from decimal import Decimal, InvalidOperation
from pathlib import Path
from urllib.parse import quote

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

import wiwak_eval.publication
from wiwak_eval import german
from wiwak_eval.audit.catalogue.reading import FAILED, Headline, RunEntry, found_in
from wiwak_eval.publication.design import css_variables
from wiwak_eval.publication.page_policy import content_policy
from wiwak_eval.results import system_words

CATALOGUE = "index.html"
LEVELS = {"intern": "intern – nicht weitergeben", "gremium": "nicht öffentlich – nur für das Gremium", "oeffentlich": "öffentlich"}
TEMPLATES = Path(wiwak_eval.publication.__file__).parent / "templates"
_CONTROL = dict.fromkeys((*range(0x09), 0x0B, 0x0C, *range(0x0E, 0x20), *range(0x7F, 0xA0)), " ")
"""Signs that no HTML file may hold; a foreign manifest can."""


def write_catalogue(out: Path) -> str:
    """Write `index.html` into the parent folder of the runs. Gives a German sentence where that failed, for which no run fails; else ''."""
    try:
        with _alone(out):
            words = catalogue_html(out).encode("utf-8", "replace")
            page = out / CATALOGUE
            if not page.is_file() or page.read_bytes() != words:
                _write_whole(page, words)
    except OSError as error:
        return (
            f"Die Übersicht {out / CATALOGUE} konnte nicht geschrieben werden ({system_words(error)}). Die Läufe selbst sind vollständig."
        )
    return ""


def catalogue_html(out: Path) -> str:
    """The page for the folders that lie there now; the same folders give the same text."""
    found = found_in(out)
    style = "\n".join((css_variables(), *(_template(name) for name in ("page.css", "catalogue.css")))).translate(_CONTROL)
    view: Mapping[str, object] = {
        "policy": content_policy(style, ()),
        "style": Markup(style),
        "runs": [_view(run) for run in found.runs],
        "unreadable": found.unreadable,
        "failed": [(each.id, each.words, [(file, _address(FAILED, each.id, file)) for file in each.files]) for each in found.failed],
        "marks": sorted({run.mark for run in found.runs if run.mark}),
    }
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    return environment.get_template("catalogue.html.j2").render(view).translate(_CONTROL)


def _view(run: RunEntry) -> Mapping[str, object]:
    return {
        "run": run,
        "level": LEVELS.get(run.level, run.level),
        "as_of": _day(run.as_of),
        "period": f"{_day(run.period[0])} bis {_day(run.period[1])}",
        "numbers": [(number.label, _shown(number)) for number in run.numbers],
        "papers": [(words, _address(run.id, name)) for name, words in run.papers.items()],
    }


def _shown(number: Headline) -> str:
    """A value of `findings.csv` in German; words and the sign of a hidden number stay."""
    try:
        value = Decimal(number.value)
        return german.euro(int(value * 100)) if number.unit == "euro" else german.number(value)
    except (InvalidOperation, ValueError, OverflowError):
        return number.value or "–"


def _day(iso: str) -> str:
    parts = iso.split("-")
    return ".".join(reversed(parts)) if len(parts) == 3 else iso


def _address(*parts: str) -> str:
    """A relative address; each part is written so that no browser takes it for more than a name."""
    return "/".join(quote(part, safe="/" if part == parts[-1] else "") for part in parts)


def _template(name: str) -> str:
    return (TEMPLATES / name).read_text(encoding="utf-8").strip()


@contextmanager
def _alone(out: Path) -> Iterator[None]:
    """Of two runs that end at once the later one looks again: else the page of the first would stand without the second."""
    handle = os.open(out, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def _write_whole(page: Path, content: bytes) -> None:
    from wiwak_eval.study.keeping import write_whole

    write_whole(page, content)
