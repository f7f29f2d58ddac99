"""People from a file: every row judged, all or nothing, and what was given out reads back as the same."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from tests.directory.conftest import HIRED, TODAY, House

from qualitydesk.basics.errors import Refused
from qualitydesk.basics.phrases import LANGUAGES, say, table
from qualitydesk.directory import rules
from qualitydesk.directory.model import (
    EmployeeFilter,
    PostDraft,
    RosterOptions,
    RosterPreview,
    RowState,
    TermDraft,
    TermKind,
)
from qualitydesk.directory.service import Roster, heads_of
from qualitydesk.sheets import SheetOut, read_sheet, write_book, write_csv
from qualitydesk.storage import audit

HEAD = ("工号", "姓名", "性别", "机构代码", "科室", "岗位", "上级工号", "入职日期", "离职日期")
WANG = ("B001", "王芳", "女", "BJC", "导医台", "导医", "A001", "2025-03-01", "")
EVERYBODY = EmployeeFilter(with_left=True, with_coming=True)
CREATE = RosterOptions(create=True)


@pytest.fixture
def roster(house: House) -> Roster:
    return house.directory.roster


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "people.xlsx"


def filled(path: Path, *rows: Sequence[str], head: Sequence[str] = HEAD) -> Path:
    write_book(path, [SheetOut("人员", head, rows)])
    return path


def told(preview: RosterPreview) -> list[str]:
    """Why rows are refused: field and code; each must have its sentence in both languages."""
    for row in preview.rows:
        for problem in row.problems:
            for language in LANGUAGES:
                assert say(language, f"problem.{problem.code}", **problem.values)
                assert say(language, f"roster.head.{problem.field}")
    return [f"{problem.field}: {problem.code}" for row in preview.rows for problem in row.problems]


def states(preview: RosterPreview) -> list[RowState]:
    return [row.state for row in preview.rows]


def test_new_people_are_taken_over_with_place_superior_and_audit(house: House, roster: Roster, path: Path) -> None:
    second = ("B002", "单明霞", "f", "朝阳门诊", "导医台", "guide", "B001", "2025/4/1", "2027年1月31日")
    preview = roster.preview(filled(path, WANG, second))
    assert states(preview) == [RowState.NEW, RowState.NEW]
    before = audit.check(house.directory._database).entries
    done = roster.take_over(preview, house.by).value
    assert (done.added, done.changed) == (2, 0)
    wang, shan = house.directory.people(EmployeeFilter("B"))
    assert (wang.department, wang.post, wang.superior, wang.hired_on) == ("导医台", "导医", "李敏", HIRED)
    assert (shan.superior, shan.left_on) == ("王芳", date(2027, 1, 31))
    assert house.directory.people(EmployeeFilter("smx"))[0].number == "B002"
    checked = audit.check(house.directory._database)
    assert (checked.broken_at, checked.entries) == (None, before + 3)


def test_columns_are_known_by_either_language_in_any_order(house: House, roster: Roster, path: Path) -> None:
    head = ("Post", "Hired on", "Remarks", "NUMBER *", "Name", "Institution code", "department", "Sex (m/f)")
    row = ("guide", "2025-03-01", "x", "B001", "王芳", "BJC", "导医台", "Female")
    preview = roster.preview(filled(path, row, head=head))
    assert states(preview) == [RowState.NEW]
    assert preview.ignored == ("Remarks",)


def test_every_head_of_the_template_is_known_in_both_languages() -> None:
    for language in LANGUAGES:
        heads = [say(language, f"roster.head.{field}") for field in rules.HEADS]
        found, ignored = rules.recognised([*heads, say(language, "roster.head.superior_name")])
        assert list(found) == list(rules.HEADS)
        assert sorted(found.values()) == list(range(len(heads)))
        assert ignored == ()
        notes = {code.removeprefix("roster.note.") for code in table(language) if code.startswith("roster.note.")}
        assert notes == {*rules.HEADS, "empty", "others"}


@pytest.mark.parametrize(
    ("change", "wanted"),
    [
        ({0: ""}, ["number: number_missing"]),
        ({0: "B 1!"}, ["number: number_signs"]),
        ({1: ""}, ["name: name_missing"]),
        ({1: "2025-03-01"}, ["name: import_no_name"]),
        ({1: "王😀"}, ["name: name_pictures"]),
        ({1: "长" * 41}, ["name: name_long"]),
        ({2: "人"}, ["sex: import_sex"]),
        ({2: ""}, ["sex: sex_missing"]),
        ({3: "XX"}, ["institution: import_institution"]),
        ({3: ""}, ["institution: institution_missing"]),
        ({4: "中医科"}, ["department: import_department"]),
        ({4: ""}, ["department: department_missing"]),
        ({5: "护士"}, ["post: import_post"]),
        ({5: ""}, ["post: post_missing"]),
        ({6: "Z999"}, ["superior: import_superior"]),
        ({6: "B001"}, ["superior: own_superior"]),
        ({7: "昨天"}, ["hired_on: import_day"]),
        ({7: "2025-02-30"}, ["hired_on: import_day"]),
        ({7: ""}, ["hired_on: hired_missing"]),
        ({8: "2025-02-28"}, ["left_on: left_before_hired"]),
        (
            {3: "XX", 5: "护士", 7: "x"},
            ["hired_on: import_day", "institution: import_institution", "post: import_post"],
        ),
    ],
)
def test_what_is_wrong_with_a_row_is_told_and_nothing_is_written(
    sqlite_house: House, path: Path, change: dict[int, str], wanted: list[str]
) -> None:
    roster = sqlite_house.directory.roster
    row = [change.get(at, cell) for at, cell in enumerate(WANG)]
    preview = roster.preview(filled(path, row, ("B002", "李四", *WANG[2:])))
    assert states(preview) == [RowState.REFUSED, RowState.NEW]
    assert told(preview) == wanted
    with pytest.raises(Refused) as refused:
        roster.take_over(preview, sqlite_house.by)
    assert refused.value.code == "import_refused"
    assert sqlite_house.directory.count_people(EVERYBODY) == 1


@pytest.mark.parametrize(
    "words",
    [
        "直属上级",
        "上级",
        "Superior",
        "直属上级工号",
        "上级工号",
        "Superior number",
        "Direct superior",
        "上级姓名",
        "直属上级（姓名）",
    ],
)
@pytest.mark.parametrize("cell", ["A001", "李敏", " 李敏 "])
def test_a_superior_is_read_under_any_usual_head_by_number_or_by_name(
    sqlite_house: House, path: Path, words: str, cell: str
) -> None:
    house, head = sqlite_house, [words if at == 6 else head for at, head in enumerate(HEAD)]
    preview = house.directory.roster.preview(filled(path, (*WANG[:6], cell, *WANG[7:]), head=head))
    assert (told(preview), preview.ignored) == ([], ())
    house.directory.roster.take_over(preview, house.by)
    assert house.directory.people(EmployeeFilter("B001"))[0].superior == "李敏"


def test_a_superior_named_may_stand_in_the_same_file_as_it_names_people(
    house: House, roster: Roster, path: Path
) -> None:
    house.hire("C001", name="旧名")
    head = [*HEAD[:6], "直属上级", *HEAD[7:]]
    renamed = ("C001", "单明霞", *[""] * 7)
    under_new = ("B002", "赵", *WANG[2:6], "王芳", *WANG[7:])
    under_renamed = ("B003", "钱", *WANG[2:6], "单明霞", *WANG[7:])
    preview = roster.preview(filled(path, under_new, under_renamed, WANG, renamed, head=head))
    assert told(preview) == []
    assert [row.wanted.superior for row in preview.rows[:2] if row.wanted] == ["B001", "C001"]
    roster.take_over(preview, house.by)
    assert [found.superior for found in house.directory.people(EmployeeFilter("B"))] == ["李敏", "王芳", "单明霞"]
    former = roster.preview(filled(path, ("B004", "孙", *WANG[2:6], "旧名", *WANG[7:]), head=head))
    assert told(former) == ["superior: import_superior"]


def test_a_name_of_several_or_of_who_has_left_is_refused(house: House, roster: Roster, path: Path) -> None:
    house.hire("C001", name="王芳")
    house.hire("C002", name="孙", left_on=date(2026, 1, 1))
    house.hire("C003", name="周", left_on=TODAY)
    house.hire("C004", name="周")
    named = ("王芳", "孙", "周", "B005")
    rows = [(f"B00{at}", f"员工{at}甲", *WANG[2:6], name, *WANG[7:]) for at, name in enumerate(named, 2)]
    preview = roster.preview(filled(path, WANG, *rows))
    assert told(preview) == [
        "superior: import_superior_several", "superior: import_superior", "superior: own_superior"
    ]  # fmt: skip
    assert states(preview)[3] is RowState.NEW
    assert preview.rows[3].wanted is not None
    assert preview.rows[3].wanted.superior == "C004"
    several = preview.rows[1].problems[0]
    assert several.values == {"text": "王芳", "count": 2, "numbers": "B001、C001"}
    assert "工号" in say("zh", "problem.import_superior_several", **several.values)
    leaving = (*WANG[:8], "2026-01-01")
    again = roster.preview(filled(path, leaving, rows[0]))
    assert [row.wanted.superior for row in again.rows if row.wanted] == ["A001", "C001"]


def test_who_names_himself_is_refused(house: House, roster: Roster, path: Path) -> None:
    preview = roster.preview(filled(path, (*WANG[:6], "王芳", *WANG[7:])))
    assert told(preview) == ["superior: own_superior"]


def test_a_second_column_of_the_same_meaning_is_told_as_not_used(house: House, roster: Roster, path: Path) -> None:
    preview = roster.preview(filled(path, (*WANG, "单明霞", "x"), head=(*HEAD, "直属上级", "备注")))
    assert preview.ignored == ("直属上级", "备注")
    assert preview.rows[0].wanted is not None
    assert preview.rows[0].wanted.superior == "A001"
    for language in LANGUAGES:
        words = say(language, "roster.ignored", heads="备注", known="、".join(heads_of(language)))
        assert "备注" in words
        assert say(language, "roster.head.superior") in words


def test_a_number_twice_in_the_file_is_refused_on_both_rows(house: House, roster: Roster, path: Path) -> None:
    preview = roster.preview(filled(path, WANG, WANG))
    assert told(preview) == ["number: import_twice"] * 2


def test_superiors_in_a_ring_are_refused_with_everybody_in_it(house: House, roster: Roster, path: Path) -> None:
    b1, b2, b3 = (("B001", "王", *WANG[2:6], above, *WANG[7:]) for above in ("B002", "B003", "B001"))
    renamed = [(f"B00{at}", *row[1:]) for at, row in enumerate((b1, b2, b3), 1)]
    preview = roster.preview(filled(path, *renamed, ("B004", "赵", *WANG[2:6], "B001", *WANG[7:])))
    assert states(preview) == [RowState.REFUSED] * 3 + [RowState.NEW]
    assert set(told(preview)) == {"superior: superior_ring"}
    under = roster.preview(filled(path, ("A001", *[""] * 5, "B001", "", ""), WANG))
    assert states(under) == [RowState.REFUSED] * 2


def test_a_transfer_holds_from_the_chosen_day_and_the_past_stays(house: House, roster: Roster, path: Path) -> None:
    who = house.hire("B001", name="王芳")
    moved = ("B001", "", "", "TJH", "护理部", "", "无", "", "")
    assert roster.preview(filled(path, moved)).rows[0].problems == ()
    preview = roster.preview(path, RosterOptions(since=date(2026, 12, 1)))
    assert [(change.field, change.before, change.after) for change in preview.rows[0].changes] == [
        ("department", "BJC 导医台", "TJH 护理部"),
    ]  # fmt: skip
    roster.take_over(preview, house.by)
    for day, department in ((date(2026, 11, 30), "导医台"), (date(2026, 12, 1), "护理部")):
        person = house.directory.person(who, day)
        assert person is not None
        assert person.department == department


def test_the_rows_own_day_goes_before_the_one_chosen(house: House, roster: Roster, path: Path) -> None:
    who = house.hire("B001", name="王芳")
    head, row = (*HEAD, "生效日期"), ("B001", "", "", "", "", "客服主任", "A001", "", "", "2026-05-01")
    roster.take_over(roster.preview(filled(path, row, head=head)), house.by)
    assert [(term.since, term.superior_id) for term in house.directory.history(who)[1]] == [
        (date(2026, 5, 1), house.me)
    ]
    again = roster.preview(filled(path, ("B001", "", "", "", "", "导医", "A001", "", "", "2026-05-01"), head=head))
    assert told(again) == ["post: term_stands"]


def test_facts_change_and_a_planned_leaving_is_called_off(house: House, roster: Roster, path: Path) -> None:
    who = house.hire("B001", name="王芳", left_on=date(2026, 12, 31))
    gone = house.hire("B002", name="赵", left_on=date(2026, 1, 1))
    row = ("B001", "王芳芳", "男", "", "", "", "", "2025-01-01", "在职")
    preview = roster.preview(filled(path, row, ("B002", *[""] * 7, "在职")))
    assert {change.field for change in preview.rows[0].changes} == {"name", "sex", "hired_on", "left_on"}
    assert told(preview) == ["left_on: import_return"]
    assert gone
    roster.take_over(roster.preview(filled(path, row)), house.by)
    employee, person = house.directory.employee(who), house.directory.person(who, date(2025, 1, 2))
    assert (employee.name, employee.left_on, employee.hired_on) == ("王芳芳", None, date(2025, 1, 1))
    assert person is not None
    assert house.directory.people(EmployeeFilter("wff"))[0].id == who


def test_who_leaves_by_a_file_must_lead_nobody_any_more(house: House, roster: Roster, path: Path) -> None:
    boss = house.hire("B001", name="王芳")
    house.hire("B002", name="赵", superior_id=boss)
    house.hire("B003", name="钱", superior_id=boss, left_on=date(2026, 11, 1))
    house.directory.terms.put_term(TermDraft(TermKind.HEAD, house.desk, TODAY, person_id=boss), house.by)
    leaves, moves = ("B001", *[""] * 7, "2026-12-01"), ("B002", *[""] * 5, "A001", "", "")
    preview = roster.preview(filled(path, leaves))
    assert told(preview) == ["left_on: import_leads"]
    assert preview.rows[0].problems[0].values == {"people": 1, "departments": 1}
    house.directory.terms.put_term(TermDraft(TermKind.HEAD, house.desk, date(2026, 12, 1)), house.by)
    assert told(roster.preview(filled(path, leaves))) == ["left_on: import_leads"]
    assert states(roster.preview(filled(path, leaves, moves))) == [RowState.CHANGED] * 2
    both = ("B002", *[""] * 7, "2026-11-30")
    assert states(roster.preview(filled(path, leaves, both))) == [RowState.CHANGED] * 2


def test_missing_departments_and_posts_are_created_when_asked(house: House, roster: Roster, path: Path) -> None:
    house.directory.save_post(PostDraft("post_1", "收费"), house.by)
    row = ("B001", "王芳", "女", "BJC", "中医科", "护士", "", "2025-03-01", "")
    preview = roster.preview(filled(path, row, ("B002", *row[1:])), CREATE)
    assert [(new.name, post) for new, post in zip(preview.new_departments, preview.new_posts, strict=True)] == [
        ("中医科", "护士"),
    ]  # fmt: skip
    roster.take_over(preview, house.by)
    first, second = house.directory.people(EmployeeFilter("B"))
    assert (first.department, first.post, first.post_code) == ("中医科", "护士", "post_2")
    assert first.department_id == second.department_id


def test_who_changed_the_directory_meanwhile_is_not_written_over(house: House, roster: Roster, path: Path) -> None:
    house.hire("B001", name="王芳")
    preview = roster.preview(filled(path, ("B001", "王芳芳", *[""] * 7)))
    house.directory.save_employee(
        house.as_draft(house.directory.people(EmployeeFilter("B001"))[0].id, name="王"), house.by
    )
    with pytest.raises(Refused) as refused:
        roster.take_over(preview, house.by)
    assert refused.value.code == "import_outdated"
    for language in LANGUAGES:
        assert say(language, "refused.import_outdated")


def test_stopping_half_way_writes_nothing(house: House, roster: Roster, path: Path) -> None:
    rows = [(f"B{at:03d}", *WANG[1:]) for at in range(1, 300)]
    preview = roster.preview(filled(path, *rows))

    def stop(done: int, total: int) -> None:
        if done > total // 2:
            raise Refused("import_cancelled")

    before = audit.check(house.directory._database).entries
    with pytest.raises(Refused) as refused:
        roster.take_over(preview, house.by, stop)
    assert refused.value.code == "import_cancelled"
    assert house.directory.count_people(EVERYBODY) == 1
    assert audit.check(house.directory._database).entries == before


NAMES = ("张𬱖", "㛃", "䶮", "欧阳 娜娜", "O'Brien", "王", "长" * 40, "阿·买提", "＝王，芳。", "-王", "@王")


@pytest.mark.parametrize("ending", [".xlsx", ".csv"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_what_was_given_out_comes_back_as_all_the_same(
    house: House, roster: Roster, tmp_path: Path, ending: str, language: str
) -> None:
    first = house.hire("B000", name="单明霞")
    for at, name in enumerate(NAMES, 1):
        left = TODAY if at % 3 == 0 else None
        hired = date(2027, 1, 1) if at % 4 == 1 else HIRED
        house.hire(f"B{at:03d}", name=name, superior_id=first, left_on=left if hired == HIRED else None, hired_on=hired)
    path = tmp_path / f"people{ending}"
    assert roster.write_people(path, language, EVERYBODY) == len(NAMES) + 2
    preview = roster.preview(path)
    assert preview.ignored == ()
    assert told(preview) == []
    assert states(preview) == [RowState.SAME] * (len(NAMES) + 2)
    with pytest.raises(Refused) as refused:
        roster.take_over(preview, house.by)
    assert refused.value.code == "import_nothing"
    assert {row.name for row in preview.rows} >= set(NAMES)
    assert read_sheet(path).rows[0].cells[:2] == ("A001", "李敏")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_template_can_be_filled_in_and_taken_over(house: House, roster: Roster, path: Path, language: str) -> None:
    roster.write_template(path, language)
    book = openpyxl.load_workbook(path)
    assert len(book.sheetnames) == 3
    example = [list(row) for row in book.worksheets[1].iter_rows(values_only=True)]
    for row in example[1:]:
        book.worksheets[0].append(row)
    notes = {cell for row in book.worksheets[2].iter_rows(values_only=True) for cell in row}
    assert {"BJC", "朝阳门诊", "导医台", "guide"} <= notes
    book.save(path)
    preview = roster.preview(path)
    assert told(preview) == []
    assert roster.take_over(preview, house.by).value.added == 3
    roster.write_template(path.with_suffix(".csv"), language)
    assert read_sheet(path.with_suffix(".csv")).head == tuple(
        say(language, f"roster.head.{field}") for field in rules.HEADS
    )


def test_a_file_without_numbers_is_refused(house: House, roster: Roster, tmp_path: Path) -> None:
    write_csv(tmp_path / "a.csv", ("姓名", "性别"), [("王芳", "女")])
    with pytest.raises(Refused) as refused:
        roster.preview(tmp_path / "a.csv")
    assert refused.value.code == "import_heads"
    for language in LANGUAGES:
        assert say(language, "refused.import_heads", **refused.value.words)
