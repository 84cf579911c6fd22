"""From one county to all 23 counties and towns of the Land."""

from wiwak_eval.transfer.result import HomeRanges, Transfer, transfer

__all__ = ["HomeRanges", "Transfer", "transfer"]
