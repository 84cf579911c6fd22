"""In which factors two runs differ, and what exactly differs there."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from wiwak_eval import german
from wiwak_eval.audit.attribution.assumed import changed_assumptions, unread_values
from wiwak_eval.audit.attribution.factors import Factor
from wiwak_eval.audit.attribution.programmes import Programme, changed_files
from wiwak_eval.audit.attribution.sides import Side

Programmes = tuple[Programme | None, Programme | None]
SHOWN = 12
"""Lines of one kind that are listed; the rest is counted."""
ABSENT, AS_LOCKED = "–", "wie in der Sperrdatei"


@dataclass(frozen=True)
class Detail:
    """One German line on what differs in a factor."""

    factor: Factor
    line: str


def programme_differs(before: Side, after: Side) -> bool:
    """Whether code, shipped inputs or lock file differ: only then need the programmes be looked into."""
    return any(_digest_differs(before, after, name) for name in ("package", "shipped", "lock"))


def differing(before: Side, after: Side, programmes: Programmes) -> tuple[Factor, ...]:
    """The factors that differ, in the order of `Factor`. Without both programmes, other shipped inputs count as other assumptions."""
    found = {
        Factor.DATA: _digest_differs(before, after, "delivery"),
        Factor.ASSUMPTIONS: _assumptions_differ(before, after, programmes),
        Factor.CODE: _code_differs(before, after, programmes),
        Factor.ENVIRONMENT: _digest_differs(before, after, "lock") or bool(_installed_differ(before, after)),
    }
    return tuple(factor for factor, differs in found.items() if differs)


def details(before: Side, after: Side, programmes: Programmes, factors: tuple[Factor, ...]) -> tuple[Detail, ...]:
    """What differs in each factor, a line each."""
    makers = {Factor.DATA: _data, Factor.ASSUMPTIONS: _assumptions, Factor.CODE: _code, Factor.ENVIRONMENT: _environment}
    return tuple(Detail(factor, line) for factor in factors for line in makers[factor](before, after, programmes))


def _digest_differs(before: Side, after: Side, name: str) -> bool:
    return before.digests.get(name) != after.digests.get(name)


def _assumptions_differ(before: Side, after: Side, programmes: Programmes) -> bool:
    if any(before.parameters[name] != after.parameters[name] for name in ("scenario", "as_of")):
        return True
    return _digest_differs(before, after, "county_values") or _shipped_differ(before, after, programmes)


def _code_differs(before: Side, after: Side, programmes: Programmes) -> bool:
    """Whether package or notebooks differ; `shipped` covers the cells of the notebooks too."""
    one, other = programmes
    if _digest_differs(before, after, "package"):
        return True
    return _digest_differs(before, after, "shipped") and one is not None and other is not None and bool(changed_files(one, other))


def _shipped_differ(before: Side, after: Side, programmes: Programmes) -> bool:
    """Whether what is computed from differs; `shipped` covers the cells of the notebooks too."""
    one, other = programmes
    if not _digest_differs(before, after, "shipped"):
        return False
    return one is None or other is None or one.data_digest != other.data_digest


def _data(before: Side, after: Side, _: Programmes) -> Iterator[str]:
    one, other = (f"„{side.delivery['name']}“ vom {_day(side.delivery['delivered_on'])}" for side in (before, after))
    yield f"Lieferung {one} → {other}" if one != other else f"Lieferung {one}: anderer Inhalt unter demselben Namen"
    rows = [{row["table"]: int(row["used"]) for row in side.delivery["rows"]} for side in (before, after)]
    for table in sorted(rows[0].keys() | rows[1].keys()):
        counts = [german.number(found[table]) if table in found else ABSENT for found in rows]
        if counts[0] != counts[1]:
            yield f"Verwendete Zeilen „{table}“: {counts[0]} → {counts[1]}"


def _assumptions(before: Side, after: Side, programmes: Programmes) -> Iterator[str]:
    if before.as_of != after.as_of:
        yield f"Stichtag: {german.day(before.as_of)} → {german.day(after.as_of)}"
    if before.parameters["scenario"] != after.parameters["scenario"]:
        yield f"Szenario: {before.parameters['scenario']} → {after.parameters['scenario']}"
    if _digest_differs(before, after, "county_values"):
        yield "Eigene Werte des Landkreises sind andere."
    if _shipped_differ(before, after, programmes):
        yield "Mitgelieferte Annahmen, Szenarien oder Reihen sind andere."
    yield from _at_most(changed_assumptions(before.log, after.log))
    yield from _at_most(unread_values(before, after))


def _code(before: Side, after: Side, programmes: Programmes) -> Iterator[str]:
    one, other = programmes
    stand = f"→ {after.version}" if before.version != after.version else "mit geändertem Stand"
    yield f"wiwak-eval {before.version} {stand}"
    if one is not None and other is not None:
        yield from _at_most([f"Geänderte Datei: {name}" for name in changed_files(one, other)])


def _environment(before: Side, after: Side, programmes: Programmes) -> Iterator[str]:
    one, other = programmes
    if _digest_differs(before, after, "lock"):
        yield "Andere Sperrdatei der Pakete (requirements.lock)"
    yield from _at_most([f"Eingerichtet war {name}: {old} → {new}" for name, old, new in _installed_differ(before, after)])
    if one is not None and other is not None:
        packed = one.packages, other.packages
        names = sorted(packed[0].keys() | packed[1].keys())
        pairs = ((name, *(found.get(name, ABSENT) for found in packed)) for name in names)
        yield from _at_most([f"{name}: {old} → {new}" for name, old, new in pairs if old != new])


def _installed_differ(before: Side, after: Side) -> list[tuple[str, str, str]]:
    """Package, version in either run, where what was installed departs from the lock file differently; nothing where a run is silent."""
    if not before.installed or not after.installed:
        return []
    names = sorted(before.installed.keys() | after.installed.keys())
    pairs = ((name, *(side.installed.get(name, AS_LOCKED) for side in (before, after))) for name in names)
    return [(name, old, new) for name, old, new in pairs if old != new]


def _at_most(lines: list[str]) -> Iterator[str]:
    yield from lines[:SHOWN]
    if len(lines) > SHOWN:
        yield f"und {len(lines) - SHOWN} weitere"


def _day(text: str) -> str:
    return german.day(date.fromisoformat(text))
