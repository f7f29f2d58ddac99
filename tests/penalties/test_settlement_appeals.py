"""After a month is locked: its slips are deducted, a late appeal holds them, and what it decides comes next month."""

from __future__ import annotations

from datetime import date

import pytest
from tests.penalties.clinic import Clinic
from tests.penalties.settling import NOVEMBER, OCTOBER, go, lock, october

from qualitydesk.penalties.model import Slip, SlipLine, SlipState
from qualitydesk.penalties.model.life import AppealDecision, AppealDraft, AppealOutcome
from qualitydesk.penalties.model.settlement import Kind


def now(clinic: Clinic, slip: SlipLine) -> Slip:
    return clinic.services.penalties.slip(slip.id).slip


def appealed(clinic: Clinic, slip: SlipLine) -> None:
    draft = AppealDraft(clinic.people["G1"], date(2026, 11, 5), "当日调班，未收到通知", "休病假，未能按期提出")
    clinic.services.penalties.appeal(slip.id, now(clinic, slip).revision, draft, clinic.by)


def decided(clinic: Clinic, slip: SlipLine, outcome: AppealOutcome, *fens: int) -> None:
    draft = AppealDecision(outcome, clinic.people["GM"], date(2026, 11, 5), "查证属实", fens)
    clinic.services.penalties.decide_appeal(slip.id, now(clinic, slip).revision, draft, clinic.by)


@pytest.mark.parametrize(
    ("outcome", "fens", "back"),
    [
        (AppealOutcome.WITHDRAWN, (), {"G1": 5000, "LEAD": 5000, "HEAD": 5000}),
        (AppealOutcome.REDUCED, (2000, 5000, 0), {"G1": 3000, "HEAD": 5000}),
        (AppealOutcome.UPHELD, (), {}),
    ],
)
def test_an_appeal_decided_after_the_lock_gives_reversing_lines_and_no_edit(
    clinic: Clinic, outcome: AppealOutcome, fens: tuple[int, ...], back: dict[str, int]
) -> None:
    slip = october(clinic)
    lock(clinic, OCTOBER)
    locked = clinic.services.settlements.month(OCTOBER)
    assert (now(clinic, slip).state, now(clinic, slip).settlement_ref) == (SlipState.DEDUCTED, "YJ-2026-10")
    appealed(clinic, slip)
    assert clinic.services.settlements.month(NOVEMBER).lines == ()  # nothing moves while it is heard
    decided(clinic, slip, outcome, *fens)
    go(clinic, date(2026, 12, 2))
    november = clinic.services.settlements.month(NOVEMBER)
    assert {line.claim.number: line.taken for line in november.lines} == back
    assert {line.kind for line in november.lines} <= {Kind.REVERSAL}
    assert clinic.services.settlements.month(OCTOBER) == locked
    lock(clinic, NOVEMBER)
    assert clinic.services.settlements.month(date(2026, 12, 1)).lines == ()
