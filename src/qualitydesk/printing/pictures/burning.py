"""Marks and a stamp burnt into a copy of a picture, for papers. The picture as it was kept stays as it is."""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import cache
from io import BytesIO
from typing import Literal, NamedTuple

from PIL import Image, ImageDraw, ImageFont

from qualitydesk.basics.places import shipped
from qualitydesk.printing.pictures.taking import QUALITY

INK = (180, 35, 24)  # paper's red
HALO = (255, 255, 255)
_BAND = (27, 36, 38)
_LEAST_TYPE = 12  # px: below that nobody reads it


class Shape(NamedTuple):
    """A mark in fractions of the picture: an arrow to (x2, y2), or an ellipse between the corners."""

    kind: Literal["arrow", "ellipse"]
    x1: float
    y1: float
    x2: float
    y2: float


def burnt(jpeg: bytes, shapes: Sequence[Shape] = (), stamp: str = "") -> bytes:
    """A JPEG of the same size with `shapes` drawn upon it and `stamp` in a band under its lower edge.

    The band lies below the picture, so that it hides nothing of what was seen. Same input, same bytes.
    """
    with Image.open(BytesIO(jpeg), formats=("JPEG",)) as opened:
        picture = opened.convert("RGB")
    picture.info.clear()
    _draw_marks(picture, shapes)
    if stamp:
        picture = _with_band(picture, stamp)
    out = BytesIO()
    picture.save(out, "JPEG", quality=QUALITY)
    return out.getvalue()


def _draw_marks(picture: Image.Image, shapes: Sequence[Shape]) -> None:
    draw = ImageDraw.Draw(picture)
    wide = max(2, round(max(picture.size) / 200))
    for shape in shapes:
        ends = (
            shape.x1 * picture.width,
            shape.y1 * picture.height,
            shape.x2 * picture.width,
            shape.y2 * picture.height,
        )
        for ink, width in ((HALO, wide * 2), (INK, wide)):  # the light edge shows it on dark ground
            if shape.kind == "arrow":
                _draw_arrow(draw, ends, ink, width, wide)
            else:
                _draw_ellipse(draw, ends, ink, width, wide)


def _draw_ellipse(
    draw: ImageDraw.ImageDraw, ends: tuple[float, ...], ink: tuple[int, int, int], width: int, plain: int
) -> None:
    x1, y1, x2, y2 = min(ends[0], ends[2]), min(ends[1], ends[3]), max(ends[0], ends[2]), max(ends[1], ends[3])
    out = (width - plain) / 2
    draw.ellipse((x1 - out, y1 - out, x2 + out, y2 + out), outline=ink, width=width)


def _draw_arrow(
    draw: ImageDraw.ImageDraw, ends: tuple[float, ...], ink: tuple[int, int, int], width: int, plain: int
) -> None:
    head, out = arrow_head(*ends, size=plain * 6), (width - plain) / 2
    draw.line((ends[0], ends[1], *_middle(head[1], head[2])), fill=ink, width=width)
    draw.polygon(head, fill=ink)
    if out:
        draw.line([*head, head[0]], fill=ink, width=width, joint="curve")


def arrow_head(x1: float, y1: float, x2: float, y2: float, *, size: float) -> list[tuple[float, float]]:
    """The three corners of an arrow's head in pixels, the point first; never longer than the arrow."""
    length = math.hypot(x2 - x1, y2 - y1) or 1.0
    along = ((x2 - x1) / length, (y2 - y1) / length)
    size = min(size, length)
    back = (x2 - along[0] * size, y2 - along[1] * size)
    side = (-along[1] * size * 0.45, along[0] * size * 0.45)
    return [(x2, y2), (back[0] + side[0], back[1] + side[1]), (back[0] - side[0], back[1] - side[1])]


def _middle(one: tuple[float, float], other: tuple[float, float]) -> tuple[float, float]:
    return (one[0] + other[0]) / 2, (one[1] + other[1]) / 2


def _with_band(picture: Image.Image, stamp: str) -> Image.Image:
    """The picture on top of a dark band that tells the stamp, its type small enough to fit."""
    size = max(_LEAST_TYPE, round(max(picture.size) / 48))
    while size > _LEAST_TYPE and _face(size).getlength(stamp) > picture.width - size:
        size -= 1
    words = _cut(stamp, _face(size), picture.width - size)
    band = round(size * 1.8)
    whole = Image.new("RGB", (picture.width, picture.height + band), _BAND)
    whole.paste(picture)
    place = (size / 2, picture.height + band / 2)
    ImageDraw.Draw(whole).text(place, words, fill=HALO, font=_face(size), anchor="lm")
    return whole


def _cut(words: str, face: ImageFont.FreeTypeFont, room: float) -> str:
    if face.getlength(words) <= room:
        return words
    while words and face.getlength(words + "…") > room:
        words = words[:-1]
    return words + "…"


@cache
def _face(size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(shipped("resources/fonts") / "NotoSansSC-Regular.ttf"), size)
