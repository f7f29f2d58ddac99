"""Pictures of photos for the gallery: a round's in a grid, one in large, the editor of marks, an answer's own."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from itertools import cycle
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QWidget

from qualitydesk.inspections.model import RoundFilter, RoundState
from qualitydesk.inspections.ui.photos import PhotoViewer
from qualitydesk.inspections.ui.photos.marking import MarkDialog
from qualitydesk.inspections.ui.photos.picking import PickDialog
from qualitydesk.inspections.ui.photos.words import whose_of
from qualitydesk.inspections.ui.result import ResultPage

if TYPE_CHECKING:
    from qualitydesk.app.scenery import Stage


def photo_scenes(stage: Stage) -> Iterator[tuple[str, QWidget]]:
    """Of the newest finished round that has photos."""
    services, tools = stage.desk.services, stage.desk.tools
    finished = [line.id for line in services.rounds.lines(RoundFilter(state=RoundState.FINISHED), limit=200)]
    counts = services.photos.counts(finished)
    round_id = next((one for one in finished if one in counts), None)
    if round_id is None:
        return
    stage.desk.show_result(round_id)
    stage.until(lambda: True)
    page = stage.desk.page("result")
    assert isinstance(page, ResultPage) and page.gallery is not None
    page.tabs.setCurrentWidget(page.gallery)
    stage.until(lambda: True)
    yield "photos", stage.window
    shown, walk = services.photos.of_round(round_id), services.rounds.walk(round_id)
    at = next((at for at, photo in enumerate(shown) if photo.marks), 0)
    viewer = PhotoViewer(
        tools, services.photos, shown, at, by=stage.desk.by, walk=walk, finished=True, parent=stage.window
    )
    yield "photos-viewer", stage.dialog(viewer.open)
    large = QPixmap.fromImage(QImage.fromData(services.photos.kept(shown[at].sha256)))
    marks = MarkDialog(tools, large, shown[at].marks, stage.window)
    yield "photos-marks", stage.dialog(marks.open)
    with TemporaryDirectory() as folder:
        paths = [Path(folder) / f"IMG_{at}.jpg" for at in range(5)]
        for path, photo in zip(paths, cycle(shown), strict=False):
            path.write_bytes(services.photos.kept(photo.sha256))
        belongs = whose_of(walk, shown[0], tools.language)
        pick = PickDialog(tools, services.photos, paths, belongs, stage.window)
        yield "photos-pick", stage.dialog(pick.open)
    page.tabs.setCurrentWidget(page.failed_table)
    wanted = {(photo.stop_id, photo.item_code) for photo in shown}
    failed = next((row for row in page.failed.all_rows() if (row.stop.id, row.item.code) in wanted), None)
    if failed is not None:
        yield "photos-answer", stage.dialog(partial(page.failed_table.opened.emit, failed))
