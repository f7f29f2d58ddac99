"""Scores and verdicts: sums of weights, exact; what is not applicable or not answered is no merit and no fault."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given as over
from hypothesis import strategies as some
from tests.builders import an_item

from qualitydesk.inspections.model import AnswerKind, Given, Item, Limit, Score, Verdict
from qualitydesk.inspections.printout import score_points, score_why
from qualitydesk.inspections.rules.drafts import LONGEST_NOTE, problems_in_answer
from qualitydesk.inspections.rules.scoring import percent, points, score, together, value_of, verdict_of
from qualitydesk.rulebook.model import ScoreRule

RULE = ScoreRule(pass_mark_percent=90, partly_percent=50, finding_below=3, critical_fails=True)
MARK = Fraction(9, 10)
PASS, FAIL = Given(Verdict.PASS), Given(Verdict.FAIL)
PARTLY, NOT_APPLICABLE = Given(Verdict.PARTLY), Given(Verdict.NOT_APPLICABLE)
SPAN = Limit(35.0, 60.0, "cm")


def items(count: int, **other: object) -> list[Item]:
    return [an_item(f"WALK-{at:02d}", **other) for at in range(1, count + 1)]  # type: ignore[arg-type]


def scored(asked: list[Item], *given: Given | None) -> Score:
    answers = {item.code: one for item, one in zip(asked, given, strict=False) if one is not None}
    return score(asked, answers, RULE, MARK)


def test_a_score_is_the_weighted_sum_over_what_was_answered() -> None:
    asked = [an_item("A-1", weight=3), an_item("A-2", weight=1), an_item("A-3", weight=6)]
    found = scored(asked, PASS, FAIL)
    assert (found.share, found.answered, found.total, found.failed) == (Fraction(3, 4), 2, 3, 1)


def test_everything_not_applicable_has_no_score_and_no_verdict() -> None:
    found = scored(items(3), *[NOT_APPLICABLE] * 3)
    assert (found.share, found.passed, percent(found.share)) == (None, None, "—")
    assert (found.answered, found.total) == (3, 3)


def test_one_section_not_applicable_leaves_the_rest_as_it_is() -> None:
    asked = [*items(2, section="s0"), an_item("B-1", section="s1", weight=9), an_item("B-2", section="s1")]
    found = scored(asked, PASS, PASS, NOT_APPLICABLE, NOT_APPLICABLE)
    assert (found.share, found.passed, found.possible) == (1, True, 2)


def test_a_critical_failure_fails_at_98_percent() -> None:
    asked = [an_item("A-0", critical=True), *items(49)]
    found = scored(asked, FAIL, *[PASS] * 49)
    assert (found.share, found.passed, found.critical) == (Fraction(98, 100), False, ("A-0",))


def test_a_rule_may_say_that_critical_items_fail_like_others() -> None:
    lenient = ScoreRule(90, 50, 3, critical_fails=False)
    asked = [an_item("A-0", critical=True), *items(49)]
    given = {item.code: PASS for item in asked[1:]} | {"A-0": FAIL}
    assert score(asked, given, lenient, MARK).passed is True


def test_one_of_forty_answered_is_not_told_without_its_count() -> None:
    found = scored(items(40), PASS)
    assert (found.share, found.answered, found.total) == (1, 1, 40)


def test_the_mark_itself_passes_and_a_hair_below_does_not() -> None:
    assert scored(items(10), *[PASS] * 9, FAIL).passed is True
    assert scored(items(100), *[PASS] * 89, *[FAIL] * 11).passed is False


def test_a_share_is_cut_so_that_it_never_reads_as_the_mark_it_missed() -> None:
    assert percent(Fraction(8996, 10000)) == "89.9 %"
    assert percent(Fraction(9, 10)) == "90.0 %"
    assert percent(Fraction(1)) == "100.0 %"


def test_a_round_is_the_sum_of_its_stops_and_never_a_mean_of_shares() -> None:
    short, long = scored(items(1), FAIL), scored(items(9), *[PASS] * 9)
    whole = together([short, long], MARK)
    assert (whole.share, whole.answered, whole.total, whole.failed) == (Fraction(9, 10), 10, 10, 1)


@pytest.mark.parametrize(
    ("kind", "limit", "given", "verdict", "value"),
    [
        (AnswerKind.YES_NO, None, PASS, Verdict.PASS, Fraction(1)),
        (AnswerKind.PARTLY, None, PARTLY, Verdict.PARTLY, Fraction(1, 2)),
        (AnswerKind.SCALE, None, Given(number=2), Verdict.FAIL, Fraction(2, 5)),
        (AnswerKind.SCALE, None, Given(number=3), Verdict.PASS, Fraction(3, 5)),
        (AnswerKind.SCALE, None, Given(number=0), Verdict.FAIL, Fraction(0)),
        (AnswerKind.SCALE, None, Given(), None, None),
        (AnswerKind.MEASURED, SPAN, Given(number=35), Verdict.PASS, Fraction(1)),
        (AnswerKind.MEASURED, SPAN, Given(number=60.5), Verdict.FAIL, Fraction(0)),
        (AnswerKind.MEASURED, SPAN, Given(Verdict.PASS), None, None),
        (AnswerKind.COUNT, None, Given(seen=10, failed=2), Verdict.FAIL, Fraction(8, 10)),
        (AnswerKind.COUNT, None, Given(seen=10, failed=0), Verdict.PASS, Fraction(1)),
        (AnswerKind.COUNT, None, Given(seen=0, failed=0), None, None),
        (AnswerKind.STEP, None, Given(Verdict.FAIL, number=4), Verdict.FAIL, Fraction(0)),
        (AnswerKind.STEP, Limit(None, 5, "min"), Given(Verdict.PASS, number=6), Verdict.FAIL, Fraction(0)),
        (AnswerKind.STEP, Limit(None, 5, "min"), Given(Verdict.FAIL, number=4), Verdict.FAIL, Fraction(0)),
        (AnswerKind.STEP, Limit(None, 5, "min"), Given(number=5), Verdict.PASS, Fraction(1)),
        (AnswerKind.STEP, Limit(None, 5, "min"), Given(number=5.5), Verdict.FAIL, Fraction(0)),
        (AnswerKind.STEP, Limit(None, 5, "min"), Given(Verdict.FAIL), Verdict.FAIL, Fraction(0)),
        (AnswerKind.STEP, Limit(None, 5, "min"), Given(), None, None),
        (AnswerKind.STEP, None, Given(number=4), None, None),
        (AnswerKind.YES_NO, None, Given(note="先记一笔"), None, None),
        (AnswerKind.SCALE, None, Given(Verdict.NOT_APPLICABLE), Verdict.NOT_APPLICABLE, None),
    ],
)
def test_each_kind_of_answer_has_its_verdict_and_value(
    kind: AnswerKind, limit: Limit | None, given: Given, verdict: Verdict | None, value: Fraction | None
) -> None:
    item = an_item("K-1", kind, limit=limit)
    assert (verdict_of(item, given, RULE), value_of(item, given, RULE)) == (verdict, value)


@pytest.mark.parametrize(
    ("kind", "given", "codes"),
    [
        (AnswerKind.YES_NO, PASS, []),
        (AnswerKind.YES_NO, PARTLY, ["no_partly"]),
        (AnswerKind.SCALE, Given(number=6), ["scale_range"]),
        (AnswerKind.SCALE, Given(number=2.5), ["scale_range"]),
        (AnswerKind.SCALE, PASS, ["figure_missing"]),
        (AnswerKind.MEASURED, Given(number=float("nan")), ["measure_range"]),
        (AnswerKind.MEASURED, Given(Verdict.PASS), ["figure_missing"]),
        (AnswerKind.COUNT, Given(seen=3, failed=4), ["count_range"]),
        (AnswerKind.COUNT, Given(seen=0), ["seen_missing"]),
        (AnswerKind.COUNT, NOT_APPLICABLE, []),
        (AnswerKind.YES_NO, Given(note="长" * LONGEST_NOTE), []),
        (AnswerKind.YES_NO, Given(note="长" * (LONGEST_NOTE + 1)), ["note_long"]),
    ],
)
def test_an_answer_is_refused_for_what_is_wrong_with_it(kind: AnswerKind, given: Given, codes: list[str]) -> None:
    assert [problem.code for problem in problems_in_answer(an_item("K-1", kind), given)] == codes


def test_a_timed_step_needs_its_time_unless_it_was_not_done() -> None:
    step = an_item("K-1", AnswerKind.STEP, limit=Limit(None, 5, "min"))
    given = (PASS, FAIL, NOT_APPLICABLE, Given(number=4), Given(number=-1))
    found = [[problem.code for problem in problems_in_answer(step, one)] for one in given]
    assert found == [["step_untimed"], [], [], [], ["measure_range"]]
    assert problems_in_answer(an_item("K-1", AnswerKind.STEP), PASS) == []


@over(some.lists(some.tuples(some.integers(1, 10), some.sampled_from([PASS, FAIL, PARTLY, NOT_APPLICABLE, None]))))
def test_a_share_lies_between_nothing_and_all_and_order_does_not_matter(
    answers: list[tuple[int, Given | None]],
) -> None:
    asked = [an_item(f"P-{at}", AnswerKind.PARTLY, weight=weight) for at, (weight, _given) in enumerate(answers)]
    given = {item.code: one for item, (_weight, one) in zip(asked, answers, strict=True) if one is not None}
    forward, backward = score(asked, given, RULE, MARK), score(asked[::-1], given, RULE, MARK)
    assert forward == backward
    assert forward.share is None or 0 <= forward.share <= 1
    assert forward.answered == len(given) and forward.failed <= forward.answered <= forward.total


def test_points_are_written_without_needless_zeros_and_cut_not_rounded() -> None:
    told = [points(number) for number in (Fraction(0), Fraction(205, 2), Fraction(215, 2), Fraction(8), Fraction(2, 3))]
    assert told == ["0", "102.5", "107.5", "8", "0.66"]
    assert points(Fraction(8999, 1000)) == "8.99" and points(Fraction(1, 20)) == "0.05"


def test_the_reason_of_a_score_says_what_partly_is_worth_by_the_rule() -> None:
    reached = Score(Fraction(205, 2), Fraction(215, 2), 60, 60)
    assert score_why(reached, Fraction(1, 2), "zh").startswith(
        "得分 102.5 / 107.5 分：各项按权重计分，部分合格计一半，"
    )
    assert "部分合格计 40 %，" in score_why(reached, Fraction(2, 5), "zh")
    assert "102.5 of 107.5 points" in score_why(reached, Fraction(2, 5), "en")
    assert score_why(reached, Fraction(1, 2), "zh").endswith("合格线 90 %")
    assert score_why(Score(), Fraction(1, 2), "zh") == score_points(Score(), "zh") == ""
