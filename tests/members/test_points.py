"""Points, gifts and benefits: what bills earn, which lots pay, when they expire; stock; what a year grants."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from random import Random
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.members.conftest import Clinic
from tests.members.test_members import refusal, verbs_of
from tests.members.test_purchases import TODAY, Till

from qualitydesk.basics.errors import Refused
from qualitydesk.members.model.points import Account, GiftDraft, MoveKind, PointEntry, PointKind
from qualitydesk.members.model.purchases import PurchaseKind
from qualitydesk.members.rules.points import account_on, expires_on, points_for, short_of
from qualitydesk.members.rules.records import CUSTOMER_RECORD
from qualitydesk.members.service import Benefits, MemberPoints
from qualitydesk.rulebook.service import Rulebook

START = date(2026, 1, 1)


class Shop(Till):
    """A till with points, gifts and benefits."""

    def __init__(self, clinic: Clinic) -> None:
        super().__init__(clinic)
        rulebook = Rulebook(clinic.database, clinic.clock)
        rulebook.adopt_shipped(clinic.by())
        self.points = MemberPoints(clinic.database, clinic.clock, clinic.directory, rulebook)
        self.benefits = Benefits(clinic.database, clinic.clock, clinic.directory, rulebook)
        self.rulebook = rulebook

    def gift(self, name: str = "茶杯", points: int = 10, stock: int = 3) -> UUID:
        gift = self.points.save_gift(GiftDraft(name, points), self.clinic.by()).value
        if stock:
            self.points.take_in(gift, stock, "采购", self.clinic.by())
        return gift

    def stock(self, gift: UUID) -> int:
        return next(one.stock for one in self.points.gifts() if one.id == gift)

    def balance(self, day: date | None = None) -> int:
        return self.points.account(self.customer, day).balance

    def redeem(self, gift: UUID, quantity: int = 1) -> UUID:
        return self.points.redeem(self.customer, gift, quantity, self.clinic.by()).value


@pytest.fixture
def shop(clinic: Clinic) -> Shop:
    return Shop(clinic)


def test_every_whole_hundred_yuan_of_an_earning_kind_is_a_point_refunds_taken_off(shop: Shop) -> None:
    bought = shop.buy(1299.99, date(2026, 3, 1))
    shop.buy(5000, date(2026, 3, 2), kind=PurchaseKind.PREPAYMENT)
    assert shop.balance() == 12
    shop.give_back(bought, 100)
    assert shop.balance() == 11
    shop.purchases.void_purchase(shop.buy(700), 1, "登记错人", shop.clinic.by())
    assert shop.balance() == 11
    account = shop.points.account(shop.customer)
    assert [(line.entry.kind, line.entry.points, line.balance) for line in account.lines] == [
        (PointKind.EARNED, 11, 11)
    ]
    assert account.next_expiry == (date(2028, 3, 1), 11)


def test_points_are_good_until_the_day_before_they_expire(shop: Shop) -> None:
    shop.buy(1000, date(2024, 11, 21))
    shop.buy(500, date(2024, 11, 22))
    assert shop.balance(date(2026, 11, 20)) == 15 and shop.balance(date(2026, 11, 21)) == 5
    assert shop.balance(date(2026, 11, 22)) == 0
    lines = shop.points.account(shop.customer, date(2026, 11, 22)).lines
    assert [(line.entry.day, line.entry.kind, line.balance) for line in lines[2:]] == [
        (date(2026, 11, 21), PointKind.EXPIRED, 5), (date(2026, 11, 22), PointKind.EXPIRED, 0),
    ]  # fmt: skip


def test_gifts_go_out_of_stock_for_points_the_oldest_first(shop: Shop) -> None:
    gift = shop.gift(points=8, stock=3)
    shop.buy(1000, date(2026, 2, 1))
    shop.buy(2000, date(2026, 5, 1))
    shop.redeem(gift, 2)
    account = shop.points.account(shop.customer)
    assert [(lot.day, lot.left) for lot in account.lots] == [(date(2026, 5, 1), 14)]
    assert account.balance == 14 and shop.stock(gift) == 1
    assert account.lines[-1].entry.about == "茶杯 × 2"
    with pytest.raises(Refused) as refused:
        shop.redeem(gift, 2)
    assert refusal(refused) == "gift_stock"
    dear = shop.gift("礼盒", 15)
    with pytest.raises(Refused) as refused:
        shop.redeem(dear)
    assert refusal(refused) == "points_short" and shop.balance() == 14 and shop.stock(dear) == 3
    assert verbs_of(shop.clinic, shop.customer) == ["add_customer", "redeem_points"]


def test_a_redemption_is_undone_with_its_points_and_its_piece(shop: Shop) -> None:
    gift = shop.gift(points=8)
    shop.buy(1000)
    entry = shop.redeem(gift)
    shop.points.undo_redemption(entry, "杯口破损", shop.clinic.by())
    assert (shop.balance(), shop.stock(gift)) == (10, 3)
    (known,) = shop.points.gifts()
    assert known.redeemed == 0
    with pytest.raises(Refused) as refused:
        shop.points.undo_redemption(entry, "再来", shop.clinic.by())
    assert refusal(refused) == "entry_undone"


def test_money_that_came_back_after_the_points_were_spent_leaves_nothing_owed(shop: Shop) -> None:
    gift = shop.gift(points=10)
    bought = shop.buy(1000, date(2026, 3, 1))
    shop.redeem(gift)
    shop.give_back(bought, 600)
    account = shop.points.account(shop.customer)
    assert account.balance == 0 and account.lines[-1].short == 6
    shop.clinic.clock.advance(timedelta(days=1))
    shop.buy(500, TODAY + timedelta(days=1))
    assert shop.balance() == 5


def test_points_are_adjusted_with_a_reason(shop: Shop) -> None:
    shop.points.adjust(shop.customer, 7, "周年赠送", shop.clinic.by())
    assert shop.points.account(shop.customer).next_expiry == (date(2028, 11, 21), 7)
    shop.points.adjust(shop.customer, -3, "录入有误", shop.clinic.by())
    assert shop.balance() == 4
    for points, why, code in ((-5, "多扣", "points_short"), (0, "零", "draft"), (5, " ", "draft")):
        with pytest.raises(Refused) as refused:
            shop.points.adjust(shop.customer, points, why, shop.clinic.by())
        assert refusal(refused) == code


def test_points_of_a_merged_record_count_for_the_one_kept(shop: Shop) -> None:
    merged = shop.clinic.add("单明霞")
    shop.buy(300, customer_id=merged)
    shop.points.adjust(merged, 2, "赠送", shop.clinic.by())
    shop.clinic.members.merge_customers(shop.customer, merged, "同一人", shop.clinic.by())
    assert shop.balance() == shop.points.account(merged).balance == 5


def test_a_tier_that_does_not_redeem_is_told_so(shop: Shop) -> None:
    clinic = shop.clinic
    gift = shop.gift()
    shop.buy(5000)
    points = MemberPoints(clinic.database, clinic.clock, clinic.directory, shop.rulebook, lambda _one: "normal")
    with pytest.raises(Refused) as refused:
        points.redeem(shop.customer, gift, 1, clinic.by())
    assert refusal(refused) == "tier_without_points"


def test_stock_comes_in_is_counted_and_is_never_below_nothing(shop: Shop) -> None:
    gift = shop.gift(stock=0)
    shop.buy(5000)
    with pytest.raises(Refused) as refused:
        shop.redeem(gift)
    assert refusal(refused) == "gift_stock"
    shop.points.take_in(gift, 5, "采购", shop.clinic.by())
    shop.points.count_stock(gift, 4, "盘亏一件", shop.clinic.by())
    shop.redeem(gift, 4)
    assert shop.stock(gift) == 0
    kinds = [(move.kind, move.quantity) for move in shop.points.moves(gift)]
    assert sorted(kinds) == sorted([(MoveKind.REDEEMED, -4), (MoveKind.COUNTED, -1), (MoveKind.CAME_IN, 5)])
    for bad in (
        lambda: shop.points.take_in(gift, 0, "", shop.clinic.by()),
        lambda: shop.points.count_stock(gift, -1, "x", shop.clinic.by()),
    ):
        with pytest.raises(Refused):
            bad()


def test_gifts_have_a_name_of_their_own_and_a_price(shop: Shop) -> None:
    gift = shop.gift("茶杯")
    for draft in (GiftDraft("茶杯", 5), GiftDraft("", 5), GiftDraft("伞", 0), GiftDraft("伞", None)):
        with pytest.raises(Refused) as refused:
            shop.points.save_gift(draft, shop.clinic.by())
        assert refusal(refused) == "draft"
    shop.points.save_gift(GiftDraft("茶杯", 12, active=False, id=gift, revision=1), shop.clinic.by())
    assert shop.points.gifts(active_only=True) == [] and shop.points.gifts()[0].points == 12


def test_a_year_grants_what_the_tier_has_and_a_higher_one_tops_up(shop: Shop) -> None:
    by = shop.clinic.by()
    assert shop.benefits.grant_year(shop.customer, "gold", by).value == 2
    assert shop.benefits.grant_year(shop.customer, "gold", by).value == 0
    assert shop.benefits.grant_year(shop.customer, "vip", by).value == 5
    granted = {one.benefit: one.times for one in shop.benefits.of_year(shop.customer)}
    assert granted == {
        "birthday_gift": 1, "dental_cleaning": 1, "event": 2, "health_check": 1, "meeting": 1, "visit": 2,
    }  # fmt: skip
    assert shop.benefits.grant_year(shop.customer, "gold", by).value == 0
    assert shop.benefits.of_year(shop.customer, 2027) == []
    with pytest.raises(Refused) as refused:
        shop.benefits.grant_year(shop.customer, "normal", by)
    assert refusal(refused) == "tier_without_benefits"


def test_another_tier_s_benefits_want_a_reason_and_her_own_do_not(shop: Shop) -> None:
    clinic, by = shop.clinic, shop.clinic.by()
    benefits = Benefits(clinic.database, clinic.clock, clinic.directory, shop.rulebook, lambda _one: "gold")
    assert (benefits.offer(shop.customer).own, list(benefits.offer(shop.customer).tiers)) == ("gold", ["vip", "gold"])
    with pytest.raises(Refused) as refused:
        benefits.grant_year(shop.customer, "vip", by, reason=" ")
    assert [one.code for one in refused.value.problems] == ["reason_missing"]
    assert benefits.of_year(shop.customer) == []
    assert benefits.grant_year(shop.customer, "gold", by).value == 2
    assert benefits.grant_year(shop.customer, "vip", by, reason="总经理特批").value == 5
    (told, *_) = clinic.directory.records.lines(CUSTOMER_RECORD, shop.customer, "zh")
    assert ("理由", "总经理特批") in {(one.name, one.after) for one in told.told}


def test_benefits_granted_by_mistake_are_taken_back_and_what_was_used_stays(shop: Shop) -> None:
    by = shop.clinic.by()
    shop.benefits.grant_year(shop.customer, "vip", by)
    known = {one.benefit: one for one in shop.benefits.of_year(shop.customer)}
    shop.benefits.use(known["event"].id, TODAY, "春茶会", by)
    shop.benefits.use(known["meeting"].id, TODAY, "", by)
    with pytest.raises(Refused) as refused:
        shop.benefits.take_back([known["visit"].id], " ", by)
    assert refusal(refused) == "draft"
    with pytest.raises(Refused) as refused:
        shop.benefits.take_back([known["meeting"].id], "发错", by)
    assert refusal(refused) == "benefit_used_up"
    assert shop.benefits.take_back([one.id for one in known.values()], "发错等级", by).value == 5
    left = {one.benefit: (one.times, one.left) for one in shop.benefits.of_year(shop.customer)}
    assert left == {"event": (1, 0), "meeting": (1, 0)}
    (told, *_) = shop.clinic.directory.records.lines(CUSTOMER_RECORD, shop.customer, "zh")
    assert told.what == "收回误发的权益" and ("理由", "发错等级") in {(one.name, one.after) for one in told.told}
    assert shop.benefits.grant_year(shop.customer, "gold", by).value == 1  # the gift anew; the event was used


def test_a_benefit_is_used_on_a_day_of_its_year_until_none_is_left(shop: Shop) -> None:
    by = shop.clinic.by()
    shop.benefits.grant_year(shop.customer, "vip", by)
    check = next(one for one in shop.benefits.of_year(shop.customer) if one.benefit == "health_check")
    for day, problem in ((TODAY + timedelta(days=1), "day_in_future"), (date(2025, 12, 31), "benefit_other_year")):
        with pytest.raises(Refused) as refused:
            shop.benefits.use(check.id, day, "", by)
        assert [one.code for one in refused.value.problems] == [problem] and refusal(refused) == "draft"
    use = shop.benefits.use(check.id, date(2026, 6, 1), "和平医院体检", by).value
    after = next(one for one in shop.benefits.of_year(shop.customer) if one.id == check.id)
    assert after.left == 0 and [(one.day, one.by) for one in after.uses] == [(date(2026, 6, 1), "李敏")]
    with pytest.raises(Refused) as refused:
        shop.benefits.use(check.id, TODAY, "", by)
    assert refusal(refused) == "benefit_used_up"
    shop.benefits.undo_use(use, "改期", by)
    assert next(one for one in shop.benefits.of_year(shop.customer) if one.id == check.id).left == 1


@pytest.mark.parametrize(
    ("day", "months", "gone"),
    [
        (date(2024, 2, 29), 24, date(2026, 2, 28)),
        (date(2026, 8, 31), 6, date(2027, 2, 28)),
        (date(2026, 12, 31), 2, date(2027, 2, 28)),
        (date(2026, 1, 15), 12, date(2027, 1, 15)),
    ],
)
def test_the_day_of_expiry_is_cut_down_to_a_shorter_month(day: date, months: int, gone: date) -> None:
    assert expires_on(day, months) == gone


CAME = st.builds(
    lambda at, points, months, key: PointEntry(
        UUID(int=key), START + timedelta(days=at), PointKind.EARNED, points,
        expires_on=expires_on(START + timedelta(days=at), months),
    ),
    st.integers(0, 400), st.integers(1, 50), st.integers(1, 14), st.integers(1, 10**9),
)  # fmt: skip
WENT = st.builds(
    lambda at, points, key, back: PointEntry(
        UUID(int=key), START + timedelta(days=at), PointKind.TAKEN_BACK if back else PointKind.REDEEMED, -points
    ),
    st.integers(0, 500), st.integers(1, 60), st.integers(1, 10**9), st.booleans(),
)  # fmt: skip
ENTRIES = st.lists(st.one_of(CAME, WENT), max_size=14, unique_by=lambda one: one.id)
DAYS = st.integers(0, 900).map(lambda at: START + timedelta(days=at))


@given(ENTRIES, DAYS)
def test_the_balance_is_the_sum_of_the_lots_and_never_below_nothing(found: Sequence[PointEntry], day: date) -> None:
    account = account_on(found, day)
    assert account.balance == sum(lot.left for lot in account.lots) >= 0
    assert all(line.balance >= 0 for line in account.lines)
    assert all(0 < lot.left <= lot.points and lot.day <= day < lot.expires_on for lot in account.lots)
    came = sum(one.points for one in found if one.points > 0 and one.day <= day)
    went = sum(line.entry.points + line.short for line in account.lines if line.entry.points < 0)
    assert came + went == account.balance  # every point is accounted for
    assert account.lines == tuple(sorted(account.lines, key=lambda line: line.entry.day))


@given(ENTRIES, DAYS, st.randoms())
def test_the_order_of_posting_does_not_matter(found: list[PointEntry], day: date, random: Random) -> None:
    first = account_on(found, day)
    random.shuffle(found)
    assert account_on(found, day) == first


@given(ENTRIES, DAYS)
def test_an_account_of_a_day_is_not_changed_by_what_comes_later(found: list[PointEntry], day: date) -> None:
    assert account_on(found, day) == account_on([one for one in found if one.day <= day], day)


@given(st.lists(CAME, min_size=1, max_size=8, unique_by=lambda one: one.id), DAYS, st.integers(1, 60))
def test_points_that_are_not_short_can_be_taken_the_oldest_first(
    came: list[PointEntry], day: date, wanted: int
) -> None:
    before = account_on(came, day)
    taken = PointEntry(UUID(int=0), day, PointKind.REDEEMED, -wanted)
    assert (short_of(came, taken, day) == 0) == (wanted <= before.balance)
    after: Account = account_on([*came, taken], day)
    assert after.balance == max(0, before.balance - wanted)
    if after.lots and after.balance:
        kept = {(lot.day, lot.expires_on, lot.points): lot.left for lot in after.lots}
        youngest = max(before.lots, key=lambda lot: (lot.expires_on, lot.day))
        assert (youngest.day, youngest.expires_on, youngest.points) in kept


@given(CAME)
def test_a_lot_is_there_on_its_last_day_and_gone_on_the_next(entry: PointEntry) -> None:
    assert entry.expires_on is not None
    assert account_on([entry], entry.expires_on - timedelta(days=1)).balance == entry.points
    gone = account_on([entry], entry.expires_on)
    assert gone.balance == 0 and gone.lines[-1].entry.day == entry.expires_on


@given(st.integers(-(10**9), 10**12), st.integers(1, 10**6))
def test_points_are_whole_and_no_more_than_was_paid_for(fen: int, per_point: int) -> None:
    points = points_for(fen, per_point)
    assert 0 <= points * per_point <= max(0, fen) < (points + 1) * per_point or fen <= 0 == points


def test_a_spare_entry_changes_nothing() -> None:
    entry = PointEntry(UUID(int=1), START, PointKind.EARNED, 5, expires_on=START + timedelta(days=9))
    assert account_on([entry, replace(entry, id=UUID(int=2), points=0)], START).balance == 5
