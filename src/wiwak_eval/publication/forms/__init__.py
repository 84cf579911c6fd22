"""The county's and the Land's own forms, filled with the released numbers of a run by a mapping file."""

from wiwak_eval.publication.forms.filling import Filling, fill_form

__all__ = ["Filling", "fill_form"]
