"""The arguments behind a notebook: what, if it changed, would explain that the notebook prints something else."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from wiwak_eval.assumptions import Gap
from wiwak_eval.assumptions.table import WITHOUT_UNIT, range_text
from wiwak_eval.assumptions.units import unit_text
from wiwak_eval.german import day
from wiwak_eval.publication.imprint import LEVELS
from wiwak_eval.study import digests
from wiwak_eval.study.study import Study

NO_VALUE = "kein Wert"


@dataclass(frozen=True)
class Argument:
    """label: German; value: for people, empty where it is a digest only; digest: of the argument."""

    label: str
    value: str
    digest: str


def arguments_behind(study: Study, tables: Iterable[str]) -> dict[str, Argument]:
    """By name: what the whole study is made of, then each assumption that was read for these tables (`id@day`, the day it was read for)."""
    return {**_of_study(study), **_assumptions(study, tables)}


def _of_study(study: Study) -> dict[str, Argument]:
    asked, made = study.parameters, study.inputs
    plain = {
        "as_of": ("Stichtag", day(study.as_of)),
        "scenario": ("Szenario", study.scenario.label),
        "release": ("Freigabestufe", LEVELS[study.level]),
        "accept_losses": ("Verluste hingenommen", "ja" if asked.accept_losses else "nein"),
        "max_rejected": ("Grenze unbrauchbarer Zeilen", f"{asked.max_rejected:g}".replace(".", ",")),
    }
    digested = {
        "delivery": "Daten der Lieferung",
        "forecast_book": "Prognosebuch, soweit der Lauf es liest",
        "release_ledger": "Freigabebuch, soweit der Lauf es liest",
        "settings": "Geheimhaltung (geheimhaltung.yaml)",
        "claims": "Aussagen und Schwellen (claims.yaml)",
        "council_template": "eigene Beschlussvorlage",
    }
    return {
        **{name: Argument(label, value, digests.of_text(value)) for name, (label, value) in plain.items()},
        **{name: Argument(label, "", made[name]) for name, label in digested.items()},
        "context": Argument("öffentliche Reihen (data/context)", "", study.context_digest),
    }


def _assumptions(study: Study, tables: Iterable[str]) -> Mapping[str, Argument]:
    view = study.assumptions.fresh()
    read = {look_up for table in tables for look_up in study.looked_up_for(table)}
    found = {}
    for id, on in sorted(read):
        if id in view.catalogue.entries:
            try:
                value = view.get(id, on)
                unit = "" if value.unit in WITHOUT_UNIT else f" {unit_text(value.unit)}"
                words = f"{range_text(value, value.unit)}{unit}"
            except Gap:
                words = NO_VALUE
            label = f"Annahme „{view.catalogue.entries[id].label}“"
            found[f"{id}@{on.isoformat()}"] = Argument(label, words, view.digest_of(id, on))
    return found
