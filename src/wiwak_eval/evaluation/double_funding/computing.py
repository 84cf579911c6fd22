"""The checks for one cost paid twice, computed."""

from collections.abc import Sequence

from wiwak_eval.evaluation.double_funding import on_bookings, on_sums
from wiwak_eval.evaluation.double_funding.check import Check
from wiwak_eval.evaluation.double_funding.checks import DoubleFunding
from wiwak_eval.evaluation.double_funding.standing import standing_expenditure
from wiwak_eval.records import Records
from wiwak_eval.results import Column, NotAssessable, Table, Unit, build_table

NOTEBOOK = "08_aussagenpruefung"
NOTES = (
    "Ein Hinweis ist kein Beweis: Er nennt, wo jemand Bescheide und Belege nebeneinanderlegen muss.",
    "Geprüft sind allein die gelieferten Bücher des Landkreises. Ob Jobcenter, Beratungsdienste oder der Träger dieselbe Arbeit noch "
    "einmal abrechnen, zeigen nur deren Bücher.",
    "Beträge stehen hier nicht, weil sie bei wenigen Stellen verrieten, was jemand verdient.",
)


def compute(records: Records) -> DoubleFunding:
    """See `evaluation.double_funding.checks.double_funding`."""
    bookings = records.table("bookings")
    if isinstance(bookings, NotAssessable):
        return DoubleFunding(bookings, bookings)
    spent = standing_expenditure(bookings)
    if spent.empty:
        refused = NotAssessable("nicht auswertbar: Die Buchungen enthalten keine Ausgaben.")
        return DoubleFunding(refused, refused)
    checks = (
        on_bookings.same_document(spent),
        on_bookings.same_amount(spent),
        on_bookings.shared_cost(spent),
        on_bookings.shared_post(spent, records.table("posts")),
        on_bookings.eligible_elsewhere(spent),
        on_bookings.rooms_twice(spent),
        on_sums.income_over(bookings),
        on_sums.more_than_cost(bookings),
        on_sums.grant_shares(records.table("grants"), records.provenance),
    )
    return DoubleFunding(_table(checks), _figures(checks))


def _table(checks: Sequence[Check]) -> Table:
    columns = (
        Column("key", "Schlüssel", Unit.TEXT),
        Column("check", "Prüfung", Unit.TEXT),
        Column("examined", "betrachtet", Unit.TEXT),
        Column("hits", "Treffer", Unit.COUNT),
        Column("result", "Ergebnis", Unit.TEXT),
    )
    rows = [(check.key, check.label, check.examined, check.hits, check.result) for check in checks]
    return build_table("double_funding", "Prüfung auf Doppelfinanzierung", columns, rows, NOTEBOOK, NOTES)


def _figures(checks: Sequence[Check]) -> Table:
    columns = (
        Column("key", "Schlüssel", Unit.TEXT),
        Column("checks", "Prüfungen", Unit.COUNT),
        Column("done", "davon möglich", Unit.COUNT),
        Column("flagged", "davon mit Hinweis", Unit.COUNT),
    )
    done = [check for check in checks if check.hits is not None]
    row = ("checks", len(checks), len(done), sum(bool(check.hits) for check in done))
    return build_table("double_funding_figures", "Prüfung auf Doppelfinanzierung: wie oft es Hinweise gibt", columns, [row], NOTEBOOK)
