"""Which of the candidates are checked: nobody chose them, and everybody can draw them again."""

import hashlib
from collections.abc import Sequence

from wiwak_eval.audit.spot_check.candidates import IN_COUNCIL, IN_TABLES, IN_WORKBOOK, ON_FACTSHEET, OTHER_SUMS, RATIOS, SUMS_OF_MONEY
from wiwak_eval.audit.spot_check.task import Task

HOW_MANY = {IN_TABLES: 10, ON_FACTSHEET: 3, IN_COUNCIL: 3, IN_WORKBOOK: 5, SUMS_OF_MONEY: 5, OTHER_SUMS: 3, RATIOS: 3}
"""Lines of the protocol by group: what one person does in a morning."""


def draw(found: Sequence[Task], run_id: str) -> tuple[Task, ...]:
    """Of each group those with the smallest keys, in the order of their keys."""
    drawn: list[Task] = []
    for group, many in HOW_MANY.items():
        of_group = [task for task in found if task.group == group]
        drawn += sorted(of_group, key=lambda task: key(run_id, task.id))[:many]
    return tuple(drawn)


def key(run_id: str, task_id: str) -> str:
    """What is drawn by: the run's id is a digest of all that the run was made from, so it cannot be chosen to spare a line."""
    return hashlib.sha256(f"{run_id}:{task_id}".encode()).hexdigest()
