"""What the crate says of a run: no time, no person, no path of a machine; of the delivery its keyed digest alone."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from wiwak_eval.audit.environment import locked, python
from wiwak_eval.publication.data_dictionary import licence_words
from wiwak_eval.study.paper_list import readers
from wiwak_eval.study.study import Study

NOTEBOOKS, PAPERS_NOTEBOOK = "notebooks", "10_haushaltsunterlagen"


@dataclass(frozen=True)
class Parameter:
    """A parameter of the run. name: as the command has it; kind: type in schema.org; value: as text; label: German."""

    name: str
    kind: str
    value: str
    label: str
    of_notebooks: bool = True


@dataclass(frozen=True)
class CrateFacts:
    """A run as the crate tells it.

    notebooks: names without ending, in their order; papers: file to German words; files: all other entries of the folder that are listed;
    as_of, period: ISO; digest: of the delivery, keyed; licence: German words; mark: of simulated data, or empty.
    """

    run: str
    version: str
    authority: str
    as_of: str
    period: str
    delivery: str
    digest: str
    licence: str
    mark: str
    parameters: tuple[Parameter, ...]
    notebooks: tuple[str, ...]
    papers: Mapping[str, str]
    files: tuple[str, ...]
    python: str
    engine: tuple[str, str]


def crate_facts(run: Path, study: Study) -> CrateFacts:
    """From a run folder that is complete but for the crate and the sums."""
    asked, origin = study.parameters, study.provenance
    parameters = (
        Parameter("delivery", "Text", asked.delivery, "Lieferung"),
        Parameter("scenario", "Text", study.scenario.id, "Szenario"),
        Parameter("as_of", "Date", study.as_of.isoformat(), "Stichtag"),
        Parameter("release", "Text", study.level.value, "Freigabestufe"),
        Parameter("accept_losses", "Boolean", str(asked.accept_losses).lower(), "Verluste beim Einlesen hinnehmen", False),
        Parameter("max_rejected", "Number", str(asked.max_rejected), "Grenze abgelehnter Zeilen", False),
    )
    papers = {name: words for name, words in readers(study.years).items() if (run / name).is_file()}
    notebooks = tuple(sorted(file.stem for file in (run / NOTEBOOKS).glob("*.ipynb")))
    return CrateFacts(
        study.run_id, study.mark.version, origin.authority, study.as_of.isoformat(),
        f"{origin.period_from.isoformat()}/{origin.period_to.isoformat()}", asked.delivery, study.delivery_digest,
        licence_words(study.mark), origin.mark or "", parameters, notebooks, papers, _further(run, papers), python(),
        ("papermill", locked()["papermill"]),
    )  # fmt: skip


def _further(run: Path, papers: Mapping[str, str]) -> tuple[str, ...]:
    """Files at the top and in `pruefpaket/` that are no papers; folders end with a stroke."""
    found = [path for path in (*run.iterdir(), *(run / "pruefpaket").iterdir()) if path.name not in {"pruefpaket", NOTEBOOKS}]
    names = [path.relative_to(run).as_posix() + ("/" if path.is_dir() else "") for path in found]
    return tuple(sorted({*names, "pruefpaket/SHA256SUMS"} - set(papers)))
