"""Reads assumptions and scenarios from YAML; every mistake is named with file and line."""

from pathlib import Path
from typing import Any

import yaml
from pydantic import TypeAdapter, ValidationError

from wiwak_eval.assumptions import mistakes
from wiwak_eval.assumptions.model import Assumption, Catalogue, Entry, Scenario
from wiwak_eval.results import GermanError

_ENTRIES = TypeAdapter(dict[str, Entry])
BASIS = "basis"


class _Loader(yaml.CSafeLoader):
    """Refuses a key that stands twice in one mapping, or is no text; leaves an impossible date as text, for the model to refuse."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        seen: set[str] = set()
        for key, _ in node.value:
            if not isinstance(key, yaml.ScalarNode):
                raise yaml.constructor.ConstructorError(None, None, "eine Liste kann kein Name sein", key.start_mark)
            if key.value in seen:
                raise yaml.constructor.ConstructorError(None, None, f"„{key.value}“ steht doppelt", key.start_mark)
            seen.add(key.value)
        return super().construct_mapping(node, deep)

    def construct_day(self, node: yaml.ScalarNode) -> object:
        try:
            return self.construct_yaml_timestamp(node)
        except ValueError:
            return node.value


_Loader.add_constructor("tag:yaml.org,2002:timestamp", _Loader.construct_day)


def load_catalogue(folder: Path) -> Catalogue:
    """All `*.yaml` of the folder. Raises GermanError with one sentence, file and line for each mistake."""
    entries: dict[str, Assumption] = {}
    found: list[str] = []
    for path in sorted(folder.glob("*.yaml")):
        try:
            loaded = load_file(path)
        except GermanError as error:
            found.append(str(error))
            continue
        found.extend(
            mistakes.at(path, (id,), _text(path), " steht schon in einer anderen Datei. Bitte eine der beiden streichen.")
            for id in loaded
            if id in entries
        )
        entries |= loaded
    if found:
        raise GermanError("\n".join(found))
    if not entries:
        raise GermanError(f"Im Ordner „{folder}“ stehen keine Annahmen (*.yaml). Bitte den Ordner prüfen.")
    return Catalogue(entries)


def load_file(path: Path) -> dict[str, Assumption]:
    """The assumptions of one file, in its order; keys that begin with `_` hold YAML anchors only. Raises GermanError."""
    content = {id: body for id, body in read_mapping(path).items() if not str(id).startswith("_")}
    try:
        return {id: Assumption.model_construct(id=id, **dict(entry)) for id, entry in _ENTRIES.validate_python(content).items()}
    except ValidationError as error:
        raise GermanError("\n".join(mistakes.of_model(path, error))) from error


def load_scenario(folder: Path, name: str) -> Scenario:
    """The scenario in `<name>.yaml`. Raises GermanError for an unknown name and for each mistake; ids are checked by `Assumptions`."""
    known = sorted(path.stem for path in folder.glob("*.yaml"))
    if name not in known:
        raise GermanError(f"Das Szenario „{name}“ gibt es nicht. Bekannt sind: {', '.join(known) or 'keine'}.")
    path = folder / f"{name}.yaml"
    try:
        return Scenario.model_validate({**read_mapping(path), "id": name})
    except ValidationError as error:
        raise GermanError("\n".join(mistakes.of_model(path, error))) from error


def all_scenarios(folder: Path) -> tuple[Scenario, ...]:
    """Every scenario of the folder, the basis first. Raises GermanError as `load_scenario`."""
    names = sorted((path.stem for path in folder.glob("*.yaml")), key=lambda name: (name != BASIS, name))
    return tuple(load_scenario(folder, name) for name in names)


def read_mapping(path: Path) -> dict[str, Any]:
    """The names of a YAML file and what stands under them. Raises GermanError with file and line."""
    return parse_mapping(path, _text(path))


def parse_mapping(path: Path, text: str) -> dict[str, Any]:
    """As `read_mapping`, for the text of a file."""
    try:
        content = yaml.load(text, Loader=_Loader)
    except yaml.YAMLError as error:
        raise GermanError(mistakes.of_syntax(path, error)) from error
    if content is None:
        return {}
    if not isinstance(content, dict):
        raise GermanError(mistakes.sentence(path, 1, "Erwartet wird eine Liste von Namen mit Angaben („name:“ und darunter eingerückt)."))
    return content


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8")
