"""The house style is seaborn's `whitegrid` with the house's own values, though seaborn is not loaded for it."""

import subprocess
import sys

import matplotlib
import seaborn

from wiwak_eval.publication import style
from wiwak_eval.publication.design import BLUE, BROWN, NIGHT, ORANGE

UNUSED = {"image.cmap"}
"""Seaborn's own colour map; no picture is coloured by one."""


def test_the_style_equals_seaborn_s() -> None:
    with matplotlib.rc_context():
        seaborn.set_theme(style="whitegrid", palette=[BLUE, ORANGE, NIGHT, BROWN], rc=style._RC)
        expected = dict(matplotlib.rcParams)
    with style.styled():
        found = dict(matplotlib.rcParams)
    assert {name for name, value in found.items() if value != expected[name]} == UNUSED


def test_drawing_bars_loads_no_seaborn() -> None:
    program = "import sys; import wiwak_eval.publication.drawing_costs, wiwak_eval.publication.style; print('seaborn' in sys.modules)"
    ended = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True)
    assert ended.stdout.strip() == "False"
