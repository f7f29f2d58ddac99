"""What is owed on a day, against the observatory's calendar; what keeps a contact back; texts with blanks."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.vectors.terms import FESTIVALS, TERMS

from qualitydesk.basics import terms
from qualitydesk.basics.errors import Refused
from qualitydesk.basics.ids import new_id
from qualitydesk.basics.places import shipped
from qualitydesk.members.model.contacts import (
    Attempt,
    AttemptDraft,
    ContactState,
    Greeting,
    Kept,
    MessageText,
    Occasion,
    Owed,
)
from qualitydesk.members.rules import contacts as rules
from qualitydesk.members.rules import message_texts as wording
from qualitydesk.members.rules.contact_words import blank_names
from qualitydesk.members.service.contact_lists import shipped_texts
from qualitydesk.rulebook.model.contacting import ContactWay, Planned, SolarTerm, WithoutWord
from qualitydesk.rulebook.rules import WorkCalendar, read_contacts

WEEKDAYS = WorkCalendar()
WHO = new_id()
TODAY = date(2026, 11, 20)  # a Friday


def values() -> dict[str, Any]:
    import tomllib

    found: dict[str, Any] = tomllib.loads(shipped("resources/rulebook/contacts.toml").read_text("utf-8"))["values"]
    return found


RULE = read_contacts(values())


def days_of(row: str, year: int) -> list[date]:
    return [date.fromisoformat(f"{year}-{one}") for one in row.split()]


@pytest.mark.parametrize("year", TERMS)
def test_the_solar_terms_fall_on_the_observatorys_days(year: int) -> None:
    expected = days_of(TERMS[year], year)
    assert [terms.term_day(year, place) for place in range(24)] == expected
    assert [terms.term_on(day) for day in expected] == list(range(24))
    assert terms.term_on(expected[0] + timedelta(days=1)) is None


@pytest.mark.parametrize("year", FESTIVALS)
def test_the_festivals_fall_on_the_observatorys_days(year: int) -> None:
    codes = ("spring_festival", "dragon_boat", "mid_autumn", "double_ninth")
    for code, day in zip(codes, days_of(FESTIVALS[year], year), strict=True):
        assert rules.greetings_on(RULE, day) == (Greeting(Occasion.FESTIVAL, code),)
        near = [day + timedelta(days=shift) for shift in (-2, -1, 1, 2)]
        assert not any(rules.is_festival(RULE.festivals[code], one) for one in near)
    assert rules.greetings_on(RULE, date(year, 12, 25)) == (Greeting(Occasion.FESTIVAL, "christmas"),)


def test_every_year_has_each_festival_once() -> None:
    for code, festival in RULE.festivals.items():
        days = [date(2024, 1, 1) + timedelta(days=one) for one in range(5 * 366)]
        found = [day for day in days if rules.is_festival(festival, day)]
        assert len({day.year for day in found}) == len(found) == 5, code


def test_of_several_greetings_a_day_has_the_first() -> None:
    assert rules.greetings_on(RULE, TODAY) == (Greeting(Occasion.WEEKLY),)
    assert rules.greetings_on(RULE, TODAY + timedelta(days=1)) == ()
    friday_and_festival = date(2026, 9, 25)  # Mid-Autumn
    assert rules.greetings_on(RULE, friday_and_festival) == (Greeting(Occasion.FESTIVAL, "mid_autumn"),)
    turn = date(2026, 11, 7)
    assert rules.greetings_on(RULE, turn) == (Greeting(Occasion.SEASON, "lidong"),)


@given(st.dates(date(2000, 1, 1), date(2090, 1, 1)), st.integers(0, 40), st.integers(1, 24))
def test_every_day_of_joining_meets_its_contact_exactly_once(joined: date, days: int, months: int) -> None:
    for planned in (Planned(days, 0, ContactWay.CALL), Planned(0, months, ContactWay.CALL)):
        due = rules.planned_on(planned, joined)
        assert joined in rules.joined_for(planned, due)
        others = [due + timedelta(days=shift) for shift in range(-4, 5) if shift]
        assert not any(joined in rules.joined_for(planned, other) for other in others)


def test_at_the_end_of_february_four_days_of_joining_meet() -> None:
    month = Planned(0, 1, ContactWay.CALL)
    assert rules.joined_for(month, date(2026, 2, 28)) == tuple(date(2026, 1, day) for day in (28, 29, 30, 31))
    assert rules.joined_for(month, date(2026, 3, 31)) == ()


def test_calls_wait_for_a_working_day_and_stay_for_a_while() -> None:
    saturday = TODAY + timedelta(days=1)
    assert list(rules.days_shown(RULE, ContactWay.CALL, saturday, WEEKDAYS)) == []
    monday = TODAY + timedelta(days=3)
    shown = list(rules.days_shown(RULE, ContactWay.CALL, monday, WEEKDAYS))
    assert shown[0] == monday and shown[-1] == monday - timedelta(days=RULE.stays_days)
    assert list(rules.days_shown(RULE, ContactWay.MESSAGE, saturday, WEEKDAYS)) == [saturday]
    call = Owed(WHO, Occasion.PLAN, "first_month", saturday, ContactWay.CALL)
    assert not rules.is_overdue(call, monday, WEEKDAYS)
    assert rules.is_overdue(call, monday + timedelta(days=1), WEEKDAYS)


def test_one_message_a_day_and_it_is_the_most_personal() -> None:
    def owed(occasion: Occasion, way: ContactWay = ContactWay.MESSAGE) -> Owed:
        return Owed(WHO, occasion, "", TODAY, way)

    messages = [owed(one) for one in (Occasion.PLAN, Occasion.FAMILY_BIRTHDAY, Occasion.BIRTHDAY)]
    first, others = rules.one_a_day([*messages, owed(Occasion.PLAN, ContactWay.CALL)])
    assert [(one.occasion, one.way) for one in first] == [
        (Occasion.BIRTHDAY, ContactWay.MESSAGE),
        (Occasion.PLAN, ContactWay.CALL),
    ]
    assert [one.occasion for one in others] == [Occasion.FAMILY_BIRTHDAY, Occasion.PLAN]


def kept(occasion: Occasion = Occasion.WEEKLY, rule: Any = RULE, **more: Any) -> Kept | None:
    usual = {"held": False, "limited": False, "telephone": True, "word": None, "sent_lately": 0, "covered": False}
    return rules.kept_back(rule, Owed(WHO, occasion, "", TODAY, ContactWay.MESSAGE), **{**usual, **more})


def test_an_open_complaint_keeps_even_a_birthday_card_back() -> None:
    assert kept(Occasion.BIRTHDAY) is None
    assert kept(Occasion.BIRTHDAY, held=True, word=True) is Kept.HOLD
    assert kept(held=True, limited=True) is Kept.LIMITED


def test_who_declined_gets_nothing_and_silence_is_a_matter_of_the_rule() -> None:
    assert kept(word=False) is Kept.DECLINED and kept(word=True) is None and kept(word=None) is None
    asking = read_contacts({**values(), "without_word": "ask"})
    assert asking.without_word is WithoutWord.ASK
    assert kept(rule=asking) is Kept.NOT_AGREED and kept(rule=asking, word=True) is None


def test_the_cap_counts_for_general_messages_only() -> None:
    assert kept(sent_lately=RULE.most_messages) is Kept.ENOUGH
    assert kept(sent_lately=RULE.most_messages - 1) is None
    assert kept(Occasion.BIRTHDAY, sent_lately=99) is None
    assert kept(covered=True) is Kept.COVERED and kept(telephone=False) is Kept.NO_TELEPHONE


@pytest.mark.parametrize(("hour", "quiet"), [(8, True), (9, False), (19, False), (20, True), (0, True)])
def test_nothing_is_sent_in_quiet_hours(hour: int, quiet: bool) -> None:
    assert rules.is_quiet(RULE, datetime(2026, 11, 20, hour, 59, tzinfo=UTC) - timedelta(hours=8)) is quiet


def attempt(state: ContactState, to: date | None = None) -> Attempt:
    at = datetime(2026, 11, 19, tzinfo=UTC)
    return Attempt(new_id(), WHO, Occasion.PLAN, "first_month", TODAY, ContactWay.CALL, state, at, "", postponed_to=to)


def test_the_last_attempt_says_how_a_contact_stands() -> None:
    later = TODAY + timedelta(days=2)
    assert rules.standing_of([], TODAY) == (ContactState.OPEN, 0)
    missed = [attempt(ContactState.NOT_REACHED)] * 2
    assert rules.standing_of(missed, TODAY) == (ContactState.NOT_REACHED, 2)
    put_off = [*missed, attempt(ContactState.POSTPONED, later)]
    assert rules.standing_of(put_off, TODAY) == (ContactState.POSTPONED, 2)
    assert rules.standing_of(put_off, later) == (ContactState.OPEN, 2)
    assert rules.standing_of([*put_off, attempt(ContactState.DONE)], later) == (ContactState.DONE, 2)


def test_what_is_left_out_needs_a_reason_and_put_off_means_later() -> None:
    owed = Owed(WHO, Occasion.PLAN, "first_month", TODAY, ContactWay.CALL)
    assert [one.code for one in rules.problems_in_attempt(AttemptDraft(owed, ContactState.LEFT_OUT), TODAY)] == [
        "reason_missing"
    ]
    today = AttemptDraft(owed, ContactState.POSTPONED, postponed_to=TODAY)
    assert [one.field for one in rules.problems_in_attempt(today, TODAY)] == ["postponed_to"]
    assert rules.problems_in_attempt(AttemptDraft(owed, ContactState.DONE, note="很满意"), TODAY) == []


def test_what_comes_to_a_member_stands_in_order() -> None:
    coming = rules.coming(RULE, date(2026, 10, 31), {"": date(2026, 12, 1), "r": date(2026, 11, 25)}, TODAY, 40, "vip")
    assert [(day.isoformat(), occasion.value, detail) for day, occasion, detail in coming] == [
        ("2026-11-25", "family_birthday", "r"),
        ("2026-11-30", "plan", "first_month"),
        ("2026-12-01", "birthday", ""),
        ("2026-12-25", "festival", "christmas"),
    ]
    plain = rules.coming(RULE, None, {"r": date(2026, 11, 25)}, TODAY, 40, "silver")
    assert [occasion for _day, occasion, _detail in plain] == [Occasion.FESTIVAL]


@pytest.mark.parametrize(
    ("path", "value", "code"),
    [
        (("message_until",), 9, "value_out_of_range"),
        (("plan", "first_day", "after_days"), 0, "value_out_of_range"),
        (("festivals", "christmas", "day"), 32, "value_out_of_range"),
        (("seasons", "terms"), ["lichun", "nonsense"], "value_not_known"),
        (("birthday", "gifts", "gold"), "car", "value_not_known"),
        (("weekly", "weekday"), 8, "value_out_of_range"),
    ],
)
def test_a_rule_that_does_not_hold_is_told_by_its_place(path: tuple[str, ...], value: object, code: str) -> None:
    wrong = values()
    place = wrong
    for key in path[:-1]:
        place = place[key]
    place[path[-1]] = value
    with pytest.raises(Refused) as refused:
        read_contacts(wrong)
    assert [(one.field, one.code) for one in refused.value.problems] == [(".".join(path), code)]


def test_all_24_terms_may_be_kept() -> None:
    every = {**values(), "seasons": {"terms": [term.value for term in SolarTerm]}, "weekly": {"weekday": 0}}
    rule = read_contacts(every)
    year = [date(2026, 1, 1) + timedelta(days=one) for one in range(365)]
    assert sum(one.occasion is Occasion.SEASON for day in year for one in rules.greetings_on(rule, day)) == 24


def test_the_text_that_fits_best_is_taken_and_its_blanks_are_filled() -> None:
    texts = [
        MessageText(Occasion.FESTIVAL, "", "", "节日好"),
        MessageText(Occasion.FESTIVAL, "", "vip", "贵宾节日好"),
        MessageText(Occasion.FESTIVAL, "mid_autumn", "", "中秋好"),
    ]
    best = [
        wording.text_for(texts, Occasion.FESTIVAL, detail, tier)
        for detail, tier in (("mid_autumn", "vip"), ("christmas", "vip"), ("christmas", "gold"))
    ]
    assert [one.text for one in best if one] == ["中秋好", "贵宾节日好", "节日好"]
    assert wording.text_for(texts, Occasion.WEEKLY, "", "") is None
    assert wording.filled("{surname}{honorific}：{who}", {"surname": "欧阳", "honorific": "女士"}) == "欧阳女士：{who}"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("  ", "reason_missing"),
        ("好" * 501, "letterhead_long"),
        ("{nickname}好", "contact_blank_unknown"),
        ("{surname好", "contact_blank_open"),
        ("{surname}{honorific}好", None),
    ],
)
def test_a_text_with_a_blank_nobody_fills_is_not_kept(text: str, code: str | None) -> None:
    assert [one.code for one in wording.problems_in_text(text)] == ([code] if code else [])


@pytest.mark.parametrize(
    ("name", "surname"),
    [
        ("王小明", "王"),
        ("欧阳娜娜", "欧阳"),
        ("欧阳", "欧"),
        ("张𬱖", "张"),
        ("O'Brien Mary", "O'Brien Mary"),
        ("㛃", "㛃"),
    ],
)
def test_a_family_name_is_called_as_people_call_it(name: str, surname: str) -> None:
    assert wording.surname_of(name) == surname


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_message_the_shipped_rule_owes_has_a_text_that_holds(language: str) -> None:
    texts = shipped_texts(language)
    assert [one for one in texts if wording.problems_in_text(one.text)] == []
    for occasion, details in rules.details_of(RULE).items():
        for detail in details:
            assert wording.text_for(texts, occasion, detail, "gold") is not None, (occasion, detail)


@given(st.lists(st.sampled_from(["{name}", "{surname}", "{age}", "您好，", "{ 姓 }x", "end"]), max_size=8))
def test_a_text_edited_with_the_words_of_its_blanks_is_kept_by_their_codes(parts: list[str]) -> None:
    words = blank_names("zh")
    text = "".join(parts)
    edited = wording.in_words(text.replace("{ 姓 }", "{surname}"), words)
    assert "{name}" not in edited and "{surname}" not in edited
    assert wording.in_codes(edited, words) == text.replace("{ 姓 }", "{surname}")
    assert wording.in_codes("{ 姓 }{姓名}{年龄}", words) == "{surname}{name}{年龄}"
