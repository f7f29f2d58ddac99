"""Blank checklists: a list a person or items against people, upright or on its side, boxes drawn, both languages."""

from __future__ import annotations

import pytest
from tests.builders import Group, a_group, a_pack

from qualitydesk.app.bootstrap import Services
from qualitydesk.basics.clock import FixedClock
from qualitydesk.inspections.model import PlanDraft, SampleRule
from qualitydesk.inspections.model.checklists import ChecklistHead, ChecklistLayout, ChecklistOptions, ChecklistStop
from qualitydesk.inspections.printout import CHECKLIST_FIELDS, checklist_fields
from qualitydesk.inspections.service import Checklists
from qualitydesk.printing.pages import draw_page, page_sizes, page_texts
from qualitydesk.storage.database import Database
from qualitydesk.storage.files import FileStore

KINDS = ["yes_no", "partly", "scale", "measured", "count", "step"]


@pytest.fixture
def group(sqlite_database: Database, clock: FixedClock) -> Group:
    made = a_group(sqlite_database, clock)
    made.hire_many(9)
    made.adopt(a_pack("walk", 6, kinds=KINDS, critical=[1]), "walk")
    return made


@pytest.fixture
def checklists(group: Group, files: FileStore, clock: FixedClock) -> Checklists:
    return Services(group.database, files, clock).checklists


def test_each_kind_of_answer_gets_the_boxes_and_lines_it_needs(group: Group) -> None:
    pack = group.standards.packs()[0]
    told = checklist_fields(
        [ChecklistStop("张𬱖", "G1", pack.items)], pack.sections, ChecklistHead(), ChecklistOptions()
    )
    assert set(told) == {field.key for field in CHECKLIST_FIELDS}
    rows = told["lists"][0]["rows"]
    assert [row["passed"] for row in rows] == [True, True, False, False, True, True]
    assert [row["partly"] for row in rows] == [False, True, False, False, False, False]
    assert all(row["none"] for row in rows)
    assert [bool(row["figure"]) for row in rows] == [False, False, True, True, True, True]
    assert rows[0]["item"].endswith("（关键项）")


def test_people_stand_beside_one_another_as_many_as_the_sheet_holds(group: Group) -> None:
    pack = group.standards.packs()[0]
    stops = [ChecklistStop(f"员工{at}", "", pack.items) for at in range(9)]
    for across, wide in ((False, [6, 3]), (True, [9])):
        wish = ChecklistOptions(ChecklistLayout.MATRIX, "A4", across)
        told = checklist_fields(stops, pack.sections, ChecklistHead(), wish)
        assert [len(table["people"]) for table in told["tables"]] == wide
        assert told["lists"] == []


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("paper", ["A4", "A5"])
@pytest.mark.parametrize("across", [False, True])
@pytest.mark.parametrize("layout", list(ChecklistLayout))
def test_a_planned_rounds_checklist_names_everybody_on_any_sheet(
    group: Group, checklists: Checklists, layout: ChecklistLayout, across: bool, paper: str, language: str
) -> None:
    walk = group.walk(group.begin("walk"))
    pdf = checklists.of_round(walk, ChecklistOptions(layout, paper, across, True, language))
    width, height = page_sizes(pdf)[0]
    assert (width > height) is across
    assert round(min(width, height)) == (595 if paper == "A4" else 420)
    text = "".join("".join(page_texts(pdf)).split())
    for stop in walk.stops:
        assert stop.name in text and stop.number in text
    assert "草稿" not in text and "{" not in text
    title = walk.items[walk.stops[0].id][0].title[language]
    assert "".join(title.split()) in text


def test_a_list_of_standards_alone_leaves_lines_for_the_name(group: Group, checklists: Checklists) -> None:
    pdf = checklists.of_packs(group.standards.packs(), ChecklistOptions())
    assert "受检对象：____" in "".join(page_texts(pdf))


def test_boxes_are_drawn(group: Group, checklists: Checklists) -> None:
    pdf = checklists.of_packs(group.standards.packs(), ChecklistOptions(standards=False))
    drawn = draw_page(pdf, 0, 2.0)
    dark = sum(drawn.dots[at] < 60 for at in range(0, len(drawn.dots), 4))
    assert dark > 3000


def test_a_plans_checklist_names_whom_it_names_and_leaves_lines_where_people_are_drawn(
    group: Group, files: FileStore, clock: FixedClock
) -> None:
    services = Services(group.database, files, clock)
    day = group.directory.today()
    named = PlanDraft(day, "patrol", group.institution, (group.me,), ("walk",), tuple(group.people[:2]))
    plan = services.plans.plan(named, group.by()).value
    text = "".join(page_texts(services.checklists.of_plan(plan, ChecklistOptions())))
    people = [group.directory.employee(one).name for one in group.people]
    assert [name in text for name in people[:3]] == [True, True, False]
    drawn = PlanDraft(day, "patrol", group.institution, (group.me,), ("walk",), sample=SampleRule(3))
    plan = services.plans.plan(drawn, group.by()).value
    text = "".join(page_texts(services.checklists.of_plan(plan, ChecklistOptions())))
    assert text.count("受检对象：____") == 3 and not any(name in text for name in people)
