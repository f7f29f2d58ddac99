"""Packs as files: every shipped pack comes back the same; every fault is told by its place, all of them at once."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet
from tests.builders import Group, a_group, a_pack

from qualitydesk.basics.clock import FixedClock
from qualitydesk.basics.errors import Refused
from qualitydesk.basics.phrases import knows, say
from qualitydesk.inspections.model import Limit, Pack
from qualitydesk.inspections.model.editions import PackDraft
from qualitydesk.inspections.rules import pack_format
from qualitydesk.inspections.rules.pack_format import to_toml
from qualitydesk.inspections.service.pack_files import PackFile, PackFiles
from qualitydesk.storage.database import Database

POSTS = {"guide": "导医", "receptionist": "前台接待", "call_agent": "电话客服", "nurse": "护士"}


@pytest.fixture
def house(sqlite_database: Database, clock: FixedClock) -> Group:
    made = a_group(sqlite_database, clock)
    made.standards.adopt_shipped(made.by())
    return made


@pytest.fixture
def files(house: Group) -> PackFiles:
    return PackFiles(house.standards)


def told(file: PackFile, language: str = "zh") -> list[str]:
    return [fault.told(language) for fault in file.faults]


def packs_in(file: PackFile) -> list[Pack]:
    assert told(file) == []
    return [one.pack for one in file.incoming]


def test_every_shipped_pack_comes_back_from_toml_the_same(house: Group, files: PackFiles, tmp_path: Path) -> None:
    packs = house.standards.all_packs()
    for pack in packs:
        path = tmp_path / f"{pack.code}.toml"
        assert files.write_toml([pack], path) == 1
        read = files.read(path, "zh", POSTS)
        assert packs_in(read) == [pack] and read.incoming[0].same
    whole = tmp_path / "标准包.zip"
    assert files.write_toml(packs, whole) == len(packs) == 68
    assert packs_in(files.read(whole, "zh", POSTS)) == packs


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_shipped_pack_comes_back_from_a_workbook_the_same(
    house: Group, files: PackFiles, tmp_path: Path, language: str
) -> None:
    packs = house.standards.all_packs()
    path = tmp_path / "packs.xlsx"
    files.write_workbook(packs, path, language, POSTS)
    read = files.read(path, "en" if language == "zh" else "zh", POSTS)  # heads are known in both languages
    assert packs_in(read) == packs and all(one.same for one in read.incoming)


def test_a_workbook_has_words_and_typed_columns(house: Group, files: PackFiles, tmp_path: Path) -> None:
    path = tmp_path / "packs.xlsx"
    pack = house.standards.pack("telephone", 2)
    files.write_workbook([pack], path, "zh", POSTS)
    book = load_workbook(path)
    assert book.sheetnames == ["检查项", "标准包"]
    head, *rows = ([cell.value for cell in row] for row in book["检查项"].iter_rows())
    ring = dict(zip(head, next(row for row in rows if row[1] == "T-RING-01"), strict=True))
    assert (ring["作答方式"], ring["上限"], ring["单位"], ring["权重"]) == ("实测", 3, "声", 3)
    facts = dict(zip(*([cell.value for cell in row] for row in book["标准包"].iter_rows()), strict=True))
    assert (
        facts["合格线（%）"] == 90
        and facts["检查对象"] == "人员"
        and facts["岗位"].startswith("导医、前台接待、电话客服")
    )


def test_a_changed_file_is_shown_beside_the_edition_in_force_and_taken_in_on_confirmation(
    house: Group, files: PackFiles, tmp_path: Path
) -> None:
    path = tmp_path / "telephone.xlsx"
    files.write_workbook([house.standards.pack("telephone", 2)], path, "zh", POSTS)
    mended(path, lambda items, facts: items.__setitem__("Q2", 3))
    (one,) = files.read(path, "zh", POSTS).incoming
    assert not one.same and [change.item.code for change in one.comparison.items] == ["T-READY-01"]
    assert len(house.standards.editions("telephone")) == 1  # reading writes nothing
    drafts = [PackDraft(one.pack, 2, "从工作簿导入")]
    house.standards.take_in(drafts, house.by())
    last = house.standards.editions("telephone")[0]
    assert (last.number, last.origin, last.reason) == (3, "imported", "从工作簿导入")
    (again,) = files.read(path, "zh", POSTS).incoming
    assert again.same


def test_several_packs_are_taken_in_all_or_none(house: Group) -> None:
    good = replace(house.standards.pack("telephone", 2), minutes=40)
    stale = replace(house.standards.pack("environment_hall", 1), minutes=40)
    with pytest.raises(Refused, match="stale"):
        house.standards.take_in([PackDraft(good, 2, "x"), PackDraft(stale, 7, "x")], house.by())
    assert len(house.standards.editions("telephone")) == 1


def mended(path: Path, change: Callable[[Worksheet, Worksheet], object]) -> None:
    book = load_workbook(path)
    change(*book.worksheets)
    book.save(path)


def test_every_fault_of_a_workbook_is_told_by_sheet_row_and_column(
    house: Group, files: PackFiles, tmp_path: Path
) -> None:
    path = tmp_path / "packs.xlsx"
    files.write_workbook([house.standards.pack("environment_hall", 1)], path, "zh", POSTS)

    def spoil(items: Worksheet, facts: Worksheet) -> None:
        items["Q3"], items["L4"], items["F5"], items["S6"] = "很重", "打分", None, "也许"
        items["B7"], items["A8"], items["M5"] = "W-HAIR-05", "nowhere", "二十"
        facts["L2"], facts["M2"] = "五", "120"

    mended(path, spoil)
    found = told(files.read(path, "zh", POSTS))
    places = [line.split("：")[0] for line in found]
    assert places == [
        "“标准包”表第 2 行 L 列", "“标准包”表第 2 行 M 列", "“检查项”表第 3 行 Q 列", "“检查项”表第 4 行 L 列",
        "“检查项”表第 5 行 F 列", "“检查项”表第 5 行 M 列", "“检查项”表第 6 行 S 列", "“检查项”表第 8 行 A 列",
    ]  # fmt: skip
    words = "\n".join(found)
    assert "权重" in words and "合格或不合格、可判部分合格" in words and "只能写“是”或“否”" in words
    assert len(house.standards.editions("environment_hall")) == 1


def test_a_code_of_another_item_is_told_at_its_cell_and_line(house: Group, files: PackFiles, tmp_path: Path) -> None:
    pack = house.standards.pack("environment_hall", 1)
    pack = replace(pack, items=(replace(pack.items[0], code="W-HAIR-05"), *pack.items[1:]))
    files.write_workbook([pack], tmp_path / "x.xlsx", "zh", POSTS)
    files.write_toml([pack], tmp_path / "x.toml")
    assert told(files.read(tmp_path / "x.xlsx", "zh", POSTS)) == [
        "“检查项”表第 2 行 B 列：代码“W-HAIR-05”曾用于别的检查项，不能再用。请换一个。"
    ]
    (line,) = told(files.read(tmp_path / "x.toml", "zh", POSTS))
    text = (tmp_path / "x.toml").read_text("utf-8").splitlines()
    number = int(re.search(r"第 (\d+) 行", line)[1])  # type: ignore[index]
    assert text[number - 1] == 'code = "W-HAIR-05"'


def test_columns_missing_unknown_or_twice_are_told(house: Group, files: PackFiles, tmp_path: Path) -> None:
    path = tmp_path / "packs.xlsx"
    files.write_workbook([house.standards.pack("environment_hall", 1)], path, "zh", POSTS)

    def spoil(items: Worksheet, facts: Worksheet) -> None:
        items["L1"], items["Q1"] = "怎么答", "Item code"

    mended(path, spoil)
    found = told(files.read(path, "zh", POSTS))
    assert "“检查项”表第 1 行 L 列：“怎么答”不是标准包表格的列，请检查列标题或删去该列。" in found
    assert any("Q 列" in line and "出现了两次" in line for line in found)
    assert sum("缺少“作答方式”这一列" in line or "缺少“权重”这一列" in line for line in found) == 2


def test_a_file_that_is_no_pack_is_refused_in_words(files: PackFiles, tmp_path: Path) -> None:
    def refusal(name: str, content: bytes) -> str:
        path = tmp_path / name
        path.write_bytes(content)
        with pytest.raises(Refused) as refused:
            files.read(path, "zh", POSTS)
        for language in ("zh", "en"):
            assert "{" not in say(language, f"refused.{refused.value.code}", **refused.value.words)
        return refused.value.code

    assert refusal("x.docx", b"x") == "pack_file_kind"
    assert refusal("x.toml", b"") == "pack_file_empty"
    assert refusal("x.toml", "编号".encode("gb18030")) == "pack_file_encoding"
    assert refusal("x.toml", b"#" * (30 * 2**20 + 1)) == "pack_file_big"
    assert refusal("x.toml", b"#" * (5 * 2**20)) == "pack_file_big"
    assert refusal("x.zip", b"PK\x03\x04 broken") == "pack_file_zip"
    assert refusal("x.xlsx", b"PK\x03\x04 broken") == "sheet_broken"
    assert refusal("x.xlsx", b"") == "sheet_empty"
    assert refusal("x.xlsx", b"0" * (30 * 2**20 + 1)) == "sheet_big"
    with pytest.raises(Refused, match="pack_file_unreadable"):
        files.read(tmp_path / "away.toml", "zh", POSTS)


def test_an_archive_with_anything_but_packs_is_refused(files: PackFiles, house: Group, tmp_path: Path) -> None:
    body = to_toml(house.standards.pack("telephone", 2))
    for members in ({"a.toml": body, "b.exe": "x"}, {}, {"a.toml": body, "b.toml": body}):
        path = tmp_path / "packs.zip"
        with zipfile.ZipFile(path, "w") as packed:
            for name, text in members.items():
                packed.writestr(name, text)
        with pytest.raises(Refused, match="pack_file_zip"):
            files.read(path, "zh", POSTS)


def test_faults_in_an_archive_name_their_file(files: PackFiles, house: Group, tmp_path: Path) -> None:
    path = tmp_path / "packs.zip"
    with zipfile.ZipFile(path, "w") as packed:
        packed.writestr("a.toml", to_toml(house.standards.pack("telephone", 2)))
        packed.writestr("b.toml", "code = 3\n[[items]]\n")
    found = told(files.read(path, "zh", POSTS))
    assert len(found) > 10 and all(line.startswith("b.toml · 第 ") for line in found)


def test_merged_and_formula_cells_and_a_missing_sheet_are_told(files: PackFiles, house: Group, tmp_path: Path) -> None:
    path = tmp_path / "packs.xlsx"

    def fresh() -> None:
        files.write_workbook([house.standards.pack("environment_hall", 1)], path, "zh", POSTS)

    fresh()
    mended(path, lambda items, facts: items.merge_cells("C2:C5"))
    with pytest.raises(Refused, match="sheet_merged"):
        files.read(path, "zh", POSTS)
    fresh()
    mended(path, lambda items, facts: items.__setitem__("Q2", "=1+1"))  # never computed: the cell has no value
    assert told(files.read(path, "zh", POSTS)) == ["“检查项”表第 2 行 Q 列：缺少“权重”，请补上。"]
    fresh()
    mended(path, lambda items, facts: setattr(facts, "title", "说明"))
    with pytest.raises(Refused) as refused:
        files.read(path, "zh", POSTS)
    assert (refused.value.code, refused.value.words["sheet"]) == ("sheet_missing", "标准包")


def test_words_may_be_typed_in_either_language_or_as_codes(files: PackFiles, house: Group, tmp_path: Path) -> None:
    path = tmp_path / "packs.xlsx"
    pack = house.standards.pack("environment_hall", 1)
    files.write_workbook([pack], path, "zh", POSTS)

    def typed(items: Worksheet, facts: Worksheet) -> None:
        items["L2"], items["L3"], items["S2"] = "count", "Pass or fail", "No"
        items["U2"], items["N5"] = "导医，nurse", "26.0"

    mended(path, typed)
    (one,) = files.read(path, "zh", POSTS).incoming
    assert one.pack.items[0].posts == ("guide", "nurse") and one.pack.items[3].limit == Limit(20, 26, "°C")
    assert [change.item.code for change in one.comparison.items] == ["E-LIGHT-01"]


def test_a_pack_from_a_file_may_be_new(files: PackFiles, house: Group, tmp_path: Path) -> None:
    path = tmp_path / "walk.toml"
    path.write_text("\ufeff" + a_pack("walk", 3), encoding="utf-8", newline="\r\n")
    (one,) = files.read(path, "zh", POSTS).incoming
    assert one.base is None and not one.same
    house.standards.take_in([PackDraft(one.pack, 0, "新增")], house.by())
    assert "walk" in {pack.code for pack in house.standards.packs()}


def test_a_file_that_cannot_be_written_is_refused_and_leaves_nothing(
    files: PackFiles, house: Group, tmp_path: Path
) -> None:
    pack = house.standards.pack("telephone", 2)
    with pytest.raises(Refused, match="pack_file_not_written"):
        files.write_toml([pack], tmp_path / "away" / "x.toml")
    target = tmp_path / "x.toml"
    target.mkdir()
    with pytest.raises(Refused, match="pack_file_not_written"):
        files.write_toml([pack], target)
    assert [path.name for path in tmp_path.iterdir() if "sqlite" not in path.name] == ["x.toml"]


def test_every_fault_has_its_words_in_files_and_drafts() -> None:
    folder = Path(pack_format.__file__).parent
    sources = "".join((folder / f"{name}.py").read_text("utf-8") for name in ("reading", "table"))
    codes = set(re.findall(r'note\([^"]*?"(\w+)"[,)]', sources)) | set(re.findall(r'note\("\w+", "(\w+)"', sources))
    codes |= set(re.findall(r'"(missing|not_text|not_table)"', sources))
    codes = {code for code in codes if knows("zh", f"pack.{code}") or "_" in code} - {"cut_off", "pass_mark"}
    assert {"too_long", "control_sign", "limit_open", "no_steps", "twice", "section_unknown"} <= codes
    lacking = [
        f"{table}{code}" for code in codes for table in ("pack.", "problem.draft_") if not knows("zh", table + code)
    ]
    assert lacking == []
