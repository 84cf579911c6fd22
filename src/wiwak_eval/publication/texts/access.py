"""Sentences on whom the centre reaches."""

from collections.abc import Mapping

from wiwak_eval.publication.phrases import Choice, Option, Said, When

TEXTS: Mapping[str, tuple[Said, ...]] = {
    "access": (
        "Im Landkreis gab es zuletzt {recognised_residents:anzahl|keinen anerkannten Flüchtling|einen anerkannten Flüchtling|# anerkannte "
        "Flüchtlinge}; das Zentrum hat im Zeitraum {recognised_reached:anzahl|keine Person|eine Person|# Personen} mit einem solchen Titel "
        "beraten.",
        "Das entspricht {reached_share:prozent} des letzten Stands und {reached_share_mean:prozent} des Mittels der Monate; beides ist "
        "eher zu hoch, weil auch Fortgezogene mitzählen. Nicht erreicht heißt nicht unversorgt: Wer nicht kam, brauchte vielleicht keine "
        "Beratung oder fand sie anderswo.",
    ),
    "eligibility": (
        "Von den Beratenen mit erfasstem Titel sind {recognised_persons_share:prozent} anerkannte Flüchtlinge; auf sie entfallen "
        "{recognised_contacts_share:prozent} der Beratungen.",
        Choice(
            (
                Option(
                    "Ohne Anerkennung und ohne Bezug dazu {other_titles_persons:anzahl|wurde keine Person|wurde eine Person|wurden # "
                    "Personen} beraten.",
                    (When("other_titles_persons", "above", 0),),
                ),
                Option("Alle oder fast alle Beratenen mit erfasstem Titel waren anerkannt oder hatten einen Bezug dazu."),
            )
        ),
    ),
}
