"""The whole of `claims.yaml`: thresholds are fixed there before any data are read."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Self

from pydantic import Field, StringConstraints, model_validator

from wiwak_eval.claims.conditions import Frozen, Text
from wiwak_eval.claims.definitions import Entry


class ClaimFile(Frozen):
    """The whole file. source: German, where and when it was said; claims: by letter."""

    source: Text
    claims: Mapping[Annotated[str, StringConstraints(pattern=r"^[a-z]$")], Entry] = Field(min_length=1)

    @model_validator(mode="after")
    def _one_rise(self) -> Self:
        if sum(entry.test == "rising" for entry in self.claims.values()) > 1:
            raise ValueError("Den Test „rising“ kann nur eine Aussage haben. Bitte bei den anderen streichen.")
        return self


@dataclass(frozen=True)
class ClaimSet:
    """The claims of a file, in its order; digest: of the file."""

    source: str
    claims: Mapping[str, Entry]
    digest: str

    @property
    def rising(self) -> Entry | None:
        """The claim of a rise, if there is one."""
        return next((entry for entry in self.claims.values() if entry.test == "rising"), None)

    @property
    def thresholds(self) -> dict[str, str]:
        """`claim.threshold` to value, as the file writes it."""
        return {
            f"{letter}.{name}": str(threshold.value)
            for letter, entry in self.claims.items()
            for name, threshold in entry.thresholds.items()
        }

    @property
    def definitions(self) -> dict[str, str]:
        """Letter to a digest of all that is said of the claim but the values of its thresholds: a reworded or rewired one is noticed."""
        return {letter: hashlib.sha256(_said(entry)).hexdigest() for letter, entry in self.claims.items()}


def _said(entry: Entry) -> bytes:
    """The claim as canonical JSON, without the values of its thresholds."""
    said = entry.model_dump(mode="json")
    for threshold in said["thresholds"].values():
        del threshold["value"]
    return json.dumps(said, ensure_ascii=False, sort_keys=True).encode()


def claim_set(content: Mapping[str, object], digest: str) -> ClaimSet:
    """The claims of a parsed file. Raises pydantic's ValidationError for what is missing, unknown or does not fit together."""
    file = ClaimFile.model_validate(content)
    return ClaimSet(file.source, file.claims, digest)
