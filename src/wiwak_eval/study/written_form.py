"""Results as JSON and back, field by field: most fields of all results are tables, and their form is worked out once."""

from collections.abc import Mapping
from dataclasses import fields
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar, get_type_hints

from pydantic import TypeAdapter

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

T = TypeVar("T", bound="DataclassInstance")


def written(result: "DataclassInstance") -> dict[str, Any]:
    """The fields of a result as JSON can hold them."""
    kinds = _kinds(type(result))
    return {name: _adapter(kind).dump_python(getattr(result, name), mode="json") for name, kind in kinds.items()}


def read_back(kind: type[T], content: Mapping[str, Any]) -> T:
    """The result of this dataclass that `written` wrote. Raises KeyError or pydantic's ValidationError for anything else."""
    return kind(**{name: _adapter(field).validate_python(content[name]) for name, field in _kinds(kind).items()})


def _kinds(kind: type["DataclassInstance"]) -> dict[str, Any]:
    hints = get_type_hints(kind)
    return {field.name: hints[field.name] for field in fields(kind)}


@cache
def _adapter(kind: Any) -> TypeAdapter[Any]:
    return TypeAdapter(kind)
