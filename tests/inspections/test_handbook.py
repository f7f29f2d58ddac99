"""Handbooks of standards: every text and mark of the items, cover, contents with pages, bookmarks, both papers."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import pytest
from pypdf import PdfReader
from tests.builders import Group, a_group, a_pack

from qualitydesk.app.bootstrap import Services
from qualitydesk.basics.clock import FixedClock
from qualitydesk.inspections.model import Limit, Pack
from qualitydesk.inspections.model.handbooks import HandbookOptions, HandbookWish
from qualitydesk.inspections.model.profiles import ProfileDraft
from qualitydesk.inspections.printout import HANDBOOK_FIELDS, Chapter, HandbookHead, handbook_fields
from qualitydesk.inspections.rules.pack_format import parse_pack
from qualitydesk.inspections.rules.sources import source_of, source_words, sources_words
from qualitydesk.inspections.service import Handbooks
from qualitydesk.printing.pages import page_sizes, page_texts
from qualitydesk.storage.database import Database
from qualitydesk.storage.files import FileStore

KINDS = ["yes_no", "partly", "measured", "count", "step", "scale"]
POSTS = {"guide": "导医"}


@pytest.fixture
def group(sqlite_database: Database, clock: FixedClock) -> Group:
    made = a_group(sqlite_database, clock)
    made.standards.adopt_shipped(made.by())
    made.adopt(a_pack("walk", 60, kinds=KINDS, critical=[1]), "walk")
    return made


@pytest.fixture
def handbooks(group: Group, files: FileStore, clock: FixedClock) -> Handbooks:
    return Services(group.database, files, clock).handbooks


def pack(**changes: object) -> Pack:
    made = parse_pack(a_pack("walk", 6, kinds=KINDS, critical=[1]), "walk")
    return replace(made, **changes)  # type: ignore[arg-type]


def rows(made: Pack, options: HandbookOptions = HandbookOptions()) -> list[dict[str, str]]:  # noqa: B008
    told = handbook_fields([Chapter(made, made.items)], HandbookHead(), options, POSTS)
    return [row for section in told["packs"][0]["sections"] for row in section["rows"]]


def squeezed(pdf: bytes) -> str:
    return "".join("".join(page_texts(pdf)).split())


def test_each_item_stands_with_everything_that_is_known_of_it() -> None:
    first, *others = pack().items
    full = replace(
        first, words={"zh": "您好。", "en": "Hello."}, actor={"zh": "导医", "en": "Guide"}, sex="female",
        posts=("guide",), season="summer", cut_off={}, source="002 §7.1 + ours", limit=Limit(None, 3, "rings"),
    )  # fmt: skip
    found = rows(pack(items=(full, *others)))
    assert found[0]["number"] == "1" and found[0]["item"] == "第1项合格" and found[0]["critical"] == "关键项"
    assert found[0]["text"].splitlines() == [
        "第1项的标准。",
        "用语：您好。",
        "缘由：第1项的缘由。",
        "说明：原文到此中断。",
        "出处：集团制度文件 002，第 7.1 条；判定尺度由本系统自定",
    ]
    assert found[0]["marks"].splitlines() == [
        "合格或不合格", "限值：最多 3 声", "权重 1", "执行：导医", "只查：女员工 · 导医", "夏季检查",
    ]  # fmt: skip
    assert found[1]["marks"].splitlines() == ["标准中写明何为部分合格", "权重 1"] and found[1]["critical"] == ""
    assert [row["number"] for row in found] == ["1", "2", "3", "4", "5", "6"]


def test_reasons_and_sources_are_left_out_on_wish() -> None:
    found = rows(pack(), HandbookOptions(reasons=False, sources=False))
    assert {row["text"] for row in found} == {f"第{at}项的标准。" for at in range(1, 7)}


def test_the_cover_tells_purpose_way_time_and_what_is_measured() -> None:
    made = pack()
    told = handbook_fields([Chapter(made, made.items, on=False)], HandbookHead("安和"), HandbookOptions(), POSTS)
    assert set(told) == {field.key for field in HANDBOOK_FIELDS}
    assert told["title"] == "标准 walk" and not told["several"]
    (cover,) = told["packs"]
    assert cover["purpose"] == "试用" and cover["minutes"] == "每人约 3 分钟" and cover["whom"] == "全体员工"
    assert cover["way"] == "逐项查看一名员工当时的状态" and cover["edition"] == "第 1 版，未启用"
    assert cover["measured"] == ["第3项合格：35 至 60 厘米"]
    assert cover["weights"] == "权重 1：6 项；满分 6 分" and cover["broken"] == ""


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("paper", ["A4", "A5"])
def test_a_handbook_of_several_packs_has_contents_pages_and_bookmarks(
    group: Group, handbooks: Handbooks, paper: str, language: str
) -> None:
    codes = ("walk", "telephone", "guide_seven_steps")
    packs = [pack for code in codes for pack in group.standards.all_packs() if pack.code == code]
    pdf = handbooks.made(HandbookWish(codes, "", HandbookOptions(paper, language)))
    assert round(page_sizes(pdf)[0][0]) == (595 if paper == "A4" else 420)
    reader, texts = PdfReader(BytesIO(pdf)), page_texts(pdf)
    names = [pack.name[language] for pack in packs]
    marks = [one for one in reader.outline if not isinstance(one, list)]
    assert [mark.title for mark in marks] == names
    below = next(one for one in reader.outline if isinstance(one, list))
    assert [mark.title for mark in below] == [words[language] for words in packs[0].sections.values()]
    pages = [reader.get_destination_page_number(mark) for mark in marks]
    assert pages == sorted(set(pages)) and pages[0] == 1
    first = texts[0].splitlines()
    for name, page in zip(names, pages, strict=True):
        line = next(line for line in first if line.startswith(name))
        assert line.rstrip().endswith(str(page + 1)) or str(page + 1) in first  # at the right of its dots
        assert name in texts[page]
    last = {"zh": f"第 {len(texts)} 页 共 {len(texts)} 页", "en": f"Page {len(texts)} of {len(texts)}"}[language]
    assert "".join(last.split()) in "".join(texts[-1].split())
    for pack in packs:
        for item in pack.items:
            assert "".join(item.title[language].split()) in squeezed(pdf)


def test_a_handbook_of_a_post_holds_what_people_of_it_are_asked(group: Group, handbooks: Handbooks) -> None:
    standards, by = group.standards, group.by()
    standards.save_profile(ProfileDraft("guide", ("appearance_women", "appearance_guides")), by)
    pdf = handbooks.made(HandbookWish(standards.profile("guide").packs, "guide"))
    text = squeezed(pdf)
    assert "岗位：导医" in text
    women = standards.pack("appearance_women", 1)
    stricter = {code for item in standards.pack("appearance_guides", 2).items for code in item.replaces}
    asked = [item for item in women.items if item.code not in stricter]
    assert 0 < len(asked) < len(women.items)
    assert f"{len(asked)}项：合格或不合格" in text and f"{len(women.items)}项：" not in text


def test_one_pack_has_no_contents_and_its_sections_as_bookmarks(group: Group, handbooks: Handbooks) -> None:
    pdf = handbooks.made(HandbookWish(("telephone",)))
    pack = group.standards.pack("telephone", 2)
    assert [mark.title for mark in PdfReader(BytesIO(pdf)).outline] == [one["zh"] for one in pack.sections.values()]
    assert "目录" not in squeezed(pdf)
    assert "原文不完整" in squeezed(pdf)
    assert next(item.cut_off["zh"] for item in pack.items if item.cut_off) in squeezed(pdf)


def test_a_pack_that_is_gone_is_passed_over(group: Group, handbooks: Handbooks) -> None:
    assert "标准walk" in squeezed(handbooks.made(HandbookWish(("nothing", "walk"))))


@pytest.mark.parametrize(
    ("source", "zh", "en"),
    [
        ("ours", "本系统自定", "Our own choice"),
        ("002 §7.1", "集团制度文件 002，第 7.1 条", "The group's document 002, section 7.1"),
        (
            "000 §1.1, 002 §8.5 + ours",
            "集团制度文件 000，第 1.1 条；集团制度文件 002，第 8.5 条；判定尺度由本系统自定",
            "The group's document 000, section 1.1; The group's document 002, section 8.5; "
            "the measure is our own choice",
        ),
        (
            "004 §2(1)1, §2(1)3",
            "集团制度文件 004，第 2(1)1 条、第 2(1)3 条",
            "The group's document 004, section 2(1)1, section 2(1)3",
        ),
        (
            "002 guides §2",
            "集团制度文件 002，“导医”一章第 2 条",
            "The group's document 002, chapter on guides, section 2",
        ),
        ("护理部规定，第三页", "护理部规定，第三页", "护理部规定，第三页"),
    ],
)
def test_sources_are_told_by_document_and_section(source: str, zh: str, en: str) -> None:
    assert source_words(source, "zh") == zh
    assert source_words(source, "en") == en


def test_the_sources_of_a_pack_are_summed_up() -> None:
    sources = ("000 §1", "002 §2 + ours", "002 §3", "ours", "护理部规定")
    items = [replace(item, source=source) for item, source in zip(pack().items, sources, strict=False)]
    told = sources_words(items, "zh")
    assert told == "集团制度文件 000、002；护理部规定；5 项中 1 项的判定尺度由本系统自定；1 项全部由本系统自定"
    assert source_of("护理部规定 + ours").words == "护理部规定"
