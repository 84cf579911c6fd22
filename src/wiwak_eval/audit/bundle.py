"""Manifest, index of findings and sums: what an auditor checks first."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from wiwak_eval.audit.assumptions_file import assumptions_file
from wiwak_eval.audit.checks import write_checks
from wiwak_eval.audit.crate import CRATE, crate_facts, crate_text
from wiwak_eval.audit.environment import MACHINE_FILE, json_text, machine
from wiwak_eval.audit.findings_index import findings_index
from wiwak_eval.audit.manifest import manifest_text
from wiwak_eval.audit.names import ASSUMPTIONS, BOOK, BUNDLE, COUNTY_VALUES, LEDGER, PDF_RECORD, PRIVACY, SETTINGS
from wiwak_eval.audit.pdf_record import pdf_record
from wiwak_eval.audit.programme import PROGRAMME, write_programme
from wiwak_eval.audit.readme import README, readme
from wiwak_eval.audit.sums import write_sums
from wiwak_eval.disclosure.audience import read_by
from wiwak_eval.disclosure.disclosed import Disclosed
from wiwak_eval.forecast.book import BookEntry, canonical_json, entry_json
from wiwak_eval.publication.council_paper import TEMPLATE_FILE
from wiwak_eval.publication.privacy_facts import PrivacyFacts
from wiwak_eval.publication.privacy_kit import privacy_kit
from wiwak_eval.study.privacy import privacy_facts
from wiwak_eval.study.release_ledger import release_content, release_id
from wiwak_eval.study.settings_file import settings_record
from wiwak_eval.study.study import Study


@dataclass(frozen=True)
class Prepared:
    """What the auditor's folder holds of the papers and of the attack, known before the notebooks have run."""

    pdf_record: str
    privacy: PrivacyFacts


def prepare(study: Study) -> Prepared:
    """Check the PDF papers and count what was hidden. Raises GermanError where a paper does not pass the gate."""
    return Prepared(pdf_record(study.papers.folder), privacy_facts(study))


def write_bundle(run: Path, study: Study, prepared: Prepared | None = None) -> None:
    """Write `pruefpaket/` into a run folder that is otherwise complete; the sums come last and cover all the rest.

    Raises GermanError where a PDF paper does not pass the gate.
    """
    known = prepared or Prepared(pdf_record(run), privacy_facts(study))
    folder = run / BUNDLE
    folder.mkdir()
    (folder / PDF_RECORD).write_text(known.pdf_record, encoding="utf-8")
    write_programme(folder / PROGRAMME)
    (folder / "findings.csv").write_bytes(findings_index(run, study))
    (folder / ASSUMPTIONS).write_bytes(assumptions_file(study))
    write_checks(folder, study)
    (folder / "manifest.json").write_text(manifest_text(study), encoding="utf-8")
    (folder / MACHINE_FILE).write_text(json_text(machine()), encoding="utf-8")
    (folder / BOOK).write_text(book_lines(study.book_read, study.book_entry), encoding="utf-8")
    (folder / LEDGER).write_text(ledger_lines(study.former.releases, study.defence.disclosed), encoding="utf-8")
    if study.county_values:
        (folder / COUNTY_VALUES).write_text(study.county_values, encoding="utf-8")
    if stricter := settings_record(study.settings):
        (folder / SETTINGS).write_text(stricter, encoding="utf-8")
    if study.council_template is not None and not study.papers.notice:
        (folder / TEMPLATE_FILE).write_bytes(study.council_template)
    (folder / PRIVACY).mkdir()
    for name, text in privacy_kit(known.privacy).items():
        (folder / PRIVACY / name).write_text(text, encoding="utf-8")
    (folder / README).write_text(readme(folder, study.mark), encoding="utf-8")
    (run / CRATE).write_text(crate_text(crate_facts(run, study)), encoding="utf-8")
    write_sums(run)


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
