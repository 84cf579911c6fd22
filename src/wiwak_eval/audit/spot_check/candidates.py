"""All that can be checked with a spreadsheet alone: each is a number that the release prints, with cells that it prints too."""

from collections.abc import Iterator, Mapping, Sequence

from wiwak_eval.audit.cells import Cells
from wiwak_eval.audit.reconciliation_line import MONEY, Line
from wiwak_eval.audit.spot_check.printed import in_council_paper, in_index, in_paper, on_factsheet
from wiwak_eval.audit.spot_check.task import Kind, Look, Task, look
from wiwak_eval.publication.content import Content
from wiwak_eval.publication.workbook import WorkbookCell
from wiwak_eval.results import Finding, Unit

IN_TABLES, ON_FACTSHEET, IN_COUNCIL, IN_WORKBOOK = "Tabelle", "Faktenblatt", "Beschlussvorlage", "Arbeitsmappe"
SUMS_OF_MONEY, OTHER_SUMS, RATIOS = "Geldsumme", "Zählung", "Verhältnis"
DIVISIONS = (
    ("proof_numbers", "eligible", "planned", "share", "vom Plan ausgegeben"),
    ("controlling_lines", "actual", "planned", "drawn", "vom Ansatz verbraucht"),
)
"""Table, numerator, denominator, ratio, and what it is: a ratio of each row."""
UNIT_COSTS = (("unit_cost_contact", "spent_pilot", "contacts_pilot"), ("unit_cost_contact_cash", "spent_cash", "contacts_pilot"))
"""A finding that is one finding by another."""
_HALF_A_CENT, _SIXTH_DECIMAL = 0.005, 0.000001


def candidates(
    cells: Cells,
    findings: Mapping[str, Finding],
    lines: Sequence[Line],
    live: Mapping[str, WorkbookCell],
    content: Content,
    own_layout: bool = False,
) -> tuple[Task, ...]:
    """In a fixed order. live: where findings stand in the workbook, by their id; content: of the papers; own_layout: whether the council
    paper has the county's own layout, of which nobody knows what it prints."""
    council = () if own_layout else _in_council_paper(cells, findings)
    plain = _in_tables(cells, findings), _on_factsheet(cells, content), council, _in_workbook(findings, live), _sums(cells, lines, content)
    return (*(task for tasks in plain for task in tasks), *_ratios(cells), *_unit_costs(cells, findings))


def _in_tables(cells: Cells, findings: Mapping[str, Finding]) -> Iterator[Task]:
    for finding in findings.values():
        if finding.value is not None:
            expected, decimals = _stated(finding)
            looked, printed = _look(cells, finding), in_index(finding)
            yield Task(IN_TABLES, finding.id, finding.label, Kind.READ, looked, expected, 0.0, decimals, printed=printed)


def _on_factsheet(cells: Cells, content: Content) -> Iterator[Task]:
    for printed, finding in on_factsheet(content):
        expected, decimals = _stated(finding)
        id, looked = f"{finding.id} im Faktenblatt", _look(cells, finding)
        yield Task(ON_FACTSHEET, id, finding.label, Kind.READ, looked, expected, 0.0, decimals, printed=printed)


def _in_council_paper(cells: Cells, findings: Mapping[str, Finding]) -> Iterator[Task]:
    for finding in findings.values():
        printed = in_council_paper(finding, cells) if finding.value is not None else None
        if printed is not None:
            expected, decimals = _stated(finding)
            id, looked = f"{finding.id} in der Beschlussvorlage", _look(cells, finding)
            yield Task(IN_COUNCIL, id, finding.label, Kind.READ, looked, expected, 0.0, decimals, printed=printed)


def _in_workbook(findings: Mapping[str, Finding], live: Mapping[str, WorkbookCell]) -> Iterator[Task]:
    for id, cell in live.items():
        finding = findings[id]
        if finding.value is not None:
            expected, decimals = _stated(finding)
            place = Look(cell.file, cell.cell, cell.sheet)
            within = 0.0 if isinstance(finding.value, int) else _SIXTH_DECIMAL
            name, printed = f"{id} in der Arbeitsmappe", in_index(finding)
            yield Task(IN_WORKBOOK, name, finding.label, Kind.READ, place, expected, within, decimals, printed=printed)


def _sums(cells: Cells, lines: Sequence[Line], content: Content) -> Iterator[Task]:
    """The parts of a reconciliation, which must give the whole; lines that do not add up are named in the checklist already."""
    for number, line in enumerate(lines, start=1):
        if len(line.part_places) > 1 and line.difference == 0:
            money = line.unit == "Euro"
            whole = line.whole_place
            about = f"{line.parts} = {line.whole} (steht in {whole.file}, Zelle {whole.cell})"
            expected = line.whole_value / 100 if money else float(line.whole_value)
            group = SUMS_OF_MONEY if line.subject == MONEY else OTHER_SUMS
            id = f"Abstimmung {number}"
            within, decimals = (_HALF_A_CENT, 2) if money else (0.0, 0)
            printed = in_paper(line, cells, content) if money else None
            yield Task(group, id, about, Kind.ADD, look(line.part_places), expected, within, decimals, printed=printed)


def _ratios(cells: Cells) -> Iterator[Task]:
    for table, over, under, ratio, words in DIVISIONS:
        for row in cells.keys(table):
            values = [cells.value(table, row, column) for column in (over, under, ratio)]
            if all(isinstance(value, int | float) for value in values) and values[1]:
                first, second = (look([cells.place(table, row, column)]) for column in (over, under))
                expected = round(float(str(values[2])), 6)
                yield Task(
                    RATIOS, f"{table} {row}", f"{row}: {words}", Kind.DIVIDE, first, expected, _SIXTH_DECIMAL, 6, second
                )  # fmt: skip


def _unit_costs(cells: Cells, findings: Mapping[str, Finding]) -> Iterator[Task]:
    for id, over, under in UNIT_COSTS:
        ratio, first, second = findings[id], findings[over], findings[under]
        if None not in {ratio.value, first.value, second.value} and second.value:
            expected, decimals = _stated(ratio)
            looks = _look(cells, first), _look(cells, second)
            yield Task(RATIOS, f"{id} nachgerechnet", ratio.label, Kind.DIVIDE, looks[0], expected, _HALF_A_CENT, decimals, looks[1])


def _look(cells: Cells, finding: Finding) -> Look:
    return look([cells.place(finding.table, finding.row, finding.column)])


def _stated(finding: Finding) -> tuple[float, int]:
    """A finding as its CSV file prints it, and how many decimals that has."""
    value = finding.value
    assert value is not None
    if finding.unit is Unit.CENTS:
        return round(value / 100, 2), 2
    return (float(value), 0) if isinstance(value, int) else (round(value, 6), 6)
