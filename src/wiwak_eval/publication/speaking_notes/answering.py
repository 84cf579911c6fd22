"""From questions and findings to answers: the same answer for each side, and nothing said that no finding carries."""

from collections.abc import Mapping
from dataclasses import dataclass

from wiwak_eval.claims.tables import MORE_THAN_DATA
from wiwak_eval.claims.verdict import Verdict as Judgement
from wiwak_eval.publication.content import ANSWERED, PARTLY, UNANSWERED, Answer
from wiwak_eval.publication.display import without_label
from wiwak_eval.publication.phrases import Choice, Listing, Said, dated, for_years, ids_in, ids_of, spoken, template_of
from wiwak_eval.publication.speaking_notes.question import FromTable, IfSimulated, Part, Question, Refusal, Verdict
from wiwak_eval.results import Finding, NotAssessable, ReleasedTable

Released = ReleasedTable | NotAssessable
LACKING = "In dieser Lieferung nicht beantwortbar"


@dataclass(frozen=True)
class Known:
    """What answers are made from: findings by id, released tables by id, the two budget years, and whether the records are simulated."""

    findings: Mapping[str, Finding]
    released: Mapping[str, Released]
    years: tuple[int, int]
    simulated: bool


def answered(question: Question, known: Known) -> Answer:
    """The answer from what is known. Raises KeyError for an id that no finding has."""
    said = [(words, ids) for words, ids in (_said(part, known) for part in question.answer) if words]
    used = tuple(dict.fromkeys(id for _, ids in said for id in ids))
    refusal = question.refusal
    whole = refusal is not None and refusal.whole
    missing = "" if whole or any(id in known.findings for id in used) else _reasons(question, known)
    standing = UNANSWERED if whole or missing else PARTLY if refusal is not None else ANSWERED
    return Answer(
        question.id,
        tuple(question.sides),
        for_years(question.words, known.years),
        " ".join(dict.fromkeys(sentence for sentence, _ in said)),
        " ".join([*([f"{LACKING}: {missing}"] if missing else []), *([] if refusal is None else [_refused(refusal)])]),
        standing,
        (*used, *question.tables),
    )


def deciding(question: Question) -> tuple[str, ...]:
    """Ids of all findings that an answer may name or rest on, years not yet filled in."""
    return tuple(dict.fromkeys(id for part in question.answer for id in _ids(part)))


def _ids(part: Part) -> tuple[str, ...]:
    return ids_in(part) if isinstance(part, Choice | Listing | str) else ()


def _said(part: Part, known: Known) -> tuple[str, tuple[str, ...]]:
    """The words of one part and the ids they rest on; no words where nothing can be said."""
    match part:
        case Verdict(claim):
            return _verdict(claim, known.released.get("claims"))
        case IfSimulated(simulated, real):
            return simulated if known.simulated else real, ()
        case FromTable(table, there):
            return _from_table(known.released.get(table), table, there)
        case _:
            return _spoken(part, known)


def _spoken(part: Said, known: Known) -> tuple[str, tuple[str, ...]]:
    """The sentence that is true, and the numbers that it names or that decided for it."""
    there = dated(part, known.years)
    deciding = () if isinstance(there, str) else there.deciding
    named = ids_of(template_of(there, known.findings))
    return spoken([there], known.findings), tuple(dict.fromkeys((*named, *deciding)))


def _verdict(claim: str, claims: Released | None) -> tuple[str, tuple[str, ...]]:
    if not isinstance(claims, ReleasedTable):
        return "", ()
    quote, literal, lenient, verdict = (claims.cell(claim, name) for name in ("quote", "literal", "lenient", "verdict"))
    alike = literal == lenient == verdict
    readings = f"„{verdict}“" if alike else f"wörtlich „{literal}“, großzügig „{lenient}“, zusammen „{verdict}“"
    lowered = (literal, verdict) == (Judgement.SUPPORTED, Judgement.QUALIFIED)
    why = f", denn {MORE_THAN_DATA}" if lowered else ""
    return f"Zur Aussage {quote} urteilt die Prüfung: {readings}{why}.", (f"claims/{claim}",)


def _from_table(table: Released | None, id: str, there: str) -> tuple[str, tuple[str, ...]]:
    if isinstance(table, ReleasedTable):
        return there, (id,)
    return ("" if table is None else f"{without_label(table.reason).removesuffix('.')}."), ()


def _reasons(question: Question, known: Known) -> str:
    """Why the tables that the answer rests on are not there, each reason once; empty where it rests on none."""
    ids = (for_years(id, known.years) for id in deciding(question))
    tables = dict.fromkeys(known.findings[id].table for id in ids)
    refused = (known.released.get(table) for table in tables)
    reasons = (without_label(table.reason) for table in refused if isinstance(table, NotAssessable))
    told = dict.fromkeys(f"{reason.removesuffix('.')}." for reason in reasons)
    return " ".join(told or (["Die Zahlen dazu fehlen."] if tables else []))


def _refused(refusal: Refusal) -> str:
    label = "Nicht beantwortbar" if refusal.whole else "Offen bleibt"
    return f"{label}: {refusal.reason} Nötig wäre: {refusal.needed}"
