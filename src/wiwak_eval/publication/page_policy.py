"""What a browser may do with the web page: apply its one style sheet, run its own scripts, nothing else."""

import base64
import hashlib
from collections.abc import Sequence


def content_policy(style: str, scripts: Sequence[str]) -> str:
    """The page's content security policy. Only these texts count as style and script, the typeface alone may come from data.

    Raises ValueError for a text that would end its own element.
    """
    if any("</" in text for text in (style, *scripts)):
        raise ValueError("a style or script ends its own element")
    sources = {
        "default-src": "'none'",
        "style-src": _digest(style),
        "script-src": " ".join(map(_digest, scripts)) or "'none'",
        "font-src": "data:",
        "base-uri": "'none'",
        "form-action": "'none'",
    }
    return "; ".join(f"{kind} {source}" for kind, source in sources.items())


def _digest(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
