"""Twelve households of one client each, five stages done by all but the last two, one contact without a person; 10 months."""

import random
from collections.abc import Mapping

STAGES = ("Aufenthaltstitel", "Leistungsbezug", "Krankenkasse", "Wohnung", "Sprachkurs")
COMPLETED = 10


def delivery(name: str = "K", seed: int | None = None) -> Mapping[str, str]:
    """Tables as CSV. Client n has n contacts in February (1 to 12) and one in October, after its window; name: how client ids begin;
    seed: shuffles the rows."""
    clients = [f"{name}{n};H{name}{n};05.01.2017" for n in range(1, 13)]
    contacts = [f"{n}-{i};{1 + i:02d}.02.2017;{name}{n}" for n in range(1, 13) for i in range(n)]
    contacts += [f"{n}-late;02.10.2017;{name}{n}" for n in range(1, 13)] + ["0-0;03.02.2017;"]
    stages = [
        f"{name}{n};{stage};10.01.2017;{'20.03.2017' if n <= COMPLETED else ''};{'abgeschlossen' if n <= COMPLETED else 'laufend'}"
        for n in range(1, 13)
        for stage in STAGES
    ]
    return {
        "klienten": _csv("Klienten-ID;Haushalt;Erstkontakt", clients, seed),
        "beratungen": _csv("Beratungs-ID;Datum;Klienten-ID", contacts, seed),
        "integrationskette": _csv("Klienten-ID;Station;Begonnen am;Abgeschlossen am;Ergebnis", stages, seed),
        "stellen": _csv(
            "Stelle;Entgeltgruppe;Stufe;Stellenanteil;Von;Arbeitgeber",
            ["A;S 12;3;1,0;01.01.2016;Kreis", "B;S 12;3;1,0;01.01.2016;Träger"],
            seed,
        ),
        "buchungen": _csv(
            "Datum;E/A;Kostenart;Betrag;Finanzierung;Sachleistung",
            [
                "31.01.2017;A;Personal;6000,00;Land;nein",
                "31.01.2017;A;Zuschuss an Träger;3000,00;Land;nein",
                "31.01.2017;A;Räume;910,00;Kreis;ja",
                "28.02.2017;A;Sachmittel;100,00;Land;nein",
            ],
            seed,
        ),
    }  # fmt: skip


def _csv(header: str, lines: list[str], seed: int | None) -> str:
    shuffled = list(lines)
    if seed is not None:
        random.Random(seed).shuffle(shuffled)
    return "\n".join([header, *shuffled, ""])
