"""README and docs: links lead somewhere, commands exist, nothing is promised that is not there."""

import re
import subprocess
import sys
import unicodedata
from pathlib import Path

import click
import pytest

from wiwak_eval.cli.group import SHORT_HELP, wiwak

LINK = re.compile(r"(?<!!)\[[^\]]+\]\(([^)\s]+)\)")
FENCE = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)
HEADING = re.compile(r"^#{1,6} (.+)$", re.MULTILINE)


def anchor(heading: str) -> str:
    """The name that code hosts give to a heading."""
    kept = [mark for mark in heading.lower() if mark in " -_" or unicodedata.category(mark)[0] in "LN"]
    return "".join(kept).replace(" ", "-")


def test_internal_links_lead_somewhere(root: Path, pages: list[Path]) -> None:
    lost = []
    for page in pages:
        for target in LINK.findall(FENCE.sub("", page.read_text(encoding="utf-8"))):
            if re.match(r"[a-z]+:", target):
                continue
            name, _, part = target.partition("#")
            file = (page.parent / name).resolve() if name else page
            if not file.exists() or (part and part not in {anchor(found) for found in HEADING.findall(file.read_text(encoding="utf-8"))}):
                lost.append(f"{page.relative_to(root)}: {target}")
    assert lost == []


def shown_code(root: Path) -> str:
    """All code of the pages that tell people what to type."""
    pages = [(root / name).read_text(encoding="utf-8") for name in ("README.md", "CONTRIBUTING.md", "docs/handbuch.md", "SECURITY.md")]
    return "\n".join(code for page in pages for code in [*FENCE.findall(page), *re.findall(r"`([^`\n]+)`", FENCE.sub("", page))])


def command_of(name: str) -> click.Command:
    command = wiwak.get_command(click.Context(wiwak), name)
    assert command is not None
    return command


def test_every_make_target_that_is_named_exists(root: Path) -> None:
    targets = set(re.findall(r"^([a-z-]+):", (root / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    named = set(re.findall(r"\bmake ([a-z-]+)", shown_code(root)))
    assert {"run", "test"} <= named
    assert named <= targets


def test_every_command_that_is_named_exists_with_its_options(root: Path) -> None:
    calls = re.findall(r"\bwiwak ([a-z][a-z-]*)\b([^\n`]*)", shown_code(root))
    assert {name for name, _ in calls} == set(SHORT_HELP)
    for name, rest in calls:
        known = {option for parameter in command_of(name).params for option in parameter.opts} | {"--help"}
        assert set(re.findall(r"--[a-z][a-z-]*", rest)) <= known, f"wiwak {name}{rest}"


def test_readme_names_every_command_and_target(root: Path) -> None:
    text = (root / "README.md").read_text(encoding="utf-8")
    shown = subprocess.run([str(Path(sys.executable).with_name("wiwak")), "--help"], check=True, capture_output=True, text=True).stdout
    listed = re.findall(r"^  ([a-z][a-z-]*)  ", shown.partition("Commands:")[2], re.MULTILINE)
    assert listed == sorted(SHORT_HELP)
    assert [name for name in listed if f"`wiwak {name}" not in text] == []
    targets = re.search(r"^\.PHONY: (.+)$", (root / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    assert targets
    assert [name for name in targets.group(1).split() if name != "help" and f"make {name}" not in text] == []


def test_readme_says_first_that_the_data_are_simulated(root: Path) -> None:
    head = (root / "README.md").read_text(encoding="utf-8").split("\n## ")[0]
    assert "Simulierte Daten – keine Zahlen des WiWAK" in head


def test_handbook_names_every_notebook_and_scenario(root: Path) -> None:
    handbook = (root / "docs" / "handbuch.md").read_text(encoding="utf-8")
    names = [
        file.stem for folder, kind in (("notebooks", "ipynb"), ("data/scenarios", "yaml")) for file in (root / folder).glob(f"*.{kind}")
    ]
    assert [name for name in names if f"`{name}`" not in handbook] == []


@pytest.mark.parametrize("name", sorted(SHORT_HELP))
def test_every_command_explains_itself_in_german(name: str) -> None:
    command = command_of(name)
    assert re.search(r"(?i)[äöüß]|\b(die|eine|ein|zwei)\b", command.help or "")
