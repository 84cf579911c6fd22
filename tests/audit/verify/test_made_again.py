"""A run made again: what was changed with its sums is found, and only that."""

import base64
import io
import json
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from wiwak_eval.audit.sums import first_difference, seal, write_sums
from wiwak_eval.audit.verify import Request, repetition, verify_run, verifying
from wiwak_eval.audit.verify.notebooks import check_notebooks
from wiwak_eval.audit.verify.result import ExitCode, Outcome, Section
from wiwak_eval.audit.verify.state import restore_state

INDEX, TABLE, NOTEBOOK = "pruefpaket/findings.csv", "daten/costs.csv", "notebooks/06_personal_budget.ipynb"


def replace_digit(file: Path, after: str) -> tuple[str, str]:
    """Turn the first digit behind some words into another; gives the line before and after."""
    text = file.read_text(encoding="utf-8")
    at = next(place for place in range(text.index(after) + len(after), len(text)) if text[place].isdigit())
    changed = text[:at] + str((int(text[at]) + 1) % 10) + text[at + 1 :]
    file.write_text(changed, encoding="utf-8")
    number = text[:at].count("\n")
    return text.splitlines()[number], changed.splitlines()[number]


def dot_in(picture: bytes) -> bytes:
    """The picture with a dark dot on it."""
    points = np.asarray(Image.open(io.BytesIO(picture)).convert("RGB")).copy()
    points[40:44, 40:44] = (0, 0, 0)
    out = io.BytesIO()
    Image.fromarray(points).save(out, "PNG")
    return out.getvalue()


def change_notebook(file: Path) -> None:
    """Another number in a printed table, and a dot in a picture, of two cells."""
    content = json.loads(file.read_text(encoding="utf-8"))
    outputs = [one["data"] for cell in content["cells"] for one in cell.get("outputs", []) if "data" in one]
    table = next(
        data for data in outputs if any(sign.isdigit() for sign in "".join(data.get("text/plain", []))) and "image/png" not in data
    )
    line = next(at for at, words in enumerate(table["text/plain"]) if any(sign.isdigit() for sign in words))
    table["text/plain"][line] = "".join(str((int(sign) + 1) % 10) if sign.isdigit() else sign for sign in table["text/plain"][line])
    picture = next(data for data in outputs if "image/png" in data)
    picture["image/png"] = base64.b64encode(dot_in(base64.b64decode(picture["image/png"]))).decode()
    file.write_text(json.dumps(content), encoding="utf-8")


def test_what_was_changed_together_with_its_sum_is_found_by_making_the_run_again(
    sealed_run: Path, state: Path, warmed: Callable[[Path], Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With results that other tests computed and nbval on one notebook; the stranger's test computes all anew and runs nbval on all."""

    def restore(run: Path, folder: Path, house: Path) -> tuple[str, ...]:
        missing = restore_state(run, folder, house)
        warmed(folder)
        return missing

    def one_notebook(run: Path, again: Path, python: Path, room: Path, environment: Mapping[str, str]) -> Section:
        for side, folder in (("a", run), ("b", again)):
            (tmp_path / side / NOTEBOOK).parent.mkdir(parents=True)
            shutil.copyfile(folder / NOTEBOOK, tmp_path / side / NOTEBOOK)
        return check_notebooks(tmp_path / "a", tmp_path / "b", python, room, environment)

    monkeypatch.setattr(repetition, "restore_state", restore)
    monkeypatch.setattr(verifying, "check_notebooks", one_notebook)
    before, after = replace_digit(sealed_run / INDEX, "persons_pilot,Personen im Pilotjahr,")
    replace_digit(sealed_run / TABLE, "\n")
    change_notebook(sealed_run / NOTEBOOK)
    picture = next((sealed_run / "bilder").glob("*.png"))
    picture.write_bytes(dot_in(picture.read_bytes()))
    write_sums(sealed_run)
    assert first_difference(sealed_run) is None

    said: list[str] = []
    found = verify_run(Request(sealed_run, seal=seal(sealed_run)), said.append)
    sections = {section.title: section for section in found.sections}

    assert found.exit_code is ExitCode.DIFFERENT
    assert sections.pop("Wiederholung").outcome is Outcome.DIFFERENT
    notebooks = sections.pop("Notebooks, Zelle für Zelle (nbval)")
    assert {title: section.outcome for title, section in sections.items()} == dict.fromkeys(sections, Outcome.EQUAL)
    deviations = [one for section in found.sections if section.title == "Wiederholung" for one in section.deviations]
    changed = {INDEX, TABLE, NOTEBOOK, picture.relative_to(sealed_run).as_posix()}
    assert {one.file for one in deviations} == changed
    index = next(one for one in deviations if one.file == INDEX)
    assert index.place.endswith("(persons_pilot), Spalte „value“")
    assert (index.in_run, index.found) == (after.split(",")[2], before.split(",")[2])
    assert sum(one.place.endswith("image/png") for one in deviations) == 1
    assert [one.file for one in notebooks.deviations] == [NOTEBOOK]
    assert found.sides
    assert any("Wiederholung: Abweichung" in line for line in said)
    assert list(state.iterdir()) == []
