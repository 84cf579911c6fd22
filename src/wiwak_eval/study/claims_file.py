"""The file that says what is claimed and where the thresholds lie."""

import hashlib
from pathlib import Path

from pydantic import ValidationError

from wiwak_eval.assumptions import mistakes
from wiwak_eval.assumptions.loading import read_mapping
from wiwak_eval.claims import ClaimSet
from wiwak_eval.claims.claim_set import claim_set
from wiwak_eval.results import GermanError
from wiwak_eval.shipped import shipped

FILE = "claims.yaml"


def shipped_claims() -> Path:
    """The folder of the claims that travel with the package."""
    return shipped("data")


def read_claims(folder: Path) -> ClaimSet:
    """The claims of `claims.yaml` in a folder. Raises GermanError with file, line, claim and field for each mistake."""
    path = folder / FILE
    try:
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError as error:
        raise GermanError(f"Die Datei {path.parent.name}/{FILE} fehlt oder ist nicht lesbar. Bitte wiederherstellen.") from error
    try:
        return claim_set(read_mapping(path), digest)
    except ValidationError as error:
        raise GermanError("\n".join(mistakes.of_model(path, error))) from error
