"""land.pdf: what centres in all counties and towns would need and cost, for the ministry; the answer comes first."""

from dataclasses import replace

from wiwak_eval.publication.budget_papers.parts import Block, Released, Source, paragraph, part, points, table_block
from wiwak_eval.publication.budget_papers.typeset import paper_pdf
from wiwak_eval.publication.content import Content
from wiwak_eval.publication.imprint import key_figures
from wiwak_eval.publication.land_papers import words
from wiwak_eval.publication.land_papers.home_plan import home_plan
from wiwak_eval.publication.land_papers.joined import side_by_side
from wiwak_eval.publication.land_papers.payers import payers
from wiwak_eval.publication.land_papers.printed import JOINT, LIMITS, NEEDS, PREPARED, of_year
from wiwak_eval.publication.land_papers.whole_land import mean_note, whole_land
from wiwak_eval.publication.pictures import PICTURES
from wiwak_eval.publication.pictures.figure import figure
from wiwak_eval.publication.signs import counted
from wiwak_eval.publication.typeset_blocks import figure_data
from wiwak_eval.publication.typesetting import Data
from wiwak_eval.results import NotAssessable, ReleasedTable

TITLE = "Was ein Willkommenscenter in jedem Kreis Thüringens bräuchte"
PERIOD = "Haushaltsjahre Y1 und Y2 · Szenario\u00a0{scenario} · eine Rechnung, kein Vorschlag"
KEYS = ("land_contacts_Y1", "land_posts_Y1", "land_cost_Y1")
"""Findings that stand large on the first page."""
PICTURE = "land_posts"
"""The table behind the picture of the 23."""
_WIDTH = 75
"""Percent of the page's width for the picture, whose tiles stay readable."""


def land_pdf(source: Source) -> bytes:
    """The whole paper as a tagged PDF; the same content gives the same bytes.

    Raises KeyError for a table that is neither released nor refused.
    """
    return paper_pdf(source, TITLE, PERIOD.format(scenario=source.mark.scenario), _parts(source), sign=words.SIGN)


def _parts(source: Source) -> list[Data]:
    released, simulated = source.released, source.mark.provenance.simulated
    needs = [
        _table(
            side_by_side(source, f"Was es {year} bräuchte und kosten würde", of_year(NEEDS, year)),
            words.NEEDS_NOTE.format(home=home_plan(source)),
        )
        for year in ("Y1", "Y2")
    ]
    return [
        part("Die Frage", paragraph(source.dated(words.QUESTION))),
        part("Die Antwort", *_keys(source), *source.said("land", "land_fixed", "land_whole"), paragraph(words.SPAN)),
        part("Bedarf je Kreis und Stadt", *source.said("land_persons"), paragraph(words.BY_COUNTY), *_picture(source), *needs),
        part(
            "Wer würde zahlen?",
            *source.said("land_financing"),
            paragraph(words.WHO_PAYS),
            *source.said("land_programme"),
            _table(whole_land(source), _mean_note(source)),
            *(_table(payers(source, year), words.PAYERS_NOTE) for year in source.years),
        ),
        part(
            "Wo die Voraussetzungen da wären",
            *source.said("land_preconditions"),
            paragraph(words.PREPARED),
            _table(side_by_side(source, "", LIMITS), words.LIMITS_NOTE),
            _table(side_by_side(source, "Voraussetzungen je Kreis und Stadt", PREPARED), *words.PREPARED_NOTES, *_of_counties(source)),
            *source.said("land_ranks"),
            _table(released["land_ranks"], words.RANKS_NOTE),
        ),
        part(
            "Ein gemeinsames Zentrum",
            *source.said("land_joint"),
            paragraph(words.JOINT),
            _table(side_by_side(source, "", JOINT), words.JOINT_NOTE),
        ),
        part(
            "Wie sicher ist das?",
            paragraph(words.SURE),
            _table(_renamed(released["land_sources"], words.SOURCES_TITLE), words.SOURCES_NOTE),
            *_rates(source),
        ),
        part("Was nicht bekannt ist", points(words.NOT_KNOWN)),
        part("So wurde gerechnet", points(words.METHOD)),
        part("Woher die Zahlen kommen", points(words.sources(simulated))),
    ]


def _table(table: Released, *notes: str) -> Block:
    """A table on one page with notes in place of its own, which stand in report and workbook, and how many unverified assumptions it rests
    on."""
    block = table_block(table, with_notes=False)
    if isinstance(table, NotAssessable):
        return block
    return {**block, "whole": True, "notes": [line for line in (*notes, counted(table.unproven)) if line]}


def _renamed(table: Released, title: str) -> Released:
    """The paper says „Spanne“ throughout, other papers „Bereich“."""
    return replace(table, title=title) if isinstance(table, ReleasedTable) else table


def _mean_note(source: Source) -> str:
    mean = mean_note(source)
    return words.MEAN_NOTE.format(mean=mean) if mean else ""


def _keys(source: Source) -> tuple[Block, ...]:
    """The answer in large figures; none where none of them is known."""
    ids = tuple(id for id in map(source.dated, KEYS) if source.findings[id].value is not None)
    content = Content(TITLE, "", source.mark, (), ids, (), source.findings)
    return ({"kind": "keys", "figures": [vars(one) for one in key_figures(content)]},) if ids else ()


def _of_counties(source: Source) -> tuple[str, ...]:
    """From when quotas, inhabitants and areas are."""
    table = source.released["land_counties"]
    return table.notes if isinstance(table, ReleasedTable) else ()


def _rates(source: Source) -> tuple[Block, ...]:
    """Rates of the counties that delivered; with one alone there is nothing to compare, and the sentences above say so."""
    table = source.released["land_rates"]
    return (_table(table),) if isinstance(table, ReleasedTable) else ()


def _picture(source: Source) -> tuple[Block, ...]:
    """The tiles of the 23; where there is none, the table that stands below says why."""
    table = source.released[PICTURE]
    if not isinstance(table, ReleasedTable):
        return ()
    return ({**figure_data(figure(PICTURES[PICTURE], table, source.findings, source.years)), "width": _WIDTH},)
