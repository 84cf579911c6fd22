"""Small integration chains that the tests make."""

from collections.abc import Iterable
from datetime import date, timedelta

import numpy as np
from numpy.typing import NDArray

CLIENTS = "Klienten-ID;Haushalt;Anerkannt am;Erstkontakt;Wegzug am;Wegzug nach\n"
STAGES = "Klienten-ID;Station;Amt;Begonnen am;Abgeschlossen am;Ergebnis\n"
START = date(2017, 1, 10)
ORDER = "Aufenthaltstitel > Leistungsbezug, Wohnung; Leistungsbezug > Arbeit und Ausbildung"
ALWAYS = "Aufenthaltstitel, Wohnung"


def day(after: int | None) -> str:
    """The day so many days after the clock's start, as the county writes it; blank for None."""
    return "" if after is None else f"{START + timedelta(days=after):%d.%m.%Y}"


def client(name: str, left: int | None = None, to: str = "außerhalb", household: str = "", clock: int = 0) -> str:
    """A client who was recognised long before and came first `clock` days after the start."""
    return f"{name};{household or 'H' + name};01.10.2016;{day(clock)};{day(left)};{'' if left is None else to}\n"


def stage(name: str, station: str, begun: int, done: int | None = None, result: str = "abgeschlossen", office: str = "Amt") -> str:
    """One row of the chain; days after the start."""
    return f"{name};{station};{office};{day(begun)};{day(done)};{result}\n"


def files(clients: Iterable[str], stages: Iterable[str]) -> dict[str, str]:
    """A delivery of clients and chain."""
    return {"klienten": CLIENTS + "".join(clients), "integrationskette": STAGES + "".join(stages)}


def competing(rng: np.random.Generator, persons: int, event: float, other: float) -> tuple[NDArray[np.float64], NDArray[np.int64]]:
    """Courses with two constant hazards a day, who come in the course of a pilot year of 300 days and are watched to its end."""
    ends, watched = rng.exponential(1 / (event + other), persons), rng.uniform(20, 300, persons)
    cause = np.where(rng.random(persons) < event / (event + other), 1, 2)
    return np.minimum(ends, watched), np.where(ends <= watched, cause, 0)
