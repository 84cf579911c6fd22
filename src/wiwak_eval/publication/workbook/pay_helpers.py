"""Helper columns of the sheets of pay: ceilings used so far, until when a row of the pay tables holds, steps in months."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import accumulate, pairwise

from wiwak_eval.assumptions import Gap
from wiwak_eval.budget.pay.group_names import bonus_class
from wiwak_eval.money import round_half_up
from wiwak_eval.publication.workbook.columns import beside, cents
from wiwak_eval.results import Cell, Column, ReleasedTable, Unit

CEILINGS = {"health": "KV", "pension": "RV"}
"""Health and care have one ceiling, pension and unemployment another."""
LAST_MONTH = "2099-12"
LOW, HIGH = "niedrig", "hoch"


def one_off_parts(table: ReleasedTable, amounts: ReleasedTable) -> ReleasedTable:
    """What is left of the ceilings up to each month, and the part of one-off payments that contributions are due on."""
    added: dict[str, list[Cell]] = {str(row[0]): [] for row in table.rows}
    for block in dict.fromkeys(key[: -len("-01")] for key in added):
        keys = [key for key in added if key.startswith(f"{block}-")]
        paid = [[cents(table.cell(key, part)) for part in ("gross", "bonus", "performance")] for key in keys]
        posts = [max(1.0, float(str(table.cell(key, "share")))) for key in keys]
        for name in CEILINGS:
            ceiling = cents(amounts.cell(f"ceiling_{name}", f"y{block[-4:]}"))
            for key, parts in zip(keys, _liable(paid, [round_half_up(Decimal(str(one)) * ceiling) for one in posts]), strict=True):
                added[key].extend(parts)
    columns = []
    for name, short in CEILINGS.items():
        columns.append(Column(f"room_{name}", f"bisher frei bis zur Grenze {short}", Unit.CENTS))
        columns.append(Column(f"bonus_{name}", f"Jahressonderzahlung, pflichtig {short}", Unit.CENTS))
        columns.append(Column(f"performance_{name}", f"Leistungsentgelt, pflichtig {short}", Unit.CENTS))
    return beside(table, columns, list(added.values()))


def _liable(paid: Sequence[Sequence[int]], ceilings: Sequence[int]) -> Iterator[tuple[int, int, int]]:
    """Room below the ceiling so far, and what of bonus and performance pay lies in what earlier ones left of it (section 23a SGB IV)."""
    room = used = 0
    for (gross, bonus, performance), ceiling in zip(paid, ceilings, strict=True):
        room += ceiling - min(gross, ceiling) if gross else 0
        first = max(0, min(bonus, room - used))
        second = max(0, min(performance, room - used - first))
        used += first + second
        yield room, first, second


def until(table: ReleasedTable) -> ReleasedTable:
    """The last month of each row of the pay tables, and the class of the annual bonus."""
    ends = {}
    for row, after in pairwise((*table.rows, None)):
        same = row is not None and after is not None and row[1:3] == after[1:3]
        ends[str(row[0]) if row else ""] = _month_before(str(after[3])) if same and after else LAST_MONTH
    added: list[list[Cell]] = [[ends[str(row[0])], _class(str(row[1]))] for row in table.rows]
    return beside(table, [Column("until", "gilt bis", Unit.MONTH), Column("bonus", "Jahressonderzahlung", Unit.TEXT)], added)


def _month_before(month: str) -> str:
    year, number = int(month[:4]), int(month[5:7])
    return f"{year - (number == 1)}-{(number - 2) % 12 + 1:02d}"


def _class(group: str) -> str | None:
    try:
        return LOW if bonus_class(group) == "bonus_low" else HIGH
    except Gap:
        return None


def steps_in_months(table: ReleasedTable) -> ReleasedTable:
    """Months from the first day in step 1 to the end of each step."""
    columns = [Column(f"months_{step}", f"Monate bis Ende Stufe {step}", Unit.COUNT) for step in range(len(table.columns) - 1)]
    added: list[list[Cell]] = [list(accumulate((12 * cents(years) for years in row[2:]), initial=0)) for row in table.rows]
    return beside(table, columns, added)
