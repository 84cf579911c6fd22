"""The Land's grant by its kind: what is recognised in the months that count, rounded once, up to ceiling and need."""

from dataclasses import dataclass

from wiwak_eval.publication.workbook.model import Sheets


@dataclass(frozen=True)
class Terms:
    """Cells or numbers of one year: rate, months that count, ceiling; kind and amounts are those in force."""

    sheets: Sheets
    y: str
    kind: str
    rate: str
    first: str
    last: str
    has_ceiling: str
    ceiling: str

    def _counted(self, table: str, column: str) -> str:
        months = self.sheets.months(table, self.y[1:])
        month, amounts = (self.sheets.span(table, name, months) for name in ("month", column))
        return f"SUMPRODUCT((MONTH({month})>={self.first})*(MONTH({month})<={self.last})*{amounts})"

    @property
    def land(self) -> str:
        """The grant, up to what of the recognised costs is paid in money and nobody else pays."""
        eligible, cash = self._counted("plan_months", "eligible"), self._counted("plan_months", "eligible_cash")
        own_cash, amount = (self.sheets.at("grant", name, self.y) for name in ("land_own_cash", "land_amount"))
        others = "+".join(self.sheets.at("financing", name, self.y) for name in ("federal", "esf", "third"))
        by_kind = (
            f"CHOOSE({self.kind},ROUND({eligible}*{self.rate},2),MAX(0,{eligible}-{own_cash}-({others})),"
            f"ROUND({amount}*MAX(0,{self.last}-{self.first}+1)/12,2),ROUND({amount}*{self._counted('month_rules', 'posts')},2))"
        )
        most = f"IF({self.has_ceiling}=1,{self.ceiling},{eligible})"
        return f"MAX(0,MIN({by_kind},{eligible},{most},{cash},{left(self.sheets, self.y)}))"


def left(sheets: Sheets, y: str) -> str:
    """Cash that Land and county have to find."""
    others = "".join(f"-{sheets.at('financing', name, y)}" for name in ("county_in_kind", "federal", "esf", "third"))
    return f"({sheets.at('costs', 'total', y)}{others})"


def used(sheets: Sheets, y: str) -> Terms:
    """The terms in force, or the assumed ones while nothing is decided."""
    names = ("used_kind", "used_share", "used_first", "used_last", "used_has_ceiling", "used_ceiling")
    return Terms(sheets, y, *(sheets.at("grant_rules", name, y) for name in names))


def assumed(sheets: Sheets, y: str, first: str, rate: str | None = None) -> Terms:
    """The assumed share from a month on."""
    share, has, ceiling = (sheets.at("grant_rules", f"variant_{name}", y) for name in ("share", "has_ceiling", "ceiling"))
    return Terms(sheets, y, "1", rate or share, first, "12", has, ceiling)


def known(sheets: Sheets, y: str) -> str:
    """Whether the Land's part is computed, not open."""
    return f"OR({sheets.at('grant', 'land_decided', y)}=1,{sheets.at('grant_rules', 'assumed_on', y)}=1)"


def grant(sheets: Sheets, row: str, y: str) -> str | None:
    """Months of full posts that the grant covers."""
    if row != "land_post_months":
        return None
    months = sheets.months("month_rules", y[1:])
    month, posts = (sheets.span("month_rules", name, months) for name in ("month", "posts"))
    first, last = (sheets.at("grant_rules", name, y) for name in ("used_first", "used_last"))
    covered = f"SUMPRODUCT((MONTH({month})>={first})*(MONTH({month})<={last})*{posts})"
    return f"IF({sheets.at('grant', 'land_decided', y)}=1,{covered},SUM({posts}))"


def grant_rules(sheets: Sheets, row: str, y: str) -> str | None:
    """What applications and financing are computed with."""

    def decided(name: str, otherwise: str) -> str:
        return f"IF({sheets.at('grant', 'land_decided', y)}=1,{name},{otherwise})"

    def variant(name: str) -> str:
        return sheets.at("grant_rules", f"variant_{name}", y)

    cell = {key.removeprefix("land_"): sheets.at("grant", key, y) for key in sheets.keys("grant")}
    first = f"IF({cell['early_start']}=1,{cell['start']},MAX({cell['start']},{cell['decision_month']}))"
    return {
        "used_kind": decided(cell["kind"], "1"),
        "used_share": decided(cell["share"], variant("share")),
        "used_first": decided(first, "1"),
        "used_last": decided(cell["end"], "12"),
        "used_has_ceiling": decided(cell["has_ceiling"], variant("has_ceiling")),
        "used_ceiling": decided(cell["ceiling"], variant("ceiling")),
    }.get(row)
