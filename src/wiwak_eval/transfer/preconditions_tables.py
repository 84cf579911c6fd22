"""Tables of the preconditions: county by county, and how many of the others meet them all."""

from collections.abc import Callable, Sequence

from wiwak_eval.results import Cell, Column, Table, Unit, build_table
from wiwak_eval.transfer.preconditions import Checked, Met
from wiwak_eval.transfer.readiness import Readiness

NOTEBOOK = "09_thueringen"
ROW = "transfer"
"""Row of table `transfer` that the check of claims reads, of all but the home county; its column is `prepared_share`."""
_NOT_TESTED = (
    "Nicht prüfbar mit öffentlichen Zahlen: ob Ämter eine verbindliche Integrationskette vereinbaren, ob Ehrenamt, Betriebe, Räume und ein "
    "Träger da sind, und wie viele der Anerkannten Rat suchen."
)
_SAME_RATE = (
    "Die erwartete Zahl folgt der Quote, und diese weitgehend den Einwohnern; deshalb liegen die Anteile nah beieinander. Wie viele "
    "Anerkannte wirklich in einem Kreis wohnen, ist nicht veröffentlicht."
)
Chosen = Callable[[int, Checked], bool]
"""Which counties a row counts: by place and what was found."""


def preconditions_table(readiness: Readiness) -> Table:
    """Table `land_preconditions`: per county what is tested, and whether it holds."""
    columns = (
        Column("key", "Schlüssel", Unit.TEXT),
        Column("county", "Landkreis oder Stadt", Unit.TEXT),
        Column("persons", f"erwartete Anerkannte {readiness.day}", Unit.PERSONS),
        Column("persons_met", "genug Anerkannte", Unit.TEXT),
        Column("distance", "mittlere Entfernung, km", Unit.NUMBER, 1),
        Column("distance_met", "nah genug", Unit.TEXT),
        Column("per_1000", "Anerkannte je 1.000 Einwohner", Unit.NUMBER, 1),
        Column("per_1000_met", "ähnlich wie im Pilotkreis", Unit.TEXT),
        Column("all_met", "alle drei", Unit.TEXT),
        Column("all_strict", "alle drei, enge Grenzen", Unit.TEXT),
    )
    notes = (
        "Geprüft ist, was öffentliche Zahlen hergeben. Die Grenzen hat das Projekt gesetzt; sie stehen in der Tabelle land_limits.",
        "Mittlere Entfernung: zwei Drittel des Halbmessers einer Kreisfläche von der Größe des Gebiets.",
        _SAME_RATE,
        _NOT_TESTED,
    )
    rows = [_row(one, strict) for one, strict in zip(readiness.as_set, readiness.strictly, strict=True)]
    title = "Wo die prüfbaren Voraussetzungen erfüllt wären"
    return build_table("land_preconditions", title, columns, rows, NOTEBOOK, notes, readiness.read)


def _row(one: Checked, strict: Checked) -> tuple[Cell, ...]:
    place, name = one.place, one.place.county.name
    distance, share = (None if value is None else round(value, 6) for value in (place.distance, place.share))
    answers = (one.persons.value, distance, one.distance.value, share, one.share.value)
    return (name, name, place.persons, *answers, one.all_met.value, strict.all_met.value)


