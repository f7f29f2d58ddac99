"""The directory's verbs and questions on both databases."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest
from tests.directory.conftest import FOUNDATION, TODAY, House, code_of

from qualitydesk.basics.changes import By, Change
from qualitydesk.basics.clock import FixedClock
from qualitydesk.basics.errors import Refused
from qualitydesk.directory.model import (
    DepartmentDraft,
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
