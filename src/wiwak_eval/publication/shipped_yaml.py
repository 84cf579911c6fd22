"""Reads the YAML files that papers are made of; every mistake is named with file and line."""

from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError

from wiwak_eval.assumptions import mistakes
from wiwak_eval.assumptions.loading import read_mapping
from wiwak_eval.results import GermanError
from wiwak_eval.shipped import shipped

T = TypeVar("T", bound=BaseModel)


class Strict(BaseModel):
    """A part of such a file: nothing that is not foreseen, no text where a number stands, never changed."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


def load_model(path: Path, model: type[T]) -> T:
    """The file's content as `model`. Raises GermanError with one sentence, file and line for each mistake."""
    try:
        return model.model_validate(read_mapping(path))
    except ValidationError as error:
        raise GermanError("\n".join(mistakes.of_model(path, error))) from error


def shipped_model(name: str, model: type[T]) -> T:
    """The file `data/<name>` that travels with the package. Raises GermanError as `load_model`."""
    return load_model(shipped("data") / name, model)
