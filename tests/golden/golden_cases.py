"""Cases filed as data, and their arithmetic redone."""

import ast
from decimal import Decimal
from operator import add, mul, sub, truediv

import yaml

from wiwak_eval.money import round_half_up

OPERATORS = {ast.Add: add, ast.Sub: sub, ast.Mult: mul, ast.Div: truediv}
CHOICES = {"min": min, "max": max}


class _Exact(yaml.SafeLoader):
    """Numbers with a point as the decimals that are written there."""


_Exact.add_constructor("tag:yaml.org,2002:float", lambda loader, node: Decimal(loader.construct_scalar(node)))


def read(path):
    return yaml.load(path.read_text(encoding="utf-8"), _Exact)


def name(path):
    return f"{path.parent.name}/{path.stem}"


def value(node):
    """An expression of decimals with + - * / and min, max."""
    match node:
        case ast.Constant():
            return Decimal(str(node.value))
        case ast.BinOp():
            return OPERATORS[type(node.op)](value(node.left), value(node.right))
        case ast.Call(func=ast.Name(id=choice)) if choice in CHOICES:
            return CHOICES[choice](value(argument) for argument in node.args)
    raise ValueError(ast.dump(node))


def redone(expression):
    return round_half_up(value(ast.parse(str(expression), mode="eval").body) * 100)


def first_difference(steps, expected, found):
    """The step where a cent goes astray, as a sentence; empty where none does."""
    astray = [
        f"{step}: {expected[step]} expected, {found[step]} found" for step in steps if step in expected and expected[step] != found[step]
    ]
    return astray[0] if astray else ""
