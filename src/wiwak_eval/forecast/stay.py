"""How long people stay in counselling: the survival curve of the flow model on a monthly grid, as a table."""

import numpy as np

from wiwak_eval.evaluation.counts import attended_contacts
from wiwak_eval.evaluation.day_limits import GAP_DAYS
from wiwak_eval.forecast.flow.curve import counted
from wiwak_eval.forecast.flow.episodes import DAYS_PER_MONTH, complete_window, find_episodes
from wiwak_eval.forecast.flow.persistence import FEWEST_AT_RISK, estimate_persistence, follow_up
from wiwak_eval.records import Records
from wiwak_eval.results import Cell, Column, GroupCurve, NotAssessable, Protection, Table, Unit, build_table

NOTEBOOK = "05_fallzahlprognose"


def stay_table(records: Records) -> Table | NotAssessable:
    """Share of counselling courses whose last contact lies at least so many months after their first; 95 % interval pointwise.

    Only months in which enough courses are still watched. Refused without single contacts and clients.
    """
    consultations, clients = records.table("consultations"), records.table("clients")
    if isinstance(consultations, NotAssessable):
        return consultations
    if isinstance(clients, NotAssessable):
        return clients
    contacts, origin = attended_contacts(consultations), records.provenance
    window = complete_window(origin.period_from, origin.period_to)
    if window is None or window.last_observable_end < DAYS_PER_MONTH or not contacts["client_id"].notna().any():
        return NotAssessable("nicht auswertbar: Der Zeitraum ist zu kurz, um Beratungsverläufe bis zu ihrem Ende zu verfolgen.")
    episodes = find_episodes(contacts, clients.set_index("client_id")["first_contact"], window)
    followed = follow_up(episodes)
    if len(followed.exit) < FEWEST_AT_RISK:
        return NotAssessable("nicht auswertbar: Zu wenige Beratungsverläufe lassen sich verfolgen.")
    persistence = estimate_persistence(episodes, np.ones((1, episodes.persons)), 0.0, np.random.default_rng(0))
    risks = counted(followed, np.ones((1, len(followed.exit))))[0][0].astype(int)
    months = range(int(persistence.curve.reach / DAYS_PER_MONTH) + 1)
    days = [min(round(month * DAYS_PER_MONTH), len(risks) - 1) for month in months]
    at_risk = tuple(int(risks[day]) for day in days)
    rows: list[tuple[Cell, ...]] = [("0", 1.0, 1.0, 1.0)]
    for month in months[1:]:
        rows.append((str(month), round(persistence.at(month), 6), *(round(end, 6) for end in persistence.interval(month))))
    columns = (
        Column("months", "Monate nach dem Erstkontakt", Unit.TEXT),
        Column("share", "noch in Beratung", Unit.SHARE, 0),
        Column("low", "95-%-Bereich von", Unit.SHARE, 0),
        Column("high", "bis", Unit.SHARE, 0),
    )
    curves = (
        GroupCurve("share", (), at_risk),
        GroupCurve("low", (), at_risk, bound=True),
        GroupCurve("high", (), at_risk, bound=True),
    )
    notes = (
        f"Kaplan-Meier-Schätzung. Ein Beratungsverlauf gilt als beendet, wenn auf einen Kontakt {GAP_DAYS} Tage lang keiner folgt; "
        "wer später wiederkommt, beginnt einen neuen.",
        f"Gezeigt wird nur, solange mindestens {FEWEST_AT_RISK} Verläufe beobachtet werden.",
    )
    title = "Wie lange bleiben Menschen in Beratung?"
    return build_table("stay", title, columns, rows, NOTEBOOK, notes, (), Protection((), (), (), curves=curves))
