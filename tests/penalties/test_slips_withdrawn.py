"""A withdrawn slip: every page shown or printed since says so; the archive keeps the paper as it was issued."""

from __future__ import annotations

from datetime import date
from io import BytesIO

import pytest
from pypdf import PdfReader
from tests.penalties.clinic import BADGE, Clinic

from qualitydesk.penalties.model import SlipLine
from qualitydesk.printing.pages import page_texts

DAY = date(2026, 11, 20)
ZH = "已撤销 2026-11-21 · 原因：检查人记错了人"
EN = "WITHDRAWN 2026-11-21 · reason: 检查人记错了人"


def issued(clinic: Clinic, language: str) -> tuple[SlipLine, bytes]:
    penalties = clinic.services.penalties
    slip = clinic.propose(clinic.walk(DAY, {"G1": [BADGE]}), "G1")
    penalties.approve(slip.id, slip.revision, clinic.boss)
    penalties.issue(slip.id, slip.revision + 1, clinic.by, language=language)
    return slip, penalties.preview(slip.id, language)


@pytest.mark.parametrize(("language", "mark"), [("zh", ZH), ("en", EN)])
def test_every_page_of_a_withdrawn_slip_says_so_and_the_archive_stays(desk: Clinic, language: str, mark: str) -> None:
    penalties, papers = desk.services.penalties, desk.services.papers
    slip, before = issued(desk, language)
    assert not any(mark[:3] in text for text in page_texts(before))
    penalties.withdraw(slip.id, slip.revision + 2, "检查人记错了人", desk.by)
    shown, again = page_texts(penalties.preview(slip.id, "zh")), page_texts(penalties.reprint(slip.id))
    assert len(shown) == len(again) == len(page_texts(before))
    assert all(mark in text for text in shown)
    assert all(mark in text for text in again)
    assert not any("COPY" in text for text in shown)
    assert all("COPY" in text for text in again)
    paper_id = penalties.slip(slip.id).slip.paper_id
    assert paper_id is not None
    assert papers.original(paper_id) == before
    assert papers.check() == []


def test_a_slip_withdrawn_before_issue_previews_as_withdrawn_and_not_as_a_draft(desk: Clinic) -> None:
    penalties = desk.services.penalties
    slip = desk.propose(desk.walk(DAY, {"G1": [BADGE]}), "G1")
    assert all("DRAFT" in text for text in page_texts(penalties.preview(slip.id, "zh")))
    penalties.withdraw(slip.id, slip.revision, "检查人记错了人", desk.by)
    texts = page_texts(penalties.preview(slip.id, "zh"))
    assert all(ZH in text for text in texts)
    assert not any("DRAFT" in text for text in texts)


def test_a_long_reason_is_cut_in_the_mark_and_an_unknown_character_does_not_stop_the_paper(desk: Clinic) -> None:
    penalties = desk.services.penalties
    slip, _ = issued(desk, "zh")
    penalties.withdraw(slip.id, slip.revision + 2, "复核后不成立\n𓀀" * 40, desk.by)
    texts = page_texts(penalties.preview(slip.id, "zh"))
    assert all("已撤销 2026-11-21 · 原因：复核后不成立 〓" in text for text in texts)
    assert all("…" in text for text in texts)


def test_the_properties_of_the_file_name_the_group_and_the_paper_and_the_bytes_stay_equal(desk: Clinic) -> None:
    slip, pdf = issued(desk, "zh")
    told = PdfReader(BytesIO(pdf)).metadata
    assert told is not None
    assert (told.author, told.title) == ("和颐医疗集团", f"员工过失处分单 {slip.number}")
    assert desk.services.penalties.reprint(slip.id) == desk.services.penalties.reprint(slip.id)


def test_a_slip_without_money_does_not_speak_of_finance(desk: Clinic) -> None:
    _, pdf = issued(desk, "zh")
    assert not any("财务在月结时" in text for text in page_texts(pdf))
    slip = desk.sanction(date(2026, 11, 21), "G1", other="次日另一次巡检")
    assert slip.total > 0
    assert "财务在月结时" in "".join(page_texts(desk.services.penalties.preview(slip.id, "zh")))
