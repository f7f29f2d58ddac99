"""Tiers over a database: proposed at once, lowered at reviews, pinned, counted by statements equal to the evaluation
day by day."""

from __future__ import annotations

import tomllib
from datetime import date, timedelta
from random import Random

import pytest
from tests.members.conftest import Clinic
from tests.members.tiering import TODAY, WAN, Tills, tills_of

from qualitydesk.basics.errors import Refused
from qualitydesk.basics.places import shipped
from qualitydesk.members.model.tiers import MoveFilter, MoveState, TierFilter, Way
from qualitydesk.members.rules.tiers import rank_at
from qualitydesk.members.store import tier_moves, tier_rows, tier_sums
from qualitydesk.rulebook.rules import read_tiers
from qualitydesk.storage import audit

DAY = timedelta(days=1)


@pytest.fixture
def tills(clinic: Clinic) -> Tills:
    """Once on each database."""
    return tills_of(clinic)


def test_a_purchase_that_reaches_a_tier_proposes_it_at_once_with_the_calculation(tills: Tills) -> None:
    who = tills.member()
    tills.buy(who, 19 * WAN, TODAY - 100 * DAY)
    assert tills.open_moves() == [] and tills.tier(who) == "normal"
    tills.buy(who, 1 * WAN)
    (move,) = tills.open_moves()
    assert (move.way, move.from_tier, move.to_tier, move.on) == (Way.UP, "normal", "silver", TODAY)
    basis = move.basis
    assert basis is not None and (basis.level, basis.months, basis.amount) == ("silver", 12, 20 * WAN)
    assert (basis.evaluated_for, basis.window_from, basis.threshold) == (TODAY + DAY, date(2025, 11, 22), 20 * WAN)
    assert [(one.number, one.day, one.fen) for one in basis.counted] == [
        ("B00001", TODAY - 100 * DAY, 19 * WAN), ("B00002", TODAY, 1 * WAN),
    ]  # fmt: skip
    assert basis.edition.startswith("1 · ")
    assert tills.tier(who) == "normal" and tills.line(who).qualifies == "silver"  # a person has to confirm


def test_many_moves_written_at_once_are_as_those_written_one_by_one(
    tills: Tills, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tier_moves, "_MANY", 1)
    plain, silver, gold = (tills.member() for _ in range(3))
    for who, fen in ((plain, 19 * WAN), (silver, 20 * WAN), (gold, 50 * WAN)):
        tills.row(who, TODAY - DAY, fen)
    tills.tiers.evaluate_today()
    found = {move.member.id: move for move in tills.open_moves()}
    assert {who: (one.way, one.state, one.from_tier, one.to_tier) for who, one in found.items()} == {
        silver: (Way.UP, MoveState.OPEN, "normal", "silver"), gold: (Way.UP, MoveState.OPEN, "normal", "gold"),
    }  # fmt: skip
    basis = found[gold].basis
    assert basis is not None and [(one.day, one.fen) for one in basis.counted] == [(TODAY - DAY, 50 * WAN)]
    assert (found[gold].on, found[gold].decided_at, found[gold].reason) == (TODAY, None, "")
    tills.confirm_all()
    assert [tills.tier(who) for who in (plain, silver, gold)] == ["normal", "silver", "gold"]


def test_a_confirmed_tier_holds_from_its_day_with_its_guarantee_and_stands_in_history_and_audit(tills: Tills) -> None:
    who = tills.member()
    tills.buy(who, 100 * WAN)
    tills.clinic.clock.advance(3 * DAY)
    assert tills.tiers.confirm([tills.open_moves()[0].id], tills.by()).value == 1
    line = tills.line(who)
    assert (line.tier, line.guaranteed_until, line.proposed) == ("vip", date(2027, 11, 21), None)
    assert (line.next_tier, line.spent, line.threshold, line.missing) == ("vip", 100 * WAN, 100 * WAN, 0)
    (move,) = tills.tiers.history(who)
    assert (move.state, move.until, bool(move.decided_by)) == (MoveState.CONFIRMED, date(2027, 11, 21), True)
    with tills.clinic.database.reading() as connection:
        verbs = [one.verb for one in audit.history(connection, "customer", who)]
    assert "confirm_tier" in verbs
    with pytest.raises(Refused, match="stale"):
        tills.tiers.confirm([move.id], tills.by())


