"""A template and findings become a sentence."""

import re
from collections.abc import Mapping

from wiwak_eval.publication.phrases.absent import absent, absent_range, exact
from wiwak_eval.publication.phrases.conditions import compared
from wiwak_eval.publication.phrases.counting import counted, fraction
from wiwak_eval.publication.phrases.placeholders import Placeholder, pieces, placeholders
from wiwak_eval.publication.phrases.ranges import RANGES, range_words
from wiwak_eval.publication.phrases.values import FORMS, NO_BREAK, value_words
from wiwak_eval.publication.signs import signed
from wiwak_eval.results import Finding

_SENTENCE_ENDS = (". ", "! ", "? ")
_NOUN = re.compile(r" [A-ZÄÖÜ]")
_ENDS_WITH_NUMBER = re.compile(r"\d°?$")


def sentence(template: str, findings: Mapping[str, Finding]) -> str:
    """The template with each `{id:form}` replaced by words a council reads: rounded, in the right number, with a capital where it starts.

    Forms of the value: exakt, rund, ganz, euro, euro_rund, prozent, stellen, anteil (a fraction), name (the label); of the range: spanne,
    bereich, euro_spanne; `anzahl|keine Person|eine Person|# Personen` and `anzahl_rund`; a word for the order of two numbers as printed:
    `vergleich|other id or number|more|less|equal`, `richtung|up|down|same` against zero, both also with `_rund`.
    Raises KeyError for an unknown finding, ValueError for a form that is unknown or does not fit, and for a comparison of the unknown.
    """
    whole = ""
    for piece in pieces(template):
        if isinstance(piece, str):
            counts = _NOUN.match(piece) and _ENDS_WITH_NUMBER.search(whole)
            whole += f"{NO_BREAK}{piece[1:]}" if counts else piece
            continue
        words = _filled(piece, findings)
        whole += words[:1].upper() + words[1:] if not whole or whole.endswith(_SENTENCE_ENDS) else words
    return whole


def render(finding: Finding, spec: str = "exakt") -> str:
    """One finding in one form; never blank; signed where it rests on unverified assumptions. Raises ValueError as `sentence` does."""
    (place,) = placeholders(f"{{x:{spec}}}")
    return _filled(place, {"x": finding})


def all_known(template: str, findings: Mapping[str, Finding]) -> bool:
    """Whether each number that the template needs is known and may be shown."""
    return all(_known(place, findings) for place in placeholders(template))


def _known(place: Placeholder, findings: Mapping[str, Finding]) -> bool:
    finding = findings[place.id]
    numbers = (finding.low, finding.high) if place.form in RANGES else (finding.value,)
    others = (findings[id].value for id in place.ids[1:])
    return not finding.hidden and all(exact(number) is not None for number in (*numbers, *others))


def _filled(place: Placeholder, findings: Mapping[str, Finding]) -> str:
    finding = findings[place.id]
    if place.compares:
        return _compared(place, findings)
    if place.form in {"anzahl", "anzahl_rund"}:
        return _counted(place, finding)
    if place.words or place.form not in {*RANGES, *FORMS, "anteil", "name"}:
        raise ValueError(f"finding {finding.id}: unknown format {'|'.join((place.form, *place.words))!r}")
    return _alone(place.form, finding)


def _alone(form: str, finding: Finding) -> str:
    """The number, range or name with the sign, or that it is not there."""
    if form in RANGES:
        words = range_words(finding, form)
        return words if words == absent_range(finding) else signed(words, finding)
    value = exact(finding.value)
    if value is None:
        return absent(finding)
    if form == "name":
        return finding.label
    return signed(fraction(value, finding) if form == "anteil" else value_words(value, finding, form), finding)


def _counted(place: Placeholder, finding: Finding) -> str:
    value = exact(finding.value)
    if value is None:
        return absent(finding)
    before, after = counted(value, finding, place.words, place.rounding)
    return f"{signed(before, finding)}{after}"


def _compared(place: Placeholder, findings: Mapping[str, Finding]) -> str:
    words = place.words[1:] if place.form.startswith("vergleich") else place.words
    if len(words) != 3:
        raise ValueError(f"finding {place.id}: {place.form} needs words for more, less and equal")
    other = findings[place.other] if isinstance(place.other, str) else place.other
    order = compared(findings[place.id], other, form=place.rounding)
    if order is None:
        raise ValueError(f"finding {place.id}: cannot compare what is not known")
    return words[0 if order > 0 else 1 if order < 0 else 2]
