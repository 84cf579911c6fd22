"""Monthly controlling: actual against plan, what is still to call, deadlines, and how the year will end."""

from wiwak_eval.budget.controlling.controlling import Controlling, controlling

__all__ = ["Controlling", "controlling"]
