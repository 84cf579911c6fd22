"""Sentences that several tables of the controlling share."""

from wiwak_eval import german
from wiwak_eval.budget.books.ledger_year import LedgerYear

NOTEBOOK = "06_personal_budget"
TWELFTHS = (
    "Ansatz bis jetzt: gleiche Zwölftel des Jahresansatzes, ein angefangener Monat nach Tagen. Abweichung = gebucht − Ansatz bis jetzt."
)
IN_KIND_NOTE = "Sachleistungen sind kein Geld und stehen für sich; Stornos zählen mit Minus in ihrem Monat."
PROJECTION = (
    "Das Jahresende ist eine Hochrechnung, kein Plan: Personal und Zuschuss an den Träger mit dem Mittel der letzten drei Monate und der "
    "Jahressonderzahlung, wenn sie noch aussteht; alles andere mit dem Monatsmittel des Jahres. Einmalige Käufe werden dadurch zu hoch "
    "fortgeschrieben. Ein Leistungsentgelt, das noch aussteht, und Tarifrunden des restlichen Jahres sind nicht darin."
)
INCOME_NOTE = "Einnahmen werden nicht hochgerechnet: Am Jahresende steht, was da ist, und was die Bescheide höchstens noch erlauben."


def until(year: LedgerYear) -> str:
    """`Stand 31.10.2017`."""
    return f"Stand {german.day(year.last)}"


def missing(year: LedgerYear) -> tuple[str, ...]:
    """A note where the delivery begins within the year."""
    if year.first.month == 1 and year.first.day == 1:
        return ()
    return (f"Die Lieferung beginnt erst am {german.day(year.first)}; was vorher im Jahr gebucht wurde, fehlt.",)
