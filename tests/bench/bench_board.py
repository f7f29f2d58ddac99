"""The board with 5,000 open cards: first paint and a scroll step, against bare list views with a bare delegate.

`python -m tests.bench.bench_board` prints a JSON line each. The limit is the same number of list views with uniform
sizes over the same rows, whose delegate draws a card's frame and the same words, ready made, left and right, as they
come: no reckoning, no cutting, no colours. Both are taken turn about, as CPU of the GUI thread: wall time knows who
else runs.
"""

from __future__ import annotations

import gc
import json
import os
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from random import Random
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from qualitydesk.basics.ids import new_id
from qualitydesk.complaints.model import (
    LANE_OF,
    BoardLane,
    CaseLine,
    Channel,
    Lane,
    Level,
    Stage,
    Step,
    SubjectKind,
)
from qualitydesk.complaints.ui.card import texts_of
from qualitydesk.complaints.ui.lane_view import LaneColumn
from qualitydesk.kit.look import Look

AIM, CARDS, TURNS, SCROLLS, HELD = 1.5, 5_000, 7, 60, 16.0
NOW = datetime(2026, 11, 21, 2, 0, tzinfo=UTC)
LANES = tuple(lane for lane in Lane if lane is not Lane.DONE)
LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
Index = QModelIndex | QPersistentModelIndex


def lines(count: int) -> list[CaseLine]:
    """Cards as a full board has them, every step alike often."""
    random = Random(5)
    steps = list(Step)
    made = []
    for at in range(count):
        step = steps[at % len(steps)]
        due = NOW + timedelta(minutes=random.randrange(-5_000, 20_000))
        made.append(
            CaseLine(
                new_id(), f"LGBJ202611{at:04d}", f"LGBJ  202611{at:06d}", new_id(), f"安和第{at % 40}门诊部",
                random.choice(list(Channel)), step, Stage.OPEN, random.choice([None, *Level]), "王丽华", "李建国",
                "13812345678", new_id(), "顾晓岚", NOW - timedelta(days=2), NOW, None, due, "closing", due,
                due + timedelta(days=4), at % 9 == 0, at % 11 == 0, int(at % 13 == 0), None, 0, 0, "等候四十分钟。",
                (random.choice(list(SubjectKind)),), 1,
            )
        )  # fmt: skip
    return made


class BareModel(QAbstractListModel):
    def __init__(self, rows: Sequence[tuple[tuple[str, str], ...]]) -> None:
        super().__init__()
        self._rows = rows

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        return self._rows[index.row()] if role == Qt.ItemDataRole.UserRole else None


