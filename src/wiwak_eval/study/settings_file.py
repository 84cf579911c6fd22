"""The file in the state folder by which an authority makes its disclosure control stricter."""

from pathlib import Path

import yaml

from wiwak_eval.disclosure.settings import DOMINANCE, FEWEST, HEARD, HOUSE_RULE, Settings, settings_of
from wiwak_eval.results import GermanError
from wiwak_eval.study import digests

FILE = "geheimhaltung.yaml"


def read_settings(home: Path) -> tuple[Settings, str]:
    """The settings of `geheimhaltung.yaml` in the state folder, or the house rule; and their digest, for the run's identity.

    Raises GermanError where the file cannot be read, sets a value twice or is looser than the house rule.
    """
    file = home / FILE
    settings = _from_file(file) if file.exists() else HOUSE_RULE
    return settings, digests.of_text(repr(settings))


def settings_record(settings: Settings) -> str:
    """What an authority set stricter than the house rule, as a file that can stand as `geheimhaltung.yaml` again; empty where nothing."""
    words = {True: "ja", False: "nein"}
    given = {key: str(getattr(settings, field)) for key, field in FEWEST.items() if getattr(settings, field) != getattr(HOUSE_RULE, field)}
    if settings.dominance != HOUSE_RULE.dominance:
        given[DOMINANCE] = repr(settings.dominance)
    if settings.offices_heard != HOUSE_RULE.offices_heard:
        given[HEARD] = words[settings.offices_heard]
    return "".join(f"{key}: {value}\n" for key, value in given.items())


def _from_file(file: Path) -> Settings:
    try:
        text = file.read_text(encoding="utf-8-sig")
        root, content = yaml.compose(text, Loader=yaml.SafeLoader), yaml.safe_load(text)
    except (OSError, ValueError, RecursionError, yaml.YAMLError) as error:
        raise GermanError(f"Die Datei {FILE} ist nicht lesbar. Bitte je Zeile eine Angabe wie „schwelle_gremium: 6“ eintragen.") from error
    if content is None:
        return HOUSE_RULE
    if not isinstance(content, dict):
        raise GermanError(f"Die Datei {FILE} enthält keine Angaben. Bitte je Zeile eine wie „schwelle_gremium: 6“ eintragen.")
    _refuse_twice(root)
    try:
        return settings_of(content)
    except GermanError as error:
        raise GermanError(f"{FILE}: {error}") from error


def _refuse_twice(root: yaml.Node | None) -> None:
    """YAML takes the last of two equal keys in silence: a strict value would give way to a lax one."""
    seen: set[str] = set()
    for key, _ in root.value if root is not None else ():
        if key.value in seen:
            raise GermanError(f"Die Datei {FILE} nennt „{key.value}“ zweimal. Bitte eine der beiden Zeilen streichen.")
        seen.add(key.value)
