"""What a notebook asks of its study, read from its cells without running them."""

import ast
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce

SHOW, SAY, INTRODUCE = "show", "say", "introduce"


@dataclass(frozen=True)
class Call:
    """One call: what (`show`, `say`, `introduce`), of what (`budget.costs`, the name of a text, or nothing), with which picture."""

    what: str
    of: str = ""
    chart: str = ""


OPENING = "study = open_study(delivery, scenario=scenario, as_of=as_of, release=release)"


def calls_in(sources: Sequence[str]) -> tuple[Call, ...] | None:
    """The calls of a notebook's code cells, in order; None where a cell does anything else, so that nobody can know what it reads.

    Known besides calls: in the first cell, that of the parameters, assignments of constants to names; the import from
    `wiwak_eval.study`; opening the study with just these parameters.
    """
    try:
        trees = [ast.parse(source) for source in sources]
        found = [call for place, tree in enumerate(trees) for node in tree.body for call in _calls(node, parameters=place == 0)]
    except (SyntaxError, _UnknownError):
        return None
    return tuple(found)


class _UnknownError(Exception):
    """A statement of another kind."""


def _calls(node: ast.stmt, parameters: bool) -> Iterator[Call]:
    match node:
        case ast.ImportFrom(module="wiwak_eval.study", names=[ast.alias(name="open_study", asname=None)]):
            return
        case ast.Assign(targets=[ast.Name()], value=ast.Constant()) if parameters:
            return
        case ast.Assign() if ast.unparse(node) == OPENING:
            return
        case ast.Expr(value=ast.Call() as call):
            yield _call(call)
        case _:
            raise _UnknownError


def _call(call: ast.Call) -> Call:
    """`study.introduce()`, `study.say("posts")` or `study.show(study.budget.costs, chart="costs_by_item")`."""
    match call:
        case ast.Call(func=ast.Attribute(value=ast.Name(id="study"), attr="introduce"), args=[], keywords=[]):
            return Call(INTRODUCE)
        case ast.Call(func=ast.Attribute(value=ast.Name(id="study"), attr="say"), args=[ast.Constant(value=str(text))], keywords=[]):
            return Call(SAY, text)
        case ast.Call(func=ast.Attribute(value=ast.Name(id="study"), attr="show"), args=[item], keywords=keywords):
            return Call(SHOW, _path(item), _chart(keywords))
    raise _UnknownError


def _path(item: ast.expr) -> str:
    """`budget.costs` of `study.budget.costs`; `tables.costs` of `study.tables["costs"]`."""
    match item:
        case ast.Attribute(value=ast.Name(id="study"), attr=name):
            return name
        case ast.Attribute(value=before, attr=name) | ast.Subscript(value=before, slice=ast.Constant(value=str(name))) if (
            name.isidentifier()
        ):
            return f"{_path(before)}.{name}"
    raise _UnknownError


def item_at(study: object, path: str) -> object:
    """What stands there: an attribute, or the entry of a mapping."""
    return reduce(lambda found, name: found[name] if isinstance(found, Mapping) else getattr(found, name), path.split("."), study)


def _chart(keywords: Sequence[ast.keyword]) -> str:
    match keywords:
        case []:
            return ""
        case [ast.keyword(arg="chart", value=ast.Constant(value=str(name)))]:
            return name
    raise _UnknownError