class BareDelegate(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(180, 150)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect: QRect = option.rect
        painter.drawRoundedRect(rect.adjusted(0, 0, -1, -8), 8, 8)
        for at, (left, right) in enumerate(index.data(Qt.ItemDataRole.UserRole)):
            place = QRect(rect.x() + 8, rect.y() + 8 + 18 * at, rect.width() - 16, 18)
            painter.drawText(place, LEFT, left)
            if right:
                painter.drawText(place, RIGHT, right)


def bare_list(rows: Sequence[tuple[tuple[str, str], ...]]) -> QListView:
    made = QListView()
    made.setUniformItemSizes(True)
    made.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
    made.setItemDelegate(BareDelegate(made))
    model = BareModel(rows)
    model.setParent(made)
    made.setModel(model)
    return made


def board_of(found: Sequence[BoardLane]) -> tuple[QWidget, list[QListView]]:
    window = QWidget()
    row = QHBoxLayout(window)
    views = []
    for one in found:
        column = LaneColumn(one.lane, "zh", lambda: NOW)
        column.show_lane(one)
        row.addWidget(column)
        views.append(column.list)
    return window, views


Texts = Sequence[tuple[tuple[str, str], ...]]


def bare_of(lanes: Sequence[Texts]) -> tuple[QWidget, list[QListView]]:
    window = QWidget()
    row = QHBoxLayout(window)
    views = []
    for texts in lanes:
        view = bare_list(texts)
        row.addWidget(view)
        views.append(view)
    return window, views


def ready_made(found: Sequence[BoardLane]) -> list[Texts]:
    """The words of every card, for the limit, outside the time taken."""
    return [
        [
            tuple((left, right) for left, _tone, right, _right_tone in texts_of(line, NOW, "zh").lines)
            for line in one.cards
        ]
        for one in found
    ]


def first_paint(application: QApplication, build: Callable[[], tuple[QWidget, list[QListView]]]) -> float:
    """CPU milliseconds from nothing to painted."""
    began = time.thread_time()
    window, _views = build()
    window.resize(1198, 650)
    window.show()
    application.processEvents()
    window.grab()
    taken = (time.thread_time() - began) * 1000
    window.close()
    window.deleteLater()
    application.processEvents()
    return taken


def scroll_steps(application: QApplication, window: QWidget, views: Sequence[QListView], offset: int) -> list[float]:
    """CPU milliseconds of each step of three notches of the wheel, all lanes in turn."""
    taken = []
    for at in range(SCROLLS):
        view = views[at % len(views)]
        bar = view.verticalScrollBar()
        began = time.thread_time()
        bar.setValue(bar.value() + 160 + offset)
        application.processEvents()
        taken.append((time.thread_time() - began) * 1000)
    return taken


def row(work: str, ours: float, limit: float, aim: float = AIM, **more: object) -> dict[str, object]:
    ratio = ours / limit
    told = {"work": work, "limit_ms": round(limit, 3), "ours_ms": round(ours, 3), "ratio": round(ratio, 2), "aim": aim}
    return {**told, "ok": ratio <= aim, **more}


def measure(application: QApplication, cards: int) -> list[dict[str, object]]:
    made = lines(cards)
    found = [BoardLane(lane, 0, tuple(line for line in made if LANE_OF[line.step] is lane)) for lane in LANES]
    found = [BoardLane(one.lane, len(one.cards), one.cards) for one in found]
    ours, limit, ready = [], [], ready_made(found)
    gc.collect()
    gc.freeze()
    for _ in range(TURNS):
        ours.append(first_paint(application, lambda: board_of(found)))
        limit.append(first_paint(application, lambda: bare_of(ready)))
    told = [row(f"board of {cards} cards, first paint", statistics.median(ours), statistics.median(limit))]
    windows = {"ours": board_of(found), "limit": bare_of(ready)}
    steps: dict[str, list[float]] = {"ours": [], "limit": []}
    for window, _views in windows.values():
        window.resize(1198, 650)
        window.show()
    application.processEvents()
    for turn in range(TURNS):
        for name, (window, views) in windows.items():
            steps[name] += scroll_steps(application, window, views, turn)
    mine, theirs = statistics.median(steps["ours"]), statistics.median(steps["limit"])
    worst = max(steps["ours"])
    told.append(row("board, a scroll step", mine, theirs, worst_ms=round(worst, 2), p99_ms=_p99(steps["ours"])))
    told.append(row("board, a scroll step, GUI-thread CPU, p99 ms", _p99(steps["ours"]), HELD, 1.0))
    return told


def _p99(values: Sequence[float]) -> float:
    return round(sorted(values)[int(len(values) * 0.99) - 1], 2)


def main(share: float = 1.0) -> int:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    look = Look(application, "light")
    missed = 0
    for line in measure(application, int(CARDS * share)):
        missed += not line["ok"]
        sys.stdout.write(json.dumps(line, ensure_ascii=False) + "\n")
        sys.stdout.flush()
    del look
    return 1 if missed else 0


if __name__ == "__main__":
    code = main(float(sys.argv[1]) if len(sys.argv) > 1 else 1.0)
    sys.stdout.flush()
    os._exit(code)
