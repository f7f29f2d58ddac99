"""The rulebook in a database: adopted, published, asked by day; on both kinds."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID

import pytest
from sqlalchemy import Column, ForeignKey, MetaData, Table
from tests.rulebook.shipped_rules import changed

from qualitydesk.basics.changes import By, Change
from qualitydesk.basics.clock import FixedClock
from qualitydesk.basics.errors import Refused
from qualitydesk.basics.phrases import LANGUAGES, say
from qualitydesk.rulebook import store
from qualitydesk.rulebook.model import Column as LadderColumn
from qualitydesk.rulebook.model import Rule
from qualitydesk.rulebook.model.shapes import Right
from qualitydesk.rulebook.rules import ladder_edition
from qualitydesk.rulebook.rules.deciding import rights_of
from qualitydesk.rulebook.service import Rulebook
from qualitydesk.storage import audit
from qualitydesk.storage.base import Id
from qualitydesk.storage.database import Database

BY = By.alone(UUID(int=7))
TODAY = date(2026, 11, 21)
TOMORROW = date(2026, 11, 22)


@pytest.fixture
def rulebook(database: Database, clock: FixedClock) -> Rulebook:
    found = Rulebook(database, clock)
    found.adopt_shipped(BY)
    return found


def test_what_ships_is_adopted_once_and_covers_old_acts(database: Database, clock: FixedClock) -> None:
    rulebook = Rulebook(database, clock)
    done = rulebook.adopt_shipped(BY)
    assert {edition.rule for edition in done.value} == set(Rule)
    assert done.touched == {Change.RULEBOOK}
    again = rulebook.adopt_shipped(BY)
    assert (again.value, again.touched) == ((), frozenset())
    assert [edition.number for edition in rulebook.editions(Rule.LADDER)] == [1]
    assert rulebook.edition_on(Rule.LADDER, date(2015, 5, 5)).number == 1


def test_an_edition_comes_back_as_it_was_written(rulebook: Rulebook, clock: FixedClock) -> None:
    edition = rulebook.edition_on(Rule.LADDER, TODAY)
    assert edition.created_at == clock.now()
    assert edition.is_ours("counting.look_back_months")
    assert ladder_edition(edition).ladder.rung(LadderColumn.OWN_CHECKS, 3).sanction == "fine_under_observation"
    assert rulebook.edition(edition.id) == edition
    assert rulebook.edition(UUID(int=1)) is None


def test_a_new_edition_holds_from_its_day_and_leaves_the_old_one_alone(rulebook: Rulebook) -> None:
    first = rulebook.edition_on(Rule.LADDER, TODAY)
    values = changed(dict(first.values), {"counting.look_back_months": 24})
    done = rulebook.publish(Rule.LADDER, values, first.texts, TOMORROW, BY)
    assert (done.value.number, done.touched) == (2, {Change.RULEBOOK})
    assert rulebook.edition_on(Rule.LADDER, TODAY) == first
    second = rulebook.edition_on(Rule.LADDER, TOMORROW)
    assert second == done.value
    assert not second.is_ours("counting.look_back_months")
    assert second.is_ours("counting.same_round")
    assert rulebook.editions(Rule.LADDER) == (first, second)


def test_an_edition_is_refused_in_the_past_or_before_the_last_one(rulebook: Rulebook, clock: FixedClock) -> None:
    first = rulebook.edition_on(Rule.APPEAL, TODAY)
    rulebook.publish(Rule.APPEAL, {"days": 10}, first.texts, TOMORROW, BY)
    for day, code in ((TODAY - timedelta(days=1), "effective_in_past"), (TOMORROW, "effective_not_later")):
        with pytest.raises(Refused) as caught:
            rulebook.publish(Rule.APPEAL, {"days": 5}, first.texts, day, BY)
        assert [(one.field, one.code) for one in caught.value.problems] == [("effective_from", code)]
    assert len(rulebook.editions(Rule.APPEAL)) == 2


def test_today_is_the_day_on_the_wall(database: Database, clock: FixedClock) -> None:
    clock.advance(timedelta(hours=15))  # one in the morning of the 22nd in Shanghai, still the 21st in UTC
    rulebook = Rulebook(database, clock)
    rulebook.adopt_shipped(BY)
    texts = rulebook.edition_on(Rule.APPEAL, TODAY).texts
    with pytest.raises(Refused):
        rulebook.publish(Rule.APPEAL, {"days": 5}, texts, TODAY, BY)
    assert rulebook.publish(Rule.APPEAL, {"days": 5}, texts, TOMORROW, BY).value.number == 2


def test_values_that_do_not_hold_are_refused_by_path(rulebook: Rulebook) -> None:
    texts = rulebook.edition_on(Rule.APPEAL, TODAY).texts
    with pytest.raises(Refused) as caught:
        rulebook.publish(Rule.APPEAL, {"days": "a week"}, texts, TOMORROW, BY)
    assert [one.field for one in caught.value.problems] == ["days"]


def test_a_rule_without_an_edition_on_that_day_is_refused_with_a_sentence(
    database: Database, clock: FixedClock
) -> None:
    with pytest.raises(Refused) as caught:
        Rulebook(database, clock).edition_on(Rule.LADDER, TODAY)
    for language in LANGUAGES:
        assert "2026-11-21" in say(language, f"refused.{caught.value.code}", **caught.value.words)


def test_a_rule_that_did_not_ship_cannot_be_published(rulebook: Rulebook) -> None:
    with pytest.raises(Refused) as caught:
        rulebook.publish("lottery", {}, {}, TOMORROW, BY)
    assert caught.value.problems[0].code == "rule_unknown"


def test_the_first_edition_may_be_published_where_nothing_was_adopted(database: Database, clock: FixedClock) -> None:
    texts = {"zh": {"title": "申诉"}, "en": {"title": "Appeals"}}
    edition = Rulebook(database, clock).publish(Rule.APPEAL, {"days": 5}, texts, TODAY, BY).value
    assert (edition.number, edition.ours) == (1, ())


def test_adoption_and_notice_are_facts_about_an_edition(rulebook: Rulebook) -> None:
    edition = rulebook.edition_on(Rule.LADDER, TODAY)
    told = rulebook.record_adoption(edition, date(2026, 10, 8), date(2026, 10, 20), BY).value
    assert rulebook.edition(edition.id) == told
    assert (told.adopted_on, told.notified_on, told.values) == (date(2026, 10, 8), date(2026, 10, 20), edition.values)
    with pytest.raises(Refused) as caught:
        rulebook.record_adoption(edition, None, None, BY)
    assert caught.value.code == "stale"


def test_every_change_stands_in_the_audit_chain(rulebook: Rulebook, database: Database) -> None:
    edition = rulebook.edition_on(Rule.APPEAL, TODAY)
    rulebook.record_adoption(edition, TODAY, None, BY)
    with database.reading() as connection:
        entries = audit.history(connection, "rule", edition.id)
    assert [entry.verb for entry in entries] == ["adopt_rule", "record_adoption"]
    assert audit.check(database).broken_at is None


def test_who_decided_and_why_stand_beside_an_edition(rulebook: Rulebook) -> None:
    first = rulebook.edition_on(Rule.APPEAL, TODAY)
    values = {**first.values, "days": 10}
    made = rulebook.publish(Rule.APPEAL, values, first.texts, TOMORROW, BY, reason=" 职代会意见 ", seen=first.id).value
    rulebook.record_adoption(made, TODAY, None, BY, "申诉办法（2026）")
    line = rulebook.line(Rule.APPEAL)
    note = line.notes[made.id]
    assert (note.decided_by, note.reason, note.document) == (UUID(int=7), "职代会意见", "申诉办法（2026）")
    assert (line.in_force(TODAY), line.newest) == (first, line.editions[-1])
    waiting = line.waiting(TODAY)
    assert waiting is not None and waiting.number == 2
    assert [one.rule for one in rulebook.overview()] == list(Rule)


def test_an_edition_that_changes_nothing_is_not_published(rulebook: Rulebook) -> None:
    first = rulebook.edition_on(Rule.LADDER, TODAY)
    with pytest.raises(Refused) as caught:
        rulebook.publish(Rule.LADDER, dict(first.values), first.texts, TOMORROW, BY)
    assert caught.value.code == "edition_same"
    assert len(rulebook.editions(Rule.LADDER)) == 1


def test_somebody_elses_edition_meanwhile_is_told(rulebook: Rulebook) -> None:
    first = rulebook.edition_on(Rule.APPEAL, TODAY)
    rulebook.publish(Rule.APPEAL, {**first.values, "days": 9}, first.texts, TOMORROW, BY, seen=first.id)
    later = TOMORROW + timedelta(days=1)
    with pytest.raises(Refused) as caught:
        rulebook.publish(Rule.APPEAL, {**first.values, "days": 5}, first.texts, later, BY, seen=first.id)
    assert caught.value.code == "stale"


def test_an_edition_is_called_back_before_its_day_and_its_number_is_not_given_again(rulebook: Rulebook) -> None:
    first = rulebook.edition_on(Rule.APPEAL, TODAY)
    second = rulebook.publish(Rule.APPEAL, {**first.values, "days": 9}, first.texts, TOMORROW, BY).value
    with pytest.raises(Refused):
        rulebook.call_back_edition(second, " ", BY)
    rulebook.call_back_edition(second, "董事会暂缓", BY)
    line = rulebook.line(Rule.APPEAL)
    assert line.editions == (first,)
    assert [(one.number, one.effective_from, one.reason) for one in line.called_back] == [(2, TOMORROW, "董事会暂缓")]
    third = rulebook.publish(Rule.APPEAL, {**first.values, "days": 5}, first.texts, TOMORROW, BY).value
    assert third.number == 3
    with pytest.raises(Refused) as caught:
        rulebook.call_back_edition(second, "再撤", BY)
    assert caught.value.code == "stale"


def test_an_edition_in_force_is_not_called_back(rulebook: Rulebook, clock: FixedClock) -> None:
    first = rulebook.edition_on(Rule.APPEAL, TODAY)
    second = rulebook.publish(Rule.APPEAL, {**first.values, "days": 9}, first.texts, TOMORROW, BY).value
    clock.advance(timedelta(days=1))
    for edition in (first, second):
        with pytest.raises(Refused) as caught:
            rulebook.call_back_edition(edition, "改主意", BY)
        assert caught.value.code == "edition_in_force"
    assert len(rulebook.editions(Rule.APPEAL)) == 2


def test_an_edition_something_refers_to_is_not_called_back(rulebook: Rulebook, database: Database) -> None:
    first = rulebook.edition_on(Rule.APPEAL, TODAY)
    second = rulebook.publish(Rule.APPEAL, {**first.values, "days": 9}, first.texts, TOMORROW, BY).value
    beside = MetaData()
    store.rule_editions.to_metadata(beside)
    signed = Table("signed", beside, Column("edition_id", Id, ForeignKey("rule_editions.id")))
    with database.transaction() as connection:
        signed.create(connection)
        connection.execute(signed.insert().values(edition_id=second.id))
    with pytest.raises(Refused) as caught:
        rulebook.call_back_edition(second, "暂缓", BY)
    assert caught.value.code == "edition_cited"
    assert rulebook.line(Rule.APPEAL).called_back == ()
    assert len(rulebook.editions(Rule.APPEAL)) == 2


def two_people(rulebook: Rulebook) -> None:
    """From today on whoever writes an edition does not decide on it."""
    first = rulebook.edition_on(Rule.APPROVAL, TODAY)
    rulebook.publish(Rule.APPROVAL, {**first.values, "publish_second": True}, first.texts, TODAY, BY)


def test_where_the_approval_asks_for_a_second_person_the_writer_does_not_decide_on_an_edition(
    rulebook: Rulebook,
) -> None:
    two_people(rulebook)
    first = rulebook.edition_on(Rule.APPEAL, TODAY)
    with pytest.raises(Refused) as caught:
        rulebook.publish(Rule.APPEAL, {"days": 10}, first.texts, TOMORROW, BY)
    assert [(one.field, one.code) for one in caught.value.problems] == [("decided_by", "edition_by_writer")]
    assert len(rulebook.editions(Rule.APPEAL)) == 1
    other = By(UUID(int=99), BY.entered_by)
    second = rulebook.publish(Rule.APPEAL, {"days": 10}, first.texts, TOMORROW, other).value
    with pytest.raises(Refused) as caught:
        rulebook.call_back_edition(second, "误发", BY)
    assert [one.code for one in caught.value.problems] == ["edition_by_writer"]
    rulebook.call_back_edition(second, "误发", other)


def test_who_publishes_is_a_row_of_the_table_of_rights(rulebook: Rulebook) -> None:
    def right() -> Right:
        editions = {rule: rulebook.edition_on(rule, TODAY) for rule in Rule}
        return next(one for one in rights_of(editions) if one.key == "publish_rule")

    assert right().second == ()
    two_people(rulebook)
    assert right().second == (("right.second.not_writer", {}),)
