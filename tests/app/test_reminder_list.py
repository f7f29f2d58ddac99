"""The list of reminders says what its button opens: a case or an internal request."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from uuid import UUID

from pytestqt.qtbot import QtBot

from qualitydesk.app.reminder_list import ReminderList
from qualitydesk.app.reminders import Line
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
