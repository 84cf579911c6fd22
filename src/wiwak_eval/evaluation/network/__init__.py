"""Who works with whom: organisations as nodes, referrals as ties, the centre as hub."""

from wiwak_eval.evaluation.network.result import Network, network

__all__ = ["Network", "network"]
