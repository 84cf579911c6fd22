"""The parts of the defence. A release uses all of them; each can be left out to see what it is worth."""

from dataclasses import dataclass

from wiwak_eval.disclosure.primary import ALL_RULES, Rules


@dataclass(frozen=True)
class Parts:
    """secondary: hide more than the primary numbers; mending: attack and hide until nothing is found; rounding: print counts rounded.

    What the attacks that mend look for: former: former releases of other deliveries; differences: who came or went between two releases;
    insiders: what a household knows of itself; ratios: what shares and means tell; coupling: that each person has a contact.
    rules: those of primary suppression. The attack on what is printed in the end always looks for everything.
    """

    secondary: bool = True
    mending: bool = True
    rounding: bool = True
    former: bool = True
    differences: bool = True
    insiders: bool = True
    ratios: bool = True
    coupling: bool = True
    rules: Rules = ALL_RULES


WHOLE = Parts()
