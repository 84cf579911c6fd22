"""What `data/structures.yaml` may hold."""

from enum import StrEnum
from typing import Annotated, Self

from pydantic import Field, model_validator

from wiwak_eval.assumptions.model import Source, Status
from wiwak_eval.publication.shipped_yaml import Strict, shipped_model

Words = Annotated[str, Field(min_length=1)]


class Mark(StrEnum):
    """What a provider has to do with a task: it must by law, it offers it, it has nothing to do with it."""

    OWED = "owed"
    OFFERED = "offered"
    NONE = "none"


class Provider(Strict):
    """label: whole German name; short: head of a column; kind: who carries it."""

    label: Words
    short: Words


class Cell(Strict):
    """One provider at one task. source: id of a source; note: German, what exactly was read or is meant."""

    mark: Annotated[Mark, Field(strict=False)]
    status: Status
    source: Words
    note: str = ""


class Task(Strict):
    """A task and what the providers have to do with it; a provider that is not named is an open question."""

    label: Words
    cells: dict[str, Cell] = Field(min_length=1)


class StructureSet(Strict):
    """The whole file. Raises where a cell names a provider or a source that is not listed."""

    providers: dict[str, Provider] = Field(min_length=1)
    sources: dict[str, Source] = Field(min_length=1)
    tasks: dict[str, Task] = Field(min_length=1)

    @model_validator(mode="after")
    def _named(self) -> Self:
        for id, task in self.tasks.items():
            for provider, cell in task.cells.items():
                if provider not in self.providers:
                    raise ValueError(f"„{id}“ nennt „{provider}“, das unter „providers“ fehlt. Bitte dort ergänzen.")
                if cell.source not in self.sources:
                    raise ValueError(f"„{id}“ nennt die Quelle „{cell.source}“, die unter „sources“ fehlt. Bitte dort ergänzen.")
        return self


def load_structures() -> StructureSet:
    """`data/structures.yaml`. Raises GermanError with file and line."""
    return shipped_model("structures.yaml", StructureSet)
