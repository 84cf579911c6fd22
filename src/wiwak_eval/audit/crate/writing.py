"""`ro-crate-metadata.json`: the run as a Provenance Run Crate 0.5 on RO-Crate 1.1.

The workflow is the programme, its steps are the notebooks: one HowToStep, one tool, one CreateAction and one ControlAction each. Two
recommended properties are left out on purpose (docs/decisions): `endTime`, since equal runs have equal bytes, and `agent`, which asks for
a person or an organisation, of whom the run knows nothing.

Source: Workflow Run RO-Crate, profiles Process, Workflow and Provenance Run Crate 0.5, w3id.org/ro/wfrun.
"""

import json

from rocrate.rocrate import ROCrate

from wiwak_eval.audit.crate.facts import CrateFacts, Parameter
from wiwak_eval.audit.crate.terms import (
    AUTHORITY,
    DELIVERY,
    DIGEST,
    LICENCE,
    PARAMETER_PROFILE,
    PROFILES,
    PYTHON,
    RUN,
    STEERING,
    VERSION,
    WORKFLOW,
    add_context,
    add_data,
    engine_of,
    ref,
)
from wiwak_eval.audit.crate.workflow import add_notebook, add_run, add_workflow


def crate_text(facts: CrateFacts) -> str:
    """The crate as JSON-LD: entities in the order of their ids, so that equal runs have equal bytes."""
    crate = ROCrate(version=VERSION)
    _about_root(crate, facts)
    _around(crate, facts)
    add_workflow(crate, facts)
    for name in (*facts.papers, *facts.files):
        add_data(crate, name, facts.papers.get(name, ""))
    for place, notebook in enumerate(facts.notebooks, start=1):
        add_notebook(crate, facts, notebook, place)
    add_run(crate, facts)
    content = crate.metadata.generate()
    content["@graph"] = sorted(content["@graph"], key=lambda entity: str(entity["@id"]))
    return json.dumps(content, ensure_ascii=False, indent=2, sort_keys=True) + "\n"


def _about_root(crate: ROCrate, facts: CrateFacts) -> None:
    root = crate.root_dataset
    root["name"] = f"Lauf {facts.run}, {facts.authority}"
    root["description"] = " ".join(filter(None, (
        facts.mark and f"{facts.mark.rstrip('.')}.", "Auswertung des Pilotjahrs, Prognose der Fallzahl und Haushaltsunterlagen.",
        "Das Datum ist der Stichtag, von dem aus gerechnet ist, kein Tag der Herstellung: Gleiche Läufe sind Byte für Byte gleich.",
    )))  # fmt: skip
    root["datePublished"] = facts.as_of
    root["identifier"] = facts.run
    root["license"] = ref(LICENCE)
    root["author"] = ref(AUTHORITY)
    root["publisher"] = ref(AUTHORITY)
    root["conformsTo"] = [ref(id) for id in PROFILES]
    root["mainEntity"] = ref(WORKFLOW)
    steps = [f"#{kind}-{notebook}" for kind in ("ausfuehrung", "steuerung") for notebook in facts.notebooks]
    root["mentions"] = [ref(id) for id in (RUN, STEERING, *steps)]
    crate.metadata["conformsTo"] = [
        ref(f"https://w3id.org/ro/crate/{VERSION}"),
        ref("https://w3id.org/workflowhub/workflow-ro-crate/1.0"),
    ]


def _around(crate: ROCrate, facts: CrateFacts) -> None:
    """Profiles, licence, authority, language, engine, delivery, and each parameter with its value."""
    for id, (name, version) in PROFILES.items():
        add_context(crate, id, "CreativeWork", name=name, version=version)
    add_context(crate, LICENCE, "CreativeWork", name=facts.licence, description=facts.licence)
    add_context(crate, AUTHORITY, "Organization", name=facts.authority)
    add_context(crate, PYTHON, "ComputerLanguage", name="Python", version=facts.python, url=ref(PYTHON))
    engine, version = facts.engine
    add_context(crate, engine_of(facts), "SoftwareApplication", name=engine, softwareVersion=version, url=ref(engine_of(facts)))
    add_context(
        crate, DELIVERY, "CreativeWork", name=f"Lieferung {facts.delivery}", temporalCoverage=facts.period, identifier=ref(DIGEST),
        creator=ref(AUTHORITY),
        description="Die gelieferten Zeilen liegen nicht in diesem Ordner; dass es dieselben sind, zeigt ihre Prüfsumme.",
    )  # fmt: skip
    add_context(
        crate, DIGEST, "PropertyValue", name="Prüfsumme der Lieferung", propertyID="HMAC-SHA-256", value=facts.digest,
        description="Mit dem Schlüssel gerechnet, den der Landkreis verwahrt.",
    )  # fmt: skip
    for parameter in facts.parameters:
        _formal(crate, parameter)
        value = {"name": parameter.name, "value": parameter.value, "exampleOfWork": ref(f"#parameter-{parameter.name}")}
        add_context(crate, f"#wert-{parameter.name}", "PropertyValue", **value)


def _formal(crate: ROCrate, parameter: Parameter) -> None:
    about = {"additionalType": parameter.kind, "conformsTo": ref(PARAMETER_PROFILE), "valueRequired": False}
    add_context(crate, f"#parameter-{parameter.name}", "FormalParameter", name=parameter.name, description=parameter.label, **about)
