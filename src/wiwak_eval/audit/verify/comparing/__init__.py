"""A run held against itself made again, file by file, by the rules of exactness."""

from wiwak_eval.audit.verify.comparing.folders import Comparison, compare_folders

__all__ = ["Comparison", "compare_folders"]
