"""The study: what a notebook holds."""

from wiwak_eval.study.study import Study, open_study

__all__ = ["Study", "open_study"]
