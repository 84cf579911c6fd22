"""`nbformat`, imported in a tenth of its time.

It imports jsonschema, which builds the grammar of internationalised addresses where the package for that is installed (JupyterLab brings
it along). No notebook is checked for addresses, so the package counts as absent meanwhile; jsonschema provides for that.
"""

import sys
from typing import Any

_GRAMMAR = "rfc3987_syntax"

_modules: dict[str, Any] = sys.modules
_absent = _GRAMMAR not in _modules
if _absent:
    _modules[_GRAMMAR] = None
try:
    import nbformat
finally:
    if _absent:
        _modules.pop(_GRAMMAR, None)

__all__ = ["nbformat"]
