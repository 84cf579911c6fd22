"""A small county: whom the centre saw, and whom the county counts."""

REFUGEE, SUBSIDIARY, REUNION, TOLERATED = "Flüchtlingseigenschaft", "Subsidiärer Schutz", "Familiennachzug", "Duldung"


def clients(*groups: tuple[int, str, str]) -> str:
    """Clients from (how many, title, municipality), each a household of their own."""
    rows = [(title, place) for count, title, place in groups for _ in range(count)]
    lines = (f"K{number};H{number};{title};{place}" for number, (title, place) in enumerate(rows))
    return "\n".join(("Klienten-ID;Haushalt;Status;Gemeinde", *lines, ""))


def contacts(persons: int, anonymous: int = 0, months: tuple[str, ...] = ("01",)) -> str:
    """One attended contact of each client in each month, and some without a name."""
    people = [*(f"K{number}" for number in range(persons)), *[""] * anonymous]
    rows = (f"B{month}{number};02.{month}.2017;{person}" for month in months for number, person in enumerate(people))
    return "\n".join(("Beratungs-ID;Datum;Klienten-ID", *rows, ""))


def reference(*rows: tuple[str, str, str, int] | tuple[str, str, str, int, str]) -> str:
    """Reference counts from (month, municipality, title, persons[, source])."""
    lines = (f"{month}/2017;{place};{title};{persons};{source[0] if source else 'ABH'}" for month, place, title, persons, *source in rows)
    return "\n".join(("Monat;Gemeinde;Status;Personen;Quelle", *lines, ""))


PEOPLE = (
    (30, REFUGEE, "Vacha"), (12, SUBSIDIARY, "Stadt Geisa"), (4, REUNION, "Geisa"), (3, TOLERATED, "Eisenach"), (1, "", ""),
)  # fmt: skip
COUNTY = {
    "klienten": clients(*PEOPLE),
    "beratungen": contacts(50, anonymous=2),
    "bezugsgroessen": reference(
        ("01", "", REFUGEE, 50), ("01", "", SUBSIDIARY, 30), ("01", "", REUNION, 10),
        ("02", "", REFUGEE, 60), ("02", "", SUBSIDIARY, 40), ("02", "", REUNION, 12), ("02", "", TOLERATED, 99),
        ("02", "Vacha", "", 70), ("02", "Geisa, Stadt", "", 42),
    ),
}  # fmt: skip
