"""A logo from any picture file: no larger than papers need, upright, and without what the file says besides."""

from __future__ import annotations

import warnings
from io import BytesIO

from PIL import Image, ImageOps

from qualitydesk.basics.errors import Refused

MOST_BYTES = 20 * 2**20
_MOST_DOTS = 60_000_000  # a picture of ten thousand by six thousand dots is no logo
_FINEST = (1200, 500)  # dots: 40 × 14 mm at 600 dots an inch, and some


def fitted_logo(picture: bytes) -> bytes:
    """PNG of the picture alone: metadata are left behind. Refused: logo_no_picture, logo_too_big."""
    if len(picture) > MOST_BYTES:
        raise Refused("logo_too_big", megabytes=MOST_BYTES // 2**20)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # a bomb is told by its size below
            image = Image.open(BytesIO(picture), formats=("PNG", "JPEG", "BMP", "GIF", "WEBP", "TIFF"))
        if image.width * image.height > _MOST_DOTS:
            raise Refused("logo_too_big", megabytes=MOST_BYTES // 2**20)
        upright = ImageOps.exif_transpose(image)
        upright = upright.convert("RGBA" if "transparency" in upright.info or "A" in upright.mode else "RGB")
    except Image.DecompressionBombError as error:
        raise Refused("logo_too_big", megabytes=MOST_BYTES // 2**20) from error
    except (OSError, ValueError, SyntaxError) as error:
        raise Refused("logo_no_picture") from error
    upright.thumbnail(_FINEST)
    bare = Image.frombytes(upright.mode, upright.size, upright.tobytes())  # nothing but the dots
    out = BytesIO()
    bare.save(out, "PNG", optimize=True)
    return out.getvalue()
