"""Manifest, index of findings and sums: what an auditor checks first."""

import hashlib
import json
import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path

from wiwak_eval.audit.pdf_record import pdf_record
from wiwak_eval.disclosure.audience import read_by
from wiwak_eval.disclosure.disclosed import Disclosed
from wiwak_eval.forecast.book import BookEntry, canonical_json, entry_json
from wiwak_eval.publication.council_paper import TEMPLATE_FILE
from wiwak_eval.publication.privacy_kit import privacy_kit
from wiwak_eval.results import NotAssessable
from wiwak_eval.study import Study
from wiwak_eval.study.privacy import privacy_facts
from wiwak_eval.study.release_ledger import release_content, release_id

BUNDLE = "pruefpaket"
BOOK = "prognosebuch.jsonl"
LEDGER = "freigabebuch.jsonl"
COUNTY_VALUES = "annahmen.yaml"
PRIVACY = "datenschutz"
PDF_RECORD = "pdf_pruefung.md"


def write_bundle(run: Path, study: Study) -> None:
    """Write `pruefpaket/` into a run folder that is otherwise complete; the sums come last and cover all the rest.

    Raises GermanError where a PDF paper does not pass the gate.
    """
    checked = pdf_record(run)
    folder = run / BUNDLE
    folder.mkdir()
    (folder / PDF_RECORD).write_text(checked, encoding="utf-8")
    shutil.copyfile(run / "daten" / "findings.csv", folder / "findings.csv")
    manifest = json.dumps(_manifest(study), ensure_ascii=False, indent=2, sort_keys=True)
    (folder / "manifest.json").write_text(manifest + "\n", encoding="utf-8")
    (folder / BOOK).write_text(book_lines(study.book_read, study.book_entry), encoding="utf-8")
    (folder / LEDGER).write_text(ledger_lines(study.former.releases, study.defence.disclosed), encoding="utf-8")
    if study.county_values:
        (folder / COUNTY_VALUES).write_text(study.county_values, encoding="utf-8")
    if study.council_template is not None and not study.papers.notice:
        (folder / TEMPLATE_FILE).write_bytes(study.council_template)
    (folder / PRIVACY).mkdir()
    for name, text in privacy_kit(privacy_facts(study)).items():
        (folder / PRIVACY / name).write_text(text, encoding="utf-8")
    (folder / "SHA256SUMS").write_text(_sums(run), encoding="utf-8")


def book_lines(read: Sequence[BookEntry], made: BookEntry | None) -> str:
    """The forecast book as far as the run knew it, one JSON object a line: the entries it read, then the one it made."""
    entries = [*(("read", entry) for entry in read), *((("made", made),) if made is not None else ())]
    contents = ({"role": role, "id": entry.id, "entry": json.loads(entry_json(entry))} for role, entry in entries)
    return "".join(f"{canonical_json(content)}\n" for content in contents)


def ledger_lines(read: Sequence[Disclosed], made: Disclosed) -> str:
    """What this run told of groups of people, and the former releases it was held against: printed numbers only, one release a line.

    Of a former release that this one's readers were not meant to see, only its id: a public folder must not carry a committee's numbers.
    """
    seen = read_by(made.level, read)
    lines: list[dict[str, object]] = [
        {"role": "read", "id": release_id(entry), "release": release_content(entry) if entry in seen else None} for entry in read
    ]
    lines.append({"role": "made", "id": release_id(made), "release": release_content(made)})
    return "".join(f"{canonical_json(line)}\n" for line in lines)


def _manifest(study: Study) -> Mapping[str, object]:
    """What the run was made of; no time, no path, so that an equal run has an equal manifest."""
    asked, origin = study.parameters, study.provenance
    return {
        "run": study.run_id,
        "package_version": study.mark.version,
        "digests": study.inputs,
        "parameters": {
            "scenario": study.scenario.id,
            "as_of": study.as_of.isoformat(),
            "release": study.level.value,
            "accept_losses": asked.accept_losses,
            "max_rejected": asked.max_rejected,
        },
        "delivery": {
            "name": asked.delivery,
            "authority": origin.authority,
            "period": [origin.period_from.isoformat(), origin.period_to.isoformat()],
            "delivered_on": origin.delivered_on.isoformat(),
            "simulated": origin.simulated,
            "mark": origin.mark,
            "rows": [
                dict(zip(("file", "table", "read", "counted", "used", "rejected"), row, strict=True)) for row in study.intake.intake.rows
            ],
        },
        "claims": _claims(study),
        "notices": list(study.mark.notices),
        "assumptions": _log(study),
    }


def _claims(study: Study) -> dict[str, object]:
    """What the public claims were held against, and the verdicts as this release tells them."""
    known, table = study.claim_set, study.released["claims"]
    verdicts = {} if isinstance(table, NotAssessable) else dict(zip(table.column("claim"), table.column("verdict"), strict=True))
    return {"digest": known.digest, "thresholds": known.thresholds, "definitions": known.definitions, "verdicts": verdicts}


def _log(study: Study) -> list[dict[str, str]]:
    """The assumptions behind the tables, as the log table prints them."""
    log = study.released["assumptions_log"]
    if isinstance(log, NotAssessable):
        return []
    names = [column.name for column in log.columns]
    return [{name: str(cell) for name, cell in zip(names, row, strict=True)} for row in log.rows]


def _sums(run: Path) -> str:
    files = sorted(file for file in run.rglob("*") if file.is_file())
    return "".join(f"{hashlib.sha256(file.read_bytes()).hexdigest()}  {file.relative_to(run).as_posix()}\n" for file in files)
