"""The sentences of the council paper; their numbers are findings, and what only a human can say is marked."""

from collections.abc import Mapping

from wiwak_eval.publication.phrases import Said
from wiwak_eval.publication.texts.shared import NOBODY_ELSE

ASKED = "[auszufüllen: "
FILL = ASKED + "{}]"
ORDER = (
    "betreff", "vorlage_nummer", "federfuehrung", "beratungsfolge", "beschlussvorschlag", "sachverhalt", "aufgabenart",
    "finanzielle_auswirkungen", "deckung", "stellenplan", "alternativen", "folgekosten", "ablehnung", "haushaltsvorbehalt", "unterschrift",
)  # fmt: skip
"""Sections in the order of the paper."""

SPOKEN: Mapping[str, tuple[str, ...]] = {
    "sachverhalt": ("brief_pilot", "brief_stock", "caseload", "persons", "posts"),
    "finanzielle_auswirkungen": ("costs", "financing"),
    "stellenplan": ("posts",),
}
"""Sections that say the same as report and notebooks, by the names of their texts."""

OPEN = "offen"
"""Sentences that the section on coverage ends with where something is open."""

NO_NOTICE = {1: "ohne Bescheid für ein Jahr", 2: "ohne Bescheid für beide Jahre"}
"""Sentences of the section on coverage by the number of years whose money of the Land stands under known terms but without a notice."""

OWN: Mapping[str, tuple[Said, ...]] = {
    "beschlussvorschlag": (
        "Die Auswertung des Pilotjahres und die Planung für Y1 und Y2 werden zur Kenntnis genommen.",
        "Für das Willkommenscenter werden Gesamtkosten von {cost_Y1:euro} im Jahr Y1 und von {cost_Y2:euro} im Jahr Y2 geplant, "
        "Sachleistungen des Landkreises eingeschlossen.",
        "Vorgesehen sind {posts_Y1:stellen} Stellen im Jahr Y1 und {posts_Y2:stellen} Stellen im Jahr Y2.",
        "Für jedes der beiden Jahre wird beim Land eine Zuwendung beantragt.",
        "Der Beschluss steht unter dem Vorbehalt der Haushaltssatzung des jeweiligen Jahres.",
    ),
    "deckung": (
        "Nach Plan gerechnet sind vom Land {land_Y1:euro} (Y1) und {land_Y2:euro} (Y2), bar vom Landkreis {county_cash_Y1:euro} (Y1) und "
        "{county_cash_Y2:euro} (Y2). Räume des Landkreises gelten als Sachleistung von {county_in_kind_Y1:euro} (Y1) und "
        "{county_in_kind_Y2:euro} (Y2); sie decken keine Barausgaben.",
    ),
    OPEN: (
        "Am Stichtag offen sind {open_Y1:euro} für Y1 und {open_Y2:euro} für Y2: Niemand hat sie zugesagt. Wer sie trägt, ist mit diesem "
        "Beschluss zu entscheiden.",
    ),
    NO_NOTICE[1]: (
        "Über die {land_Y1:euro} des Landes für Y1 liegt kein Bescheid vor: Sie sind nach den Bedingungen gerechnet, die am Stichtag "
        "bekannt waren; zugesagt hat sie noch niemand.",
    ),
    NO_NOTICE[2]: (
        "Über die {land_Y1:euro} (Y1) und {land_Y2:euro} (Y2) des Landes liegt kein Bescheid vor: Sie sind nach den Bedingungen gerechnet, "
        "die am Stichtag bekannt waren; zugesagt hat sie noch niemand.",
    ),
    "ablehnung": (
        "Ohne das Willkommenscenter entfielen für Y1 geplante Kosten von {cost_Y1:euro_rund} und für Y2 von {cost_Y2:euro_rund}.",
        "Davon bleibt, was Verträge kosten, die weiterlaufen; es steht unter den Alternativen bei „Ende“.",
        "Geplant wird für dieselbe Zeit mit {caseload_Y1:anzahl_rund|keiner Beratung|einer Beratung|# Beratungen} im Jahr Y1 und "
        "{caseload_Y2:anzahl_rund|keiner|einer|#} im Jahr Y2.",
        NOBODY_ELSE,
        "Wer die Beratungen übernähme und was das bei anderen Stellen kostete, steht in keiner Quelle. Ersparnisse oder Mehrkosten "
        "anderer Stellen sind deshalb nicht beziffert.",
    ),
}
"""Sections with sentences of their own. A sentence of whose numbers none is known is left out."""

FIXED: Mapping[str, tuple[str, ...]] = {
    "betreff": ("Willkommenscenter des Landkreises: Fortführung, Stellen und Finanzierung in den Haushaltsjahren Y1 und Y2",),
    "aufgabenart": (
        "Die Planung geht von einer freiwilligen Aufgabe im eigenen Wirkungskreis aus; auf die Zuwendung des Landes besteht kein "
        "Rechtsanspruch. Das ist Allgemeinwissen und nicht nachgelesen (Stand: ungeprüft).",
    ),
    "alternativen": ("Die Tabelle stellt die gerechneten Fälle nebeneinander; eine Empfehlung enthält sie nicht.",),
    "folgekosten": (
        "Die Tabelle nennt, was nach den beiden Haushaltsjahren bleibt. Die Zuwendung gilt je Jahr; darüber hinaus ist nichts zugesagt.",
    ),
    "haushaltsvorbehalt": (
        "Ausgaben dürfen erst nach Inkrafttreten der Haushaltssatzung in voller Höhe geleistet werden. Bis dahin gilt die vorläufige "
        "Haushaltsführung (§ 61 ThürKO): Neue freiwillige Ausgaben sind dann in der Regel nicht möglich; das hat die Kämmerei zu prüfen.",
    ),
}
"""Sections without numbers of their own."""

TO_FILL: Mapping[str, tuple[str, ...]] = {
    "vorlage_nummer": ("Nummer der Vorlage",),
    "federfuehrung": ("federführendes Amt, Bearbeiterin oder Bearbeiter",),
    "beratungsfolge": ("Gremium, Sitzungstag, öffentlich oder nicht öffentlich, Zuständigkeit",),
    "beschlussvorschlag": ("gewählte Alternative und Wortlaut des Beschlusses",),
    "aufgabenart": ("rechtliche Einordnung durch das Rechtsamt oder die Rechtsaufsicht",),
    "deckung": ("Deckungsvorschlag der Kämmerei mit Haushaltsstelle",),
    "stellenplan": ("Stellungnahme von Personalamt und Personalrat",),
    "alternativen": ("Empfehlung der Verwaltung und Begründung",),
    "ablehnung": ("Auswirkung auf die Beschäftigten und auf laufende Verträge",),
    "haushaltsvorbehalt": ("Prüfvermerk der Kämmerei",),
    "unterschrift": ("Datum, Unterschrift der Landrätin oder des Landrats",),
}
"""What a human must add to each section."""
