"""How colours look in grey and to people with a colour vision deficiency, how far apart they are, and what can be read on what."""

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

DEFICIENCIES: Mapping[str, Floats] = {
    "protan": np.array([[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]),
    "deutan": np.array([[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]),
    "tritan": np.array([[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]]),
}
"""Full deficiency of one kind of cone, for linear RGB: Machado, Oliveira & Fernandes (2009), IEEE TVCG 15(6), 1291–1298, severity 1.0."""
_TO_XYZ = np.array([[0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.0721750], [0.0193339, 0.1191920, 0.9503041]])
"""Linear sRGB to CIE XYZ, white D65: IEC 61966-2-1."""
_LUMINANCE = np.array([0.2126, 0.7152, 0.0722])


def from_hex(colour: str) -> Floats:
    """`#rrggbb` as sRGB from 0 to 1."""
    return np.array([int(colour[place : place + 2], 16) for place in (1, 3, 5)]) / 255


def luminance(srgb: Floats) -> Floats:
    """Relative luminance of colours, last axis sRGB from 0 to 1. Source: WCAG 2.2, definition of relative luminance."""
    return np.asarray(_linear(srgb) @ _LUMINANCE)


def contrast(one: Floats, other: Floats) -> Floats:
    """Contrast of two luminances, 1 to 21. Source: WCAG 2.2, definition of contrast ratio."""
    return (np.maximum(one, other) + 0.05) / (np.minimum(one, other) + 0.05)


def seen(srgb: Floats, deficiency: str) -> Floats:
    """Colours, last axis sRGB from 0 to 1, as people see them who lack one kind of cone; `grey`: as a grey print shows them.

    Raises KeyError for a deficiency that is not in `DEFICIENCIES`.
    """
    if deficiency == "grey":
        return _gamma(np.repeat(luminance(srgb)[..., np.newaxis], 3, axis=-1))
    return _gamma(np.clip(_linear(srgb) @ DEFICIENCIES[deficiency].T, 0, 1))


def difference(one: Floats, other: Floats) -> float:
    """Distance of two colours (sRGB from 0 to 1) in CIELAB, CIE76: 2.3 can just be seen (Mahy et al. 1994)."""
    return float(np.linalg.norm(_lab(one) - _lab(other)))


def lightness(srgb: Floats) -> float:
    """L* of CIELAB, 0 to 100."""
    return float(_lab(srgb)[0])


def _lab(srgb: Floats) -> Floats:
    """CIELAB of one colour, white D65. Source: CIE 15:2004."""
    share = (_TO_XYZ @ _linear(srgb)) / _TO_XYZ.sum(axis=1)
    x, y, z = np.where(share > 216 / 24389, np.cbrt(share), (24389 / 27 * share + 16) / 116)
    return np.array([116 * y - 16, 500 * (x - y), 200 * (y - z)])


def _linear(srgb: Floats) -> Floats:
    """sRGB without its gamma: IEC 61966-2-1."""
    return np.where(srgb <= 0.04045, srgb / 12.92, ((srgb + 0.055) / 1.055) ** 2.4)


def _gamma(linear: Floats) -> Floats:
    return np.where(linear <= 0.0031308, linear * 12.92, 1.055 * linear ** (1 / 2.4) - 0.055)
