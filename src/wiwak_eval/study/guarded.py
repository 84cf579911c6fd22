"""The door of a study: what may be told of groups of people, held against all that was told before."""

from dataclasses import fields
from functools import cached_property

from wiwak_eval.disclosure.audience import Origin
from wiwak_eval.disclosure.defence import Defence
from wiwak_eval.disclosure.release import Door, door
from wiwak_eval.results import Level, Table
from wiwak_eval.study import digests
from wiwak_eval.study.computed import Computed
from wiwak_eval.study.home import home
from wiwak_eval.study.releasing import Former, defended, former_releases, origin_of, refuse_overlap


class Guarded(Computed):
    """Results with the door that they must pass."""

    @cached_property
    def origin(self) -> Origin:
        """What a release of this study is made from."""
        return origin_of(self.provenance, self._delivery_digest, self.level, self._settings_digest)

    @cached_property
    def former(self) -> Former:
        """Earlier releases of this authority that this one is held against. Raises GermanError where it must not be beside one of them."""
        former = former_releases(home(), self.origin)
        if self.level is not Level.INTERN:
            refuse_overlap(former, self.origin)
        return former

    @cached_property
    def defence(self) -> Defence:
        """What may be told of groups of people, and what the attacker made of it."""
        told = digests.of_text(repr(self._guarded))
        given = {"level": self.level.value, "settings": self._settings_digest, "former": self.former.digest, "tables": told}
        made = self._guarded, self.level, self.settings, self.origin, self.former.releases
        return self._kept("defence", Defence, lambda _: defended(*made), given)

    @cached_property
    def _guarded(self) -> tuple[Table, ...]:
        """Every table that speaks of groups of people. A result that has such tables is named here."""
        results = (
            self.pilot_year, self.trend, self.rise, self.access, self.network, self.chain, self.slips, self.unit_costs, self.proof,
        )  # fmt: skip
        found = (getattr(result, field.name) for result in results for field in fields(result))
        return tuple(table for table in found if isinstance(table, Table) and table.protection is not None)

    @cached_property
    def door(self) -> Door:
        """What lets tables out. Raises GermanError where something could still be worked out."""
        return door(self._guarded, self.defence, self.level, self.settings, self.provenance)
