"""What a few typed letters find, on both databases: names, numbers, initials, items of the standards."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from tests.penalties.clinic import BADGE, Clinic

from qualitydesk.basics.initials import letters_of
from qualitydesk.complaints.model import CaseDraft, Channel, Party
from qualitydesk.complaints.model.requests import RequestDraft
from qualitydesk.complaints.model.wishes import WishDraft
from qualitydesk.directory.model import DepartmentDraft
from qualitydesk.inspections.model.editions import PackDraft
from qualitydesk.measures.model import MeasureDraft
from qualitydesk.members.model import CustomerDraft
from qualitydesk.today.model import FoundKind
from qualitydesk.today.service.finder import EACH

DAY = date(2026, 11, 20)


def kinds(clinic: Clinic, text: str) -> list[tuple[FoundKind, str]]:
    return [(one.kind, one.number) for one in clinic.services.finder.find(text)]


def test_people_are_found_by_name_number_and_every_reading_of_their_initials(clinic: Clinic) -> None:
    for text in ("若彤", "周若彤", "G2", "g2", "zrt", "ZRT"):
        assert (FoundKind.EMPLOYEE, "G2") in kinds(clinic, text), text
    assert kinds(clinic, "") == kinds(clinic, "   ") == []


def test_customers_are_found_masked_by_name_initials_last_digits_and_number(clinic: Clinic) -> None:
    draft = CustomerDraft("单明霞", None, ("19900008800",), clinic.institution)
    customer = clinic.services.members.add_customer(draft, clinic.by).value
    for text in ("明霞", "smx", "8800", "gk1"):
        (found,) = [one for one in clinic.services.finder.find(text) if one.kind is FoundKind.CUSTOMER]
        assert (found.key, found.number, found.words) == (str(customer), "GK000001", "单**  199****8800"), text
    lately = [(FoundKind.CUSTOMER, str(customer)), (FoundKind.CUSTOMER, str(clinic.institution))]
    assert [one.words for one in clinic.services.finder.present(lately)] == ["单**  199****8800"]


def test_complaints_are_found_masked_by_number_name_telephone_and_words(clinic: Clinic) -> None:
    draft = CaseDraft(
        institution_id=clinic.institution,
        channel=Channel.TELEPHONE,
        complainant=Party("单明霞", None, "19900008800"),
        narrative="候诊四十分钟无人答复",
    )
    case = clinic.services.complaints.open_case(draft, clinic.by).value
    number = clinic.services.complaints.case(case).line.number
    for text in (number, "明霞", "8800", "候诊"):
        found = next(one for one in clinic.services.finder.find(text) if one.kind is FoundKind.CASE)
        assert (found.key, found.number, found.words) == (str(case), number, "单**"), text
    lately = [(FoundKind.CASE, str(case)), (FoundKind.CASE, str(clinic.institution))]
    assert [one.number for one in clinic.services.finder.present(lately)] == [number]


def test_requests_and_wishes_are_found_by_number(clinic: Clinic) -> None:
    services, by = clinic.services, clinic.by
    back_office = services.directory.save_department(DepartmentDraft(clinic.institution, "后勤保障部"), by).value
    request = services.requests.ask(RequestDraft(clinic.people["G1"], back_office, "叫号屏不亮"), by).value
    logged = WishDraft(clinic.institution, channel=Channel.LETTER, anonymous=True, words="候诊区太冷")
    wish = services.wishes.log(logged, by).value
    for kind, key, text, words in (
        (FoundKind.REQUEST, request, "nb-", "叫号屏不亮"),
        (FoundKind.WISH, wish, "YJ-", "候诊区太冷"),
    ):
        (found,) = services.finder.find(text)
        assert (found.kind, found.key, found.words) == (kind, str(key), words)
        assert [one.number for one in services.finder.present([(kind, str(key))])] == [found.number]


def test_who_has_left_comes_after_who_is_here(clinic: Clinic) -> None:
    clinic.hire("A1", "王明", superior="LEAD")
    clinic.hire("A2", "王明明", superior="LEAD")
    clinic.retire("A1", DAY)
    assert [number for kind, number in kinds(clinic, "王明") if kind is FoundKind.EMPLOYEE] == ["A2", "A1"]


def test_numbers_of_rounds_slips_and_measures_are_found_by_their_end(clinic: Clinic) -> None:
    slip = clinic.propose(clinic.walk(DAY, {"G1": [BADGE]}), "G1")
    draft = MeasureDraft(clinic.institution, "补发胸卡", clinic.people["G1"], DAY + timedelta(days=3))
    clinic.services.measures.open_measure(draft, clinic.by)
    found = clinic.services.finder.find("0001")
    assert {one.kind for one in found} == {FoundKind.ROUND, FoundKind.SLIP, FoundKind.MEASURE}
    by_kind = {one.kind: one for one in found}
    assert by_kind[FoundKind.SLIP].number == slip.number and by_kind[FoundKind.SLIP].words == "张𬱖"
    assert (by_kind[FoundKind.ROUND].words, by_kind[FoundKind.ROUND].state) == ("patrol", "finished")
    assert by_kind[FoundKind.MEASURE].institution == "北京和颐医院"
    assert [one.kind for one in clinic.services.finder.find(slip.number.lower())] == [FoundKind.SLIP]


def test_items_are_found_by_code_title_and_initials_and_a_whole_code_comes_first(clinic: Clinic) -> None:
    finder = clinic.services.finder
    assert finder.find(BADGE.lower())[0].number == BADGE
    (title,) = {one.titles["zh"] for one in finder.find(BADGE) if one.number == BADGE}
    assert BADGE in [one.number for one in finder.find(title[:3])]
    letters = "".join(reading[0] for reading in letters_of(title))
    assert BADGE in [one.number for one in finder.find(letters)]  # all of them, however long the title
    assert BADGE in [one.number for one in finder.find(letters[1:].upper())]  # and from the middle on
    assert len([one for one in finder.find("W-") if one.kind is FoundKind.ITEM]) == EACH


def test_a_title_of_a_new_edition_is_found_and_the_old_one_no_longer(clinic: Clinic) -> None:
    finder, standards = clinic.services.finder, clinic.services.standards
    pack = next(one for one in standards.all_packs() if any(item.code == BADGE for item in one.items))
    old = next(item for item in pack.items if item.code == BADGE)
    assert BADGE in [one.number for one in finder.find(old.title["zh"])]
    renamed = replace(old, title={**old.title, "zh": "名牌端端正正"})
    items = tuple(renamed if item.code == BADGE else item for item in pack.items)
    standards.save_edition(PackDraft(replace(pack, items=items), pack.edition, "改名"), clinic.by)
    assert [one.number for one in finder.find("名牌端")] == [BADGE]
    assert BADGE not in [one.number for one in finder.find(old.title["zh"])]


@pytest.mark.parametrize("text", ["100%", "_", "\\", "'", '"', "%%%", "长" * 500, "𬱖", "😀", "王\x00明"])
def test_no_sign_does_harm(clinic: Clinic, text: str) -> None:
    found = clinic.services.finder.find(text)
    assert all(one.words or one.titles for one in found)
    assert len(found) < 30


def test_what_was_opened_lately_is_told_as_it_stands_now_and_what_is_gone_is_left_out(clinic: Clinic) -> None:
    slip = clinic.propose(clinic.walk(DAY, {"G1": [BADGE]}), "G1")
    item = next(one for one in clinic.services.finder.find(BADGE) if one.number == BADGE)
    lately = [
        (FoundKind.ITEM, item.key),
        (FoundKind.SLIP, str(slip.id)),
        (FoundKind.ROUND, str(slip.id)),  # there is no such round
        (FoundKind.EMPLOYEE, str(clinic.people["G1"])),
    ]
    clinic.services.penalties.withdraw(slip.id, slip.revision, "记错了人", clinic.by)
    found = clinic.services.finder.present(lately)
    assert [one.kind for one in found] == [FoundKind.ITEM, FoundKind.SLIP, FoundKind.EMPLOYEE]
    assert found[1].state == "withdrawn"
