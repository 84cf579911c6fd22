"""The words around a picture."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Picture:
    """chart: name in `charts.CHARTS`; title: what it is a picture of, true whatever the numbers say; the rest as in `content.Figure`.

    headlines: templates of the finding as a sentence, as `phrases.sentence` fills them; the first of whose numbers all are known becomes
    the title. numbers: templates that follow the description for those who do not see the picture.
    """

    chart: str
    title: str
    subtitle: str
    alt: str
    reading: str
    headlines: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()
