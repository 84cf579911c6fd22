"""Names of municipalities made comparable: people write them as they like."""

import re

from wiwak_eval.records.contract import fold

_AGS = re.compile(r"(?<!\d)\d{8}(?!\d)")
_KIND = re.compile(r"^(stadt|gemeinde|markt)\s+|\s*,\s*(stadt|gemeinde|markt|kurort)\s*$", re.IGNORECASE)


def place_key(name: str) -> str:
    """What equal municipalities share: the folded name without „Stadt“ or „Gemeinde“; the eight-digit AGS where no name stands.

    Empty for a text without either. A name and an AGS alone are never taken for one: no list of municipalities is shipped.
    """
    found = _AGS.search(name)
    bare = fold(_KIND.sub("", _AGS.sub("", name).strip()))
    return bare if any(sign.isalpha() for sign in bare) else found.group() if found else ""
