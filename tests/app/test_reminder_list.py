"""The list of reminders says what its button opens: a case or an internal request."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from uuid import UUID

from pytestqt.qtbot import QtBot

from qualitydesk.app.reminder_list import ReminderList
from qualitydesk.app.reminders import Line, words_of
from qualitydesk.basics.reminders import Reminder
from qualitydesk.kit.tools import Tools

NOW = datetime(2026, 12, 1, 2, 0, tzinfo=UTC)


def line(source: str, number: str, at: int) -> Line:
    title = "clock.name.request_answer" if source == "request" else "clock.name.closing"
    told = Reminder(
        source, UUID(int=at), "p.1", "p.1.due", "due", number, title, "清泉门诊部", None, NOW, "2026-12-01 10:00", True
    )
    return Line(told, NOW)


def test_the_button_says_what_the_row_opens(
    qtbot: QtBot, speak: Callable[[str], None], make_tools: Callable[[str], Tools]
) -> None:
    speak("zh")
    shown = ReminderList(make_tools("zh"), lambda: NOW)
    qtbot.addWidget(shown)
    shown.show()
    shown.show_lines([line("case", "QQ20261101", 1), line("request", "NB-QQ-2026-0001", 2)])
    assert shown.open_button.text() == "打开案件" and shown.open_button.isEnabled()
    shown.table.selectRow(1)
    assert shown.open_button.text() == "打开诉求"
    shown.show_lines([])
    assert not shown.open_button.isEnabled()


def test_a_date_that_hangs_on_a_notice_to_come_says_so(
    qtbot: QtBot, speak: Callable[[str], None], make_tools: Callable[[str], Tools]
) -> None:
    speak("zh")
    shown = ReminderList(make_tools("zh"), lambda: NOW)
    qtbot.addWidget(shown)
    told = replace(line("request", "NB-QQ-2026-0001", 2).reminder, provisional=True)
    shown.show_lines([Line(told, NOW), line("case", "QQ20261101", 1)])
    due = next(at for at, column in enumerate(shown.lines.columns) if column.width == 144)
    cells = [shown.lines.index(row, due).data() for row in range(2)]
    assert cells == ["2026-12-01 10:00（暂定）", "2026-12-01 10:00"]
    assert "（暂定）" in words_of(told, NOW, "zh")
