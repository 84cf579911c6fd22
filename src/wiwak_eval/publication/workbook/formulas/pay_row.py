"""One row of the months of posts, and the cells that its formulas refer to."""

from dataclasses import dataclass

from wiwak_eval.publication.workbook.model import Sheets


@dataclass(frozen=True)
class PayRow:
    """key: `S1/2018-03`."""

    sheets: Sheets
    table: str
    key: str

    @property
    def post(self) -> str:
        """Key of the line of the posts plan."""
        return self.key.split("/")[0]

    @property
    def month(self) -> str:
        """`2018-03`."""
        return self.key.split("/")[1]

    @property
    def number(self) -> int:
        """1-12."""
        return int(self.month[5:7])

    @property
    def y(self) -> str:
        """Name of the year's column."""
        return f"y{self.month[:4]}"

    def here(self, column: str) -> str:
        """A cell of this row."""
        return self.sheets.at(self.table, self.key, column)

    def of(self, column: str, number: int) -> str:
        """The same post in another month (1-12) of this year."""
        return self.sheets.at(self.table, f"{self.post}/{self.month[:4]}-{number:02d}", column)

    def year(self, column: str, first: int = 1, last: int = 12) -> str:
        """A column of this post in the months from `first` to `last` of this year."""
        rows = self.sheets.months(self.table, self.month[:4], self.post)
        return self.sheets.span(self.table, column, rows[first - 1 : last])

    def rate(self, name: str) -> str:
        """A rate of the year."""
        return self.sheets.at("rates", name, self.y)

    def ceiling(self, name: str) -> str:
        """Up to which the pay of this row is liable: that of one post, or of each where the row stands for more than one."""
        return f"ROUND({self.sheets.at('amounts', name, self.y)}*MAX(1,{self.here('share')}),2)"

    def surcharge(self, name: str) -> str:
        """A levy, overhead or tax of the year."""
        return self.sheets.at("surcharges", name, self.y)

    def rules(self, column: str) -> str:
        """A column of the year's months."""
        return self.sheets.span("month_rules", column, self.sheets.months("month_rules", self.month[:4]))