def transfer_table(readiness: Readiness) -> Table:
    """Table `transfer`: how many others meet the preconditions, together and apart by kind; then the home county, and all with it.

    prepared_share: of all that are known to meet all three; the range goes from the strict thresholds, what is not known counting as not
    met, to the generous ones, what is not known counting as met.
    """
    columns = (
        Column("key", "Schlüssel", Unit.TEXT),
        Column("label", "Gebiete", Unit.TEXT),
        Column("counties", "Zahl", Unit.COUNT),
        Column("delivered", "davon mit gelieferten Zahlen", Unit.COUNT),
        Column("persons_met", "genug Anerkannte", Unit.COUNT),
        Column("distance_met", "nah genug", Unit.COUNT),
        Column("per_1000_met", "ähnlich wie im Pilotkreis", Unit.COUNT),
        Column("prepared", "alle drei erfüllt", Unit.COUNT),
        Column("prepared_low", "bei engen Grenzen", Unit.COUNT),
        Column("prepared_high", "bei weiten Grenzen", Unit.COUNT),
        Column("unknown", "nicht bekannt", Unit.COUNT),
        Column("prepared_share", "Anteil mit allen dreien", Unit.SHARE, 0),
        Column("share_low", "Anteil bei engen Grenzen", Unit.SHARE, 0),
        Column("share_high", "Anteil bei weiten Grenzen", Unit.SHARE, 0),
        Column("by_cases", "Fallzahl bestimmt die Stellen", Unit.COUNT),
    )
    home = readiness.home
    groups: tuple[tuple[str, str, Chosen], ...] = (
        (ROW, "alle anderen", lambda place, _: place != home),
        ("counties", "andere Landkreise", lambda place, one: place != home and not one.place.county.town),
        ("towns", "andere kreisfreie Städte", lambda place, one: place != home and one.place.county.town),
        ("home", readiness.known[home].county.name, lambda place, _: place == home),
        ("all", "alle zusammen", lambda *_: True),
    )
    rows = [_counted(readiness, key, label, chosen) for key, label, chosen in groups]
    notes = (
        "Das Urteil zu Aussage h zählt nur die anderen: Der Pilotkreis ist kein Beleg für sich selbst.",
        *_parts_nobody(readiness),
        *_home_is_widest(readiness),
        *_home_fails(readiness),
        "Nicht bekannt: Gebiete, bei denen eine Angabe fehlt und keine andere Voraussetzung verfehlt ist; sie zählen nur bei den weiten "
        "Grenzen als erfüllt.",
        "Enge und weite Grenzen: die Enden der Spanne jeder Annahme; sie stehen in der Tabelle land_limits.",
        "Fallzahl bestimmt die Stellen: keine der drei Voraussetzungen, nur daneben. Wo sie es nicht tut, kann ein Zentrum größer sein, "
        "als die Beratung allein verlangt.",
        _NOT_TESTED,
        "Ob das Modell dort wirken würde, zeigt erst ein zweiter Standort.",
    )
    return build_table("transfer", "Wie viele die Voraussetzungen erfüllen", columns, rows, NOTEBOOK, notes, readiness.read)


def _parts_nobody(readiness: Readiness) -> tuple[str, ...]:
    """That the thresholds as set tell none of the others apart, where they do not."""
    others = [one.all_met for place, one in enumerate(readiness.as_set) if place != readiness.home]
    if not others or set(others) != {Met.YES}:
        return ()
    return ("Mit den gesetzten Grenzen erfüllen alle anderen alle drei Voraussetzungen: Die Prüfung trennt dann nichts.",)


def _home_is_widest(readiness: Readiness) -> tuple[str, ...]:
    """That a limit on distances tells nobody apart, where it cannot: nothing else would hold the others back."""
    known = [place.distance for place in readiness.known if place.distance is not None]
    if not known or readiness.known[readiness.home].distance != max(known):
        return ()
    return ("Der Pilotkreis hat selbst die längsten Wege: Eine Grenze, die er einhält, halten alle ein.",)


def _home_fails(readiness: Readiness) -> tuple[str, ...]:
    """That the model's own county would not pass strictly, where it would not."""
    if readiness.strictly[readiness.home].all_met is not Met.NO:
        return ()
    return ("Bei eng gesetzten Grenzen erfüllt auch der Pilotkreis selbst nicht alle drei.",)


def _counted(readiness: Readiness, key: str, label: str, chosen: Chosen) -> tuple[Cell, ...]:
    as_set, strict, generous = (_of(checked, chosen) for checked in (readiness.as_set, readiness.strictly, readiness.generously))
    met = [sum(one.each[place] is Met.YES for one in as_set) for place in range(3)]
    found = [one.all_met for one in as_set]
    prepared, low, high = found.count(Met.YES), _number(strict, {Met.YES}), _number(generous, {Met.YES, Met.UNKNOWN})
    shares = [round(number / len(as_set), 6) if as_set else None for number in (prepared, low, high)]
    delivered = sum(one.place.county.name in readiness.delivered for one in as_set)
    counts = (len(as_set), delivered, *met, prepared, low, high, found.count(Met.UNKNOWN))
    return (key, label, *counts, *shares, _by_cases(readiness, chosen))


def _by_cases(readiness: Readiness, chosen: Chosen) -> int | None:
    if readiness.by_cases is None:
        return None
    return sum(by for place, (by, one) in enumerate(zip(readiness.by_cases, readiness.as_set, strict=True)) if chosen(place, one))


def _of(checked: Sequence[Checked], chosen: Chosen) -> list[Checked]:
    return [one for place, one in enumerate(checked) if chosen(place, one)]


def _number(checked: Sequence[Checked], counted: set[Met]) -> int:
    return sum(one.all_met in counted for one in checked)
