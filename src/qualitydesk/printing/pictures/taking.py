"""A picture of any kind becomes an upright JPEG of at most 2,048 px without metadata, or a sentence why not.

Everything handed in is suspect: the sizes are looked at before a pixel is unpacked, and whatever a broken file makes
the decoders raise ends as Refused. The decoders let other threads run while they work.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO

from PIL import (
    AvifImagePlugin,
    BmpImagePlugin,
    GifImagePlugin,
    Image,
    ImageCms,
    JpegImagePlugin,
    PngImagePlugin,
    TiffImagePlugin,
    WebPImagePlugin,
)

from qualitydesk.basics.errors import Refused

LARGEST_FILE = 50 * 2**20  # bytes; telephones write 3 to 15 MB, those of 200 megapixels up to 45
LONGEST_SIDE = 2048
QUALITY = 88
_LARGEST = 64_000_000  # pixels unpacked as they are: at most some 300 MB of memory
_LARGEST_JPEG = 260_000_000  # a plain JPEG is made smaller while it is unpacked
# Named one by one: of the fifty kinds Pillow knows the odd ones are for those who look for its faults.
_KINDS = (
    JpegImagePlugin,
    PngImagePlugin,
    GifImagePlugin,
    BmpImagePlugin,
    WebPImagePlugin,
    TiffImagePlugin,
    AvifImagePlugin,
)
_FORMATS = tuple(name for name in ("JPEG", "PNG", "GIF", "BMP", "WEBP", "TIFF", "AVIF") if name in Image.OPEN)
_HEIC = {b"heic", b"heix", b"hevc", b"hevx", b"heim", b"heis", b"mif1", b"msf1"}
_ORIENTATION, _CHANGED, _DETAILS, _TAKEN, _ZONE = 0x0112, 0x0132, 0x8769, 0x9003, 0x9011
_UPRIGHT = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
# Pillow's own guard against bombs warns at its limit and raises at twice that; ours refuses below it, by kind of file.
Image.MAX_IMAGE_PIXELS = _LARGEST_JPEG


@dataclass(frozen=True)
class Picture:
    """A picture taken in. `taken`: the camera's clock, aware when it told its zone, else naive; None: not told."""

    jpeg: bytes
    width: int
    height: int
    taken: datetime | None


