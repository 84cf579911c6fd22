"""What one column of the contract becomes in the template: format, width, message, validation."""

from wiwak_eval.records.contract import PERIOD_YEAR, ColumnSpec, Kind
from wiwak_eval.records.dictionary import KINDS, rules
from wiwak_eval.records.facts import FACTS, FactSpec
from wiwak_eval.records.template_lists import YES_NO, list_name
from wiwak_eval.records.template_texts import BLANK_IS_NO
from wiwak_eval.records.values import read_date, read_yes_no

DELIVERY = "Lieferung"
PERIOD_FROM, PERIOD_TO = "Zeitraum_von", "Zeitraum_bis"
EARLIEST, LATEST = "=DATE(1950,1,1)", "=DATE(2100,12,31)"
WIDEST = 10**9
LONG_LIST = 40
LONGEST_TITLE, LONGEST_MESSAGE = 32, 255
FORMATS = {
    Kind.DATE: "date",
    Kind.WHOLE: "whole",
    Kind.NUMBER: "number",
    Kind.SHARE: "share",
    Kind.MONEY: "money",
}
WIDTHS = {Kind.TEXT: 22, Kind.IDENTIFIER: 14, Kind.CODE: 18, Kind.DATE: 13, Kind.MONEY: 14}
REFERENCE_LISTS = {"posts": "Liste_Stellen", "organisations": "Liste_Organisationen"}
"""Short tables whose keys are offered for choice where others refer to them."""

Validation = dict[str, object]


def fact_cell(name: str) -> str:
    """Where the template holds an answer on the delivery; the first stands below the heading."""
    return f"{DELIVERY}!$B${2 + [fact.name for fact in FACTS].index(name)}"


def cell_format(column: ColumnSpec) -> str:
    """The name of the format of a column; text for all that is no number, so that leading zeros stay."""
    return FORMATS.get(column.kind, "text")


def width(column: ColumnSpec) -> int:
    """Wide enough for the longest word of the header and for what the kind mostly holds."""
    longest = max(len(word) for word in column.header.split()) + 4
    words = [len(code.german) + 4 for code in column.codes.codes] if column.codes and len(column.codes.codes) < LONG_LIST else []
    return max(longest, WIDTHS.get(column.kind, 11), min(30, max(words, default=0)))


def wording(column: ColumnSpec) -> str:
    """What the contract says about a column."""
    said = [KINDS[column.kind] + ("" if column.required else " (freiwillig)"), *rules(column)]
    text = "; ".join(said).replace("`", "") + "."
    return f"{text} {BLANK_IS_NO}" if column.default is True else text


def validation(column: ColumnSpec) -> Validation:
    """Message and check of a cell of the column."""
    title = column.header + (" – Pflicht" if column.required else "")
    return {**_check(column), **message(title, wording(column))}


def fact_validation(fact: FactSpec) -> Validation:
    """Message and check of an answer on the delivery."""
    needed = "Pflicht" if fact.required else "bei Echtdaten Pflicht" if fact.name == "legal_basis" else "freiwillig"
    said = message(fact.header, f"{fact.expected[0].upper()}{fact.expected[1:]} ({needed}).")
    if fact.read is read_date:
        return {**_between("date", "=DATE(2000,1,1)", LATEST), **_stop("Bitte ein Datum wie 31.10.2017 angeben."), **said}
    if fact.read is read_yes_no:
        return {**_list(YES_NO), **said}
    return {"validate": "any", **said}


def message(title: str, text: str) -> Validation:
    """What appears when a cell is chosen; cut where a workbook allows no more."""
    return {"input_title": _cut(title, LONGEST_TITLE), "input_message": _cut(text, LONGEST_MESSAGE)}


def _check(column: ColumnSpec) -> Validation:
    if column.kind is Kind.DATE:
        low, high = (f"={PERIOD_FROM}", f"={PERIOD_TO}") if column.in_period else (EARLIEST, LATEST)
        where = "Bitte ein Datum im Zeitraum der Lieferung angeben." if column.in_period else "Bitte ein Datum wie 31.10.2017 angeben."
        return {**_between("date", low, high), **_stop(where)}
    if column.kind is Kind.YES_NO:
        return _list(YES_NO)
    if column.codes is not None:
        return _choice(column)
    if column.references in REFERENCE_LISTS:
        return {**_list(REFERENCE_LISTS[column.references]), **_warn("Diese Kennung steht dort noch nicht. Trotzdem eintragen?")}
    if column.kind in {Kind.WHOLE, Kind.NUMBER, Kind.SHARE, Kind.MONEY}:
        return _number(column)
    return {"validate": "any"}


def _choice(column: ColumnSpec) -> Validation:
    assert column.codes is not None
    offered = _list(list_name(column.codes))
    if column.multiple:
        return {**offered, "show_error": False}
    if len(column.codes.codes) > LONG_LIST:
        return {**offered, **_warn("Diese Angabe steht nicht in der Liste. Zulässig ist sonst nur das Kürzel. Trotzdem eintragen?")}
    return offered


def _number(column: ColumnSpec) -> Validation:
    low = -WIDEST if column.low is None else column.low
    high: int | str = f"=YEAR({PERIOD_TO})" if column.high == PERIOD_YEAR else WIDEST if column.high is None else column.high
    kind = "integer" if column.kind is Kind.WHOLE else "decimal"
    return {**_between(kind, low, high), **_stop("Die Zahl ist hier nicht zulässig. Bitte die Angabe prüfen.")}


def _between(kind: str, low: int | str, high: int | str) -> Validation:
    return {"validate": kind, "criteria": "between", "minimum": low, "maximum": high}


def _list(name: str) -> Validation:
    return {"validate": "list", "source": f"={name}", **_stop("Bitte eine Angabe aus der Liste wählen.")}


def _stop(text: str) -> Validation:
    return {"error_type": "stop", "error_title": "Nicht zulässig", "error_message": text}


def _warn(text: str) -> Validation:
    return {"error_type": "warning", "error_title": "Bitte prüfen", "error_message": text}


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else text[: most - 1] + "…"
