"""The same assumptions once for each stage of the budget, so that a table names those that stand behind it and no others."""

from dataclasses import dataclass, fields

from wiwak_eval.assumptions import Assumptions


@dataclass(frozen=True)
class Views:
    """Each keeps a record of its own: workload, posts plan, pay, prices, grants and funders."""

    work: Assumptions
    posts: Assumptions
    pay: Assumptions
    price: Assumptions
    grant: Assumptions

    def read(self, *stages: str) -> tuple[str, ...]:
        """Ids looked up so far in some of the stages, all of them without a name; sorted."""
        wanted = stages or tuple(field.name for field in fields(self))
        return tuple(sorted({id for stage in wanted for id in getattr(self, stage).ids_read}))


def views_of(assumptions: Assumptions) -> Views:
    """Fresh records that also write into that of `assumptions`."""
    return Views(*(assumptions.part() for _ in fields(Views)))
