"""Papers for the data protection officer: rules, release report and drafts, as Markdown made from a run's facts."""

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from wiwak_eval import german
from wiwak_eval.publication.imprint import LEVELS, imprint
from wiwak_eval.publication.privacy_facts import PrivacyFacts
from wiwak_eval.publication.privacy_forms import regime
from wiwak_eval.publication.privacy_law import Use, provisions
from wiwak_eval.publication.privacy_texts import answers, attack_words, legal_basis, remaining_risks, retain_until
from wiwak_eval.results import Level

TEMPLATES = Path(__file__).parent / "templates" / "datenschutz"
PAPERS = (
    "regeln.md", "freigabebericht.md", "verzeichnis_verarbeitung.md", "folgenabschaetzung.md", "unterrichtung_personalrat.md",
    "aufbewahrung.md",
)  # fmt: skip
INTERNAL_REPORT = "freigabebericht_intern.md"

_CIRCLES = {Level.INTERN: "nur Fachdienst", Level.GREMIUM: "Fachdienst und Gremium", Level.OEFFENTLICH: "alle"}
_MARKUP = re.compile(r"([\\`*_\[\]<>|#~])")


def privacy_kit(facts: PrivacyFacts) -> Mapping[str, str]:
    """File name to Markdown of the papers that may travel with a run; the same facts give the same text.

    The release report counts what everybody can count in the tables. How many of the hidden numbers are small themselves it does not say:
    who knows that bounds them more narrowly than the attacker was told to.
    """
    return {name: _rendered(name, facts) for name in PAPERS}


def internal_release_report(facts: PrivacyFacts) -> str:
    """The release report with primary and secondary numbers apart and all counts of attacks; must not leave the house."""
    return _rendered("freigabebericht.md", facts, whole=True)


def _rendered(name: str, facts: PrivacyFacts, whole: bool = False) -> str:
    day = facts.processed_on
    text = (
        _environment()
        .get_template(f"{name}.j2")
        .render(
            facts=facts,
            whole=whole,
            mark=facts.mark.provenance.mark,
            imprint=_imprint(facts),
            regime=regime(day),
            law=lambda *uses: provisions(day, *(Use[use] for use in uses)),
            answers=answers(facts),
            words=attack_words,
            risks=tuple(remaining_risks(facts)),
            succeeded=sum(one.succeeded_after for one in facts.attacks),
            retain_until=retain_until(facts),
            day=german.day,
            level=LEVELS.__getitem__,
            circle=_CIRCLES.__getitem__,
            sum_of=lambda items, field: sum(getattr(item, field) for item in items),
        )
    )
    return re.sub(r"\n{3,}", "\n\n", text).strip() + "\n"


@cache
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(TEMPLATES),
        undefined=StrictUndefined,
        finalize=_plain,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


def _imprint(facts: PrivacyFacts) -> tuple[tuple[str, str], ...]:
    return (
        *imprint(facts.mark),
        ("Lieferung vom", german.day(facts.mark.provenance.delivered_on)),
        ("Tag der Verarbeitung", german.day(facts.processed_on)),
        ("Rechtsgrundlage", legal_basis(facts)),
    )


def _plain(value: object) -> str:
    """A value as Markdown text: whole numbers in German, no line break, no sign that Markdown or a table cell would take as its own."""
    if isinstance(value, int) and not isinstance(value, bool):
        return german.number(value)
    return _MARKUP.sub(r"\\\1", " ".join(str(value).split()))
