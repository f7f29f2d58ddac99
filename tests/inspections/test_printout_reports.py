"""Reports as wished: issued once a wish and state, names hidden, photos four to a page, a visit told with times."""

from __future__ import annotations

import json
from datetime import timedelta
from io import BytesIO
from uuid import UUID

import pytest
from PIL import Image
from pypdf import PdfReader
from tests.builders import Group, a_group, a_pack

from qualitydesk.app.bootstrap import Services
from qualitydesk.basics.clock import FixedClock
from qualitydesk.basics.errors import Refused
from qualitydesk.inspections.model import Given, RoundDraft, RoundKind, Verdict
from qualitydesk.inspections.model.findings import DisputeDecision, DisputeDraft
from qualitydesk.inspections.model.narratives import ToldDraft
from qualitydesk.inspections.model.photos import PhotoOrigin, PictureSource
from qualitydesk.inspections.model.reports import Names, PhotoSize, ReportForm, ReportOptions
from qualitydesk.papers.model import LetterheadDraft
from qualitydesk.printing.pages import page_sizes, page_texts
from qualitydesk.storage.database import Database
from qualitydesk.storage.files import FileStore

PASS, FAIL = Given(Verdict.PASS), Given(Verdict.FAIL, note="王小明当时不在台前，O'Brien 㛃可作证")


class House:
    """A furnished group with all services; rounds of four items over three guides."""

    def __init__(self, group: Group, services: Services, clock: FixedClock) -> None:
        self.group, self.services, self.clock = group, services, clock
        for number, name in (("G1", "王小明"), ("G2", "O'Brien 㛃"), ("G3", "张𬱖")):
            group.hire(number, name)
        group.adopt(a_pack("walk", 4, critical=[1]), "walk")
        group.adopt(a_pack("steps", 3, kinds=["step"]), "steps")

    def finished(
        self, *failing: int, kind: RoundKind = RoundKind.PATROL, code: str = "walk", visitor: str = ""
    ) -> UUID:
        """A finished round; `failing`: the numbers of the items the first guide fails."""
        group = self.group
        if visitor:
            draft = RoundDraft(
                kind, group.institution, (), (code,), tuple(group.people), visitor="周敏", visitor_code=visitor
            )
            round_id = group.rounds.open_round(draft, group.by()).value
        else:
            round_id = group.begin(code, kind=kind)
        walk = group.walk(round_id)
        for stop in walk.stops:
            for at, item in enumerate(walk.items[stop.id], 1):
                given = FAIL if stop is walk.stops[0] and at in failing else PASS
                if code == "steps":
                    began = self.clock.now()
                    self.clock.advance(timedelta(seconds=65))
                    given = Given(given.verdict, note=given.note, began=began, ended=self.clock.now())
                group.rounds.record_answer(round_id, stop.id, item, given, group.by())
        self.clock.advance(timedelta(minutes=20))
        group.rounds.finish_round(round_id, group.by())
        return round_id

    def photo(self, round_id: UUID, shade: int, size: tuple[int, int] = (640, 480), caption: str = "") -> None:
        walk, photos = self.group.walk(round_id), self.services.photos
        out = BytesIO()
        Image.new("RGB", size, (shade, 120, 90)).save(out, "JPEG")
        taken = photos.take(PictureSource(out.getvalue(), PhotoOrigin.FILE, "a.jpg"))
        stop = walk.stops[0]
        kept = photos.add(round_id, stop.id, walk.items[stop.id][0].code, taken, self.group.by()).value
        if caption:
            photos.describe(kept.id, kept.revision, caption, self.group.by())

    def issue(self, round_id: UUID, **wish: object) -> UUID:
        options = ReportOptions(**wish)  # type: ignore[arg-type]
        return self.services.reports.issue(round_id, self.group.by(), options=options).value

    def values(self, paper_id: UUID) -> dict[str, object]:
        return dict(self.services.papers.paper(paper_id).values)

    def text(self, paper_id: UUID) -> str:
        return "".join(page_texts(self.services.papers.original(paper_id)))


@pytest.fixture
def house(database: Database, files: FileStore, clock: FixedClock) -> House:
    return House(a_group(database, clock), Services(database, files, clock), clock)


@pytest.mark.parametrize(
    ("kind", "title"),
    [
        (RoundKind.PATROL, "日常巡查报告"),
        (RoundKind.SELF_CHECK, "服务自查报告"),
        (RoundKind.QUALITY_CHECK, "行政查房报告"),
        (RoundKind.GROUP_ROUND, "集团行政查房报告"),
    ],
)
def test_the_title_follows_the_kind_of_round(house: House, kind: RoundKind, title: str) -> None:
    paper = house.issue(house.finished(kind=kind))
    assert house.values(paper)["title"] == title and title in house.text(paper)


