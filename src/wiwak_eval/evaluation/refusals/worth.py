"""Money set against an effect that nobody knows, and numbers that do not measure the same."""

from collections.abc import Sequence

from wiwak_eval.results import NotAssessable


def cost_effectiveness(alternatives: int, effect_known: bool) -> NotAssessable | None:
    """The price of one more unit of effect (ICER). alternatives: other ways of help with known costs; None where both are known."""
    if not effect_known:
        return NotAssessable(
            "nicht auswertbar: Kosten je Wirkungseinheit setzen eine gemessene Wirkung voraus; bekannt sind Beratungen, nicht, was sie "
            "bewirken."
        )
    if alternatives < 1:
        return NotAssessable(
            "nicht auswertbar: Kosten je Wirkungseinheit brauchen mindestens eine andere Form der Hilfe mit bekannten Kosten und bekannter "
            "Wirkung."
        )
    return None


def social_return(effect_known: bool, priced_effects: int) -> NotAssessable | None:
    """Euros returned for each euro spent (SROI). priced_effects: effects with an observed price; None where there are any."""
    if not effect_known or priced_effects < 1:
        return NotAssessable(
            "nicht auswertbar: Ein Ertrag je eingesetztem Euro setzt eine gemessene Wirkung und einen beobachteten Preis dafür voraus; "
            "gesetzte Preise würden das Ergebnis bestimmen."
        )
    return None


def fiscal_extrapolation(county_revenues: bool, effect_known: bool) -> NotAssessable | None:
    """What the county saves, from national fiscal models. county_revenues: whether taxes and benefits of the same people are known."""
    if not county_revenues or not effect_known:
        return NotAssessable(
            "nicht auswertbar: Bundesweite Modellrechnungen zu Steuern und Leistungen lassen sich nicht auf den Landkreis umlegen; wer "
            "hier was zahlt und spart und was davon am Zentrum liegt, ist nicht erhoben."
        )
    return None


def mean_of_caseload_ratios(kinds: Sequence[str]) -> NotAssessable | None:
    """A mean of caseloads per post. kinds: what each ratio counts per post; None where all count the same."""
    different = list(dict.fromkeys(kinds))
    if len(different) > 1:
        return NotAssessable(
            f"nicht auswertbar: {' und '.join((', '.join(different[:-1]), different[-1]))} je Stelle zählen nicht dasselbe; ein "
            "Mittelwert daraus hätte keine Bedeutung."
        )
    return None
