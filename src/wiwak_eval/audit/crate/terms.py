"""Names, profiles and kinds of entity that the crate is made of."""

from typing import Any

from rocrate.model import ContextEntity, DataEntity
from rocrate.rocrate import ROCrate

from wiwak_eval.audit.crate.facts import CrateFacts
from wiwak_eval.audit.programme import PROGRAMME

CRATE = "ro-crate-metadata.json"
VERSION = "1.1"
PROFILES = {
    "https://w3id.org/ro/wfrun/process/0.5": ("Process Run Crate", "0.5"),
    "https://w3id.org/ro/wfrun/workflow/0.5": ("Workflow Run Crate", "0.5"),
    "https://w3id.org/ro/wfrun/provenance/0.5": ("Provenance Run Crate", "0.5"),
    "https://w3id.org/workflowhub/workflow-ro-crate/1.0": ("Workflow RO-Crate", "1.0"),
}
WORKFLOW = f"pruefpaket/{PROGRAMME}"
PYTHON, AUTHORITY, LICENCE, DELIVERY, DIGEST = "https://www.python.org/", "#behoerde", "#lizenz", "#lieferung", "#lieferung-pruefsumme"
RUN, STEERING = "#lauf", "#steuerung"
COMPLETED = "http://schema.org/CompletedActionStatus"
WORKFLOW_PROFILE = "https://bioschemas.org/profiles/ComputationalWorkflow/1.0-RELEASE"
PARAMETER_PROFILE = "https://bioschemas.org/profiles/FormalParameter/1.0-RELEASE"
FORMATS = {
    ".pdf": "application/pdf", ".html": "text/html", ".json": "application/json", ".csv": "text/csv", ".md": "text/markdown",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ".zip": "application/zip",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document", ".ipynb": "application/x-ipynb+json",
    ".jsonl": "application/jsonl", ".yaml": "application/yaml",
}  # fmt: skip

Properties = dict[str, Any]


def add_context(crate: ROCrate, id: str, kind: str, **about: object) -> None:
    """Something that the crate speaks of and that is no file; what is None is not said."""
    crate.add(ContextEntity(crate, id, properties={"@type": kind, **{name: value for name, value in about.items() if value is not None}}))


def one_or_more(values: list[dict[str, str]]) -> dict[str, str] | list[dict[str, str]]:
    """A single value stands alone, as RO-Crate recommends."""
    return values[0] if len(values) == 1 else values


def ref(id: str) -> dict[str, str]:
    """A reference to an entity."""
    return {"@id": id}


def add_data(crate: ROCrate, name: str, words: str, example: str = "#ausgabe-unterlagen") -> None:
    """A file of the run, or a folder where its name ends with a stroke. words: German, empty for what is no output of a notebook."""
    if name in {WORKFLOW, CRATE}:
        return
    folder = name.endswith("/")
    about: Properties = {"@type": "Dataset" if folder else "File", "name": words or name}
    ending = name[name.rfind(".") :] if "." in name else ""
    if not folder:
        about["encodingFormat"] = FORMATS.get(ending, "text/plain")
    if words:
        about["exampleOfWork"] = ref(example)
    crate.add(DataEntity(crate, name, properties=about))


def engine_of(facts: CrateFacts) -> str:
    """The address of what ran the notebooks, in its version."""
    return "https://github.com/nteract/{}/tree/{}".format(*facts.engine)
