"""The words around each picture, by the id of its table."""

from collections.abc import Mapping

from wiwak_eval.publication.pictures import budget, forecast, pilot
from wiwak_eval.publication.pictures.picture import Picture

PICTURES: Mapping[str, Picture] = {**pilot.PICTURES, **forecast.PICTURES, **budget.PICTURES}
