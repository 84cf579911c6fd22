"""What reading a delivery gives: typed tables of used rows, and an account of everything else."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, TypeVar, cast

from wiwak_eval.results import NotAssessable, Provenance

if TYPE_CHECKING:
    import pandas as pd

T = TypeVar("T")


@dataclass(frozen=True)
class DeliveryFacts:
    """What `delivery.yaml` says; `first_project_month` as `2017-01`."""

    authority: str
    period_from: date
    period_to: date
    delivered_on: date
    simulated: bool
    first_project_month: str
    legal_basis: str | None = None
    retain_until: date | None = None
    licence: str | None = None

    @property
    def provenance(self) -> Provenance:
        """What travels with every released table."""
        return Provenance(self.authority, self.period_from, self.period_to, self.delivered_on, self.simulated)


@dataclass(frozen=True)
class Fault:
    """One fault of one row.

    table, column: the contract's German names (column is empty for a malformed row); line: as an editor shows it, None where the source
    has no lines; rule: machine name; action: `rejected` or `cleared`; advice: German, names no identifier and no free text; own: False
    where the fault only follows from another row that is not used; sheet: its name, in a workbook.
    """

    table: str
    file: str
    line: int | None
    column: str
    rule: str
    action: str
    advice: str
    own: bool = True
    sheet: str = ""

    @property
    def message(self) -> str:
        """The whole German sentence: where, what, what to do, what happens meanwhile."""
        sheet = f", Blatt „{self.sheet}“" if self.sheet else ""
        line = f", Zeile {self.line}" if self.line is not None else ""
        column = f", Spalte „{self.column}“" if self.column else ""
        return f"{self.file}{sheet}{line}{column}: {self.advice}"


@dataclass(frozen=True)
class IntakeLine:
    """Rows of one file or sheet; `table` in German. Always rows_read = rows_used + rows_rejected; rows_repeated say the same as another."""

    table: str
    file: str
    rows_read: int
    rows_used: int
    rows_rejected: int
    rows_repeated: int = 0
    sheet: str = ""

    @property
    def rows_counted(self) -> int:
        """Rows read but for repetitions: of consultations, the counted contacts."""
        return self.rows_read - self.rows_repeated

    @property
    def place(self) -> str:
        """File, and sheet in a workbook."""
        return f"{self.file}, Blatt „{self.sheet}“" if self.sheet else self.file


@dataclass(frozen=True)
class ControlLine:
    """Used consultations of one month (`2017-06`) against the number the county states; difference = used - stated."""

    month: str
    used: int
    stated: int
    difference: int


@dataclass(frozen=True)
class Records:
    """A delivery, read and checked.

    tables: canonical name to used rows in file order, with exactly the contract's columns (see `Kind` for types; identifiers of clients
    and households are pseudonyms); absent: canonical name to the German sentence why a table cannot be used; refused:
    those of them that were delivered but cannot be read; faults: sorted by table,
    file, line, column; control: empty where `monthly_totals` or `consultations` is absent; dropped_columns: German table name to the
    names of columns that are not in the contract; rejected_share: canonical name to share (0–1) of rows rejected for a fault of their
    own; digests: canonical name to keyed digest of the used rows; notes: German sentences on checks that were skipped and rows that
    repeat; unused_files: names of files that belong to no table.
    """

    provenance: Provenance
    facts: DeliveryFacts
    tables: "Mapping[str, pd.DataFrame]"
    absent: Mapping[str, str]
    refused: tuple[str, ...]
    intake: tuple[IntakeLine, ...]
    faults: tuple[Fault, ...]
    control: tuple[ControlLine, ...]
    dropped_columns: Mapping[str, tuple[str, ...]]
    rejected_share: Mapping[str, float]
    digests: Mapping[str, str]
    notes: tuple[str, ...] = ()
    unused_files: tuple[str, ...] = ()
    _known: dict[str, object] = field(default_factory=dict, init=False, repr=False, compare=False)

    def once(self, name: str, work: "Callable[[Records], T]") -> T:
        """What a pure function of the records gives, worked out once under this name: a plan that is tried a hundred times asks again."""
        if name not in self._known:
            self._known[name] = work(self)
        return cast("T", self._known[name])

    def table(self, name: str) -> "pd.DataFrame | NotAssessable":
        """Used rows of the table with this canonical name, or the refusal to print where it is absent. Raises KeyError otherwise."""
        if name in self.tables:
            return self.tables[name]
        return NotAssessable(f"nicht auswertbar: {self.absent[name].removesuffix('.')}")
