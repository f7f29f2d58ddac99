"""What comes from outside: dates of others changed and answered, calls after closing, pauses by the rules in force,
papers told in the timeline, names seen in full, earlier cases of one person under two records or none."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from tests.complaints.house import House

from qualitydesk.basics.errors import Refused
from qualitydesk.complaints.model import (
    AfterCallDraft,
    CaseVerb,
    ExternalDraft,
    ExternalKind,
    Party,
    PauseDraft,
    Step,
)
from qualitydesk.complaints.model.clocks import ClockState, Deadline
from qualitydesk.complaints.service import CasePapers
from qualitydesk.directory.model import Sex
from qualitydesk.members.model import CustomerDraft
from qualitydesk.papers.service import Papers
from qualitydesk.printing.pages import page_texts
from qualitydesk.rulebook.model import Rule
from qualitydesk.storage import audit
from qualitydesk.storage.blobs import DatabaseFiles


def codes(told: pytest.ExceptionInfo[Refused]) -> list[str]:
    return [one.code for one in told.value.problems] or [told.value.code]


def clock(house: House, case_id: Any, code: str) -> list[Deadline]:
    return [one for one in house.complaints.clocks(case_id) if one.rule.code.startswith(code)]


def test_a_date_of_others_is_added_changed_with_a_reason_and_answered(house: House) -> None:
    case_id = house.open()
    due = house.clock.now() + timedelta(days=5)
    draft = ExternalDraft(ExternalKind.HOTLINE_12345, due, None, "12345-0087")
    external = house.complaints.add_external(case_id, house.seen(case_id), draft, house.by()).value
    (before,) = clock(house, case_id, "external.")
    assert (before.due_at, before.state) == (due, ClockState.RUNNING)
    later = replace(draft, due_at=due + timedelta(days=2), id=external)
    with pytest.raises(Refused) as told:
        house.complaints.change_external(case_id, house.seen(case_id), later, "  ", house.by())
    assert codes(told) == ["reason_missing"]
    house.complaints.change_external(case_id, house.seen(case_id), later, "热线同意延期", house.by())
    entry = house.case(case_id).timeline[-1]
    assert (entry.verb, entry.words) == (CaseVerb.EXTERNAL, "热线同意延期")
    assert str(entry.details["until_before"])[:10] == due.date().isoformat()
    house.later(days=6)
    house.complaints.answer_external(case_id, house.seen(case_id), external, house.by(), words="已书面答复")
    (after,) = clock(house, case_id, "external.")
    assert (after.state, after.stopped_at) == (ClockState.KEPT, house.clock.now())
    with pytest.raises(Refused) as told:
        house.complaints.answer_external(case_id, house.seen(case_id), external, house.by())
    assert told.value.code == "external_answered"
    assert house.case(case_id).externals[0].due_at == due + timedelta(days=2)


def test_a_date_before_it_was_heard_of_is_refused_and_the_nearest_one_leads_the_case(house: House) -> None:
    case_id = house.open()
    now = house.clock.now()
    with pytest.raises(Refused) as told:
        house.complaints.add_external(case_id, 1, ExternalDraft(ExternalKind.AUTHORITY, now, now), house.by())
    assert codes(told) == ["external_due_early"]
    soon = now + timedelta(minutes=30)
    house.complaints.add_external(case_id, 1, ExternalDraft(ExternalKind.HOTLINE_12315, soon), house.by())
    assert house.case(case_id).line.next_due_at == soon


def test_calls_after_closing_are_counted_and_one_that_reaches_somebody_stops_the_clock(house: House) -> None:
    case_id = house.open()
    call = AfterCallDraft(None, True, True, "满意")
    with pytest.raises(Refused) as told:
        house.complaints.record_after_call(case_id, call, house.by())
    assert told.value.code == "case_not_closed"
    house.drive(case_id, None)
    (running,) = clock(house, case_id, "after_call")
    closed_at = house.case(case_id).line.closed_at
    assert closed_at is not None and running.is_open and running.started_at == closed_at
    assert running.due_on == (closed_at + timedelta(days=7)).date()
    house.later(days=2)
    house.complaints.record_after_call(case_id, AfterCallDraft(None, False), house.by())
    assert clock(house, case_id, "after_call")[0].is_open
    for wrong, code in (
        (AfterCallDraft(None, True, None), "required"),
        (AfterCallDraft(None, True, False), "required"),
        (AfterCallDraft(closed_at - timedelta(days=1), True, True), "moment_early"),
    ):
        with pytest.raises(Refused) as told:
            house.complaints.record_after_call(case_id, wrong, house.by())
        assert codes(told) == [code]
    reached_at = house.later(days=1)
    house.complaints.record_after_call(case_id, call, house.by())
    page = house.case(case_id)
    assert [(one.reached, one.satisfied) for one in page.after_calls] == [(False, None), (True, True)]
    assert [one.details["attempt"] for one in page.timeline if one.verb is CaseVerb.AFTER_CALL] == [1, 2]
    (stopped,) = clock(house, case_id, "after_call")
    assert (stopped.state, stopped.stopped_at) == (ClockState.KEPT, reached_at)


def test_after_a_reopening_the_call_is_owed_anew_and_the_first_clock_stays(house: House) -> None:
    case_id = house.open()
    house.drive(case_id, Step.HANDLED)
    house.later(days=1)
    house.complaints.record_after_call(case_id, AfterCallDraft(None, True, False, "仍不满意"), house.by())
    (first,) = clock(house, case_id, "after_call")
    house.complaints.reopen(case_id, house.seen(case_id), Step.NEGOTIATED, "回访不满意", house.by())
    assert clock(house, case_id, "after_call") == [first]
    house.drive(case_id, Step.HANDLED)
    again = clock(house, case_id, "after_call")
    assert [one.run for one in again] == [1, 2]
    assert again[0] == first and again[1].is_open


def test_pause_reasons_and_their_longest_come_from_the_edition_in_force_for_the_case(house: House) -> None:
    old = house.open()
    rulebook = house.group.rulebook
    edition = rulebook.edition_on(Rule.CLOCKS, house.complaints.today())
    values = {**edition.values, "pauses": {"weather": {"longest": 3, "unit": "calendar_days"}}}
    start = house.complaints.today() + timedelta(days=1)
    rulebook.publish(Rule.CLOCKS, values, edition.texts, start, house.by())
    house.later(days=2)
    fresh = house.open()
    assert {one.reason for one in house.complaints.pause_offers(old)} == {
        "patient_unreachable", "patient_asked", "consultation", "appraisal",
    }  # fmt: skip
    (offer,) = house.complaints.pause_offers(fresh)
    assert (offer.reason, offer.longest, offer.unit.value) == ("weather", 3, "calendar_days")
    with pytest.raises(Refused) as told:
        house.complaints.pause(fresh, house.seen(fresh), PauseDraft("consultation"), house.by())
    assert codes(told) == ["required"]
    late = PauseDraft("weather", until=offer.latest + timedelta(minutes=1))
    with pytest.raises(Refused) as told:
        house.complaints.pause(fresh, house.seen(fresh), late, house.by())
    assert codes(told) == ["pause_too_long"]
    (running,) = clock(house, fresh, "register")
    house.complaints.pause(fresh, house.seen(fresh), PauseDraft("weather"), house.by())
    house.later(days=20)
    (held,) = clock(house, fresh, "register")
    assert held.due_at - running.due_at <= offer.latest - running.started_at
    assert held.state is ClockState.OVERDUE  # the pause ended by itself at the longest its reason allows


def papers_of(house: House) -> CasePapers:
    group = house.group
    papers = Papers(group.database, DatabaseFiles(group.database), house.clock)
    return CasePapers(
        group.database, house.clock, group.directory, group.rulebook, house.complaints, group.measures, papers
    )


def test_an_issued_paper_stands_in_the_timeline_and_in_the_list_with_its_copies(house: House) -> None:
    made, case_id = papers_of(house), house.open()
    paper = made.issue_case_form(case_id, house.by()).value
    assert made.issue_case_form(case_id, house.by()).value == paper  # told once, since it says the same
    entries = [one for one in house.case(case_id).timeline if one.verb is CaseVerb.PAPER]
    assert [one.details["paper_kind"] for one in entries] == ["complaint_case"]
    assert entries[0].decided_by == "李敏"
    made.copy(case_id, paper, house.by())
    made.copy(case_id, paper, house.by())
    (line,) = made.issued_on(case_id)
    assert (line.line.id, line.by, line.copies) == (paper, "李敏", 2)
    assert all("COPY" in text for text in page_texts(made.again(case_id, paper, copy=True)))
    assert made.issue_case_form(case_id, house.by()).value == paper  # the entries make it no other paper


def test_the_form_has_full_names_unless_they_are_hidden(lite: House) -> None:
    made = papers_of(lite)
    case_id = lite.open(narrative="王秀英上午到院，留电话 13812345678，无人接待。")
    full = "".join(page_texts(made.preview_case_form(case_id, "zh")))
    assert "王秀英" in full and "13812345678" in full
    hidden = "".join(page_texts(made.preview_case_form(case_id, "zh", hidden=True)))
    assert "王秀英" not in hidden and "13812345678" not in hidden
    assert "王**" in hidden and "138****5678" in hidden
    one, other = (made.issue_case_form(case_id, lite.by(), hidden=way).value for way in (False, True))
    assert one != other


def test_seeing_names_in_full_asks_for_a_reason_and_is_logged(house: House) -> None:
    case_id = house.open()
    with pytest.raises(Refused) as told:
        house.complaints.unmask(case_id, " ", house.by())
    assert codes(told) == ["reason_missing"]
    revision = house.seen(case_id)
    assert house.complaints.unmask(case_id, "回电核实", house.by()).value.intake.complainant.name == "王秀英"
    with house.group.database.reading() as connection:
        entry = audit.history(connection, "case", case_id)[-1]
    assert (entry.verb, entry.by.decided_by, dict(entry.after or {})) == ("unmask", house.me, {"reason": "回电核实"})
    assert house.seen(case_id) == revision


def customer(house: House, name: str, telephone: str) -> Any:
    draft = CustomerDraft(name, Sex.FEMALE, (telephone,), house.group.institution)
    return house.members.add_customer(draft, house.by()).value


def of(customer_id: Any, name: str, telephone: str) -> Party:
    return Party(name, Sex.FEMALE, telephone, customer_id)


def test_records_found_to_be_one_person_share_their_earlier_cases(house: House) -> None:
    first, second = customer(house, "王秀英", "13800000001"), customer(house, "王秀英", "13900000002")
    old = house.open(complainant=of(first, "王秀英", "13800000001"))
    other = house.open(complainant=of(second, "王秀英", "13900000002"))
    assert [one.id for one in house.complaints.earlier_cases("", first)] == [old]
    house.members.merge_customers(first, second, "同一人", house.by())
    fresh = house.open(complainant=of(first, "王秀英", "13800000001"))
    assert {one.id for one in house.case(fresh).earlier} == {old, other}
    assert {one.id for one in house.complaints.earlier_cases("139****0002", second)} == {old, other, fresh}
    assert {one.case.id for one in house.complaints.likely_duplicates(
        house.draft(complainant=of(second, "王**", "139****0002"), narrative="")
    )} == {old, other, fresh}  # fmt: skip


def test_an_unregistered_complainant_of_before_is_offered_by_name_and_telephone(house: House) -> None:
    old = house.open(complainant=Party("王秀英", Sex.FEMALE, "139 0000 0002"))
    known = customer(house, "王秀英", "13900000002")  # put on record later
    shown_masked = house.draft(complainant=of(known, "王**", "139****0002"), narrative="")
    assert [one.case.id for one in house.complaints.likely_duplicates(shown_masked)] == [old]
    assert [one.id for one in house.complaints.earlier_cases("139****0002", known)] == [old]
    typed = house.draft(complainant=Party("王秀英", None, "13900000002"), narrative="")
    (found,) = house.complaints.likely_duplicates(typed)
    assert set(found.why) == {"telephone", "patient"}
    house.later(days=100)  # past the days in which it may be the same report: still the person's earlier case
    assert [one.id for one in house.complaints.earlier_cases("13900000002")] == [old]
