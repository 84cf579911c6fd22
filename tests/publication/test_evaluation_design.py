"""Logic model and evaluation matrix: the page is current, and all that they name exists."""

import subprocess
import sys
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from functools import cached_property
from pathlib import Path
from typing import get_type_hints

import pytest
import yaml

from wiwak_eval.evaluation.refusals.catalogue import METHODS
from wiwak_eval.publication.evaluation_design import LogicModel, evaluation_design, load_logic_model, load_matrix
from wiwak_eval.publication.evaluation_design.page import design_page
from wiwak_eval.publication.finding_specs import SPECS
from wiwak_eval.publication.shipped_yaml import load_model
from wiwak_eval.records import TABLES
from wiwak_eval.results import GermanError
from wiwak_eval.shipped import shipped
from wiwak_eval.study.computed import Computed
from wiwak_eval.study.study import Study

DATA = shipped("data")
DOCS = DATA.parent / "docs"


def known_ids() -> Iterator[str]:
    """Every finding, and every table that a study can make: the fields of its results."""
    yield from (spec.id for spec in SPECS)
    for owner in (*Computed.__mro__[:-1], Study):
        for attribute in vars(owner).values():
            if isinstance(attribute, cached_property):
                kind = get_type_hints(attribute.func).get("return")
                if is_dataclass(kind):
                    yield from (field.name for field in fields(kind))


def test_the_page_is_current() -> None:
    assert (DOCS / "wirkungsmodell.md").read_text(encoding="utf-8") == design_page()


def test_the_command_prints_the_page_and_nothing_else() -> None:
    done = subprocess.run([sys.executable, "-m", "wiwak_eval.publication.evaluation_design.page"], capture_output=True, check=True)
    assert done.stdout.decode("utf-8") == design_page()
    assert done.stderr == b""


def test_every_indicator_exists() -> None:
    ids = set(known_ids())
    named = {id for entry in load_matrix().questions.values() for id in entry.indicators}
    model = load_logic_model()
    named |= {id for part in (*model.elements.values(), *model.links) for id in part.shown_by}
    assert named - ids == set()


def test_every_method_is_explained_or_on_the_list_of_those_that_data_must_carry() -> None:
    page = " ".join((DOCS / "methoden.md").read_text(encoding="utf-8").split())
    listed = {method.id for method in METHODS}
    for id, entry in load_matrix().questions.items():
        assert [method for method in entry.methods if method not in page] == [], id
        assert set(entry.refused) <= listed, id
        assert entry.methods or entry.refused, id


def test_every_source_is_a_table_of_the_contract_or_a_shipped_file_and_every_notebook_exists() -> None:
    tables = {table.german for table in TABLES.values()}
    for id, entry in load_matrix().questions.items():
        for source in entry.sources:
            assert source in tables or (DATA.parent / source).exists(), f"{id}: {source}"
        assert entry.notebook[:2] in {"02", "03", "04", "05", "06", "08", "09"}, id


def test_each_step_has_a_rival_explanation_and_each_element_is_linked() -> None:
    model = load_logic_model()
    assert all(link.rivals for link in model.links)
    linked = {name for link in model.links for name in (link.origin, link.to)}
    assert set(model.elements) - linked <= {"partners"}
    assert [row for row in evaluation_design(model, load_matrix()).logic_model.rows if row[3] == "nicht erhoben"]


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda content: content["links"][0].update({"to": "nowhere"}), "„nowhere“"),
        (lambda content: content["links"].append({**content["links"][0], "from": "staying", "to": "money"}), "rückwärts"),
        (lambda content: content["links"][0].update({"rivals": []}), "rivals"),
        (lambda content: content["elements"]["money"].update({"stage": "dream"}), "„dream“"),
    ],
)
def test_a_mistake_is_named(tmp_path: Path, change, words: str) -> None:
    content = yaml.safe_load((DATA / "logic_model.yaml").read_text(encoding="utf-8"))
    change(content)
    file = tmp_path / "logic_model.yaml"
    file.write_text(yaml.safe_dump(content, allow_unicode=True), encoding="utf-8")
    with pytest.raises(GermanError, match=words):
        load_model(file, LogicModel)
