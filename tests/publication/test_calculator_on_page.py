"""The calculator as the page carries it: packed numbers, one closed script, a refusal in one sentence."""

import json
from dataclasses import replace

from calculator_unpacking import added_up
from hypothesis import given
from hypothesis import strategies as st
from paper_sample import released

from wiwak_eval.publication.calculator.building import TABLES, build_calculator
from wiwak_eval.publication.calculator.model import Calculator
from wiwak_eval.publication.calculator.on_page import calculator_script, calculator_style, calculator_view
from wiwak_eval.publication.calculator.packing import twice_apart
from wiwak_eval.publication.design import COLOURS
from wiwak_eval.publication.page import page_html
from wiwak_eval.results import Column, NotAssessable, Unit


@given(st.lists(st.integers(-(10**12), 10**12)))
def test_second_differences_give_the_numbers_again(numbers):
    assert added_up(twice_apart(numbers)) == numbers


def test_even_steps_pack_into_next_to_nothing():
    assert twice_apart([1000, 1250, 1500, 1751]) == [1000, -750, 0, 1]


def test_a_run_without_its_tables_has_no_calculator(papers):
    assert build_calculator({}) is None
    empty = released("calculator_rules", "Regeln", [Column("key", "Schlüssel", Unit.TEXT)], [])
    assert build_calculator({"calculator_rules": empty}) is None
    assert 'id="rechner"' not in page_html(papers)


def test_where_the_budget_is_refused_the_page_says_so_once(papers):
    reason = NotAssessable("nicht auswertbar: Für die Entgeltgruppe „S12“ fehlt ein Tabellenentgelt.")
    calculator = build_calculator(dict.fromkeys(TABLES, reason))
    assert calculator == Calculator(refusal="Für die Entgeltgruppe „S12“ fehlt ein Tabellenentgelt.")
    page = page_html(replace(papers, calculator=calculator))
    assert page.count("fehlt ein Tabellenentgelt.") == 1
    assert 'id="rechner"' in page
    assert "rechner-form" not in page.partition("<script>")[0]


def test_no_text_of_a_delivery_ends_the_element_that_holds_the_numbers():
    key = "</template><script>"
    table = released("calculator_scenarios", "Szenarien", [Column("key", "Schlüssel", Unit.TEXT)], [])
    view = calculator_view(Calculator(scenarios=table, data=json.dumps({"pay": [key]})), lambda *_: {"named_by": "ergebnis"})
    assert "<" not in str(view["data"])
    assert json.loads(str(view["data"])) == {"pay": [key]}


def test_the_script_keeps_to_itself():
    script = calculator_script()
    assert script.startswith('"use strict";\n(() => {\n')
    assert script.endswith("})();")
    for word in ("innerHTML", "eval(", "fetch(", "XMLHttpRequest", "http:", "https:", "import ", "pushState", ".style", "</"):
        assert word not in script.replace("http://www.w3.org/2000/svg", "")


def test_colours_are_those_of_the_house():
    style = calculator_style()
    assert "#" not in style.replace("#rechner", "")
    assert {name.partition(")")[0] for name in style.split("var(--")[1:]} <= {*COLOURS, "size-small", "size-body"}
