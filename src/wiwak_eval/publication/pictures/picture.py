"""The words around a picture."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from wiwak_eval.publication.phrases import Said
from wiwak_eval.publication.pictures.cells import OwnCell


@dataclass(frozen=True)
class Picture:
    """chart: name in `charts.CHARTS`; title: what it is a picture of, true whatever the numbers say; the rest as in `content.Figure`.

    subtitle: `Y1`, `Y2` mean the budget years, `{zeitraum}` the period of the delivery. headlines: templates of the finding as a sentence
    without a stop, as `phrases.sentence` fills them; the first of whose numbers all are known becomes the title. numbers: sentences that
    follow the description for those who do not see the picture. cells: numbers of its own table that both may name beside the findings.
    basis: what the table rests on, where that is no delivery.
    """

    chart: str
    title: str
    subtitle: str
    alt: str
    reading: str
    headlines: tuple[Said, ...] = ()
    numbers: tuple[Said, ...] = ()
    cells: Mapping[str, OwnCell] = field(default_factory=dict)
    basis: str = ""
