"""What is erased of a member's purchases, points, tiers and contacts, and where a restricted one stands no longer, on
both databases."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import insert
from tests.members.conftest import Clinic
from tests.members.test_contacts import WEEKLY, Desk, a_friday, desk
from tests.members.test_points import Shop
from tests.members.test_privacy import every_word, privacy
from tests.members.test_purchases import TODAY
from tests.members.tiering import WAN, tills_of

from qualitydesk.basics.errors import Refused
from qualitydesk.members.model import CustomerFilter
from qualitydesk.members.model.privacy import RestrictDraft
from qualitydesk.members.model.profile import ConsentKind
from qualitydesk.members.model.purchases import PurchaseFilter
from qualitydesk.members.model.tiers import TierFilter
from qualitydesk.members.service import Privacy
from qualitydesk.members.service.holds import Holds
from qualitydesk.members.store.purchase_tables import customer_cards
from qualitydesk.storage import audit

__all__ = ["desk", "privacy"]
SECRETS = ("老王介绍", "王家司机代付", "重复录入老王", "老王喜欢", "老王寿辰", "总裁太太", "家中有丧", "K-SECRET")


def test_what_was_said_of_purchases_points_tiers_and_contacts_goes_and_the_chain_holds(
    clinic: Clinic, privacy: Privacy
) -> None:
    shop, tills = Shop(clinic), tills_of(clinic)
    who = shop.customer
    shop.buy(300_000, note="老王介绍")
    shop.give_back(shop.buy(10), 10, note="王家司机代付")
    shop.purchases.void_purchase(shop.buy(7), 1, "重复录入老王", clinic.by())
    shop.points.adjust(who, 100, "老王喜欢", clinic.by())
    tills.tiers.after_postings([who])
    tills.tiers.pin(who, "vip", "总裁太太", date(2027, 6, 1), clinic.by())
    shop.benefits.grant_year(who, "vip", clinic.by())
    shop.benefits.use(shop.benefits.of_year(who)[0].id, TODAY, "老王寿辰", clinic.by())
    Holds(clinic.database, clinic.clock).put(who, "家中有丧", clinic.by())
    with clinic.database.transaction() as connection:
        connection.execute(insert(customer_cards).values(number="K-SECRET", customer_id=who))
    before = every_word(clinic)
    assert [secret for secret in SECRETS if secret not in before] == []
    net = shop.purchases.total(PurchaseFilter(customer_id=who)).net
    assert privacy.erase(who, "本人要求", clinic.by()).value > 5
    left = every_word(clinic)
    assert [secret for secret in SECRETS if secret in left] == []
    assert audit.check(clinic.database).broken_at is None
    assert shop.purchases.total(PurchaseFilter(customer_id=who)).net == net  # sums and days stay
    assert all(move.reason == "" and not (move.basis and move.basis.counted) for move in tills.tiers.history(who))


def test_one_note_of_the_audit_names_all_that_was_emptied(clinic: Clinic, privacy: Privacy) -> None:
    shop = Shop(clinic)
    bought = shop.buy(100, note="老王介绍")
    privacy.erase(shop.customer, "本人要求", clinic.by())
    with clinic.database.reading() as connection:
        entries = audit.history(connection, "purchase", bought)
        notes = [one for one in audit.history(connection, "customer", shop.customer) if one.verb == audit.ERASE]
    assert [(one.verb, one.after) for one in entries] == [("record_purchase", None)] and entries[0].erased_at
    assert len(notes) == 1 and notes[0].after is not None and entries[0].seq in notes[0].after["entries"]


def test_who_is_restricted_is_left_out_of_lists_exports_and_proposals_but_found_by_number(
    clinic: Clinic, privacy: Privacy, tmp_path: Path
) -> None:
    shop, tills = Shop(clinic), tills_of(clinic)
    other = clinic.add("李静静")
    shop.buy(300_000)
    shop.buy(250_000, customer_id=other)
    tills.tiers.after_postings([shop.customer, other])
    tiers, purchases = tills.tiers, shop.purchases
    assert tiers.proposal_count() == 2 and purchases.total().count == 2
    privacy.restrict(RestrictDraft(shop.customer, "本人要求"), clinic.by())
    assert [one.id for one in tiers.lines()] == [other] == [move.member.id for move in tiers.proposals()]
    assert tiers.count() == tiers.proposal_count() == len(tiers.proposal_ids()) == 1
    assert [one.member.id for one in tiers.payers()] == [other]
    assert shop.customer not in [one.line.id for one in tiers.calls({"complaint": [shop.customer]})]
    assert [line.customer_id for line in purchases.lines()] == [other] and purchases.total().count == 1
    assert purchases.export(tmp_path / "x.csv", PurchaseFilter(), "zh") == 1
    assert tiers.export(tmp_path / "t.csv", TierFilter(), "zh") == 1
    number = clinic.members.customer(shop.customer).number
    assert [line.customer_id for line in purchases.lines(PurchaseFilter(number))] == [shop.customer]
    assert [line.id for line in clinic.members.lines(CustomerFilter(number))] == [shop.customer]
    assert [line.id for line in clinic.members.lines()] == [other]
    shown = clinic.members.sheet(shop.customer).limit
    assert shown is not None and shown.why == "本人要求"


def test_nothing_is_owed_to_who_is_restricted_and_no_number_is_handed_out(desk: Desk, privacy: Privacy) -> None:
    made = a_friday(desk)
    desk.said(made["戊"], ConsentKind.MESSAGES, True)
    privacy.restrict(RestrictDraft(made["甲"], "本人要求"), desk.clinic.by())
    privacy.restrict(RestrictDraft(made["戊"], "本人要求"), desk.clinic.by())
    today = desk.contacts.today()
    assert desk.personal() == []  # it is her birthday
    shown = {one.owed.member_id for one in desk.contacts.greeting_lines(WEEKLY, today)}
    assert shown == {made["乙"], made["丙"], made["丁"]}
    with pytest.raises(Refused, match="contact_nobody"):
        desk.contacts.hand_out("zh", "每周问候", desk.clinic.by(), greeting=WEEKLY)


def test_customers_are_listed_by_the_tier_they_hold(clinic: Clinic) -> None:
    tills = tills_of(clinic)
    names = {name: clinic.add(name) for name in ("甲一", "乙二", "丙三", "丁四")}
    for name, wan in (("乙二", 60), ("丙三", 120), ("丁四", 1)):
        tills.buy(names[name], wan * WAN)
    assert [line.tier for line in clinic.members.lines(sort="tier", descending=True)] == ["normal"] * 3 + [""]
    tills.confirm_all()
    first = clinic.members.lines(sort="tier", descending=True, limit=2)
    assert [(line.id, line.tier) for line in first] == [(names["丙三"], "vip"), (names["乙二"], "gold")]
    after = (first[-1].rank, first[-1].id)
    rest = clinic.members.lines(sort="tier", descending=True, after=after)
    assert [(line.id, line.tier) for line in rest] == [(names["丁四"], "normal"), (names["甲一"], "")]
    lowest = clinic.members.lines(sort="tier", descending=False)
    assert [line.id for line in lowest] == [one.id for one in reversed([*first, *rest])]


def test_a_surname_many_bear_finds_the_same_on_a_walk_as_gathered(
    clinic: Clinic, privacy: Privacy, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept, merged = clinic.add("李静"), clinic.add("王静静", "13900001111")
    clinic.members.merge_customers(kept, merged, "同一人", clinic.by())
    hidden = clinic.add("王隐隐")
    privacy.restrict(RestrictDraft(hidden, "本人要求"), clinic.by())
    for name in ("王一", "小王", "单于王", "赵二"):
        clinic.add(name)
    tills = tills_of(clinic)
    tills.buy(kept, WAN)

    def found() -> dict[str, list[object]]:
        texts = ("王", "静", "w", "wj", "1111", "13900", "GK000003", "没有")
        listed = {text: [line.id for line in clinic.members.lines(CustomerFilter(text))] for text in texts}
        tiers = {f"tier {text}": [line.id for line in tills.tiers.lines(TierFilter(text))] for text in texts}
        return {**listed, **tiers}  # type: ignore[dict-item]

    gathered = found()
    monkeypatch.setattr("qualitydesk.members.store.search._MANY", 0)
    assert found() == gathered
    assert gathered["王"][0] != hidden and kept in gathered["王"] and len(gathered["王"]) == 4
    assert gathered["GK000003"] == [hidden]
    for text in ("王", "静", "1111"):
        assert clinic.members.count(CustomerFilter(text)) == len(gathered[text])
