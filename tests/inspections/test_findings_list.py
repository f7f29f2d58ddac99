"""The list of findings over all rounds: each filter, the search, pages in every order, counts, export, carried over."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from tests.builders import Group, a_pack
from tests.inspections.test_rounds import FAIL, PASS, answer

from qualitydesk.basics.clock import FixedClock
from qualitydesk.inspections.model import (
    Among,
    DisputeDraft,
    DisputeState,
    FindingFilter,
    FindingLine,
    Given,
    ItemGroup,
    RoundKind,
    Standing,
    Verdict,
)
from qualitydesk.measures.model import MeasureDraft
from qualitydesk.sheets import read_sheet
from qualitydesk.storage.upgrade import bring_to_head, create_file_at

TODAY = date(2026, 11, 21)


@pytest.fixture
def walked(group: Group, clock: FixedClock) -> Group:
    """Three rounds on three days: six findings of two guides, one fixed, one with a note."""
    for at, kind in enumerate((RoundKind.PATROL, RoundKind.QUALITY_CHECK, RoundKind.PATROL)):
        round_id = group.begin("walk", kind=kind)
        walk = group.walk(round_id)
        fixed = Given(Verdict.FAIL, note="胸卡忘在更衣柜", fixed=True) if at == 0 else FAIL
        answer(group, walk, walk.stops[0], fixed, PASS)
        clock.advance(timedelta(minutes=1))
        answer(group, walk, walk.stops[1], PASS, FAIL)
        group.rounds.finish_round(round_id, group.by())
        clock.advance(timedelta(days=1))
    return group


def told(lines: list[FindingLine]) -> list[tuple[str, str]]:
    return [(line.name, line.item_code) for line in lines]


def test_the_newest_stands_first_with_the_words_of_its_round(walked: Group) -> None:
    lines = walked.findings.lines()
    assert told(lines) == [("李导医2", "WALK-02"), ("王导医1", "WALK-01")] * 3
    first = lines[-1]
    assert (first.round_number, first.round_kind, first.title["zh"]) == ("XJ-BJC-2026-0001", "patrol", "第1项合格")
    assert (first.department, first.institution, first.number) == ("导医台", "朝阳门诊", "G000")
    assert (first.pack_code, first.pack_edition, first.note) == ("walk", 1, "胸卡忘在更衣柜")


def test_each_filter_narrows_the_list_to_what_it_says(walked: Group) -> None:
    findings = walked.findings
    every = findings.lines()
    dispute, measure, out = every[0], every[1], every[2]
    findings.raise_dispute(dispute.id, DisputeDraft(TODAY + timedelta(days=3), "当时在搀扶患者"), walked.by())
    draft = MeasureDraft(walked.institution, "班前互查", walked.people[0], TODAY + timedelta(days=30))
    findings.open_measure([measure.id], draft, walked.by())
    findings.leave_out(out.id, "工装未发放", walked.by())
    who = walked.people[0]
    for wanted, expected in (
        (FindingFilter(since=TODAY + timedelta(days=1)), 4),
        (FindingFilter(until=TODAY), 2),
        (FindingFilter(since=TODAY + timedelta(days=1), until=TODAY + timedelta(days=1)), 2),
        (FindingFilter(institution_id=walked.institution), 6),
        (FindingFilter(institution_id=uuid4()), 0),
        (FindingFilter(department_id=walked.desk), 6),
        (FindingFilter(among=Among((uuid4(), walked.institution), (walked.desk,), (RoundKind.PATROL,))), 4),
        (FindingFilter(among=Among(kinds=(RoundKind.PATROL, RoundKind.QUALITY_CHECK))), 6),
        (FindingFilter(among=Among(departments=(uuid4(), uuid4()))), 0),
        (FindingFilter(among=Among(items=("WALK-01", "WALK-02"))), 6),
        (FindingFilter(among=Among(items=("WALK-01", "WALK-09"))), 3),
        (FindingFilter(among=Among(failed=True)), 6),
        (FindingFilter(employee_id=who), 3),
        (FindingFilter(employee_id=who, institution_id=walked.institution, kind=RoundKind.PATROL), 2),
        (FindingFilter(kind=RoundKind.QUALITY_CHECK), 2),
        (FindingFilter(pack_code="walk"), 6),
        (FindingFilter(item_code="WALK-01"), 3),
        (FindingFilter(group=ItemGroup.APPEARANCE), 6),
        (FindingFilter(group=ItemGroup.PROCESS), 0),
        (FindingFilter(gravity="serious"), 0),
        (FindingFilter(gravity="ordinary", item_code="WALK-02"), 3),
        (FindingFilter(standing=Standing.LEFT_OUT), 1),
        (FindingFilter(standing=Standing.COUNTS), 5),
        (FindingFilter(dispute=DisputeState.PENDING), 1),
        (FindingFilter(dispute=DisputeState.NONE), 5),
        (FindingFilter(fixed=True), 1),
        (FindingFilter(fixed=False), 5),
        (FindingFilter(measured=True), 1),
        (FindingFilter(measured=False, employee_id=who), 2),
    ):
        assert len(findings.lines(wanted)) == expected, wanted
        assert findings.counts(wanted).findings == expected, wanted


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("导医1", 3),
        ("更衣", 1),
        ("XJ-BJC-2026-0002", 2),
        ("xj-bjc-2026-0002", 2),
        ("G001", 3),
        ("第2项", 3),
        ("Item 2 is", 3),
        ("walk-01", 3),
        ("  导医2  ", 3),
        ("%", 0),
        ("_", 0),
        ("'", 0),
        ("没有这样的词", 0),
    ],
)
def test_words_are_found_in_name_note_round_number_and_item(walked: Group, text: str, count: int) -> None:
    assert len(walked.findings.lines(FindingFilter(text=text))) == count


@pytest.mark.parametrize("descending", [False, True])
@pytest.mark.parametrize("sort", ["found_at", "name", "item"])
def test_pages_follow_each_other_in_every_order_without_gap_or_repetition(
    walked: Group, sort: str, descending: bool
) -> None:
    whole = walked.findings.lines(sort=sort, descending=descending, limit=None)
    keys = {"found_at": "found_at", "name": "name", "item": "item_code"}
    pages: list[FindingLine] = []
    after: tuple[object, UUID] | None = None
    while page := walked.findings.lines(sort=sort, descending=descending, limit=2, after=after):
        pages += page
        after = (getattr(page[-1], keys[sort]), page[-1].id)
    assert pages == whole
    values = [getattr(line, keys[sort]) for line in whole]
    assert values == sorted(values, reverse=descending)
    assert len({line.id for line in pages}) == 6


def test_the_sentence_counts_people_and_not_only_findings(walked: Group) -> None:
    counts = walked.findings.counts()
    assert (counts.findings, counts.people, counts.fixed, counts.disputed, counts.unmeasured) == (6, 2, 1, 0, 6)


def test_the_export_has_every_row_and_leaves_names_out_when_asked(walked: Group, tmp_path: Path) -> None:
    named, bare = tmp_path / "发现.xlsx", tmp_path / "发现.csv"
    wanted = FindingFilter(employee_id=walked.people[0])
    assert walked.findings.export(named, wanted, "zh") == 3
    assert walked.findings.export(bare, wanted, "zh", names=False) == 3
    sheet = read_sheet(named)
    last = dict(zip(sheet.head, sheet.rows[-1].cells, strict=True))
    assert (last["受检对象"], last["工号"], last["检查项"], last["当场整改"]) == (
        "王导医1",
        "G000",
        "第1项合格",
        "是",
    )
    assert last["发现时间"].startswith("2026-11-21")
    without = read_sheet(bare)
    assert "受检对象" not in without.head
    assert "王导医1" not in bare.read_text(encoding="utf-8-sig")


def test_a_finding_keeps_the_words_of_the_edition_it_was_found_by(walked: Group) -> None:
    walked.adopt(a_pack("walk", 4).replace("第1项合格", "改写的第1项"), "walk", 2)
    assert {line.title["zh"] for line in walked.findings.lines(FindingFilter(item_code="WALK-01"))} == {"第1项合格"}
    finding = walked.findings.lines(FindingFilter(item_code="WALK-01"))[0]
    item = walked.findings.sheet(finding.id).item
    assert item is not None
    assert item.standard["zh"] == "第1项的标准。"


def test_findings_of_an_older_program_are_listed_with_what_their_rounds_tell(tmp_path: Path) -> None:
    path = tmp_path / "old.sqlite"
    create_file_at(path, "0002")
    ids = {name: uuid4().bytes for name in ("group", "institution", "department", "round", "stop", "finding")}
    body = 'code = "walk"\n[[items]]\ncode = "WALK-01"\n'
    with closing(sqlite3.connect(path)) as old:
        old.execute("PRAGMA foreign_keys=OFF")
        old.execute("INSERT INTO groups VALUES (?, '安和', 'Asia/Shanghai', 1)", [ids["group"]])
        old.execute("INSERT INTO institutions VALUES (?, 'QQ', '清泉', 'beijing', 1, 1)", [ids["institution"]])
        old.execute("INSERT INTO departments VALUES (?, ?, '导医台', 1, 1)", [ids["department"], ids["institution"]])
        for code, text in (("walk", body), ("broken", "not = [toml")):
            old.execute("INSERT INTO pack_editions VALUES (?, 3, ?, ?, 0)", [code, text, "0" * 64])
        old.execute(
            "INSERT INTO rounds (id, number, kind, state, institution_id, started_at, people, answered, total, failed,"
            " share, revision) VALUES (?, 'XJ-QQ-2026-0001', 'mystery', 'finished', ?, 0, 1, 1, 1, 1, 0, 1)",
            [ids["round"], ids["institution"]],
        )
        old.execute("INSERT INTO round_packs VALUES (?, 0, 'walk', 3)", [ids["round"]])
        old.execute(
            "INSERT INTO stops VALUES (?, ?, 0, 'person', NULL, 'Q1', '张𬱖', 'female', 'guide', '导医', ?, '导医台')",
            [ids["stop"], ids["round"], ids["department"]],
        )
        old.execute(
            "INSERT INTO findings (id, round_id, stop_id, institution_id, item_code, item_group, gravity, found_at,"
            " recorded_at, note, fixed, standing, reason) VALUES (?, ?, ?, ?, 'WALK-01', 'appearance', 'ordinary', 5,"
            " 6, '旧', 0, 'counts', '')",
            [ids["finding"], ids["round"], ids["stop"], ids["institution"]],
        )
        old.commit()
    bring_to_head(f"sqlite:///{path}", tmp_path / "backups")
    with closing(sqlite3.connect(path)) as new:
        row = new.execute(
            "SELECT round_kind, name, department_id, pack_code, pack_edition, dispute, measures FROM findings"
        ).fetchone()
    assert row == ("mystery", "张𬱖", ids["department"], "walk", 3, "none", 0)


def test_a_filter_is_a_value_and_blank_words_are_none(walked: Group) -> None:
    assert len(walked.findings.lines(replace(FindingFilter(), text="   "))) == 6
