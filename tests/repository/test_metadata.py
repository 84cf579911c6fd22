"""publiccode.yml, CITATION.cff, CHANGELOG and licence say the same as the project file."""

import re
import tomllib
from pathlib import Path
from typing import Any

import yaml

import wiwak_eval


def read(file: Path) -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load(file.read_text(encoding="utf-8"))
    return loaded


def test_publiccode_holds_what_the_standard_asks_for(root: Path, version: str) -> None:
    public = read(root / "publiccode.yml")
    assert public["publiccodeYmlVersion"] == "0.4"
    assert public["softwareVersion"] == version == wiwak_eval.__version__
    assert public["legal"]["license"] == "EUPL-1.2"
    assert {"name", "url", "platforms", "developmentStatus", "softwareType", "maintenance", "localisation"} <= set(public)
    assert public["localisation"]["availableLanguages"] == ["de", "en"]
    for language in ("de", "en"):
        described = public["description"][language]
        assert len(described["shortDescription"]) <= 150
        assert 150 <= len(described["longDescription"]) <= 10_000
        assert all(len(feature) <= 100 for feature in described["features"])
        assert re.search("simuliert|simulated", described["longDescription"])


def test_citation_is_complete(root: Path, version: str) -> None:
    citation = read(root / "CITATION.cff")
    assert citation["cff-version"] == "1.2.0"
    assert citation["version"] == version
    assert citation["license"] == "EUPL-1.2"
    assert {"message", "title", "authors", "abstract"} <= set(citation)


def test_changelog_has_the_version_and_the_known_headings(root: Path, version: str) -> None:
    changelog = (root / "CHANGELOG.md").read_text(encoding="utf-8")
    assert "## [Unreleased]" in changelog or f"## [{version}]" in changelog
    kinds = set(re.findall(r"^### (.+)$", changelog, re.MULTILINE))
    assert kinds <= {"Added", "Changed", "Deprecated", "Removed", "Fixed", "Security"}


def test_licence_is_the_one_named(root: Path) -> None:
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    text = (root / "LICENSE").read_text(encoding="utf-8")
    assert project["license"] == "EUPL-1.2"
    assert "EUROPEAN UNION PUBLIC LICENCE v. 1.2" in text or "EUPL" in text


def test_decisions_have_one_shape(root: Path) -> None:
    for page in sorted((root / "docs" / "decisions").glob("[0-9]*.md")):
        text = page.read_text(encoding="utf-8")
        assert re.match(rf"# {page.name[:4]} ", text), page.name
        assert re.findall(r"^## (.+)$", text, re.MULTILINE) == ["Context", "Decision", "Consequences"], page.name
