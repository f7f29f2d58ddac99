"""The many members of the sample: their number, their shares by spending, their refunds, and how long they take."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

import pytest
from tests.app.test_sample import NOW

from qualitydesk.app.bootstrap import Services, default_url, open_services
from qualitydesk.app.sample import WHOLE, SampleSize, fill
from qualitydesk.app.sample.members import HABITS, ManyMembers
from qualitydesk.app.sample.people import Staffed
from qualitydesk.basics.clock import FixedClock
from qualitydesk.basics.money import yuan
from qualitydesk.members.model.contacts import ContactState, Kept
from qualitydesk.members.model.purchases import PurchaseFilter, PurchaseLine, PurchaseState
from qualitydesk.rulebook.model.contacting import ContactWay

TODAY = date(2026, 11, 21)
COUNT = 1200


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Services, Staffed]]:
    """A short time of rounds, members in their tenth."""
    folder = tmp_path_factory.mktemp("members")
    services = open_services(default_url(folder), folder, clock=FixedClock(NOW))
    size = SampleSize(days=2, every=2, slips=0, customers=10, members=COUNT)
    with services.database.transaction():
        made = fill(services, language="zh", size=size)
    yield services, made
    services.close()


@pytest.fixture(scope="module")
def services(filled: tuple[Services, Staffed]) -> Services:
    return filled[0]


@pytest.fixture(scope="module")
def bills(services: Services) -> list[PurchaseLine]:
    return services.purchases.lines(limit=None)


def test_there_are_seven_or_eight_bills_for_each_member(services: Services, bills: list[PurchaseLine]) -> None:
    assert services.members.count() == COUNT + 10
    assert 7.0 < len(bills) / COUNT < 8.2
    assert WHOLE.members + WHOLE.customers == 12_000
    assert len({line.institution_id for line in bills}) == len(services.directory.institutions())
    assert all(line.day < TODAY and line.amount for line in bills)


def test_the_shares_by_spending_are_as_expected(bills: list[PurchaseLine]) -> None:
    def spent(months_days: int) -> Counter[object]:
        sums: Counter[object] = Counter()
        for line in bills:
            if line.counted_on >= TODAY - timedelta(days=months_days):
                sums[line.member_id] += line.counts
        return sums

    two_years, eighteen, year = spent(730), spent(548), spent(365)
    tiers = Counter(
        "A" if two_years[one] >= yuan(1_000_000)
        else "B" if eighteen[one] >= yuan(500_000)
        else "C" if year[one] >= yuan(200_000)
        else "D"
        for one in {line.member_id for line in bills}
    )  # fmt: skip
    share = {tier: 100 * count / COUNT for tier, count in tiers.items()}
    assert 1 <= share["A"] <= 2.2 and 5 <= share["B"] <= 8 and 20 <= share["C"] <= 30 and 60 <= share["D"] <= 75
    assert sum(one.share for one in HABITS) == 100


def test_refunds_are_linked_and_no_larger_than_their_purchase(bills: list[PurchaseLine]) -> None:
    known = {line.id: line for line in bills}
    back = [line for line in bills if line.refund]
    assert 0.01 < len(back) / len(bills) < 0.05
    for line in back:
        assert line.refund_of is not None
        bought = known[line.refund_of]
        assert line.counted_on == bought.day <= line.day and -line.amount <= bought.amount
        assert bought.refunded == -line.amount and bought.customer_id == line.customer_id


def test_members_are_found_by_name_and_telephone_and_some_names_are_rare(services: Services) -> None:
    (line,) = services.purchases.lines(limit=1)
    known = services.members.customer(line.customer_id)
    assert known.telephones[0].startswith("199000")
    assert known.id in {one.id for one in services.members.find(known.telephones[0])}
    assert known.number in {one.number for one in services.members.find(known.number)}
    names = [services.members.customer(one.id).name for one in services.members.lines(limit=None)]
    assert any(sign in name for name in names for sign in "𬱖㛃䶮喆赟翀燚骉垚犇")
    assert services.purchases.total(PurchaseFilter(state=PurchaseState.REFUND)).net < 0


def test_the_same_seed_brings_the_same_members(filled: tuple[Services, Staffed]) -> None:
    def drawn() -> list[object]:
        return [
            (one.name, one.telephones, one.added_at, [(bill.day, bill.number, bill.amount) for bill in one.bills])
            for one in ManyMembers(filled[0], Random(1), filled[1], "zh", NOW).members(60)
        ]

    assert drawn() == drawn()


def test_gifts_lie_in_stock_and_some_benefits_were_used(services: Services) -> None:
    gifts = services.member_points.gifts()
    assert len(gifts) >= 5 and any(one.redeemed for one in gifts) and all(one.stock >= 0 for one in gifts)
    spenders = [line.customer_id for line in services.purchases.lines(limit=60, sort="amount")]
    assert any(one.uses for customer in spenders for one in services.benefits.of_year(customer))


def test_members_are_kept_in_touch_with(services: Services) -> None:
    """The day is a Saturday: no call is asked for, those not made wait for the Monday."""
    found = services.contacts.day_list()
    assert {ContactState.OPEN, ContactState.DONE} >= {line.state for line in found.personal}
    assert {Kept.DECLINED, None} <= {line.kept for line in found.personal}
    monday = services.contacts.day_list(TODAY + timedelta(days=2))
    assert ContactWay.CALL in {line.owed.way for line in monday.personal if line.kept is None}
    friday = services.contacts.day_list(TODAY - timedelta(days=1))
    assert [(one.to_do, one.done > COUNT - 60) for one in friday.greetings] == [(0, True)]
