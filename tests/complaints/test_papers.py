"""Papers of cases: everything of a case on its form, a payment's request, a month whose sums are the cases'."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from io import BytesIO
from pathlib import Path
from uuid import UUID

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader
from tests.complaints.house import House

from qualitydesk.basics import money
from qualitydesk.basics.errors import Refused
from qualitydesk.complaints.model import (
    HandlingDraft,
    MoneyKind,
    NoteKind,
    PaidDraft,
    Party,
    PaymentDraft,
    PaymentState,
    PayWay,
    PersonDraft,
    Relation,
    Remedy,
    ServiceNode,
    Step,
)
from qualitydesk.complaints.service import CasePapers
from qualitydesk.papers.service import Papers
from qualitydesk.storage.blobs import DatabaseFiles

NOVEMBER, DECEMBER = date(2026, 11, 1), date(2026, 12, 1)


class Desk:
    """A house with its papers."""

    def __init__(self, house: House) -> None:
        self.house = house
        group = house.group
        self.papers = Papers(group.database, DatabaseFiles(group.database), house.clock)
        self.made = CasePapers(
            group.database,
            house.clock,
            group.directory,
            group.rulebook,
            house.complaints,
            group.measures,
            self.papers,
        )

    def text(self, paper_id: UUID) -> str:
        return text_of(self.papers.original(paper_id))

    def form(self, case_id: UUID, **wish: str) -> UUID:
        return self.made.issue_case_form(case_id, self.house.by(), **wish).value

    def pay(self, case_id: UUID, amount: int, kind: MoneyKind = MoneyKind.REFUND, way: PayWay = PayWay.CARD) -> UUID:
        """Asked for by the supervisor for a consultant, approved by the director, signed; not yet arrived."""
        house = self.house
        draft = PaymentDraft(kind, amount, way, "退还差额", house.other)
        payment_id = house.complaints.request_payment(case_id, draft, house.by()).value
        house.complaints.approve_payment(payment_id, self._seen(case_id, payment_id), house.by(house.director))
        today = house.complaints.today()
        house.complaints.sign_payment(payment_id, self._seen(case_id, payment_id), today, house.by())
        return payment_id

    def arrive(self, case_id: UUID, payment_id: UUID, receipt: str = "回单0088123") -> None:
        seen = self._seen(case_id, payment_id)
        self.house.complaints.record_payment(payment_id, seen, PaidDraft(None, receipt), self.house.by())

    def _seen(self, case_id: UUID, payment_id: UUID) -> int:
        return next(one.revision for one in self.house.case(case_id).payments if one.id == payment_id)

    def closed(self, *, refund: int = 0, compensation: int = 0, fine: int = 0, **draft: object) -> UUID:
        """A case closed and handled, its money arrived."""
        house = self.house
        case_id = house.open(**draft)
        house.drive(case_id, Step.FORMALITIES, refund=refund, compensation=compensation)
        for kind, amount in ((MoneyKind.REFUND, refund), (MoneyKind.COMPENSATION, compensation)):
            if amount:
                self.arrive(case_id, self.pay(case_id, amount, kind))
        house.drive(case_id, Step.HANDLED)
        if fine:
            rows = (HandlingDraft(house.guide, sanction="minor_demerit", amount=fine),)
            house.complaints.record_handling(case_id, rows, house.by(house.director))
        return case_id


@pytest.fixture
def desk(house: House) -> Desk:
    """Once on each database."""
    return Desk(house)


@pytest.fixture
def quick(lite: House) -> Desk:
    """On SQLite alone."""
    return Desk(lite)


def text_of(pdf: bytes) -> str:
    return "".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages)


def flat(text: str) -> str:
    """Without the breaks that lines of a cell bring."""
    return "".join(text.split())


# The case form


def test_the_form_tells_everything_of_a_case(desk: Desk) -> None:
    house = desk.house
    case_id = house.open(
        complainant=Party("张𬱖", None, "139 1111 2222"),
        relation=Relation.CHILD,
        patient=Party("张国强"),
        happened_on=date(2026, 11, 20),
        place="二楼三诊室",
        node=ServiceNode.PRICING,
        remedies=(Remedy.REFUND, Remedy.APOLOGY),
        intent="愿意协商",
        people=(PersonDraft(house.guide),),
    )
    house.drive(case_id, Step.FORMALITIES, refund=640000)
    payment = desk.pay(case_id, 640000)
    house.drive(case_id, None)
    desk.arrive(case_id, payment)
    house.complaints.save_note(case_id, NoteKind.AFTER_CALL, "患者表示满意", house.by())
    told = flat(desk.text(desk.form(case_id)))
    page = house.case(case_id)
    guide = house.group.directory.employee(house.guide).name
    for words in (
        page.line.number, "张𬱖", "13911112222", "子女", "张国强", "2026-11-20", "二楼三诊室", "划价", "愿意协商",
        "退费、道歉",
        "服务态度", "等候时间", "成立", guide, "主要责任", "查看监控，情况属实", "已致电说明正在调查", "II级",
        "有直接损失或退费", "《投诉定级》第1版", "¥6,400.00", "由导医当面道歉", "周总监", "达成一致", "原路退回银行卡",
        "回单0088123", "已道歉，患者满意", "已当面批评", "已有礼仪培训计划", "患者表示满意", "曾因态度投诉",
        "11防范改善", "结案期限", "7日（自然日）", "按时完成", "已办结",
    ):  # fmt: skip
        assert flat(words) in told, words


def test_an_english_form_says_it_in_english(quick: Desk) -> None:
    case_id = quick.closed(refund=5000)
    told = quick.text(quick.form(case_id, language="en", paper="A5"))
    for words in ("Case form", "Upheld", "Level II", "Refund", "Closing", "calendar days"):
        assert words in told


def test_a_form_is_issued_anew_only_when_the_case_has_changed(quick: Desk) -> None:
    house, case_id = quick.house, quick.closed()
    house.drive(case_id, None)
    first = quick.form(case_id)
    house.later(days=3)
    assert quick.form(case_id) == first  # only the time of printing differs
    assert quick.form(case_id, language="en") != first
    house.complaints.save_note(case_id, NoteKind.AFTER_CALL, "回访无异议", house.by())
    assert quick.form(case_id) != first
    assert len(quick.made.issued(house.case(case_id))) == 3


def test_a_case_just_taken_down_has_a_form_that_says_what_is_not_known_yet(quick: Desk) -> None:
    told = quick.text(quick.form(quick.house.open()))
    assert "尚未定级" in told
    assert "办理中" in told


def test_several_forms_are_one_file_with_a_bookmark_each(quick: Desk) -> None:
    cases = [quick.house.open() for _case in range(3)]
    papers = quick.made.issue_case_forms([*cases, cases[0]], quick.house.by()).value
    reader = PdfReader(BytesIO(quick.papers.originals(papers)))
    assert [mark["/Title"] for mark in reader.outline] == ["BJC20261101", "BJC20261102", "BJC20261103"]
    with pytest.raises(Refused) as caught:
        quick.made.issue_case_forms([], quick.house.by())
    assert caught.value.code == "no_cases_chosen"


def test_a_blank_form_has_lines_and_boxes_and_is_nobodys_paper(quick: Desk) -> None:
    pdf = quick.made.blank_case_form(quick.house.group.institution, "zh")
    told = text_of(pdf)
    assert "朝阳门诊" in told
    assert "承诺未兑现" in told
    assert "尚未定级" not in told
    assert "草稿" not in told
    assert len(PdfReader(BytesIO(pdf)).pages) == 2
    assert quick.papers.by_number("") == []


def test_a_merged_case_says_where_it_went_and_the_other_what_came(quick: Desk) -> None:
    house = quick.house
    main, double = house.open(), house.open()
    house.complaints.merge(double, house.seen(double), main, "同一件事", house.by())
    assert "已并入：BJC20261101" in quick.text(quick.form(double))
    assert "并入本案：BJC20261102" in quick.text(quick.form(main))


# Refunds


def test_a_refund_request_has_the_amount_in_figures_and_in_capitals_and_all_who_sign(desk: Desk) -> None:
    house, case_id = desk.house, desk.house.open()
    house.drive(case_id, Step.FORMALITIES, refund=168032)
    payment = desk.pay(case_id, 168032)
    paper = desk.made.issue_refund_request(case_id, payment, house.by()).value
    told = flat(desk.text(paper))
    consultant = house.group.directory.employee(house.other).name
    for words in ("退款申请单", "BJC20261101-1", "¥1,680.32", "壹仟陆佰捌拾元零叁角贰分", consultant, "李敏", "周总监",
                  "王秀英", "收银员", "约7个工作日到账"):  # fmt: skip
        assert flat(words) in told, words
    assert "出纳" not in told
    assert desk.made.issue_refund_request(case_id, payment, house.by()).value == paper
    assert [line.kind for line in desk.made.issued(house.case(case_id))] == ["complaint_refund"]


def test_compensation_is_asked_for_on_a_sheet_of_its_own_name(quick: Desk) -> None:
    case_id = quick.house.open()
    quick.house.drive(case_id, Step.FORMALITIES, compensation=5000)
    payment = quick.pay(case_id, 5000, MoneyKind.COMPENSATION, PayWay.CASH)
    told = quick.text(quick.made.issue_refund_request(case_id, payment, quick.house.by()).value)
    assert "赔偿申请单" in told
    assert "出纳" in told
    assert "收银员" not in told
    assert "收款信息" not in told
    assert "个工作日到账" not in told


def test_a_request_called_off_is_not_printed_and_the_issued_one_says_so(quick: Desk) -> None:
    house, case_id = quick.house, quick.house.open()
    house.drive(case_id, Step.FORMALITIES, refund=5000)
    payment = quick.pay(case_id, 5000)
    paper = quick.made.issue_refund_request(case_id, payment, house.by()).value
    seen = house.case(case_id).payments[0].revision
    house.complaints.call_off_payment(payment, seen, "患者改要补做", house.by())
    with pytest.raises(Refused) as caught:
        quick.made.issue_refund_request(case_id, payment, house.by())
    assert caught.value.code == "payment_is_called_off"
    assert "患者改要补做" in text_of(quick.made.refund_request(case_id, paper))
    assert house.case(case_id).payments[0].state is PaymentState.CALLED_OFF
    assert "患者改要补做" not in quick.text(paper)  # the archive keeps it as it was


# The month


def a_november(desk: Desk) -> list[UUID]:
    """Two closed cases with money, one open, and one of the month before carried into it."""
    house = desk.house
    house.clock.set(datetime(2026, 10, 28, 2, tzinfo=UTC))
    brought = house.open()
    house.clock.set(datetime(2026, 11, 3, 2, tzinfo=UTC))
    made = [desk.closed(refund=640000, fine=20000), desk.closed(refund=12345, compensation=9999)]
    made += [house.open(), brought]
    house.clock.set(datetime(2026, 12, 3, 2, tzinfo=UTC))
    return made


def test_the_months_sums_are_those_of_its_cases(desk: Desk) -> None:
    a_november(desk)
    sheet = desk.made.month(NOVEMBER)
    total = sheet.total
    assert (total.brought, total.new, total.reopened, total.closed, total.carried) == (1, 3, 0, 2, 2)
    assert (total.refund, total.compensation, total.fines) == (652345, 9999, 20000)
    assert sum(one.refund for one in sheet.closed) == total.refund
    assert sum(one.fines for one in sheet.closed) == total.fines
    assert desk.made.month(date(2026, 10, 15)).total.carried == total.brought
    assert desk.made.month(DECEMBER).total.brought == total.carried


def test_money_that_arrives_later_counts_in_its_own_month(desk: Desk) -> None:
    house, case_id = desk.house, desk.house.open()
    house.drive(case_id, Step.FORMALITIES, refund=777)
    payment = desk.pay(case_id, 777)
    house.drive(case_id, None)
    house.clock.set(datetime(2026, 12, 2, 2, tzinfo=UTC))
    desk.arrive(case_id, payment)
    assert desk.made.month(NOVEMBER).total.refund == 0
    assert desk.made.month(DECEMBER).total.refund == 777
    assert desk.made.month(DECEMBER).closed == ()


def test_a_reopened_case_is_counted_as_coming_again(desk: Desk) -> None:
    house, case_id = desk.house, desk.closed()
    house.clock.set(datetime(2026, 12, 2, 2, tzinfo=UTC))
    house.complaints.reopen(case_id, house.seen(case_id), Step.NEGOTIATED, "患者反悔", house.by())
    november, december = desk.made.month(NOVEMBER).total, desk.made.month(DECEMBER).total
    assert (november.closed, november.carried) == (1, 0)
    assert (december.brought, december.reopened, december.carried) == (0, 1, 1)


def test_merged_cases_are_counted_once(quick: Desk) -> None:
    house = quick.house
    main, double = house.open(), house.open()
    house.complaints.merge(double, house.seen(double), main, "同一件事", house.by())
    assert quick.made.month(NOVEMBER).total.new == 1


def test_an_institution_of_its_own_has_its_own_figures(quick: Desk) -> None:
    a_november(quick)
    mine = quick.made.month(NOVEMBER, quick.house.group.institution)
    assert mine.total == quick.made.month(NOVEMBER).total
    assert quick.made.month(NOVEMBER, UUID(int=0)).total.is_empty


def test_the_sheet_and_the_workbook_say_the_same(quick: Desk, tmp_path: Path) -> None:
    a_november(quick)
    by = quick.house.by()
    paper = quick.papers.paper(quick.made.issue_month_sheet(NOVEMBER, by).value)
    told = text_of(quick.papers.original(paper.id))
    assert "患者投诉案件统计表" in told
    assert "本表应于 2026-12-05 前" in told
    path = tmp_path / "month.xlsx"
    quick.made.export_month(path, NOVEMBER, by, None, "zh")
    book = load_workbook(path)
    for name, sheet_name in (("institutions", "按机构"), ("levels", "按等级"), ("channels", "按渠道")):
        head, *rows = list(book[sheet_name].iter_rows(values_only=True))
        assert len(rows) == len(paper.values[name])
        for cells, printed in zip(rows, paper.values[name], strict=True):
            values = dict(zip(head, cells, strict=True))
            assert values["类别"] == printed["name"]
            for field, title in (("brought", "承前"), ("new", "新收"), ("closed", "结案"), ("carried", "结转")):
                assert str(values[title]) == printed[field]
            for field, title in (("refund", "退费（元）"), ("compensation", "赔偿（元）"), ("fines", "处理金额（元）")):
                fen = round(float(values[title]) * 100)
                assert money.words(fen) == printed[field]
                assert printed[field] in told
            share = f"{values['按时结案']}/{values['到期应结']} · {values['按时结案率']}"
            assert printed["on_time"] in (share, "—")
    numbers = [row[0] for row in book["本月结案案件"].iter_rows(min_row=2, values_only=True)]
    assert numbers == [row["number"] for row in paper.values["closed_cases"]] == ["BJC20261101", "BJC20261102"]
    total = book["说明"]
    assert "2026年11月" in [row[1] for row in total.iter_rows(values_only=True)]


def test_the_same_figures_are_not_issued_twice(quick: Desk) -> None:
    a_november(quick)
    by = quick.house.by()
    first = quick.made.issue_month_sheet(NOVEMBER, by).value
    quick.house.later(days=1)
    assert quick.made.issue_month_sheet(NOVEMBER, by).value == first
    assert quick.made.issue_month_sheet(NOVEMBER, by, institution_id=quick.house.group.institution).value != first
    assert [line.number for line in quick.made.month_sheets(NOVEMBER)] == ["TJ-2026-11"]


def test_a_sheet_says_when_it_begins_with_another_number_than_the_last_one_ended_with(quick: Desk) -> None:
    house = quick.house
    cases = [house.open(), house.open()]
    house.clock.set(datetime(2026, 12, 3, 2, tzinfo=UTC))
    quick.made.issue_month_sheet(NOVEMBER, house.by())
    calm = quick.papers.paper(quick.made.issue_month_sheet(DECEMBER, house.by()).value)
    assert calm.values["remark"] == ""
    house.complaints.merge(cases[1], house.seen(cases[1]), cases[0], "同一件事", house.by())
    later = quick.papers.paper(quick.made.issue_month_sheet(DECEMBER, house.by()).value)
    assert "结转 2 件，本表承前 1 件" in later.values["remark"]


def test_a_month_that_lasts_says_so_and_one_to_come_is_refused(quick: Desk) -> None:
    values = quick.papers.paper(quick.made.issue_month_sheet(NOVEMBER, quick.house.by()).value).values
    assert "本月尚未结束" in values["unfinished"]
    assert values["as_of"] == "2026-11-21 10:00"
    with pytest.raises(Refused) as caught:
        quick.made.month(DECEMBER)
    assert caught.value.code == "month_not_begun"


def test_when_the_sheet_is_due_and_whether_it_is_there(quick: Desk) -> None:
    house = quick.house
    quick.made.issue_month_sheet(NOVEMBER, house.by())  # before its end: not the month's sheet yet
    house.clock.set(datetime(2026, 12, 3, 2, tzinfo=UTC))
    due = quick.made.month_dates()
    assert (due.month, due.ready_by, due.review_before) == (NOVEMBER, date(2026, 12, 5), date(2026, 12, 10))
    assert not due.issued
    quick.made.issue_month_sheet(NOVEMBER, house.by())
    assert quick.made.month_dates().issued


def test_overdue_cases_stand_on_the_sheet(quick: Desk) -> None:
    house, case_id = quick.house, quick.house.open()
    house.drive(case_id, Step.NEGOTIATED)
    house.clock.set(datetime(2026, 12, 3, 2, tzinfo=UTC))
    sheet = quick.made.month(NOVEMBER)
    accepted = house.case(case_id).course.accepted_at()
    assert accepted is not None
    due_on = date(2026, 11, 28)  # seven calendar days after acceptance on the 21st, in Beijing
    assert [(one.due_on, one.days) for one in sheet.overdue] == [(due_on, 2)]
    assert sheet.total.on_time.counted == 1
    assert sheet.total.on_time.kept == 0
    assert accepted < datetime(2026, 11, 21, 2, tzinfo=UTC) + timedelta(hours=1)
