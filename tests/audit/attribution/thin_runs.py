"""Run folders that hold what a comparison reads: manifest, findings, the county's values and the programme; figures truly computed."""

import csv
import json
import shutil
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from wiwak_eval.audit.attribution import workshop
from wiwak_eval.audit.attribution.factors import Factor
from wiwak_eval.audit.attribution.programmes import Programme, programme_of
from wiwak_eval.audit.attribution.shares import Figures
from wiwak_eval.audit.attribution.sides import COUNTY_VALUES, read_side
from wiwak_eval.audit.attribution.workshop import Mixture, Parts, Workshop
from wiwak_eval.audit.programme import PROGRAMME, digests_of, unpack_programme, write_programme
from wiwak_eval.records import read_facts, resolve_key
from wiwak_eval.study import digests

Change = Callable[[Path], None]
"""Changes an unpacked programme."""
UNITS = {"contacts": "contacts", "caseload": "contacts", "persons": "persons", "posts": "posts"}


def write_run(folder: Path, delivery: Path, county: str = "", change: Change | None = None, scenario: str = "basis") -> Path:
    """A run folder of the delivery, the county's values as YAML, and the programme with the change."""
    bundle = folder / "pruefpaket"
    bundle.mkdir(parents=True)
    write_programme(bundle / PROGRAMME)
    made = repack(bundle / PROGRAMME, change or (lambda _: None))
    if county:
        (bundle / COUNTY_VALUES).write_text(county, encoding="utf-8")
    facts = read_facts(delivery)
    origin = facts.provenance
    manifest = {
        "run": digests.of_text(folder.name)[:12],
        "package_version": "0.1.0",
        "digests": {
            **made,
            "delivery": digests.of_delivery(delivery, resolve_key(folder, facts.simulated).value),
            "county_values": digests.of_text(county),
        },
        "parameters": {
            "scenario": scenario,
            "as_of": facts.delivered_on.isoformat(),
            "release": "oeffentlich",
            "accept_losses": False,
            "max_rejected": 0.1,
        },
        "delivery": {
            "name": delivery.name,
            "authority": origin.authority,
            "period": [origin.period_from.isoformat(), origin.period_to.isoformat()],
            "delivered_on": origin.delivered_on.isoformat(),
            "mark": origin.mark,
            "rows": [],
        },
        "assumptions": [],
    }
    (bundle / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")
    state_findings(folder, {})
    state_findings(folder, computed(folder, delivery))
    return folder


def state_findings(folder: Path, figures: Figures) -> None:
    """Write `findings.csv` with these figures."""
    with (folder / "pruefpaket" / "findings.csv").open("w", encoding="utf-8", newline="") as handle:
        rows = csv.writer(handle, lineterminator="\n")
        rows.writerow(["id", "label", "value", "low", "high", "unit"])
        for id, value in figures.items():
            rows.writerow([id, f"Zahl {id}", "" if value is None else value, "", "", UNITS.get(id.split("_")[0], "euro")])


def computed(folder: Path, delivery: Path) -> Figures:
    """The figures of a run folder, by its own programme."""
    side = read_side(folder, "Lauf A")
    with Workshop() as place:
        parts = Parts(side, delivery, programme_of(side, place.folder / "programme"))
        return place.compute("all", dict.fromkeys(Factor, parts))


def rebuilt(change: Callable[[str], str], file: str) -> Change:
    """A change of one file of the package; it must change something."""

    def apply(programme: Path) -> None:
        path = programme / "src" / "wiwak_eval" / file
        text = path.read_text(encoding="utf-8")
        assert change(text) != text
        path.write_text(change(text), encoding="utf-8")

    return apply


def repack(archive: Path, change: Change) -> dict[str, str]:
    """Change a packed programme; its digests as they are then."""
    folder = archive.with_name("unpacked")
    unpack_programme(archive, folder)
    change(folder)
    with zipfile.ZipFile(archive, "w") as packed:
        for file in sorted(file for file in folder.rglob("*") if file.is_file()):
            packed.write(file, file.relative_to(folder).as_posix())
    made = digests_of(folder)
    shutil.rmtree(folder)
    return made


class Remembering:
    """Answers a mixture that was computed before without computing it again; asks the programme of the mixture once for each."""

    def __init__(self) -> None:
        self.known: dict[str, Mapping[str, Any]] = {}
        self.asked = workshop._asked

    def __call__(self, place: Path, mixture: Mixture) -> Mapping[str, Any]:
        data, assumed = (mixture[factor].side for factor in (Factor.DATA, Factor.ASSUMPTIONS))
        code, inputs = (mixture[factor].programme for factor in (Factor.CODE, Factor.ASSUMPTIONS))
        assert isinstance(code, Programme)
        assert isinstance(inputs, Programme)
        parts = [digests.of_code(code.sources), data.digests["delivery"], inputs.data_digest, assumed.digests["county_values"]]
        key = " ".join([*parts, assumed.parameters["scenario"], assumed.parameters["as_of"]])
        if key not in self.known:
            self.known[key] = self.asked(place, mixture)
        return self.known[key]
