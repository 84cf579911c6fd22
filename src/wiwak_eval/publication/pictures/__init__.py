"""The words around each picture, by the id of its table."""

from collections.abc import Mapping

from wiwak_eval.publication.pictures import access, budget, chain, controlling, costs, forecast, land, network, pilot, risk, slips, trend
from wiwak_eval.publication.pictures.picture import Picture

PICTURES: Mapping[str, Picture] = {
    **pilot.PICTURES,
    **trend.PICTURES,
    **costs.PICTURES,
    **access.PICTURES,
    **chain.PICTURES,
    **slips.PICTURES,
    **network.PICTURES,
    **forecast.PICTURES,
    **budget.PICTURES,
    **risk.PICTURES,
    **controlling.PICTURES,
    **land.PICTURES,
}
