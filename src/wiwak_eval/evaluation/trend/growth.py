"""Why the numbers rise: the change of monthly contacts taken apart without a remainder."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from wiwak_eval import german
from wiwak_eval.evaluation.trend.person_months import PersonMonths, person_months
from wiwak_eval.evaluation.trend.recording import Break, fit_window
from wiwak_eval.records import Records
from wiwak_eval.results import Cell, Column, NotAssessable, Table, Unit, build_table

NOTEBOOK = "02_pilotjahr"
HALF = Fraction(1, 2)
LABELS = {
    "new_persons": "neue Personen je Monat",
    "returning_persons": "wiedergekommene Personen je Monat",
    "contacts_per_new": "Beratungen je neuer Person",
    "contacts_per_returning": "Beratungen je wiedergekommener Person",
    "anonymous": "Beratungen ohne Personenbezug (Erfassung)",
    "total": "Beratungen je Monat insgesamt",
}
NOTES = (
    "Beitrag der Personen: ihre Veränderung mal die mittleren Beratungen je Person beider Zeiträume; Beitrag der Beratungen je Person: "
    "deren Veränderung mal die mittlere Zahl der Personen. Die Beiträge ergeben ohne Rest die gesamte Veränderung.",
    "Steigt die Zahl vor allem durch wiedergekommene Personen, so ist es Ansammlung: Nicht immer mehr Menschen kommen neu, sondern die "
    "früher gekommenen bleiben in Beratung, und die neuen kommen hinzu.",
    "Als neu gilt, wer in dieser Lieferung zum ersten Mal erscheint. Im ersten Monat ist das jede Person, auch wer schon früher kam; "
    "der Zugang zu Beginn ist deshalb überzeichnet und die Ansammlung auch.",
    "Ein Beitrag beschreibt, wo die Zahl sich geändert hat. Er nennt keine Ursache und ist keine Wirkung des Zentrums.",
)
NO_SHARES = "Anteile sind nicht ausgewiesen: Die Beiträge heben einander weitgehend auf."


@dataclass(frozen=True)
class Traffic:
    """Means of some months, each per month: persons and their contacts, by new and returning, and contacts without a person."""

    new_persons: Fraction
    returning_persons: Fraction
    new_contacts: Fraction
    returning_contacts: Fraction
    anonymous: Fraction

    @property
    def contacts(self) -> Fraction:
        """All contacts a month."""
        return self.new_contacts + self.returning_contacts + self.anonymous


@dataclass(frozen=True)
class Part:
    """One part of a change. first, last: the quantity itself in both periods; change: what it adds to the contacts a month."""

    key: str
    first: Fraction
    last: Fraction
    change: Fraction


def decompose(first: Traffic, last: Traffic) -> tuple[Part, ...]:
    """The change of contacts a month from `first` to `last` in five parts that add up to it exactly.

    Contacts are N a + R b + U: new persons N with a contacts each, returning persons R with b each, U without a person. Of a product
    the part of a factor is its change times the mean of the other factor: (N1 - N0)(a0 + a1)/2 and (a1 - a0)(N0 + N1)/2, which is
    the Shapley value of two factors. Contacts per person of a group without persons are taken as those of the other period.
    Source: Kitagawa (1955), Journal of the American Statistical Association 50, 1168-1194; for the Shapley value Sun (1998),
    Energy Economics 20, 85-100.
    """
    new = _group("new", first.new_persons, first.new_contacts, last.new_persons, last.new_contacts)
    returning = _group("returning", first.returning_persons, first.returning_contacts, last.returning_persons, last.returning_contacts)
    anonymous = Part("anonymous", first.anonymous, last.anonymous, last.anonymous - first.anonymous)
    return (new[0], returning[0], new[1], returning[1], anonymous)


def growth_parts(records: Records, breaks: Sequence[Break] = ()) -> Table | NotAssessable:
    """Table `growth_parts`: first against last third of the complete months (two at least), five parts and their sum.

    breaks: in recording; only months since the last one are compared. Refused without single contacts, below six such months, and
    where no contact names a person.
    """
    found = person_months(records)
    if isinstance(found, NotAssessable):
        return found
    window = fit_window(found.months, breaks)
    if isinstance(window, NotAssessable):
        return window
    months = found.months[window]
    length = len(months) // 3
    early, late = months[:length], months[-length:]
    first, last = traffic(found, early), traffic(found, late)
    parts = decompose(first, last)
    total = Part("total", first.contacts, last.contacts, last.contacts - first.contacts)
    shown = _shares_say_something(parts, total.change)
    columns = (
        Column("key", "Schlüssel", Unit.TEXT),
        Column("label", "Beitrag", Unit.TEXT),
        Column("first", "erste Monate", Unit.NUMBER, 2),
        Column("last", "letzte Monate", Unit.NUMBER, 2),
        Column("change", "Veränderung der Beratungen je Monat", Unit.NUMBER, 1),
        Column("share", "Anteil an der Veränderung", Unit.SHARE, 0),
    )
    rows = [_row(part, total.change if shown else None) for part in (*parts, total)]
    notes = (_compared(early, late), *NOTES, *(() if shown else (NO_SHARES,)))
    return build_table("growth_parts", "Woraus sich die Veränderung der Beratungen ergibt", columns, rows, NOTEBOOK, notes=notes)


def traffic(found: PersonMonths, months: Sequence[str]) -> Traffic:
    """Monthly means over these months, as exact fractions."""
    rows = found.known[found.known["month"].isin(months)]
    is_new = rows["month"] == rows["first"]
    places = [found.months.index(month) for month in months]
    assert found.counts.anonymous is not None
    sums = (
        len(rows[is_new].groupby(["month", "client_id"])),
        len(rows[~is_new].groupby(["month", "client_id"])),
        int(is_new.sum()),
        int((~is_new).sum()),
        sum(found.counts.anonymous[place] for place in places),
    )
    return Traffic(*(Fraction(total, len(months)) for total in sums))


def _group(name: str, persons0: Fraction, contacts0: Fraction, persons1: Fraction, contacts1: Fraction) -> tuple[Part, Part]:
    rate0 = contacts0 / persons0 if persons0 else None
    rate1 = contacts1 / persons1 if persons1 else None
    rates = [rate for rate in (rate0, rate1) if rate is not None] or [Fraction(0)]
    rate0, rate1 = rates[0], rates[-1]
    return (
        Part(f"{name}_persons", persons0, persons1, (persons1 - persons0) * (rate0 + rate1) * HALF),
        Part(f"contacts_per_{name}", rate0, rate1, (rate1 - rate0) * (persons0 + persons1) * HALF),
    )


def _shares_say_something(parts: Sequence[Part], total: Fraction) -> bool:
    """Shares of a sum that is less than half its largest part say more of the sum's smallness than of the part."""
    return total != 0 and 2 * abs(total) >= max(abs(part.change) for part in parts)


def _row(part: Part, total: Fraction | None) -> tuple[Cell, ...]:
    share = None if total is None else round(float(part.change / total), 6)
    return (part.key, LABELS[part.key], *(round(float(value), 6) for value in (part.first, part.last, part.change)), share)


def _compared(early: Sequence[str], late: Sequence[str]) -> str:
    periods = [f"{german.month(months[0])} bis {german.month(months[-1])}" for months in (early, late)]
    return f"Verglichen sind die Monatsmittel der ersten Monate ({periods[0]}) und der letzten ({periods[1]})."
