"""`python -m wiwak_eval.publication.figure_sheet FOLDER SHEET.png`: all pictures of a folder as they are, in grey, and colour-blind.

For developers who change a picture: one look tells whether anything hangs on colour alone. The folder is `bilder` of a run.
"""

import sys
from pathlib import Path

import numpy as np
from matplotlib import image

from wiwak_eval.publication.colour_vision import DEFICIENCIES, Floats, seen

VIEWS = ("grey", *DEFICIENCIES)
"""Beside each picture as it is."""
_WIDE = 480
"""About how many pixels a picture is wide on the sheet."""
_GAP = 8
"""Pixels between pictures."""


def sheet(folder: Path) -> Floats:
    """All PNG files of a folder by name, a row each, a column a view. height × width × 3, from 0 to 1. Raises ValueError without any."""
    rows = [_row(_small(image.imread(path)[..., :3])) for path in sorted(folder.glob("*.png"))]
    if not rows:
        raise ValueError(f"no PNG file in {folder}")
    wide = max(row.shape[1] for row in rows)
    return np.vstack([np.pad(row, ((0, _GAP), (0, wide - row.shape[1]), (0, 0)), constant_values=1.0) for row in rows])


def main(arguments: list[str]) -> None:
    """Write the sheet. arguments: folder of PNG files, file to write."""
    if len(arguments) != 2:
        raise SystemExit("usage: python -m wiwak_eval.publication.figure_sheet FOLDER SHEET.png")
    image.imsave(arguments[1], sheet(Path(arguments[0])))


def _row(picture: Floats) -> Floats:
    views = [picture, *(seen(picture, view) for view in VIEWS)]
    return np.hstack([np.pad(view, ((0, 0), (0, _GAP), (0, 0)), constant_values=1.0) for view in views])


def _small(picture: Floats) -> Floats:
    """The mean of so many pixels in each direction that the picture has about the width of the sheet's column."""
    step = max(1, round(picture.shape[1] / _WIDE))
    height, wide = (side // step for side in picture.shape[:2])
    part: Floats = picture[: height * step, : wide * step].reshape(height, step, wide, step, 3).mean(axis=(1, 3)).astype(np.float64)
    return part


if __name__ == "__main__":
    main(sys.argv[1:])
