"""The report's two files, written into a folder of their own: both or none, and never over a good one.

The record comes last and names the digest of the paper: a paper that no record names was interrupted and does not count.
"""

import hashlib
import json
import os
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path

from wiwak_eval.audit.verify.paper import report_pdf
from wiwak_eval.audit.verify.result import Verification
from wiwak_eval.results import GermanError, system_words
from wiwak_eval.study.keeping import write_whole

PAPER, MACHINE = "pruefbericht.pdf", "pruefbericht.json"


def check_place(run: Path, out: Path) -> None:
    """Raises GermanError where the report would lie in the run, which must not change, or cannot be written."""
    place = out.resolve()
    if place == run.resolve() or run.resolve() in place.parents:
        raise GermanError(
            "Der Prüfbericht darf nicht im Ordner des Laufs liegen: Der bleibt, wie er ist. Bitte mit --out einen anderen wählen."
        )
    try:
        out.mkdir(parents=True, exist_ok=True)
        probe = out / f".{MACHINE}.probe"
        probe.write_bytes(b"")
        probe.unlink()
    except OSError as error:
        raise GermanError(
            f"Der Ordner {out} ist nicht beschreibbar ({system_words(error)}). Bitte mit --out einen anderen wählen."
        ) from None


def write_report(found: Verification, out: Path) -> Path:
    """Write both files and return the paper's place. Raises GermanError where they cannot be written; earlier ones then stay."""
    paper = report_pdf(found)
    record = json.dumps(_record(found, paper), ensure_ascii=False, indent=2) + "\n"
    parts = {out / f".{name}.{os.getpid()}.part": (out / name, content) for name, content in ((PAPER, paper), (MACHINE, record.encode()))}
    try:
        for part, (_, content) in parts.items():
            write_whole(part, content)
        for part, (file, _) in parts.items():
            part.replace(file)
    except OSError as error:
        raise GermanError(
            f"Der Prüfbericht konnte nicht geschrieben werden ({system_words(error)}). Bitte Platz und Rechte prüfen."
        ) from None
    finally:
        for part in parts:
            part.unlink(missing_ok=True)
    return out / PAPER


def _record(found: Verification, paper: bytes) -> Mapping[str, object]:
    delivery = found.manifest.get("delivery")
    return {
        "run": found.run,
        "mark": delivery.get("mark") if isinstance(delivery, dict) else None,
        "paper_sha256": hashlib.sha256(paper).hexdigest(),
        "asked": dict(found.asked),
        "exit_code": int(found.exit_code),
        "verdict": found.verdict,
        "seal": found.seal,
        "digests": found.manifest.get("digests", {}),
        "parameters": found.manifest.get("parameters", {}),
        "sections": [{**asdict(section), "rules": dict(section.rules or {})} for section in found.sections],
        "environment": [{"name": name, "run": in_run, "check": here} for name, in_run, here in found.sides],
    }
