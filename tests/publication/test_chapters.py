"""Chapters from released tables: what is refused is said once, what cannot be said is left out."""

import json
import re

import pytest
from paper_sample import content, findings, forecast_monthly

from wiwak_eval.publication.chapters import KEY_FINDINGS, SUMMARY, build_content
from wiwak_eval.publication.charts import CHARTS
from wiwak_eval.publication.content import Content, Figure, Paragraph
from wiwak_eval.publication.finding_specs import SPECS
from wiwak_eval.publication.findings import collect_findings
from wiwak_eval.publication.outline import OUTLINE
from wiwak_eval.publication.pictures import PICTURES
from wiwak_eval.publication.plain_summary import PLAIN, REAL_TEXT, SIGN, SIMULATED_TEXT
from wiwak_eval.publication.texts import TEXTS, for_years
from wiwak_eval.results import NotAssessable
from wiwak_eval.shipped import shipped

YEARS = (2018, 2019)
PARTS = [part.partition(":")[::2] for _, _, parts in OUTLINE for part in parts]
TABLES = {name for kind, name in PARTS if kind in {"table", "picture", "annex"}} | {spec.table for spec in SPECS}


def built(**known: object) -> Content:
    released = {name: known.get(name, NotAssessable("nicht auswertbar: Tabelle „Beratungen“ fehlt.")) for name in TABLES}
    return build_content(released, collect_findings(released, YEARS), content().mark, YEARS)


def named_in_notebooks(pattern: str) -> set[str]:
    """What the notebooks' code names in this way; some sentences and pictures stand in a notebook alone."""
    notebooks = (json.loads(path.read_text(encoding="utf-8")) for path in shipped("notebooks").glob("*.ipynb"))
    code = ["".join(cell["source"]) for notebook in notebooks for cell in notebook["cells"] if cell["cell_type"] == "code"]
    return set(re.findall(pattern, "\n".join(code)))


def test_every_part_of_the_outline_exists_and_every_sentence_and_picture_is_reached() -> None:
    assert {name for kind, name in PARTS if kind == "say"} | {name for _, names in SUMMARY for name in names} | {
        name for _, name in (*PLAIN, SIGN)
    } | {REAL_TEXT, SIMULATED_TEXT} | named_in_notebooks(r'\.say\("(\w+)"\)') == set(TEXTS)
    assert {name for kind, name in PARTS if kind == "picture"} == set(PICTURES)
    assert {picture.chart for picture in PICTURES.values()} | named_in_notebooks(r'chart="(\w+)"') == set(CHARTS)
    assert {for_years(id, YEARS) for id in KEY_FINDINGS} <= set(built().findings)


def test_chapters_and_tables_stand_once() -> None:
    ids = [id for id, _, _ in OUTLINE]
    assert len(set(ids)) == len(ids)
    names = [name for kind, name in PARTS if kind in {"table", "picture", "annex"}]
    assert len(set(names)) == len(names)


def test_one_reason_is_said_once_a_chapter_and_no_empty_paragraph_stands() -> None:
    for chapter in built().chapters:
        assert sum(isinstance(block, NotAssessable) for block in chapter.blocks) <= 1, chapter.id
        assert all(block.text for block in chapter.blocks if isinstance(block, Paragraph)), chapter.id
        assert not [block for block in chapter.blocks if isinstance(block, Paragraph) and "keine Angabe" in block.text], chapter.id


def test_a_picture_takes_its_words_from_its_table() -> None:
    table = forecast_monthly()
    figures = [block for chapter in built(forecast_monthly=table).chapters for block in chapter.blocks if isinstance(block, Figure)]
    assert [(figure.table, figure.chart) for figure in figures] == [(table, "forecast_fan")]


def test_an_unknown_finding_is_an_error() -> None:
    with pytest.raises(KeyError):
        build_content({name: NotAssessable("fehlt") for name in TABLES}, findings(), content().mark, YEARS)
