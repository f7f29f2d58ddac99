"""The history of an employee's record in words, on both databases."""

from __future__ import annotations

from datetime import date

from tests.directory.conftest import TODAY, House

from qualitydesk.basics.records import RecordLine
from qualitydesk.directory.model import TermDraft, TermKind
from qualitydesk.directory.rules.records import EMPLOYEE_RECORD


def said(line: RecordLine) -> dict[str, tuple[str, str]]:
    return {one.name: (one.before, one.after) for one in line.told}


def test_a_person_is_told_from_the_entry_on_ids_by_their_names(house: House) -> None:
    boss = house.hire("B001", name="王芳", superior_id=house.me)
    guide = house.hire("B002", name="单明霞", superior_id=house.me)
    house.change(guide, name="单明夏")
    house.directory.terms.put_term(TermDraft(TermKind.SUPERIOR, guide, TODAY, person_id=boss), house.by)
    lines = house.directory.records.lines(EMPLOYEE_RECORD, guide, "zh")
    assert [line.what for line in lines][:2] == ["变更直属上级", "更改基本信息"]
    assert said(lines[0])["直属上级"][1] == "王芳"
    assert said(lines[1]) == {"姓名": ("单明霞", "单明夏")}
    first = {name: words for line in lines[2:] for name, words in said(line).items()}
    assert first["工号"] == ("", "B002")
    assert first["科室"][1] and first["岗位"][1]


def test_days_are_days_and_what_stayed_is_left_out(house: House) -> None:
    guide = house.hire("B003", name="周若彤")
    house.change(guide, hired_on=date(2019, 5, 1))
    newest = next(
        line for line in house.directory.records.lines(EMPLOYEE_RECORD, guide, "en") if line.what == "Facts changed"
    )
    assert list(said(newest)) == ["Hired on"] and said(newest)["Hired on"][1] == "2019-05-01"
