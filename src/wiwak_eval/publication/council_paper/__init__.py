"""beschlussvorlage.docx: what the county council decides on, in our own layout or in the county's."""

from wiwak_eval.publication.council_file import FILE, READER, TEMPLATE_FILE
from wiwak_eval.publication.council_paper.fields import PLACEHOLDERS
from wiwak_eval.publication.council_paper.own_template import own_template
from wiwak_eval.publication.council_paper.paper import CouncilPaper, council_paper

__all__ = ["FILE", "PLACEHOLDERS", "READER", "TEMPLATE_FILE", "CouncilPaper", "council_paper", "own_template"]
