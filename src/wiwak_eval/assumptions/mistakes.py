"""German sentences for mistakes in YAML files, with file and line; the file is parsed a second time only when there is one."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import yaml
from pydantic import ValidationError
from pydantic_core import ErrorDetails

_LONGEST = 80
"""Characters of what stands in a file that a message repeats."""


def sentence(path: Path, line: int, text: str) -> str:
    """`assumptions/pay.yaml, Zeile 12: text`; line counts from 1."""
    return f"{shown(path)}, Zeile {line}: {text}"


def shown(path: Path) -> str:
    """A file with the folder it is in; one named without a folder stays as it is."""
    return path.name if path.parent == Path() else f"{path.parent.name}/{path.name}"


def of_syntax(path: Path, error: yaml.YAMLError) -> str:
    """A file that is no YAML, or has a key twice."""
    if not isinstance(error, yaml.MarkedYAMLError) or error.problem_mark is None:
        return sentence(path, 1, f"Die Datei ist kein lesbares YAML ({error}).")
    line = error.problem_mark.line + 1
    if isinstance(error, yaml.constructor.ConstructorError) and error.problem and error.problem.startswith("„"):
        return sentence(path, line, f"{error.problem}. Bitte eine der beiden Angaben streichen.")
    return sentence(path, line, f"Die Datei ist hier kein gültiges YAML ({error.problem}). Bitte Einrückung und Zeichen prüfen.")


def of_model(path: Path, error: ValidationError, text: str | None = None) -> list[str]:
    """One sentence for each place that the model refuses, top down. text: what stands in the file, where it was read already."""
    root = yaml.compose(path.read_text(encoding="utf-8") if text is None else text, Loader=yaml.CSafeLoader)
    found: dict[tuple[int, str], str] = {}
    for detail in telling(error):
        line, names = _locate(root, detail["loc"])
        found.setdefault(
            (line, "/".join(names)), sentence(path, line, f"„{' / '.join(names)}“: {german(detail)}" if names else german(detail))
        )
    return [found[key] for key in sorted(found)]


def telling(error: ValidationError) -> list[ErrorDetails]:
    """What the model refuses, without the lists that it refuses only because of what is wrong inside."""
    details = error.errors()
    around = {detail["loc"][:length] for detail in details for length in range(len(detail["loc"]))}
    return [detail for detail in details if detail["loc"] not in around]


def at(path: Path, location: Sequence[int | str], text: str, words: str) -> str:
    """A sentence about a place in the file's text, such as `("rate", "values", 0, "value")`; named is what of it stands there."""
    line, names = _locate(yaml.compose(text, Loader=yaml.CSafeLoader), location)
    return sentence(path, line, f"„{' / '.join(names)}“{words}")


def _locate(root: yaml.Node | None, location: Sequence[int | str]) -> tuple[int, list[str]]:
    """Line (from 1) of the deepest part of the location that stands in the file, and the names on the way there."""
    node, line, names = root, 1, list[str]()
    for part in location:
        step = _child(node, part)
        if step is None:
            break
        line, node = step
        if isinstance(part, str):
            names.append(part)
    return line, names


def _child(node: yaml.Node | None, part: int | str) -> tuple[int, yaml.Node] | None:
    if isinstance(node, yaml.SequenceNode) and isinstance(part, int):
        item = node.value[part]
        return item.start_mark.line + 1, item
    if not isinstance(node, yaml.MappingNode):
        return None
    pairs: dict[str, Any] = {key.value: (key, value) for key, value in node.value}
    if part in pairs:
        key, value = pairs[str(part)]
        return key.start_mark.line + 1, value
    return _child(pairs["<<"][1], part) if "<<" in pairs else None


def german(detail: ErrorDetails) -> str:
    """What is wrong, in German, without the place."""
    given, context = _given(detail["input"]), detail.get("ctx", {})
    match detail["type"]:
        case "missing":
            text = f"Die Angabe „{detail['loc'][-1]}“ fehlt. Bitte ergänzen."
        case "too_short" | "string_too_short":
            text = "Die Angabe ist leer. Bitte ergänzen."
        case "extra_forbidden":
            text = "Diese Angabe ist nicht vorgesehen. Bitte die Schreibweise prüfen oder sie streichen."
        case "literal_error":
            allowed = str(context["expected"]).replace("'", "").replace(" or ", ", ")
            text = f"„{given}“ ist nicht vorgesehen. Erlaubt sind: {allowed}."
        case "value_error":
            text = str(context["error"])
        case _ if detail["input"] is None:
            text = "Die Angabe ist leer. Bitte ergänzen."
        case kind if kind.startswith("date"):
            text = f"„{given}“ ist kein Datum. Bitte als JJJJ-MM-TT schreiben."
        case _:
            text = f"„{given}“ kann hier nicht stehen. Bitte die Angabe prüfen."
    return text


def _given(value: object) -> str:
    """What stands there, cut; a list is not spelt out: references to itself can make it longer than any memory."""
    if isinstance(value, dict | list | tuple | set):
        return "…"
    text = str(value)
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
