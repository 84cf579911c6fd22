"""The checkers of the web page are pinned with sums, and the lock says nothing of where they come from."""

import json
from pathlib import Path
from typing import Any

import pytest


@pytest.fixture(scope="module")
def packages(root: Path) -> dict[str, Any]:
    lock: dict[str, Any] = json.loads((root / "tests" / "browser" / "package-lock.json").read_text(encoding="utf-8"))
    found: dict[str, Any] = lock["packages"]
    return found


def test_the_lock_pins_what_is_asked_for(root: Path, packages: dict[str, Any]) -> None:
    asked = json.loads((root / "tests" / "browser" / "package.json").read_text(encoding="utf-8"))["devDependencies"]
    assert packages[""]["devDependencies"] == asked
    assert {f"node_modules/{name}" for name in asked} <= set(packages)


def test_every_package_has_a_sum_and_no_address(packages: dict[str, Any]) -> None:
    pinned = {name: facts for name, facts in packages.items() if name}
    assert [name for name, facts in pinned.items() if not facts["integrity"].startswith("sha512-")] == []
    assert [name for name, facts in pinned.items() if "resolved" in facts] == []


def test_nothing_is_run_at_installing_and_no_registry_is_named(root: Path) -> None:
    settings = (root / "tests" / "browser" / ".npmrc").read_text(encoding="utf-8").split()
    assert {"ignore-scripts=true", "omit-lockfile-registry-resolved=true"} <= set(settings)
    assert not [line for line in settings if "registry=" in line.replace("omit-lockfile-registry-resolved=", "") or "//" in line]