def test_the_same_wish_is_one_paper_and_another_wish_another(house: House) -> None:
    round_id = house.finished(1)
    first = house.issue(round_id)
    assert house.issue(round_id) == first
    others = {
        house.issue(round_id, paper="A5"),
        house.issue(round_id, language="en"),
        house.issue(round_id, names=Names.MASKED),
        house.issue(round_id, hide_passed=True),
    }
    assert len(others | {first}) == 5
    assert [line.id for line in house.services.reports.issued(round_id)].count(first) == 1
    small = house.services.papers.original(house.issue(round_id, paper="A5"))
    assert round(page_sizes(small)[0][0]) == 420


def test_a_new_letterhead_makes_no_new_report_but_a_decided_dispute_does(house: House) -> None:
    group, round_id = house.group, house.finished(2)
    first = house.issue(round_id)
    house.services.letterheads.save(LetterheadDraft(group.institution, False, "新院名"), group.by())
    assert house.issue(round_id) == first and "新院名" not in house.text(first)
    finding = group.rounds.result(round_id).findings[0]
    today = group.directory.today()
    dispute = house.services.findings.raise_dispute(
        finding.id, DisputeDraft(today, "当时在送一位老人上楼"), group.by()
    ).value
    waiting = house.issue(round_id)
    assert waiting != first and "新院名" in house.text(waiting)
    assert "当时在送一位老人上楼" in house.text(waiting) and "待裁定" in house.text(waiting)
    decider = group.hire("D1", "贺明远")
    decision = DisputeDecision(True, decider, today, "有监控为证", "客服总监出差")
    house.services.findings.decide_dispute(dispute, 1, decision, group.by())
    decided = house.text(house.issue(round_id))
    assert "异议成立" in decided and "有监控为证" in decided and "贺明远" in decided


def test_names_are_hidden_in_tables_notes_and_captions(house: House) -> None:
    round_id = house.finished(1, 3)
    house.photo(round_id, 10, caption="王小明（G1）胸卡")
    paper = house.issue(round_id, names=Names.MEETING)
    told = json.dumps(house.values(paper), ensure_ascii=False)
    for name in ("王小明", "O'Brien", "张𬱖", '"G1"', "（G1"):
        assert name not in told, name
    text = house.text(paper)
    assert "王**" in text and "O**" in text and "会议版" in text
    assert "李敏" in text  # who inspected stays
    assert "王小明" in house.text(house.issue(round_id))


def test_passed_items_are_left_out_and_counted(house: House) -> None:
    round_id = house.finished(2)
    stops = house.values(house.issue(round_id, hide_passed=True))["stops"]
    assert isinstance(stops, list)
    assert [len(stop["answers"]) for stop in stops] == [1, 0, 0]
    assert [stop["left_out"] for stop in stops] == [
        "另有 3 项合格，未列出。",
        "另有 4 项合格，未列出。",
        "另有 4 项合格，未列出。",
    ]
    assert [stop["none_listed"] for stop in stops] == [False, True, True]
    text = house.text(house.issue(round_id, hide_passed=True))
    assert "合格项未列出" in text and "无作答" not in text


def test_large_photos_stand_four_to_a_page_whatever_their_shape(house: House) -> None:
    round_id = house.finished(1)
    for at in range(6):
        house.photo(round_id, 30 * at, (640, 480) if at % 2 else (480, 640), caption=f"照片{at}")
    for paper in ("A4", "A5"):
        pdf = house.services.papers.original(house.issue(round_id, paper=paper))
        on_pages = [sum(f"照片{at}" in text for at in range(6)) for text in page_texts(pdf)]
        assert [count for count in on_pages if count] == [4, 2], paper
    assert house.values(house.issue(round_id, photos=PhotoSize.NONE))["photos_large"] == []
    small = house.services.papers.paper(house.issue(round_id, photos=PhotoSize.SMALL))
    assert len(small.values["photos_small"]) == 6 and len(small.images) == 6
    assert house.services.papers.check() == []


def test_a_process_tells_times_durations_and_order(house: House) -> None:
    round_id = house.finished(2, code="steps")
    lines = house.values(house.issue(round_id))["timelines"]
    assert isinstance(lines, list) and len(lines) == 3
    first = lines[0]["steps"]
    assert [row["length"] for row in first] == ["1 分 5 秒"] * 3
    assert [row["order"] for row in first] == ["1", "2", "3"]
    assert lines[0]["sum"].startswith("全程 3 分 15 秒")


