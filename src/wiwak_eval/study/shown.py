"""What a notebook would print of a study: a digest of each table and text it asks for, without a kernel."""

from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass

from pydantic import TypeAdapter

from wiwak_eval.publication.finding_specs import SPECS
from wiwak_eval.publication.texts import findings_in, for_years
from wiwak_eval.results import UNPROVEN_SIGN, NotAssessable, ReleasedTable
from wiwak_eval.study import digests
from wiwak_eval.study.notebook_calls import INTRODUCE, SAY, Call, item_at
from wiwak_eval.study.show import lines_of, texts_of
from wiwak_eval.study.study import Study

UNBUILT = {"papers.overview": "papers_overview"}
"""Items that a notebook builds something for, and where the same is had without building."""
JUDGED = frozenset({"claims", "claim_numbers"})
"""Tables of verdicts and of the numbers behind them."""

_RELEASED: TypeAdapter[ReleasedTable] = TypeAdapter(ReleasedTable)


@dataclass(frozen=True)
class Shown:
    """One thing printed. title: German, for people; digest: of all that is printed; tables: ids of the tables it is taken from.

    printed: a digest of each text that an executed notebook holds of it.
    """

    title: str
    digest: str
    tables: tuple[str, ...] = ()
    printed: tuple[str, ...] = ()


def shown_by(study: Study, calls: Sequence[Call]) -> tuple[Shown, ...]:
    """What these calls print, in order. Raises GermanError where the study's gate stays shut."""
    found: list[Shown] = []
    explain = True
    for call in calls:
        if call.what == SAY:
            words = study.spoken(call.of)
            found.append(_said(study, call.of, words, explain))
            explain = explain and UNPROVEN_SIGN not in words
        else:
            found.append(_introduced(study) if call.what == INTRODUCE else _table(study, call))
    return tuple(found)


def _introduced(study: Study) -> Shown:
    text = "\n".join(study.introduction)
    return Shown("Angaben zum Lauf", digests.of_text(text), (), _printed(text))


def _said(study: Study, name: str, words: str, explain: bool) -> Shown:
    """explain: whether no sentence before had the sign, so that the first that has it says what it means."""
    text = "\n".join(lines_of(words, explain))
    return Shown(f"Text „{name}“", digests.of_text(words), tuple(dict.fromkeys(_tables_of(study, name))), _printed(text))


def _table(study: Study, call: Call) -> Shown:
    item = item_at(study, UNBUILT.get(call.of, call.of))
    seen = study.visible(item)  # type: ignore[arg-type]
    printed = _printed(*texts_of(seen, call.chart or None))
    if isinstance(seen, NotAssessable):
        return Shown(f"Tabelle „{call.of}“", digests.of_text(seen.reason), (), printed)
    content = _RELEASED.dump_json(seen).decode()
    return Shown(f"Tabelle „{seen.title}“", digests.of_text(f"{call.chart}\n{content}"), (seen.id, *_behind(study, seen.id)), printed)


def _printed(*texts: str) -> tuple[str, ...]:
    return tuple(map(digests.of_text, texts))


def _behind(study: Study, table: str) -> Iterator[str]:
    """Ids of the tables that a table of words is made from: verdicts from the findings they name, an index of findings from all of them."""
    if table in JUDGED:
        yield from _tables_with(study, {id for one in study.claims.judged for id in (*one.decisive, *one.beside)})
    elif table not in study.tables:
        yield from dict.fromkeys(spec.table for spec in SPECS)


def _tables_of(study: Study, text: str) -> Iterator[str]:
    """Ids of the tables whose cells the text says."""
    return _tables_with(study, set(findings_in(text, study.years)))


def _tables_with(study: Study, findings: Container[str]) -> Iterator[str]:
    """Ids of the tables that these findings are cells of."""
    return (spec.table for spec in SPECS if for_years(spec.id, study.years) in findings)
