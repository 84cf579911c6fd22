"""The state put up again from a run's audit folder, against the digests that the run states of it."""

import hashlib
from pathlib import Path

from wiwak_eval.audit.names import BUNDLE, COUNTY_VALUES
from wiwak_eval.audit.verify.manifest import Claimed
from wiwak_eval.audit.verify.paper_words import DIGESTS
from wiwak_eval.audit.verify.result import Deviation
from wiwak_eval.publication.council_paper import TEMPLATE_FILE
from wiwak_eval.results import GermanError
from wiwak_eval.study.book_lines import FORECAST_BOOK
from wiwak_eval.study.forecast_book import FILE as BOOK_FILE
from wiwak_eval.study.forecast_book import digest_of_entries
from wiwak_eval.study.release_ledger import read_releases
from wiwak_eval.study.releasing import digest_of_releases
from wiwak_eval.study.sealed_file import read_book
from wiwak_eval.study.settings_file import read_settings

OTHER_STATE = "Was der Lauf laut Prüfpaket gelesen hat, ist nicht das, was seine Prüfsummen nennen; so wiederholt wäre es ein anderer Lauf."


def other_state(state: Path, claimed: Claimed) -> tuple[Deviation, ...]:
    """Parts whose digest is not the manifest's. Raises GermanError where one cannot be read."""
    found = _digests(state, claimed)
    return tuple(
        Deviation(f"{BUNDLE}/manifest.json", f"Prüfsumme: {DIGESTS[name]}", claimed.digests.get(name, "fehlt"), digest)
        for name, digest in found.items()
        if claimed.digests.get(name) != digest
    )


def _digests(state: Path, claimed: Claimed) -> dict[str, str]:
    delivery = claimed.manifest["delivery"]
    authority = str(delivery["authority"]) if isinstance(delivery, dict) and "authority" in delivery else ""
    if not authority:
        raise GermanError(f"„{BUNDLE}/manifest.json“ des Laufs ist nicht lesbar. Bitte die unveränderte Kopie des Laufs nehmen.")
    return {
        "county_values": _of_file(state / COUNTY_VALUES),
        "settings": read_settings(state)[1],
        "council_template": _of_file(state / TEMPLATE_FILE),
        "forecast_book": digest_of_entries(read_book(state / BOOK_FILE, FORECAST_BOOK).entries),
        "release_ledger": digest_of_releases(read_releases(state, authority, claimed.simulated).entries),
    }


def _of_file(file: Path) -> str:
    """SHA-256 of a file; one that is not there counts as empty, as it does for a run."""
    return hashlib.sha256(file.read_bytes() if file.is_file() else b"").hexdigest()
