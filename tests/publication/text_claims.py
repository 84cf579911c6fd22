"""What words in the papers' texts claim, and what must hold of the findings where they are said."""

import re
from collections.abc import Callable, Mapping
from contextlib import suppress

from phrase_samples import plain

from wiwak_eval.results import Finding


class Unknown(AssertionError):
    """Words rest on a number that is not known."""


Value = Callable[[str], float]
Truth = Callable[[Value], bool]


def above(one: str, other: str | float) -> Truth:
    return lambda value: value(one) > (value(other) if isinstance(other, str) else other)


def below(one: str, other: str | float) -> Truth:
    return lambda value: value(one) < (value(other) if isinstance(other, str) else other)


def same(one: str, other: str | float) -> Truth:
    return lambda value: value(one) == (value(other) if isinstance(other, str) else other)


def near(one: str, other: str, apart: float) -> Truth:
    return lambda value: abs(value(one) - value(other)) <= apart * max(abs(value(one)), abs(value(other)))


def both(one: Truth, other: Truth) -> Truth:
    return lambda value: one(value) and other(value)


def either(one: Truth, other: Truth) -> Truth:
    """One is enough, though the other be unknown."""

    def holds(value: Value) -> bool:
        known = []
        for truth in (one, other):
            with suppress(Unknown):
                known.append(truth(value))
        return any(known)

    return holds


def neither(one: Truth, other: Truth) -> Truth:
    return lambda value: not one(value) and not other(value)


def no(one: Truth) -> Truth:
    return lambda value: not one(value)


