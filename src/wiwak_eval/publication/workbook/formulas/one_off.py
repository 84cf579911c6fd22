"""Annual bonus and performance pay: when, how much, and what of it contributions are due on (see budget.pay.one_off)."""

from wiwak_eval.budget.pay.one_off import BONUS_MONTHS, DUE_DAY_MONTH
from wiwak_eval.budget.pay.rules import BRANCHES
from wiwak_eval.publication.workbook.formulas.pay_row import PayRow
from wiwak_eval.publication.workbook.pay_helpers import CEILINGS, HIGH

CEILING_OF = {"health": "health", "care": "health", "pension": "pension", "unemployment": "pension"}


def one_off(row: PayRow, column: str) -> str | None:
    """The formula of a cell about one-off payments; None for other columns."""
    kind, _, part = column.partition("_")
    if kind == "room":
        return _room(row, part)
    if kind not in {"bonus", "performance"}:
        return None
    match part:
        case "":
            return f"IF({_due(row, kind)},{_bonus(row) if kind == 'bonus' else _performance(row)},0)"
        case "social":
            return "+".join(f"ROUND({row.here(f'{kind}_{CEILING_OF[branch]}')}*{row.rate(branch)},2)" for branch in BRANCHES)
        case "zvk":
            return f"ROUND({row.here(kind)}*{row.rate('zvk')},2)"
        case _:
            return _liable(row, kind, part)


def _due(row: PayRow, kind: str) -> str:
    """In the usual month if there is pay in it, else in the last month with pay."""
    flags, gross = row.rules(kind), row.year("gross")
    usual = f"SUMPRODUCT({flags}*({gross}>0))>0"
    later = f"SUM({row.year('gross', row.number + 1)})" if row.number < 12 else "0"
    return f"IF({usual},INDEX({flags},{row.number},1)=1,AND({row.here('gross')}>0,{later}=0))"


def _bonus(row: PayRow) -> str:
    """Nothing without pay in December; share of the mean pay of July to September, else of the first month after; in twelfths."""
    base = row.year("gross", BONUS_MONTHS[0], BONUS_MONTHS[-1])
    october, november, december = (row.of("gross", month) for month in (10, 11, 12))
    begun = f"IF({october}>0,{october},IF({november}>0,{november},{december}))"
    group, kind = (row.sheets.whole("pay_tables", name) for name in ("group", "bonus"))
    high = f'COUNTIFS({group},{row.here("group")},{kind},"{HIGH}")>0'
    rate = f"IF({high},{row.rate('bonus_high')},{row.rate('bonus_low')})"
    paid = f"{rate}*IF(SUM({base})>0,SUM({base}),{begun})"
    twelfths = f'COUNTIF({row.year("gross")},">0")'
    return f'IF({row.of("gross", DUE_DAY_MONTH)}>0,ROUND({paid}*{twelfths}/(12*MAX(1,COUNTIF({base},">0"))),2),0)'


def _performance(row: PayRow) -> str:
    return f"ROUND(SUM({row.year('gross')})*{row.rate('performance')},2)"


def _room(row: PayRow, name: str) -> str:
    """What the months with pay have left below the ceiling so far."""
    ceiling, gross = row.ceiling(f"ceiling_{name}"), row.here("gross")
    before = "" if row.number == 1 else f"+{row.of(f'room_{name}', row.number - 1)}"
    return f"IF({gross}>0,{ceiling}-MIN({gross},{ceiling}),0){before}"


def _liable(row: PayRow, kind: str, name: str) -> str | None:
    """The part of a payment that lies in the room that earlier payments left; of two in one month the bonus comes first."""
    if name not in CEILINGS:
        return None
    earlier = [] if row.number == 1 else [row.year(f"{each}_{name}", 1, row.number - 1) for each in ("bonus", "performance")]
    used = "".join(f"-SUM({span})" for span in earlier)
    same = f"-{row.here(f'bonus_{name}')}" if kind == "performance" else ""
    return f"MAX(0,MIN({row.here(kind)},{row.here(f'room_{name}')}{used}{same}))"
