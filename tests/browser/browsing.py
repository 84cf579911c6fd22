"""What the tests do with a page in Chromium: open it from the disk, count what it asks for, run axe-core over it."""

import json
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Page, Route

CHECKERS = Path(__file__).parent / "node_modules"
WIDE, NARROW = (1280, 900), (320, 640)
FLAGS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--lang=de")
RULES = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice")
UNFOLD = "document.querySelectorAll('details').forEach(box => box.open = true)"
OVERFLOWING = """() => [...document.querySelectorAll("body *")]
  .filter(one => !one.closest(".scroll") && !one.closest(".visually-hidden") && !one.closest(".skip")
    && one.getBoundingClientRect().right > innerWidth + 1)
  .map(one => one.outerHTML.slice(0, 120))"""
ASKED = """rules => axe.run(document, {runOnly: {type: "tag", values: rules}, resultTypes: ["violations"]})
  .then(seen => seen.violations.flatMap(rule => rule.nodes.map(node => [rule.id, node.html.slice(0, 160)])))"""


def chromium() -> str:
    found = shutil.which("chromium")
    assert found, "chromium is missing"
    return found


class Opened:
    """A page opened from the disk. requests: addresses beside the page's own; troubles: errors and warnings of its console."""

    def __init__(self, browser: Browser, file: Path, size: tuple[int, int] = WIDE, script: bool = True, place: str = "") -> None:
        self.requests: list[str] = []
        self.troubles: list[str] = []
        self.context = browser.new_context(
            viewport={"width": size[0], "height": size[1]}, java_script_enabled=script, locale="de-DE", accept_downloads=True
        )
        self.context.route("**/*", lambda route: self._seen(route, file.as_uri()))
        self.page: Page = self.context.new_page()
        self.page.set_default_timeout(10_000)
        self.page.on("console", lambda line: self.troubles.append(line.text))
        self.page.on("pageerror", lambda error: self.troubles.append(str(error)))
        self.page.goto(file.as_uri() + place)

    def __enter__(self) -> "Opened":
        return self

    def __exit__(self, *_: object) -> None:
        self.context.close()

    def _seen(self, route: Route, own: str) -> None:
        if route.request.url.partition("#")[0] == own:
            route.continue_()
        else:
            self.requests.append(route.request.url)
            route.abort()


def violations(page: Page) -> list[list[str]]:
    """Rule and element of each fault that axe-core finds; it is put in from outside, where the page's policy does not reach."""
    page.evaluate((CHECKERS / "axe-core" / "axe.min.js").read_text(encoding="utf-8"))
    found: list[list[str]] = page.evaluate(ASKED, list(RULES))
    return found


def complaints(*files: Path) -> dict[Path, list[str]]:
    """Errors and warnings of the Nu HTML checker, one start of Java for all files."""
    jar = CHECKERS / "vnu-jar" / "build" / "dist" / "vnu.jar"
    command = ["java", "-jar", str(jar), "--stdout", "--format", "json", "--exit-zero-always", *map(str, files)]
    said = subprocess.run(command, check=True, capture_output=True, text=True, timeout=180).stdout
    messages: Sequence[dict[str, Any]] = json.loads(said)["messages"]
    return {
        file: [f"{one.get('lastLine')}: {one['message']}" for one in messages if urlsplit(one["url"]).path == str(file)] for file in files
    }
