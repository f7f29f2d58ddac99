"""The work of the day on paper: what the first page lists, names masked, archived once for each state of things."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from io import BytesIO
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest
from pypdf import PdfReader
from tests.penalties.clinic import BADGE, Clinic
from tests.today.test_today import TODAY, measure

from qualitydesk.today.model import Errand, Work
from qualitydesk.today.printout.day import _when as when_on_paper
from qualitydesk.today.printout.words import what_words
from qualitydesk.today.rules import is_late


def text_of(pdf: bytes) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_paper_lists_what_the_first_page_lists_and_masks_whose_it_is(clinic: Clinic, language: str) -> None:
    clinic.sign_rules()
    measure(clinic, TODAY, "补发胸卡")
    round_id = clinic.walk(TODAY - timedelta(days=2), {"G2": [BADGE]})
    slip = clinic.propose(round_id, "G2")
    papers = clinic.services.papers
    paper = papers.paper(clinic.services.day_papers.issue(clinic.by, language=language).value)
    assert (paper.line.kind, paper.line.number, paper.line.language) == ("day_work", f"GZ-{TODAY}", language)
    text = text_of(papers.original(paper.id))
    assert "补发胸卡" in text and "周若彤" not in text and f"周** · {slip.number}" in text
    assert text == text_of(papers.original(paper.id))
    sections = paper.values["sections"]
    assert [len(one["rows"]) for one in sections] == [1, 1, 1], "the round the plan owes, the measure, the slip"
    assert "3" in paper.values["sums"]


def test_a_paper_that_says_the_same_is_given_again_and_a_changed_one_is_issued(clinic: Clinic) -> None:
    clinic.sign_rules()
    made = clinic.services.day_papers
    first = made.issue(clinic.by)
    assert clinic.services.papers.paper(first.value).values["nothing"]
    clinic.clock.advance(timedelta(minutes=5))
    again = made.issue(clinic.by)
    assert again.value == first.value and not again.touched
    measure(clinic, TODAY, "补发胸卡")
    assert made.issue(clinic.by).value != first.value
    assert text_of(made.preview(clinic.by, "zh"))


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("errand", [Errand.APPEAL, Errand.APPROVE, Errand.ISSUE, Errand.CORRECT])
def test_the_name_in_a_slips_row_is_masked_on_paper(errand: Errand, language: str) -> None:
    work = Work(errand, UUID(int=1), "CF-BJ-2026-0001", "周若彤", "", TODAY)
    assert what_words(work, language, hidden=True) == "周** · CF-BJ-2026-0001"
    assert "周若彤" in what_words(work, language)


def test_a_rule_that_stands_is_said_to_and_one_to_come_says_from_when() -> None:
    for day, words in ((date(2000, 1, 1), "已生效"), (TODAY + timedelta(days=3), "2026-11-24 起")):
        row = when_on_paper(Work(Errand.SIGN, UUID(int=1), "1", "ladder", "", day, people=2, of=9), TODAY, "zh")
        assert row == words


def test_only_what_has_a_day_to_be_done_by_is_late() -> None:
    now = datetime(2026, 11, 21, 10, tzinfo=ZoneInfo("Asia/Shanghai"))

    def late(errand: Errand, day: date, due_at: datetime | None = None) -> bool:
        return is_late(Work(errand, UUID(int=1), "", "", "", day, due_at=due_at), TODAY, now)

    yesterday = TODAY - timedelta(days=1)
    assert late(Errand.MEASURE, yesterday) and not late(Errand.MEASURE, TODAY)
    assert not late(Errand.APPROVE, yesterday) and not late(Errand.SIGN, yesterday)
    assert late(Errand.CLOCK, TODAY, now - timedelta(minutes=1)) and not late(Errand.CLOCK, yesterday, now)
