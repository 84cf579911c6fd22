"""The sheet of pictures as others see them."""

from pathlib import Path

import numpy as np
import pytest
from matplotlib import image

from wiwak_eval.publication.design import BLUE, ORANGE, WHITE
from wiwak_eval.publication.figure_sheet import VIEWS, main, sheet


def picture(path: Path, colour: str, wide: int) -> None:
    shade = [int(colour[place : place + 2], 16) for place in (1, 3, 5)]
    image.imsave(path, np.full((40, wide, 3), shade, dtype=np.uint8))


def test_a_row_a_picture_and_a_column_a_view(tmp_path: Path) -> None:
    picture(tmp_path / "1.png", ORANGE, 960)
    picture(tmp_path / "2.png", BLUE, 480)
    main([str(tmp_path), str(tmp_path / "out.png")])
    written = image.imread(tmp_path / "out.png")[..., :3]
    assert written.shape == (20 + 8 + 40 + 8, (480 + 8) * 5, 3), "the wide picture is halved"
    columns = [written[5, column * 488 + 10] for column in range(1 + len(VIEWS))]
    assert np.allclose(columns[0], [0xE5 / 255, 0x6A / 255, 0], atol=0.01)
    assert np.ptp(columns[1]) < 0.01, "the second column is grey"
    assert len({tuple(np.round(colour, 2)) for colour in columns}) == 5
    assert np.allclose(written[5, 484], 1.0), WHITE


def test_a_folder_without_pictures_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="no PNG file"):
        sheet(tmp_path)
    with pytest.raises(SystemExit, match="usage"):
        main([])
