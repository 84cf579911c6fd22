"""The verdicts as a table, and beside it what each claim was taken to mean."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from wiwak_eval.claims.claim_set import ClaimSet
from wiwak_eval.claims.verdict import Readings, Verdict
from wiwak_eval.results import Column, Table, Unit, build_table

NOTEBOOK = "08_aussagenpruefung"
NO_NUMBERS = "ohne Kennzahl"
MORE_THAN_DATA = "die Aussage sagt mehr, als die Daten zeigen können"
"""Why a claim that holds literally is supported with a qualification only; begins within a sentence."""


@dataclass(frozen=True)
class Judged:
    """One claim with its verdict; decisive: ids of the findings it rests on; beside: of those that only help to judge."""

    letter: str
    quote: str
    readings: Readings
    verdict: Verdict
    decisive: tuple[str, ...]
    beside: tuple[str, ...]

    @property
    def evidence(self) -> str:
        """The findings as the table names them."""
        beside = f"daneben: {', '.join(self.beside)}" if self.beside else ""
        return "; ".join(part for part in (", ".join(self.decisive), beside) if part)


def verdicts_table(judged: Sequence[Judged], source: str) -> Table:
    """Table `claims`: one row a claim, both readings, the verdict, and the findings behind it. It holds words alone."""
    columns = (
        Column("claim", "Nr.", Unit.TEXT),
        Column("quote", "Aussage (Zitat)", Unit.TEXT),
        Column("literal", "wörtlich gelesen", Unit.TEXT),
        Column("lenient", "großzügig gelesen", Unit.TEXT),
        Column("verdict", "Urteil", Unit.TEXT),
        Column("evidence", "Belege (Kennzahlen)", Unit.TEXT),
    )
    rows = [
        (
            one.letter,
            f"„{one.quote}“",
            one.readings.literal.value,
            one.readings.lenient.value,
            one.verdict.value,
            one.evidence or NO_NUMBERS,
        )
        for one in judged
    ]
    notes = (f"Zitate: {source}.", *_lowered(judged), *_reasons(judged))
    return build_table("claims", "Die öffentlichen Aussagen und ihr Urteil", columns, rows, NOTEBOOK, notes)


def _lowered(judged: Sequence[Judged]) -> Iterator[str]:
    """Which claims hold literally and yet are supported with a qualification only, and why."""
    letters = [one.letter for one in judged if one.readings.literal is Verdict.SUPPORTED and one.verdict is Verdict.QUALIFIED]
    if letters:
        yield f"Zu {', '.join(letters)}: wörtlich gestützt, doch {MORE_THAN_DATA}; das Urteil lautet deshalb „{Verdict.QUALIFIED}“."


def _reasons(judged: Sequence[Judged]) -> Iterator[str]:
    """Why claims cannot be tested: each reason once, with the letters it holds for."""
    letters: dict[str, list[str]] = {}
    for one in judged:
        if one.readings.reason:
            letters.setdefault(one.readings.reason.removeprefix("nicht auswertbar: ").removesuffix("."), []).append(one.letter)
    return (f"Nicht prüfbar, zu {', '.join(where)}: {reason}." for reason, where in letters.items())


def definitions_table(known: ClaimSet) -> Table:
    """Table `claim_definitions`: what each claim was taken to mean, and the most that data can say of it."""
    columns = (
        Column("claim", "Nr.", Unit.TEXT),
        Column("definition", "Was geprüft wird", Unit.TEXT),
        Column("literal", "wörtlich: gestützt, wenn …", Unit.TEXT),
        Column("lenient", "großzügig: gestützt, wenn …", Unit.TEXT),
        Column("limits", "Was die Daten höchstens sagen", Unit.TEXT),
    )
    rows = [
        (letter, entry.definition, entry.words(entry.literal), entry.words(entry.lenient), entry.limits)
        for letter, entry in known.claims.items()
    ]
    notes = (
        "Lesarten und Schwellen stehen in data/claims.yaml und wurden festgelegt, bevor Daten des Zentrums vorlagen; was davon später "
        "geändert wurde, steht in der letzten Spalte.",
        _compared(known),
    )
    return build_table("claim_definitions", "Wie die Aussagen geprüft werden", columns, rows, NOTEBOOK, notes)


def _compared(known: ClaimSet) -> str:
    """That the number itself is held against its threshold, and for which claims a limit of its range is."""
    by_range = [letter for letter, entry in known.claims.items() if entry.by_range]
    said = "Mit der Schwelle verglichen wird die Kennzahl selbst, etwa ein Anteil, nicht die Grenze ihres 95-%-Bereichs"
    if not by_range:
        return f"{said}."
    letters = " und ".join(filter(None, (", ".join(by_range[:-1]), by_range[-1])))
    return f"{said}; nur bei {letters} entscheidet das Ende einer Spanne."


def thresholds_table(known: ClaimSet) -> Table:
    """Table `claim_thresholds`: every number that decides, and why it is that number."""
    columns = (
        Column("key", "Schlüssel", Unit.TEXT),
        Column("claim", "Nr.", Unit.TEXT),
        Column("threshold", "Schwelle", Unit.TEXT),
        Column("value", "Wert", Unit.TEXT),
        Column("reason", "Begründung", Unit.TEXT),
    )
    rows = [
        (f"{letter}.{name}", letter, threshold.label, threshold.words, threshold.reason)
        for letter, entry in known.claims.items()
        for name, threshold in entry.thresholds.items()
    ]
    notes = ("Ändert jemand eine Schwelle, so nennt „wiwak compare“ sie beim Vergleich zweier Läufe.",)
    return build_table("claim_thresholds", "Die Schwellen und ihre Begründung", columns, rows, NOTEBOOK, notes)
