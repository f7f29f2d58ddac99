"""Calibrations: two inspectors blind on the same people, on each database."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import func, select
from tests.builders import Group, a_group, a_pack

from qualitydesk.app import schema
from qualitydesk.basics.clock import FixedClock
from qualitydesk.basics.errors import Refused
from qualitydesk.directory.service import Directory
from qualitydesk.inspections.model import Verdict
from qualitydesk.inspections.model.calibrations import CalibrationDraft, CalibrationState, Judged
from qualitydesk.inspections.service import Calibrations, Standards
from qualitydesk.inspections.store.tables import answers, findings, rounds
from qualitydesk.storage.database import Database
from qualitydesk.storage.upgrade import bring_to_head


@pytest.fixture
def group(database: Database, clock: FixedClock) -> Group:
    made = a_group(database, clock)
    made.hire_many(4)
    made.adopt(a_pack("walk", 3, kinds=("yes_no", "partly", "measured"), critical=[1]), "walk")
    return made


@pytest.fixture
def service(group: Group) -> Calibrations:
    return Calibrations(group.database, group.clock, group.directory, group.standards)


def draft(group: Group) -> CalibrationDraft:
    """The supervisor and the first guide look at the others."""
    return CalibrationDraft(group.institution, (group.me, group.people[0]), ("walk",), tuple(group.people[1:]))


def sit(
    service: Calibrations, group: Group, which: object, rater: int, fails: set[tuple[int, int]] | None = None
) -> None:
    """Everything passes but (person, item) in `fails`; then the sitting ends."""
    sitting = service.sitting(which, rater)  # type: ignore[arg-type]
    for at, stop in enumerate(sitting.stops):
        for nth, item in enumerate(sitting.items[stop.id]):
            verdict = Verdict.FAIL if (at, nth) in (fails or set()) else Verdict.PASS
            service.judge(sitting.calibration.id, rater, stop.id, item, Judged(verdict), group.by())
    service.close_sitting(sitting.calibration.id, rater, group.by())


def code_of(refused: pytest.ExceptionInfo[Refused]) -> set[str]:
    return {one.code for one in refused.value.problems} or {refused.value.code}


def test_two_sit_apart_and_only_then_are_compared(group: Group, service: Calibrations) -> None:
    which = service.begin(draft(group), group.by()).value
    begun = service.calibration(which)
    assert (begun.number, begun.people, begun.items) == ("JZ-BJC-2026-0001", 3, 9)
    sit(service, group, which, 0, {(0, 0)})
    assert service.sitting(which, 1).answers == {}
    assert service.sitting(which, 1).calibration.raters[0].answered == 0
    with pytest.raises(Refused, match="calibration_blind"):
        service.pairs(which)
    sit(service, group, which, 1, {(0, 0), (2, 1)})
    found = service.calibration(which)
    assert (found.state, found.compared, found.agreed) == (CalibrationState.FINISHED, 9, 8)
    pairs = service.pairs(which)
    assert [(one.item_code, one.stop_name) for one in pairs if one.first != one.second] == [
        ("WALK-02", service.sitting(which, 0).stops[2].name)
    ]


def test_nothing_of_it_becomes_a_round_an_answer_or_a_finding(group: Group, service: Calibrations) -> None:
    which = service.begin(draft(group), group.by()).value
    for rater in (0, 1):
        sit(service, group, which, rater, {(0, 0), (1, 1)})
    with group.database.reading() as connection:
        for table in (rounds, answers, findings):
            assert connection.scalar(select(func.count()).select_from(table)) == 0


def test_a_sitting_needs_every_answer_and_is_closed_for_ever(group: Group, service: Calibrations) -> None:
    which = service.begin(draft(group), group.by()).value
    with pytest.raises(Refused) as refused:
        service.close_sitting(which, 0, group.by())
    assert code_of(refused) == {"calibration_unanswered"}
    sit(service, group, which, 0)
    stop = service.sitting(which, 0).stops[0]
    item = service.sitting(which, 0).items[stop.id][0]
    for verb in (
        lambda: service.judge(which, 0, stop.id, item, Judged(Verdict.FAIL), group.by()),
        lambda: service.close_sitting(which, 0, group.by()),
    ):
        with pytest.raises(Refused, match="calibration_done"):
            verb()


def test_an_answer_is_put_in_place_of_the_earlier_one_or_taken_back(group: Group, service: Calibrations) -> None:
    which = service.begin(draft(group), group.by()).value
    stop = service.sitting(which, 0).stops[0]
    plain, partly, measured = service.sitting(which, 0).items[stop.id]
    for verdict in (Verdict.PASS, Verdict.FAIL):
        service.judge(which, 0, stop.id, plain, Judged(verdict, " 领口 "), group.by())
    service.judge(which, 0, stop.id, partly, Judged(Verdict.PARTLY), group.by())
    assert service.sitting(which, 0).answers == {
        (stop.id, plain.code): Judged(Verdict.FAIL, "领口"),
        (stop.id, partly.code): Judged(Verdict.PARTLY),
    }
    service.judge(which, 0, stop.id, plain, None, group.by())
    assert service.sitting(which, 0).left == 8
    for item in (plain, measured):
        with pytest.raises(Refused) as refused:
            service.judge(which, 0, stop.id, item, Judged(Verdict.PARTLY), group.by())
        assert code_of(refused) == {"no_partly"}


def test_one_begins_with_two_different_inspectors_who_are_not_looked_at(group: Group, service: Calibrations) -> None:
    for wrong, codes in (
        (CalibrationDraft(), {"institution_missing", "calibration_two", "pack_missing", "people_missing"}),
        (replace(draft(group), inspector_ids=(group.me, group.me)), {"calibration_two"}),
        (replace(draft(group), employee_ids=tuple(group.people)), {"inspects_himself"}),
    ):
        with pytest.raises(Refused) as refused:
            service.begin(wrong, group.by())
        assert code_of(refused) == codes


def test_one_given_up_keeps_its_reason_and_is_never_compared(group: Group, service: Calibrations) -> None:
    which = service.begin(draft(group), group.by()).value
    with pytest.raises(Refused, match="reason_missing"):
        service.give_up(which, " ", group.by())
    service.give_up(which, "有人请假", group.by())
    found = service.calibration(which)
    assert (found.state, found.reason) == (CalibrationState.ABANDONED, "有人请假")
    with pytest.raises(Refused, match="calibration_blind"):
        service.pairs(which)
    with pytest.raises(Refused, match="calibration_done"):
        service.give_up(which, "再次", group.by())


def test_the_history_comes_newest_first_in_pages(group: Group, service: Calibrations) -> None:
    made = []
    for _ in range(3):
        made.append(service.begin(draft(group), group.by()).value)
        group.clock.advance(timedelta(minutes=5))
    first = service.lines(limit=2)
    assert [one.id for one in first] == made[:0:-1]
    rest = service.lines(after=(first[-1].started_at, first[-1].id))
    assert [one.id for one in rest] == made[:1]


def test_a_sitting_goes_on_after_a_restart(tmp_path: Path, clock: FixedClock) -> None:
    """Half of the first sitting, the program ended, the rest of it; then the second."""
    assert schema.PARTS
    url = f"sqlite:///{(tmp_path / 'd.sqlite').as_posix()}"
    bring_to_head(url, tmp_path / "backups")
    database = Database.open(url)
    made = a_group(database, clock)
    made.hire_many(3)
    made.adopt(a_pack("walk", 4, critical=[1]), "walk")
    first = Calibrations(database, clock, made.directory, made.standards)
    which = first.begin(draft(made), made.by()).value
    sitting = first.sitting(which, 0)
    stop = sitting.stops[0]
    for item in sitting.items[stop.id]:
        first.judge(which, 0, stop.id, item, Judged(Verdict.FAIL), made.by())
    database.close()

    again = Database.open(url)
    service = Calibrations(again, clock, Directory(again, clock), Standards(again, clock))
    sitting = service.sitting(which, 0)
    assert {key[0] for key in sitting.answers} == {stop.id} and sitting.left == 4
    other = sitting.stops[1]
    for item in sitting.items[other.id]:
        service.judge(which, 0, other.id, item, Judged(Verdict.PASS), made.by())
    service.close_sitting(which, 0, made.by())
    assert service.sitting(which, 1).answers == {}
    sit(service, made, which, 1)
    assert service.calibration(which).agreed == 4
    again.close()
