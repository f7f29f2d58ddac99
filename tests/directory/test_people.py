"""People on both databases: found, placed and led by dates, pages, rings, two windows."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from tests.directory.conftest import HIRED, TODAY, House, code_of

from qualitydesk.basics.errors import Refused
from qualitydesk.basics.phrases import LANGUAGES, say
from qualitydesk.directory.model import (
    DepartmentDraft,
    EmployeeFilter,
    InstitutionDraft,
    Line,
    PostDraft,
    Region,
)

NAMES = ["张𬱖", "㛃", "䶮", "Anna Li", "O'Neill", "欧阳 娜娜", "王", "长" * 40, "50%_李\\"]


def names(house: House, **wanted: object) -> list[str]:
    return [person.name for person in house.directory.people(EmployeeFilter(**wanted))]  # type: ignore[arg-type]


@pytest.mark.parametrize("name", NAMES)
def test_every_real_name_is_kept_and_found(house: House, name: str) -> None:
    employee = house.hire("B001", name=name)
    assert house.directory.employee(employee).name == name
    for part in {name, name[0], name[-1]}:
        assert name in names(house, text=part)


def test_signs_of_the_search_language_are_plain_signs(house: House) -> None:
    house.hire("B001", name="甲")
    house.hire("B_02", name="乙")
    assert names(house, text="%") == [] and names(house, text="_") == []
    assert names(house, text="B_") == ["乙"]


def test_people_are_found_by_the_start_of_the_number_and_any_part_of_the_name(house: House) -> None:
    house.hire("B001", name="王小明")
    house.hire("C0B0", name="Bella")
    assert names(house, text="b0") == ["王小明"], "capitals do not matter, the start does"
    assert names(house, text=" 小明 ") == ["王小明"]
    assert names(house, text="LL") == ["Bella"]
    assert names(house, text="  ") == ["李敏", "王小明", "Bella"]


def test_people_are_narrowed_by_institution_and_department(house: House) -> None:
    first, second = house.directory.institutions()
    house.hire("B001", name="甲")
    house.hire("B002", name="乙", department_id=house.ward)
    assert names(house, institution_id=first.id) == ["李敏", "甲"]
    assert names(house, institution_id=second.id) == ["乙"]
    assert names(house, department_id=house.desk) == ["甲"]
    assert house.directory.count_people(EmployeeFilter(department_id=house.desk)) == 1


def test_who_has_left_is_shown_on_demand_only(house: House) -> None:
    house.hire("B001", name="甲", left_on=TODAY)
    house.hire("B002", name="乙", left_on=TODAY + timedelta(days=1))
    assert names(house) == ["李敏", "乙"]
    assert names(house, with_left=True) == ["李敏", "甲", "乙"]
    assert house.directory.count_people(EmployeeFilter(with_left=True)) == 3


def test_who_is_still_to_come_is_shown_on_demand_only(house: House) -> None:
    house.hire("B001", name="甲", hired_on=TODAY + timedelta(days=9), superior_id=house.me)
    assert names(house) == ["李敏"]
    (_, coming) = house.directory.people(EmployeeFilter(with_coming=True))
    assert (coming.name, coming.department, coming.superior) == ("甲", "导医台", "李敏")


@pytest.mark.parametrize("sort", ["number", "name"])
@pytest.mark.parametrize("descending", [False, True])
def test_pages_join_without_gap_or_double(house: House, sort: str, descending: bool) -> None:
    for number in range(7):
        house.hire(f"B{number:03}", name=["王", "李", "张"][number % 3])
    whole = house.directory.people(sort=sort, descending=descending)
    keys = [(getattr(person, sort), person.id.bytes) for person in whole]
    assert keys == sorted(keys, reverse=descending)
    paged, after = [], None
    while page := house.directory.people(after=after, limit=3, sort=sort, descending=descending):
        paged += page
        after = (getattr(page[-1], sort), page[-1].id)
    assert paged == whole and len(paged) == 8


def test_a_number_is_taken_once(house: House) -> None:
    house.hire("B001")
    with pytest.raises(Refused) as refused:
        house.hire(" B001 ")
    assert code_of(refused) == "number: number_taken"
    other = house.hire("B002")
    with pytest.raises(Refused) as refused:
        house.change(other, number="B001")
    assert code_of(refused) == "number: number_taken"


def test_a_transfer_holds_from_its_day_on(house: House) -> None:
    who = house.hire("B001")
    house.change(who, department_id=house.ward, since=date(2026, 2, 1))

    def place(on: date) -> str | None:
        person = house.directory.person(who, on)
        return person.institution if person else None

    assert place(HIRED - timedelta(days=1)) is None
    assert place(HIRED) == place(date(2026, 1, 31)) == "朝阳门诊"
    assert place(date(2026, 2, 1)) == place(TODAY) == "和平医院"


def test_a_transfer_told_late_leaves_what_came_after_it(house: House) -> None:
    who = house.hire("B001")
    nurse = house.directory.save_post(PostDraft("nurse", "护士"), house.by).value
    house.change(who, post_id=nurse, since=date(2026, 6, 1))
    house.change(who, department_id=house.ward, post_id=house.guide, since=date(2025, 9, 1))
    found = [(place.since, place.department_id, place.post_id) for place in house.directory.history(who)[0]]
    assert found == [
        (HIRED, house.desk, house.guide),
        (date(2025, 9, 1), house.ward, house.guide),
        (date(2026, 6, 1), house.desk, nurse),
    ]


def test_the_superior_is_the_one_of_the_day(house: House) -> None:
    old, new = house.hire("B001", name="赵静"), house.hire("B002", name="钱红")
    who = house.hire("B003", superior_id=old)
    house.change(who, superior_id=new, since=date(2026, 7, 1))
    assert house.directory.line_of(who, date(2025, 2, 1)) == Line(None, None)
    before, after = (house.directory.line_of(who, on).superior for on in (date(2026, 6, 30), date(2026, 7, 1)))
    assert before and before.name == "赵静"
    assert after and after.name == "钱红"
    house.change(who, superior_id=None, since=TODAY)
    assert house.directory.line_of(who, TODAY).superior is None
    assert [term.superior_id for term in house.directory.history(who)[1]] == [old, new, None]


def test_a_ring_of_superiors_is_refused(house: House) -> None:
    first = house.hire("B001")
    second = house.hire("B002", superior_id=first)
    third = house.hire("B003", superior_id=second)
    with pytest.raises(Refused) as refused:
        house.change(first, superior_id=third)
    assert code_of(refused) == "superior_id: superior_ring"
    assert house.directory.history(first)[1] == [] and house.directory.employee(first).revision == 1


def test_a_ring_that_closes_on_a_later_day_is_refused(house: House) -> None:
    first, second = house.hire("B001"), house.hire("B002")
    house.change(second, superior_id=first, since=date(2027, 1, 1))
    with pytest.raises(Refused) as refused:
        house.change(first, superior_id=second, since=TODAY)
    assert code_of(refused) == "superior_id: superior_ring"
    assert "2027-01-01" in say("zh", "problem.superior_ring", **refused.value.problems[0].values)


def test_a_changed_name_writes_no_history(house: House) -> None:
    who = house.hire("B001", superior_id=house.me)
    house.change(who, name="新名")
    assert [len(rows) for rows in house.directory.history(who)] == [1, 1]
    assert house.directory.employee(who).revision == 2


def test_a_stale_revision_is_refused_and_overwrites_nothing(house: House) -> None:
    who = house.hire("B001")
    seen = house.as_draft(who, name="第二个窗口", department_id=house.ward, since=TODAY)
    house.change(who, name="第一个窗口")
    with pytest.raises(Refused) as refused:
        house.directory.save_employee(seen, house.by)
    assert refused.value.code == "stale"
    for language in LANGUAGES:
        assert say(language, "refused.stale")
    person = house.directory.person(who)
    assert person is not None and (person.name, person.department) == ("第一个窗口", "导医台")


@pytest.mark.parametrize("kind", ["institution", "department", "post"])
def test_a_stale_revision_of_anything_is_refused(house: House, kind: str) -> None:
    first = house.directory.institutions()[0]
    save, draft = {
        "institution": (
            house.directory.save_institution,
            InstitutionDraft(first.code, "甲", Region.OTHER, True, first.id, 1),
        ),
        "department": (house.directory.save_department, DepartmentDraft(first.id, "甲", id=house.desk, revision=1)),
        "post": (house.directory.save_post, PostDraft("guide", "甲", id=house.guide, revision=1)),
    }[kind]
    save(draft, house.by)  # type: ignore[operator]
    with pytest.raises(Refused) as refused:
        save(replace(draft, name="乙"), house.by)  # type: ignore[operator, type-var]
    assert refused.value.code == "stale"


def test_someone_hired_later_starts_on_that_day(house: House) -> None:
    coming = TODAY + timedelta(days=10)
    who = house.hire("B001", hired_on=coming)
    draft = replace(house.draft("B001", hired_on=coming, name="改名"), id=who, revision=1)
    house.directory.save_employee(draft, house.by)
    assert [place.since for place in house.directory.history(who)[0]] == [coming]


def test_an_earlier_hire_date_leaves_no_day_without_a_place(house: House) -> None:
    who = house.hire("B001", superior_id=house.me)
    house.change(who, hired_on=date(2024, 3, 1))
    person = house.directory.person(who, date(2024, 3, 1))
    assert person is not None and (person.department, person.superior) == ("导医台", "李敏")
