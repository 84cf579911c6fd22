"""The page's own script, run by node on a list of settings."""

import json
import shutil
import subprocess
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from benchmarks.calculator.points import starts
from wiwak_eval.budget.calculator.coefficients import YearCoefficients, number_key
from wiwak_eval.budget.calculator.outcome import Outcome, Setting
from wiwak_eval.publication.calculator.on_page import script_part

READ = "const asked = JSON.parse(require('fs').readFileSync(0, 'utf8'));\n"
ANSWER = """
const years = asked.data.years.map(readYear);
const found = asked.settings.map((setting) => outcomes(years, setting).map((one) =>
  [one.posts === null ? "0" : asked.data.posts[one.posts], one.total, one.land, one.countyCash, one.inKind, one.others, one.open]));
process.stdout.write(JSON.stringify(found));
"""


def node() -> str | None:
    """Where node is, if it is."""
    return shutil.which("node")


def by_script(data: str, years: Sequence[YearCoefficients], settings: Sequence[Setting]) -> list[tuple[Outcome, ...]]:
    """What the script makes of each setting. data: the JSON of the page."""
    known = json.loads(data)
    asked = {"data": known, "settings": [_setting(setting, known, years) for setting in settings]}
    found = run_script(ANSWER, asked)
    return [tuple(Outcome(Decimal(posts), *amounts) for posts, *amounts in one) for one in found]


def run_script(program: str, asked: object, parts: Sequence[str] = ("arithmetic", "german")) -> Any:
    """Run a program after parts of the page's script; `asked` is what it was given. Raises CalledProcessError."""
    found = node()
    assert found, "node is missing"
    whole = "".join(('"use strict";\n', READ, *map(script_part, parts), program))
    return json.loads(subprocess.run([found, "-e", whole], input=json.dumps(asked), capture_output=True, text=True, check=True).stdout)


def _setting(setting: Setting, known: Any, years: Sequence[YearCoefficients]) -> dict[str, object]:
    """A setting as the script takes it: places in lists, months counted from January of the first year."""
    land, months = setting.land, starts(years)
    return {
        "contacts": setting.contacts,
        "pay": known["pay"].index(setting.pay),
        "posts": None if setting.posts is None else known["posts"].index(number_key(setting.posts)),
        "land": land and {"percent": land.percent, "start": None if land.start is None else months.index(land.start) + 1},
    }
