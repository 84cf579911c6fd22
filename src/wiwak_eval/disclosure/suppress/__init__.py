"""Which numbers of a release to withhold so that no small group can be told; knows nothing of how it will be attacked."""

from wiwak_eval.disclosure.suppress.demand import Demand, Suppression
from wiwak_eval.disclosure.suppress.suppressor import suppress

__all__ = ["Demand", "Suppression", "suppress"]
