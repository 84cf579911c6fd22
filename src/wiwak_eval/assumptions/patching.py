"""How a scenario changes a value; applied after the value was found."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from wiwak_eval.assumptions.holding import Resolved
from wiwak_eval.assumptions.model import Assumption, Catalogue, Patch, Scenario, Source, Value
from wiwak_eval.assumptions.units import value_text
from wiwak_eval.results import GermanError


def check_patches(catalogue: Catalogue, scenario: Scenario) -> None:
    """Raises GermanError where a patch names an unknown id or does not fit the kind of value."""
    for patch in scenario.patches:
        where = f"Das Szenario „{scenario.label}“ ändert „{patch.id}“"
        entry = catalogue.entries.get(patch.id)
        if entry is None:
            raise GermanError(f"{where}, das es in den Annahmen nicht gibt. Bitte die Schreibweise prüfen.")
        kind = type(entry.values[0].value)
        if patch.multiply is not None and kind is not Decimal:
            raise GermanError(f"{where} mit „multiply“, obwohl es keine Zahl ist. Bitte „set“ verwenden.")
        if patch.set is not None and type(patch.set) is not kind:
            raise GermanError(f"{where} auf „{patch.set}“; das ist eine andere Art von Wert. Bitte die Angabe prüfen.")


def patched(entry: Assumption, found: Resolved | None, scenario: Scenario, on: date) -> Resolved | None:
    """The value after all patches that hold on the day, in their order. `set` gives a value even where none holds."""
    for patch in scenario.patches:
        if patch.id != entry.id or (patch.valid_from is not None and patch.valid_from > on):
            continue
        if patch.set is not None:
            found = _replaced(entry, found, patch, patch.set, scenario, on)
        elif patch.multiply is not None and found is not None:
            found = _scaled(found, patch, patch.multiply, scenario)
    return found


def _replaced(entry: Assumption, found: Resolved | None, patch: Patch, value: Value, scenario: Scenario, on: date) -> Resolved:
    """Low and high are dropped: they belonged to the old value."""
    return Resolved(
        id=entry.id,
        label=entry.label,
        unit=entry.unit,
        value=value,
        low=None,
        high=None,
        kind="assumed",
        status="unverified",
        quality="low",
        source=_source(patch, scenario, found),
        valid_from=patch.valid_from or (found.valid_from if found else on),
        patched=True,
        owner=entry.owner,
        between_counties=entry.between_counties,
    )


def _scaled(found: Resolved, patch: Patch, factor: Decimal, scenario: Scenario) -> Resolved:
    return replace(
        found,
        value=Decimal(found.value) * factor,
        low=None if found.low is None else found.low * factor,
        high=None if found.high is None else found.high * factor,
        kind="assumed",
        status="unverified",
        quality="low",
        source=_source(patch, scenario, found),
        valid_from=max(found.valid_from, patch.valid_from or found.valid_from),
        patched=True,
    )


def _source(patch: Patch, scenario: Scenario, found: Resolved | None) -> Source:
    """The patch's own source, or the scenario itself with its reason; the note names what was changed."""
    before = f"Ausgangswert: {value_text(found.value, found.unit)} ({found.source.title})" if found else "ohne Ausgangswert"
    return patch.source or Source(title=f"Szenario „{scenario.label}“: {patch.reason}", note=before)
