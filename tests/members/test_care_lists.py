"""The care list of a day on paper: masked, by institution, what is held told with its reason; issued and kept."""

from __future__ import annotations

from datetime import date, timedelta
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader
from tests.members.test_contacts import FRIDAY, Desk, desk

from qualitydesk.members.model.contacts import ContactState
from qualitydesk.members.service.care_lists import CareLists
from qualitydesk.papers.service import Papers
from qualitydesk.storage.files import FileStore

__all__ = ["desk"]
MONDAY = FRIDAY + timedelta(days=3)


@pytest.fixture
def papers(desk: Desk, tmp_path: Path) -> Papers:
    return Papers(desk.clinic.database, FileStore(tmp_path / "files"), desk.clinic.clock)


@pytest.fixture
def lists(desk: Desk, papers: Papers) -> CareLists:
    born = desk.member("王小明", date(2026, 3, 2))
    desk.born(born, 11, 23)
    desk.member("李静", date(2026, 10, 23), phone="13900139000")
    desk.member("赵强", date(2026, 10, 23), phone="13700137000", institution_id=desk.clinic.other)
    held = desk.member("孙丽", date(2026, 10, 23), phone="13600136000")
    desk.holds.put(held, "住院期间不打扰", desk.clinic.by())
    desk.go_to(MONDAY)
    return CareLists(desk.clinic.directory, desk.contacts, papers)


def words_of(pdf: bytes) -> str:
    return "".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages)


def test_the_list_names_nobody_in_full_and_says_who_is_kept_back_and_why(
    lists: CareLists, papers: Papers, desk: Desk
) -> None:
    paper_id = lists.issue(MONDAY, None, desk.clinic.by()).value
    words = words_of(papers.original(paper_id))
    for said in (
        "2026-11-23 周一",
        "WH-2026-11-23",
        "李**",
        "139****9000",
        "满一个月电话回访",
        "住院期间不打扰",
        "王**",
    ):
        assert said in words, said
    for hidden in ("李静", "13900139000", "王小明", "孙丽"):
        assert hidden not in words
    assert "电话 2 个，短信 1 条；暂不联系 1 人；已办 0 项" in words


def test_of_one_institution_only_its_members_stand_on_it(lists: CareLists, papers: Papers, desk: Desk) -> None:
    home = desk.clinic.directory.institution(desk.clinic.other)
    pdf = lists.preview(MONDAY, home.id, desk.clinic.by(), "en")
    words = words_of(pdf)
    assert "赵**" in words and "李**" not in words and f"WH-{home.code}-2026-11-23" in words


def test_what_still_says_the_same_is_not_issued_twice(lists: CareLists, papers: Papers, desk: Desk) -> None:
    first = lists.issue(MONDAY, None, desk.clinic.by()).value
    assert lists.issue(MONDAY, None, desk.clinic.by()).value == first
    line = next(one for one in desk.personal() if one.line.called == "李**")
    desk.record(line, ContactState.NOT_REACHED)
    again = lists.issue(MONDAY, None, desk.clinic.by()).value
    assert again != first and "未接通 1 次" in words_of(papers.original(again))


def test_a_day_on_which_nobody_is_owed_says_so(desk: Desk, papers: Papers) -> None:
    lists = CareLists(desk.clinic.directory, desk.contacts, papers)
    assert "当日没有需要单独联系的会员" in words_of(lists.preview(MONDAY, None, desk.clinic.by(), "zh"))
