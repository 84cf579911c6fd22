"""The one design of pictures, PDF, web page and workbook: colours, sizes of type, spaces. No colour stands anywhere else."""

from collections.abc import Mapping

INK, GREY = "#1a1a1a", "#595959"
"""Letters, and letters of second rank: both readable on white and on `SOFT`."""
LINE, GRID, SOFT, WHITE = "#c4c4c4", "#e3e3e3", "#eef1f4", "#ffffff"
"""Rules of tables and axes, lines behind values, grounds of boxes and heads, paper."""

BLUE, ORANGE, NIGHT, BROWN = "#0067a3", "#e56a00", "#000030", "#642e2e"
"""The four main colours: told apart in grey and by people with a colour vision deficiency, 3:1 or more on white."""
BLUE_TINTS = ("#ddebf5", "#a9cee6", "#6baad3")
"""Widest to narrowest band: solid, so that print and screen show the same."""
NIGHT_TINT = "#d5d5df"
"""A range around a line in `NIGHT`."""
ORANGE_TINT = "#fbe0c8"
"""What belongs to `ORANGE` and is less."""
SPOKE = "#a6a6a6"
"""Lines of second rank that letters do not stand on."""
ORANGE_TEXT = "#a84a00"
"""`ORANGE` for letters: dark enough to read on white."""
ALARM, ALARM_SOFT = "#8a3b00", "#fdf1e7"
"""Letters and ground of the mark on simulated data."""

COLOURS: Mapping[str, str] = {
    "ink": INK, "grey": GREY, "line": LINE, "grid": GRID, "soft": SOFT, "white": WHITE,
    "blue": BLUE, "orange": ORANGE, "night": NIGHT, "brown": BROWN, "orange-text": ORANGE_TEXT,
    "blue-wide": BLUE_TINTS[0], "blue-middle": BLUE_TINTS[1], "blue-narrow": BLUE_TINTS[2],
    "night-tint": NIGHT_TINT, "orange-tint": ORANGE_TINT, "alarm": ALARM, "alarm-soft": ALARM_SOFT,
}  # fmt: skip

FINE, SMALL, BODY, LEAD, HEADING, HEADLINE, TITLE = 8.0, 9.0, 10.5, 12.5, 16.0, 19.0, 24.0
"""Sizes of type in points; letters of pictures are `SMALL` and `FINE`."""
SIZES: Mapping[str, float] = {
    "fine": FINE, "small": SMALL, "body": BODY, "lead": LEAD, "heading": HEADING, "headline": HEADLINE, "title": TITLE,
}  # fmt: skip

SPACES: Mapping[str, float] = {"hair": 2.0, "tight": 4.0, "near": 8.0, "apart": 12.0, "wide": 18.0, "far": 28.0}
"""Distances in points."""

_SCREEN_BODY = 1.0625
"""What `BODY` is on a screen, in rem: all sizes and spaces grow with the reader's own."""


def css_variables() -> str:
    """The rule for `:root` of a web page: `--ink`, `--size-body`, `--space-near` …; lengths in rem."""
    lengths = {**_named("size", SIZES), **_named("space", SPACES)}
    rem = {name: f"{points / BODY * _SCREEN_BODY:.4g}rem" for name, points in lengths.items()}
    return ":root { " + " ".join(f"--{name}: {value};" for name, value in {**COLOURS, **rem}.items()) + " }"


def typst_tokens() -> Mapping[str, str | float]:
    """The same names for templates of Typst: colours as `rgb` takes them, `size-body` and `space-near` in points."""
    return {**COLOURS, **_named("size", SIZES), **_named("space", SPACES)}


def _named(kind: str, points: Mapping[str, float]) -> Mapping[str, float]:
    return {f"{kind}-{name}": value for name, value in points.items()}
