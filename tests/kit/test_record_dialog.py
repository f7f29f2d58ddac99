"""The history of a record: pages come off the GUI thread, an empty and an erased one say so, long texts stand whole."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from datetime import UTC, datetime

from PySide6.QtCore import QModelIndex
from pytestqt.qtbot import QtBot

from qualitydesk.basics.records import RecordLine, Told
from qualitydesk.kit.record_dialog import RecordDialog
from qualitydesk.kit.tools import Tools

AT = datetime(2026, 11, 21, 10, 0, tzinfo=UTC)
LONG = "患者在前台等候四十分钟。" * 30


def line(seq: int, *told: Told, erased: bool = False) -> RecordLine:
    return RecordLine(seq, AT, "批准", "贺明远", "顾晓岚", told, erased)


def opened(qtbot: QtBot, tools: Tools, kept: Sequence[RecordLine], threads: set[int] | None = None) -> RecordDialog:
    def read(after: RecordLine | None, limit: int) -> Sequence[RecordLine]:
        if threads is not None:
            threads.add(threading.get_ident())
        return [one for one in kept if after is None or one.seq < after.seq][:limit]

    made = RecordDialog(tools, "CF-1", read)
    qtbot.addWidget(made)
    made.open()
    qtbot.waitUntil(lambda: made.lines.settled and tools.operations.quiet)
    return made


def test_a_long_history_comes_in_pages_and_never_on_the_gui_thread(qtbot: QtBot, tools: Tools) -> None:
    threads: set[int] = set()
    kept = [line(seq, Told("状态", "已提出", "已批准")) for seq in range(450, 0, -1)]
    window = opened(qtbot, tools, kept, threads)
    for rows in (200, 400, 450):
        qtbot.waitUntil(lambda rows=rows: window.lines.rowCount() == rows)  # type: ignore[misc]
        window.lines.fetchMore(QModelIndex())
        qtbot.waitUntil(lambda: tools.operations.quiet)
    assert window.lines.all_rows() == tuple(kept)
    assert threads and threading.get_ident() not in threads


def test_an_empty_one_says_why(qtbot: QtBot, tools: Tools) -> None:
    window = opened(qtbot, tools, [])
    assert window.table.empty_words() and window.told_table.isHidden()


def test_a_long_text_stands_whole_under_the_table(qtbot: QtBot, tools: Tools) -> None:
    window = opened(qtbot, tools, [line(1, Told("投诉内容", "", LONG))])
    window.told_table.selectRow(0)
    assert LONG in window.words.text()


def test_what_was_erased_is_told_without_its_content(qtbot: QtBot, tools: Tools) -> None:
    window = opened(qtbot, tools, [line(1, erased=True)])
    words = window.lines.data(window.lines.index(0, 4))
    assert words and window.told.rowCount() == 0 and window.told_table.empty_words()
