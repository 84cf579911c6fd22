"""What Python raises where a file is not built as the standard says: a name for a dictionary, a key that is missing, words for a number."""

from pikepdf import PdfError

MISBUILT = (PdfError, ArithmeticError, AttributeError, LookupError, RuntimeError, TypeError, ValueError)
"""Whoever reads a file that somebody else wrote catches these, and says that the file is at fault."""
