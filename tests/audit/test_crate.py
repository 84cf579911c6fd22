"""The crate holds to the profiles it names: what they require, written down from their text, and no time, person or path beside.

Profiles: Process, Workflow and Provenance Run Crate 0.5 (w3id.org/ro/wfrun), Workflow RO-Crate 1.0, RO-Crate 1.1.
"""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from wiwak_eval.audit.crate import CRATE, crate_text
from wiwak_eval.audit.crate.facts import CrateFacts, Parameter
from wiwak_eval.results import SIMULATED_MARK

Entity = dict[str, Any]
PROFILES = {f"https://w3id.org/ro/wfrun/{name}/0.5" for name in ("process", "workflow", "provenance")} | {
    "https://w3id.org/workflowhub/workflow-ro-crate/1.0"
}


@pytest.fixture(scope="module")
def graph(runs: dict[str, Path]) -> dict[str, Entity]:
    entities = json.loads((runs["pilot"] / CRATE).read_text(encoding="utf-8"))["@graph"]
    by_id = {entity["@id"]: entity for entity in entities}
    assert len(by_id) == len(entities), "the graph must not list an id twice"
    return by_id


def ids(value: object) -> list[str]:
    listed = value if isinstance(value, list) else [value] if value is not None else []
    return [one["@id"] for one in listed]


def of_type(graph: dict[str, Entity], kind: str) -> list[Entity]:
    return [entity for entity in graph.values() if kind in ([entity["@type"]] if isinstance(entity["@type"], str) else entity["@type"])]


def references(value: object) -> list[str]:
    if isinstance(value, dict):
        return [value["@id"]] if set(value) == {"@id"} else [id for each in value.values() for id in references(each)]
    return [id for each in value for id in references(each)] if isinstance(value, list) else []


def test_the_descriptor_and_the_root_name_their_profiles(graph: dict[str, Entity]) -> None:
    descriptor, root = graph[CRATE], graph["./"]
    assert ids(descriptor["about"]) == ["./"]
    assert set(ids(descriptor["conformsTo"])) == {"https://w3id.org/ro/crate/1.1", "https://w3id.org/workflowhub/workflow-ro-crate/1.0"}
    assert set(ids(root["conformsTo"])) == PROFILES
    assert all(graph[id]["@type"] == "CreativeWork" and graph[id]["version"] for id in PROFILES)
    assert {"name", "description", "datePublished", "license"} <= set(root)
    assert SIMULATED_MARK in root["description"]


def test_the_workflow_is_the_programme_and_its_steps_are_the_notebooks(graph: dict[str, Entity], runs: dict[str, Path]) -> None:
    workflow = graph[ids(graph["./"]["mainEntity"])[0]]
    assert set(workflow["@type"]) == {"File", "SoftwareSourceCode", "ComputationalWorkflow", "HowTo"}
    assert graph[ids(workflow["programmingLanguage"])[0]]["@type"] == "ComputerLanguage"
    notebooks = sorted(path.stem for path in (runs["pilot"] / "notebooks").iterdir())
    tools, steps = ids(workflow["hasPart"]), ids(workflow["step"])
    assert [graph[id]["name"] for id in tools] == [f"{name}.ipynb" for name in notebooks]
    assert [ids(graph[id]["workExample"])[0] for id in steps] == tools
    assert [graph[id]["position"] for id in steps] == [str(place) for place in range(1, len(notebooks) + 1)]
    assert {id for tool in [workflow, *(graph[id] for id in tools)] for name in ("input", "output") for id in ids(tool[name])} <= {
        entity["@id"] for entity in of_type(graph, "FormalParameter")
    }


