"""Sentences that several papers say."""

from wiwak_eval.publication.phrases import Choice, Listing, Option, When

SHARED_TASKS = (
    "Dem Zentrum {tasks_centre:anzahl|ist keine Aufgabe|ist eine Aufgabe|sind # Aufgaben} zugeschrieben. Davon "
    "{tasks_shared:anzahl|findet sich keine|findet sich eine|finden sich #} auch bei anderen Stellen; "
    "{tasks_alone:anzahl|keine|eine|#} hat nach diesen Angaben nur das Zentrum."
)
NOBODY_ELSE = Choice(
    (
        Option(
            "Für {tasks_alone:anzahl|keine|eine|#} von {tasks_centre:anzahl|keiner Aufgabe|einer Aufgabe|# Aufgaben} des Zentrums ist nach "
            "diesen Angaben keine andere Stelle bekannt.",
            (When("tasks_alone", "above", 0),),
        ),
        Option("Für jede Aufgabe des Zentrums ist nach diesen Angaben auch eine andere Stelle bekannt."),
    )
)
NEXT_POST_NEAR = (When("post_up_change_Y1", "at_most", 0.05),)
"""Where five percent more contacts than planned would need another step of posts: our own measure of near."""


def bearers(before: str) -> Listing:
    """Who bears how much of the first year, those with nothing left out; what is open is no bearer."""
    funders = {
        "land": "vom Land",
        "federal": "vom Bund",
        "esf": "aus dem ESF",
        "county_cash": "bar vom Landkreis",
        "county_in_kind": "an Sachleistungen des Landkreises",
        "third": "von Dritten",
    }
    items = (Option(f"{{{key}_Y1:euro_rund}} {words}", (When(f"{key}_Y1", "above", 0),)) for key, words in funders.items())
    return Listing(before, tuple(items), ".")
