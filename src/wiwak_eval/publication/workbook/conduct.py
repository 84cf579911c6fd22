"""How the cells of a workbook behave: which compute, which may be changed, which stay as the program computed them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from wiwak_eval.publication.workbook.model import Sheets
from wiwak_eval.results import Cell

Rule = Mapping[str, object]
"""What may be entered, in the words of XlsxWriter."""


@dataclass(frozen=True)
class Conduct:
    """How the cells of one workbook behave. formula: of a cell (sheets, table, row, column), without `=`; rule: what may be entered in one
    that has none; by_program: ids of tables that no input moves; fixed: of a table that computes, columns that no input moves; whole:
    beginnings of the keys of rows whose numbers stay whole whatever is entered; notes_left_out: those that an input makes wrong."""

    formula: Callable[[Sheets, str, str, str], str | None]
    rule: Callable[[Sheets, str, str, str, Cell], Rule | None]
    by_program: Mapping[str, str]
    fixed: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    whole: tuple[str, ...] = ()
    notes_left_out: frozenset[str] = frozenset()