def test_a_declined_rise_comes_again_only_when_more_is_bought(tills: Tills) -> None:
    who = tills.member()
    tills.buy(who, 20 * WAN)
    with pytest.raises(Refused, match="draft"):
        tills.tiers.decline([tills.open_moves()[0].id], " ", tills.by())
    tills.tiers.decline([tills.open_moves()[0].id], "分期未付清", tills.by())
    tills.tiers.after_postings([who])
    assert tills.open_moves() == []
    tills.buy(who, 1)
    assert [one.to_tier for one in tills.open_moves()] == ["silver"]
    assert [one.reason for one in tills.in_state(MoveState.DECLINED)] == ["分期未付清"]


def test_more_spending_before_anybody_decided_proposes_the_higher_tier_instead(tills: Tills) -> None:
    who = tills.member()
    tills.buy(who, 20 * WAN)
    tills.buy(who, 30 * WAN)
    assert [one.to_tier for one in tills.open_moves()] == ["gold"]
    assert [one.to_tier for one in tills.in_state(MoveState.LAPSED)] == ["silver"]


def test_money_given_back_before_anybody_decided_takes_the_proposal_away(tills: Tills) -> None:
    who = tills.member()
    bought = tills.buy(who, 20 * WAN)
    tills.buy(who, -1, refund_of=bought)
    assert tills.open_moves() == [] and tills.line(who).qualifies == "normal"


def test_money_given_back_after_the_upgrade_lowers_nothing_before_guarantee_and_review(tills: Tills) -> None:
    who = tills.member()
    bought = tills.buy(who, 20 * WAN)
    tills.confirm_all()
    tills.buy(who, -20 * WAN, TODAY + 5 * DAY, refund_of=bought)
    assert tills.tier(who) == "silver" and tills.open_moves() == []
    tills.go_to(date(2027, 7, 1))
    assert tills.open_moves() == []  # kept by the guarantee till 21 November
    tills.go_to(date(2028, 1, 1))
    assert tills.open_moves() == [] and tills.line(who).grace_until == date(2028, 4, 1)
    tills.go_to(date(2028, 4, 1))
    (move,) = tills.open_moves()
    assert (move.way, move.to_tier, move.on) == (Way.DOWN, "normal", date(2028, 4, 1))
    assert move.basis is not None and (move.basis.level, move.basis.amount) == ("silver", 0)
    tills.confirm_all()
    assert tills.tier(who) == "normal"
    assert [one.way for one in tills.tiers.history(who)] == [Way.DOWN, Way.GRACE, Way.UP]


def test_a_refund_of_a_purchase_that_has_aged_out_wipes_out_nothing_else(tills: Tills) -> None:
    who = tills.member()
    old = tills.buy(who, 30 * WAN, TODAY - 400 * DAY)
    tills.buy(who, 20 * WAN, TODAY - 30 * DAY)
    tills.buy(who, -30 * WAN, refund_of=old)
    assert tills.line(who).spent == 20 * WAN and tills.line(who).qualifies == "silver"


def test_who_buys_again_in_grace_keeps_the_tier(tills: Tills) -> None:
    who = tills.member()
    tills.buy(who, 20 * WAN, TODAY - 1 * DAY)
    tills.confirm_all()
    tills.go_to(date(2028, 1, 1))
    assert tills.line(who).grace_until == date(2028, 4, 1)
    tills.buy(who, 20 * WAN)
    tills.go_to(date(2028, 4, 1))
    assert tills.open_moves() == [] and tills.line(who).grace_until is None
    assert tills.tiers.history(who)[0].way is Way.REGAINED


def test_a_review_nobody_opened_the_program_on_is_caught_up_with(tills: Tills) -> None:
    who = tills.member()
    tills.buy(who, 20 * WAN)
    tills.confirm_all()
    tills.go_to(date(2029, 6, 3))
    (move,) = tills.open_moves()
    assert (move.way, move.on) == (Way.DOWN, date(2029, 1, 1))  # the latest review; the first that failed was long ago
    assert [one.on for one in tills.tiers.history(who) if one.way is Way.GRACE] == [date(2028, 1, 1)]


def test_a_declined_fall_comes_again_at_the_next_review_only(tills: Tills) -> None:
    who = tills.member()
    tills.buy(who, 20 * WAN)
    tills.confirm_all()
    tills.go_to(date(2028, 4, 1))
    tills.tiers.decline(tills.tiers.proposal_ids(), "院长要求保留", tills.by())
    tills.go_to(date(2028, 6, 30))
    assert tills.open_moves() == []
    tills.go_to(date(2028, 7, 1))
    assert [one.way for one in tills.open_moves()] == [Way.DOWN]


