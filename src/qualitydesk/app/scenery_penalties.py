"""Pages and dialogs of penalties for the gallery: proposals, the list, a slip in each state with what is done next."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from qualitydesk.basics.changes import By, Change
from qualitydesk.inspections.model import RoundFilter, RoundLine, RoundState
from qualitydesk.kit.page import Page
from qualitydesk.penalties.model import (
    AnswerDraft,
    AnswerKind,
    AppealDecision,
    AppealDraft,
    AppealOutcome,
    Proposal,
    SlipFilter,
    SlipLine,
    SlipState,
)
from qualitydesk.penalties.rules.choosing import is_range
from qualitydesk.penalties.service import Penalties
from qualitydesk.penalties.ui.act_dialog import ActDialog
from qualitydesk.penalties.ui.explaining import ExplainDialog
from qualitydesk.penalties.ui.proposals_page import ProposalsPage
from qualitydesk.penalties.ui.slip_page import SlipPage
from qualitydesk.penalties.ui.slips_page import SlipsPage

if TYPE_CHECKING:
    from qualitydesk.app.scenery import Stage

_SCAN = {"zh": "签字扫描件", "en": "signed scan"}
_WORDS = {"zh": "当日库房统一更换，交接班时已向主管报告。", "en": "The store was changing them; my lead knew."}


def penalty_scenes(stage: Stage) -> Iterator[tuple[str, QWidget]]:
    """The list and its dialogs, proposals, slips up to their issue, and one through its later life."""
    yield from _list(stage)
    yield from _proposals(stage)
    yield from _left_to_people(stage)
    for state in (SlipState.PROPOSED, SlipState.APPROVED, SlipState.ISSUED):
        worst = _worst(stage, state)
        if worst is None:
            continue
        if state is SlipState.ISSUED:
            worst = _to_appeal(stage) or worst
        page = _open(stage, worst)
        yield f"slip-{state}", stage.window
        for icon_name, name in (("printer", "preview"), ("undo", "withdraw")):
            if button := stage.button(page, icon_name):
                yield f"slip-{state}-{name}", stage.dialog(button.click)
        if state is SlipState.APPROVED:
            yield "slip-approved-issue", stage.dialog(page.issue.ask)
        if state is SlipState.PROPOSED and (button := stage.button(page, "signature")):
            yield "slip-proposed-approve", stage.dialog(button.click)
        if state is SlipState.ISSUED:
            yield "slip-why", stage.dialog(partial(page.explaining.explain, worst.id))
            yield "slip-explanation", stage.dialog(page.papers.appendix)
            yield from _course(stage, page, worst)
            yield from _corrected(stage, page, worst)


def _list(stage: Stage) -> Iterator[tuple[str, QWidget]]:
    page = stage.page("penalties", SlipsPage)
    yield "slips", stage.window
    yield "slips-act", _acting(stage, page)
    if _worst(stage, SlipState.ISSUED) is not None:
        _acting(stage, page).outcome.explain()
        stage.until(lambda: any(isinstance(one, ExplainDialog) for one in stage.dialogs()))
        yield "slips-act-why", next(one for one in stage.dialogs() if isinstance(one, ExplainDialog))
    for state, button, name in (
        (SlipState.PROPOSED, page.approve_button, "approve"),
        (SlipState.APPROVED, page.issue_button, "issue"),
        (SlipState.ISSUED, page.close_button, "close"),
        (SlipState.ISSUED, page.notice_button, "notice"),
    ):
        page.states[state].click()
        stage.until(lambda: True)
        page.table.selectAll()
        if button.isEnabled():
            yield f"slips-{name}", stage.dialog(button.click)
    page.states[None].click()
    stage.until(lambda: True)
    if (worst := _worst(stage, SlipState.ISSUED)) is not None:
        with TemporaryDirectory() as folder:
            files = [Path(folder) / name for name in (worst.number, _SCAN[stage.desk.tools.language])]
            for file in files:
                file.write_bytes(b"")
            yield "slips-scans", stage.dialog(lambda: page.course.take(tuple(files)))


def _acting(stage: Stage, page: SlipsPage) -> ActDialog:
    """A free act with what the ladder makes of it: of somebody who has a slip, as an act of today."""
    made = stage.dialog(page.act_button.click)
    assert isinstance(made, ActDialog)
    code = stage.desk.services.penalties.act_items()[0].code
    made.item.choose(code)
    made.item.picked.emit(code)
    worst = _worst(stage, SlipState.ISSUED)
    if worst is not None:
        person = stage.desk.services.penalties.slip(worst.id).slip.employee_id
        made.employee.choose(person)
        made.employee.picked.emit(person)
        stage.until(made.outcome.isEnabled)
    return made


def _proposals(stage: Stage) -> Iterator[tuple[str, QWidget]]:
    rounds = stage.desk.services.rounds.lines(RoundFilter(state=RoundState.FINISHED), limit=60)
    found = next((line for line in rounds if line.failed), None)
    if found is None:
        return
    yield from _responsibility(stage, [line for line in rounds if line.failed])
    stage.desk.show_proposals(found.id)
    stage.until(lambda: True)
    yield "proposals", stage.window
    for icon_name, name in (("pencil", "choose"), ("minus", "leave-out")):
        if button := stage.button(stage.desk.page("proposals"), icon_name):
            yield f"proposals-{name}", stage.dialog(button.click)


def _responsibility(stage: Stage, rounds: Sequence[RoundLine]) -> Iterator[tuple[str, QWidget]]:
    """A second offence on a group's round: who answers how far is chosen."""
    penalties = stage.desk.services.penalties
    for line in rounds:
        wanted = [one for one in penalties.proposals(line.id) if one.waiting and leeway_ranges(penalties, one)]
        if wanted:
            stage.desk.show_proposals(line.id)
            page = stage.desk.page("proposals")
            assert isinstance(page, ProposalsPage)
            stage.until(lambda: True)
            page.table.select_key(wanted[0].employee_id)
            yield "proposals-responsibility", stage.dialog(page.change_button.click)
            return


