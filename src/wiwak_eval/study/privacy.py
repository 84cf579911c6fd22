"""What the data protection officer is told of a run."""

from collections.abc import Iterator

from wiwak_eval.budget.steps_puzzle import AT_MEAN, puzzle
from wiwak_eval.disclosure.model import AttackReport
from wiwak_eval.disclosure.printing import Pattern
from wiwak_eval.disclosure.release import Door
from wiwak_eval.disclosure.rule_rows import rule_rows
from wiwak_eval.disclosure.staff import single_posts_shown
from wiwak_eval.disclosure.step_attack import step_attack
from wiwak_eval.german import number
from wiwak_eval.publication.privacy_facts import AttackCounts, Attribute, FormerRelease, PrivacyFacts, StaffTable, TableCounts
from wiwak_eval.publication.privacy_kit import INTERNAL_REPORT, internal_release_report
from wiwak_eval.results import HIDDEN, Level, NotAssessable, Table, is_county_total
from wiwak_eval.study.home import home
from wiwak_eval.study.keeping import write_whole
from wiwak_eval.study.study import Study

SINGLE_POST = (
    "Ausgaben nach Kostenart stehen genau. Trägt ein Zuschuss oder eine Erstattung nur eine Stelle, so zeigt der Betrag, was diese "
    "Stelle kostete."
)
RANGES_TELL = (
    "Bereiche, Schwellen und Wirkungen einzelner Annahmen sind mit den Stufen der Beschäftigten gerechnet und gerundet. Rechnen sie mit "
    "weniger Stellen als geplant, hängen sie etwas davon ab, wer welche Stelle hat; der Versuch zählt sie nicht mit."
)
BOOKED_TELLS = (
    "Der Plan rechnet vorhandene Stellen mit dem Durchschnitt aller Stufen: Aus geplanten Summen lässt sich keine Stufe errechnen. Was im "
    "Pilotjahr gebucht ist, hängt aber davon ab, was die Beschäftigten verdienen. Auszahlungen für Personal und für den Träger und ihre "
    "Hochrechnung stehen auf den Cent genau; bei wenigen Stellen lassen sich die Stufen daraus errechnen."
)


def privacy_facts(study: Study) -> PrivacyFacts:
    """Counts and words of a study: what was hidden, what the attacker tried, what stays a risk."""
    facts, defence = study.facts, study.defence
    former = sorted(zip(study.former.numbers, study.former.releases, strict=True), key=lambda one: one[0])
    dimensions = study.door.spoken.dimensions.values()
    return PrivacyFacts(
        mark=study.mark,
        processed_on=study.as_of,
        legal_basis=facts.legal_basis,
        retain_until=facts.retain_until,
        attributes=tuple(Attribute(one.label, one.sensitive) for one in dimensions if not one.time),
        rules=rule_rows(study.settings),
        tables=tuple(_counts(table, study.door, Pattern(defence.primary)) for table in study.door.spoken.tables),
        attacks=tuple(_attacks(defence.before, defence.after)),
        former=tuple(FormerRelease(line, one.level, one.period_from, one.period_to) for line, one in former),
        staff=tuple(_staff(study)),
        notes=tuple(_notes(study)),
    )


def _counts(table: Table, door: Door, primary: Pattern) -> TableCounts:
    """How the numbers of a table were treated."""
    spoken = [one for one in door.spoken.numbers if one.table == table.id]
    hidden = [one.place for one in spoken if one.place in door.pattern.hidden]
    own = sum(place in primary.hidden for place in hidden)
    rounds = door.how.rounded and door.how.level is Level.OEFFENTLICH
    exact = sum(is_county_total(one.cell.key, door.spoken.dimensions) for one in spoken)
    dots = sum(cell == HIDDEN for row in door.release(table).rows for cell in row)
    return TableCounts(table.title, own, len(hidden) - own, len(spoken) - len(hidden) - exact if rounds else 0, max(0, dots - len(hidden)))


def _attacks(before: AttackReport, after: AttackReport) -> Iterator[AttackCounts]:
    first = {one.kind: one for one in before.tried}
    for one in after.tried:
        earlier = first.get(one.kind)
        counts = (earlier.tried, earlier.succeeded) if earlier else (0, 0)
        yield AttackCounts(one.kind, *counts, one.tried, one.succeeded)


def _staff(study: Study) -> Iterator[StaffTable]:
    """The tables about single posts and the widest circle that sees them."""
    widest = Level.GREMIUM if single_posts_shown(Level.GREMIUM, study.settings) else Level.INTERN
    for table in study.tables.values():
        if isinstance(table, Table) and table.staff:
            yield StaffTable(table.title, widest)


def _notes(study: Study) -> Iterator[str]:
    """What exact euros tell of those who hold the posts."""
    if single_posts_shown(study.level, study.settings):
        return
    choices = puzzle(study.records, study.forecast.caseload, study.assumptions.fresh(), study.other_scenarios)
    if choices == AT_MEAN:
        yield BOOKED_TELLS
    if isinstance(choices, NotAssessable):
        yield SINGLE_POST
        return
    found = step_attack([post.costs for post in choices.posts], choices.totals)
    if found is None:
        yield "Zu den Personalkosten passen so viele Kombinationen von Stufen, dass sie nicht durchgerechnet wurden."
    elif found.told:
        yield (
            "Personalkosten stehen auf den Cent genau, und Entgelttabellen sind öffentlich. Kombinationen der Stufen, die zu den "
            f"gedruckten Summen passen: {number(found.fitting)} von {number(found.tried)}; Stellen, deren Stufe sich so errechnen lässt: "
            f"{number(len(found.told))} von {number(len(choices.posts))}. Wer das nicht will, plant mit dem Durchschnitt aller Stufen "
            "statt mit den Stufen der Beschäftigten: Annahme „pay_planning“ auf „mean“ setzen. Was gebucht ist, ändert das nicht."
        )
    else:
        yield f"Zu den Personalkosten passen {number(found.fitting)} Kombinationen von Stufen; keine Stufe lässt sich daraus errechnen."
    yield RANGES_TELL
    yield SINGLE_POST


def hidden_words(study: Study) -> str:
    """German words on what a run withholds and what was tried against it. Raises GermanError where the gate stays shut."""
    spoken, hidden = study.door.spoken.numbers, study.door.pattern.hidden
    tried = sum(one.tried for one in study.defence.after.tried)
    count = sum(one.place in hidden for one in spoken)
    return f"{number(count)} von {number(len(spoken))} Zahlen über Gruppen sind verdeckt; von {number(tried)} Angriffen gelang keiner."


def write_internal_report(study: Study, facts: PrivacyFacts) -> None:
    """Write the report that must not travel with the papers below the state folder, beside the results of its delivery."""
    folder = home() / "freigabeberichte"
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    own = folder / study.run_id
    study.note(own)
    own.mkdir(mode=0o700, exist_ok=True)
    write_whole(own / INTERNAL_REPORT, internal_release_report(facts).encode())
