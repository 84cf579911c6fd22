"""What an analysis function gets: assumptions as they were known on a day, under a scenario, with a record of what was read."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from wiwak_eval import german
from wiwak_eval.assumptions.holding import Resolved, gap_sentence, holding
from wiwak_eval.assumptions.model import Catalogue, Patch, Scenario
from wiwak_eval.assumptions.patching import check_patches, patched
from wiwak_eval.results import GermanError


class Gap(GermanError):
    """No value holds on that day, or none was known on the as-of date."""


@dataclass(frozen=True, order=True)
class Read:
    """One look-up: `digest` of what came back (SHA-256, hexadecimal). A gap is a reading too.

    Besides ids there are three pseudo ids: `pay_*` (a listing of ids), `@as_of` and `@scenario` (those properties were asked for).
    """

    id: str
    on: date
    digest: str


class Assumptions:
    """Values known on `as_of`, after the patches of the scenario. Raises GermanError where a patch names an id that is not there."""

    def __init__(self, catalogue: Catalogue, scenario: Scenario, as_of: date, known: Mapping[str, date] | None = None) -> None:
        """known: ids, or single values such as `pay_index@2018-03-01`, seen as of another day than the rest, to ask what one changes."""
        self._catalogue, self._scenario, self._as_of = catalogue, scenario, as_of
        self._known: dict[str, date] = dict(known or {})
        self._asked: set[tuple[str, date]] = set()
        self._found: dict[tuple[str, date], Resolved | str] = {}
        self._digests: dict[tuple[str, date], str] = {}
        self._whole: Assumptions | None = None
        check_patches(catalogue, scenario)

    @property
    def catalogue(self) -> Catalogue:
        """All dated values, also those not yet known: for logs, not for analysis."""
        return self._catalogue

    @property
    def as_of(self) -> date:
        """The day whose knowledge counts; asking is recorded."""
        self._record("@as_of")
        return self._as_of

    @property
    def scenario(self) -> Scenario:
        """The scenario; asking is recorded."""
        self._record("@scenario")
        return self._scenario

    def get(self, id: str, on: date) -> Resolved:
        """What holds on a day. Raises Gap."""
        self._record(id, on)
        return self._resolve(id, on)

    def decimal(self, id: str, on: date) -> Decimal:
        """An exact number (yes counts 1) in the assumption's unit. Raises Gap, or GermanError where it is a text."""
        found = self.get(id, on)
        if isinstance(found.value, str):
            raise GermanError(f"„{found.label}“ ({id}) muss eine Zahl sein, ist aber der Text „{found.value}“.")
        return Decimal(found.value)

    def number(self, id: str, on: date) -> float:
        """As `decimal`, as a float."""
        return float(self.decimal(id, on))

    def text(self, id: str, on: date) -> str:
        """A text. Raises Gap, or GermanError where it is a number."""
        found = self.get(id, on)
        if not isinstance(found.value, str):
            raise GermanError(f"„{found.label}“ ({id}) muss ein Text sein. Bitte in Anführungszeichen setzen.")
        return found.value

    def has(self, id: str, on: date) -> bool:
        """Whether `get` would find a value; the question is recorded as a reading."""
        try:
            self.get(id, on)
        except Gap:
            return False
        return True

    def ids(self, prefix: str) -> tuple[str, ...]:
        """Ids that begin so, sorted, whether or not a value is known."""
        self._record(f"{prefix}*")
        return self._listing(prefix)

    @property
    def reads(self) -> tuple[Read, ...]:
        """Each look-up so far, once, sorted."""
        return tuple(sorted(Read(id, on, self.digest_of(id, on)) for id, on in self._asked))

    @property
    def ids_read(self) -> tuple[str, ...]:
        """Ids of the catalogue looked up so far, once, sorted: what stands behind a table."""
        return tuple(sorted({id for id, _ in self._asked if id in self._catalogue.entries}))

    def fresh(self) -> "Assumptions":
        """The same content with an empty record; what was worked out once is not worked out again."""
        twin = Assumptions(self._catalogue, self._scenario, self._as_of, self._known)
        twin._found, twin._digests = self._found, self._digests
        return twin

    def with_patches(self, patches: Iterable[Patch]) -> "Assumptions":
        """The same with further patches after those of the scenario, and an empty record. Raises GermanError for an unknown id."""
        own = self._scenario
        scenario = Scenario(id=own.id, label=own.label, description=own.description, patches=(*own.patches, *patches))
        return Assumptions(self._catalogue, scenario, self._as_of, self._known)

    def part(self) -> "Assumptions":
        """The same content with a record of its own; each look-up is recorded there *and* here, through any number of nested parts.

        So a table can name exactly the ids behind it (`part.ids_read`) while the study still sees every reading.
        """
        part = self.fresh()
        part._whole = self
        return part

    def digest_of(self, id: str, on: date) -> str:
        """The digest that `reads` would record now for this look-up; records nothing."""
        if (id, on) not in self._digests:
            self._digests[id, on] = self._digest_of(id, on)
        return self._digests[id, on]

    def _digest_of(self, id: str, on: date) -> str:
        if id == "@as_of":
            return _digest(self._as_of)
        if id == "@scenario":
            return _digest(self._scenario)
        if id.endswith("*"):
            return _digest(self._listing(id[:-1]))
        try:
            return _digest(self._resolve(id, on))
        except Gap as gap:
            return _digest(("gap", str(gap)))

    def _record(self, id: str, on: date = date.min) -> None:
        self._asked.add((id, on))
        if self._whole is not None:
            self._whole._record(id, on)

    def _listing(self, prefix: str) -> tuple[str, ...]:
        return tuple(sorted(id for id in self._catalogue.entries if id.startswith(prefix)))

    def _resolve(self, id: str, on: date) -> Resolved:
        """Worked out once: a plan that is computed a hundred times asks the same thing over and over."""
        if (id, on) not in self._found:
            self._found[id, on] = self._worked_out(id, on)
        found = self._found[id, on]
        if isinstance(found, str):
            raise Gap(found)
        return found

    def _worked_out(self, id: str, on: date) -> Resolved | str:
        """What holds on a day, or the sentence that says why nothing does."""
        entry = self._catalogue.entries.get(id)
        if entry is None:
            return f"Die Annahme „{id}“ (gebraucht für den {german.day(on)}) gibt es nicht. Bitte in den Annahmen mit Quelle ergänzen."
        found = patched(entry, holding(entry, on, self._as_of, self._known), self._scenario, on)
        return gap_sentence(entry, on, self._known.get(id, self._as_of)) if found is None else found


def _digest(content: object) -> str:
    """SHA-256 of the written form: equal for equal values, dates and frozen models."""
    return hashlib.sha256(repr(content).encode()).hexdigest()
