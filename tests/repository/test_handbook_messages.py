"""Each German error message that a reader may meet stands in the handbook."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

ERRORS = {"GermanError", "Gap", "TableRefused", "NotAssessable"}
SHORTEST = 12


def raised(root: Path) -> Iterator[tuple[str, str]]:
    """File and the longest fixed part of each message that is written out where it is raised."""
    for file in sorted((root / "src").rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_bytes())):
            if not isinstance(node, ast.Call) or getattr(node.func, "id", "") not in ERRORS or not node.args:
                continue
            parts = node.args[0].values if isinstance(node.args[0], ast.JoinedStr) else [node.args[0]]
            fixed = [part.value for part in parts if isinstance(part, ast.Constant) and isinstance(part.value, str)]
            longest = max(fixed, key=len, default="").removeprefix("nicht auswertbar: ")
            if len(longest) >= SHORTEST:
                yield file.name, longest


def words(text: str) -> str:
    """Letters and digits alone: line breaks, quotation marks and table bars do not matter."""
    return " ".join(re.findall(r"\w+", text))


def test_every_message_is_explained(root: Path) -> None:
    handbook = words((root / "docs" / "handbuch.md").read_text(encoding="utf-8").partition("## Wenn etwas nicht klappt")[2])
    messages = list(raised(root))
    assert len(messages) > 30
    assert [f"{file}: {text}" for file, text in messages if words(text) not in handbook] == []


def test_no_message_quotes_the_operating_system(root: Path) -> None:
    """Its words are English or in the language of the machine; `system_words` has German ones."""
    quoted = re.compile(r"\bstrerror\b")
    assert [file.name for file in sorted((root / "src").rglob("*.py")) if quoted.search(file.read_text(encoding="utf-8"))] == []