def leeway_ranges(penalties: Penalties, one: Proposal) -> bool:
    """Whether the rule leaves its sums to the responsibility found."""
    return any(is_range(amount) for amount in penalties.leeway(one.decision).amounts.values())


def _left_to_people(stage: Stage) -> Iterator[tuple[str, QWidget]]:
    """A slip with a proposal nobody has decided on, and the question."""
    waiting = stage.desk.services.consequences.undecided()
    found = next((one for one in waiting if one.slip_id is not None), None)
    if found is None or found.slip_id is None:
        return
    stage.desk.show_slip(found.slip_id, lambda: None)
    stage.until(lambda: True)
    page = stage.desk.page("slip")
    assert isinstance(page, SlipPage)
    yield "slip-to-decide", stage.window
    yield "slip-verdict", stage.dialog(page.view.verdict_button.click)


def _course(stage: Stage, page: SlipPage, line: SlipLine) -> Iterator[tuple[str, QWidget]]:
    """Signed, refused, appealed and decided: dialogs first, then the page with what came of it."""
    yield "slip-sign", stage.dialog(page.course.sign)
    yield "slip-refuse", stage.dialog(page.course.refuse)
    yield "slip-appeal", stage.dialog(page.course.appeal)
    penalties, directory, by = stage.desk.services.penalties, stage.desk.services.directory, stage.desk.by()
    words = _WORDS[stage.desk.tools.language]
    slip, today = penalties.slip(line.id).slip, directory.today()
    signed = AnswerDraft(AnswerKind.ACKNOWLEDGED, today)
    penalties.explain_slip(slip.id, by, language=stage.desk.tools.language)
    penalties.answer(slip.id, slip.revision, signed, by, files=[(_SCAN[stage.desk.tools.language], b"scan")])
    late = words if slip.appeal_last_day is not None and slip.appeal_last_day < today else ""
    penalties.publish_notice([slip.id], by, language=stage.desk.tools.language)
    penalties.appeal(slip.id, slip.revision + 1, AppealDraft(slip.employee_id, today, words, late), by)
    _open(stage, line)
    yield "slip-appealed", stage.window
    yield "slip-decide", stage.dialog(page.course.decide)
    allowed, barred = penalties.appeal_deciders(line.id)
    judge = next((one.id for one in allowed.people if one.id not in barred), None)
    sums = penalties.sheet(line.id).amounts
    if judge is None:
        return
    outcome = AppealOutcome.REDUCED if any(sums) else AppealOutcome.UPHELD
    decision = AppealDecision(outcome, judge, today, words, tuple(fen // 2 for fen in sums))
    penalties.decide_appeal(line.id, slip.revision + 2, decision, By(judge, by.entered_by))
    _open(stage, line)
    yield "slip-decided", stage.window


def _corrected(stage: Stage, page: SlipPage, line: SlipLine) -> Iterator[tuple[str, QWidget]]:
    """What a notice told and that is no longer so: the question, the list, the paper, the first page."""
    if not page.correct_button.isVisible():
        return
    yield "slip-correct", stage.dialog(page.papers.correct)
    yield "slip-explanation-appealed", stage.dialog(page.papers.appendix)
    listed = stage.page("penalties", SlipsPage)
    listed.search.setText(line.number)
    stage.until(lambda: listed.lines.rowCount() == 1)
    listed.table.select_key(line.id)
    stage.until(lambda: True)
    yield "slips-to-correct", stage.window
    listed.search.clear()
    today = stage.page("today", Page)
    today.refresh(frozenset(Change))
    stage.until(lambda: True)
    yield "today-to-correct", stage.window
    from qualitydesk.app.pages.today import show_fines

    yield "today-fines", stage.dialog(lambda: show_fines(stage.desk))


def _worst(stage: Stage, state: SlipState) -> SlipLine | None:
    slips = stage.desk.services.penalties.lines(SlipFilter(state=state), limit=60)
    return max(slips, key=lambda slip: (slip.rung, slip.total), default=None)


def _to_appeal(stage: Stage) -> SlipLine | None:
    """The same of those whose appeal somebody may decide."""
    penalties = stage.desk.services.penalties
    slips = penalties.lines(SlipFilter(state=SlipState.ISSUED), limit=60)
    allowed = {one.id for one in penalties.approvers().people}
    for line in sorted(slips, key=lambda slip: (-slip.rung, -slip.total)):
        payers = {one.person_id for one in penalties.slip(line.id).slip.decision.payments}
        if payers and not allowed <= {*payers, line.employee_id}:
            return line
    return None


def _open(stage: Stage, line: SlipLine) -> SlipPage:
    stage.desk.show_slip(line.id, lambda: None)
    stage.until(lambda: True)
    page: Page = stage.desk.page("slip")
    assert isinstance(page, SlipPage)
    page.show_slip(line.id)  # what was written here without the road is not told of
    stage.until(lambda: True)
    return page
