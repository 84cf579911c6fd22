"""The German sentences of a fault: what is wrong, what to do, what happens meanwhile. Identifiers and free text are never repeated."""

from difflib import get_close_matches

from wiwak_eval import german
from wiwak_eval.records.coding import bounds
from wiwak_eval.records.columns import Column
from wiwak_eval.records.contract import CodeList, ColumnSpec, Kind
from wiwak_eval.records.model import DeliveryFacts
from wiwak_eval.records.rules import Action, Rule

LONGEST_VALUE = 40
LONGEST_LIST = 16
_OUTCOMES = {
    Action.REJECTED: "Die Zeile wird nicht verwendet.",
    Action.CLEARED: "Die Angabe bleibt leer, die Zeile wird verwendet.",
}
_NUMBERS = {Kind.WHOLE: "keine ganze Zahl", Kind.MONEY: "kein Betrag mit höchstens zwei Nachkommastellen"}


def outcome(action: Action) -> str:
    """What happens meanwhile."""
    return _OUTCOMES[action]


def value_advice(column: Column, row: int, rule: Rule, facts: DeliveryFacts) -> str:
    """What is wrong with one value, and what to do."""
    spec = column.spec
    if rule is Rule.MISSING_VALUE:
        return "Die Angabe fehlt, ist hier aber erforderlich. Bitte nachtragen."
    shown = quoted(column.raw_text(row)) if spec.shown else "Die Angabe"
    if rule is Rule.BAD_DATE:
        pattern = ("Monat", "MM/JJJJ") if spec.kind is Kind.MONTH else ("Datum", "TT.MM.JJJJ")
        return f"{shown} ist kein {pattern[0]}. Bitte in der Form {pattern[1]} angeben."
    if rule is Rule.OUTSIDE_PERIOD:
        return _outside(shown, column, row, facts)
    if rule is Rule.BAD_NUMBER:
        return f"{shown} ist {_NUMBERS.get(spec.kind, 'keine Zahl')}. Bitte nur die Zahl angeben."
    if rule is Rule.OUT_OF_RANGE:
        return f"{shown} liegt {_limits(spec, facts)}. Bitte die Angabe prüfen."
    return f"{shown} ist keine bekannte Angabe. {_choices(column, row)}"


def order_advice(later: Column, earlier: Column, row: int) -> str:
    """Two dates in the wrong order."""
    return (
        f"{quoted(later.raw_text(row))} liegt vor „{earlier.spec.header}“ ({shorten(earlier.raw_text(row))}). Bitte beide Angaben prüfen."
    )


def malformed_advice(found: int, expected: int) -> str:
    """Too many or too few fields."""
    return f"Die Zeile hat {found} statt {expected} Felder. Bitte Trennzeichen und Anführungszeichen prüfen."


def repeated_advice(first: str) -> str:
    """A row that says the same as an earlier one of its key; `first`: where that one stands."""
    return f"Die Zeile wiederholt {first}. Bitte die Wiederholung löschen."


def conflict_advice(others: str) -> str:
    """Rows of one key that differ; `others`: where one of the others stands."""
    return f"Derselbe Schlüssel steht mit anderem Inhalt in {others}. Bitte klären, welche Zeile gilt, und die andere löschen."


def quoted(text: str) -> str:
    """A value as a message shows it."""
    return f"„{shorten(text)}“"


def shorten(text: str) -> str:
    """One line of at most LONGEST_VALUE characters."""
    line = "".join(mark if mark.isprintable() else " " for mark in text)
    return line if len(line) <= LONGEST_VALUE else line[: LONGEST_VALUE - 1] + "…"


def _outside(shown: str, column: Column, row: int, facts: DeliveryFacts) -> str:
    value = column.value(row)
    late = value is not None and str(value) > facts.period_to.isoformat()
    side = f"nach dem Zeitraum der Lieferung (bis {german.day(facts.period_to)})"
    if not late:
        side = f"vor dem Zeitraum der Lieferung (ab {german.day(facts.period_from)})"
    years = range(facts.period_from.year, facts.period_to.year + 1)
    what = "Datum" if str(value)[:4].isdigit() and int(str(value)[:4]) in years else "Jahr"
    return f"{shown} liegt {side}. Bitte das {what} prüfen."


def _limits(spec: ColumnSpec, facts: DeliveryFacts) -> str:
    low, high = bounds(spec, facts)
    if low is not None and high is not None:
        return f"nicht zwischen {low} und {high}"
    return f"unter {low}" if low is not None else f"über {high}"


def _choices(column: Column, row: int) -> str:
    spec = column.spec
    if spec.kind is Kind.YES_NO:
        return "Bitte ja oder nein angeben."
    if spec.kind is Kind.PAY_GROUP or spec.codes is None:
        return "Bitte in der Form S 12 oder E 9b angeben."
    near = _nearest(column.raw_text(row), spec.codes)
    if near is not None:
        return f"Ist „{near}“ gemeint? Bitte berichtigen."
    if len(spec.codes.codes) > LONGEST_LIST:
        return f"Bitte {spec.codes.german} als Kürzel oder mit deutschem Namen angeben."
    return f"Zulässig sind: {', '.join(code.german for code in spec.codes.codes)}."


def _nearest(text: str, codes: CodeList) -> str | None:
    names = [code.german for code in codes.codes]
    near = get_close_matches(text, names, n=1, cutoff=0.75)
    return near[0] if near else None