BUSY = tuple(above(f"utilisation_{year}", f"utilisation_warning_{year}") for year in (2018, 2019))
OPEN = (above("open_2018", 0), above("open_2019", 0))
CHEAPER = tuple(below(f"joint_cost_{year}", f"apart_cost_{year}") for year in (2018, 2019))
RATIO, DAY, POST = "ratio_contacts", "ratio_per_day", "ratio_per_post"
CLAIMS: tuple[tuple[str, str, Truth], ...] = (
    ("trend", "Im Trend ist sie gestiegen", above(f"{RATIO}.low", 1)),
    ("trend", "Im Trend ist sie gesunken", below(f"{RATIO}.high", 1)),
    ("rise", "Ein Anstieg ist bei einer neuen Stelle schon deshalb", above("rise_last", "rise_first")),
    ("rise", "Gestiegen ist die Zahl der Beratungen hier trotzdem nicht", no(lambda value: value("rise_last") > value("rise_first") + 0.1)),
    ("stock", "obwohl der Zugang nachlässt", both(below("latest_new", "before_new"), above("latest_contacts", "before_contacts"))),
    ("brief_stock", "mehr Menschen neu als", above("latest_new", "before_new")),
    ("brief_stock", "weniger Menschen neu als", below("latest_new", "before_new")),
    ("brief_stock", "Beratungen stieg", above("latest_contacts", "before_contacts")),
    ("brief_stock", "Beratungen sank", below("latest_contacts", "before_contacts")),
    ("brief_stock", "Beratungen blieb gleich", near("latest_contacts", "before_contacts", 0.5)),
    ("brief_financing", "Offen ist nach Plan nichts", neither(*OPEN)),
    ("brief_financing", r"Euro für 2018 und .*Euro für 2019", both(*OPEN)),
    ("brief_financing", r"zugesagt sind [^.]* für 2018\.$", both(OPEN[0], no(OPEN[1]))),
    ("brief_financing", "Euro vom Land[, .]", above("land_2018", 0)),
    ("brief_financing", "Euro bar vom Landkreis", above("county_cash_2018", 0)),
    ("brief_risk", "mehr als geplant", above("cost_p80_both", "cost_both")),
    ("brief_risk", "weniger als geplant", below("cost_p80_both", "cost_both")),
    ("brief_risk", "so viel wie geplant", near("cost_p80_both", "cost_both", 0.011)),
    ("brief_risk", "Am stärksten hängt", both(above("inflow_share_2018", 0.5), above("inflow_share_2019", 0.5))),
    ("brief_decision", "wer die offenen Beträge trägt", either(*OPEN)),
    ("brief_decision", "ob die Finanzierung so gilt", neither(*OPEN)),
    ("brief_risk", "Hälfte der Fälle reicht der Plan nicht", below("cost_both", "cost_p50_both")),
    ("brief_risk", "Schon ab", below("post_up_change_2018", 0.0506)),
    ("brief_budget", "mehr als für 2018", above("posts_existing", "posts_2018")),
    ("brief_budget", "weniger als für 2018", below("posts_existing", "posts_2018")),
    ("posts", "mehr als für 2019", above("posts_existing", "posts_2019")),
    ("posts", "weniger als für 2018", below("posts_existing", "posts_2018")),
    ("posts", "In beiden Jahren läge", both(*BUSY)),
    ("posts", "2018 läge das über", BUSY[0]),
    ("posts", "2019 läge das über", BUSY[1]),
    ("posts", "in keinem der beiden Jahre über", either(no(BUSY[0]), no(BUSY[1]))),
    ("posts", "alle Verträge", near("posts_to_renew", "posts_after", 0)),
    ("posts", "zu verlängern", above("posts_to_renew", 0)),
    ("risk", "für 2018 liegt unter", below("cost_2018", "cost_p50_2018")),
    ("risk", "für 2019 liegt über", above("cost_2019", "cost_p50_2019")),
    ("switching", "dicht unter", below("post_up_change_2018", 0.0506)),
    ("financing", "Offen ist nach Plan für keines der beiden Jahre", neither(*OPEN)),
    ("financing", "Vom Land und bar vom Landkreis ist für keines", neither(above("land_2018", 0), above("county_cash_2019", 0))),
    ("financing", "für 2019 ist nichts offen", both(OPEN[0], no(OPEN[1]))),
    ("financing", "für 2018 ist nichts offen", both(OPEN[1], no(OPEN[0]))),
    ("late_decision", "so kommen 2018 nur", below("land_decided_late_2018", "land_from_january_2018")),
    ("risk_funders", "was darüber hinausgeht", above("county_risk_p80_both", "county_risk_both")),
    ("controlling", "mehr als bei", above("controlling_actual", "controlling_to_date")),
    ("controlling", "weniger als bei", below("controlling_actual", "controlling_to_date")),
    ("controlling", "genau so viel wie bei", near("controlling_actual", "controlling_to_date", 0)),
    ("controlling", "mehr als der Ansatz", above("controlling_year_end", "controlling_planned")),
    ("controlling", "weniger als der Ansatz", below("controlling_year_end", "controlling_planned")),
    ("drawdown", "höchstens noch", above("drawdown_to_call", 0)),
    ("drawdown", "nichts mehr", no(above("drawdown_to_call", 0))),
    ("proof", "schulden davon noch", above("proof_open", 0)),
    ("proof", "schulden davon nichts", no(above("proof_open", 0))),
    ("proof", "mehr, als bisher zusteht", above("proof_repayment", 0)),
    ("proof", "Mehr als zusteht ist nicht", no(above("proof_repayment", 0))),
    ("spent_parts", "Dazu kommen Sachleistungen", above("spent_in_kind", 0)),
    ("spent_parts", "nicht gebucht", no(above("spent_in_kind", 0))),
    ("backtest", "besser als", above("backtest_skill", 0)),
    ("backtest", "schlechter als", below("backtest_skill", 0)),
    ("backtest", "Maßgeblich ist sie trotzdem", both(below("backtest_skill", 0), below("choice_combined", "choice_naive"))),
    ("eligibility", "Ohne Anerkennung und ohne Bezug", above("other_titles_persons", 0)),
    ("eligibility", "Alle oder fast alle", no(above("other_titles_persons", 0))),
    ("plain_pilot", "mehr neue Menschen", above("latest_new", "before_new")),
    ("plain_pilot", "weniger neue Menschen", below("latest_new", "before_new")),
    ("plain_costs", "Für 2018 fehlen noch", OPEN[0]),
    ("plain_costs", "Für 2018 ist alles Geld im Plan", no(OPEN[0])),
    ("plain_costs", "Für 2019 fehlen noch", OPEN[1]),
    ("break_even", "€ beim Landkreis", above("saves_county_2018", 0)),
    ("land", "Gebiete geliefert", above("transfer_delivered", 1)),
    ("land", "eines einzigen Standorts", no(above("transfer_delivered", 1))),
    (
        "land",
        "Im Mittel aller Verläufe",
        both(above("land_cost_mean_2018", "land_cost_2018"), above("land_cost_mean_2019", "land_cost_2019")),
    ),
    ("land_persons", "mehr Menschen", above("land_persons_2019", "land_persons_2018")),
    ("land_persons", "weniger Beratungen", below("land_contacts_2019", "land_contacts_2018")),
    (
        "land_fixed",
        "kann darunter beginnen",
        either(below("land_posts_2018.low", "land_least_2018"), below("land_posts_2019.low", "land_least_2019")),
    ),
    ("land_fixed", "In allen", same("transfer_by_cases", "transfer_all_counties")),
    ("land_financing", "nur für den Pilotkreis", either(above("land_decided_2018", 0), above("land_decided_2019", 0))),
    ("land_financing", "noch für keinen Landkreis", neither(above("land_decided_2018", 0), above("land_decided_2019", 0))),
    ("land_financing", "Würde das Land davon", above("land_share_2018", 0)),
    ("land_preconditions", "trennt die Prüfung nichts", same("transfer_prepared", "transfer_counties")),
    ("land_preconditions", "nach Fläche der größte", same("rank_area", 1)),
    ("land_preconditions", "auch der Pilotkreis selbst nicht", same("transfer_home_strict", 0)),
    ("land_ranks", "Nirgends sind die Wege länger", same("rank_area", 1)),
    ("land_joint", "Billiger wäre es nicht", either(no(CHEAPER[0]), no(CHEAPER[1]))),
    ("Beschlussvorlage, ablehnung", "keine andere Stelle bekannt", above("tasks_alone", 0)),
    ("Beschlussvorlage, ablehnung", "auch eine andere Stelle bekannt", no(above("tasks_alone", 0))),
    ("Sprechzettel, risen_or_counted", "Im Trend steigt", above(f"{RATIO}.low", 1)),
    ("Sprechzettel, risen_or_counted", "Im Trend sinkt", below(f"{RATIO}.high", 1)),
    ("Sprechzettel, risen_or_counted", "Je Öffnungstag gerechnet steigt", above(f"{DAY}.low", 1)),
    ("Sprechzettel, risen_or_counted", "Je Öffnungstag gerechnet sinkt", below(f"{DAY}.high", 1)),
    ("Sprechzettel, risen_or_counted", "Menschen, die wiederkamen", above("rise_returning", "rise_new")),
    ("Sprechzettel, expensive", "Je Vollzeitstelle steigt", above(f"{POST}.low", 1)),
    ("Sprechzettel, expensive", "Je Vollzeitstelle sinkt", below(f"{POST}.high", 1)),
    ("Sprechzettel, cooperation", "mehr, als der Zufall", above("network_cross_share", "network_chance_high")),
    ("Sprechzettel, cooperation", "weniger, als der Zufall", below("network_cross_share", "network_chance_low")),
    ("Sprechzettel, cooperation", "wären alle", no(below("network_pairs_tied", "network_pairs_possible"))),
    ("Sprechzettel, who_pays", "offen ist nichts", no(OPEN[0])),
    ("Sprechzettel, who_pays", "Offen sind", OPEN[0]),
    ("Sprechzettel, forecast", "war die eigene Prognose im Rückvergleich besser", above("backtest_skill", 0)),
    ("Sprechzettel, double_funding", "einen Hinweis. Ein Hinweis", above("funding_checks_flagged", 0)),
)
"""Text, words in it, and what must hold where they are said; `id.low` and `id.high` are the ends of a range."""


def value_in(findings: Mapping[str, Finding]) -> Value:
    def value(name: str) -> float:
        id, _, part = name.partition(".")
        number = getattr(findings[id], part or "value")
        if number is None:
            raise Unknown(name)
        return float(number)

    return value


def check(name: str, words: str, findings: Mapping[str, Finding]) -> None:
    value = value_in(findings)
    for text, said, holds in CLAIMS:
        if text == name and re.search(said, plain(words)):
            assert holds(value), f"{words} does not hold for {findings}"
