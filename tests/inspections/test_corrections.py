"""Answers corrected after the round: a new entry, the first stays; score, findings and the ladder follow."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

import pytest
from tests.builders import Group, a_pack

from qualitydesk.basics.changes import By
from qualitydesk.basics.errors import Refused
from qualitydesk.inspections.model import AnswerKind, Given, Standing, Verdict
from qualitydesk.inspections.rules.digest import digest_of
from qualitydesk.inspections.service import Corrections
from qualitydesk.inspections.store import corrections as store
from qualitydesk.storage import audit

PASS, FAIL = Given(Verdict.PASS), Given(Verdict.FAIL, note="领口有污渍")


@pytest.fixture
def corrections(group: Group) -> Corrections:
    return Corrections(group.database, group.clock, group.rounds, group.rulebook)


@pytest.fixture
def round_id(group: Group) -> UUID:
    """Finished: the first guide failed the first item, everything else passed but the last item of the second."""
    opened = group.begin("walk")
    walk = group.walk(opened)
    for at, stop in enumerate(walk.stops):
        for nth, item in enumerate(walk.items[stop.id]):
            if (at, nth) != (1, 3):
                given = FAIL if (at, nth) == (0, 0) else PASS
                group.rounds.record_answer(opened, stop.id, item, given, group.by())
    group.rounds.finish_round(opened, group.by())
    return opened


def at(group: Group, round_id: UUID, stop: int, nth: int) -> tuple[UUID, str]:
    walk = group.walk(round_id)
    found = walk.stops[stop]
    return found.id, walk.items[found.id][nth].code


def test_a_fail_corrected_to_a_pass_takes_its_finding_from_the_ladder(
    group: Group, corrections: Corrections, round_id: UUID
) -> None:
    stop, code = at(group, round_id, 0, 0)
    group.clock.advance(timedelta(days=2))
    result = corrections.correct(round_id, stop, code, PASS, "看错了人", FAIL, group.by()).value
    assert result.score.failed == 0 and result.score.passed is True
    (one,) = result.corrections
    assert (one.before, one.given.verdict, one.reason, one.nth) == (FAIL, Verdict.PASS, "看错了人", 1)
    assert (one.decided_by, one.entered_by, one.corrected_at) == ("李敏", "李敏", group.clock.now())
    (finding,) = result.findings
    assert (finding.standing, finding.reason) == (Standing.CORRECTED, "看错了人")
    assert group.rounds.result(round_id) == result
    (line,) = group.rounds.lines()
    assert (line.failed, line.passed, line.share, line.corrected) == (0, True, 1_000_000, 1)


def test_the_first_answer_and_its_digest_stay_as_they_were(
    group: Group, corrections: Corrections, round_id: UUID
) -> None:
    from qualitydesk.inspections.store import rounds as rounds_store

    with group.database.reading() as connection:
        before = rounds_store.answers_of(connection, round_id)
        digest = connection.exec_driver_sql("SELECT digest FROM rounds").scalar_one()
    stop, code = at(group, round_id, 0, 0)
    corrections.correct(round_id, stop, code, PASS, "看错了人", FAIL, group.by())
    with group.database.reading() as connection:
        after = rounds_store.answers_of(connection, round_id)
    assert before == after and digest_of(after) == digest


def test_a_pass_corrected_to_a_fail_is_a_finding_recorded_now_of_the_day_it_was_seen(
    group: Group, corrections: Corrections, round_id: UUID
) -> None:
    stop, code = at(group, round_id, 0, 1)
    acted = group.walk(round_id).answers[stop, code].answered_at
    group.clock.advance(timedelta(days=5))
    result = corrections.correct(round_id, stop, code, FAIL, "照片证实不合格", PASS, group.by()).value
    fresh = next(one for one in result.findings if one.item_code == code)
    assert (fresh.standing, fresh.found_at, fresh.recorded_at) == (Standing.COUNTS, acted, group.clock.now())
    assert fresh.note == "领口有污渍"
    assert len(result.findings) == 2


def test_a_correction_can_itself_be_corrected_and_every_entry_stays(
    group: Group, corrections: Corrections, round_id: UUID
) -> None:
    stop, code = at(group, round_id, 0, 0)
    corrections.correct(round_id, stop, code, PASS, "看错了人", FAIL, group.by())
    group.clock.advance(timedelta(hours=1))
    given = Given(Verdict.PASS)
    result = corrections.correct(round_id, stop, code, FAIL, "没有看错", given, group.by()).value
    assert [(one.nth, one.given.verdict) for one in result.corrections] == [(1, Verdict.PASS), (2, Verdict.FAIL)]
    assert {one.standing for one in result.findings} == {Standing.CORRECTED, Standing.COUNTS}
    fresh = next(one for one in result.findings if one.standing is Standing.COUNTS)
    assert fresh.recorded_at == group.clock.now()  # what was not known at a slip is not put under it afterwards
    assert result.score.failed == 1
    assert fresh.nth == 1


def test_an_item_left_out_can_be_answered_afterwards(group: Group, corrections: Corrections, round_id: UUID) -> None:
    stop, code = at(group, round_id, 1, 3)
    result = corrections.correct(round_id, stop, code, FAIL, "当时漏记", None, group.by()).value
    assert result.score.answered == 8
    assert code in result.stops[1].score.critical  # the last item is critical
    fresh = next(one for one in result.findings if one.item_code == code)
    assert fresh.found_at == group.walk(round_id).round.finished_at


def test_other_words_for_the_same_fail_reach_its_finding(
    group: Group, corrections: Corrections, round_id: UUID
) -> None:
    stop, code = at(group, round_id, 0, 0)
    told = Given(Verdict.FAIL, note="袖口有污渍", fixed=True)
    result = corrections.correct(round_id, stop, code, told, "写错部位", FAIL, group.by()).value
    (finding,) = result.findings
    assert (finding.note, finding.fixed, finding.standing) == ("袖口有污渍", True, Standing.COUNTS)


def test_what_cannot_be_corrected_is_refused(group: Group, corrections: Corrections, round_id: UUID) -> None:
    stop, code = at(group, round_id, 0, 0)
    me, victim = group.by(), By(group.people[0], group.me)
    open_one = group.begin("walk")
    there = group.walk(open_one).stops[0].id
    for code_wanted, args in (
        ("reason_missing", (round_id, stop, code, PASS, " ", FAIL, me)),
        ("nothing_corrected", (round_id, stop, code, FAIL, "无", FAIL, me)),
        ("stale", (round_id, stop, code, PASS, "无", PASS, me)),
        ("no_such_answer", (round_id, stop, "NOPE", PASS, "无", None, me)),
        ("corrects_himself", (round_id, stop, code, PASS, "无", FAIL, victim)),
        ("round_not_finished", (open_one, there, code, PASS, "无", None, me)),
    ):
        with pytest.raises(Refused, match=code_wanted):
            corrections.correct(*args)
    with pytest.raises(Refused) as refused:
        corrections.correct(round_id, stop, code, Given(Verdict.PARTLY), "无", FAIL, me)
    assert [one.code for one in refused.value.problems] == ["no_partly"]
    assert group.rounds.result(round_id).corrections == ()


def test_a_measured_answer_is_judged_anew(group: Group, corrections: Corrections) -> None:
    group.adopt(a_pack("gauge", 1, kinds=("measured",)), "gauge")
    opened = group.begin("gauge", people=group.people[:1])
    walk = group.walk(opened)
    item = walk.items[walk.stops[0].id][0]
    assert item.kind is AnswerKind.MEASURED
    group.rounds.record_answer(opened, walk.stops[0].id, item, Given(number=70.0), group.by())
    group.rounds.finish_round(opened, group.by())
    seen = group.walk(opened).answers[walk.stops[0].id, item.code].given
    result = corrections.correct(
        opened, walk.stops[0].id, item.code, Given(number=50.0), "读错", seen, group.by()
    ).value
    assert result.corrections[0].given == Given(Verdict.PASS, 50.0)
    assert result.corrections[0].before == Given(Verdict.FAIL, 70.0)
    assert result.score.passed is True


def test_each_correction_is_one_entry_in_the_audit(group: Group, corrections: Corrections, round_id: UUID) -> None:
    before = audit.check(group.database).entries
    stop, code = at(group, round_id, 0, 0)
    corrections.correct(round_id, stop, code, PASS, "看错了人", FAIL, group.by())
    after = audit.check(group.database)
    assert (after.entries, after.broken_at) == (before + 1, None)


def test_a_corrected_finding_is_no_earlier_finding(group: Group, corrections: Corrections, round_id: UUID) -> None:
    stop, code = at(group, round_id, 0, 0)
    corrections.correct(round_id, stop, code, PASS, "看错了人", FAIL, group.by())
    group.clock.advance(timedelta(days=1))
    later = group.begin("walk")
    assert group.rounds.earlier_findings(group.walk(later)) == {}


def test_an_answer_with_times_comes_back_from_its_row(group: Group) -> None:
    given = Given(Verdict.PASS, 3.5, None, None, "按时", False, group.clock.now(), group.clock.now())
    kept = store.given_json(given)
    assert kept is not None
    kept = {**kept, "began": given.began.isoformat(), "ended": given.ended.isoformat()}  # type: ignore[union-attr]
    assert store.given_from(kept) == given
