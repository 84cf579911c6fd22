"""German words of the papers for the data protection officer that depend on a run's facts."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from wiwak_eval import german
from wiwak_eval.publication.imprint import LEVELS
from wiwak_eval.publication.privacy_facts import PrivacyFacts
from wiwak_eval.results import Level

TO_FILL_IN = "bitte eintragen"
NO_LEGAL_BASIS = "in der Lieferung nicht angegeben – bitte eintragen"
NO_DATE = "in der Lieferung nicht angegeben – bitte eintragen"


@dataclass(frozen=True)
class AttackWords:
    """An attack of one kind: what it is, what it could lead to, what is done against it."""

    label: str
    risk: str
    measure: str


ATTACKS: Mapping[str, AttackWords] = {
    "bounds": AttackWords(
        "Zurückrechnen verdeckter Zahlen",
        "Eine verdeckte Zahl wird aus Summen, Anteilen und anderen Tabellen errechnet oder eng eingegrenzt.",
        "Weitere Zahlen werden verdeckt, bis der mögliche Bereich breit genug bleibt.",
    ),
    "small": AttackWords(
        "Kleine Gruppen, die nirgends gedruckt sind",
        "Der Unterschied zweier gedruckter Zahlen beweist, dass eine dritte Gruppe sehr klein ist.",
        "Eine der beiden Zahlen wird verdeckt.",
    ),
    "insider": AttackWords(
        "Wissen über den eigenen Haushalt",
        "Wer die eigenen Angaben kennt, zieht sie ab und erfährt etwas über die übrigen Personen einer Gruppe.",
        "Verdeckt wird so, dass der Rest auch ohne den eigenen Haushalt nicht eng einzugrenzen ist.",
    ),
    "difference": AttackWords(
        "Vergleich zweier Freigaben",
        "Wer zwischen zwei Freigaben dazukam oder ging, wird durch Abziehen einer Gruppe zugeordnet.",
        "Frühere Freigaben aus dem Freigabebuch werden mitgerechnet; was sie zusammen verraten, wird verdeckt.",
    ),
    "curve": AttackWords(
        "Stufen einer Verlaufskurve",
        "Die Höhe einer Stufe verrät, wie viele Haushalte ausgeschieden sind.",
        "Kurven stehen nur in Monatsschritten und nur, solange genügend Haushalte beobachtet werden.",
    ),
}


def attack_words(kind: str) -> AttackWords:
    """The words for a kind of attack; one that has none yet is named as the attacker names it."""
    return ATTACKS.get(kind, AttackWords(kind, TO_FILL_IN, TO_FILL_IN))


def remaining_risks(facts: PrivacyFacts) -> Iterator[str]:
    """What no rule of this release takes away, one plain sentence each."""
    yield (
        "Wer einen Menschen persönlich kennt, kann ihn in einer Gruppe vermuten. Dieses Zusatzwissen kann kein Verfahren ausschließen; es "
        "bleibt aber offen, ob die Vermutung stimmt."
    )
    yield "Gerechnet wird mit dem Wissen eines Haushalts. Mehrere Haushalte, die ihr Wissen zusammenlegen, können mehr ausschließen."
    yield (
        "Berücksichtigt sind die Freigaben im Freigabebuch. Zahlen, die andere Stellen veröffentlichen oder die auf anderem Weg bekannt "
        "wurden, kennt die Prüfung nicht."
    )
    if facts.mark.level is Level.OEFFENTLICH:
        yield "Das Runden allein schützt wenig; der Schutz beruht auf dem Verdecken, das Runden kommt hinzu."
    if facts.mark.level is Level.INTERN:
        yield (
            "In der internen Fassung stehen auch kleine Zahlen genau. Sie schützt allein, dass nur der Fachdienst Zugang hat; sie darf "
            "nicht weitergegeben werden."
        )
    if facts.mark.provenance.simulated:
        yield "Die Daten dieses Laufs sind simuliert; hinter ihnen stehen keine Menschen. Bewertet wird das Verfahren."
    yield from facts.notes


def answers(facts: PrivacyFacts) -> Mapping[str, str]:
    """What the record of processing says, by the keys of `privacy_forms.Regime.items`."""
    marks = _listed(one.label for one in facts.attributes)
    sensitive = _listed(one.label for one in facts.attributes if one.sensitive)
    return {
        "controller": f"{facts.mark.provenance.authority}; Anschrift: {TO_FILL_IN}",
        "officer": TO_FILL_IN,
        "name": "Auswertung der Beratungen des Willkommenszentrums, Fallzahlprognose und Haushaltsunterlagen (wiwak-eval)",
        "purpose": (
            "Auswertung der Arbeit des Willkommenszentrums, Vorausschätzung des Beratungsbedarfs, Bemessung von Stellen und Kosten; "
            "Entscheidungen über einzelne Menschen werden nicht getroffen"
        ),
        "basis": legal_basis(facts),
        "persons": "Ratsuchende und ihre Haushalte; Beschäftigte, soweit Stellen genannt sind",
        "data": f"pseudonymisierte Angaben zu Beratungen; ausgewertete Merkmale: {marks}; darunter besonders schutzwürdig: {sensitive}",
        "recipients": f"Freigabestufe dieses Laufs: {LEVELS[facts.mark.level]}; einzelne Zeilen erhält niemand außerhalb des Fachdienstes",
        "abroad": "keine; das Programm sendet nichts",
        "deletion": f"aufzubewahren bis: {retain_until(facts)}; danach Löschung, siehe aufbewahrung.md",
        "access": f"Fachdienst; Personen oder Gruppen: {TO_FILL_IN}",
        "measures": (
            "Pseudonyme mit Schlüssel (bei Echtdaten geheim), Zustandsordner nur für die ausführende Person lesbar, Geheimhaltung "
            "vor jeder Freigabe (siehe regeln.md und freigabebericht.md), Löschbefehl; Maßnahmen der Behörde: " + TO_FILL_IN
        ),
    }


def legal_basis(facts: PrivacyFacts) -> str:
    """The legal basis as the delivery names it, or that it names none."""
    return facts.legal_basis or NO_LEGAL_BASIS


def retain_until(facts: PrivacyFacts) -> str:
    """The last day the delivery may be kept, or that it names none."""
    return NO_DATE if facts.retain_until is None else german.day(facts.retain_until)


def _listed(labels: Iterator[str]) -> str:
    return ", ".join(labels) or "keine"
