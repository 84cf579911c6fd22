"""The attacker: what an outsider can work out from everything printed. Knows published cells only, and nothing of how they were hidden."""

from wiwak_eval.disclosure.attack.attacker import attack

__all__ = ["attack"]
