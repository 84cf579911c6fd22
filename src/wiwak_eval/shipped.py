"""Where the notebooks, data, lock and project file that travel with the package are: in the wheel, or in the repository."""

from pathlib import Path

_IN_WHEEL = Path(__file__).parent / "_shipped"
_IN_REPOSITORY = Path(__file__).parents[2]


def shipped(name: str) -> Path:
    """Path of `notebooks`, `data`, `requirements.lock` or `pyproject.toml`. Raises FileNotFoundError where the installation is broken."""
    for root in (_IN_WHEEL, _IN_REPOSITORY):
        if (root / name).exists():
            return root / name
    raise FileNotFoundError(f"Die Installation ist unvollständig: „{name}“ fehlt. Bitte wiwak-eval neu installieren.")
