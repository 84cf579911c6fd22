from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from wiwak_eval.assumptions import Assumptions, Catalogue, load_catalogue, load_scenario, with_county_values
from wiwak_eval.shipped import shipped

DELIVERED = date(2017, 11, 15)
Deliver = Callable[..., Assumptions]


@pytest.fixture(scope="session")
def shipped_catalogue() -> Catalogue:
    return load_catalogue(shipped("data") / "assumptions")


@pytest.fixture
def deliver(tmp_path: Path, shipped_catalogue: Catalogue) -> Deliver:
    """Assumptions after `annahmen.csv` and `annahmen.yaml` of a delivery and of the state folder."""

    def made(csv: str = "", yaml: str = "", home_csv: str = "", as_of: date = DELIVERED) -> Assumptions:
        folders = [tmp_path / "zuhause", tmp_path / "lieferung"]
        for folder, texts in zip(folders, ({"annahmen.csv": home_csv}, {"annahmen.csv": csv, "annahmen.yaml": yaml}), strict=True):
            folder.mkdir(exist_ok=True)
            for name, text in texts.items():
                if text:
                    (folder / name).write_text(text, encoding="utf-8")
        catalogue = with_county_values(shipped_catalogue, folders, DELIVERED)
        return Assumptions(catalogue, load_scenario(shipped("data") / "scenarios", "basis"), as_of)

    return made
