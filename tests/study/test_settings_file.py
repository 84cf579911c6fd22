from pathlib import Path

import pytest

from wiwak_eval.disclosure.settings import HOUSE_RULE, Settings
from wiwak_eval.results import GermanError
from wiwak_eval.study.settings_file import FILE, read_settings


def read(folder: Path, text: str | bytes) -> tuple[Settings, str]:
    (folder / FILE).write_bytes(text if isinstance(text, bytes) else text.encode())
    return read_settings(folder)


def test_without_a_file_the_house_rule_holds(tmp_path: Path) -> None:
    settings, digest = read_settings(tmp_path)
    assert settings == HOUSE_RULE
    assert read(tmp_path, "# nur ein Kommentar\n") == (HOUSE_RULE, digest)
    assert read(tmp_path, "schwelle_gremium: 5\n") == (HOUSE_RULE, digest)


def test_a_stricter_file_is_taken_and_makes_another_run(tmp_path: Path) -> None:
    _, house = read_settings(tmp_path)
    settings, digest = read(tmp_path, "\ufeffschwelle_oeffentlich: 15  # strenger\ndominanz_anteil: 0.8\nstellen_angehoert: ja\n")
    assert (settings.oeffentlich, settings.dominance, settings.offices_heard) == (15, 0.8, True)
    assert digest != house
    assert read(tmp_path, "stellen_angehoert: ja\ndominanz_anteil: 0.80\nschwelle_oeffentlich: 15\n") == (settings, digest)


def test_a_looser_file_is_refused_by_name(tmp_path: Path) -> None:
    with pytest.raises(GermanError, match=r"^geheimhaltung\.yaml: „schwelle_oeffentlich“ darf nur strenger sein als"):
        read(tmp_path, "schwelle_oeffentlich: 9\n")


@pytest.mark.parametrize(
    "text",
    [
        "schwelle_gremium: [6\n",
        "a: b: c\n",
        b"schwelle_gremium: 6 \xff\n",
        "schwelle_gremium: 6\x00\n",
        "schwelle_gremium: !!python/object/apply:os.getcwd []\n",
        "von: 2017-02-30\n",
        "schwelle_gremium: 6\n---\nschwelle_gremium: 6\n",
        "[" * 3000,
        "? [1]\n: 2\n",
    ],
)
def test_a_file_that_is_no_list_of_values_is_refused(tmp_path: Path, text: str | bytes) -> None:
    with pytest.raises(GermanError, match=r"^Die Datei geheimhaltung\.yaml ist nicht lesbar\. Bitte je Zeile eine Angabe"):
        read(tmp_path, text)


@pytest.mark.parametrize("text", ["nur Text\n", "- schwelle_gremium: 6\n", "5\n"])
def test_a_file_without_names_is_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(GermanError, match=r"^Die Datei geheimhaltung\.yaml enthält keine Angaben\."):
        read(tmp_path, text)


def test_a_folder_of_that_name_is_refused(tmp_path: Path) -> None:
    (tmp_path / FILE).mkdir()
    with pytest.raises(GermanError, match="ist nicht lesbar"):
        read_settings(tmp_path)


def test_a_value_given_twice_is_refused(tmp_path: Path) -> None:
    """YAML would take the last one in silence."""
    with pytest.raises(GermanError, match="nennt „schwelle_gremium“ zweimal"):
        read(tmp_path, "schwelle_gremium: 8\nschwelle_gremium: 5\n")
