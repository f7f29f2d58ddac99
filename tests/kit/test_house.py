"""What surrounds the pages: crash report, status line, window places, explanations, work in another process."""

from __future__ import annotations

import multiprocessing
import sys
import threading
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, qWarning
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QTableView, QWidget
from tests.kit.conftest import Told

from qualitydesk.basics.errors import Refused
from qualitydesk.basics.settings import SettingsFile
from qualitydesk.kit.busy import BusyDialog, Progress, Worker, WorkFailed
from qualitydesk.kit.card import ExplainCard, Explanation, Line, plain_words
from qualitydesk.kit.crash import CrashKeeper, describe
from qualitydesk.kit.pieces import Facts
from qualitydesk.kit.sparkline import Tile
from qualitydesk.kit.status import StatusLine
from qualitydesk.kit.tools import Tools
from qualitydesk.kit.windows import WindowPlaces


def fail_with(name: str) -> None:
    try:
        raise KeyError(name)
    except KeyError as error:
        raise ValueError(f"{name} has no superior") from error


def caught(name: str) -> BaseException:
    try:
        fail_with(name)
    except ValueError as error:
        return error
    raise AssertionError


def test_a_report_names_places_and_no_people() -> None:
    report = describe(caught("张𬱖"))
    assert "ValueError" in report and "KeyError" in report and "fail_with" in report and "test_house.py:" in report
    assert "张𬱖" not in report and "superior" not in report and str(Path.home()) not in report


@pytest.fixture
def keeper(tmp_path: Path, qapp: object) -> Iterator[CrashKeeper]:
    made = CrashKeeper(tmp_path, version="9.9")
    yield made
    made.uninstall()


def test_a_bug_is_logged_and_shown_with_a_report_to_copy(keeper: CrashKeeper, qtbot: object) -> None:
    keeper.crashed(caught("张𬱖"))
    keeper.crashed(caught("李晓"))  # one dialog is enough
    qtbot.waitUntil(lambda: keeper.shown() is not None)
    dialog = keeper.shown()
    assert dialog is not None and "ValueError" in dialog.report() and "9.9" in dialog.report()
    dialog.copy_report()
    assert QGuiApplication.clipboard().text() == dialog.report()
    dialog.accept()
    assert keeper.shown() is None
    log = keeper.log_file.read_text(encoding="utf-8")
    assert log.count("ValueError") == 2 and "张𬱖" not in log


def test_what_nobody_caught_in_any_thread_arrives(keeper: CrashKeeper, qtbot: object) -> None:
    before = sys.excepthook
    keeper.install()
    thread = threading.Thread(target=fail_with, args=("x",))
    thread.start()
    thread.join()
    error = caught("y")
    sys.excepthook(type(error), error, error.__traceback__)
    qWarning("something of Qt's")
    keeper.uninstall()
    assert sys.excepthook is before
    log = keeper.log_file.read_text(encoding="utf-8")
    assert log.count("builtins.ValueError") == 2 and "something of Qt's" in log
    qtbot.waitUntil(lambda: keeper.shown() is not None)
    keeper.shown().close()


def texts(widget: QWidget) -> list[str]:
    return [found.text() for found in widget.findChildren(QLabel) if found.text()]


def test_the_status_line_tells_who_where_saved_and_backed_up(qtbot: object) -> None:
    line = StatusLine()
    qtbot.addWidget(line)
    assert {"All saved", "No backup yet"} <= set(texts(line))
    line.show_who("李晓")
    line.show_database("本机")
    line.show_pending(3)
    line.show_backup(datetime(2026, 11, 21, 2, 0, tzinfo=UTC))
    assert {"李晓", "本机", "Saving…", "Backed up 2026-11-21 10:00"} == set(texts(line))
    line.show_pending(0)
    assert "All saved" in texts(line)


def test_a_window_comes_back_where_it_stood(tmp_path: Path, qtbot: object) -> None:
    file = SettingsFile(tmp_path / "settings.json")
    places, first = WindowPlaces(file), QWidget()
    qtbot.addWidget(first)
    assert not places.keep(first, "main")
    first.setGeometry(40, 50, 500, 300)
    first.show()
    first.close()
    places.flush()
    second = QWidget()
    qtbot.addWidget(second)
    assert WindowPlaces(SettingsFile(tmp_path / "settings.json")).keep(second, "main")
    assert second.geometry() == QRect(40, 50, 500, 300)


def test_a_window_never_opens_where_no_screen_is(tmp_path: Path, qtbot: object) -> None:
    file = SettingsFile(tmp_path / "settings.json")
    places, lost = WindowPlaces(file), QWidget()
    qtbot.addWidget(lost)
    places.keep(lost, "main")
    lost.setGeometry(99_000, 99_000, 500, 300)
    lost.show()
    lost.close()
    places.flush()
    found = QWidget()
    qtbot.addWidget(found)
    WindowPlaces(file).keep(found, "main")
    assert QGuiApplication.primaryScreen().availableGeometry().contains(found.geometry().topLeft())


