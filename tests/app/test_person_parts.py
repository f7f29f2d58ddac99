"""What the parts above members hold about a person: handed over with the copy, and reason enough not to erase yet."""

from __future__ import annotations

import pytest
from tests.complaints.house import House, a_house

from qualitydesk.app.person_parts import OPEN_CASE, matters_of, why_not_erased
from qualitydesk.basics.changes import By
from qualitydesk.basics.clock import FixedClock
from qualitydesk.complaints.model import Channel, Party, Step
from qualitydesk.complaints.model.wishes import WishDraft
from qualitydesk.complaints.service import Wishes
from qualitydesk.members.model import CustomerDraft
from qualitydesk.storage.database import Database


@pytest.fixture
def house(database: Database, clock: FixedClock) -> House:
    """Once on each database."""
    return a_house(database, clock)


def test_cases_and_wishes_go_with_the_copy_of_everything(house: House, database: Database) -> None:
    members, by = house.members, By.alone(house.me)
    home = house.group.institution
    customer, other = (
        members.add_customer(CustomerDraft(name=name, institution_id=home), by).value for name in ("王秀英", "王秀瑛")
    )
    members.merge_customers(customer, other, "同一人", by)
    house.open(complainant=Party("王秀瑛", None, "13812345678", other))
    house.open(narrative="别人的事")
    wishes = Wishes(database, house.clock, house.group.directory, members)
    draft = WishDraft(
        party=Party("王秀英", customer_id=customer), channel=Channel.TELEPHONE, words="希望增加饮水机",
        institution_id=home,
    )  # fmt: skip
    wishes.log(draft, by)
    for language in ("zh", "en"):
        cases, wished = matters_of(house.complaints, wishes, (customer, other), language)
        assert len(cases.rows) == len(wished.rows) == 1  # each once, under whichever record
        assert "导医态度生硬" in repr(cases.rows) and "饮水机" in repr(wished.rows) and "别人" not in repr(cases.rows)
        assert all(len(row) == len(cases.head) for row in (*cases.rows, *wished.rows))


def test_an_open_case_keeps_her_from_being_erased(house: House) -> None:
    by = By.alone(house.me)
    draft = CustomerDraft(name="王秀英", institution_id=house.group.institution)
    customer = house.members.add_customer(draft, by).value
    assert why_not_erased(house.complaints, (customer,)) is None
    case_id = house.open(complainant=Party("王秀英", None, "13812345678", customer))
    assert why_not_erased(house.complaints, (customer,)) == OPEN_CASE
    house.drive(case_id, Step.HANDLED)
    assert why_not_erased(house.complaints, (customer,)) is None
