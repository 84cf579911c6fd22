"""What must not stand in any file, and what every module must have."""

import ast
import re
from pathlib import Path

import pytest

LONGEST_MODULE = 350
FOLDERS_OF_A_MACHINE = ("work", "root", "farm", "home", "Users")
HOSTS = ("pypi" + ".org", "pythonhosted" + ".org", "npmjs" + ".org", "anaconda" + ".org", "local" + "host:")
FORBIDDEN = re.compile(
    "|".join(
        (
            rf"(?<![\w.>)\]}}-])/(?:{'|'.join(FOLDERS_OF_A_MACHINE)})/",
            r"\.py" + "env",
            *(re.escape(host) for host in HOSTS),
            "BEGIN [A-Z ]*PRIVATE" + " KEY",
        )
    ).encode()
)


def test_no_file_names_a_machine_a_registry_or_a_key(root: Path, tracked: list[Path]) -> None:
    found = [
        f"{file.relative_to(root)}, line {number}: {match.group().decode()}"
        for file in tracked
        for number, line in enumerate(file.read_bytes().split(b"\n"), start=1)
        for match in FORBIDDEN.finditer(line)
    ]
    assert found == []


@pytest.mark.parametrize("text", ["see {}work/main", "'{}root/.cache'", '"{}home/anna/delivery"', ".py" + "env{}shims"])
def test_the_search_would_find_one(text: str) -> None:
    assert FORBIDDEN.search(text.format("/").encode())


def test_nothing_large_is_tracked(tracked: list[Path]) -> None:
    assert [file.name for file in tracked if file.stat().st_size > 2_000_000] == []


def modules(root: Path) -> list[Path]:
    return sorted((root / "src").rglob("*.py"))


def test_every_module_says_what_it_is_for(root: Path) -> None:
    assert [str(file) for file in modules(root) if not ast.get_docstring(ast.parse(file.read_bytes()))] == []


def test_no_module_is_too_long_to_read(root: Path) -> None:
    lengths = {str(file.relative_to(root)): len(file.read_text(encoding="utf-8").splitlines()) for file in modules(root)}
    assert {name: length for name, length in lengths.items() if length > LONGEST_MODULE} == {}


def test_no_test_steps_aside(tracked: list[Path]) -> None:
    """A tool that is missing is a failure: a skipped test proves nothing and is not noticed."""
    aside = re.compile(r"pytest\.(?:mark\.)?(?:skip|skipif|importorskip|xfail)\b" + "[(]")
    tests = [file for file in tracked if file.name.startswith(("test_", "conftest")) and file.suffix == ".py"]
    assert [str(file) for file in tests if aside.search(file.read_text(encoding="utf-8"))] == []
