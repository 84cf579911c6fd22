"""The seal of a run is written down as it is published: a folder forged together with its sums is not taken for the run."""

import shutil
from pathlib import Path

import pytest

from wiwak_eval.audit.sums import seal, write_sums
from wiwak_eval.job.intact import refuse_damaged, seal_words
from wiwak_eval.results import GermanError
from wiwak_eval.study.seals import known_seals, write_down


def test_a_folder_forged_with_its_sums_is_refused(runs: dict[str, Path], state: Path, tmp_path: Path) -> None:
    folder = tmp_path / runs["pilot"].name
    shutil.copytree(runs["pilot"], folder)
    assert "entstand anderswo" in seal_words(folder)
    refuse_damaged(folder)
    write_down(state, folder.name, seal(folder))
    write_down(state, folder.name, seal(folder))
    assert known_seals(state, folder.name) == {seal(folder)}
    assert seal_words(folder) == f"Siegel des Laufs, bitte außerhalb des Ordners notieren: {seal(folder)}"
    refuse_damaged(folder)
    (folder / "daten" / "year.csv").write_text("geändert")
    with pytest.raises(GermanError, match=r"nicht mehr, wie er geschrieben wurde\. daten/year\.csv"):
        refuse_damaged(folder)
    write_sums(folder)
    with pytest.raises(GermanError, match="sein Siegel ist nicht das aufgezeichnete"):
        refuse_damaged(folder)