def test_a_late_posting_counts_on_its_day_and_moves_the_tier_from_the_day_of_posting(tills: Tills) -> None:
    who = tills.member()
    tills.buy(who, 20 * WAN, TODAY - 20 * DAY)
    (move,) = tills.open_moves()
    assert move.on == TODAY and move.until == date(2027, 11, 21)


def test_a_pinned_tier_stays_whatever_is_spent_and_is_reviewed_on_its_end(tills: Tills) -> None:
    who = tills.member()
    tills.tiers.pin(who, "vip", "资产评估 5000 万元以上", date(2027, 3, 1), tills.by())
    assert (tills.tier(who), tills.line(who).pinned_until) == ("vip", date(2027, 3, 1))
    tills.go_to(date(2027, 1, 1))
    assert tills.open_moves() == []
    tills.go_to(date(2027, 3, 1))
    assert tills.line(who).pinned_until is None and tills.line(who).grace_until == date(2027, 6, 1)
    tills.go_to(date(2027, 6, 1))
    assert [(one.way, one.to_tier) for one in tills.open_moves()] == [(Way.DOWN, "normal")]


def test_the_end_of_a_pin_and_of_its_grace_are_caught_up_with(tills: Tills) -> None:
    who = tills.member()
    tills.tiers.pin(who, "vip", "资产评估", date(2027, 3, 1), tills.by())
    tills.go_to(date(2027, 6, 10))
    assert [(one.way, one.on) for one in tills.open_moves()] == [(Way.DOWN, date(2027, 6, 1))]


def test_pinning_takes_an_open_proposal_away_and_unpinning_proposes_the_rise_at_once(tills: Tills) -> None:
    who = tills.member()
    tills.buy(who, 50 * WAN)
    tills.tiers.pin(who, "silver", "本人要求", date(2027, 11, 1), tills.by())
    assert tills.open_moves() == [] and tills.tier(who) == "silver"
    tills.buy(who, 60 * WAN)
    assert tills.open_moves() == []
    tills.tiers.unpin(who, "本人收回要求", tills.by())
    assert [(one.way, one.to_tier) for one in tills.open_moves()] == [(Way.UP, "vip")]
    assert [one.way for one in tills.tiers.history(who)][1:3] == [Way.UNPIN, Way.PIN]
    with pytest.raises(Refused, match="tier_not_pinned"):
        tills.tiers.unpin(who, "again", tills.by())


def test_a_pin_without_tier_reason_or_end_is_refused_beside_its_fields(tills: Tills) -> None:
    who = tills.member()
    with pytest.raises(Refused) as refused:
        tills.tiers.pin(who, None, "", None, tills.by())
    assert [one.field for one in refused.value.problems] == ["tier", "reason", "until"]


def test_a_merge_moves_the_sums_and_a_separation_moves_them_back(tills: Tills) -> None:
    kept, other = tills.member("王小明"), tills.member("王晓明")
    tills.buy(kept, 12 * WAN)
    tills.buy(other, 8 * WAN)
    assert tills.open_moves() == []
    with tills.clinic.database.transaction():
        tills.clinic.members.merge_customers(kept, other, "同一人", tills.by())
        tills.move_purchases(other, kept)
    assert [(one.member.id, one.to_tier) for one in tills.open_moves()] == [(kept, "silver")]
    assert [one.id for one in tills.tiers.lines()] == [kept]
    assert tills.tiers.line(other) == tills.tiers.line(kept)


def test_many_are_confirmed_at_once_and_what_was_overtaken_is_left(tills: Tills) -> None:
    people = [tills.member(f"王{sign}") for sign in "甲乙丙"]
    bought = [tills.buy(one, 20 * WAN) for one in people]
    ids = tills.tiers.proposal_ids(MoveFilter(Way.UP))
    tills.buy(people[0], -1, refund_of=bought[0])
    assert tills.tiers.confirm(ids, tills.by()).value == 2
    assert [tills.tier(one) for one in people] == ["normal", "silver", "silver"]


