"""How far two inspectors agree: reference values, small numbers, what is said and advised."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.builders import Group

from qualitydesk.app.bootstrap import Services
from qualitydesk.insights.model.calibrating import Advice
from qualitydesk.insights.printout.calibration import CALIBRATION_FIELDS, calibration_fields, kappa_words, sentence
from qualitydesk.insights.rules.calibrating import advice, compared, results_of
from qualitydesk.inspections.model import Verdict
from qualitydesk.inspections.model.calibrations import (
    Calibration,
    CalibrationDraft,
    CalibrationState,
    Judged,
    Pair,
    Rater,
)

P, F, H, NA = Verdict.PASS, Verdict.FAIL, Verdict.PARTLY, Verdict.NOT_APPLICABLE
VERDICTS = st.sampled_from((P, F, H, NA))


def pairs(*said: tuple[Verdict, Verdict, int], code: str = "A-01") -> list[Pair]:
    """So many times both of these verdicts."""
    found = []
    for first, second, count in said:
        found += [
            Pair(code, {"zh": "淡妆", "en": "Make-up"}, f"员工{nth}", Judged(first), Judged(second))
            for nth in range(count)
        ]
    return found


def a_calibration() -> Calibration:
    from datetime import UTC, datetime

    at = datetime(2026, 11, 20, 2, tzinfo=UTC)
    raters = (Rater(0, UUID(int=1), "顾晓岚", 9, at), Rater(1, UUID(int=2), "张𬱖", 9, at))
    return Calibration(
        UUID(int=9), "JZ-BJC-2026-0001", CalibrationState.FINISHED, UUID(int=3), "朝阳门诊", raters, (("walk", 1),),
        8, 12, at, at, 50, 35,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("yes_yes", "yes_no", "no_yes", "no_no", "kappa"),
    [(20, 5, 10, 15, 0.40), (45, 15, 25, 15, 0.1304), (25, 35, 5, 35, 0.2593), (85, 5, 5, 5, 0.444)],
)
def test_kappa_is_that_of_the_reference(yes_yes: int, yes_no: int, no_yes: int, no_no: int, kappa: float) -> None:
    """methods §2: 20/5/10/15 and the others (Cohen 1960; the prevalence paradox)."""
    found = compared(pairs((P, P, yes_yes), (P, F, yes_no), (F, P, no_yes), (F, F, no_no)))
    assert found.agreement is not None and found.agreement.kappa == pytest.approx(kappa, abs=5e-4)
    assert found.pabak == pytest.approx(found.agreement.pabak)
    assert found.pabak == pytest.approx(2 * found.agreement.observed - 1)


def test_everybody_passed_says_no_variation_and_nothing_cries_wolf() -> None:
    found = results_of(pairs((P, P, 6)))
    assert found.overall.agreement is not None and found.overall.agreement.kappa is None
    assert found.overall.pabak == 1 and found.unclear == 0
    words = sentence(a_calibration(), found, "zh")
    assert "无法计算" in words and "没有标准不清" in words
    assert kappa_words(found.overall) == "–"
    nothing = results_of([])
    assert (
        nothing.overall.agreement is None and sentence(a_calibration(), nothing, "en") == "There is nothing to compare."
    )


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        ([(P, P, 8)], Advice.NONE),
        ([(P, P, 3), (P, F, 1)], Advice.WATCH),  # one alone says nothing
        ([(P, P, 8), (P, F, 2)], Advice.WATCH),  # four fifths agreed
        ([(P, P, 6), (P, F, 1), (F, P, 1)], Advice.REWRITE),
        ([(P, P, 4), (F, P, 4)], Advice.TOGETHER),
        ([(P, P, 4), (F, P, 2), (P, F, 2)], Advice.REWRITE),
        ([(P, P, 4), (F, NA, 2), (P, NA, 1)], Advice.SCOPE),
        ([(P, P, 4), (H, P, 3)], Advice.REWRITE),
    ],
)
def test_what_is_advised_follows_from_how_they_differ(said: list[tuple[Verdict, Verdict, int]], wanted: Advice) -> None:
    assert advice(pairs(*said)) is wanted


def test_unclear_items_come_first_and_who_is_stricter_is_named() -> None:
    found = results_of(
        [
            *pairs((P, P, 8), code="A-01"),
            *pairs((P, P, 3), (F, P, 5), code="B-02"),
            *pairs((P, P, 7), (P, F, 1), code="C-03"),
        ]
    )
    assert [(item.code, item.unclear) for item in found.items] == [("B-02", True), ("C-03", False), ("A-01", False)]
    assert found.overall.stricter == (5, 1)
    words = sentence(a_calibration(), found, "zh")
    assert "顾晓岚明显偏严" in words and "有 1 个检查项标准不清" in words
    assert [one.first for one in found.items[0].differed] == ["fail"] * 5


@given(st.lists(st.tuples(VERDICTS, VERDICTS), min_size=1, max_size=60))
def test_figures_stay_within_their_bounds(said: Sequence[tuple[Verdict, Verdict]]) -> None:
    found = compared(pairs(*((first, second, 1) for first, second in said)))
    assert found.agreement is not None and found.pabak is not None
    assert found.agreement.n == len(said)
    assert 0 <= found.agreed <= len(said)
    assert -1 <= found.pabak <= 1
    assert found.agreement.kappa is None or -1 - 1e-9 <= found.agreement.kappa <= 1 + 1e-9
    swapped = compared(pairs(*((second, first, 1) for first, second in said)))
    assert swapped.agreed == found.agreed and swapped.pabak == found.pabak
    assert swapped.stricter == found.stricter[::-1]


@given(st.lists(st.tuples(VERDICTS, VERDICTS), min_size=1, max_size=40))
def test_advice_is_given_only_from_two_disagreements_on(said: Sequence[tuple[Verdict, Verdict]]) -> None:
    found = advice(pairs(*((first, second, 1) for first, second in said)))
    differed = sum(first is not second for first, second in said)
    assert (found is Advice.NONE) == (differed == 0)
    if differed < 2 or 1 - differed / len(said) >= 0.8:
        assert found in (Advice.NONE, Advice.WATCH)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_paper_has_exactly_its_fields(language: str) -> None:
    found = results_of(pairs((P, P, 3), (F, P, 2), (P, NA, 1)))
    told = calibration_fields(a_calibration(), found, language, group_name="安和")
    assert set(told) == {field.key for field in CALIBRATION_FIELDS}
    assert len(told["differed"]) == 3


def test_the_report_is_issued_once_and_refused_while_blind(group: Group, services: Services) -> None:
    for number in ("G3", "G4"):
        group.hire(number, f"员工{number}")
    draft = CalibrationDraft(group.institution, (group.me, group.people[0]), ("walk",), tuple(group.people[1:]))
    which = services.calibrations.begin(draft, group.by()).value
    for rater in (0, 1):
        with pytest.raises(Exception, match="calibration_blind"):
            services.calibration_results.issue(which, group.by(), "zh")
        sitting = services.calibrations.sitting(which, rater)
        for stop in sitting.stops:
            for nth, item in enumerate(sitting.items[stop.id]):
                verdict = F if nth == rater else P
                services.calibrations.judge(which, rater, stop.id, item, Judged(verdict), group.by())
        services.calibrations.close_sitting(which, rater, group.by())
    result = services.calibration_results.result(which)
    assert result.overall.agreement is not None and result.overall.agreement.n == 12 and result.overall.agreed == 6
    paper = services.calibration_results.issue(which, group.by(), "zh").value
    assert services.calibration_results.issue(which, group.by(), "zh").value == paper
    assert services.papers.original(paper).startswith(b"%PDF")
