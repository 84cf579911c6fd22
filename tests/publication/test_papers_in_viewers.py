"""What poppler and a browser make of the papers."""

import html
import json
import re
import subprocess
from pathlib import Path

import pytest

pytestmark = pytest.mark.system

CHROMIUM = (
    "chromium",
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--hide-scrollbars",
)
FRAME = """<!DOCTYPE html><meta charset="utf-8"><iframe id="f" width="{width}" height="900" srcdoc="{page}"></iframe><pre id="o"></pre>
<script>f.onload = () => {{
  const d = f.contentDocument;
  const wide = [...d.querySelectorAll("body *")].filter(
    e => !e.closest(".scroll") && !e.closest(".skip") && e.getBoundingClientRect().right > {width} + 1);
  const styled = getComputedStyle(d.querySelector("h2")).color;
  o.textContent = JSON.stringify({{width: d.documentElement.scrollWidth, wide: wide.map(e => e.outerHTML.slice(0, 80)), styled}});
}}</script>"""


def run(*command: str) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True, timeout=120).stdout


def test_poppler_reads_both_papers(report: bytes, factsheet: bytes, tmp_path: Path) -> None:
    for name, paper in (("bericht", report), ("faktenblatt", factsheet)):
        file = tmp_path / f"{name}.pdf"
        file.write_bytes(paper)
        facts = run("pdfinfo", str(file))
        assert re.search(r"Tagged:\s+yes", facts)
        assert re.search(r"Page size:.*A4", facts)
        assert "Gesamtkosten" in run("pdftotext", "-layout", str(file), "-")
        fonts = run("pdffonts", str(file)).splitlines()[2:]
        assert fonts
        assert all("SourceSansPro" in line and re.search(r"yes\s+yes\s+yes", line) for line in fonts)
        assert "No syntax or stream encoding errors" in run("qpdf", "--check", str(file))


@pytest.mark.parametrize("width", [320, 1280])
def test_nothing_is_wider_than_the_window(page: str, tmp_path: Path, width: int) -> None:
    frame = tmp_path / "frame.html"
    frame.write_text(FRAME.format(width=width, page=html.escape(page)), encoding="utf-8")
    shown = run(*CHROMIUM, "--dump-dom", "--virtual-time-budget=5000", frame.as_uri())
    found = re.search(r'<pre id="o">(.*?)</pre>', shown, re.DOTALL)
    assert found
    seen = json.loads(html.unescape(found.group(1)))
    assert seen == {"width": width, "wide": [], "styled": "rgb(0, 95, 150)"}


def test_the_page_asks_the_network_for_nothing(page: str, tmp_path: Path) -> None:
    file, log, picture = tmp_path / "bericht.html", tmp_path / "net.json", tmp_path / "bericht.png"
    file.write_text(page, encoding="utf-8")
    run(*CHROMIUM, f"--log-net-log={log}", f"--screenshot={picture}", "--window-size=1280,2400", file.as_uri())
    asked = set(re.findall(r'"url":\s*"(https?://[^"]+)"', log.read_text(encoding="utf-8")))
    assert {url for url in asked if not re.match(r"https?://[^/]*(google|gvt1)[^/]*\.com", url)} == set()
    assert picture.stat().st_size > 20_000
