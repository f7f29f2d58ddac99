"""The later tiles: what stands open by month, contacts made, the course of what fails; and the words of all tiles."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtWidgets import QApplication
from sqlalchemy import insert
from tests.penalties.clinic import BADGE, Clinic
from tests.today.test_today import TODAY, measure

from qualitydesk.app.schema import metadata
from qualitydesk.basics.ids import new_id
from qualitydesk.insights.model.trends import TrendName
from qualitydesk.measures.model import Closing, Report
from qualitydesk.members.model import CustomerDraft
from qualitydesk.today.model import Figures, Month, Standing
from qualitydesk.today.rules import month_starts
from qualitydesk.today.store import tiles as store
from qualitydesk.today.ui import tile_words

SHANGHAI = ZoneInfo("Asia/Shanghai")


def test_the_tiles_name_the_tables_as_they_are() -> None:
    for light in store.TABLES:
        whole = metadata.tables[light.name]
        for column in light.columns:
            assert type(column.type) in type(whole.c[column.name].type).__mro__, (light.name, column.name)


def test_open_measures_are_counted_as_each_month_ended_and_dropped_ones_never(clinic: Clinic) -> None:
    verbs = clinic.services.measures
    clinic.clock.set(datetime(2026, 9, 3, 9, tzinfo=SHANGHAI))
    closed, dropped, open_one = (measure(clinic, date(2026, 9, 20), f"整改{at}") for at in range(3))
    clinic.clock.set(datetime(2026, 10, 5, 9, tzinfo=SHANGHAI))
    verbs.report_done(closed, 1, Report(date(2026, 10, 4), "已办"), clinic.by)
    verbs.close(closed, 2, Closing("已核实"), clinic.boss)
    verbs.drop(dropped, 1, "重复", clinic.boss)
    clinic.clock.set(datetime(2026, 11, 21, 10, tzinfo=SHANGHAI))
    measure(clinic, TODAY + timedelta(days=3))
    with clinic.services.database.reading() as connection:
        found = store.measures_open(connection, month_starts(TODAY), TODAY)
    assert [month.counted for month in found.months] == [0] * 9 + [2, 1, 2]
    assert found.late == 1 and open_one


def test_requests_are_counted_as_each_month_ended_answered_and_withdrawn_ones_left_out(clinic: Clinic) -> None:
    table = metadata.tables["requests"]
    base = {
        "urgency": "ordinary", "institution_id": clinic.institution, "words": "", "backdate_reason": "", "answer": "",
        "missed": False, "returned": 0, "revision": 1,
    }  # fmt: skip
    department = clinic.services.directory.departments()[0].id
    now = datetime(2026, 11, 21, 2, tzinfo=UTC)

    def asked(number: str, state: str, received: str, answered: str = "") -> dict[str, object]:
        at = datetime.fromisoformat(received).replace(tzinfo=SHANGHAI)
        return {
            **base, "id": new_id(), "number": number, "state": state, "received_at": at, "recorded_at": at,
            "department_id": department, "asked_id": department, "asker_id": clinic.people["G1"],
            "due_at": at + timedelta(days=2),
            "answered_at": datetime.fromisoformat(answered).replace(tzinfo=SHANGHAI) if answered else None,
        }  # fmt: skip

    rows = [
        asked("N1", "asked", "2026-09-10T09:00"),
        asked("N2", "answered", "2026-09-10T09:00", "2026-10-02T09:00"),
        asked("N3", "withdrawn", "2026-09-10T09:00"),
        asked("N4", "accepted", "2026-11-20T09:00"),
    ]
    with clinic.services.database.transaction() as connection:
        connection.execute(insert(table), rows)
    bounds = [datetime(day.year, day.month, day.day, tzinfo=SHANGHAI) for day in month_starts(TODAY)]
    with clinic.services.database.reading() as connection:
        found = store.requests_open(connection, bounds, now)
    assert [month.counted for month in found.months[-4:]] == [0, 2, 1, 2]
    assert found.late == 1


def test_contacts_made_are_counted_by_the_month_they_were_owed_in(clinic: Clinic) -> None:
    draft = CustomerDraft("单明霞", None, ("19900008800",), clinic.institution)
    member = clinic.services.members.add_customer(draft, clinic.by).value
    made = [(date(2026, 10, 31), "done"), (date(2026, 11, 1), "done"), (date(2026, 11, 2), "not_reached")]
    rows = [
        {
            "id": new_id(), "member_id": member, "occasion": "birthday", "detail": "", "due_on": day, "way": "call",
            "state": state, "at": datetime(2026, 11, 2, tzinfo=UTC), "note": "", "text": "",
        }
        for day, state in made
    ]  # fmt: skip
    with clinic.services.database.transaction() as connection:
        connection.execute(insert(metadata.tables["contact_attempts"]), rows)
    with clinic.services.database.reading() as connection:
        found = store.contacts_made(connection, month_starts(TODAY))
    assert [month.counted for month in found] == [0] * 10 + [1, 1]


def test_what_fails_has_the_course_of_the_page_of_trends(clinic: Clinic) -> None:
    clinic.sign_rules()
    clinic.walk(TODAY - timedelta(days=1), {"G1": [BADGE], "G2": []})
    tiles = clinic.services.tiles
    chart = tiles.fails()
    assert chart.name is TrendName.FAILS and chart.firsts[-1] == TODAY.replace(day=1)
    number, words, points = tile_words.fails_figure(chart, tile_words.course_of(chart, "zh"), "zh")
    last = chart.points[-1]
    assert last.count == 1 and number == f"{100 / last.size:.1f}%"
    assert "数据点不足" in words and points[-1] == pytest.approx(100 / last.size)


@pytest.mark.usefixtures("qapp")
def test_a_tile_tells_the_change_since_last_month_only_where_there_was_something(qapp: QApplication) -> None:
    def told(*counts: int) -> str:
        return tile_words.since_last_month([Month(count) for count in counts])

    assert told(0, 0, 3) == ""
    assert told(2, 5).startswith("3 more") and told(5, 2).startswith("3 fewer") and told(4, 4).startswith("As many")
    number, words, points = tile_words.measures_figure(Standing((Month(1), Month(4)), 2), "en")
    assert number == "4" and "2 of them overdue" in words and "3 more" in words and points == [1.0, 4.0]
    year = (Month(0),) * 12
    assert tile_words.slips_figure(Figures(year, year, year, year), "en")[1].count(".") == 1
