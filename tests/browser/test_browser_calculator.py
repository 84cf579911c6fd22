"""The calculator in a browser: what is set, what comes out, the address, the keyboard, and what is there without a script."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.browsing import Opened

pytestmark = [pytest.mark.system, pytest.mark.xdist_group("runs")]

NAMES = "[...document.querySelectorAll('#tabelle-calculator_scenarios thead th')].slice(1).map(cell => cell.textContent)"
ROWS = "name => [...document.querySelectorAll(`${name} tbody tr`)].map(row => [...row.cells].map(cell => cell.textContent))"


def result(page: Page) -> dict[str, list[str]]:
    """Cells of each row by its head."""
    rows: list[list[str]] = page.evaluate(ROWS, "#rechner-tabelle")
    return {name: cells for name, *cells in rows}


def said(page: Page) -> str:
    page.wait_for_timeout(300)
    words: str = page.evaluate("document.getElementById('rechner-satz').textContent")
    return words.replace("\u00a0", " ").replace("\u202f", " ")


def test_each_preset_gives_the_row_that_python_worked_out(browser: Browser, pilot: Path) -> None:
    with Opened(browser, pilot) as opened:
        page = opened.page
        names: list[str] = page.evaluate(NAMES)
        rows: list[list[str]] = page.evaluate(ROWS, "#tabelle-calculator_scenarios")
        assert len(names) >= 4
        for place, name in enumerate(names, start=1):
            cells = [row[place] for row in rows]
            page.get_by_role("button", name=name, exact=True).click()
            found = result(page)
            posts, costs, payers = cells[2:4], cells[5:8], cells[8:]
            assert found["Stellen"][:2] == posts
            assert found["Kosten zusammen"][:3] == costs
            assert [found[payer][2] for payer in list(found)[2:]] == payers
        assert opened.troubles == []


def test_as_planned_differs_in_nothing_from_the_plan(browser: Browser, pilot: Path) -> None:
    with Opened(browser, pilot) as opened:
        assert {cells[-1] for name, cells in result(opened.page).items() if name != "Stellen"} == {"0,00\u202f€"}
        assert "so viel wie geplant" in said(opened.page)


def test_an_address_names_a_calculation_and_the_history_does_not_grow(browser: Browser, pilot: Path) -> None:
    with Opened(browser, pilot, place="#rechner&b18=2400&land=80&ab=4&tarif=0.5&stellen=3.5") as opened:
        page = opened.page
        assert page.locator("#rechner-b18").input_value() == "2.400"
        assert page.locator("#rechner-land").input_value() == "80"
        assert result(page)["Stellen"][:2] == ["3,50", "3,50"]
        assert "Zahlt das Land 80 % ab April 2018" in said(page)
        before = page.evaluate("history.length")
        page.locator("#rechner-land").fill("55")
        page.locator("#rechner-stellen").select_option("auto")
        assert page.evaluate("history.length") == before
        assert page.evaluate("location.hash") == "#rechner&b18=2400&land=55&ab=4&tarif=0.5"
        assert page.locator("#rechner-adresse").get_attribute("href") == page.evaluate("location.hash")
        page.evaluate("location.hash = '#rechner?land=100'")
        page.wait_for_timeout(100)
        assert page.locator("#rechner-ab").input_value() == "1"
        assert page.locator("#rechner-b18").input_value() != "2.400"
        page.get_by_role("button", name="Zurücksetzen").click()
        assert page.evaluate("location.hash") == "#rechner"


def test_values_that_are_not_on_offer_are_named_and_stay_as_planned(browser: Browser, pilot: Path) -> None:
    with Opened(browser, pilot, place="#rechner&b18=99999999&tarif=viel&stellen=3&unfug=1") as opened:
        page = opened.page
        assert "b18, tarif, unfug" in page.locator("#rechner-hinweis").inner_text()
        assert result(page)["Stellen"][:2] == ["3,00", "3,00"]
        assert opened.troubles == []


def test_a_wrong_number_is_said_beside_its_field_and_the_last_result_stays(browser: Browser, pilot: Path) -> None:
    with Opened(browser, pilot) as opened:
        page = opened.page
        field, before = page.locator("#rechner-b18"), result(page)
        for wrong in ("", "12", "zwei", "2,5"):
            field.fill(wrong)
            assert field.get_attribute("aria-invalid") == "true"
            assert "Bitte eine ganze Zahl von" in page.locator("#rechner-b18-fehler").inner_text()
            assert result(page) == before
        field.fill("2.900")
        assert field.get_attribute("aria-invalid") is None
        assert page.locator("#rechner-b18-fehler").inner_text() == ""
        assert result(page) != before


def test_everything_can_be_set_by_keyboard(browser: Browser, pilot: Path) -> None:
    with Opened(browser, pilot) as opened:
        page = opened.page
        planned = int(page.locator("#rechner-b18-regler").input_value())
        page.locator("#rechner-b18-regler").focus()
        page.keyboard.press("ArrowRight")
        assert page.locator("#rechner-b18").input_value().replace(".", "") == str(planned + 1)
        page.locator("#rechner-ab").focus()
        page.keyboard.press("ArrowDown")
        assert page.locator("#rechner-ab").input_value() == "1"
        assert page.locator("#rechner-land").is_enabled()
        page.keyboard.press("Tab")
        page.keyboard.press("Control+a")
        page.keyboard.type("100")
        assert result(page)["Landkreis, bar"][2] == "0,00\u202f€"
        page.keyboard.press("Enter")
        assert result(page)["noch offen"][2] == "0,00\u202f€"


def test_the_picture_has_its_numbers_as_words(browser: Browser, pilot: Path) -> None:
    with Opened(browser, pilot, place="#rechner&land=80&ab=4") as opened:
        words = opened.page.evaluate("document.getElementById('rechner-bild-text').textContent")
        assert words.startswith("Land: 2018 rund")
        assert opened.page.locator("#rechner-bild rect").count() == 2 * opened.page.locator("#rechner-bild .name").count()


def test_without_a_script_the_scenarios_stand_there(browser: Browser, pilot: Path) -> None:
    with Opened(browser, pilot, script=False) as opened:
        page = opened.page
        assert page.locator("#rechner-form").is_hidden()
        assert page.locator("#rechner-ergebnis").is_hidden()
        assert page.locator("#rechner-ohne").is_visible()
        assert page.locator("#tabelle-calculator_scenarios thead th").count() >= 5


def test_a_wrong_rate_in_the_address_leaves_the_plan_as_it_says(browser: Browser, pilot: Path) -> None:
    with Opened(browser, pilot, place="#rechner&land=500") as opened:
        page = opened.page
        assert "(land); dort steht der Plan." in page.locator("#rechner-hinweis").inner_text()
        assert page.locator("#rechner-ab").input_value() == "plan"
        assert "so viel wie geplant" in said(page)


def test_beside_a_wrong_number_the_result_says_that_it_is_the_last_right_one(browser: Browser, pilot: Path) -> None:
    with Opened(browser, pilot) as opened:
        page = opened.page
        field, state = page.locator("#rechner-b18"), page.locator("#rechner-stand")
        planned = field.input_value()
        assert state.inner_text() == ""
        field.fill("zwei")
        assert "mit dem letzten gültigen Wert" in state.inner_text()
        field.blur()
        assert (field.input_value(), field.get_attribute("aria-invalid"), state.inner_text()) == (planned, None, "")


def test_a_field_that_no_longer_counts_has_no_error(browser: Browser, pilot: Path) -> None:
    with Opened(browser, pilot, place="#rechner&land=70&ab=1") as opened:
        page = opened.page
        page.evaluate("document.getElementById('rechner-land').value = '700'")
        page.evaluate("document.getElementById('rechner-land').dispatchEvent(new Event('input'))")
        assert page.locator("#rechner-land").get_attribute("aria-invalid") == "true"
        page.locator("#rechner-ab").select_option("plan")
        assert page.locator("#rechner-land").is_disabled()
        assert page.locator("#rechner-land").input_value() == "70"
        assert page.locator("#rechner-land").get_attribute("aria-invalid") is None
        assert page.locator("#rechner-land-fehler").inner_text() == ""


def test_a_link_to_the_calculator_alone_keeps_what_is_set_and_the_address_says_it(browser: Browser, pilot: Path) -> None:
    with Opened(browser, pilot, place="#rechner&b18=2400") as opened:
        page = opened.page
        page.evaluate("location.hash = '#rechner'")
        page.wait_for_timeout(100)
        assert page.locator("#rechner-b18").input_value() == "2.400"
        assert page.evaluate("location.hash") == "#rechner&b18=2400"