def test_damaged_places_are_ignored(tmp_path: Path, qtbot: object) -> None:
    file = SettingsFile(tmp_path / "settings.json")
    file.change(windows={"main": "§§", "columns/people": "1,x"})
    window, table = QWidget(), QTableView()
    qtbot.addWidget(window)
    qtbot.addWidget(table)
    places = WindowPlaces(file)
    assert not places.keep(window, "main")
    assert not places.keep_columns(table.horizontalHeader(), "people", list)


WHY = Explanation(
    "为什么罚 50 元？",
    (Line("制度 §5.2", "第 2 档", note="未佩戴胸牌"), Line("不计入", "1 次", "muted")),
    "合计",
    "¥70.00",
    "自 2026-01-01 起施行",
)


def test_a_card_says_every_step_and_the_total(qtbot: object) -> None:
    card = ExplainCard()
    qtbot.addWidget(card)
    card.show_explanation(Explanation("旧"))
    card.show_explanation(WHY)
    shown = set(texts(card))
    assert {"为什么罚 50 元？", "制度 §5.2", "第 2 档", "未佩戴胸牌"} <= shown
    assert {"不计入", "合计", "¥70.00", "自 2026-01-01 起施行"} <= shown
    assert card.accessibleName() == WHY.title
    assert plain_words(WHY).splitlines() == [
        "为什么罚 50 元？",
        "制度 §5.2 第 2 档 (未佩戴胸牌)",
        "不计入 1 次",
        "合计 ¥70.00",
        "自 2026-01-01 起施行",
    ]
    muted = next(found for found in card.findChildren(QLabel) if found.text() == "1 次")
    assert muted.property("tone") == "muted"


def test_tiles_and_facts_can_be_read_aloud(qtbot: object) -> None:
    tile, facts = Tile("合格率"), Facts()
    qtbot.addWidget(tile)
    qtbot.addWidget(facts)
    tile.show_value("96%", "比上月高 1 个百分点。", (1, 2, 3))
    assert tile.accessibleName() == "合格率: 96%. 比上月高 1 个百分点。"
    facts.show_facts([("员工", "李晓"), ("岗位", "")])
    assert texts(facts) == ["员工", "李晓", "岗位", "–"]


def count_up(progress: Progress, many: int) -> int:
    for done in range(many):
        progress.step(done, many, f"{done}")
    return many


def count_for_ever(progress: Progress) -> None:
    while True:
        progress.step(0, 1)


def refuse(_progress: Progress) -> None:
    raise Refused("stale", who="李晓")


def break_down(_progress: Progress) -> None:
    raise KeyError("x")


def vanish(_progress: Progress) -> None:
    multiprocessing.current_process().kill()


LONG = 30_000  # a fresh interpreter on a busy machine


def test_work_in_a_process_tells_how_far_it_is_and_hands_back_its_value(
    tools: Tools, window: QWidget, qtbot: object
) -> None:
    values: list[int] = []
    dialog = BusyDialog.run(tools, window, "导出", count_up, 5, then=values.append)
    steps: list[tuple[int, int, str]] = []
    dialog.worker.stepped.connect(lambda *step: steps.append(step))
    qtbot.waitUntil(lambda: values == [5], timeout=LONG)
    assert steps[0] == (0, 5, "0") and len(steps) == 5


def test_work_can_be_stopped(tools: Tools, window: QWidget, qtbot: object) -> None:
    values: list[object] = []
    dialog = BusyDialog.run(tools, window, "导出", count_for_ever, then=values.append)
    stops: list[bool] = []
    dialog.worker.cancelled.connect(lambda: stops.append(True))
    dialog.reject()
    qtbot.waitUntil(lambda: stops == [True], timeout=LONG)
    assert values == []


@pytest.mark.parametrize(("function", "kind"), [(refuse, Refused), (break_down, WorkFailed), (vanish, WorkFailed)])
def test_a_failure_in_the_process_comes_home(function: object, kind: type, qtbot: object, qapp: object) -> None:
    worker = Worker(function)
    with qtbot.waitSignal(worker.failed, timeout=LONG) as told:
        worker.start()
    (error,) = told.args
    assert isinstance(error, kind)
    if isinstance(error, Refused):
        assert (error.code, error.words) == ("stale", {"who": "李晓"})


def test_a_bug_in_the_process_goes_to_the_crash_report(
    tools: Tools, told: Told, window: QWidget, qtbot: object
) -> None:
    BusyDialog.run(tools, window, "导出", break_down, then=lambda _: None)
    qtbot.waitUntil(lambda: len(told.bugs) == 1, timeout=LONG)
