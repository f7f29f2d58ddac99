"""What a day brings by itself: once at the start, again each hour, and a refusal is nobody's trouble."""

from __future__ import annotations

from collections.abc import Callable

from qualitydesk.app.day_work import DayWork
from qualitydesk.basics.changes import Done
from qualitydesk.basics.errors import Refused
from qualitydesk.kit.tools import Tools


def test_each_work_is_done_at_the_start_and_again_each_hour(make_tools: Callable[[str], Tools]) -> None:
    done: list[str] = []

    def work() -> Done[int]:
        done.append("one")
        return Done(0)

    def refused() -> Done[int]:
        done.append("two")
        raise Refused("no_edition", rule="tiers", day="2026-11-21")

    made = DayWork(make_tools("zh"), (work, refused))
    made.start()
    assert done == ["one", "two"] and made.timer.isActive() and made.timer.interval() == 3_600_000
    made.timer.timeout.emit()
    assert done == ["one", "two"] * 2
    made.stop()
    assert not made.timer.isActive()
