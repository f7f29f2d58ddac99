"""The sample's slips from the round to the settled month: every state, papers, sums read back from the workbook."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from pypdf import PdfReader
from tests.app.test_sample import sampled

from qualitydesk.app.bootstrap import Services
from qualitydesk.app.sample import SampleSize
from qualitydesk.basics.changes import By
from qualitydesk.basics.phrases import say
from qualitydesk.penalties.model import AppealOutcome, ApprovalWay, SlipFilter, SlipLine, SlipState
from qualitydesk.penalties.model.points import Follows
from qualitydesk.penalties.model.settlement import Cause, Kind, LockDraft
from qualitydesk.storage import audit
from qualitydesk.today.model import Errand

SIZE = SampleSize(days=130, every=9, slips=115, customers=30, cases=30)
OPEN, LOCKED, FIRST = date(2026, 10, 1), date(2026, 9, 1), date(2026, 8, 1)


@pytest.fixture(scope="module")
def services(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Services]:
    made = sampled(tmp_path_factory.mktemp("slips"), SIZE)
    yield made
    made.close()


def every_slip(services: Services) -> list[SlipLine]:
    return services.penalties.lines(SlipFilter(), limit=10_000)


def test_slips_stand_in_every_state(services: Services) -> None:
    states = {line.state for line in every_slip(services)}
    assert states == set(SlipState) - {SlipState.DRAFT}
    chain = audit.check(services.database)
    assert chain.broken_at is None and services.papers.check() == []


def test_every_slip_is_about_a_finding_a_case_or_an_act_that_is_there(services: Services) -> None:
    kinds = set()
    for line in every_slip(services):
        slip = services.penalties.slip(line.id).slip
        kinds.add(slip.event.kind)
        if slip.round_id is not None:
            known = {one.id: one.employee_id for one in services.findings.of_round(slip.round_id)}
            assert slip.finding_ids and {known[one] for one in slip.finding_ids} == {slip.employee_id}
        elif slip.case_id is not None:
            fault = services.complaints.fault(slip.case_id)
            assert slip.employee_id in {one.employee_id for one in fault.answering}
        else:
            assert slip.decision.act is not None and slip.decision.act.words
    assert len(kinds) == 3


def test_refusals_have_a_witness_and_a_photo_and_silence_is_kept(services: Services) -> None:
    refused = [line for line in every_slip(services) if line.state is SlipState.REFUSED]
    for line in refused:
        sheet = services.penalties.sheet(line.id)
        assert sheet.answer is not None and sheet.answer.witness_id not in (None, line.employee_id)
        assert sheet.files and services.penalties.file(sheet.files[0].id)[1].startswith(b"\x89PNG")
    unanswered = [line for line in every_slip(services) if line.unanswered_on is not None]
    assert refused and unanswered
    me = By.alone(services.directory.people()[0].id)
    assert services.penalties.note_unanswered(me).value == (), "nothing is silent that is not noted"


def test_appeals_were_upheld_reduced_granted_and_one_waits_on_the_first_page(services: Services) -> None:
    sheets = [services.penalties.sheet(line.id) for line in every_slip(services)]
    outcomes = {sheet.appeal.outcome for sheet in sheets if sheet.appeal is not None}
    assert outcomes == {*AppealOutcome, None}
    for sheet in sheets:
        if sheet.appeal is not None and sheet.appeal.outcome is AppealOutcome.REDUCED:
            assert sum(sheet.amounts) == sheet.view.slip.total == sheet.view.slip.decision.total // 2
    works = services.today.slips()
    waiting = [line for line in every_slip(services) if line.state is SlipState.APPEALED]
    assert works.counts[Errand.APPEAL] == len(waiting) > 0
    assert {Errand.APPEAL, Errand.FOLLOWS} <= {work.errand for work in works.rows}


def test_months_are_locked_one_is_open_with_a_cap_that_bites(services: Services) -> None:
    assert [month for month, locked in services.settlements.months() if locked] == [LOCKED, FIRST]
    locked, found = services.settlements.month(LOCKED), services.settlements.month(OPEN)
    assert locked.lock is not None and locked.check.holds and locked.check.slips
    assert found.lock is None and found.may_lock and found.check.holds and found.carried < 0
    assert "settle.warn.capped" in {line.code for line in found.warnings}
    assert any(line.kind is Kind.REVERSAL and line.taken > 0 for line in found.lines), "a slip withdrawn after the lock"
    assert any(line.claim.cause is Cause.FINE for line in found.lines), "falsified figures, granted in October"
    assert {line.claim.cause for line in locked.lines} >= {Cause.SLIP, Cause.POINTS, Cause.PRAISE}


def test_proposals_to_people_were_decided_or_wait(services: Services) -> None:
    waiting = {one.kind for one in services.consequences.undecided()}
    assert {Follows.BONUS_AND_TITLES, Follows.DISMISSAL} <= waiting
    thirds = [services.penalties.sheet(line.id).consequence for line in every_slip(services) if line.rung == 3]
    assert {one.kind for one in thirds if one is not None} == {Follows.OBSERVATION, Follows.DISMISSAL}
    assert {one.decided is None for one in thirds if one is not None} == {True, False}
    september = services.points.month(LOCKED).follows
    assert [one.decided.granted for one in september if one.kind is Follows.FINE and one.decided] == [True]


def test_stars_notices_and_bulletins_are_on_paper(services: Services) -> None:
    numbers = {one.number for one in services.rewards.lines(limit=100)}
    assert numbers
    published = [line for line in every_slip(services) if line.notice_paper_id is not None]
    assert len({line.notice_paper_id for line in published}) >= 2
    assert {line.act_day.replace(day=1) for line in published} >= {LOCKED}


def rows_of(path: Path, sheet: int) -> list[dict[str, object]]:
    """Row by row with the words of the heads; the last row is the total of the others."""
    found = openpyxl.load_workbook(path).worksheets[sheet]
    names = [str(cell.value) for cell in found[1]]
    *rows, total = [dict(zip(names, row, strict=True)) for row in found.iter_rows(min_row=2, values_only=True)]
    sums = {name: fen(value) for name, value in total.items() if isinstance(value, int | float)}
    assert sums and sums == {name: sum(fen(row[name]) for row in rows) for name in sums}
    return rows


def head(name: str) -> str:
    return say("zh", f"reward_sheet.{name}")


def fen(value: object) -> int:
    assert isinstance(value, int | float)
    return round(value * 100)


def test_the_open_month_locked_and_read_back_from_its_workbook_comes_to_the_slips_to_the_fen(
    services: Services, tmp_path: Path
) -> None:
    """The month is reckoned anew from the slips themselves, and from the workbook finance is given."""
    totals = {line.number: line.total for line in every_slip(services)}
    seen = services.settlements.month(OPEN)
    gm = next(one for one in services.directory.people() if one.post_code == "gm")
    typist = next(one for one in services.directory.people() if one.id != gm.id)
    today = services.directory.today()
    draft = LockDraft(gm.id, today, ApprovalWay.WRITTEN, "", seen.seal)
    services.settlements.lock(OPEN, draft, By.alone(typist.id))
    path = tmp_path / "list.xlsx"
    services.settlements.export(path, OPEN, "zh")
    rows = rows_of(path, 0)
    new = [row for row in rows if row[head("cause")] == "处分单" and row[head("kind")] == say("zh", "settle.kind.new")]
    by_slip: dict[str, int] = defaultdict(int)
    for row in new:
        by_slip[str(row[head("source")])] -= fen(row[head("due")])
    assert by_slip and by_slip == {number: totals[number] for number in by_slip}
    locked = services.settlements.month(OPEN)
    assert sum(by_slip.values()) == locked.check.slips_total == locked.check.lines_total
    for row in rows:
        parts = [fen(row[head(name)]) for name in ("taken", "waived", "carried")]
        assert fen(row[head("due")]) == sum(parts)
    people = rows_of(path, 1)
    assert sum(fen(row[head("deducted")]) for row in people) == locked.taken == seen.taken
    assert sum(fen(row[head("paid")]) for row in people) == locked.paid
    assert sum(fen(row[head("carried")]) for row in people) == locked.carried == seen.carried < 0
    pages = PdfReader(BytesIO(services.settlements.paper(OPEN, "zh"))).pages
    text = "".join(page.extract_text() for page in pages)
    assert "YJ-2026-10" in text and all(number in text for number in by_slip)
    next_month = services.settlements.month(date(2026, 11, 1))
    carried = [line for line in next_month.lines if line.kind is Kind.CARRIED]
    assert sum(line.due for line in carried) == locked.carried, "what a cap left goes on, nothing is lost"
