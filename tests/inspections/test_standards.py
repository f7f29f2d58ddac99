"""Editions of packs: written, compared, switched on and off; rounds keep the editions they were begun with."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from tests.builders import Group, a_group, a_pack

from qualitydesk.basics.changes import By, Change
from qualitydesk.basics.clock import FixedClock
from qualitydesk.basics.errors import Refused
from qualitydesk.basics.phrases import say
from qualitydesk.inspections.model import AnswerKind, Given, Item, Limit, Pack, Verdict
from qualitydesk.inspections.model.editions import Course, Origin, PackDraft
from qualitydesk.inspections.rules.editions import behind, compare, meaning_changes, next_code, problems_in_pack
from qualitydesk.inspections.rules.searching import found_in
from qualitydesk.inspections.service import Standards
from qualitydesk.storage import audit
from qualitydesk.storage.database import Database


@pytest.fixture
def house(database: Database, clock: FixedClock) -> Group:
    made = a_group(database, clock)
    made.hire_many(1)
    made.standards.adopt_shipped(made.by())
    made.adopt(a_pack("walk", 4), "walk")
    return made


def newest(house: Group, code: str = "walk") -> Pack:
    return next(pack for pack in house.standards.all_packs() if pack.code == code)


def with_item(pack: Pack, number: int, **values: object) -> Pack:
    items = list(pack.items)
    items[number] = replace(items[number], **values)  # type: ignore[arg-type]
    return replace(pack, items=tuple(items))


def save(house: Group, pack: Pack, reason: str = "按季度复核调整") -> Pack:
    return house.standards.save_edition(PackDraft(pack, newest(house, pack.code).edition, reason), house.by()).value


def test_a_saved_draft_is_the_next_edition_with_who_when_and_why(house: Group, clock: FixedClock) -> None:
    clock.advance(timedelta(days=3))
    done = house.standards.save_edition(PackDraft(with_item(newest(house), 0, weight=3), 1, " 更看重 "), house.by())
    assert done.touched == {Change.STANDARDS} and done.value.edition == 2
    last, first = house.standards.editions("walk")
    assert (last.number, last.origin, last.reason, last.adopted_at) == (2, Origin.EDITED, "更看重", clock.now())
    assert (last.decided_by, last.entered_by) == (house.me, house.me)
    assert (first.number, first.origin, first.decided_by) == (1, Origin.SHIPPED, None)
    assert newest(house).items[0].weight == 3 and house.standards.pack("walk", 1).items[0].weight == 1
    assert audit.check(house.database).broken_at is None


def test_an_old_round_keeps_its_edition_and_a_new_one_takes_the_newest(house: Group) -> None:
    before = house.begin("walk")
    title = {"zh": "第一项要求已经改写", "en": "Item 1, worded anew"}
    save(house, with_item(newest(house), 0, title=title))
    after = house.begin("walk")
    assert house.walk(before).packs[0].items[0].title["zh"] == "第1项合格"
    assert house.walk(after).packs[0].items[0].title == title
    walk = house.walk(before)
    stop = walk.stops[0]
    house.rounds.record_answer(before, stop.id, walk.items[stop.id][0], Given(Verdict.FAIL), house.by())
    house.rounds.finish_round(before, house.by())
    result = house.rounds.result(before)
    assert result.walk.packs[0].edition == 1 and result.findings[0].item_code == "WALK-01"


def test_a_draft_from_an_older_edition_is_stale_and_changes_nothing(house: Group) -> None:
    save(house, with_item(newest(house), 0, weight=3))
    with pytest.raises(Refused, match="stale"):
        house.standards.save_edition(PackDraft(with_item(newest(house), 1, weight=5), 1, "迟了"), house.by())
    assert newest(house).edition == 2


def test_nothing_changed_makes_no_edition(house: Group) -> None:
    with pytest.raises(Refused, match="pack_unchanged"):
        save(house, newest(house))
    assert len(house.standards.editions("walk")) == 1


def test_a_faulty_draft_is_refused_with_every_problem_at_its_field(house: Group) -> None:
    pack = with_item(newest(house), 1, title={"zh": "只有中文", "en": ""}, kind=AnswerKind.MEASURED)
    with pytest.raises(Refused) as refused:
        house.standards.save_edition(PackDraft(replace(pack, minutes=0), 1, ""), house.by())
    fields = {problem.field: problem for problem in refused.value.problems}
    assert set(fields) == {"minutes", "items[2].title.en", "items[2].limit", "reason"}
    for problem in fields.values():
        for language in ("zh", "en"):
            assert "{" not in say(language, f"problem.{problem.code}", **problem.values)


def test_a_code_is_never_given_to_another_item(house: Group) -> None:
    pack = newest(house)
    retired = replace(pack, items=pack.items[1:], sections=dict(list(pack.sections.items())[1:]))
    save(house, retired)
    other = replace(pack.items[0], section="s1", kind=AnswerKind.SCALE)
    with pytest.raises(Refused) as refused:
        save(house, replace(retired, items=(*retired.items, other)))
    assert [problem.code for problem in refused.value.problems] == ["draft_code_taken"]
    with pytest.raises(Refused) as refused:
        save(house, replace(retired, items=(*retired.items, replace(pack.items[0], code="W-HAIR-05", section="s1"))))
    assert [problem.code for problem in refused.value.problems] == ["draft_code_taken"]
    assert save(house, replace(retired, items=(*retired.items, replace(pack.items[0], section="s1")))).edition == 3


def test_a_new_pack_is_offered_at_once_and_its_code_is_its_own(house: Group) -> None:
    pack = replace(newest(house), code="lobby", items=tuple(_renamed(one) for one in newest(house).items))
    assert house.standards.save_edition(PackDraft(pack, 0, "新增"), house.by()).value.edition == 1
    assert "lobby" in {one.code for one in house.standards.packs()}
    with pytest.raises(Refused) as refused:
        house.standards.save_edition(PackDraft(replace(pack, code="telephone"), 0, "新增"), house.by())
    assert "draft_pack_taken" in {problem.code for problem in refused.value.problems}


def _renamed(item: Item) -> Item:
    return replace(item, code=item.code.replace("WALK", "LOB"))


def test_a_switched_off_pack_is_not_offered_and_open_rounds_go_on(house: Group) -> None:
    open_round = house.begin("walk")
    house.standards.switch("walk", False, house.by())
    assert "walk" not in {pack.code for pack in house.standards.packs()}
    assert "walk" in {pack.code for pack in house.standards.all_packs()}
    walk = house.walk(open_round)
    stop = walk.stops[0]
    house.rounds.record_answer(open_round, stop.id, walk.items[stop.id][0], Given(Verdict.PASS), house.by())
    entries = audit.check(house.database).entries
    house.standards.switch("walk", False, house.by())
    assert audit.check(house.database).entries == entries
    house.standards.switch("walk", True, house.by())
    assert "walk" in {pack.code for pack in house.standards.packs()}
    assert audit.check(house.database).entries == entries + 1
    with pytest.raises(Refused, match="no_such_pack"):
        house.standards.switch("nothing", True, house.by())


def test_a_round_planned_with_a_pack_switched_off_meanwhile_is_refused_in_words(house: Group) -> None:
    house.standards.switch("walk", False, house.by())
    with pytest.raises(Refused) as refused:
        house.begin("walk")
    (problem,) = refused.value.problems
    assert (problem.field, problem.code, problem.values) == ("pack_codes", "pack_off", {"pack": "walk"})


def test_a_pack_that_ships_switched_off_is_offered_once_switched_on(house: Group) -> None:
    body = a_pack("bank", 2).replace("minutes = 3", "minutes = 3\noff = true")
    house.adopt(body, "bank")
    assert "bank" not in {pack.code for pack in house.standards.packs()}
    house.standards.switch("bank", True, house.by())
    assert "bank" in {pack.code for pack in house.standards.packs()}


def test_what_ships_never_replaces_what_the_group_has_written(house: Group) -> None:
    save(house, replace(newest(house, "telephone"), minutes=30))
    with house.database.transaction() as connection:
        connection.exec_driver_sql(
            "UPDATE pack_editions SET sha256 = 'x' WHERE code IN ('telephone', 'environment_hall')"
        )
    assert house.standards.lacks_shipped()
    assert house.standards.adopt_shipped(By.alone(house.me)).value == 1  # the hall: nobody had rewritten it
    assert [one.field for one in house.standards.comparison("telephone", 0, 3).facts] == ["minutes"]
    with pytest.raises(KeyError):
        house.standards.comparison("walk", 0, 1)
    assert newest(house, "telephone").minutes == 30 and newest(house, "environment_hall").edition == 2
    assert not house.standards.lacks_shipped()


def test_two_editions_are_compared_item_by_item(house: Group) -> None:
    old = newest(house)
    new = with_item(old, 1, weight=4, kind=AnswerKind.MEASURED, limit=Limit(None, 3, "min"))
    new = replace(
        new, minutes=9, items=(new.items[1], new.items[0], new.items[2], replace(new.items[3], code="WALK-09"))
    )
    found = compare(old, new)
    assert [(one.field, one.before, one.after) for one in found.facts] == [("minutes", 3, 9)]
    assert [(one.item.code, one.course) for one in found.items] == [
        ("WALK-02", Course.CHANGED), ("WALK-09", Course.ADDED), ("WALK-04", Course.REMOVED),
    ]  # fmt: skip
    changed = {one.field: (one.before, one.after) for one in found.items[0].fields}
    limit = {"high": 3, "unit": "min"}
    assert changed == {"kind": ("yes_no", "measured"), "limit": (None, limit), "weight": (1, 4)}
    assert found.moved and not found.same
    assert compare(old, old).same


def test_a_changed_meaning_under_the_same_code_is_noticed(house: Group) -> None:
    item = newest(house, "telephone").items[3]
    assert meaning_changes(item, item) == ()
    assert meaning_changes(item, replace(item, weight=1, why={"zh": "另", "en": "x"})) == ()
    assert meaning_changes(item, replace(item, limit=Limit(None, 5, "rings"))) == ("limit",)
    reworded = {"zh": "响到第四声之前就接起来", "en": "Answered before the fourth ring begins"}
    assert meaning_changes(item, replace(item, title=reworded)) == ()
    other = {"zh": "桌面整洁无杂物", "en": "The desk is tidy"}
    assert meaning_changes(item, replace(item, title=other)) == ("title",)


def test_a_text_changed_in_one_language_leaves_the_other_to_be_looked_at(house: Group) -> None:
    item = newest(house).items[0]
    one = replace(item, standard={**item.standard, "zh": "改写后的标准。"})
    assert behind(item, one) == ("standard.en",)
    both = replace(item, standard={"zh": "改写后的标准。", "en": "Worded anew."})
    assert behind(item, both) == () and behind(item, item) == () and behind(None, item) == ()


def test_a_proposed_code_was_never_used(house: Group) -> None:
    pack = newest(house)
    assert next_code(pack, "s0", house.standards.used()) == "WALK-05"
    shorter = replace(pack, items=pack.items[:3], sections=dict(list(pack.sections.items())[:3]))
    save(house, shorter)
    assert next_code(newest(house), "s0", house.standards.used()) == "WALK-05"
    assert next_code(replace(pack, code="guide_seven", items=()), "", ()) == "O-GS-01"


def test_every_problem_of_a_draft_has_its_words() -> None:
    nothing = {"zh": "", "en": ""}
    pack = Pack("", 1, nothing, nothing, "person", {}, (), minutes=0)  # type: ignore[arg-type]
    codes = {problem.code for problem in problems_in_pack(pack)}
    assert codes == {"draft_missing", "draft_no_items", "draft_not_between", "draft_not_table"}


def test_a_packs_text_is_read_once_in_a_program(house: Group) -> None:
    again = Standards(house.database, house.clock)
    for here, there in zip(house.standards.all_packs(), again.all_packs(), strict=True):
        assert here is there
    saved = save(house, replace(newest(house), minutes=9))
    assert newest(house).items is newest(house).items and newest(house).edition == saved.edition


def test_a_search_finds_by_title_standard_code_and_source_in_either_language(house: Group) -> None:
    packs = house.standards.all_packs()
    assert {hit.item.code for hit in found_in(packs, "T-RING")} == {"T-RING-01", "T-RING-02"}
    assert "E-FLOOR-01" in {hit.item.code for hit in found_in(packs, "wet floor sign")}
    assert {hit.pack.code for hit in found_in(packs, "000 §6.7")} == {"guide_seven_steps"}
    assert found_in(packs, "   ") == [] and found_in(packs, "没有这样的词") == []
