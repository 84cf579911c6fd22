"""The lock file pins all that the project file asks for, and environment.yml installs just that."""

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

PIN = re.compile(r"^([a-z0-9][a-z0-9._-]*)==(\S+)(?: ; .+)? \\\n((?:    --hash=sha256:[0-9a-f]{64}(?: \\)?\n)+)", re.MULTILINE)


@pytest.fixture(scope="module")
def project(root: Path) -> dict[str, Any]:
    loaded: dict[str, Any] = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return loaded


@pytest.fixture(scope="module")
def lock(root: Path) -> str:
    return (root / "requirements.lock").read_text(encoding="utf-8")


def test_conda_gets_the_python_that_the_project_asks_for(root: Path, project: dict[str, Any]) -> None:
    wanted = yaml.safe_load((root / "environment.yml").read_text(encoding="utf-8"))["dependencies"]
    assert project["requires-python"] == ">=3.11,<3.12"
    assert wanted[:2] == ["python=3.11", "pip"]
    assert wanted[2:] == [{"pip": ["--require-hashes", "-r requirements.lock"]}]


def test_every_line_of_the_lock_is_a_pin_with_a_hash(lock: str) -> None:
    assert PIN.sub("", lock) == ""


def test_every_dependency_is_pinned_within_its_bounds(project: dict[str, Any], lock: str) -> None:
    pins = {canonicalize_name(name): version for name, version, _ in PIN.findall(lock)}
    for line in [*project["dependencies"], *project["optional-dependencies"]["dev"]]:
        wanted = Requirement(line)
        assert pins[canonicalize_name(wanted.name)] in wanted.specifier, line


def test_the_lock_names_no_address_and_no_index(lock: str) -> None:
    assert not re.search(r"https?:|://|--(extra-)?index-url|--find-links|--trusted-host", lock)


def test_the_build_backend_is_pinned_too(root: Path, lock: str) -> None:
    asked = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["build-system"]["requires"]
    pins = {canonicalize_name(name): version for name, version, _ in PIN.findall(lock)}
    assert all(pins[canonicalize_name(Requirement(line).name)] in Requirement(line).specifier for line in asked)
