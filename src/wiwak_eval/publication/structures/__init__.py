"""Who does what for recognised refugees in the county: tasks, providers, and where each statement comes from."""

from wiwak_eval.publication.structures.model import StructureSet, load_structures
from wiwak_eval.publication.structures.tables import Structures, structures

__all__ = ["StructureSet", "Structures", "load_structures", "structures"]
