"""The page's script, run by node, against Python: every cent, every number format."""

import random

import pytest
from calculator_worlds import COARSE, CONTACTS, OWN

from benchmarks.calculator.points import corners, pay_keys, posts_by_hand, random_points, thresholds
from benchmarks.calculator.script import by_script, run_script
from wiwak_eval import german
from wiwak_eval.budget.calculator.outcome import outcomes
from wiwak_eval.publication.calculator.packing import packed
from wiwak_eval.publication.phrases import render
from wiwak_eval.results import Finding, Unit

pytestmark = [pytest.mark.system, pytest.mark.xdist_group("calculator")]

RANDOM, BY_ENGINE = 700, 80
"""Random points for each scenario and circle of readers, 5,600 in all, and how many of them the exact engine is asked for, 640 in all."""


@pytest.mark.parametrize("kind", [OWN, COARSE])
@pytest.mark.parametrize("name", CONTACTS)
def test_the_script_gives_every_cent_that_python_gives(calculator_worlds, name, kind):
    world = calculator_worlds[name]
    years = world.years(kind)
    data = packed(years, posts_by_hand(years), pay_keys(years))
    assert len(data) < 32_000
    chance = list(random_points(years, RANDOM, seed=len(name)))
    points = [*chance, *corners(years), *thresholds(years, "0")]
    found = by_script(data, years, points)
    assert [point for point, one in zip(points, found, strict=True) if one != outcomes(years, point)] == []
    exact = getattr(world.engine, kind)
    assert [point for point, one in zip(chance[:BY_ENGINE], found, strict=False) if one != exact(point)] == []


def cents():
    chance = random.Random(5)
    around = [sign * (10**power + more) for power in range(12) for more in (-1, 0, 1, 5, 50) for sign in (1, -1)]
    halves = [1005, 100_500, 12_345_000, 99_950, 999_500, 123_450, 5, 15, 995]
    return [0, *around, *halves, *(chance.randint(-(10 ** chance.randint(1, 11)), 10 ** chance.randint(1, 11)) for _ in range(2000))]


def finding(value):
    return Finding("probe", "Probe", value, None, None, Unit.CENTS, 0, "2018", "costs", "total", "y2018", "06_personal_budget", ())


def test_numbers_read_as_in_all_other_papers():
    given = cents()
    found = run_script("process.stdout.write(JSON.stringify(asked.map((one) => [german(one), euro(one), about(one)])));", given)
    expected = [[german.number(one), german.euro(one), render(finding(one), "euro_rund")] for one in given]
    assert [pair for pair in zip(given, found, expected, strict=True) if pair[1] != pair[2]] == []


def test_halves_go_away_from_zero_however_large_the_numbers_are():
    asked = [
        ["5", "2"],
        ["-5", "2"],
        ["7", "2"],
        ["1", "3"],
        ["2", "3"],
        ["-1", "3"],
        ["123456789012345678901", "1000000000000"],
        ["0", "7"],
    ]
    program = "process.stdout.write(JSON.stringify(asked.map(([n, d]) => halfUp(n, d))));"
    assert run_script(program, asked) == [3, -3, 4, 0, 1, 0, 123456789, 0]


def test_what_readers_type():
    typed = {
        "2400": 2400, " 2.400 ": 2400, "2 400": 2400, "2\u202f400": 2400, "1.234.567": 1234567, "0": 0, "080": 80,
        "2.4": None, "2,5": None, "24.00": None, "-5": None, "": None, "zwei": None, "1e3": None, "2.4000": None, "9999999999": None,
    }  # fmt: skip
    assert run_script("process.stdout.write(JSON.stringify(asked.map(typed)));", list(typed)) == list(typed.values())


PLANNED = {"b18": "2352", "b19": "2074", "land": "80", "ab": "plan", "tarif": "0", "stellen": "auto"}
TAKES = """
const takes = (name, value) => name in asked.planned && (name === "land" ? wholeNumber(value) && Number(value) <= 100 : value !== "wild");
process.stdout.write(JSON.stringify(asked.queries.map((one) => {
  const { values, refused } = askedBy(one, asked.planned, takes);
  return [addressOf(values, asked.planned), refused];
})));
"""
ADDRESSES = {
    "land=90": ("&land=90&ab=1", []),
    "land=80": ("&ab=1", []),
    "land=500": ("", ["land"]),
    "land=007": ("", ["land"]),
    "land=0": ("&land=0&ab=1", []),
    "land=500&ab=4": ("&ab=4", ["land"]),
    "land=90&ab=wild": ("&land=90", ["ab"]),
    "land=90&ab=nie": ("&land=90&ab=nie", []),
    "b18=2400&unfug=1&": ("&b18=2400", ["unfug"]),
    "=3&=&b19=1900": ("&b19=1900", []),
}


@pytest.mark.parametrize("query", ADDRESSES)
def test_what_an_address_asks_for(query):
    """A rate that is not taken moves nothing; one without a first month holds from January on; empty names are nobody's."""
    (found,) = run_script(TAKES, {"planned": PLANNED, "queries": [query]}, ("arithmetic", "german", "address"))
    asked, refused = ADDRESSES[query]
    assert found == [f"#rechner{asked}", refused]


ASKED = {
    "years": [2018, 2019], "contacts": [2600, 1], "posts": ["3,25", "1,00"], "byHand": False, "pay": "plus 2,4 %, wie angenommen",
    "start": "4", "month": "ab April 2018", "percent": "80",
}  # fmt: skip
PLAN = {"total": 20_000_000, "land": 0, "countyCash": 0, "inKind": 300_000, "others": 0, "open": 19_700_000}
SHARE = {"total": 21_234_567, "land": 10_000_000, "countyCash": 10_934_567, "inKind": 300_000, "others": 0, "open": 0}
CASES = [
    ({}, SHARE, [
        "Bei 2.600 Beratungen im Jahr 2018 und 1 Beratung im Jahr 2019 braucht es 3,25 Stellen im Jahr 2018 und 1,00 Stelle im Jahr 2019.",
        "Das kostet rund 212.000 Euro im Jahr 2018 und rund 212.000 Euro im Jahr 2019, zusammen rund 425.000 Euro: rund 24.700 Euro mehr",
        "Zahlt das Land 80 % ab April 2018, kommen von ihm 200.000 Euro; der Landkreis zahlt rund 219.000 Euro bar.",
    ]),
    ({"posts": ["1,00", "1,00"], "byHand": True, "start": "plan"}, PLAN, [
        "ist mit 1,00 Stelle in beiden Jahren gerechnet.", "so viel wie geplant.", "Wer 394.000 Euro davon zahlt, ist noch offen.",
    ]),
    ({"start": "nie"}, {**SHARE, "others": 100, "total": 19_000_000}, [
        "20.000 Euro weniger als geplant", "Zahlt das Land nichts, zahlt der Landkreis", "Bund, ESF und Dritte zahlen 2 Euro.",
    ]),
    ({"start": "plan"}, SHARE, ["Nach dem, was am Stichtag entschieden ist, zahlt das Land 200.000 Euro"]),
]  # fmt: skip


@pytest.mark.parametrize(("more", "found", "said"), CASES)
def test_the_sentence_says_what_the_numbers_are(more, found, said):
    program = "process.stdout.write(JSON.stringify(sentence(asked.setting, asked.found, asked.plan)));"
    asked = {"setting": ASKED | more, "found": [found] * 2, "plan": [PLAN] * 2}
    words = run_script(program, asked, ("arithmetic", "german", "words")).replace("\u00a0", " ").replace("\u202f", " ")
    assert [one for one in said if one not in words] == [], words
