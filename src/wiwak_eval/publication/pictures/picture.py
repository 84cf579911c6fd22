"""The words around a picture."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Picture:
    """chart: name in `charts.CHARTS`; the rest as in `content.Figure`."""

    chart: str
    title: str
    subtitle: str
    alt: str
    reading: str
