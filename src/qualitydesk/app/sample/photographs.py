"""Drawn photos for the sample: a shoe, a coat, a badge, a lamp, a bin, a floor, each with its fault. No people."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from io import BytesIO
from random import Random
from typing import NamedTuple
from uuid import UUID

from PIL import Image, ImageDraw, ImageFilter

from qualitydesk.app.bootstrap import Services
from qualitydesk.app.sample.people import read
from qualitydesk.basics.changes import By
from qualitydesk.basics.clock import Clock, local
from qualitydesk.inspections.model import Verdict
from qualitydesk.inspections.model.photos import Mark, MarkKind, PhotoOrigin, PictureSource

MOST = 14  # of all finished rounds together: each takes some 40 ms
_EACH, _OPEN = 2, 4  # of one finished round; of the one still open
_SIZE = (960, 720)
_TAKEN, _DETAILS = 0x9003, 0x8769
_GROUND, _FLOOR = (226, 222, 214), (196, 188, 176)
_LEATHER, _SOLE, _SCUFF = (52, 48, 50), (28, 26, 27), (176, 168, 158)
_CLOTH, _SEAM, _STAIN = (243, 245, 246), (188, 196, 200), (150, 122, 84)
_CARD, _ACCENT, _SHADE = (252, 252, 250), (30, 120, 112), (120, 126, 130)
_LIGHT, _DUST, _METAL = (250, 240, 200), (148, 142, 132), (150, 156, 160)
_WATER = (170, 196, 208)
_BRIGHT = ((196, 74, 92), (70, 120, 190), (226, 160, 70))

Draw = ImageDraw.ImageDraw


class _Scene(NamedTuple):
    """What is drawn, and where its fault is, as fractions (x1, y1, x2, y2)."""

    draw: Callable[[Draw, Random], None]
    fault: tuple[float, float, float, float]


def _shoe(draw: Draw, chance: Random) -> None:
    _upper(draw, _LEATHER, _SOLE)
    for _ in range(14):
        x, y = chance.randint(600, 740), chance.randint(470, 525)
        draw.line(
            (x, y, x + chance.randint(15, 50), y - chance.randint(2, 12)), fill=_SCUFF, width=chance.randint(2, 5)
        )


def _own_shoe(draw: Draw, chance: Random) -> None:
    _upper(draw, chance.choice(_BRIGHT), _CARD)
    draw.line((210, 500, 520, 440), fill=_CARD, width=14)
    draw.line((210, 525, 560, 470), fill=_CARD, width=14)


def _upper(draw: Draw, leather: tuple[int, int, int], sole: tuple[int, int, int]) -> None:
    draw.rectangle((0, 520, 960, 720), fill=_FLOOR)
    draw.polygon([(180, 540), (180, 360), (330, 350), (420, 430), (700, 460), (780, 540)], fill=leather)
    draw.rounded_rectangle((170, 536, 800, 570), 16, fill=sole)
    for at in range(4):
        draw.line((360 + at * 34, 392 + at * 18, 420 + at * 34, 372 + at * 18), fill=_SHADE, width=6)


def _coat(draw: Draw, chance: Random) -> None:
    _front(draw)
    for _ in range(5):
        x, y, wide = chance.randint(290, 380), chance.randint(430, 520), chance.randint(18, 46)
        draw.ellipse((x, y, x + wide, y + wide * 0.7), fill=_STAIN)


def _creased(draw: Draw, chance: Random) -> None:
    _front(draw)
    for _ in range(26):
        x, y = chance.randint(270, 640), chance.randint(470, 660)
        draw.line((x, y, x + chance.randint(20, 70), y + chance.randint(-26, 26)), fill=_SEAM, width=3)


def _front(draw: Draw) -> None:
    draw.polygon([(200, 720), (240, 120), (400, 60), (560, 60), (720, 120), (760, 720)], fill=_CLOTH)
    draw.line((480, 60, 480, 720), fill=_SEAM, width=4)
    draw.rectangle((540, 300, 690, 450), outline=_SEAM, width=4)
    for at in range(5):
        draw.ellipse((455, 150 + at * 110, 475, 170 + at * 110), fill=_SEAM)


def _badge(draw: Draw, chance: Random) -> None:
    _front(draw)
    tilt = chance.randint(8, 22)
    draw.polygon([(560, 480), (690, 480 - tilt), (698, 556 - tilt), (568, 558)], fill=_CARD, outline=_SHADE)
    draw.polygon([(564, 488), (688, 488 - tilt), (690, 504 - tilt), (566, 506)], fill=_ACCENT)


def _lamp(draw: Draw, chance: Random) -> None:
    draw.line((480, 0, 480, 160), fill=_SHADE, width=8)
    draw.polygon([(300, 420), (380, 160), (580, 160), (660, 420)], fill=_LIGHT, outline=_SHADE)
    for _ in range(220):
        x, y = chance.randint(330, 560), chance.randint(330, 415)
        size = chance.randint(2, 8)
        draw.ellipse((x, y, x + size, y + size), fill=_DUST)


def _bin(draw: Draw, chance: Random) -> None:
    draw.rectangle((0, 560, 960, 720), fill=_FLOOR)
    draw.polygon([(340, 640), (310, 300), (650, 300), (620, 640)], fill=_METAL, outline=_SHADE)
    for _ in range(16):
        x, y, wide = chance.randint(310, 590), chance.randint(200, 300), chance.randint(30, 90)
        grey = chance.randint(180, 250)
        draw.polygon(
            [(x, y), (x + wide, y + 20), (x + wide - 15, y + 60), (x - 10, y + 45)], fill=(grey, grey, grey - 12)
        )


def _floor(draw: Draw, chance: Random) -> None:
    for row in range(5):
        for column in range(7):
            shade = 206 + (row + column) % 2 * 14
            draw.rectangle((column * 140, 160 + row * 120, column * 140 + 138, 278 + row * 120), fill=(shade,) * 3)
    for _ in range(9):
        x, y, wide = chance.randint(330, 520), chance.randint(400, 500), chance.randint(60, 200)
        draw.ellipse((x, y, x + wide, y + wide * 0.45), fill=_WATER)


_SCENES = {
    "shoe": _Scene(_shoe, (0.6, 0.6, 0.82, 0.76)),
    "coat": _Scene(_coat, (0.27, 0.56, 0.46, 0.8)),
    "creased": _Scene(_creased, (0.27, 0.62, 0.74, 0.95)),
    "own_shoe": _Scene(_own_shoe, (0.15, 0.45, 0.86, 0.82)),
    "badge": _Scene(_badge, (0.55, 0.6, 0.76, 0.82)),
    "lamp": _Scene(_lamp, (0.32, 0.43, 0.62, 0.62)),
    "bin": _Scene(_bin, (0.3, 0.24, 0.72, 0.46)),
    "floor": _Scene(_floor, (0.32, 0.52, 0.78, 0.82)),
}
_BY_CODE = {
    "W-UNI-01": "coat",
    "M-UNI-01": "coat",
    "W-UNI-02": "creased",
    "M-UNI-02": "creased",
    "W-BADGE-03": "badge",
    "M-SHOE-04": "shoe",
    "M-SHOE-05": "shoe",
    "W-SHOE-01": "own_shoe",
    "W-SHOE-02": "own_shoe",
    "G-UNI-04": "own_shoe",
    "E-LIGHT-01": "lamp",
    "E-BIN-01": "bin",
    "E-FLOOR-01": "floor",
}


def drawn(kind: str, chance: Random, taken: str) -> bytes:
    """A JPEG of one scene as a telephone might have taken it at the local time `taken` ("2026:11:21 09:31:05")."""
    picture = Image.new("RGB", _SIZE, _GROUND)
    _SCENES[kind].draw(ImageDraw.Draw(picture), chance)
    picture = picture.filter(ImageFilter.GaussianBlur(1.2)).rotate(chance.uniform(-3, 3), fillcolor=_GROUND)
    notes = Image.Exif()
    notes.get_ifd(_DETAILS)[_TAKEN] = taken
    out = BytesIO()
    picture.save(out, "JPEG", quality=85, exif=notes)
    return out.getvalue()


class Photographs:
    """Adds photos to some of what failed in rounds of the sample."""

    def __init__(self, past: Services, clock: Clock, random: Random, language: str) -> None:
        self._past = past
        self._clock = clock
        self._random = random
        self._language = language
        self._captions = read("photos")["photos"]
        self._left = MOST

    def attach(self, round_id: UUID, by: By) -> None:
        """Photos of a round about to be finished, while there are not enough of them; joins the transaction."""
        self._left -= self._attach(round_id, by, min(_EACH, self._left))

    def attach_open(self, round_id: UUID, by: By) -> None:
        """Photos of the round that is to be gone on with."""
        self._attach(round_id, by, _OPEN)

    def _attach(self, round_id: UUID, by: By, most: int) -> int:
        walk, added = self._past.rounds.walk(round_id), 0
        for (stop_id, code), answer in sorted(walk.answers.items(), key=lambda one: (str(one[0][0]), one[0][1])):
            kind = _BY_CODE.get(code)
            if kind is None or answer.given.verdict is not Verdict.FAIL or added >= most:
                continue
            added += 1
            self._add(round_id, stop_id, code, kind, by)
        return added

    def _add(self, round_id: UUID, stop_id: UUID, code: str, kind: str, by: By) -> None:
        taken = local(self._clock.now() - timedelta(minutes=self._random.randint(1, 9)))
        name = f"IMG_{taken:%Y%m%d_%H%M%S}.jpg"
        content = drawn(kind, self._random, f"{taken:%Y:%m:%d %H:%M:%S}")
        picture = self._past.photos.take(PictureSource(content, PhotoOrigin.FOLDER, name))
        photo = self._past.photos.add(round_id, stop_id, code, picture, by).value
        if self._random.random() < 0.7:
            words = next(one[self._language] for one in self._captions if one["kind"] == kind)
            photo = self._past.photos.describe(photo.id, photo.revision, words, by).value
        if self._random.random() < 0.6:
            mark = self._random.choice((MarkKind.ELLIPSE, MarkKind.ARROW))
            x1, y1, x2, y2 = _SCENES[kind].fault
            ends = (x1, y1, x2, y2) if mark is MarkKind.ELLIPSE else (0.08, 0.12, (x1 + x2) / 2, (y1 + y2) / 2)
            self._past.photos.mark(photo.id, photo.revision, (Mark(mark, *ends),), by)
