"""What the contract with the county is made of: tables, columns, kinds of values, code lists.

The declarations (`tables`) are read by checking, template, data dictionary and simulator alike.
"""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})
IGNORED = str.maketrans("", "", " _-\t\n\u00a0\u202f")
PERIOD_YEAR = "year of period_to"
"""Upper bound that depends on the delivery."""


def fold(text: str) -> str:
    """A name as it is compared: without regard to case, blanks, `_`, `-`, and ä/ae spelling."""
    return unicodedata.normalize("NFC", text).casefold().translate(UMLAUTS).translate(IGNORED)


class Kind(StrEnum):
    """What a column holds once read.

    DATE: datetime64[us]; MONTH: text `2017-03`; WHOLE, MONEY (cents): Int64; SHARE, NUMBER: Float64; YES_NO: bool; all else text.
    """

    TEXT = "text"
    IDENTIFIER = "identifier"
    CODE = "code"
    PAY_GROUP = "pay_group"
    DATE = "date"
    MONTH = "month"
    WHOLE = "whole"
    NUMBER = "number"
    SHARE = "share"
    MONEY = "money"
    YES_NO = "yes_no"


@dataclass(frozen=True)
class Code:
    """One code: canonical name, German name, further accepted spellings."""

    canonical: str
    german: str
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True)
class CodeList:
    """Codes of one kind; `german` names the list in messages."""

    name: str
    german: str
    codes: tuple[Code, ...]

    @cached_property
    def lookup(self) -> Mapping[str, str]:
        """Folded spelling to canonical code; where two codes share a spelling, canonical goes before German before aliases."""
        words = {fold(alias): code.canonical for code in self.codes for alias in code.aliases}
        words |= {fold(code.german): code.canonical for code in self.codes}
        return words | {fold(code.canonical): code.canonical for code in self.codes}

    @cached_property
    def german_names(self) -> Mapping[str, str]:
        """Canonical code to German name."""
        return {code.canonical: code.german for code in self.codes}


@dataclass(frozen=True)
class ColumnSpec:
    """One column.

    name: canonical; header: German; low, high: bounds in the column's unit, both included; references: canonical name of the table
    whose key this is; in_period: must lie in the delivery's period; multiple: several codes joined by `+`; sensitive: read only where
    simulated or a legal basis is named; pseudonym: identifiers of this realm are replaced at reading; default: stands where a cell or the
    whole column is missing (a blank yes/no cell is always *nein*).
    """

    name: str
    header: str
    kind: Kind
    required: bool = False
    codes: CodeList | None = None
    low: int | None = None
    high: int | str | None = None
    references: str | None = None
    in_period: bool = False
    multiple: bool = False
    sensitive: bool = False
    pseudonym: str | None = None
    default: str | bool | None = None

    @property
    def shown(self) -> bool:
        """Whether a message may repeat an offending value: never identifiers or free text."""
        return self.kind not in {Kind.TEXT, Kind.IDENTIFIER}


@dataclass(frozen=True)
class TableSpec:
    """One table.

    name: canonical; german: as in file names and reports; title: as in sentences; key: columns that name a row, empty where equal
    rows are separate events; order: pairs (earlier, later) of date columns.
    """

    name: str
    german: str
    title: str
    columns: tuple[ColumnSpec, ...]
    key: tuple[str, ...] = ()
    order: tuple[tuple[str, str], ...] = ()

    def column(self, name: str) -> ColumnSpec:
        """The column of this canonical name. Raises KeyError where there is none."""
        return self._by_name[name]

    @cached_property
    def headers(self) -> Mapping[str, ColumnSpec]:
        """Folded header, English or German, to column."""
        return {fold(word): column for column in self.columns for word in (column.header, column.name)}

    @cached_property
    def _by_name(self) -> Mapping[str, ColumnSpec]:
        return {column.name: column for column in self.columns}