def test_very_many_at_once_are_one_entry_of_the_audit_that_names_them(tills: Tills) -> None:
    people = [tills.member(f"王{at}") for at in range(22)]
    with tills.clinic.database.transaction():
        for one in people:
            tills.row(one, TODAY, 20 * WAN)
        tills.tiers.after_postings(people)
    before = audit.check(tills.clinic.database).entries
    assert tills.tiers.confirm(tills.tiers.proposal_ids(), tills.by()).value == 22
    assert audit.check(tills.clinic.database).entries == before + 1
    assert all(one.decided_by for one in tills.tiers.history(people[3]))
    assert {tills.tier(one) for one in people} == {"silver"}


def test_lists_are_narrowed_by_tier_institution_risk_and_search(tills: Tills) -> None:
    home, other = tills.clinic.home, tills.clinic.other
    gold, silver, plain = tills.member("金甲"), tills.member("银乙"), tills.member("普丙", institution_id=other)
    tills.buy(gold, 50 * WAN)
    tills.buy(silver, 20 * WAN, TODAY - 300 * DAY)
    tills.buy(plain, 100)
    tills.confirm_all()
    tiers = tills.tiers

    def ids(wanted: TierFilter) -> list[object]:
        assert tiers.count(wanted) == len(tiers.lines(wanted))
        return [one.id for one in tiers.lines(wanted)]

    assert ids(TierFilter(tier="gold")) == [gold] and ids(TierFilter(tier="silver")) == [silver]
    assert ids(TierFilter(institution_id=other)) == [plain] and len(ids(TierFilter(institution_id=home))) == 2
    assert ids(TierFilter(text="银")) == [silver] and ids(TierFilter(text="jj", tier="gold")) == [gold]
    assert ids(TierFilter(at_risk=True)) == []
    tills.tiers.pin(silver, "silver", "x", TODAY + DAY, tills.by())  # ends tomorrow: reviewed then
    assert ids(TierFilter(pinned=True)) == [silver]
    assert [one.id for one in tiers.lines(sort="number", descending=True)] == [plain, silver, gold]
    first = tiers.lines(limit=2, sort="number")
    rest = tiers.lines(after=(first[-1].member.number, first[-1].id), sort="number")
    assert [one.id for one in (*first, *rest)] == [gold, silver, plain]


def test_who_falls_within_the_rules_days_is_at_risk_and_what_is_missing_is_told(tills: Tills) -> None:
    who = tills.member()
    tills.buy(who, 21 * WAN, date(2026, 2, 10))
    tills.confirm_all()
    line = tills.line(who)
    assert (line.lapses_on, line.falls_on) == (date(2027, 2, 11), date(2028, 4, 1))  # guarantee, review, grace
    tills.go_to(date(2028, 2, 1))
    (risk,) = tills.tiers.lines(TierFilter(at_risk=True))
    assert (risk.id, risk.falls_on, risk.keep_missing) == (who, date(2028, 4, 1), 20 * WAN)


def test_the_nearest_to_the_next_tier_come_first(tills: Tills) -> None:
    far, near, gold = tills.member("甲"), tills.member("乙"), tills.member("丙")
    for one, wan in ((far, 5), (near, 19), (gold, 90)):
        tills.buy(one, wan * WAN)
    tills.confirm_all()
    assert [(one.id, one.missing) for one in tills.tiers.rising()] == [
        (near, 1 * WAN), (gold, 10 * WAN), (far, 15 * WAN),
    ]  # fmt: skip


def test_other_thresholds_are_tried_without_anything_being_written(tills: Tills) -> None:
    for name, wan in (("甲", 5), ("乙", 20), ("丙", 50), ("丁", 100)):
        tills.buy(tills.member(name), wan * WAN)
    tills.confirm_all()
    values = tomllib.loads(shipped("resources/rulebook/tiers.toml").read_text(encoding="utf-8"))["values"]
    values["tiers"]["silver"]["threshold"] = 5 * WAN
    values["tiers"]["vip"]["threshold"] = 200 * WAN
    before = audit.check(tills.clinic.database).entries
    found = tills.tiers.simulate(read_tiers(values))
    assert [one.count for one in found.before.steps] == [1, 1, 1, 1]
    assert [one.count for one in found.after.steps] == [0, 2, 2, 0]
    assert (found.rising, found.falling) == (1, 1)
    assert audit.check(tills.clinic.database).entries == before and tills.open_moves() == []


