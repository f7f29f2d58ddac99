"""Contacts owed, made and kept back, on both databases."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

import pytest
from sqlalchemy import select
from tests.members.conftest import Clinic
from tests.members.tiering import WAN, Tills, tills_of

from qualitydesk.basics.errors import Refused
from qualitydesk.directory.model import Sex
from qualitydesk.members.model.contacts import (
    AttemptDraft,
    ContactLine,
    ContactState,
    Greeting,
    Kept,
    MessageText,
    Occasion,
)
from qualitydesk.members.model.profile import (
    Birthday,
    Calendar,
    ConsentDraft,
    ConsentKind,
    ConsentWay,
    Kinship,
    ProfileDraft,
    RelativeDraft,
)
from qualitydesk.members.rules.records import CUSTOMER_RECORD
from qualitydesk.members.service.contacts import Contacts
from qualitydesk.members.service.holds import Holds, hold_for
from qualitydesk.members.service.profiles import Profiles
from qualitydesk.rulebook.model.contacting import ContactWay
from qualitydesk.rulebook.service.calendar import Calendar as WorkDays
from qualitydesk.storage import audit

FRIDAY = date(2026, 11, 20)
WEEKLY = Greeting(Occasion.WEEKLY)


@dataclass
class Desk:
    """A clinic that keeps in touch."""

    clinic: Clinic
    tills: Tills
    contacts: Contacts
    holds: Holds
    profiles: Profiles

    def member(self, name: str, joined: date, *, phone: str = "13800138000", fen: int = WAN, **more: object) -> UUID:
        made = self.clinic.add(name, *([phone] if phone else []), **more)
        self.tills.buy(made, fen, joined)
        return made

    def born(self, member: UUID, month: int, day: int, calendar: Calendar = Calendar.SOLAR, leap: bool = False) -> None:
        stands = self.profiles.file(member).profile.revision
        born = Birthday(calendar, month, day, leap)
        draft = ProfileDraft(member, birthday=born, with_birthday=True, revision=stands)
        self.profiles.save_profile(draft, self.clinic.by())

    def said(self, member: UUID, kind: ConsentKind, given: bool) -> None:
        draft = ConsentDraft(member, kind, given, self.contacts.today(), ConsentWay.SPOKEN)
        self.profiles.record_consent(draft, self.clinic.by())

    def personal(self, day: date | None = None) -> list[ContactLine]:
        return list(self.contacts.day_list(day).personal)

    def only(self, day: date | None = None) -> ContactLine:
        (line,) = self.personal(day)
        return line

    def go_to(self, day: date) -> None:
        self.clinic.clock.advance((day - self.contacts.today()) // timedelta(days=1) * timedelta(days=1))

    def record(self, line: ContactLine, state: ContactState, **more: object) -> None:
        self.contacts.record([AttemptDraft(line.owed, state, **more)], self.clinic.by())  # type: ignore[arg-type]

    def audited(self, verb: str) -> int:
        with self.clinic.database.reading() as connection:
            return len(list(connection.scalars(select(audit.entries.c.seq).where(audit.entries.c.verb == verb))))


@pytest.fixture
def desk(clinic: Clinic) -> Desk:
    """On a Saturday; members who join earlier are entered then."""
    tills = tills_of(clinic)
    days = WorkDays(clinic.database, clinic.clock)
    days.adopt_shipped(clinic.by())
    contacts = Contacts(clinic.database, clinic.clock, tills.rulebook, days)
    profiles = Profiles(clinic.database, clinic.clock, clinic.directory, clinic.members)
    return Desk(clinic, tills, contacts, Holds(clinic.database, clinic.clock), profiles)


def test_the_day_after_joining_is_for_thanks_and_a_month_later_for_a_call(desk: Desk) -> None:
    new = desk.member("王小明", FRIDAY)
    old = desk.member("李静", date(2026, 10, 23), phone="13900139000")
    first = desk.only()
    assert (first.owed.member_id, first.owed.detail, first.owed.way) == (new, "first_day", ContactWay.MESSAGE)
    monday = FRIDAY + timedelta(days=3)
    call = desk.only(monday)
    assert (call.owed.member_id, call.owed.detail, call.owed.due_on) == (old, "first_month", monday)
    assert call.line.called == "李**" and call.line.telephone == "139****9000"
    assert not call.overdue and desk.only(monday + timedelta(days=1)).overdue


def test_only_the_first_purchase_is_joining(desk: Desk) -> None:
    member = desk.member("王小明", date(2026, 5, 2))
    desk.tills.buy(member, WAN, FRIDAY)
    assert desk.personal() == []


def test_a_call_tried_stays_and_one_made_goes(desk: Desk) -> None:
    desk.member("李静", date(2026, 10, 23))
    desk.go_to(FRIDAY + timedelta(days=3))
    desk.record(desk.only(), ContactState.NOT_REACHED, note="关机")
    assert (desk.only().state, desk.only().tried) == (ContactState.NOT_REACHED, 1)
    desk.record(desk.only(), ContactState.POSTPONED, postponed_to=FRIDAY + timedelta(days=7))
    assert desk.only().state is ContactState.POSTPONED and desk.contacts.waiting() == (0, 0)
    desk.go_to(FRIDAY + timedelta(days=7))
    assert desk.only().state is ContactState.OPEN and desk.contacts.waiting() == (1, 0)
    desk.record(desk.only(), ContactState.DONE, note="恢复良好")
    assert desk.only().state is ContactState.DONE and desk.contacts.waiting() == (0, 0)
    with pytest.raises(Refused, match="contact_closed"):
        desk.record(desk.only(), ContactState.NOT_REACHED)
    assert [one.note for one in desk.contacts.history(desk.only().owed.member_id)] == ["恢复良好", "", "关机"]


def test_a_contact_put_off_beyond_the_days_it_stays_comes_back_on_that_day(desk: Desk) -> None:
    desk.member("李静", date(2026, 10, 23))
    desk.go_to(FRIDAY + timedelta(days=3))
    far = FRIDAY + timedelta(days=38)
    desk.record(desk.only(), ContactState.POSTPONED, postponed_to=far)
    desk.go_to(far - timedelta(days=3))
    assert [one.owed.detail for one in desk.personal()] == []
    desk.go_to(far)
    assert (desk.only().owed.due_on, desk.only().state) == (FRIDAY + timedelta(days=3), ContactState.OPEN)


def test_birthdays_of_both_calendars_are_thought_of_and_the_gift_goes_by_tier(desk: Desk) -> None:
    vip = desk.member("赵敏", date(2026, 3, 2), fen=150 * WAN)
    gold = desk.member("钱钟", date(2026, 3, 2), phone="13700137000", fen=60 * WAN)
    desk.tills.confirm_all()
    desk.born(vip, 11, 21)
    desk.born(gold, 10, 13, Calendar.LUNAR)  # the 21st of November 2026
    found = {one.owed.member_id: one for one in desk.personal()}
    assert {one: found[one].owed.gift for one in found} == {vip: "card_gift", gold: "card_small_gift"}
    assert {one.owed.occasion for one in found.values()} == {Occasion.BIRTHDAY}
    assert [one.owed.detail for one in desk.personal(FRIDAY)] == []


def test_the_family_of_a_vip_is_congratulated_and_nobody_elses(desk: Desk) -> None:
    vip = desk.member("赵敏", date(2026, 3, 2), fen=150 * WAN)
    plain = desk.member("钱钟", date(2026, 3, 2), phone="13700137000")
    desk.tills.confirm_all()
    for member in (vip, plain):
        desk.said(member, ConsentKind.SENSITIVE, True)
        child = RelativeDraft(member, Kinship.CHILD, "赵小宝", Birthday(Calendar.SOLAR, 11, 21))
        desk.profiles.save_relative(child, desk.clinic.by())
    line = desk.only()
    assert (line.owed.member_id, line.owed.occasion, line.relative) == (vip, Occasion.FAMILY_BIRTHDAY, "赵**")
    (message,) = desk.contacts.hand_out("zh", "发送祝贺", desk.clinic.by(), owed=[line.owed]).value
    assert message.name == "赵敏" and message.telephone == "13800138000" and "家人" in message.text


def test_an_open_complaint_holds_the_birthday_card_and_its_end_lets_it_go(desk: Desk) -> None:
    member = desk.member("赵敏", date(2026, 3, 2))
    desk.born(member, 11, 21)
    case = desk.clinic.home
    with desk.clinic.database.transaction() as connection:
        hold_for(connection, desk.clinic.clock, "case", case, "LGBJ20261103", [member], desk.clinic.by())
    line = desk.only()
    assert (line.kept, line.kept_by) == (Kept.HOLD, "LGBJ20261103") and desk.contacts.waiting() == (0, 0)
    with pytest.raises(Refused, match="contact_kept"):
        desk.record(line, ContactState.DONE)
    with pytest.raises(Refused, match="contact_nobody"):
        desk.contacts.hand_out("zh", "发送祝贺", desk.clinic.by(), owed=[line.owed])
    with pytest.raises(Refused, match="hold_of_case"):
        desk.holds.lift(desk.holds.of_member(member)[0].id, "想发", desk.clinic.by())
    with desk.clinic.database.transaction() as connection:
        hold_for(connection, desk.clinic.clock, "case", case, "LGBJ20261103", [], desk.clinic.by())
    assert desk.only().kept is None
    desk.record(desk.only(), ContactState.DONE)
    assert desk.audited("hold_contacts") == desk.audited("lift_hold") == 1


def test_a_hold_on_a_record_merged_into_another_holds_the_person(desk: Desk) -> None:
    member, double = desk.member("赵敏", date(2026, 3, 2)), desk.clinic.add("赵敏", "13600136000")
    desk.born(member, 11, 21)
    hold = desk.holds.put(double, "家中有丧事", desk.clinic.by()).value
    assert desk.only().kept is None
    desk.clinic.members.merge_customers(member, double, "同一人", desk.clinic.by())
    assert (desk.only().kept, desk.only().kept_by) == (Kept.HOLD, "家中有丧事")
    assert desk.contacts.greeting_lines(WEEKLY, FRIDAY)[0].kept is Kept.HOLD
    desk.holds.lift(hold, "已过", desk.clinic.by())
    assert desk.only().kept is None
    with pytest.raises(Refused, match="no_such_hold"):
        desk.holds.lift(hold, "再次", desk.clinic.by())


def test_who_declined_messages_may_still_be_called(desk: Desk) -> None:
    member = desk.member("李静", date(2026, 10, 23))
    desk.born(member, 11, 23)
    desk.said(member, ConsentKind.MESSAGES, False)
    lines = {one.owed.way: one.kept for one in desk.personal(FRIDAY + timedelta(days=3))}
    assert lines == {ContactWay.MESSAGE: Kept.DECLINED, ContactWay.CALL: None}
    desk.said(member, ConsentKind.MESSAGES, True)
    assert {one.kept for one in desk.personal(FRIDAY + timedelta(days=3))} == {None}


def a_friday(desk: Desk) -> dict[str, UUID]:
    """Members who stand differently to the weekly message."""
    joined = date(2026, 3, 2)
    made = {
        name: desk.member(name, joined, phone=phone)
        for name, phone in (("甲", "13800000001"), ("乙", "13800000002"), ("丙", ""), ("丁", "13800000004"))
    }
    made["戊"] = desk.member("戊", joined, phone="13800000005")
    desk.said(made["乙"], ConsentKind.MESSAGES, False)
    desk.holds.put(made["丁"], "住院", desk.clinic.by())
    desk.born(made["戊"], 11, 27)
    desk.go_to(FRIDAY + timedelta(days=7))
    return made


def test_the_weekly_message_goes_to_whom_nothing_keeps_back(desk: Desk) -> None:
    made = a_friday(desk)
    today = desk.contacts.today()
    (row,) = desk.contacts.day_list().greetings
    assert (row.greeting, row.members, row.done, row.kept, row.to_do) == (WEEKLY, 5, 0, 4, 1)
    kept = {one.owed.member_id: one.kept for one in desk.contacts.greeting_lines(WEEKLY, today)}
    assert kept == {
        made["甲"]: None,
        made["乙"]: Kept.DECLINED,
        made["丙"]: Kept.NO_TELEPHONE,
        made["丁"]: Kept.HOLD,
        made["戊"]: Kept.COVERED,  # her birthday
    }
    handed = desk.contacts.hand_out("zh", "每周问候", desk.clinic.by(), greeting=WEEKLY).value
    assert [(one.name, one.telephone) for one in handed] == [("甲", "13800000001")]
    assert desk.contacts.record_greeting(WEEKLY, today, "{surname}{honorific}，周末愉快！", desk.clinic.by()).value == 1
    (row,) = desk.contacts.day_list().greetings
    assert (row.done, row.to_do) == (1, 0)
    with pytest.raises(Refused, match="contact_nobody"):
        desk.contacts.record_greeting(WEEKLY, today, "再发一次", desk.clinic.by())
    assert desk.audited("send_greeting") == desk.audited("hand_out_numbers") == 1


def test_pages_of_a_general_message_go_on_behind_the_last_row(desk: Desk) -> None:
    a_friday(desk)
    today = desk.contacts.today()
    first = desk.contacts.greeting_lines(WEEKLY, today, limit=3)
    last = first[-1].line
    rest = desk.contacts.greeting_lines(WEEKLY, today, after=(last.number, last.id), limit=3)
    assert [one.line.number for one in [*first, *rest]] == sorted(one.line.number for one in [*first, *rest])
    assert (len(first), len(rest)) == (3, 2)


def test_enough_messages_within_a_few_days_are_enough(desk: Desk) -> None:
    desk.member("甲", date(2026, 3, 2))
    rule = desk.tills.rulebook.editions("contacts")[-1]
    values = {**rule.values, "most_messages": 1, "most_days": 14}
    desk.tills.rulebook.publish("contacts", values, rule.texts, desk.contacts.today(), desk.clinic.by())
    desk.go_to(FRIDAY + timedelta(days=7))
    desk.contacts.record_greeting(WEEKLY, desk.contacts.today(), "周末愉快", desk.clinic.by())
    desk.go_to(FRIDAY + timedelta(days=14))
    (line,) = desk.contacts.greeting_lines(WEEKLY, desk.contacts.today())
    assert line.kept is Kept.ENOUGH
    desk.go_to(FRIDAY + timedelta(days=21))
    (line,) = desk.contacts.greeting_lines(WEEKLY, desk.contacts.today())
    assert line.kept is None


def test_the_groups_own_text_stands_before_the_shipped_one_and_can_be_given_up(desk: Desk) -> None:
    desk.member("王小明", FRIDAY, sex=Sex.FEMALE)
    line = desk.only()
    assert "王女士" in desk.contacts.preview(line, "zh") and "Ms" in desk.contacts.preview(line, "en")
    own = MessageText(Occasion.PLAN, "first_day", "", "{surname}{honorific}，谢谢惠顾{institution}。")
    desk.contacts.save_text(own, desk.clinic.by())
    assert desk.contacts.preview(line, "zh").startswith("王女士，谢谢惠顾")
    with pytest.raises(Refused, match="stale"):
        desk.contacts.save_text(own, desk.clinic.by())
    (kept,) = [one for one in desk.contacts.texts("zh") if one.revision]
    desk.contacts.drop_text(kept, desk.clinic.by())
    assert "感谢您选择" in desk.contacts.preview(line, "zh")


def test_what_comes_to_a_member_is_told_beforehand(desk: Desk) -> None:
    member = desk.member("王小明", FRIDAY)
    desk.born(member, 12, 24)
    coming = desk.contacts.coming(member, ahead=40)
    assert [(day.isoformat(), occasion.value, detail) for day, occasion, detail in coming] == [
        ("2026-11-21", "plan", "first_day"),
        ("2026-12-20", "plan", "first_month"),
        ("2026-12-24", "birthday", ""),
        ("2026-12-25", "festival", "christmas"),
    ]


def test_what_is_done_comes_no_more_and_what_is_put_off_comes_on_its_day(desk: Desk) -> None:
    member = desk.member("王小明", date(2026, 10, 23))
    monday = FRIDAY + timedelta(days=3)
    desk.go_to(monday)
    line = desk.only()
    assert (line.owed.due_on, line.owed.detail) == (monday, "first_month")
    meant = [(day, detail) for day, occasion, detail in desk.contacts.coming(member) if occasion is Occasion.PLAN]
    later = monday + timedelta(days=4)
    desk.record(line, ContactState.POSTPONED, postponed_to=later)
    assert desk.only().put_off_to == later
    plan = [(day, detail) for day, occasion, detail in desk.contacts.coming(member) if occasion is Occasion.PLAN]
    assert plan == [(later, "first_month"), *(one for one in meant if one[1] != "first_month")]
    desk.record(line, ContactState.DONE)
    plan = [(day, detail) for day, occasion, detail in desk.contacts.coming(member) if occasion is Occasion.PLAN]
    assert plan == [one for one in meant if one[1] != "first_month"]


def test_nothing_is_entered_as_sent_before_its_day(desk: Desk) -> None:
    desk.member("甲", date(2026, 3, 2))
    with pytest.raises(Refused, match="contact_to_come"):
        desk.contacts.record_greeting(WEEKLY, FRIDAY + timedelta(days=7), "早", desk.clinic.by())


def test_a_preview_calls_a_member_by_her_family_name_and_hides_a_name_in_full(desk: Desk) -> None:
    for name, told in (("欧阳可欣", "欧阳女士"), ("王丽", "王女士"), ("Anna O'Neill", "A**女士")):
        member = desk.member(name, FRIDAY, phone=f"1380013{len(told)}{ord(name[0]) % 1000:03d}", sex=Sex.FEMALE)
        line = next(one for one in desk.personal() if one.owed.member_id == member)
        assert desk.contacts.preview(line, "zh").startswith(told)
    desk.contacts.save_text(MessageText(Occasion.PLAN, "first_day", "", "{name}，您好"), desk.clinic.by())
    line = next(one for one in desk.personal() if one.line.called == "欧**")
    assert desk.contacts.preview(line, "zh") == "欧**，您好"


def test_the_history_of_a_record_tells_of_contacts_and_holds_in_words(desk: Desk) -> None:
    member = desk.member("李静", date(2026, 10, 23))
    desk.go_to(FRIDAY + timedelta(days=3))
    desk.record(desk.only(), ContactState.NOT_REACHED, note="关机")
    desk.holds.put(member, "住院期间不打扰", desk.clinic.by())
    lines = desk.clinic.directory.records.lines(CUSTOMER_RECORD, member, "zh")
    told = {line.what: {one.name: one.after for one in line.told} for line in lines}
    assert told["登记维护联系"] == {
        "事由": "入会维护", "应联系日期": "2026-11-23", "联系方式": "电话", "状态": "未接通", "备注": "关机",
    }  # fmt: skip
    assert told["暂停维护"] == {"理由": "住院期间不打扰"}
