"""The contract's code lists: canonical names with the German names the county writes."""

from wiwak_eval.records.contract import Code, CodeList

CHANNEL = CodeList(
    "channel",
    "Kanal",
    (
        Code("in_person", "persönlich"),
        Code("phone", "telefonisch"),
        Code("outreach", "aufsuchend"),
        Code("written", "schriftlich"),
        Code("video", "Video"),
    ),
)
TOPIC = CodeList(
    "topic",
    "Anliegen",
    (
        Code("residence", "Aufenthalt"),
        Code("family_reunion", "Familiennachzug"),
        Code("housing", "Wohnen"),
        Code("work", "Arbeit"),
        Code("recognition", "Anerkennung"),
        Code("language", "Sprache"),
        Code("school", "Schule und Kita"),
        Code("health", "Gesundheit"),
        Code("livelihood", "Existenzsicherung"),
        Code("applications", "Anträge und Formulare"),
        Code("debt", "Schulden"),
        Code("protection", "Gewaltschutz"),
        Code("family", "Familie"),
        Code("everyday", "Alltag"),
        Code("other", "Sonstiges"),
    ),
)
INTERPRETER = CodeList(
    "interpreter",
    "Dolmetscher",
    (
        Code("none", "nein"),
        Code("staff", "eigen"),
        Code("paid", "Honorar", ("ja",)),
        Code("volunteer", "ehrenamtlich"),
        Code("video", "Video"),
        Code("relative", "Angehörige"),
    ),
)
GENDER = CodeList("gender", "Geschlecht", (Code("w", "w", ("weiblich",)), Code("m", "m", ("männlich",)), Code("d", "d", ("divers",))))
STATUS = CodeList(
    "status",
    "Status",
    (
        Code("art_16a", "Asylberechtigung", ("Asylberechtigung (§ 25 Abs. 1)",)),
        Code("refugee", "Flüchtlingseigenschaft", ("Flüchtlingseigenschaft (§ 25 Abs. 2 Alt. 1)",)),
        Code("subsidiary", "Subsidiärer Schutz", ("Subsidiärer Schutz (§ 25 Abs. 2 Alt. 2)",)),
        Code("removal_ban", "Abschiebungsverbot", ("Abschiebungsverbot (§ 25 Abs. 3)",)),
        Code("admission", "Aufnahme", ("Aufnahme (§§ 22, 23)",)),
        Code("family_reunion", "Familiennachzug", ("Familiennachzug (§§ 28–36a)", "Familiennachzug (§§ 28-36a)")),
        Code("settled", "Niederlassung", ("Niederlassung (§ 26)",)),
        Code("pending", "Gestattung"),
        Code("tolerated", "Duldung"),
        Code("eu", "EU"),
        Code("other", "Sonstiger"),
    ),
)
LEFT_TO = CodeList("left_to", "Wegzug nach", (Code("county", "Kreis"), Code("thuringia", "Thüringen"), Code("elsewhere", "außerhalb")))
SITUATION = CodeList(
    "situation",
    "Problemlage",
    (
        Code("illness", "Krankheit"),
        Code("trauma", "Trauma"),
        Code("single_parent", "Alleinerziehend"),
        Code("unaccompanied", "Unbegleitet"),
        Code("disability", "Behinderung"),
        Code("debt", "Schulden"),
        Code("other", "Sonstige"),
    ),
)
STAGE = CodeList(
    "stage",
    "Station",
    (
        Code("residence_title", "Aufenthaltstitel"),
        Code("benefits", "Leistungsbezug"),
        Code("health_insurance", "Krankenkasse"),
        Code("housing", "Wohnung"),
        Code("language_course", "Sprachkurs"),
        Code("childcare_school", "Kita und Schule"),
        Code("recognition", "Anerkennung Abschluss"),
        Code("work_training", "Arbeit und Ausbildung"),
    ),
)
STAGE_RESULT = CodeList(
    "result",
    "Ergebnis",
    (
        Code("done", "abgeschlossen"),
        Code("ongoing", "laufend"),
        Code("dropped", "abgebrochen"),
        Code("not_applicable", "entfällt"),
    ),
)
