"""What the official forecast leaves for the forecast book."""

from dataclasses import dataclass

from wiwak_eval.forecast.book import ForecastMonth, ForecastYear


@dataclass(frozen=True)
class OfficialRecord:
    """method, label: key and German name of the official method; the rest as in `book.BookEntry`."""

    method: str
    label: str
    history_months: tuple[str, ...]
    history_contacts: tuple[int, ...]
    months: tuple[ForecastMonth, ...]
    years: tuple[ForecastYear, ...]
