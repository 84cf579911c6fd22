"""The page asks nobody for anything, and what slips into it neither runs nor calls home."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.browsing import Opened

pytestmark = [pytest.mark.system, pytest.mark.xdist_group("runs")]

SLIPPED = """<script>document.title = "run"</script>
<img src="http://outside.test/a.png" alt="" onerror="document.title = 'handler'">
<script src="http://outside.test/a.js"></script><link rel="stylesheet" href="http://outside.test/a.css">
<iframe title="x" src="http://outside.test/"></iframe><p id="styled" style="color: rgb(1, 2, 3)">x</p>
<style>#styled { color: rgb(1, 2, 3) }</style></body>"""
LATER = """() => new Promise(done => {
  const blocked = [];
  document.addEventListener("securitypolicyviolation", event => blocked.push(event.effectiveDirective));
  const script = document.createElement("script");
  script.textContent = "document.title = 'run'";
  document.body.append(script);
  const picture = new Image();
  picture.src = "http://outside.test/b.png";
  fetch("http://outside.test/c").catch(() => {});
  setTimeout(() => done(blocked.sort()), 300);
})"""


def test_a_whole_visit_asks_for_nothing(browser: Browser, pilot: Path) -> None:
    with Opened(browser, pilot) as opened:
        opened.page.evaluate("scrollTo(0, document.body.scrollHeight)")
        opened.page.locator("#suche").fill("Beratung")
        opened.page.wait_for_timeout(300)
        assert opened.requests == []
        assert opened.troubles == []


def test_what_slips_into_the_file_neither_runs_nor_calls(browser: Browser, hostile: Path, tmp_path: Path) -> None:
    file = tmp_path / "slipped.html"
    file.write_text(hostile.read_text(encoding="utf-8").replace("</body>", SLIPPED), encoding="utf-8")
    with Opened(browser, file) as opened:
        opened.page.wait_for_timeout(300)
        assert opened.requests == []
        assert opened.page.title() not in {"run", "handler"}
        assert opened.page.locator("#styled").evaluate("one => getComputedStyle(one).color") != "rgb(1, 2, 3)"
        assert sum("Content Security Policy" in line for line in opened.troubles) >= 6


def test_what_is_put_in_later_is_blocked_too(browser: Browser, hostile: Path) -> None:
    with Opened(browser, hostile) as opened:
        assert opened.page.evaluate(LATER) == ["connect-src", "img-src", "script-src-elem"]
        assert opened.page.title() != "run"
        assert opened.requests == []


def test_a_changed_script_does_not_run(browser: Browser, hostile: Path, tmp_path: Path) -> None:
    file = tmp_path / "changed.html"
    file.write_text(hostile.read_text(encoding="utf-8").replace("const byId", "const  byId"), encoding="utf-8")
    with Opened(browser, file) as opened:
        assert opened.page.locator("#suche").is_hidden()
