"""What changes by dates: nothing of the past is written over without a reason that stays; on both databases."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest
from tests.directory.conftest import HIRED, TODAY, House, code_of

from qualitydesk.basics.errors import Refused
from qualitydesk.basics.phrases import LANGUAGES, say
from qualitydesk.directory.model import (
    DepartmentDraft,
    EmployeeFilter,
    LeaveDraft,
    PostDraft,
    ReturnDraft,
    TermDraft,
    TermKind,
)
from qualitydesk.directory.service import Terms
from qualitydesk.storage import audit

SPRING, AUTUMN = date(2026, 4, 1), date(2026, 10, 1)
SOON = date(2026, 12, 1)


@pytest.fixture
def terms(house: House) -> Terms:
    return house.directory.terms


def place(house: House, who: UUID, since: date, **other: object) -> TermDraft:
    plain = TermDraft(TermKind.PLACE, who, since, house.ward, house.guide)
    return replace(plain, **other)  # type: ignore[arg-type]


def above(who: UUID, since: date, person: UUID | None, **other: object) -> TermDraft:
    plain = TermDraft(TermKind.SUPERIOR, who, since, person_id=person)
    return replace(plain, **other)  # type: ignore[arg-type]


def where(house: House, who: UUID, day: date) -> tuple[str, str]:
    person = house.directory.person(who, day)
    assert person is not None
    return person.department, person.superior


def refused(terms: Terms, draft: TermDraft, house: House) -> str:
    before = audit.check(house.directory._database).entries
    with pytest.raises(Refused) as caught:
        terms.put_term(draft, house.by)
    assert audit.check(house.directory._database).entries == before
    return code_of(caught)


def test_a_transfer_holds_from_its_day_and_is_told_in_the_history(house: House, terms: Terms) -> None:
    who = house.hire("B001", name="王芳", superior_id=house.me)
    terms.put_term(place(house, who, SOON), house.by)
    assert [where(house, who, day)[0] for day in (TODAY, SOON)] == ["导医台", "护理部"]
    file = terms.person_file(who)
    assert [(entry.kind, entry.since, entry.until) for entry in file.entries] == [
        (TermKind.PLACE, SOON, None),
        (TermKind.SUPERIOR, HIRED, None),
        (TermKind.PLACE, HIRED, SOON),
    ]
    assert (file.entries[0].institution, file.entries[0].department, file.entries[0].post) == (
        "和平医院",
        "护理部",
        "导医",
    )
    assert (file.entries[1].person, file.entries[1].person_number) == ("李敏", "A001")
    assert file.corrections == ()


def test_a_change_of_past_days_needs_a_reason_and_leaves_a_trace(house: House, terms: Terms) -> None:
    who = house.hire("B001", name="王芳")
    draft = place(house, who, SPRING)
    assert refused(terms, draft, house) == "why: reason_missing"
    terms.put_term(replace(draft, why=" 人事迟报 "), house.by)
    assert [where(house, who, day)[0] for day in (date(2026, 3, 31), SPRING)] == ["导医台", "护理部"]
    (note,) = terms.person_file(who).corrections
    assert note.before == {"since": "2025-03-01", "text": "朝阳门诊 导医台 · 导医"}
    assert note.after == {"since": "2026-04-01", "text": "和平医院 护理部 · 导医"}
    assert (note.reason, note.entered_by, note.kind) == ("人事迟报", "李敏", TermKind.PLACE)


def test_what_is_wrong_with_a_change_is_told(house: House, terms: Terms) -> None:
    who, boss = house.hire("B001"), house.hire("B002")
    terms.put_term(above(boss, SOON, who), house.by)
    for draft, code in (
        (place(house, who, SOON, department_id=None), "department_id: department_missing"),
        (place(house, who, SOON, post_id=None), "post_id: post_missing"),
        (TermDraft(TermKind.SUPERIOR, who), "since: term_day_missing"),
        (place(house, who, HIRED, why="x"), "since: term_taken"),
        (place(house, who, date(2025, 2, 1), why="x"), "since: since_before_hired"),
        (place(house, who, SOON, department_id=house.desk), "since: term_same"),
        (above(who, SOON, None), "since: term_same"),
        (above(who, SOON, who), "person_id: own_superior"),
        (above(who, SOON, boss), "person_id: superior_ring"),
        (above(who, TODAY, boss), "person_id: superior_ring"),
        (above(who, SPRING, boss, why="x" * 201), "why: note_long"),
    ):
        assert refused(terms, draft, house) == code, draft


def test_a_mistaken_entry_is_corrected_with_a_reason(house: House, terms: Terms) -> None:
    who = house.hire("B001", name="王芳", superior_id=house.me)
    other = house.hire("B002", name="赵丽")
    fix = above(who, HIRED, other, instead_of=HIRED)
    assert refused(terms, fix, house) == "why: reason_missing"
    assert refused(terms, replace(fix, person_id=house.me, why="x"), house) == "since: term_same"
    terms.put_term(replace(fix, why="录错了人"), house.by)
    assert where(house, who, HIRED) == ("导医台", "赵丽")
    moved = above(who, SPRING, other, instead_of=HIRED, why="四月才调")
    terms.put_term(moved, house.by)
    assert [where(house, who, day)[1] for day in (HIRED, SPRING)] == ["", "赵丽"]
    terms.put_term(TermDraft(TermKind.SUPERIOR, who, instead_of=SPRING, why="没有上级", remove=True), house.by)
    assert where(house, who, TODAY)[1] == ""
    notes = terms.person_file(who).corrections
    assert [(note.before["text"], note.after["text"] if note.after else None) for note in reversed(notes)] == [
        ("李敏 A001", "赵丽 B002"),
        ("赵丽 B002", "赵丽 B002"),
        ("赵丽 B002", None),
    ]
    with pytest.raises(Refused) as gone:
        terms.put_term(moved, house.by)
    assert gone.value.code == "stale"
    assert audit.check(house.directory._database).broken_at is None


def test_the_first_place_can_be_corrected_but_not_taken_away(house: House, terms: Terms) -> None:
    who = house.hire("B001")
    fix = place(house, who, HIRED, instead_of=HIRED, why="录错了科室")
    for wrong in (replace(fix, since=SPRING), replace(fix, since=None, remove=True)):
        assert refused(terms, wrong, house) == "since: first_place_stays"
    terms.put_term(fix, house.by)
    assert where(house, who, HIRED)[0] == "护理部"


def test_heads_change_by_dates_and_are_corrected(house: House, terms: Terms) -> None:
    first, second = house.hire("B001", name="王芳"), house.hire("B002", name="赵丽")
    head = TermDraft(TermKind.HEAD, house.desk, SOON, person_id=first)
    terms.put_term(head, house.by)
    terms.put_term(TermDraft(TermKind.HEAD, house.desk, SOON, person_id=second, instead_of=SOON, why="录错"), house.by)
    file = terms.heads_file(house.desk)
    assert [(entry.since, entry.person) for entry in file.entries] == [(SOON, "赵丽")]
    assert (file.institution, file.department.name, len(file.corrections)) == ("朝阳门诊", "导医台", 1)
    assert [house.directory.head_names(day).get(house.desk) is not None for day in (TODAY, SOON)] == [False, True]


def test_the_employees_dialog_does_not_write_over_the_past_either(house: House) -> None:
    who = house.hire("B001")
    with pytest.raises(Refused) as caught:
        house.change(who, department_id=house.ward, since=HIRED)
    assert code_of(caught) == "since: term_stands"
    with pytest.raises(Refused) as caught:
        house.hire("B002")
        house.change(who, superior_id=house.me, since=HIRED)
        house.change(who, superior_id=None, since=HIRED)
    assert code_of(caught) == "since: term_stands"


def test_the_departments_dialog_does_not_write_over_a_past_head_either(house: House) -> None:
    first, second = house.hire("B001"), house.hire("B002")
    department = next(found for found in house.directory.departments() if found.id == house.desk)
    draft = DepartmentDraft(department.institution_id, department.name, True, first, SPRING, department.id, 1)
    house.directory.save_department(draft, house.by)
    with pytest.raises(Refused) as caught:
        house.directory.save_department(replace(draft, head_id=second, revision=2), house.by)
    assert code_of(caught) == "head_since: head_stands"


def leads(house: House) -> tuple[UUID, UUID, UUID, UUID]:
    """A boss with two people under her who also heads the desk, and her own boss above."""
    top = house.hire("B000", name="总管")
    boss = house.hire("B001", name="王芳", superior_id=top)
    one, two = house.hire("B002", superior_id=boss), house.hire("B003", superior_id=boss)
    house.directory.terms.put_term(TermDraft(TermKind.HEAD, house.desk, TODAY, person_id=boss), house.by)
    return top, boss, one, two


def test_leaving_hands_over_and_deletes_nothing(house: House, terms: Terms) -> None:
    top, boss, one, two = leads(house)
    gone = house.hire("B004", superior_id=boss, left_on=AUTUMN)
    leaving = terms.leaving(boss, SOON)
    assert [person.number for person in leaving.subordinates] == ["B002", "B003"]
    assert [department.name for department in leaving.departments] == ["导医台"]
    later = house.hire("B005")
    terms.put_term(above(later, date(2027, 2, 1), boss), house.by)
    draft = LeaveDraft(boss, house.directory.employee(boss).revision, SOON, " 去外地 ", one, one)
    terms.leave(draft, house.by)
    employee = house.directory.employee(boss)
    assert (employee.left_on, employee.left_why) == (SOON, "去外地")
    assert [where(house, who, TODAY)[1] for who in (one, two)] == ["王芳", "王芳"]
    assert [where(house, who, SOON)[1] for who in (one, two)] == ["总管", "员工B002"]  # the heir moves up himself
    assert where(house, later, date(2027, 2, 1))[1] == "员工B002"
    assert [term.superior_id for term in house.directory.history(gone)[1]] == [boss]  # who had left before is let be
    assert house.directory.head_names(SOON)[house.desk].id == one
    assert house.directory.head_names(TODAY)[house.desk].id == boss
    listed = house.directory.people(EmployeeFilter("B001"), day=SOON)
    assert listed == []
    assert house.directory.people(EmployeeFilter("B001", with_left=True), day=SOON)[0].left_on == SOON
    assert top
    with pytest.raises(Refused) as stale:
        terms.leave(draft, house.by)
    assert stale.value.code == "stale"


def test_leaving_without_an_heir_leaves_nobody_above(house: House, terms: Terms) -> None:
    _, boss, one, _ = leads(house)
    terms.leave(LeaveDraft(boss, 1, SOON), house.by)
    assert where(house, one, SOON)[1] == ""
    assert house.desk not in house.directory.head_names(SOON)


def test_what_is_wrong_with_a_leaving_is_told(house: House, terms: Terms) -> None:
    _, boss, _, _ = leads(house)
    draft = LeaveDraft(boss, 1, SOON)
    for wrong, code in (
        (replace(draft, left_on=None), "left_on: left_missing"),
        (replace(draft, left_on=date(2025, 1, 1)), "left_on: left_before_hired"),
        (replace(draft, new_superior=boss), "new_superior: leaver_takes_over"),
        (replace(draft, new_head=boss), "new_head: leaver_takes_over"),
        (replace(draft, why="x" * 201), "why: note_long"),
    ):
        with pytest.raises(Refused) as caught:
            terms.leave(wrong, house.by)
        assert code_of(caught) == code
    with pytest.raises(Refused) as caught:  # nor does the dialog of facts pass over whoever answers to him
        house.change(boss, left_on=SOON)
    assert code_of(caught) == "left_on: still_leads"


def test_who_comes_back_was_away_meanwhile_and_stays_one_person(house: House, terms: Terms) -> None:
    who = house.hire("B001", name="王芳", left_on=SPRING)
    draft = ReturnDraft(who, house.directory.employee(who).revision, AUTUMN, house.ward, house.guide, house.me)
    for wrong, code in (
        (replace(draft, returned_on=SPRING), "returned_on: return_before_left"),
        (replace(draft, returned_on=None), "returned_on: term_day_missing"),
        (replace(draft, department_id=None), "department_id: department_missing"),
        (replace(draft, superior_id=who), "superior_id: own_superior"),
    ):
        with pytest.raises(Refused) as caught:
            terms.come_back(wrong, house.by)
        assert code_of(caught) == code
    terms.come_back(draft, house.by)
    there = [
        bool(house.directory.people(EmployeeFilter("B001"), day=day))
        for day in (date(2026, 3, 31), SPRING, date(2026, 9, 30), AUTUMN, TODAY)
    ]
    assert there == [True, False, False, True, True]
    assert where(house, who, AUTUMN) == ("护理部", "李敏")
    file = terms.person_file(who)
    assert [(away.left_on, away.returned_on) for away in file.absences] == [(SPRING, AUTUMN)]
    assert file.employee.left_on is None
    with pytest.raises(Refused) as caught:
        terms.come_back(replace(draft, revision=file.employee.revision), house.by)
    assert caught.value.code == "has_not_left"
    for language in LANGUAGES:
        assert say(language, "refused.has_not_left", **caught.value.words)


def test_a_leaving_to_come_is_called_off(house: House, terms: Terms) -> None:
    who = house.hire("B001", left_on=SOON)
    terms.stay(who, 1, house.by)
    assert house.directory.employee(who).left_on is None
    gone = house.hire("B002", left_on=SPRING)
    with pytest.raises(Refused) as caught:
        terms.stay(gone, 1, house.by)
    assert caught.value.code == "has_left"


def test_who_was_whose_superior_on_a_day(house: House, terms: Terms) -> None:
    _, boss, one, _ = leads(house)
    house.directory.save_post(PostDraft("nurse", "护士"), house.by)
    terms.put_term(above(one, SOON, None), house.by)
    found = {standing.person.number: standing for standing in terms.standings(EmployeeFilter("B00"), TODAY)}
    assert (found["B002"].person.superior, found["B002"].head, found["B002"].head_id) == ("王芳", "王芳", boss)
    later = {standing.person.number: standing for standing in terms.standings(EmployeeFilter("B00"), SOON)}
    assert (later["B002"].person.superior, later["B003"].person.superior) == ("", "王芳")
    assert {standing.head for standing in terms.standings(EmployeeFilter(), HIRED)} == {""}
    assert terms.standings(EmployeeFilter(), date(2025, 2, 28)) == []
    page = terms.standings(EmployeeFilter(), TODAY, after=("B001", boss), limit=1)
    assert [standing.person.number for standing in page] == ["B002"]


def test_the_file_of_a_person_tells_who_is_above_and_below(house: House, terms: Terms) -> None:
    top, boss, _, _ = leads(house)
    file = terms.person_file(boss)
    assert [person.number for person in file.subordinates] == ["B002", "B003"]
    assert [department.name for department in file.departments] == ["导医台"]
    assert file.person is not None
    assert file.head is not None
    assert (file.person.superior_id, file.head.id) == (top, boss)
    coming = house.hire("B009", hired_on=SOON, superior_id=boss)
    assert terms.person_file(coming).person is not None
    with pytest.raises(KeyError):
        terms.person_file(house.desk)
