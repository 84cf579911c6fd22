"""What was measured, as a Markdown page."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from benchmarks.transfer.states import YEARS_TRUE
from wiwak_eval import german

if TYPE_CHECKING:
    from benchmarks.transfer.pooling import Measured

AIM = (0.74, 0.86)
FIGURE = "![Überdeckung je Kreis und CRPS der drei Modelle](pooling.svg)"
BY_SITES = (
    "| Kreise mit Zahlen | Überdeckung im Mittel | kleinste eines Kreises | größte eines Kreises | CRPS teilweise | ohne | ganz |\n"
    "|---:|---:|---:|---:|---:|---:|---:|"
)
BY_SPREAD = (
    "| Streuung zwischen Kreisen | Überdeckung im Mittel | kleinste eines Kreises | größte eines Kreises | CRPS teilweise | ohne | ganz |\n"
    "|---:|---:|---:|---:|---:|---:|---:|"
)
ONE_SITE = (
    "Ein Standort zeigt die Streuung nicht; der Bereich ist so weit, wie das Vorwissen sie annimmt. Liegen die Kreise näher beieinander, "
    "ist er zu weit, liegen sie weiter auseinander, zu eng."
)


def page(
    drawn: Sequence["Measured"], alone: Sequence["Measured"], fixed: Sequence["Measured"], names: Sequence[str], seconds: float
) -> str:
    """drawn: spread of each state from the model's prior; alone, fixed: the same spread in all states, with one site and with eight;
    seconds: processor time of all."""
    states = len(drawn[0].scores["partial"].covered)
    parts = [
        f"Je Zeile {states} simulierte Länder mit bekannter Streuung zwischen den Kreisen, je Land {YEARS_TRUE} mögliche Jahre 2018; "
        f"{german.number(seconds)} Sekunden Rechenzeit.",
        "Überdeckung: Anteil der wahren Jahre im 80-%-Bereich eines Kreises; Ziel je Kreis 74 bis 86 %. CRPS des Logarithmus der "
        "Beratungen, kleiner ist besser; „ohne“ und „ganz“: um wie viel größer er ohne und bei völliger Zusammenfassung ist (± zwei "
        "Standardfehler über die Länder). "
        "„Ganz“ kennt gar keine Streuung zwischen Kreisen und ist nur bei kleiner Streuung ein ernster Gegner. "
        "Die Prognose des Pilotkreises ist fehlerfrei gesetzt: Geprüft wird allein die Übertragung.",
        FIGURE,
        "## Streuung je Land aus dem Vorwissen gezogen",
        "\n".join([BY_SITES, *(_line(str(one.setting.sites), one) for one in drawn)]),
        "Etwas über 80 %: Im Bereich der anderen Kreise steckt neben dem Zufall ihrer eigenen Zahlen auch der des Pilotkreises. "
        "Mit einem Standort sind teilweise und keine Zusammenfassung dasselbe: Es gibt nichts zusammenzufassen.",
        "## Streuung fest, ein Standort",
        "\n".join([BY_SPREAD, *(_line(german.number(one.setting.spread or 0, 1), one) for one in alone)]),
        ONE_SITE,
        "## Streuung fest, acht Kreise mit Zahlen",
        "\n".join([BY_SPREAD, *(_line(german.number(one.setting.spread or 0, 1), one) for one in fixed)]),
        "## Je Kreis, Streuung aus dem Vorwissen",
        "\n".join(_by_county(drawn, names)),
        _verdict(drawn, fixed),
        _one_site(alone),
    ]
    return "\n\n".join(parts) + "\n"


def _line(first: str, one: "Measured") -> str:
    covered = one.coverage()
    shares = " | ".join(_percent(value) for value in (covered.mean(), covered.min(), covered.max()))
    worse = " | ".join(_worse(*one.worse_by(model)) for model in ("none", "complete"))
    return f"| {first} | {shares} | {german.number(one.crps('partial'), 3)} | {worse} |"


def _worse(mean: float, error: float) -> str:
    """Signed percent; what rounds to nothing has no sign."""
    return f"{_signed(mean)} ± {german.number(200 * error, 1)} %"


def _signed(share: float) -> str:
    text = german.number(abs(share) * 100, 1)
    return text if text == "0,0" else ("+" if share > 0 else "−") + text


def _by_county(drawn: Sequence["Measured"], names: Sequence[str]) -> list[str]:
    heads = " | ".join(f"{one.setting.sites} mit Zahlen" if one.setting.sites > 1 else "nur Pilotkreis" for one in drawn)
    columns = np.array([one.coverage() for one in drawn]).T
    lines = [f"| {name} | {' | '.join(_percent(value) for value in values)} |" for name, values in zip(names, columns, strict=True)]
    return [f"| Kreis | {heads} |", "|---|" + "---:|" * len(drawn), *lines]


def _verdict(drawn: Sequence["Measured"], fixed: Sequence["Measured"]) -> str:
    low, high = AIM
    off = sum(int(((one.coverage() < low) | (one.coverage() > high)).sum()) for one in drawn)
    beyond = [german.number(one.setting.spread or 0, 1) for one in fixed if ((one.coverage() < low) | (one.coverage() > high)).any()]
    first = "erreicht" if not off else f"in {off} Fällen verfehlt"
    rest = f"nicht für jeden Kreis bei {', '.join(beyond)}" if beyond else "auch überall"
    return f"Streuung aus dem Vorwissen, Überdeckung je Kreis 74 bis 86 %: {first}; bei fester Streuung und acht Kreisen mit Zahlen {rest}."


def _one_site(alone: Sequence["Measured"]) -> str:
    found = ", ".join(f"{_percent(one.coverage().mean())} bei {german.number(one.setting.spread or 0, 1)}" for one in alone)
    return (
        "Mit einem Standort halten die Bereiche 80 % nur im Mittel über das Vorwissen, nicht bei jeder wahren Streuung. Ist diese fest, so "
        f"halten sie {found}."
    )


def _percent(share: float) -> str:
    return german.percent(share).replace(german.NARROW_SPACE, " ")
