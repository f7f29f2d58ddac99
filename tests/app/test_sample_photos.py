"""The sample's photos: some in finished rounds, some in the round left open, all of failed items, none of a face."""

from __future__ import annotations

from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from random import Random

import pytest
from PIL import Image

from qualitydesk.app.bootstrap import default_url, open_services
from qualitydesk.app.sample import SampleSize, fill
from qualitydesk.app.sample.photographs import MOST, drawn
from qualitydesk.basics.clock import FixedClock
from qualitydesk.inspections.model import RoundFilter, Verdict
from qualitydesk.inspections.model.photos import TimeSource


def test_what_failed_lately_was_photographed(tmp_path: Path) -> None:
    now = datetime(2026, 11, 21, 2, 0, tzinfo=UTC)
    services = open_services(default_url(tmp_path), tmp_path, clock=FixedClock(now))
    with services.database.transaction():
        fill(services, language="zh", size=SampleSize(days=60, every=10, slips=1))
    lines = services.rounds.lines(RoundFilter(), limit=200)
    counts = services.photos.counts([line.id for line in lines])
    assert 3 <= sum(counts.values()) <= MOST + 4
    for round_id in counts:
        walk = services.rounds.walk(round_id)
        for photo in services.photos.of_round(round_id):
            assert photo.item_code is not None
            assert walk.answers[photo.stop_id, photo.item_code].given.verdict is Verdict.FAIL
            assert photo.taken_from is TimeSource.CAMERA and photo.taken_at <= photo.added_at
            assert services.photos.picture(photo.id)
    services.close()


@pytest.mark.parametrize("kind", ["shoe", "own_shoe", "coat", "creased", "badge", "lamp", "bin", "floor"])
def test_every_scene_is_drawn_the_same_for_the_same_chance(kind: str) -> None:
    content = drawn(kind, Random(1), "2026:11:21 09:31:05")
    assert content == drawn(kind, Random(1), "2026:11:21 09:31:05")
    with Image.open(BytesIO(content)) as found:
        assert found.size == (960, 720) and len(found.resize((48, 36)).getcolors(48 * 36)) > 8
