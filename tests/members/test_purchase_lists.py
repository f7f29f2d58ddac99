"""Lists of purchases on both databases: every row in one state, members matched or brought, nothing written twice."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from tests.members.conftest import Clinic
from tests.members.test_members import refusal
from tests.members.test_purchases import Till

from qualitydesk.basics.columns import LEFT_OUT, Source
from qualitydesk.basics.days import DateForm
from qualitydesk.basics.errors import Refused
from qualitydesk.members.model import CustomerFilter
from qualitydesk.members.model.purchase_lists import ListedState, PurchaseField, PurchaseMapping, PurchasePreview
from qualitydesk.members.model.purchases import PurchaseFilter, PurchaseKind
from qualitydesk.members.rules.purchase_cells import fen_of
from qualitydesk.members.service import PurchaseLists
from qualitydesk.members.service.purchase_lists import stage
from qualitydesk.sheets import SheetOut, read_sheet, write_book
from qualitydesk.storage import audit

HEAD = "收费单号,收费时间,机构,类别,实收金额,会员卡号,手机号,姓名,原单号,备注"
ROWS = (
    "S-1,2026-03-01 10:20,朝阳门诊,治疗费,1200.00,K-001,13812345678,单明霞,,种植一期",
    "S-2,2026-03-02 11:00,朝阳门诊,产品,88.5,K-002,13900001111,欧阳娜娜,,",
    "S-3,2026-04-01 09:05,和平医院,充值,20000,K-001,,,,",
    "S-4,2026-04-02 09:05,朝阳门诊,治疗费,-200,,13812345678,,S-1,少做一项",
    "S-5,2026-04-03 09:05,朝阳门诊,产品,-10,K-002,,,,",
)
BAD = (
    "S-6,明天,朝阳门诊,产品,10,K-002,,,,",
    "S-7,2026-05-01,朝阳门诊,产品,十元,K-002,,,,",
    "S-8,2026-05-01,朝阳门诊,产品,0,K-002,,,,",
    "S-9,2026-05-01,朝阳门诊,产品,10,,,王五,,",
    "S-2,2026-05-01,朝阳门诊,产品,10,K-002,,,,",
    "S-10,2027-05-01,朝阳门诊,产品,10,K-002,,,,",
    "S-11,2026-05-01,朝阳门诊,产品,-10,K-002,,,S-99,",
    "S-12,2026-05-01,朝阳门诊,产品,-100,K-002,,,S-2,",
    "S-13,2026-05-01,朝阳门诊,产品,10,GK009999,,,,",
)
STRANGE = (
    "S-14,2026-05-01,隔壁诊所,产品,10,K-002,,,,",
    "S-15,2026-05-01,朝阳门诊,停车费,10,K-002,,,,",
)
SHARED = Path(__file__).parents[3] / "shared" / "data" / "uci_online_retail_invoices_2010-12_2011-12.csv"


class Desk(Till):
    """A till with lists."""

    def __init__(self, clinic: Clinic, folder: Path) -> None:
        super().__init__(clinic)
        self.lists = PurchaseLists(clinic.database, clinic.clock, clinic.directory)
        self.folder = folder

    def a_list(self, rows: Iterable[str], head: str = HEAD, name: str = "收费明细.csv") -> Path:
        path = self.folder / name
        path.write_text("\n".join((head, *rows)) + "\n", encoding="utf-8-sig")
        return path

    def preview(self, path: Path, mapping: PurchaseMapping | None = None) -> PurchasePreview:
        mapping = mapping or self.lists.look_at_list(path).mapping
        return stage(self.clinic.database, self.lists.order(path, mapping, "zh"))

    def take(self, path: Path, *, leave: bool = False) -> PurchasePreview:
        preview = self.preview(path)
        self.lists.publish(preview, self.clinic.by(), leave_refused=leave)
        return preview


@pytest.fixture
def desk(clinic: Clinic, tmp_path: Path) -> Desk:
    return Desk(clinic, tmp_path)


def states(preview: PurchasePreview) -> list[str]:
    return [row.state.value for row in preview.rows]


def test_the_heads_and_words_of_a_till_are_understood(desk: Desk) -> None:
    look = desk.lists.look_at_list(desk.a_list(ROWS))
    told = {field: source.column for field, source in look.mapping.sources.items()}
    assert told == {
        PurchaseField.NUMBER: "收费单号", PurchaseField.DAY: "收费时间", PurchaseField.AMOUNT: "实收金额",
        PurchaseField.CARD: "会员卡号", PurchaseField.TELEPHONE: "手机号", PurchaseField.NAME: "姓名",
        PurchaseField.INSTITUTION: "机构", PurchaseField.KIND: "类别", PurchaseField.REFUND_OF: "原单号",
        PurchaseField.NOTE: "备注",
    }  # fmt: skip
    assert look.mapping.values[PurchaseField.KIND] == {"治疗费": "treatment", "产品": "goods", "充值": "prepayment"}


def test_what_is_not_told_is_refused_beside_its_field(desk: Desk) -> None:
    path = desk.a_list(("1,2026-01-01,5",), "a,b,c")
    with pytest.raises(Refused) as refused:
        desk.preview(path)
    assert refusal(refused) == "list_not_told"
    assert {one.field for one in refused.value.problems} == {"day", "amount", "institution", "kind", "card"}


def test_a_list_becomes_purchases_of_known_and_new_members(desk: Desk) -> None:
    preview = desk.preview(desk.a_list(ROWS))
    assert states(preview) == ["new"] * 5 and preview.members == 1
    assert "按电话对应" in preview.rows[0].words and "按会员卡号对应" in preview.rows[2].words
    assert "新会员" in preview.rows[1].words and "随原消费" in preview.rows[3].words
    assert "单明霞" not in str(preview.rows) and desk.purchases.total().count == 0
    outcome = desk.lists.publish(preview, desk.clinic.by()).value
    assert (outcome.rows, outcome.added, outcome.members, outcome.amount) == (5, 5, 1, 2107850)
    assert desk.purchases.total().net == 2107850 == preview.sum(ListedState.NEW)
    assert desk.counted(date(2026, 3, 1), date(2026, 3, 2)) == 1000  # the refund counts on the day of its purchase
    assert desk.purchases.total(PurchaseFilter(customer_id=desk.customer)).net == 2100000
    (new,) = desk.clinic.members.find("欧阳")
    assert new.number == "GK000002" and desk.clinic.found("1111") == desk.clinic.found("oynn") == [new.id]
    assert desk.clinic.members.customer(new.id).telephones == ("13900001111",)
    goods = desk.purchases.lines(PurchaseFilter(kind=PurchaseKind.GOODS))
    assert [(line.number, line.amount) for line in goods] == [("S-5", -1000), ("S-2", 8850)]
    assert desk.clinic.add("下一位") and desk.clinic.members.lines()[0].number == "GK000003"


def test_rows_of_an_unknown_institution_or_kind_are_left_out_where_that_is_told(desk: Desk) -> None:
    path = desk.a_list((*ROWS, *STRANGE))
    mapping = desk.lists.look_at_list(path).mapping
    with pytest.raises(Refused) as refused:
        desk.preview(path, mapping)
    assert refusal(refused) == "list_not_told"
    values = {field: dict(known) for field, known in mapping.values.items()}
    values[PurchaseField.INSTITUTION]["隔壁诊所"] = values[PurchaseField.KIND]["停车费"] = LEFT_OUT
    preview = desk.preview(path, replace(mapping, values=values))
    assert states(preview) == ["new"] * len(ROWS) + ["refused"] * len(STRANGE)
    assert ["隔壁诊所" in row.words or "停车费" in row.words for row in preview.rows[len(ROWS) :]] == [True, True]
    assert all("已选择不导入" in row.words for row in preview.rows[len(ROWS) :])
    outcome = desk.lists.publish(preview, desk.clinic.by(), leave_refused=True).value
    assert (outcome.added, outcome.left_out) == (len(ROWS), len(STRANGE))


def test_the_second_time_nothing_changes(desk: Desk) -> None:
    path = desk.a_list(ROWS)
    desk.take(path)
    again = desk.preview(path)
    assert states(again) == ["same"] * 5 and again.members == 0
    with pytest.raises(Refused) as refused:
        desk.lists.publish(again, desk.clinic.by())
    assert refusal(refused) == "import_nothing"
    more = desk.preview(desk.a_list((*ROWS, "S-20,2026-05-01,朝阳门诊,产品,10,K-002,,,,")))
    assert states(more) == ["same"] * 5 + ["new"]
    desk.lists.publish(more, desk.clinic.by())
    assert desk.purchases.total().count == 6 and desk.clinic.members.count(CustomerFilter()) == 2


def test_every_refused_row_says_why_and_is_saved_as_it_stood(desk: Desk) -> None:
    preview = desk.preview(desk.a_list((*ROWS, *BAD)))
    assert states(preview) == ["new"] * 5 + ["refused"] * len(BAD)
    whys = (
        "不是日期", "不是金额", "大于零", "既没有会员卡号也没有电话", "第 3 行", "晚于今天", "没有找到可退的原消费",
        "只剩", "没有编号",
    )  # fmt: skip
    for row, why in zip(preview.rows[5:], whys, strict=True):
        assert why in row.words, row
    with pytest.raises(Refused) as refused:
        desk.lists.publish(preview, desk.clinic.by())
    assert refusal(refused) == "import_refused"
    outcome = desk.lists.publish(preview, desk.clinic.by(), leave_refused=True).value
    assert outcome.rows == outcome.added + outcome.there + outcome.left_out == 14
    path = desk.folder / "left.csv"
    assert desk.lists.write_refused(preview, path, "zh") == len(BAD)
    sheet = read_sheet(path)
    assert [row.cells[0] for row in sheet.rows] == [line.split(",")[0] for line in BAD] and "原因" in sheet.head[-1]


def test_a_bill_on_record_that_says_something_else_is_a_conflict(desk: Desk) -> None:
    desk.take(desk.a_list(ROWS))
    changed = (
        ROWS[0].replace("1200.00", "1300.00"),
        ROWS[1].replace("2026-03-02", "2026-03-03"),
        ROWS[2].replace("K-001", "K-002"),
        ROWS[4].replace("K-002", "K-999"),
    )
    preview = desk.preview(desk.a_list(changed))
    assert states(preview) == ["refused"] * 4 and preview.members == 0
    assert all("不一致" in row.words for row in preview.rows)
    assert "GK000001" in preview.rows[0].words and "2026-03-01" in preview.rows[0].words


def test_the_same_telephone_with_another_name_is_another_member(desk: Desk) -> None:
    rows = (
        "A,2026-01-01,朝阳门诊,产品,1,,13812345678,单小宝,,",
        "B,2026-01-02,朝阳门诊,产品,2,,138 1234 5678,单小宝,,",
    )
    preview = desk.take(desk.a_list(rows))
    assert preview.members == 1
    third = desk.preview(desk.a_list(("C,2026-01-03,朝阳门诊,产品,3,,13812345678,,,",)))
    assert states(third) == ["refused"] and "几位顾客" in third.rows[0].words


def test_a_refund_may_stand_before_its_purchase_in_the_list(desk: Desk) -> None:
    preview = desk.take(desk.a_list((ROWS[3], ROWS[0])))
    assert states(preview) == ["new", "new"]
    assert desk.counted(date(2026, 3, 1), date(2026, 3, 2)) == 1000


def test_rows_without_a_number_are_known_again_by_what_stands_in_them(desk: Desk) -> None:
    head, rows = "日期,金额,手机号,机构,类别", ["2026-01-01,10,13812345678,朝阳门诊,产品"] * 3
    path = desk.a_list(rows, head)
    assert states(desk.take(path)) == ["new"] * 3
    assert states(desk.preview(path)) == ["same"] * 3
    assert states(desk.preview(desk.a_list([*rows, rows[0]], head))) == ["same"] * 3 + ["new"]


def test_the_meaning_of_columns_is_remembered_of_a_kind_of_list(desk: Desk) -> None:
    path = desk.a_list(("1,01/02/2026,5,x", "2,03/02/2026,6,y"), "nr,when,yuan,who")
    mapping = PurchaseMapping(
        {
            PurchaseField.NUMBER: Source("nr"), PurchaseField.DAY: Source("when"), PurchaseField.AMOUNT: Source("yuan"),
            PurchaseField.CARD: Source("who"), PurchaseField.KIND: Source(fixed="goods"),
            PurchaseField.INSTITUTION: Source(fixed=str(desk.clinic.home)),
        }
    )  # fmt: skip
    with pytest.raises(Refused) as refused:
        desk.preview(path, mapping)
    assert [one.code for one in refused.value.problems] == ["list_days_several"]
    told = replace(mapping, form=DateForm.DAY_FIRST)
    desk.lists.publish(desk.preview(path, told), desk.clinic.by())
    look = desk.lists.look_at_list(desk.a_list(("9,05/06/2026,5,x",), "who,yuan,nr,when", "other.csv"))
    assert look.mapping == told and look.remembered_at == desk.clinic.clock.now()
    assert {line.day for line in desk.purchases.lines()} == {date(2026, 2, 1), date(2026, 2, 3)}
    assert desk.clinic.members.find("会员 x")[0].called == "会**"


def test_what_came_after_the_preview_has_it_read_anew(desk: Desk) -> None:
    bill, card, reached, refund = (desk.a_list(ROWS[at : at + 1], name=f"{at}.csv") for at in (0, 1, 1, 3))
    desk.buy(1200, date(2026, 3, 1), number="S-1")
    waiting = desk.preview(refund)
    desk.clinic.clock.advance(timedelta(seconds=1))
    desk.give_back(desk.purchases.lines()[0].id, 1100)
    outdated(desk, waiting)
    other = desk.preview(desk.a_list(("X-1,2026-03-01,和平医院,产品,5,K-7,,,,",), name="x.csv"))
    desk.buy(5, number="X-1", institution_id=desk.clinic.other)
    outdated(desk, other)
    waiting = desk.preview(card)
    desk.take(desk.a_list(("Y-1,2026-03-01,和平医院,产品,5,K-002,,,,",), name="y.csv"))
    outdated(desk, waiting)
    waiting = desk.preview(desk.a_list(("Z-1,2026-03-01,和平医院,产品,5,,13700001111,赵六,,",), name="z.csv"))
    desk.clinic.clock.advance(timedelta(seconds=1))
    desk.clinic.add("赵六", "13700001111")
    outdated(desk, waiting)
    assert bill.exists() and reached.exists()


def outdated(desk: Desk, preview: PurchasePreview) -> None:
    before = desk.purchases.total()
    with pytest.raises(Refused) as refused:
        desk.lists.publish(preview, desk.clinic.by())
    assert refusal(refused) == "purchases_outdated" and desk.purchases.total() == before


def test_who_was_merged_meanwhile_has_it_count_for_the_one_kept(desk: Desk) -> None:
    waiting = desk.preview(desk.a_list(ROWS[:1]))
    kept = desk.clinic.add("单明霞")
    desk.clinic.members.merge_customers(kept, desk.customer, "同一人", desk.clinic.by())
    told: list[frozenset[object]] = []
    desk.lists.tell_counted(lambda members, _by: told.append(frozenset(members)))
    desk.lists.publish(waiting, desk.clinic.by())
    assert told == [{kept}] and desk.purchases.lines()[0].member_id == kept


def staged(desk: Desk) -> int:
    with desk.clinic.database.reading() as connection:
        return sum(
            connection.exec_driver_sql(f"SELECT count(*) FROM {table}").scalar_one()
            for table in ("purchase_stages", "staged_customers", "staged_cards", "staged_keys", "staged_purchases")
        )


def test_nothing_is_left_lying(desk: Desk) -> None:
    preview = desk.preview(desk.a_list(ROWS))
    assert staged(desk)
    desk.lists.drop(preview.stage_id)
    assert staged(desk) == 0
    desk.take(desk.a_list(ROWS))
    assert staged(desk) == 0

    def stop(done: int, total: int) -> None:
        if total and done >= total // 2:
            raise Refused("import_cancelled")

    path = desk.a_list(("Q-1,2026-03-01,和平医院,产品,5,K-9,,,,",))
    with pytest.raises(Refused, match="import_cancelled"):
        stage(desk.clinic.database, desk.lists.order(path, desk.lists.look_at_list(path).mapping, "zh"), stop)
    assert staged(desk) == 0


def test_one_entry_of_the_audit_tells_the_sums(desk: Desk) -> None:
    preview = desk.take(desk.a_list(ROWS))
    with desk.clinic.database.reading() as connection:
        list_id = connection.exec_driver_sql("SELECT subject_id FROM audit_entries WHERE verb = 'import_purchases'")
        (entry,) = audit.history(connection, "purchase_list", str(list_id.scalar_one()))
    assert entry.after is not None and entry.after["amount"] == preview.sum(ListedState.NEW)
    assert (entry.after["rows"], entry.after["members"], entry.after["file"]) == (5, 1, "收费明细.csv")


def test_a_workbook_with_true_days_and_numbers_is_read_alike(desk: Desk) -> None:
    path = desk.folder / "book.xlsx"
    head = ("单号", "日期", "机构", "类别", "金额", "手机号")
    rows = (
        (7, date(2026, 3, 1), "朝阳门诊", "药费", 139.12, 13812345678),
        (8, date(2026, 3, 2), "BJC", "药费", -0.1, "13812345678"),
    )
    write_book(path, [SheetOut("1", head, rows)])
    assert states(desk.take(path)) == ["new", "new"]
    assert [(line.number, line.amount) for line in desk.purchases.lines()] == [("8", -10), ("7", 13912)]


@pytest.mark.parametrize(
    ("text", "fen"),
    [("1200", 120000), ("¥1,200.5", 120050), ("-80", -8000), ("−80.01", -8001), ("(80.00)", -8000), ("（5）", -500),
     ("0", 0), ("1.234", None), ("abc", None), ("", None), ("--5", -500)],
)  # fmt: skip
def test_amounts_are_read_as_tills_write_them(text: str, fen: int | None) -> None:
    assert fen_of(text) == fen


def test_a_year_of_real_invoices_is_all_accounted_for_to_the_fen(desk: Desk) -> None:
    if not SHARED.exists():
        pytest.skip("the invoices lie outside the project")
    real_invoices(desk, SHARED)


def real_invoices(desk: Desk, path: Path) -> None:
    """22,190 invoices with refunds: what comes in, what not, and the sums."""
    look = desk.lists.look_at_list(path)
    told = {field: source.column for field, source in look.mapping.sources.items() if source.column}
    assert told == {
        PurchaseField.NUMBER: "InvoiceNo", PurchaseField.CARD: "CustomerID", PurchaseField.DAY: "invoice_time",
        PurchaseField.AMOUNT: "amount",
    }  # fmt: skip
    fixed = {PurchaseField.KIND: Source(fixed="goods"), PurchaseField.INSTITUTION: Source(fixed=str(desk.clinic.home))}
    mapping = replace(look.mapping, sources={**look.mapping.sources, **fixed})
    preview = stage(desk.clinic.database, desk.lists.order(path, mapping, "zh"))
    with path.open(encoding="utf-8") as file:
        amounts = [round(float(row["amount"]) * 100) for row in csv.DictReader(file)]
    assert len(preview.rows) == len(amounts) == 22190
    assert preview.count(ListedState.NEW) == 22186 and preview.count(ListedState.REFUSED) == 4  # four of nothing
    assert sum(row.amount for row in preview.rows) == sum(amounts) == 830006581
    outcome = desk.lists.publish(preview, desk.clinic.by(), leave_refused=True).value
    assert (outcome.added, outcome.members, outcome.amount) == (22186, 4371, 830006581)  # one came for nothing only
    total = desk.purchases.total()
    assert (total.count, total.net) == (22186, sum(amounts))
    assert total.paid == sum(one for one in amounts if one > 0)
    assert desk.clinic.members.count() == 4372
    again = stage(desk.clinic.database, desk.lists.order(path, mapping, "zh"))
    assert again.count(ListedState.SAME) == 22186 and again.count(ListedState.NEW) == again.members == 0
    with pytest.raises(Refused, match="import_nothing"):
        desk.lists.publish(again, desk.clinic.by(), leave_refused=True)
    assert desk.purchases.total() == total
