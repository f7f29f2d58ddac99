"""The directory's verbs and questions on both databases."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest
from tests.directory.conftest import FOUNDATION, HIRED, House

from qualitydesk.basics.changes import By, Change
from qualitydesk.basics.clock import FixedClock
from qualitydesk.basics.errors import Refused
from qualitydesk.basics.phrases import LANGUAGES, say
from qualitydesk.directory.model import (
    DepartmentDraft,
    EmployeeFilter,
    Foundation,
    InstitutionDraft,
    Line,
    PostDraft,
    Region,
    Sex,
)
from qualitydesk.directory.service import Directory
from qualitydesk.storage import audit
from qualitydesk.storage.database import Database

TODAY = date(2026, 11, 21)
NAMES = ["张𬱖", "㛃", "䶮", "Anna Li", "O'Neill", "欧阳 娜娜", "王", "长" * 40, "50%_李\\"]


def code_of(refused: pytest.ExceptionInfo[Refused]) -> str:
    """The one problem of a refused draft; it must have its sentence in both languages."""
    (problem,) = refused.value.problems
    for language in LANGUAGES:
        assert say(language, f"problem.{problem.code}", **problem.values)
    return f"{problem.field}: {problem.code}"


def names(house: House, **wanted: object) -> list[str]:
    return [person.name for person in house.directory.people(EmployeeFilter(**wanted))]  # type: ignore[arg-type]


def verbs(database: Database, subject: str, subject_id: UUID) -> list[str]:
    with database.reading() as connection:
        return [entry.verb for entry in audit.history(connection, subject, subject_id)]


# The first run


def test_founding_gives_the_group_its_institutions_and_the_user(database: Database, clock: FixedClock) -> None:
    directory = Directory(database, clock)
    assert directory.group() is None
    done = directory.found_group(FOUNDATION)
    group, me = directory.group(), directory.person(done.value)
    assert done.touched == {Change.DIRECTORY}
    assert group is not None and (group.name, group.zone) == ("安和医疗集团", "Asia/Shanghai")
    assert [(found.code, found.region) for found in directory.institutions()] == [
        ("BJC", Region.BEIJING),
        ("TJH", Region.OTHER),
    ]
    assert me is not None
    assert (me.number, me.name, me.institution, me.department, me.post, me.post_code) == (
        "A001", "李敏", "朝阳门诊", "客服部", "客服主任", "supervisor",
    )  # fmt: skip
    assert directory.users() == [done.value]
    assert directory.today() == TODAY


def test_a_group_is_founded_once(house: House) -> None:
    with pytest.raises(Refused) as refused:
        house.directory.found_group(FOUNDATION)
    assert refused.value.code == "group_exists"
    assert len(house.directory.institutions()) == 2


def test_a_foundation_with_problems_leaves_nothing(database: Database, clock: FixedClock) -> None:
    directory = Directory(database, clock)
    with pytest.raises(Refused):
        directory.found_group(replace(FOUNDATION, me_name=" "))
    with pytest.raises(Refused):
        directory.found_group(Foundation())
    assert directory.group() is None and directory.institutions() == []


# Institutions, departments, posts


def test_an_institution_changes_but_its_code_stays(house: House) -> None:
    first = house.directory.institutions()[0]
    draft = InstitutionDraft(first.code, " 朝阳  国际门诊 ", Region.OTHER, False, first.id, first.revision)
    house.directory.save_institution(draft, house.by)
    changed = house.directory.institution(first.id)
    assert (changed.name, changed.region, changed.active, changed.revision) == ("朝阳 国际门诊", Region.OTHER, False, 2)
    assert [found.code for found in house.directory.institutions(active_only=True)] == ["TJH"]
    with pytest.raises(Refused) as refused:
        house.directory.save_institution(replace(draft, code="CY", revision=2), house.by)
    assert code_of(refused) == "code: code_fixed"


def test_a_code_is_taken_once(house: House) -> None:
    with pytest.raises(Refused) as refused:
        house.directory.save_institution(InstitutionDraft("TJH", "别的医院", Region.OTHER), house.by)
    assert code_of(refused) == "code: code_taken"
    with pytest.raises(Refused) as refused:
        house.directory.save_post(PostDraft("guide", "另一导医"), house.by)
    assert code_of(refused) == "code: code_taken"


def test_a_department_name_is_taken_once_in_its_institution(house: House) -> None:
    first, second = house.directory.institutions()
    with pytest.raises(Refused) as refused:
        house.directory.save_department(DepartmentDraft(first.id, " 导医台 "), house.by)
    assert code_of(refused) == "name: department_taken"
    house.directory.save_department(DepartmentDraft(second.id, "导医台"), house.by)
    assert [found.name for found in house.directory.departments(second.id)] == ["导医台", "护理部"]


def test_a_department_stays_in_its_institution(house: House) -> None:
    second = house.directory.institutions()[1]
    with pytest.raises(Refused) as refused:
        house.directory.save_department(DepartmentDraft(second.id, "导医台", id=house.desk, revision=1), house.by)
    assert code_of(refused) == "institution_id: institution_fixed"


def test_the_head_is_the_one_of_the_day(house: House) -> None:
    home = house.directory.institutions()[0].id
    old, new = house.hire("B001", name="赵静"), house.hire("B002", name="钱红")
    draft = DepartmentDraft(home, "导医台", True, old, date(2026, 1, 1), house.desk, 1)
    house.directory.save_department(draft, house.by)
    house.directory.save_department(replace(draft, head_id=new, head_since=date(2026, 7, 1), revision=2), house.by)
    who = house.hire("B003")

    def head(on: date) -> str | None:
        found = house.directory.line_of(who, on).head
        return found.name if found else None

    assert head(date(2025, 12, 31)) is None
    assert head(date(2026, 1, 1)) == head(date(2026, 6, 30)) == "赵静"
    assert head(date(2026, 7, 1)) == "钱红"
    assert {key: person.name for key, person in house.directory.head_names().items()} == {house.desk: "钱红"}
    assert house.directory.head_names(date(2025, 6, 1)) == {}
    house.directory.save_department(replace(draft, head_id=None, head_since=TODAY, revision=3), house.by)
    assert house.directory.head_names() == {}
    assert [term.employee_id for term in house.directory.heads(house.desk)] == [old, new, None]


def test_the_same_head_again_writes_no_further_term(house: House) -> None:
    home = house.directory.institutions()[0].id
    head = house.hire("B001")
    draft = DepartmentDraft(home, "导医台", True, head, date(2026, 1, 1), house.desk, 1)
    house.directory.save_department(draft, house.by)
    house.directory.save_department(replace(draft, head_since=date(2026, 5, 1), revision=2), house.by)
    assert len(house.directory.heads(house.desk)) == 1


# People


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


def test_every_verb_leaves_its_entry_and_the_chain_holds(house: House, database: Database) -> None:
    who = house.hire("B001", superior_id=house.me)
    house.change(who, name="新名", department_id=house.ward, superior_id=None, since=TODAY)
    assert verbs(database, "employee", who) == [
        "add_employee", "place", "set_superior", "change_employee", "place", "set_superior",
    ]  # fmt: skip
    home = house.directory.institutions()[0].id
    house.directory.save_department(DepartmentDraft(home, "导医台", True, who, TODAY, house.desk, 1), house.by)
    assert verbs(database, "department", house.desk) == ["add_department", "change_department", "set_head"]
    assert verbs(database, "post", house.guide) == ["add_post"]
    assert verbs(database, "institution", home) == ["add_institution"]
    with database.reading() as connection:
        changed = audit.history(connection, "employee", who)[3]
    assert changed.by == house.by
    assert changed.before is not None and changed.after is not None
    assert (changed.before["name"], changed.after["name"]) == ("员工B001", "新名")
    result = audit.check(database)
    assert result.broken_at is None


def test_a_refused_verb_leaves_no_entry(house: House, database: Database) -> None:
    before = audit.check(database).entries
    with pytest.raises(Refused):
        house.directory.save_employee(house.draft("A001"), house.by)
    assert audit.check(database).entries == before


def test_an_employee_nobody_knows_is_a_bug_of_ours(house: House) -> None:
    with pytest.raises(KeyError):
        house.directory.employee(UUID(int=1))
    with pytest.raises(KeyError):
        house.directory.institution(UUID(int=1))
    assert house.directory.person(UUID(int=1)) is None
    assert house.directory.line_of(UUID(int=1), TODAY) == Line(None, None)


def test_the_day_is_read_in_the_groups_zone(database: Database, clock: FixedClock) -> None:
    directory = Directory(database, clock)
    clock.advance(timedelta(hours=14))  # 16:00 in London, midnight in Shanghai
    assert directory.today() == date(2026, 11, 22)
    directory.found_group(FOUNDATION)
    assert directory.today() == date(2026, 11, 22)
    assert directory.employee(directory.users()[0]).hired_on == date(2026, 11, 22)


def test_who_decides_and_who_types_are_kept_apart(house: House, database: Database) -> None:
    director = house.hire("B001")
    house.directory.save_post(PostDraft("nurse", "护士"), By(director, house.me))
    post = next(found for found in house.directory.posts() if found.code == "nurse")
    with database.reading() as connection:
        (entry,) = audit.history(connection, "post", post.id)
    assert entry.by == By(director, house.me)


def test_sex_comes_back_as_itself(house: House) -> None:
    who = house.hire("B001", sex=Sex.MALE)
    person = house.directory.person(who)
    assert person is not None and person.sex is Sex.MALE and house.directory.employee(who).sex is Sex.MALE
