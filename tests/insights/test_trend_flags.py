"""Notes on charts over time: in which month or week they stand. Clock: 2026-11-21."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID

from tests.builders import Group
from tests.insights.test_trends import a_case, chart

from qualitydesk.app.bootstrap import Services
from qualitydesk.basics.clock import FixedClock
from qualitydesk.insights.model.trends import Mark, MarkKind, TrendName
from qualitydesk.insights.printout.trend_plots import flags_of
from qualitydesk.insights.printout.trend_words import told
from qualitydesk.insights.ui.trend_drawings import drawing_of
from qualitydesk.kit.plot import Picture


def test_a_note_of_a_month_that_is_not_drawn_yet_stands_on_no_other(
    group: Group, services: Services, clock: FixedClock
) -> None:
    for _ in range(2):
        a_case(services, group)
        clock.advance(timedelta(days=31))
    day = clock.now().date()
    for on, words in ((day, "本月培训"), (date(2026, 12, 20), "更换工装")):
        services.trends.put_mark(Mark(UUID(int=0), MarkKind.NOTE, "", None, on, on, words), group.by())
    found = chart(services, name=TrendName.COMPLAINTS)
    assert found.firsts == (date(2026, 11, 1), date(2026, 12, 1)) and day >= date(2027, 1, 1)
    read = told(found, "zh")
    drawn = drawing_of(found, read, "zh")
    assert isinstance(drawn, Picture) and [(one.x, one.words) for one in drawn.flags] == [(1, "更换工装")]
    assert flags_of(found) == [(1, "更换工装")]
    assert "本月培训" in read.method and "更换工装" not in read.method
