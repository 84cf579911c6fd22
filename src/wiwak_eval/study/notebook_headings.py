"""Under which heading a notebook says a text: how readers know it, who never see its name in the code."""

import json
import re
from collections.abc import Mapping
from pathlib import Path

_HEADING = re.compile(r"^#+\s+(.+?)\s*$", re.MULTILINE)
_SAID = re.compile(r"""study\.say\(["']([^"']+)["']\)""")


def headings_of_texts(notebook: Path) -> Mapping[str, str]:
    """The heading above each text, by the text's name; none for what stands above the first heading."""
    heading, found = "", dict[str, str]()
    for cell in json.loads(notebook.read_text(encoding="utf-8"))["cells"]:
        source = "".join(cell["source"])
        if cell["cell_type"] == "markdown":
            heading = next(reversed(_HEADING.findall(source)), heading)
        elif heading:
            found |= {name: heading for name in _SAID.findall(source) if name not in found}
    return found
