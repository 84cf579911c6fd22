"""What `data/logic_model.yaml` and `data/evaluation_matrix.yaml` may hold."""

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from wiwak_eval.publication.shipped_yaml import Strict, shipped_model

Words = Annotated[str, Field(min_length=1)]
Many = Annotated[tuple[Words, ...], Field(strict=False)]
Some = Annotated[tuple[Words, ...], Field(strict=False, min_length=1)]
Stage = Literal["input", "activity", "output", "outcome", "impact"]


class Element(Strict):
    """Something that goes in, is done, comes out, or is hoped for. shown_by: ids of findings or tables; none where data are silent."""

    stage: Stage
    label: Words
    shown_by: Many


class Link(Strict):
    """That one element leads to another.

    assumption: what must hold for that; rivals: what else could explain it; data: what the data say of it; shown_by: ids.
    """

    origin: Words = Field(alias="from")
    to: Words
    assumption: Words
    rivals: Some
    data: Words
    shown_by: Many


class LogicModel(Strict):
    """The whole file. Raises where a link names an element that is not there or leads backwards."""

    elements: dict[str, Element] = Field(min_length=1)
    links: Annotated[tuple[Link, ...], Field(strict=False, min_length=1)]

    @model_validator(mode="after")
    def _forwards(self) -> Self:
        order = ("input", "activity", "output", "outcome", "impact")
        for link in self.links:
            for name in (link.origin, link.to):
                if name not in self.elements:
                    raise ValueError(f"Eine Verbindung nennt „{name}“, das unter „elements“ fehlt. Bitte dort ergänzen.")
            if order.index(self.elements[link.origin].stage) > order.index(self.elements[link.to].stage):
                raise ValueError(f"Die Verbindung von „{link.origin}“ zu „{link.to}“ führt rückwärts. Bitte die Stufen prüfen.")
        return self


class Entry(Strict):
    """A question of the evaluation.

    criterion: by what it is judged; indicators: ids of findings or tables; sources: tables of a delivery or files under `data`; methods:
    words of the page on methods; refused: ids of methods that data must carry; limit: what the answer does not say.
    """

    question: Words
    criterion: Words
    indicators: Some
    sources: Many
    methods: Many
    refused: Many
    notebook: Words
    limit: Words


class Matrix(Strict):
    """The whole file."""

    questions: dict[str, Entry] = Field(min_length=1)


def load_logic_model() -> LogicModel:
    """`data/logic_model.yaml`. Raises GermanError with file and line."""
    return shipped_model("logic_model.yaml", LogicModel)


def load_matrix() -> Matrix:
    """`data/evaluation_matrix.yaml`. Raises GermanError with file and line."""
    return shipped_model("evaluation_matrix.yaml", Matrix)
