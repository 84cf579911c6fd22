"""Names of pay groups, and what follows from a name: the column of the step table and the rate of the annual bonus."""

import re
from typing import Literal

from wiwak_eval.assumptions import Gap

BonusClass = Literal["bonus_low", "bonus_high"]
StepColumn = Literal["sue", "e"]


def normal_group(group: str) -> str:
    """`S 12`, `EG 9b`, `e9B` as `S12`, `E9b`."""
    letters = re.sub(r"\s", "", group).upper().replace("EG", "E", 1)
    return re.sub(r"[A-Z]$", lambda match: match.group().lower(), letters)


def bonus_class(group: str) -> BonusClass:
    """Which rate of the annual bonus a group gets; raises Gap for groups that no rate covers."""
    match = re.match(r"([SE])(\d+)", normal_group(group))
    number = int(match.group(2)) if match else 0
    low, high = ((2, 9), (10, 18)) if match and match.group(1) == "S" else ((1, 8), (9, 12))
    if low[0] <= number <= low[1]:
        return "bonus_low"
    if high[0] <= number <= high[1]:
        return "bonus_high"
    raise Gap(f"Für die Entgeltgruppe „{group}“ ist keine Jahressonderzahlung hinterlegt. Bitte data/assumptions ergänzen.")


def step_column(group: str) -> StepColumn:
    """Social and educational services (S groups) stay longer in a step than the E groups."""
    return "sue" if normal_group(group).startswith("S") else "e"
