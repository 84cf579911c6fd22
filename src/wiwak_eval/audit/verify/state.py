"""The state that a run read, put up again from its audit folder: an empty `.wiwak` with just that in it."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

from wiwak_eval.audit.names import BOOK, BUNDLE, COUNTY_VALUES, LEDGER, SETTINGS
from wiwak_eval.disclosure.disclosed import Disclosed
from wiwak_eval.forecast.book import entry_from
from wiwak_eval.publication.council_paper import TEMPLATE_FILE
from wiwak_eval.records.key import KEY_FILE
from wiwak_eval.results import GermanError
from wiwak_eval.study import forecast_book, release_ledger
from wiwak_eval.study.release_ledger import RELEASE_LEDGER, append_release, release_from, release_id
from wiwak_eval.study.settings_file import FILE as SETTINGS_FILE

AS_FILES = {COUNTY_VALUES: COUNTY_VALUES, SETTINGS: SETTINGS_FILE, TEMPLATE_FILE: TEMPLATE_FILE}
"""What of the audit folder stands under which name in the state folder."""


def restore_state(run: Path, folder: Path, house: Path) -> tuple[str, ...]:
    """Fill an empty state folder with what the run read; gives what is missing, as German sentences.

    house: this machine's own state folder. Only read: the key of pseudonyms, and releases of which the audit folder names only the id,
    since the run's readers were not meant to see them. Raises GermanError where the audit folder cannot be understood.
    """
    folder.mkdir(mode=0o700, parents=True)
    for name, stands_as in AS_FILES.items():
        if (run / BUNDLE / name).is_file():
            shutil.copyfile(run / BUNDLE / name, folder / stands_as)
    if (house / KEY_FILE).is_file():
        shutil.copy(house / KEY_FILE, folder / KEY_FILE)
    try:
        for line in _lines(run, BOOK):
            if line["role"] == "read":
                forecast_book.append_official(folder, entry_from(line["entry"]))
        return tuple(_restore_ledger(run, folder, house))
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        raise GermanError(
            f"Prognose- oder Freigabebuch im Ordner „{BUNDLE}“ des Laufs ist nicht lesbar. Bitte die unveränderte Kopie des Laufs nehmen."
        ) from None


def _restore_ledger(run: Path, folder: Path, house: Path) -> Iterator[str]:
    """Releases in the order in which the run read them; of one that is nowhere to be had, a sentence."""
    known: dict[str, Disclosed] | None = None
    for line in _lines(run, LEDGER):
        if line["role"] != "read":
            continue
        if line["release"] is None and known is None:
            known = _ledger_of(house)
        release = release_from(line["release"]) if line["release"] is not None else (known or {}).get(str(line["id"]))
        if release is None:
            yield (
                f"Der Lauf wurde gegen eine frühere Freigabe gehalten, von der hier nur die Kennung {line['id']} bekannt ist; sie war "
                "nicht für die Leser dieses Laufs bestimmt. Ohne das Freigabebuch der Behörde lässt er sich nicht wiederholen."
            )
        else:
            append_release(folder, release)


def _ledger_of(house: Path) -> dict[str, Disclosed]:
    """The authority's own releases by their ids; a copy is read, so that nothing is locked or made there."""
    file = house / release_ledger.FILE
    if not file.is_file():
        return {}
    return {release_id(one): one for one in RELEASE_LEDGER.parse(file, file.read_bytes()).entries}


def _lines(run: Path, name: str) -> Iterator[dict[str, object]]:
    for line in (run / BUNDLE / name).read_text(encoding="utf-8").splitlines():
        yield json.loads(line)
