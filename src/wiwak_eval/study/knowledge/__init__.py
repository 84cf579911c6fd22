"""What became known between the as-of dates of two runs, and what each of it changes."""

from wiwak_eval.study.knowledge.comparing import KnowledgeComparison, compare_knowledge
from wiwak_eval.study.knowledge.csv_file import write_csv
from wiwak_eval.study.knowledge.words import sentences

__all__ = ["KnowledgeComparison", "compare_knowledge", "sentences", "write_csv"]
