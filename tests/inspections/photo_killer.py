"""Adds photos to a round and tells of each once it is on disk, until it is killed; started by test_photos_disk."""

from __future__ import annotations

import sys
from io import BytesIO
from pathlib import Path
from uuid import UUID

from PIL import Image
from tests.builders import schema

from qualitydesk.basics.changes import By
from qualitydesk.basics.clock import SystemClock
from qualitydesk.inspections.model.photos import PhotoOrigin, PictureSource
from qualitydesk.inspections.service import Photos
from qualitydesk.storage.database import Database
from qualitydesk.storage.files import FileStore

assert schema.PARTS


def main() -> None:
    url, folder, round_id, stop_id, me, first = sys.argv[1:7]
    photos = Photos(Database.open(url), FileStore(Path(folder)), SystemClock())
    for at in range(int(first), int(first) + 200):
        out = BytesIO()
        Image.new("RGB", (320, 240), (at % 256, at // 256, 90)).save(out, "PNG")
        taken = photos.take(PictureSource(out.getvalue(), PhotoOrigin.FILE, f"{at}.png"))
        photo = photos.add(UUID(round_id), UUID(stop_id), "WALK-01", taken, By.alone(UUID(me))).value
        sys.stdout.write(f"{photo.id}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
