"""Whatever members write into the audit is told in words in both languages; nothing is "another act"."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.members.conftest import Clinic
from tests.members.test_points import Shop

import qualitydesk.members.service as service
from qualitydesk.basics.phrases import LANGUAGES, knows
from qualitydesk.members.rules.records import CUSTOMER_RECORD, GIFT_RECORD, PURCHASE_RECORD, RECORDS

_WRITERS = {"record": 3, "_audit": 2, "_tell": 0}  # and where the verb stands
_MADE = {"pin_tier", "unpin_tier"}  # f"{way}_tier"


def verbs_written() -> Iterator[str]:
    """Every verb that stands in the services: in a call that writes to the audit, or in what is called `verb`."""
    for path in Path(service.__file__).parent.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            parts: list[ast.expr] = []
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in _WRITERS:
                parts = list(node.args[_WRITERS[node.func.attr] :][:1])
            elif isinstance(node, ast.Assign) and any("verb" in ast.unparse(target) for target in node.targets):
                parts = [node.value]
            for part in parts:
                if isinstance(part, ast.Set):  # members told of, in another `_tell`
                    continue
                for one in ast.walk(part):
                    value = one.value if isinstance(one, ast.Constant) else None
                    if isinstance(value, str) and value.isidentifier() and not value.startswith("_"):
                        yield value
    yield from _MADE


def test_the_verbs_are_found_where_they_are_written() -> None:
    assert {"restrict", "import_purchases", "record_refund", "decline_tier", "export_person"} <= set(verbs_written())


@pytest.mark.parametrize("verb", sorted(set(verbs_written())))
def test_no_verb_of_members_lacks_its_words(verb: str) -> None:
    told = [one for one in RECORDS if verb in one.verbs]
    assert told, verb
    for one in told:
        for language in LANGUAGES:
            assert knows(language, one.verbs[verb]), (language, verb)


def test_every_field_has_its_words() -> None:
    for one in RECORDS:
        for language in LANGUAGES:
            assert [field.phrase for field in one.fields if not knows(language, field.phrase)] == [], one.name


def test_points_gifts_and_benefits_read_as_a_history(clinic: Clinic) -> None:
    shop = Shop(clinic)
    gift = shop.gift()
    shop.points.adjust(shop.customer, 100, "活动赠送", clinic.by())
    shop.points.redeem(shop.customer, gift, 2, clinic.by())
    read = clinic.directory.records.lines
    redeemed, adjusted = read(CUSTOMER_RECORD, shop.customer, "zh")[:2]
    assert (redeemed.what, adjusted.what) == ("积分兑换礼品", "手工调整积分")
    assert {(one.name, one.after) for one in adjusted.told} == {("积分", "100"), ("理由", "活动赠送")}
    assert ("礼品", "茶杯") in {(one.name, one.after) for one in redeemed.told}
    taken, added = read(GIFT_RECORD, gift, "en")
    assert (taken.what, added.what) == ("Gifts taken in", "Gift added")
    assert [(one.name, one.before, one.after) for one in taken.told] == [("In stock", "0", "3")]


def test_a_purchase_reads_as_a_history(clinic: Clinic) -> None:
    shop = Shop(clinic)
    bought = shop.buy(10_000)
    (line,) = clinic.directory.records.lines(PURCHASE_RECORD, bought, "zh")
    assert line.what == "登记消费"
    assert {"金额", "消费日期", "机构"} <= {one.name for one in line.told}
