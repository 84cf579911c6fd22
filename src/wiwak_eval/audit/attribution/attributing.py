"""Two run folders in; out comes the difference of each headline figure, by factor."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from wiwak_eval.audit.attribution.deliveries import delivery_of
from wiwak_eval.audit.attribution.differing import Programmes, details, differing, programme_differs
from wiwak_eval.audit.attribution.factors import ONLY, Factor, rest_label
from wiwak_eval.audit.attribution.programmes import programmes_of
from wiwak_eval.audit.attribution.result import Attribution
from wiwak_eval.audit.attribution.shares import Share, only, split, unsplit
from wiwak_eval.audit.attribution.sides import Side, headline_ids, read_side
from wiwak_eval.audit.attribution.swapping import recompute
from wiwak_eval.audit.attribution.workshop import Parts, Workshop
from wiwak_eval.records import Location
from wiwak_eval.results import NotAssessable
from wiwak_eval.study import digests
from wiwak_eval.study.compare import compare_runs

OTHER_YEARS = "Die Läufe planen verschiedene Haushaltsjahre; ihre Unterschiede werden nicht zerlegt."
OTHER_AUTHORITY = "Die Läufe gehören zu verschiedenen Behörden; ihre Unterschiede werden nicht zerlegt."
SAME = "Daten, Annahmen, Programm und Umgebung sind in beiden Läufen gleich."
OTHER_LEVEL = (
    "Die Freigabestufen sind verschieden. Was die strengere verdeckt oder rundet, ist kein Unterschied in Daten, Annahmen, Programm oder "
    "Umgebung; bei den Hauptzahlen stünde es als Rest."
)
UNCHANGED = "Nachgerechnet wurde nicht; „--recompute“ tut es."
UNSEPARATED = "Die Umgebung ist nicht getrennt: Alle Rechnungen liefen in der hier eingerichteten (mit --fresh-env wird sie getrennt)."
OTHERWISE_INSTALLED = (
    "Die Umgebung ist nicht getrennt: Die Sperrdatei ist dieselbe, eingerichtet waren andere Fassungen. Nachgerechnet wurde mit keiner von "
    "beiden; was sie ändern, steht als Rest (mit --fresh-env rechnen beide Läufe nach der Sperrdatei)."
)
UNDIVIDED = "Der Unterschied lässt sich so nicht aufteilen."
FOREIGN = "Es wird Programmcode aus den Prüfpaketen ausgeführt. Bitte nur Läufe vergleichen, deren Herkunft bekannt ist."


@dataclass(frozen=True)
class Wishes:
    """deliveries: where those of both runs are, empty to look by name; recompute: also where one factor differs alone; fresh: build the
    environments of both runs."""

    deliveries: tuple[str, str] = ("", "")
    recompute: bool = False
    fresh: bool = False


Stated = Mapping[str, tuple[Decimal, Decimal]]


def attribute_runs(before: Path, after: Path, wishes: Wishes, say: Callable[[str], None]) -> Attribution | NotAssessable:
    """The attribution, or why there is none. say: hears German sentences while it takes. Raises GermanError for what is no run."""
    one, other = read_side(before, "Lauf A"), read_side(after, "Lauf B")
    if one.delivery["authority"] != other.delivery["authority"]:
        return NotAssessable(OTHER_AUTHORITY)
    if one.years != other.years:
        return NotAssessable(OTHER_YEARS)
    with Workshop() as workshop:
        programmes: Programmes = (None, None)
        if wishes.recompute or programme_differs(one, other) or len(differing(one, other, programmes)) > 1:
            programmes = programmes_of((one, other), workshop.folder)
        factors = differing(one, other, programmes)
        shared = _Found(one, other, programmes, factors)
        if (
            not wishes.recompute
            and factors
            and (len(factors) > 1 or one.level is not other.level)
            and all(old == new for old, new in shared.stated.values())
        ):
            return shared.unsplit((UNCHANGED,))
        if not wishes.recompute and (not factors or (len(factors) == 1 and one.level is other.level)):
            return shared.by_only(factors)
        deliveries = _deliveries(one, other, wishes.deliveries, Factor.DATA in factors)
        missing = shared.missing(deliveries)
        if missing:
            return shared.unsplit(missing)
        if any(side.digests["package"] != digests.of_package() for side in (one, other)):
            say(FOREIGN)
        parts = Parts(one, deliveries[0], programmes[0]), Parts(other, deliveries[1], programmes[1])
        return shared.recomputed(workshop, parts, wishes.fresh, say)


@dataclass(frozen=True)
class _Found:
    """What is known before anything is computed, and the ways on from there."""

    one: Side
    other: Side
    programmes: Programmes
    factors: tuple[Factor, ...]

    @property
    def stated(self) -> Stated:
        """Both values of each figure that both runs state."""
        return dict(self._pairs())

    def _pairs(self) -> Iterator[tuple[str, tuple[Decimal, Decimal]]]:
        for id in headline_ids(self.one.years):
            pair = [side.printed[id].value if id in side.printed else None for side in (self.one, self.other)]
            if pair[0] is not None and pair[1] is not None:
                yield id, (pair[0], pair[1])

    def by_only(self, factors: tuple[Factor, ...]) -> Attribution:
        """All of each difference is the one factor's, or nobody's."""
        if not factors:
            return self._made((), tuple(unsplit(id, pair) for id, pair in self.stated.items()), frozenset(), (SAME,))
        notice = f"{ONLY[factors[0]]}; der ganze Unterschied kommt daher. Nachgerechnet wurde nicht; „--recompute“ tut es."
        return self._made(factors, tuple(only(id, pair, factors[0]) for id, pair in self.stated.items()), frozenset(), (notice,))

    def missing(self, deliveries: tuple[Location | None, Location | None]) -> tuple[str, ...]:
        """Why nothing can be computed; empty where it can."""
        sides = zip((self.one, self.other), self.programmes, strict=True)
        without = " und ".join(side.name for side, programme in sides if programme is None)
        told = [f"Ohne abgelegtes Programm (pruefpaket/programm.zip): {without}. {UNDIVIDED}"] if without else []
        for side, location, option in zip((self.one, self.other), deliveries, ("a", "b"), strict=True):
            if location is None:
                told.append(
                    f"Die Lieferung von {side.name} ist hier nicht zu öffnen. {UNDIVIDED} Bitte sie mit „--delivery-{option}“ angeben."
                )
        return tuple(told)

    def unsplit(self, reasons: tuple[str, ...]) -> Attribution:
        """All of each difference is the rest."""
        return self._made((), tuple(unsplit(id, pair) for id, pair in self.stated.items()), frozenset(self.factors), reasons)

    def recomputed(self, workshop: Workshop, parts: tuple[Parts, Parts], fresh: bool, say: Callable[[str], None]) -> Attribution:
        """By swapping."""
        found = recompute(workshop, parts, self.factors, fresh, say)
        shares = tuple(split(id, pair, found.base, found.swapped, found.whole) for id, pair in self.stated.items())
        locks = self.one.digests["lock"] != self.other.digests["lock"]
        unseparated = (set(self.factors) - set(found.separated)) | ({Factor.CODE} if found.foreign_code else set())
        return self._made(found.separated, shares, frozenset(unseparated), (*found.failures, *_told(shares, unseparated, self.one, locks)))

    def _made(
        self, separated: tuple[Factor, ...], shares: tuple[Share, ...], unseparated: frozenset[Factor], notices: tuple[str, ...]
    ) -> Attribution:
        known = {share.id for share in shares}
        unstated = tuple(id for id in headline_ids(self.one.years) if id not in known)
        lines = details(self.one, self.other, self.programmes, self.factors)
        levels = self.one.level is not self.other.level
        return Attribution(
            self.one, self.other, self.factors, separated, lines, shares, unstated, rest_label(unseparated, levels),
            (*notices, *([OTHER_LEVEL] if levels else [])), compare_runs(self.one.folder, self.other.folder),
        )  # fmt: skip


def _told(shares: tuple[Share, ...], unseparated: set[Factor], one: Side, locks_differ: bool) -> Iterator[str]:
    """How well the computation meets what the runs state, and what it could not separate."""
    missed = [one.printed[share.id].label for share in shares if not share.reproduced]
    if missed:
        yield f"Nachgerechnet ergibt sich nicht in beiden Läufen die gedruckte Zahl: {'; '.join(missed)}. Was übrig bleibt, steht als Rest."
    else:
        yield "Nachgerechnet ergeben beide Läufe genau die gedruckten Zahlen."
    if Factor.ENVIRONMENT in unseparated:
        yield UNSEPARATED if locks_differ else OTHERWISE_INSTALLED
    if Factor.CODE in unseparated:
        yield "Das Programm ist nicht getrennt: Ein Lauf stammt aus einer Fassung, die einzelne Kennzahlen noch nicht ausgeben kann."


def _deliveries(one: Side, other: Side, named: tuple[str, str], differ: bool) -> tuple[Location | None, Location | None]:
    """Where the deliveries are; equal ones need to be found once."""
    found = delivery_of(one, named[0]), delivery_of(other, named[1])
    return found if differ else (found[0] or found[1], found[1] or found[0])
