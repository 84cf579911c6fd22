"""Quotes that follow no rule are rewritten so that they do; line breaks stay where they are."""

import re

from wiwak_eval.records.rules import TableRefused

QUOTE = b'"'


def requote(data: bytes, separator: bytes) -> bytes:
    """The same fields with every quote regular: a field that holds quotes is quoted and its quotes doubled.

    A quote within an unquoted field, or text after a closing quote, is kept as it stands. Raises TableRefused where a quoted field
    is never closed.
    """
    other = rb"[^" + re.escape(separator) + rb"\n]"
    field = re.compile(
        rb"(?<!" + other + rb')(?:"(?P<quoted>(?:[^"]++|"")*+)"(?P<tail>' + other + rb"*)"
        rb"|(?P<plain>[^\"" + re.escape(separator) + rb'\n]+"' + other + rb'*)|(?P<open>"))'
    )
    return field.sub(lambda match: _regular(match, data), data)


def _regular(match: re.Match[bytes], data: bytes) -> bytes:
    if match["open"] is not None:
        line = data.count(b"\n", 0, match.start()) + 1
        raise TableRefused(f"ein Anführungszeichen in Zeile {line} wird nicht geschlossen")
    if match["plain"] is not None:
        return QUOTE + match["plain"].replace(QUOTE, b'""') + QUOTE
    return QUOTE + match["quoted"] + match["tail"].replace(QUOTE, b'""') + QUOTE