def test_an_open_round_has_no_report(house: House) -> None:
    round_id = house.group.begin("walk")
    for wish in (
        lambda: house.issue(round_id),
        lambda: house.services.reports.issue_many([round_id], house.group.by(), ReportOptions()),
    ):
        with pytest.raises(Refused) as refused:
            wish()
        assert refused.value.code in ("round_not_finished", "no_reports")
    assert house.services.reports.issued(round_id) == []


def test_several_rounds_are_one_file_and_single_papers(house: House) -> None:
    rounds = [house.finished(1), house.finished(), house.group.begin("walk")]
    papers = house.services.reports.issue_many(rounds, house.group.by(), ReportOptions()).value
    assert len(papers) == 2
    both = house.services.papers.originals(papers)
    whole = [house.services.papers.paper(paper).line.pages for paper in papers]
    assert len(page_sizes(both)) == sum(whole)
    outline = PdfReader(BytesIO(both)).outline
    numbers = [house.group.rounds.round(one).number for one in rounds[:2]]
    assert [entry.title for entry in outline] == numbers  # type: ignore[union-attr]


def test_a_visit_is_told_in_the_order_of_its_times_and_by_the_code_alone(house: House) -> None:
    round_id = house.finished(1, kind=RoundKind.MYSTERY, code="steps", visitor="青松-07")
    began = house.group.rounds.round(round_id).started_at
    by, narratives = house.group.by(), house.services.narratives
    narratives.tell(ToldDraft(round_id, began + timedelta(minutes=9), "候诊 19 分钟"), by)
    narratives.tell(ToldDraft(round_id, began, "进门，导医起身问好"), by)
    paper = house.issue(round_id, form=ReportForm.EXPERIENCE)
    told = house.values(paper)
    assert [row["words"] for row in told["narrative"]] == ["进门，导医起身问好", "候诊 19 分钟"]  # type: ignore[attr-defined]
    text = house.text(paper)
    assert "神秘顾客体验报告" in text and "青松-07" in text and "周敏" not in text
    assert house.services.papers.paper(paper).line.kind == "experience_report"
    assert house.issue(round_id, form=ReportForm.EXPERIENCE) == paper
    entry = narratives.of_round(round_id)[0]
    narratives.tell(ToldDraft(round_id, entry.told_at, "进门，无人问好", entry.id, entry.revision), by)
    again = house.issue(round_id, form=ReportForm.EXPERIENCE)
    assert again != paper and "无人问好" in house.text(again) and "起身问好" in house.text(paper)


def test_an_entry_wants_words_and_a_time_that_has_been(house: House) -> None:
    round_id = house.finished()
    narratives, now = house.services.narratives, house.clock.now()
    for draft, field in (
        (ToldDraft(round_id, None, "到店"), "told_at"),
        (ToldDraft(round_id, now + timedelta(minutes=1), "到店"), "told_at"),
        (ToldDraft(round_id, now, "  "), "words"),
        (ToldDraft(round_id, now, "长" * 5001), "words"),
    ):
        with pytest.raises(Refused) as refused:
            narratives.tell(draft, house.group.by())
        assert [problem.field for problem in refused.value.problems] == [field]
    entry = narratives.tell(ToldDraft(round_id, now, "到店"), house.group.by()).value
    with pytest.raises(Refused):
        narratives.tell(ToldDraft(round_id, now, "改", entry, 7), house.group.by())
    narratives.untell(entry, house.group.by())
    assert narratives.of_round(round_id) == []
    with pytest.raises(Refused) as refused:
        narratives.untell(entry, house.group.by())
    assert refused.value.code == "no_such_entry"


def test_a_preview_is_a_marked_draft_and_keeps_nothing(house: House) -> None:
    round_id = house.finished(1)
    pdf = house.services.reports.preview(round_id, ReportOptions(), house.group.by())
    assert "草稿" in "".join(page_texts(pdf))
    assert house.services.reports.issued(round_id) == []


def test_a_photo_whose_file_is_lost_is_refused_with_a_sentence(house: House, files: FileStore) -> None:
    round_id = house.finished(1)
    house.photo(round_id, 10)
    for name in list(files.names()):
        (files.folder / name[:2] / name).unlink()
    with pytest.raises(Refused) as refused:
        house.issue(round_id)
    assert refused.value.code == "file_missing"
