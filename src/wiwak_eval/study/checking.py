"""Check a delivery for the clerk: lists, the annotated workbook, and what is said about them."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from wiwak_eval.records import DeliveryFacts, Location, Records, read_facts, resolve_key, write_check
from wiwak_eval.records.annotated import Delivered, annotated_xlsx
from wiwak_eval.records.delivery import read_with_rows
from wiwak_eval.records.report import write_private
from wiwak_eval.records.retention import refuse_expired
from wiwak_eval.results import GermanError
from wiwak_eval.study.home import find_delivery, home
from wiwak_eval.study.opened import county_catalogue
from wiwak_eval.study.register import Register
from wiwak_eval.study.watched_dates import watch_dates

SUFFIX = "_geprueft.xlsx"


def check_delivery(delivery: str, out: Path, max_rejected: float, say: Callable[[str], None], today: date) -> None:
    """Write the lists and the annotated workbook into `out`; `say` hears German sentences. Raises GermanError."""
    location = find_delivery(delivery)
    facts = read_facts(location)
    refuse_expired(facts, today)
    key = resolve_key(home(), facts.simulated)
    register = Register(home())
    register.enter(location, facts)
    records, rows = read_with_rows(location, key.value, max_rejected=max_rejected, accept_losses=True)
    register.note_lists(location, out)
    write_check(records, out)
    workbook = annotated_xlsx(Delivered(location.name, records, rows))
    if workbook is not None:
        write_private(out / f"{annotated_stem(location)}{SUFFIX}", workbook)
    _tell(records, max_rejected, say)
    _tell_county_values(location, facts, say)
    for sentence in watch_dates(facts, home(), today):
        say(sentence)
    if workbook is None:
        say("Eine geprüfte Arbeitsmappe gibt es nur zu CSV-Dateien und Arbeitsmappen.")
    say(f"{len(records.faults)} Mängel. Die Listen und die geprüfte Arbeitsmappe sind intern und liegen in:")


def annotated_stem(location: Location) -> str:
    """The delivery's name without the ending of a file."""
    return location.stem if isinstance(location, Path) and location.is_file() else location.name


def _tell_county_values(location: Location, facts: DeliveryFacts, say: Callable[[str], None]) -> None:
    """How many of the county's own values count in a run, or what is wrong with them; the lists are written all the same."""
    try:
        values = sum(len(entry.county) for entry in county_catalogue(location, facts).entries.values())
    except GermanError as error:
        say(f"{error}\nMit diesen Fehlern in den eigenen Annahmen bricht „wiwak run“ ab.")
        return
    if values:
        say(f"{values} eigene Werte des Landkreises ersetzen mitgelieferte Annahmen.")


def _tell(records: Records, max_rejected: float, say: Callable[[str], None]) -> None:
    for line in records.intake:
        say(f"{line.file}: {line.rows_read} gelesen, {line.rows_used} verwendet, {line.rows_rejected} nicht verwendet")
    for sentence in records.absent.values():
        say(sentence)
    too_many = [table for table, share in records.rejected_share.items() if share > max_rejected]
    if too_many:
        say(f"Zu viele Zeilen sind nicht verwendbar ({', '.join(too_many)}); „wiwak run“ bricht hier ab.")
