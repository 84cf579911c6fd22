"""What a run says of itself."""

import ast
import json
from dataclasses import dataclass
from pathlib import Path

from wiwak_eval.audit.names import BUNDLE
from wiwak_eval.results import GermanError
from wiwak_eval.study.opened import Parameters

INJECTED = "injected-parameters"


@dataclass(frozen=True)
class Claimed:
    """parameters: as they were asked for; digests: of what the run was made from; simulated: whether its delivery says so; manifest: all of
    it."""

    run: str
    parameters: Parameters
    digests: dict[str, str]
    simulated: bool
    manifest: dict[str, object]


def read_claims(run: Path) -> Claimed:
    """The run's manifest. Raises GermanError where it is none."""
    try:
        manifest = json.loads((run / BUNDLE / "manifest.json").read_text(encoding="utf-8"))
        asked, delivery = manifest["parameters"], manifest["delivery"]
        injected = _injected(run)
        parameters = Parameters(
            _plain(str(delivery["name"])),
            str(asked["scenario"]),
            str(injected.get("as_of", asked["as_of"])),
            str(asked["release"]),
            bool(asked["accept_losses"]),
            float(asked["max_rejected"]),
        )
        digests = {str(name): str(value) for name, value in manifest["digests"].items()}
        return Claimed(str(manifest["run"]), parameters, digests, bool(delivery["simulated"]), manifest)
    except (OSError, ValueError, KeyError, TypeError, AttributeError, SyntaxError, RecursionError):
        raise GermanError(f"„{BUNDLE}/manifest.json“ des Laufs ist nicht lesbar. Bitte die unveränderte Kopie des Laufs nehmen.") from None


def _plain(name: str) -> str:
    """A delivery's name, which becomes that of a folder: one that leads elsewhere was forged. Raises ValueError."""
    if not name or name != Path(name).name or name == ".." or "\0" in name:
        raise ValueError(name)
    return name


def _injected(run: Path) -> dict[str, object]:
    """Parameters as they stand in the first executed notebook: an as-of date left empty and one written out make the same run."""
    for file in sorted((run / "notebooks").glob("*.ipynb")):
        for cell in json.loads(file.read_text(encoding="utf-8"))["cells"]:
            if INJECTED in cell["metadata"].get("tags", []):
                body = ast.parse("".join(cell["source"])).body
                pairs = ((one.targets[0], one.value) for one in body if isinstance(one, ast.Assign))
                return {name.id: ast.literal_eval(value) for name, value in pairs if isinstance(name, ast.Name)}
    return {}
