"""The slips on the page of a finding: those written after its round, and the one whose ground fell with a dispute."""

from __future__ import annotations

from datetime import date

from pytestqt.qtbot import QtBot
from tests.penalties.clinic import BADGE, BADGE_SIDE, Clinic
from tests.penalties.ui.test_penalties_ui import shown

from qualitydesk.inspections.model import DisputeDecision, DisputeDraft, Standing
from qualitydesk.kit.tools import Tools
from qualitydesk.penalties.ui.finding_slips import SlipsOfFinding

DAY, LATER = date(2026, 11, 20), date(2026, 11, 21)


def test_a_slip_is_listed_and_told_when_the_dispute_is_upheld_and_the_ladder_hears_it_no_more(
    qtbot: QtBot, tools: Tools, desk: Clinic
) -> None:
    round_id = desk.walk(DAY, {"G1": [BADGE, BADGE_SIDE], "G2": [BADGE]})
    slip = desk.propose(round_id, "G1")
    findings = desk.services.findings
    mine = [one for one in findings.of_round(round_id) if one.employee_id == desk.people["G1"]]
    opened: list[object] = []
    panel = SlipsOfFinding(tools, desk.services.penalties, findings, mine[0].id, opened.append)
    shown(qtbot, panel)
    qtbot.waitUntil(lambda: panel.table.model().rowCount() == 1)
    assert panel.told.isHidden()
    panel.table.opened.emit(panel.table.model().row_at(panel.table.model().index(0, 0)))  # type: ignore[attr-defined]
    assert opened == [slip.id]

    dispute = findings.raise_dispute(mine[0].id, DisputeDraft(LATER, "工装送洗"), desk.by).value
    decision = DisputeDecision(True, desk.people["GM"], LATER, "属实", "院长休假，由总经理裁定")
    decided = findings.decide_dispute(dispute, 1, decision, desk.by)
    tools.operations.changed.emit(decided.touched)
    qtbot.waitUntil(lambda: str(slip.number) in panel.told.words())
    assert findings.of_round(round_id)[0].standing is Standing.DISPUTED
    assert desk.services.penalties.lines()[0].state == slip.state  # what was issued or proposed is not altered

    other = [one for one in findings.of_round(round_id) if one.employee_id == desk.people["G2"]]
    bare = SlipsOfFinding(tools, desk.services.penalties, findings, other[0].id, opened.append)
    shown(qtbot, bare)
    qtbot.waitUntil(lambda: bare.table.empty_words() != "")


def test_after_an_upheld_dispute_the_next_offence_stands_one_rung_lower(
    qtbot: QtBot, tools: Tools, desk: Clinic
) -> None:
    first = desk.walk(date(2026, 10, 1), {"G1": [BADGE]})
    second = desk.walk(DAY, {"G1": [BADGE]})
    penalties, findings = desk.services.penalties, desk.services.findings
    assert [one.decision.rung for one in penalties.proposals(second)] == [2]
    (found,) = findings.of_round(first)
    dispute = findings.raise_dispute(found.id, DisputeDraft(LATER, "工装送洗"), desk.by).value
    assert [one.decision.rung for one in penalties.proposals(second)] == [2]  # pending: it still counts
    decision = DisputeDecision(True, desk.people["GM"], LATER, "属实", "院长休假，由总经理裁定")
    findings.decide_dispute(dispute, 1, decision, desk.by)
    assert [one.decision.rung for one in penalties.proposals(second)] == [1]