def test_the_overview_counts_the_pyramid_the_few_behind_the_most_and_the_moves(tills: Tills) -> None:
    people = [tills.member(f"王{sign}") for sign in "甲乙丙丁戊"]
    for one, wan in zip(people, (80, 10, 5, 3, 2), strict=True):
        tills.buy(one, wan * WAN)
    tills.confirm_all()
    seen = tills.tiers.overview()
    assert [(one.tier, one.count) for one in seen.pyramid.steps] == [
        ("vip", 0), ("gold", 1), ("silver", 0), ("normal", 4),
    ]  # fmt: skip
    spread = seen.concentration
    assert (spread.payers, spread.total, spread.few) == (5, 100 * WAN, 1)
    assert spread.curve[0] == (0, 0) and spread.curve[-1] == (1, 1) and spread.curve[1] == (0.2, 0.8)
    assert [(one.member.id, one.place, one.spent) for one in tills.tiers.payers()] == [(people[0], 1, 80 * WAN)]
    assert (len(seen.moves), seen.moves[-1].up, seen.moves[-1].down) == (12, 1, 0)
    assert (seen.open_up, seen.open_down) == (0, 0)


def test_an_empty_clinic_has_an_empty_overview(tills: Tills) -> None:
    tills.tiers.evaluate_today()
    seen = tills.tiers.overview()
    assert seen.pyramid.total == 0 and seen.concentration.curve == () and tills.tiers.payers() == []
    assert tills.tiers.rising() == [] and tills.tiers.lines() == []


def test_another_edition_evaluates_everybody_anew(tills: Tills) -> None:
    who = tills.member()
    tills.buy(who, 10 * WAN)
    assert tills.open_moves() == []
    edition = tills.rulebook.editions("tiers")[0]
    tiers = {**edition.values["tiers"], "silver": {**edition.values["tiers"]["silver"], "threshold": 10 * WAN}}
    tills.rulebook.publish("tiers", {**edition.values, "tiers": tiers}, edition.texts, TODAY + DAY, tills.by())
    tills.tiers.evaluate_today()
    assert tills.open_moves() == []
    tills.go_to(TODAY + DAY)
    (move,) = tills.open_moves()
    assert move.to_tier == "silver" and move.basis is not None and move.basis.edition.startswith("2 · ")


def test_rows_that_were_there_before_tiers_are_taken_in_at_the_first_evaluation(tills: Tills) -> None:
    who, small = tills.member("甲"), tills.member("乙")
    tills.row(who, TODAY - 3 * DAY, 20 * WAN)
    tills.row(small, TODAY - 3 * DAY, 5)
    assert tills.tiers.evaluate_today().value == 1
    assert [one.member.id for one in tills.open_moves()] == [who]
    assert tills.tier(small) == "normal"
    assert tills.tiers.evaluate_today().value == 0


def test_the_change_of_each_day_comes_to_the_same_as_everybody_anew(tills: Tills) -> None:
    """Postings, refunds, pins, decisions and days nobody opened the program, by chance; two years of them."""
    random = Random(4)
    people = [tills.member(f"王{sign}") for sign in "甲乙丙丁戊己庚辛"]
    bought: list[tuple[int, object]] = []
    tills.tiers.evaluate_today()
    while tills.today < date(2028, 12, 1):
        tills.go_to(tills.today + random.choice((1, 1, 7, 40)) * DAY)
        for _ in range(random.randrange(3)):
            at = random.randrange(len(people))
            if bought and random.random() < 0.25:
                at, of = random.choice(bought)
                tills.buy(people[at], -random.randrange(1, 30 * WAN), refund_of=of)  # type: ignore[arg-type]
            else:
                late = tills.today - random.choice((0, 0, 3, 90)) * DAY
                linked = random.random() < 0.9
                fen = random.randrange(1, 40 * WAN) * (1 if linked else -1)
                bought.append((at, tills.buy(people[at], fen, late)))
        ids = tills.tiers.proposal_ids()
        if ids and random.random() < 0.5:
            tills.tiers.confirm(ids, tills.by())
        if random.random() < 0.05:
            tills.tiers.pin(random.choice(people), "gold", "x", tills.today + 30 * DAY, tills.by())
        assert tills.tiers.differences() == {}, tills.today
    _nothing_is_overdue(tills)


def _nothing_is_overdue(tills: Tills) -> None:
    now = tills.tiers.in_force()
    with tills.clinic.database.reading() as connection:
        every = tier_rows.above_ground(connection)
        kept = tier_rows.standings(connection, every)
        spends = tier_sums.spends(connection, every, now.rule, now.tomorrow)
        assert tier_rows.due(connection, now.today) == []
    assert kept
    for who, one in kept.items():
        assert one.qualifies == rank_at(spends[who], now.rule, now.tomorrow)
