"""`delivery.yaml`: who delivers, for which period, simulated or not."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import yaml

from wiwak_eval.records.contract import fold
from wiwak_eval.records.decoding import to_utf8
from wiwak_eval.records.model import DeliveryFacts
from wiwak_eval.records.rules import TableRefused
from wiwak_eval.records.values import is_missing, read_date, read_month, read_yes_no
from wiwak_eval.results import GermanError

FILE_NAMES = ("delivery.yaml", "lieferung.yaml", "delivery.yml", "lieferung.yml")


@dataclass(frozen=True)
class FactSpec:
    """One key of the file: canonical, German, how its text is read, what is expected, whether it must be there."""

    name: str
    header: str
    read: Callable[[str], str | date | bool | None]
    expected: str
    required: bool = False


_DAY, _TEXT = "ein Datum wie 31.10.2017", "ein Text"
FACTS = (
    FactSpec("authority", "Behörde", str, _TEXT, required=True),
    FactSpec("period_from", "Zeitraum von", read_date, _DAY, required=True),
    FactSpec("period_to", "Zeitraum bis", read_date, _DAY, required=True),
    FactSpec("delivered_on", "geliefert am", read_date, _DAY, required=True),
    FactSpec("simulated", "simuliert", read_yes_no, "ja oder nein", required=True),
    FactSpec("first_project_month", "erster Projektmonat", read_month, "ein Monat wie 01/2017"),
    FactSpec("legal_basis", "Rechtsgrundlage", str, _TEXT),
    FactSpec("retain_until", "aufzubewahren bis", read_date, _DAY),
    FactSpec("licence", "Lizenz", str, _TEXT),
)


def read_facts(path: Path) -> DeliveryFacts:
    """The facts of the delivery in this folder. Raises GermanError where they are missing or cannot be understood."""
    file = _facts_file(path)
    texts = _texts(file)
    values = {spec.name: _value(spec, texts, file) for spec in FACTS}
    facts = _facts(values)
    if facts.period_from > facts.period_to:
        raise GermanError(f"{file}: „Zeitraum von“ liegt nach „Zeitraum bis“. Bitte beide Angaben prüfen.")
    if not facts.simulated and not facts.legal_basis:
        raise GermanError(
            f"{file}: Die Rechtsgrundlage fehlt. Für Echtdaten (simuliert: nein) bitte „Rechtsgrundlage“ eintragen; "
            "ohne sie wird die Lieferung nicht angenommen."
        )
    return facts


def delivery_is_simulated(path: Path) -> bool:
    """Whether the delivery says of itself that it was made up. Raises GermanError as `read_facts` does."""
    return read_facts(path).simulated


def _facts_file(path: Path) -> Path:
    if not path.exists():
        raise GermanError(f"Die Lieferung {path} gibt es nicht. Bitte den Pfad prüfen.")
    if not path.is_dir():
        raise GermanError(f"{path} ist kein Ordner. Bitte einen Ordner mit CSV-Dateien und lieferung.yaml angeben.")
    names = [fold(name) for name in FILE_NAMES]
    found = sorted(file for file in path.iterdir() if fold(file.name) in names and file.is_file())
    if not found:
        raise GermanError(
            f"In {path} fehlt lieferung.yaml; ohne sie wird die Lieferung nicht angenommen. Bitte die Datei mit Behörde, Zeitraum von, "
            "Zeitraum bis, geliefert am und simuliert (ja/nein) anlegen."
        )
    if len(found) > 1:
        raise GermanError(f"In {path} liegen {found[0].name} und {found[1].name}. Bitte nur eine der beiden Dateien liefern.")
    return found[0]


def _texts(file: Path) -> Mapping[str, str]:
    """Folded key to text; the base loader leaves `ja`, dates and numbers as they were written."""
    try:
        content = yaml.load(to_utf8(file.read_bytes()).decode(), Loader=yaml.BaseLoader)
    except (OSError, TableRefused, UnicodeDecodeError, yaml.YAMLError) as error:
        raise GermanError(f"{file} ist nicht lesbar. Bitte je Zeile eine Angabe in der Form „Behörde: Landratsamt“ eintragen.") from error
    if not isinstance(content, dict):
        raise GermanError(f"{file} enthält keine Angaben. Bitte je Zeile eine in der Form „Behörde: Landratsamt“ eintragen.")
    return {fold(str(key)): str(value).strip() for key, value in content.items()}


def _value(spec: FactSpec, texts: Mapping[str, str], file: Path) -> str | date | bool | None:
    text = texts.get(fold(spec.header), texts.get(fold(spec.name), ""))
    if is_missing(text):
        if spec.required:
            raise GermanError(f"{file}: Die Angabe „{spec.header}“ fehlt. Bitte nachtragen ({spec.expected}).")
        return None
    value = spec.read(text)
    if value is None:
        raise GermanError(f"{file}: „{spec.header}“ ist nicht lesbar („{text[:40]}“). Erwartet wird {spec.expected}.")
    return value


def _facts(values: Mapping[str, str | date | bool | None]) -> DeliveryFacts:
    def day(name: str) -> date | None:
        value = values[name]
        return value if isinstance(value, date) else None

    def text(name: str) -> str | None:
        value = values[name]
        return value if isinstance(value, str) else None

    period_from, period_to, delivered_on = day("period_from"), day("period_to"), day("delivered_on")
    assert period_from is not None
    assert period_to is not None
    assert delivered_on is not None
    return DeliveryFacts(
        authority=text("authority") or "",
        period_from=period_from,
        period_to=period_to,
        delivered_on=delivered_on,
        simulated=values["simulated"] is True,
        first_project_month=text("first_project_month") or f"{period_from:%Y-%m}",
        legal_basis=text("legal_basis"),
        retain_until=day("retain_until"),
        licence=text("licence"),
    )
