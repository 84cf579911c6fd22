"""How the pilot year is evaluated: the logic model with its rival explanations, and the evaluation matrix."""

from wiwak_eval.publication.evaluation_design.model import LogicModel, Matrix, load_logic_model, load_matrix
from wiwak_eval.publication.evaluation_design.tables import EvaluationDesign, evaluation_design

__all__ = ["EvaluationDesign", "LogicModel", "Matrix", "evaluation_design", "load_logic_model", "load_matrix"]
