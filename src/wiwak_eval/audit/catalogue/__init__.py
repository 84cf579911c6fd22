"""`index.html` beside the run folders: which runs there are, what they were asked for, what came out."""

from wiwak_eval.audit.catalogue.writing import CATALOGUE, write_catalogue

__all__ = ["CATALOGUE", "write_catalogue"]
