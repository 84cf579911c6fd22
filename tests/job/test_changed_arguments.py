"""What the plan says: one line a change, causes for every notebook, German names for sentences."""

import json
from datetime import date
from pathlib import Path
from types import SimpleNamespace

from wiwak_eval.job import plan as planning
from wiwak_eval.job.changed_arguments import Behind, Change, changed_arguments
from wiwak_eval.job.plan import GONE, UNRECORDED, PlannedNotebook
from wiwak_eval.study.behind import Argument
from wiwak_eval.study.kept_notebooks import Base, KeptNotebooks, Record
from wiwak_eval.study.notebook_headings import headings_of_texts

LABEL = "Annahme „Miete“"


def rents(*values: str) -> dict[str, Argument]:
    return {f"rent@2017-{month:02}-01": Argument(LABEL, value, value) for month, value in enumerate(values, 1)}


def told(before: Behind, now: Behind) -> tuple[str, ...]:
    return tuple(change.line for change in changed_arguments(before, now))


def test_an_assumption_read_each_month_is_told_once_for_each_change() -> None:
    assert told(rents("6", "6", "6"), rents("7", "7", "7")) == (f"{LABEL} (rent, ab 01.01.2017): 6 → 7",)
    assert told(rents("6", "6", "6"), rents("6", "7", "8")) == (
        f"{LABEL} (rent, ab 01.02.2017): 6 → 7",
        f"{LABEL} (rent, ab 01.03.2017): 6 → 8",
    )
    delivery = {name: {"delivery": Argument("Daten der Lieferung", "", name)} for name in ("old", "new")}
    assert told(delivery["old"], delivery["new"]) == ("Daten der Lieferung geändert",)
    assert told({}, rents("6", "6")) == (f"{LABEL} (rent, ab 01.01.2017): neu gelesen",)


def test_a_notebook_without_a_changed_argument_names_those_of_the_others() -> None:
    def rent(since: str) -> Change:
        return Change("Miete", "rent", since, ": 6 → 7")

    shown = ("anders ausgegeben: Tabelle „Kosten“",)
    one, other = PlannedNotebook("a", True, (), (rent("2018-01-01"),), shown), PlannedNotebook("b", True, (), (), shown)
    earlier = PlannedNotebook("d", True, (), (rent("2017-01-01"),), shown)
    assert [found.reasons for found in planning._explained([one, other, PlannedNotebook("c", False), earlier])] == [
        ("Miete (rent, ab 01.01.2018): 6 → 7", *shown),
        ("mittelbar, über Ergebnisse, die es zeigt: Miete (rent, ab 01.01.2017): 6 → 7", *shown),
        (),
        ("Miete (rent, ab 01.01.2017): 6 → 7", *shown),
    ]
    assert planning._explained([other])[0].reasons == (UNRECORDED, *shown)


def test_sentences_are_named_by_the_heading_above_them(tmp_path: Path) -> None:
    cells = [("markdown", "# Kosten\n\nText"), ("code", 'study.say("costs")'), ("markdown", "kein Titel"), ("code", 'study.say("posts")')]
    notebook = tmp_path / "n.ipynb"
    notebook.write_text(json.dumps({"cells": [{"cell_type": kind, "source": [text]} for kind, text in cells]}), encoding="utf-8")
    headings = headings_of_texts(notebook)
    assert headings == {"costs": "Kosten", "posts": "Kosten"}
    assert planning._title("Text „costs“", headings) == "Sätze in Abschnitt „Kosten“"
    assert planning._title("Tabelle „Kosten“", headings) == "Tabelle „Kosten“"


def test_a_kept_execution_that_is_gone_is_said_to_be_gone(tmp_path: Path) -> None:
    notebook = tmp_path / "n.ipynb"
    notebook.write_text(json.dumps({"cells": []}), encoding="utf-8")

    class Known:
        """A reuse of one notebook, whose record is there and whose execution is not."""

        kept, parameters = KeptNotebooks(tmp_path), {}

        @staticmethod
        def record(_: Path) -> Record:
            return Record(Base.of(notebook, {}), (), {})

    Known.kept.keep(Known.record(notebook), notebook)
    (Known.kept.place(Known.record(notebook)) / "notebook.ipynb").unlink()
    assert planning._planned(Known, notebook).reasons == (GONE,)
    (Known.kept.place(Known.record(notebook)) / "record.json").write_text("{", encoding="utf-8")
    assert planning._planned(Known, notebook).reasons == (GONE,)


def test_an_own_value_that_no_table_looks_up_is_named() -> None:
    values = {"rent": {"label": "Miete"}, "food": {"label": "Essen"}}
    study = SimpleNamespace(
        county_values=json.dumps(values), released={"costs": None}, looked_up_for=lambda _: frozenset({("rent", date(2018, 1, 1))})
    )
    assert list(planning._unread(SimpleNamespace(study=study))) == ["Eigener Wert „Essen“ (food): wird in diesem Lauf nicht gelesen"]
    study.county_values = ""
    assert list(planning._unread(SimpleNamespace(study=study))) == []