def take_in(content: bytes) -> Picture:
    """Make a picture ready to be kept: the first frame, upright, sRGB on white, JPEG without any metadata.

    Refused: picture_empty, picture_too_big, picture_heic, picture_truncated, picture_too_many_pixels,
    picture_unreadable.
    """
    if not content:
        raise Refused("picture_empty")
    if len(content) > LARGEST_FILE:
        raise Refused("picture_too_big", size=f"{len(content) / 2**20:.0f}", limit=LARGEST_FILE // 2**20)
    try:
        with Image.open(BytesIO(content), formats=_FORMATS) as opened:
            _refuse_bombs(opened)
            orientation, taken = _told_by_camera(opened)
            small = _small(opened)
        small = _in_colour(small)
        if (turn := _UPRIGHT.get(orientation)) is not None:  # the first of the ways is 0
            small = small.transpose(turn)
        return Picture(_as_jpeg(small), small.width, small.height, taken)
    except Refused:
        raise
    except Exception as error:  # a broken file may make the decoders raise nearly anything
        raise Refused(_why(content, error)) from error


def thumbnail(jpeg: bytes, side: int) -> bytes:
    """A kept picture as a small JPEG that fits into a square of `side` pixels."""
    with Image.open(BytesIO(jpeg), formats=("JPEG",)) as opened:
        opened.thumbnail((side, side), Image.Resampling.BICUBIC, reducing_gap=2.0)
        return _as_jpeg(opened.convert("RGB"))


def _refuse_bombs(opened: Image.Image) -> None:
    plain_jpeg = opened.format in ("JPEG", "MPO") and not opened.info.get("progressive")
    limit = _LARGEST_JPEG if plain_jpeg else _LARGEST
    if opened.width * opened.height > limit:
        raise Refused("picture_too_many_pixels")


def _told_by_camera(opened: Image.Image) -> tuple[int, datetime | None]:
    """Which way is up (1 to 8) and when it was taken; damaged notes count as none."""
    try:
        notes = opened.getexif()
        details = notes.get_ifd(_DETAILS)
        orientation = int(notes.get(_ORIENTATION) or 1)
        taken = _moment(details.get(_TAKEN) or notes.get(_CHANGED), details.get(_ZONE))
    except Exception:  # as above; the picture itself may be sound
        return 1, None
    return orientation, taken


def _moment(text: object, zone: object) -> datetime | None:
    """EXIF's "2026:11:21 10:05:33" with "+08:00", if there."""
    words = str(text or "").strip().rstrip("\0")
    if not re.fullmatch(r"\d{4}[:-]\d\d[:-]\d\d \d\d:\d\d:\d\d", words):
        return None
    offset = str(zone or "").strip().rstrip("\0")
    aware = re.fullmatch(r"[+-]\d\d:\d\d", offset) is not None
    stamp = f"{words[:4]}-{words[5:7]}-{words[8:]}" + (offset if aware else "")
    try:
        return datetime.fromisoformat(stamp)
    except ValueError:
        return None


def _small(opened: Image.Image) -> Image.Image:
    """At most 2,048 px on the long side, unpacked as small as the kind of file allows."""
    room = int(LONGEST_SIDE * 1.5)  # unpacked somewhat larger, for a sharp picture
    opened.draft(None, (room, room))
    opened.load()
    found: Image.Image = opened
    if found.mode in ("P", "PA", "1", "LA", "La", "RGBa") or "transparency" in found.info:
        found = found.convert("RGBA")  # colours of a palette cannot be blended
    elif found.mode.startswith(("I", "F")):
        found = _eight_bits(found)
    scale = LONGEST_SIDE / max(found.size)
    if scale < 1:
        size = (max(1, round(found.width * scale)), max(1, round(found.height * scale)))
        found = found.resize(size, Image.Resampling.LANCZOS, reducing_gap=2.0)
    elif found is opened:
        found = found.copy()
    for note in ("icc_profile", "transparency"):
        if note in opened.info:
            found.info[note] = opened.info[note]
    return found


def _eight_bits(deep: Image.Image) -> Image.Image:
    """Sixteen or more bits of grey become eight: by the range its figures were meant for, else the one they fill."""
    whole = deep.convert("F")
    low, high = (float(end) for end in whole.getextrema())  # type: ignore[arg-type]
    meant = (65535.0,) if deep.mode.startswith("I;16") else (1.0, 255.0, 65535.0)
    if low >= 0 and high <= meant[-1]:
        low, high = 0.0, next(one for one in meant if high <= one)
    span = (high - low) or 1.0
    return whole.point(lambda value: value * (255 / span) + (-low * 255 / span)).convert("L")


def _in_colour(found: Image.Image) -> Image.Image:
    """Plain RGB in the colours every screen means, what was transparent on white, nothing noted on it."""
    profile = found.info.pop("icc_profile", None)
    if found.mode == "RGBA" or "transparency" in found.info:
        ground = Image.new("RGB", found.size, (255, 255, 255))
        whole = found.convert("RGBA")
        ground.paste(whole, mask=whole.getchannel("A"))
        found = ground
    if profile:
        found = _by_profile(found, profile)
    if found.mode != "RGB":
        found = found.convert("RGB")
    found.info.clear()
    return found


def _by_profile(found: Image.Image, profile: bytes) -> Image.Image:
    """Telephones write wider colours than screens show; a damaged profile is passed over."""
    try:
        source = ImageCms.ImageCmsProfile(BytesIO(profile))
        turned = ImageCms.profileToProfile(found, source, ImageCms.createProfile("sRGB"), outputMode="RGB")
    except Exception:  # the colour library has errors of its own kind for each sort of damage
        return found
    return turned or found


def _as_jpeg(picture: Image.Image) -> bytes:
    out = BytesIO()
    # Not `optimize`: that writes all in one go, during which no other thread of the program could run.
    picture.save(out, "JPEG", quality=QUALITY, exif=b"", comment=b"", icc_profile=None)
    return out.getvalue()


def _why(content: bytes, error: Exception) -> str:
    if content[4:8] == b"ftyp" and content[8:12] in _HEIC:
        return "picture_heic"
    if isinstance(error, Image.DecompressionBombError | Image.DecompressionBombWarning):
        return "picture_too_many_pixels"
    return "picture_truncated" if "truncated" in str(error).lower() else "picture_unreadable"
