"""Small releases to attack."""

from datetime import date

from wiwak_eval.disclosure.disclosed import Disclosed, PublishedCell
from wiwak_eval.results import Dimension, Level, Measure, key_of

SEX = Dimension("sex", "Geschlecht", ("f", "m"))
TOWN = Dimension("town", "Gemeinde", ("a", "b", "c"))
AGE = Dimension("age", "Alter", ("0-17", "18", "19-26", "27+"), (("0-18", ("0-17", "18")), ("18-26", ("18", "19-26"))))
MONTH = Dimension("month", "Monat", ("1", "2", "3"), (("Q1", ("1", "2", "3")),), time=True)
PERSONS = Measure("persons", "Personen")


def cell(low, high="same", measure="persons", table="t", **categories):
    """A printed number, a printed interval, or with None a hidden number."""
    return PublishedCell(table, measure, key_of(categories), low, low if high == "same" else high)


def release(*cells, dimensions=(SEX, TOWN, AGE, MONTH), measures=(PERSONS,), version="1", until=date(2017, 10, 31), **more):
    return Disclosed("Amt", Level.GREMIUM, version, date(2017, 1, 1), until, tuple(dimensions), tuple(measures), tuple(cells), **more)
