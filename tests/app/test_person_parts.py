"""What the parts above members hold about a person: handed over with the copy, and reason enough not to erase yet."""

from __future__ import annotations

import pytest
from tests.complaints.house import House, a_house

from qualitydesk.app.person_parts import OPEN_CASE, matters_of, tier_of, why_not_erased
from qualitydesk.basics.changes import By
from qualitydesk.basics.clock import FixedClock
from qualitydesk.basics.ids import new_id
from qualitydesk.complaints.model import Channel, Party, Step
from qualitydesk.complaints.model.wishes import WishDraft
from qualitydesk.complaints.service import Wishes
from qualitydesk.members.model import CustomerDraft, CustomerLine
from qualitydesk.members.model.tiers import TierLine
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


def test_the_card_tells_the_tier_and_what_it_brings() -> None:
    member = CustomerLine(new_id(), "GK000001", "王**", "", None, new_id(), "朝阳门诊", False, 1)

    def told(tier: str, language: str = "zh") -> tuple[str, list[str]]:
        return tier_of(TierLine(member, tier, tier, tier, 0, 0, 12, None, None, None, None, None), language)

    assert told("gold")[0] == "金卡" and "到院时在门口迎接" in told("gold")[1] and len(told("vip")[1]) == 4
    assert told("normal") == ("普通", []) and told("diamond") == ("diamond", []) and tier_of(None, "zh") == ("", [])
    assert told("silver", "en")[1] == ["Help with payment and renewal"]
