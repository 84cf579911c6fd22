"""Texts from parts: what is true is said, what says nothing is left out."""

from collections.abc import Mapping, Sequence

from wiwak_eval.publication.phrases.absent import HIDDEN_SENTENCE, exact
from wiwak_eval.publication.phrases.conditions import compared
from wiwak_eval.publication.phrases.parts import Choice, Listing, Option, Said, listed
from wiwak_eval.publication.phrases.placeholders import ids_of, placeholders
from wiwak_eval.publication.phrases.sentences import all_known, sentence
from wiwak_eval.results import Finding


def spoken(parts: Sequence[Said], findings: Mapping[str, Finding], whole: bool = False) -> str:
    """The sentences one after the other; those of whose numbers not a single one is known are left out, for they would say nothing.

    A hidden number is known. whole: sentences with a number that is not known or hidden are left out too. Empty where nothing is left.
    Raises as `sentence` does.
    """
    chosen = (template_of(part, findings) for part in parts)
    wanted = all_known if whole else _says_something
    said = (template for template in chosen if template and not (whole and template == HIDDEN_SENTENCE))
    return " ".join(sentence(template, findings) for template in said if wanted(template, findings))


def template_of(part: Said, findings: Mapping[str, Finding]) -> str:
    """The sentence that the part becomes, its numbers not yet put in; empty where it becomes none."""
    match part:
        case Choice():
            return _chosen(part, findings)
        case Listing():
            return _listed(part, findings)
        case str():
            return part


def first_known(parts: Sequence[Said], findings: Mapping[str, Finding]) -> str | None:
    """The first part of whose numbers all are known, as a sentence; None where there is none."""
    templates = (template_of(part, findings) for part in parts)
    known = (template for template in templates if template not in {"", HIDDEN_SENTENCE} and all_known(template, findings))
    return next((sentence(template, findings) for template in known), None)


def _chosen(choice: Choice, findings: Mapping[str, Finding]) -> str:
    """The first true sentence; where a deciding number is not known, `otherwise`, or else that it is hidden if it is."""
    undecided = HIDDEN_SENTENCE if any(findings[id].hidden for id in choice.deciding) else ""
    if undecided:
        return choice.otherwise or undecided
    for option in choice.options:
        held = _held(option, findings)
        if held is None:
            return choice.otherwise
        if held:
            return option.sentence
    return ""


def _listed(listing: Listing, findings: Mapping[str, Finding]) -> str:
    """An item of which it is not known whether it belongs stands, so that its gap is seen; the list stands if one number is known."""
    belongs = [(item, _held(item, findings)) for item in listing.items]
    if all(held is False for _, held in belongs):
        return listing.none
    kept = [item.sentence for item, held in belongs if held is not False]
    told = any(_has_value(findings[id]) for item in kept for id in ids_of(item))
    return listed(listing.before, kept, listing.after) if told else ""


def _held(option: Option, findings: Mapping[str, Finding]) -> bool | None:
    """Whether all conditions are met; None where that is not known."""
    held = [when.holds(findings) for when in option.when]
    return False if False in held else None if None in held else True


def _says_something(template: str, findings: Mapping[str, Finding]) -> bool:
    places = placeholders(template)
    for place in places:
        other = findings[place.other] if place.compares and isinstance(place.other, str) else 0
        if place.compares and compared(findings[place.id], other, form=place.rounding) is None:
            return False
    named = [findings[id] for id in ids_of(template)]
    return not named or any(_has_value(finding) for finding in named)


def _has_value(finding: Finding) -> bool:
    return finding.hidden or exact(finding.value) is not None