def test_each_notebook_has_one_action_with_what_went_in_and_came_out(graph: dict[str, Entity], runs: dict[str, Path]) -> None:
    workflow = graph[ids(graph["./"]["mainEntity"])[0]]
    actions = {ids(action["instrument"])[0]: action for action in of_type(graph, "CreateAction")}
    assert len(actions) == len(of_type(graph, "CreateAction"))
    assert set(actions) == {workflow["@id"], *ids(workflow["hasPart"])}
    for tool, action in actions.items():
        assert {graph[id]["@type"] for id in ids(action["object"])} == {"CreativeWork", "PropertyValue"}
        results = ids(action["result"])
        assert all((runs["pilot"] / result).exists() for result in results)
        assert tool == workflow["@id"] or results[0] == f"notebooks/{graph[tool]['name']}"
    last = ids(actions["#notebook-10_haushaltsunterlagen"]["result"])
    assert {"bericht.pdf", "finanzierungsplan.xlsx", "beschlussvorlage.docx"} <= set(last)
    values = {graph[id]["name"]: graph[id]["value"] for id in ids(actions[workflow["@id"]]["object"]) if "value" in graph[id]}
    manifest = json.loads((runs["pilot"] / "pruefpaket" / "manifest.json").read_text(encoding="utf-8"))
    assert values["scenario"] == manifest["parameters"]["scenario"]
    assert values["delivery"] == manifest["delivery"]["name"]
    assert set(ids(graph["./"]["mentions"])) >= {action["@id"] for action in actions.values()}


def test_the_engine_steered_each_step(graph: dict[str, Entity]) -> None:
    (organised,) = of_type(graph, "OrganizeAction")
    workflow = ids(graph["./"]["mainEntity"])[0]
    assert graph[ids(organised["instrument"])[0]]["@type"] == "SoftwareApplication"
    assert ids(graph[ids(organised["result"])[0]]["instrument"]) == [workflow]
    controls = ids(organised["object"])
    assert controls == [control["@id"] for control in of_type(graph, "ControlAction")]
    for id in controls:
        step, action = graph[ids(graph[id]["instrument"])[0]], graph[ids(graph[id]["object"])[0]]
        assert step["@type"] == "HowToStep"
        assert ids(step["workExample"]) == ids(action["instrument"])


def test_it_refers_to_nothing_that_is_not_there(graph: dict[str, Entity], runs: dict[str, Path]) -> None:
    outside = {id for entity in graph.values() for id in references(list(entity.values()))} - set(graph)
    assert all(re.match(r"https://(bioschemas\.org|w3id\.org|www\.python\.org|pypi\.org)/", id) for id in outside), outside
    parts = ids(graph["./"]["hasPart"])
    assert all((runs["pilot"] / part).exists() for part in parts)
    assert {"pruefpaket/SHA256SUMS", "pruefpaket/programm.zip", "daten/", "bericht.html"} <= set(parts)


def test_no_time_no_person_no_row(graph: dict[str, Entity], runs: dict[str, Path]) -> None:
    text = (runs["pilot"] / CRATE).read_text(encoding="utf-8")
    assert not {"startTime", "endTime", "agent"} & {name for entity in graph.values() for name in entity}
    assert of_type(graph, "Person") == []
    manifest = json.loads((runs["pilot"] / "pruefpaket" / "manifest.json").read_text(encoding="utf-8"))
    assert graph["#lieferung-pruefsumme"]["value"] == manifest["digests"]["delivery"]
    assert graph["./"]["datePublished"] == manifest["parameters"]["as_of"]
    assert "klienten.csv" not in text, "no file of the delivery"
    assert re.findall(r'"/[a-z]+/[^"]*"', text) == [], "no path of a machine"


def test_equal_facts_give_equal_bytes() -> None:
    facts = CrateFacts(
        "0123456789ab", "0.1.0", "Landkreis Probe", "2017-11-15", "2017-01-01/2017-10-31", "pilot", "00ff", "frei", SIMULATED_MARK,
        (Parameter("scenario", "Text", "basis", "Szenario"),), ("01_datenpruefung", "10_haushaltsunterlagen"),
        {"bericht.pdf": "Bericht"}, ("daten/", "pruefpaket/SHA256SUMS"), "3.11", ("papermill", "2.7.0"),
    )  # fmt: skip
    assert crate_text(facts) == crate_text(facts)
