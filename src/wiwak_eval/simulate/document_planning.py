"""The section of `docs/simulation.md` on budget lines, grant notices and targets."""

from collections.abc import Iterator

from wiwak_eval import german
from wiwak_eval.records.codes_money import FUNDER, GRANT_TYPE
from wiwak_eval.simulate.planning import YEAR, YEAR_BEFORE
from wiwak_eval.simulate.year import SimulatedYear


def planning_section(year: SimulatedYear) -> str:
    """Planned amounts beside what is booked to the last month, the notices beside what was received, and the targets."""
    targets = year.truth.planning.targets_2017.value
    lines = [
        "## Haushaltsansätze, Bescheide, Ziele\n",
        "Nichts davon ist veröffentlicht. Die Werte sind so gewählt, dass sie zueinander und zu den Buchungen passen: Der Ansatz",
        "der Einnahmen ist die Summe der Bescheide, und kein Geldgeber hat mehr gezahlt, als sein Bescheid zulässt. Das Ergebnis 2016",
        "folgt aus den Stellen, die damals besetzt waren (ohne Jahressonderzahlung); der Sachaufwand 2016 ist gezogen.\n",
        f"| Haushaltsstelle | Ergebnis {YEAR_BEFORE} (EUR) | Ansatz {YEAR} (EUR) | gebucht {YEAR} (EUR) |",
        "|---|---:|---:|---:|",
        *_budget_rows(year),
        "",
        "| Geldgeber | Art | Anteil | Höchstbetrag (EUR) | beschieden am | eingegangen (EUR) |",
        "|---|---|---:|---:|---|---:|",
        *_notice_rows(year),
        "",
        f"Ziele für {YEAR}: {'; '.join(f'{name} {german.number(value)}' for name, value in targets.items())}.",
    ]
    return "\n".join(lines) + "\n"


def _budget_rows(year: SimulatedYear) -> Iterator[str]:
    lines, bookings, money = year.tables["budget_lines"], year.tables["bookings"], year.truth.money
    before = lines[lines["year"] == YEAR_BEFORE].set_index("budget_code")["result"]
    booked = bookings.groupby("budget_code")["amount"].sum()
    for kind, planned in year.truth.planning.planned_2017.value.items():
        code = f"{money.budget_section.value}.{money.budget_groups.value[kind]}"
        result = _euros(int(before[code])) if code in before.index else "–"
        yield f"| {code} | {result} | {_euros(planned)} | {_euros(int(booked[code]))} |"


def _notice_rows(year: SimulatedYear) -> Iterator[str]:
    bookings = year.tables["bookings"]
    received = bookings[bookings["direction"] == "income"].groupby("funder")["amount"].sum()
    for notice in year.truth.planning.notices.value:
        share = "–" if notice.share is None else german.percent(notice.share, 0)
        yield (
            f"| {FUNDER.german_names[notice.funder]} | {GRANT_TYPE.german_names[notice.type]} | {share} | {_euros(notice.ceiling)} | "
            f"{german.day(notice.decided_on)} | {_euros(int(received[notice.funder]))} |"
        )


def _euros(cents: int) -> str:
    return german.number(cents / 100, 2)
