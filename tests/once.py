"""What is dear is made once for all workers of a test run."""

import os
import shutil
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from wiwak_eval.study.keeping import locked


def once(folder: Path, make: Callable[[Path], object]) -> Path:
    """The folder, filled by `make` for the first worker that asks; others wait meanwhile. It is there whole or not at all."""
    with locked(folder.with_name(f"{folder.name}_lock")):
        if not folder.exists():
            part = folder.with_name(f"{folder.name}_part")
            shutil.rmtree(part, ignore_errors=True)
            make(part)
            part.rename(folder)
    return folder


def hand_on(results: Path, shared: Path) -> None:
    """Let others have kept results too; what they have already stays."""
    for file in results.rglob("*.json"):
        target = shared / file.relative_to(results)
        target.parent.mkdir(parents=True, exist_ok=True)
        with suppress(FileExistsError):
            os.link(file, target)
