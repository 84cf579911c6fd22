"""The measurement of the papers: what is measured draws and saves, and a miss is named."""

from pathlib import Path

from benchmarks.papers.building import Built, charts, timed
from benchmarks.papers.speed import Turn, each_table, missed, table
from tests.publication.paper_sample import content
from wiwak_eval.study.paper_list import Making

TURNS = [Turn(Built(2.0, 2.0), Built(wall, 5.0)) for wall in (3.0, 3.8, 9.0)]


def test_the_pictures_are_drawn_and_saved(tmp_path: Path) -> None:
    found = timed(charts, Making(content(), {}, (2018, 2019)))
    assert found.wall > 0
    assert found.processor > 0
    charts(Making(content(), {}, (2018, 2019)), tmp_path)
    assert len(list(tmp_path.glob("*.svg"))) == 5


def test_the_last_line_has_the_median_of_each_column() -> None:
    assert table(TURNS)[-1] == "| **Median** | 2,00 | 3,80 | 1,90 | 2,00 | 5,00 | 2,50 |"
    assert len(table(TURNS)) == 1 + 3 + 1
    assert each_table({"charts": Built(1, 1), "bericht.pdf": Built(0.5, 0.75)}, {"bericht.pdf"})[-1] == "| `bericht.pdf` | 0,50 | 0,75 |"


def test_a_miss_is_named() -> None:
    assert missed(TURNS) == []
    assert missed([Turn(Built(2.0, 2.0), Built(4.2, 5.0))]) == ["all papers take 2.10 times the pictures"]
