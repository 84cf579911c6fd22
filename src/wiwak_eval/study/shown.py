"""What a notebook would print of a study: a digest of each table and text it asks for, without a kernel."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pydantic import TypeAdapter

from wiwak_eval.publication.finding_specs import SPECS
from wiwak_eval.publication.texts import findings_in, for_years
from wiwak_eval.results import NotAssessable, ReleasedTable
from wiwak_eval.study import digests
from wiwak_eval.study.notebook_calls import INTRODUCE, SAY, Call, item_at
from wiwak_eval.study.study import Study

UNBUILT = {"papers.overview": "papers_overview"}
"""Items that a notebook builds something for, and where the same is had without building."""

_RELEASED: TypeAdapter[ReleasedTable] = TypeAdapter(ReleasedTable)


@dataclass(frozen=True)
class Shown:
    """One thing printed. title: German, for people; digest: of all that is printed; tables: ids of the tables it is taken from."""

    title: str
    digest: str
    tables: tuple[str, ...] = ()


def shown_by(study: Study, calls: Sequence[Call]) -> tuple[Shown, ...]:
    """What these calls print, in order. Raises GermanError where the study's gate stays shut."""
    return tuple(_shown(study, call) for call in calls)


def _shown(study: Study, call: Call) -> Shown:
    if call.what == INTRODUCE:
        return Shown("Angaben zum Lauf", digests.of_text("\n".join(study.introduction)))
    if call.what == SAY:
        return Shown(f"Text „{call.of}“", digests.of_text(study.spoken(call.of)), tuple(dict.fromkeys(_tables_of(study, call.of))))
    item = item_at(study, UNBUILT.get(call.of, call.of))
    seen = study.visible(item)  # type: ignore[arg-type]
    if isinstance(seen, NotAssessable):
        return Shown(f"Tabelle „{call.of}“", digests.of_text(seen.reason))
    printed = _RELEASED.dump_json(seen).decode()
    return Shown(f"Tabelle „{seen.title}“", digests.of_text(f"{call.chart}\n{printed}"), (seen.id,))


def _tables_of(study: Study, text: str) -> Iterator[str]:
    """Ids of the tables whose cells the text says."""
    said = set(findings_in(text, study.years))
    for spec in SPECS:
        if for_years(spec.id, study.years) in said:
            yield spec.table
