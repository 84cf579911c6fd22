"""The workflow and what became of it: the programme, its notebooks as steps and tools, and the action of each."""

from rocrate.model import DataEntity
from rocrate.rocrate import ROCrate

from wiwak_eval.audit.crate.facts import NOTEBOOKS, PAPERS_NOTEBOOK, CrateFacts
from wiwak_eval.audit.crate.terms import (
    COMPLETED,
    DELIVERY,
    FORMATS,
    PARAMETER_PROFILE,
    PYTHON,
    RUN,
    STEERING,
    WORKFLOW,
    WORKFLOW_PROFILE,
    add_context,
    add_data,
    engine_of,
    one_or_more,
    ref,
)


def add_workflow(crate: ROCrate, facts: CrateFacts) -> None:
    """The programme as a workflow with its parameters, tools and steps, and what it puts out."""
    names = [parameter.name for parameter in facts.parameters]
    crate.add(DataEntity(crate, WORKFLOW, properties={
        "@type": ["File", "SoftwareSourceCode", "ComputationalWorkflow", "HowTo"],
        "name": "wiwak-eval, Programm und Notebooks",
        "version": facts.version,
        "encodingFormat": FORMATS[".zip"],
        "programmingLanguage": ref(PYTHON),
        "conformsTo": ref(WORKFLOW_PROFILE),
        "input": [ref(f"#parameter-{name}") for name in names],
        "output": [ref("#ausgabe-notebook"), ref("#ausgabe-unterlagen")],
        "hasPart": [ref(f"#notebook-{notebook}") for notebook in facts.notebooks],
        "step": [ref(f"#schritt-{notebook}") for notebook in facts.notebooks],
    }))  # fmt: skip
    for name, words in (("notebook", "ausgeführtes Notebook"), ("unterlagen", "Unterlagen")):
        about = {"additionalType": "File", "conformsTo": ref(PARAMETER_PROFILE), "valueRequired": False}
        add_context(crate, f"#ausgabe-{name}", "FormalParameter", name=name, description=words, **about)


def add_notebook(crate: ROCrate, facts: CrateFacts, notebook: str, place: int) -> None:
    """Step, tool, action and control of one notebook."""
    parameters = [parameter.name for parameter in facts.parameters if parameter.of_notebooks]
    last = notebook == PAPERS_NOTEBOOK
    outputs = one_or_more([ref("#ausgabe-notebook"), *([ref("#ausgabe-unterlagen")] if last else [])])
    add_context(
        crate, f"#notebook-{notebook}", "SoftwareSourceCode", name=f"{notebook}.ipynb", version=facts.version,
        description=f"{NOTEBOOKS}/{notebook}.ipynb in {WORKFLOW}", programmingLanguage=ref(PYTHON), output=outputs,
        input=[ref(f"#parameter-{name}") for name in parameters],
    )  # fmt: skip
    add_context(crate, f"#schritt-{notebook}", "HowToStep", name=notebook, position=str(place), workExample=ref(f"#notebook-{notebook}"))
    executed = f"{NOTEBOOKS}/{notebook}.ipynb"
    add_data(crate, executed, f"{notebook}, ausgeführt", "#ausgabe-notebook")
    add_context(
        crate, f"#ausfuehrung-{notebook}", "CreateAction", name=f"{notebook} ausgeführt", actionStatus=COMPLETED,
        description="In einem eigenen Kernel, mit den Parametern des Laufs.", instrument=ref(f"#notebook-{notebook}"),
        object=[ref(DELIVERY), *(ref(f"#wert-{name}") for name in parameters)],
        result=one_or_more([ref(executed), *([ref(paper) for paper in facts.papers] if last else [])]),
    )  # fmt: skip
    add_context(
        crate, f"#steuerung-{notebook}", "ControlAction", name=f"{notebook} gestartet", actionStatus=COMPLETED,
        instrument=ref(f"#schritt-{notebook}"), object=ref(f"#ausfuehrung-{notebook}"),
    )  # fmt: skip


def add_run(crate: ROCrate, facts: CrateFacts) -> None:
    """The whole run as the workflow's action, and the engine that steered the steps."""
    results = [*(f"{NOTEBOOKS}/{notebook}.ipynb" for notebook in facts.notebooks), *facts.papers]
    results += [name for name in facts.files if name.endswith("/")]
    add_context(
        crate, RUN, "CreateAction", name=f"Lauf {facts.run}", actionStatus=COMPLETED, instrument=ref(WORKFLOW),
        description="„wiwak run“: alle Notebooks, alle Unterlagen, das Prüfpaket.", result=[ref(name) for name in results],
        object=[ref(DELIVERY), *(ref(f"#wert-{parameter.name}") for parameter in facts.parameters)],
    )  # fmt: skip
    add_context(
        crate, STEERING, "OrganizeAction", name="Notebooks ausgeführt", actionStatus=COMPLETED, instrument=ref(engine_of(facts)),
        object=[ref(f"#steuerung-{notebook}") for notebook in facts.notebooks], result=ref(RUN),
    )  # fmt: skip
