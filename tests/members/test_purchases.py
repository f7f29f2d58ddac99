"""Purchases on both databases: entered, given back, changed, voided; what counts for whom and when."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from random import Random
from uuid import UUID

import pytest
from sqlalchemy import text
from tests.members.conftest import Clinic
from tests.members.test_members import refusal

from qualitydesk.basics.errors import Refused
from qualitydesk.members.model.purchases import (
    PurchaseDraft,
    PurchaseFilter,
    PurchaseKind,
    PurchaseState,
    PurchaseTotal,
)
from qualitydesk.members.rules.purchases import number_of_bill
from qualitydesk.members.service import Purchases
from qualitydesk.members.store.purchases import window_sum
from qualitydesk.sheets import read_sheet
from qualitydesk.storage import audit

TODAY = date(2026, 11, 21)


class Till:
    """A clinic with a customer who pays."""

    def __init__(self, clinic: Clinic) -> None:
        self.clinic = clinic
        self.purchases = Purchases(clinic.database, clinic.clock, clinic.directory)
        self.customer = clinic.add("单明霞", "13812345678")

    def draft(self, yuan: float = 100, day: date = TODAY, **more: object) -> PurchaseDraft:
        plain = PurchaseDraft(self.customer, self.clinic.home, day, PurchaseKind.TREATMENT, round(yuan * 100))
        return replace(plain, **more)  # type: ignore[arg-type]

    def buy(self, yuan: float = 100, day: date = TODAY, **more: object) -> UUID:
        return self.purchases.record_purchase(self.draft(yuan, day, **more), self.clinic.by()).value

    def give_back(self, purchase: UUID | None, yuan: float, day: date = TODAY, **more: object) -> UUID:
        return self.buy(yuan, day, refund=True, refund_of=purchase, **more)

    def counted(self, start: date = date(2024, 11, 21), end: date = TODAY + timedelta(days=1)) -> int:
        """Yuan that count in a window."""
        with self.clinic.database.reading() as connection:
            return window_sum(connection, self.customer, start, end) // 100


@pytest.fixture
def till(clinic: Clinic) -> Till:
    return Till(clinic)


def code_of(refused: pytest.ExceptionInfo[Refused]) -> str:
    refusal(refused)
    (problem,) = refused.value.problems
    return f"{problem.field}: {problem.code}"


def test_a_purchase_is_kept_as_entered_and_takes_a_number(till: Till) -> None:
    found = till.purchases.purchase(till.buy(1200.5, date(2026, 3, 1), note=" 种植牙 "))
    assert (found.number, found.amount, found.counts) == ("XF-BJC-2026-000001", 120050, 120050)
    assert (found.day, found.counted_on, found.note, found.institution) == (
        date(2026, 3, 1), date(2026, 3, 1), "种植牙", "朝阳门诊",
    )  # fmt: skip
    assert (found.called, found.recorded_by) == ("单**", "李敏") and found.member_id == till.customer
    assert till.purchases.purchase(till.buy(number=" B-77 ")).number == "B-77"
    assert till.purchases.purchase(till.buy()).number == "XF-BJC-2026-000002"


def test_a_number_the_program_would_give_may_be_taken_already(till: Till) -> None:
    till.buy(number="XF-BJC-2026-000001")
    assert till.purchases.purchase(till.buy()).number == "XF-BJC-2026-000002"


@pytest.mark.parametrize(
    ("more", "problem"),
    [
        ({"amount": None}, "amount: purchase_amount_missing"),
        ({"amount": 0}, "amount: purchase_amount_zero"),
        ({"amount": -5}, "amount: purchase_amount_zero"),
        ({"amount": 10**11}, "amount: purchase_amount_large"),
        ({"customer_id": None}, "customer_id: customer_missing"),
        ({"institution_id": None}, "institution_id: institution_missing"),
        ({"kind": None}, "kind: purchase_kind_missing"),
        ({"day": None}, "day: required"),
        ({"day": TODAY + timedelta(days=1)}, "day: day_in_future"),
        ({"day": date(1989, 12, 31)}, "day: purchase_day_early"),
        ({"number": "9" * 41}, "number: too_long"),
    ],
)
def test_what_a_draft_lacks_stands_beside_its_field(till: Till, more: dict[str, object], problem: str) -> None:
    with pytest.raises(Refused) as refused:
        till.buy(**more)  # type: ignore[arg-type]
    assert code_of(refused) == problem
    assert till.purchases.total() == PurchaseTotal(0, 0, 0)


def test_a_number_is_taken_once_for_an_institution(till: Till) -> None:
    till.buy(number="B-1")
    with pytest.raises(Refused) as refused:
        till.buy(number="B-1")
    assert code_of(refused) == "number: purchase_number_taken"
    till.buy(number="B-1", institution_id=till.clinic.other)


def test_a_linked_refund_counts_on_the_day_of_its_purchase_another_on_its_own(till: Till) -> None:
    bought = till.buy(1000, date(2025, 1, 10))
    till.give_back(bought, 300, date(2026, 2, 1))
    assert till.counted(date(2025, 1, 1), date(2025, 2, 1)) == 700
    assert till.counted(date(2026, 1, 1)) == 0
    till.give_back(None, 50, date(2026, 2, 1))
    assert till.counted(date(2026, 1, 1)) == -50
    assert till.purchases.purchase(bought).left == 70000


def test_the_window_holds_its_first_day_and_not_its_end(till: Till) -> None:
    till.buy(1, date(2026, 1, 1))
    till.buy(10, date(2026, 1, 31))
    till.buy(100, date(2026, 2, 1))
    assert till.counted(date(2026, 1, 1), date(2026, 2, 1)) == 11
    assert till.counted(date(2026, 1, 2), date(2026, 2, 2)) == 110


def test_more_than_is_left_is_given_back_only_with_a_reason(till: Till) -> None:
    bought = till.buy(100)
    till.give_back(bought, 60)
    with pytest.raises(Refused) as refused:
        till.give_back(bought, 40.01)
    assert code_of(refused) == "reason: refund_over"
    till.give_back(bought, 40)
    over = till.give_back(bought, 25, reason="补偿往返路费")
    assert till.purchases.purchase(bought).refunded == 12500 and till.purchases.purchase(bought).left == 0
    with till.clinic.database.reading() as connection:
        entry = audit.history(connection, "purchase", str(over))[0]
    assert entry.verb == "record_refund" and entry.after is not None and entry.after["reason"] == "补偿往返路费"


def test_money_is_not_given_back_before_it_was_paid_nor_of_a_refund_nor_of_what_is_voided(till: Till) -> None:
    bought = till.buy(100, date(2026, 5, 5))
    with pytest.raises(Refused) as refused:
        till.give_back(bought, 10, date(2026, 5, 4))
    assert code_of(refused) == "day: refund_early"
    back = till.give_back(bought, 10)
    with pytest.raises(Refused) as refused:
        till.give_back(back, 10)
    assert refusal(refused) == "not_to_refund"
    till.purchases.void_purchase(back, 1, "重复登记", till.clinic.by())
    till.purchases.void_purchase(bought, 1, "登记错人", till.clinic.by())
    with pytest.raises(Refused) as refused:
        till.give_back(bought, 10)
    assert refusal(refused) == "purchase_voided"


def test_what_is_voided_counts_nothing_and_stays_with_its_reason(till: Till) -> None:
    bought = till.buy(100)
    with pytest.raises(Refused) as refused:
        till.purchases.void_purchase(bought, 1, " ", till.clinic.by())
    assert code_of(refused) == "reason: reason_missing"
    till.purchases.void_purchase(bought, 1, "登记错人", till.clinic.by())
    assert till.counted() == 0 and till.purchases.lines() == []
    (line,) = till.purchases.lines(PurchaseFilter(state=PurchaseState.VOIDED))
    assert (line.amount, line.counts, line.voided_why, line.state) == (10000, 0, "登记错人", PurchaseState.VOIDED)
    with pytest.raises(Refused) as refused:
        till.purchases.void_purchase(bought, 2, "再来一次", till.clinic.by())
    assert refusal(refused) == "purchase_voided"


def test_a_purchase_with_money_given_back_is_voided_only_after_its_refunds(till: Till) -> None:
    bought = till.buy(100)
    back = till.give_back(bought, 30)
    with pytest.raises(Refused) as refused:
        till.purchases.void_purchase(bought, 1, "登记错人", till.clinic.by())
    assert refusal(refused) == "purchase_has_refunds"
    till.purchases.void_purchase(back, 1, "没有退", till.clinic.by())
    assert till.purchases.purchase(bought).refunded == 0
    till.purchases.void_purchase(bought, 1, "登记错人", till.clinic.by())


def test_refunds_follow_the_day_and_the_customer_of_their_purchase(till: Till) -> None:
    bought = till.buy(100, date(2026, 1, 10))
    till.give_back(bought, 30, date(2026, 6, 1))
    other = till.clinic.add("李静")
    changed = till.draft(100, date(2026, 2, 10), customer_id=other, id=bought, revision=1)
    till.purchases.change_purchase(changed, till.clinic.by())
    assert till.counted() == 0
    assert [(line.counted_on, line.member_id) for line in till.purchases.lines()] == [(date(2026, 2, 10), other)] * 2
    with pytest.raises(Refused) as refused:
        till.purchases.change_purchase(till.draft(29, id=bought, revision=2), till.clinic.by())
    assert refusal(refused) == "purchase_below_refunds"
    with pytest.raises(Refused) as refused:
        till.purchases.change_purchase(till.draft(100, id=bought, revision=1), till.clinic.by())
    assert refusal(refused) == "stale"


def test_a_refund_is_corrected_within_what_is_left_without_itself(till: Till) -> None:
    bought = till.buy(100)
    back = till.give_back(bought, 30)
    changed = till.draft(100, refund=True, id=back, revision=1)
    till.purchases.change_purchase(changed, till.clinic.by())
    assert till.purchases.purchase(back).amount == -10000 and till.purchases.purchase(bought).left == 0
    with pytest.raises(Refused) as refused:
        till.purchases.change_purchase(replace(changed, amount=10001, revision=2), till.clinic.by())
    assert code_of(refused) == "reason: refund_over"


def test_what_a_merged_record_bought_counts_for_the_one_kept_until_they_are_separated(till: Till) -> None:
    till.buy(100)
    merged = till.clinic.add("单明霞")
    till.buy(50, customer_id=merged)
    assert till.counted() == 100
    till.clinic.members.merge_customers(till.customer, merged, "同一人", till.clinic.by())
    assert till.counted() == 150
    till.buy(7, customer_id=merged)
    assert till.counted() == 157
    assert till.purchases.total(PurchaseFilter(customer_id=till.customer)).count == 3
    till.clinic.members.unmerge(merged, "不是同一人", till.clinic.by())
    assert till.counted() == 100


def test_whose_sums_have_changed_is_told_inside_the_transaction(till: Till) -> None:
    told: list[frozenset[UUID]] = []
    till.purchases.tell_counted(lambda members, _by: told.append(members))
    bought = till.buy(100)
    other = till.clinic.add("李静")
    changed = till.draft(100, customer_id=other, id=bought, revision=1)
    till.purchases.change_purchase(changed, till.clinic.by())
    assert told == [frozenset({till.customer}), frozenset({till.customer, other})]

    def fail(_members: object, _by: object) -> None:
        raise Refused("stale")

    till.purchases.tell_counted(fail)
    with pytest.raises(Refused):
        till.buy(5)
    assert till.purchases.total().count == 1


@pytest.fixture
def filled(till: Till) -> Till:
    """Forty bills in two institutions, of three customers, with refunds among them."""
    random, people = Random(3), [till.customer, till.clinic.add("李静"), till.clinic.add("王小明")]
    kinds = list(PurchaseKind)
    with till.clinic.database.transaction():
        for at in range(40):
            till.buy(
                random.randrange(1, 30) * 10, TODAY - timedelta(days=random.randrange(20)), number=f"B-{at:03d}",
                customer_id=people[at % 3], kind=kinds[at % len(kinds)], refund=at % 5 == 4,
                institution_id=(till.clinic.home, till.clinic.other)[at % 2],
            )  # fmt: skip
    return till


@pytest.mark.parametrize("sort", ["day", "amount"])
@pytest.mark.parametrize("descending", [True, False])
def test_pages_hold_every_row_once_in_order(filled: Till, sort: str, descending: bool) -> None:
    found, after = [], None
    while page := filled.purchases.lines(after=after, limit=7, sort=sort, descending=descending):
        found += page
        after = (getattr(page[-1], sort), page[-1].id)
    pairs = [(getattr(line, sort), line.id) for line in found]
    assert pairs == sorted(pairs, reverse=descending) and len({line.id for line in found}) == 40


def test_every_filter_narrows_the_list_its_count_and_its_sums_alike(filled: Till) -> None:
    everything = filled.purchases.lines(limit=None)
    home, first = filled.clinic.home, TODAY - timedelta(days=9)
    last = TODAY - timedelta(days=2)
    for wanted, fits in (
        (PurchaseFilter(institution_id=home), lambda one: one.institution_id == home),
        (PurchaseFilter(kind=PurchaseKind.GOODS), lambda one: one.kind is PurchaseKind.GOODS),
        (PurchaseFilter(state=PurchaseState.REFUND), lambda one: one.amount < 0),
        (PurchaseFilter(state=PurchaseState.PAID), lambda one: one.amount > 0),
        (PurchaseFilter(first=first, last=last), lambda one: first <= one.day <= last),
        (PurchaseFilter(customer_id=filled.customer), lambda one: one.customer_id == filled.customer),
        (PurchaseFilter("b-01"), lambda one: one.number.startswith("B-01")),
        (PurchaseFilter("明霞"), lambda one: one.customer_id == filled.customer),
        (PurchaseFilter("nobody"), lambda one: False),
    ):  # fmt: skip
        found = filled.purchases.lines(wanted, limit=None)
        expected = [line for line in everything if fits(line)]
        assert found == expected, wanted
        total = filled.purchases.total(wanted)
        assert (total.count, total.net) == (len(expected), sum(line.amount for line in expected))


def test_the_list_is_written_with_money_as_numbers(filled: Till, tmp_path: Path) -> None:
    path = tmp_path / "消费.xlsx"
    assert filled.purchases.export(path, PurchaseFilter(), "zh") == 40
    sheet = read_sheet(path)
    amount = sheet.head.index("金额（元）")
    assert sum(float(row.cells[amount]) for row in sheet.rows) * 100 == filled.purchases.total().net
    assert "单明霞" not in str(sheet.rows)


def test_sums_of_a_window_are_read_from_the_covering_index(till: Till) -> None:
    if till.clinic.database.kind != "sqlite":
        return
    with till.clinic.database.reading() as connection:
        query = (
            "SELECT sum(counts) FROM purchases WHERE member_id = x'00' AND counted_on >= '2024' AND counted_on < '2026'"
        )
        plan = connection.execute(text(f"EXPLAIN QUERY PLAN {query}")).all()
    assert "COVERING INDEX ix_purchases_member_id_counted_on_counts" in str(plan)


def test_the_order_of_posting_does_not_matter_for_what_counts(till: Till) -> None:
    """Late ones count on their business day, whenever they are entered."""
    random = Random(11)
    bills = [(random.randrange(1, 60), TODAY - timedelta(days=random.randrange(60))) for _ in range(12)]
    with till.clinic.database.transaction():
        for yuan, day in bills:
            till.buy(yuan, day)
    first = [till.counted(TODAY - timedelta(days=at), TODAY) for at in range(0, 60, 7)]
    other = till.clinic.add("李静")
    random.shuffle(bills)
    with till.clinic.database.transaction():
        for yuan, day in bills:
            till.buy(yuan, day, customer_id=other)
    till.customer = other
    assert [till.counted(TODAY - timedelta(days=at), TODAY) for at in range(0, 60, 7)] == first


def test_numbers_of_bills_are_read_at_a_glance() -> None:
    assert number_of_bill("BJC", 2026, 12) == "XF-BJC-2026-000012"
