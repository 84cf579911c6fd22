"""The declared tolerances: which columns of which table, and how far."""

from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path

import yaml
from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError

from wiwak_eval.results import GermanError

FILE = "toleranz.yaml"


class Rule(BaseModel):
    """table: its printed title without the sign of unverified assumptions; columns: their heads; step: in euros, either way."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    table: str = Field(alias="tabelle", min_length=1)
    columns: tuple[str, ...] = Field(alias="spalten", min_length=1)
    step: Decimal = Field(alias="schritt", gt=0)


_RULES = TypeAdapter(tuple[Rule, ...])


def read_rules(folder: Path) -> Mapping[str, Rule]:
    """The rules beside some notebooks, by title; none where there is no file. Raises GermanError where it cannot be understood."""
    file = folder / FILE
    if not file.is_file():
        return {}
    try:
        rules = _RULES.validate_python(yaml.safe_load(file.read_text(encoding="utf-8")))
    except (ValidationError, yaml.YAMLError, UnicodeDecodeError):
        raise GermanError(
            f"{FILE} neben den Notebooks ist nicht lesbar. Bitte je Tabelle „tabelle“, „spalten“ und „schritt“ angeben."
        ) from None
    return {rule.table: rule for rule in rules}
