"""What the run's name hangs on."""

import re
from pathlib import Path

from wiwak_eval import study
from wiwak_eval.shipped import shipped
from wiwak_eval.study.digests import INPUT_FOLDERS


def test_every_folder_of_shipped_data_that_a_study_reads_counts() -> None:
    """A changed alternative would else be answered by the run folder that knew the old one."""
    code = "\n".join(file.read_text(encoding="utf-8") for file in Path(study.__file__).parent.rglob("*.py"))
    read = set(re.findall(r'shipped\("data"\) / "(\w+)"', code))
    assert read == set(INPUT_FOLDERS)
    assert all((shipped("data") / name).is_dir() for name in INPUT_FOLDERS)
