"""Pictures from cameras and clipboards: taken in safely, made small, drawn upon. Pillow's place; knows no rows.

`taking` any file → an upright JPEG without metadata · `burning` marks and a stamp drawn into a copy.
"""

from __future__ import annotations

from qualitydesk.printing.pictures.burning import Shape, burnt
from qualitydesk.printing.pictures.taking import LARGEST_FILE, LONGEST_SIDE, Picture, take_in, thumbnail

__all__ = ["LARGEST_FILE", "LONGEST_SIDE", "Picture", "Shape", "burnt", "take_in", "thumbnail"]
