"""A month settled and locked on both databases: sums to the fen, caps, carrying over, reversing, the record first."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path
from uuid import UUID

import openpyxl
import pytest
from pypdf import PdfReader
from tests.penalties.clinic import Clinic
from tests.penalties.settling import NOVEMBER, OCTOBER, go, lock, october, open_gate, second

from qualitydesk.basics.errors import Refused
from qualitydesk.penalties.model import ApprovalWay
from qualitydesk.penalties.model.settlement import Cause, FineDraft, Kind, LockDraft, Settling, WageDraft
from qualitydesk.rulebook.model.rewarding import FineIs
from qualitydesk.storage import audit


def taken(month: Settling) -> dict[tuple[str, str], int]:
    """(staff number, cause) → what moves, in fen."""
    found: dict[tuple[str, str], int] = {}
    for line in month.lines:
        key = (line.claim.number, line.claim.cause.value)
        found[key] = found.get(key, 0) + line.taken
    return found


def revision(clinic: Clinic, slip_id: UUID) -> int:
    """As the slip stands now."""
    return clinic.services.penalties.slip(slip_id).slip.revision


def month_of(clinic: Clinic, month: date = OCTOBER) -> Settling:
    return clinic.services.settlements.month(month)


def test_a_month_is_what_slips_points_and_rewards_come_to(clinic: Clinic) -> None:
    october(clinic)
    found = month_of(clinic)
    assert taken(found) == {
        ("G1", "slip"): -5000,
        ("G2", "slip"): -5000,
        ("LEAD", "slip"): -10000,
        ("HEAD", "slip"): -10000,
        ("C1", "points"): -9000,
        ("C1", "praise"): 10000,
        ("G2", "reward"): 10000,
    }
    assert (found.check.slips, found.check.slips_total, found.check.holds) == (2, 30000, True)
    assert (found.taken, found.paid, found.carried) == (-39000, 20000, 0)
    assert all(line.explanation for line in found.lines)


def test_the_locked_month_read_back_from_its_workbook_comes_to_the_slips(clinic: Clinic, tmp_path: Path) -> None:
    october(clinic)
    before = month_of(clinic)
    paper = lock(clinic, OCTOBER)
    found = month_of(clinic)
    assert found.lock is not None and found.lock.decided_by == "贺明远" and found.lock.entered_by == "顾晓岚"
    assert [replace(one.claim, explanation=()) for one in found.lines] == [
        replace(one.claim, explanation=()) for one in before.lines
    ]
    assert [one.explanation for one in found.lines] == [one.explanation for one in before.lines]
    clinic.services.settlements.export(tmp_path / "list.xlsx", OCTOBER, "zh")
    sheet, people = openpyxl.load_workbook(tmp_path / "list.xlsx").worksheets
    head = [cell.value for cell in sheet[1]]
    *rows, total = [dict(zip(head, row, strict=True)) for row in sheet.iter_rows(min_row=2, values_only=True)]
    slips = [row for row in rows if row["来源"] == "处分单"]
    issued = [line for line in clinic.services.penalties.lines() if line.total]
    assert round(-100 * sum(row["应结（元）"] for row in slips)) == sum(line.total for line in issued) == 30000
    assert {row["单号"] for row in slips} == {line.number for line in issued}
    fen = {name: round(100 * total[name]) for name in head if isinstance(total[name], (int, float))}
    assert total["机构"] == "合计" and len(fen) == 4
    for name, sum_of in fen.items():
        assert sum_of == sum(round(100 * row[name]) for row in rows)
    assert fen["应结（元）"] == sum(one.due for one in found.lines)
    last = [cell.value for cell in people[people.max_row]]
    assert [round(100 * value) for value in last[3:]] == [found.taken, found.paid, found.taken + found.paid, 0]
    for cells in (*sheet.iter_rows(min_row=2, min_col=8, max_col=11), *people.iter_rows(min_row=2, min_col=4)):
        assert {(cell.data_type, cell.number_format) for cell in cells} == {("n", "0.00")}
    assert last[0] == "合计" and sheet.auto_filter.ref == f"A1:L{sheet.max_row - 1}"
    text = "".join(
        page.extract_text() for page in PdfReader(BytesIO(clinic.services.settlements.paper(OCTOBER, "zh"))).pages
    )
    assert "YJ-2026-10" in text and "一致" in text and "贺明远" in text
    assert clinic.services.papers.paper(paper).line.kind == "settlement_list"


def test_a_slip_withdrawn_after_the_lock_gives_a_reversing_line_next_month_and_no_edit(clinic: Clinic) -> None:
    slip = october(clinic)
    lock(clinic, OCTOBER)
    before = month_of(clinic)
    clinic.services.penalties.withdraw(slip.id, revision(clinic, slip.id), "申诉成立", clinic.by)
    assert month_of(clinic) == before
    november = month_of(clinic, NOVEMBER)
    assert {(line.claim.number, line.kind, line.taken) for line in november.lines} == {
        (number, Kind.REVERSAL, 5000) for number in ("G1", "LEAD", "HEAD")
    }
    go(clinic, date(2026, 12, 3))
    lock(clinic, NOVEMBER)
    assert month_of(clinic, date(2026, 12, 1)).lines == ()


def test_points_withdrawn_after_the_lock_are_given_back_next_month(clinic: Clinic) -> None:
    october(clinic)
    lock(clinic, OCTOBER)
    points = clinic.services.points
    newest = points.lines()[1]  # the third game of the day, -5; the newest is praise
    points.withdraw(newest.id, newest.revision, "查无此事", clinic.by)
    (line,) = month_of(clinic, NOVEMBER).lines
    assert (line.claim.cause, line.kind, line.taken) == (Cause.POINTS, Kind.REVERSAL, 5000)


def test_over_the_cap_it_warns_and_the_rest_comes_next_month(clinic: Clinic) -> None:
    october(clinic)
    settlements = clinic.services.settlements
    head = clinic.people["HEAD"]
    settlements.type_wage(OCTOBER, WageDraft(head, 280000, 275000), clinic.by)  # at most 50.00
    found = month_of(clinic)
    (person,) = (one for one in found.people if one.number == "HEAD")
    assert (person.limit, person.taken, person.carried) == (5000, -5000, -5000)
    assert "settle.warn.capped" in {line.code for line in found.warnings}
    assert (found.check.holds, found.taken, found.carried) == (True, -34000, -5000)
    lock(clinic, OCTOBER)
    (line,) = month_of(clinic, NOVEMBER).lines
    assert (line.claim.number, line.kind, line.due, line.taken) == ("HEAD", Kind.CARRIED, -5000, -5000)


def test_wages_go_with_the_lock_and_the_audit_never_saw_them(clinic: Clinic) -> None:
    october(clinic)
    settlements = clinic.services.settlements
    settlements.type_wage(OCTOBER, WageDraft(clinic.people["G1"], 543210, 250000), clinic.by)
    assert settlements.wage(OCTOBER, clinic.people["G1"]).wage == 543210
    with clinic.services.database.reading() as connection:
        entries = audit.history(connection, "wage", clinic.people["G1"])
    assert len(entries) == 1 and "543210" not in str(entries)
    lock(clinic, OCTOBER)
    assert settlements.wage(OCTOBER, clinic.people["G1"]).wage is None
    with pytest.raises(Refused, match="settlement_locked"):
        settlements.type_wage(OCTOBER, WageDraft(clinic.people["G1"], 1, None), clinic.by)


def test_a_slip_still_open_to_appeal_waits_for_the_month_in_which_it_is_final(clinic: Clinic) -> None:
    october(clinic)
    lock(clinic, OCTOBER)
    go(clinic, date(2026, 11, 20))
    slip = second(clinic, "G1", date(2026, 11, 16), date(2026, 11, 19))
    final = clinic.services.penalties.slip(slip.id).slip.appeal_last_day
    assert final == date(2026, 11, 27)
    assert slip.number in {line.claim.source for line in month_of(clinic, NOVEMBER).lines}
    go(clinic, date(2026, 12, 2))
    late = second(clinic, "G2", date(2026, 11, 22), date(2026, 11, 25))
    assert late.number not in {line.claim.source for line in month_of(clinic, NOVEMBER).lines}


def test_what_was_final_before_the_first_settled_month_is_told_and_not_taken(clinic: Clinic) -> None:
    october(clinic)
    found = month_of(clinic, NOVEMBER)
    assert found.lines == ()
    assert (found.older.slips, found.older.total) == (2, 30000)


def test_until_document_adoption_and_notice_are_recorded_no_fine_enters_the_list(clinic: Clinic) -> None:
    go(clinic, date(2026, 10, 1))
    second(clinic, "G1", date(2026, 10, 2), date(2026, 10, 5))
    go(clinic, date(2026, 11, 5))
    found = month_of(clinic)
    assert found.gate.missing == ("document", "adoption", "notice")
    assert (found.taken, found.carried, found.check.holds) == (0, -15000, True)
    assert found.warnings[0].code == "settle.warn.not_open"
    open_gate(clinic)
    assert month_of(clinic).taken == -15000
    assert "settle.why.before_notice" in {step.code for step in month_of(clinic).lines[0].explanation}


def test_with_points_only_fines_are_listed_and_nothing_is_taken(clinic: Clinic) -> None:
    october(clinic)
    open_gate(clinic, FineIs.POINTS)
    found = month_of(clinic)
    assert (found.taken, found.paid, found.carried) == (0, 20000, 0)
    assert sum(line.waived for line in found.lines) == -39000
    lock(clinic, OCTOBER)
    assert month_of(clinic, NOVEMBER).lines == ()


def test_somebody_else_locks_by_a_post_of_the_rule_after_the_month(clinic: Clinic) -> None:
    october(clinic)
    settlements = clinic.services.settlements
    on = date(2026, 11, 5)

    def refused(who: str, day: date = on, month: date = OCTOBER) -> str:
        with pytest.raises(Refused) as found:
            draft = LockDraft(clinic.people[who], day, ApprovalWay.WRITTEN)
            settlements.lock(month, draft, clinic.by)
        return found.value.problems[0].code if found.value.problems else found.value.code

    assert refused("ME") == "settlement_by_drafter"
    assert refused("HEAD") == "settlement_not_to_lock"
    assert refused("GM", date(2026, 10, 31)) == "approval_day_outside"
    assert refused("GM", month=NOVEMBER) == "settlement_unfinished"
    lock(clinic, OCTOBER)
    assert refused("GM") == "settlement_locked"
    with pytest.raises(Refused, match="settlement_passed"):
        month_of(clinic, date(2026, 9, 1))


def test_what_moved_since_it_was_looked_at_is_not_locked(clinic: Clinic) -> None:
    slip = october(clinic)
    seen = month_of(clinic)
    clinic.services.penalties.withdraw(slip.id, revision(clinic, slip.id), "申诉成立", clinic.by)
    draft = LockDraft(clinic.people["GM"], date(2026, 11, 5), ApprovalWay.WRITTEN, "", seen.seal)
    with pytest.raises(Refused, match="settlement_moved"):
        clinic.services.settlements.lock(OCTOBER, draft, clinic.by)
    assert month_of(clinic).lock is None


def test_the_slips_settled_in_full_are_told(desk: Clinic) -> None:
    october(desk)
    heard: list[object] = []
    desk.services.settlements.tell_deducted(lambda slips, number, _by: heard.append((len(slips), number)))
    desk.services.settlements.type_wage(OCTOBER, WageDraft(desk.people["G1"], 10000, None), desk.by)
    lock(desk, OCTOBER)  # of G1's slip 30.00 are carried over
    assert heard == [(1, "YJ-2026-10")]


def test_dates_alone_are_noted_on_the_edition_and_a_change_begins_a_new_one(desk: Clinic) -> None:
    settlements, today = desk.services.settlements, date(2026, 11, 21)
    open_gate(desk)
    assert settlements.gate().edition.number == 2
    settlements.set_fine(FineDraft(FineIs.MONEY, "员工奖惩制度（2026）", today, today, None), desk.by)
    assert (settlements.gate().edition.number, settlements.gate().missing) == (2, ("notice",))
    for changes, code in (
        ({"adopted_on": date(2026, 11, 22)}, "fine_in_future"),
        ({"notified_on": date(2026, 11, 20)}, "fine_told_before"),
        ({"document": " "}, "fine_document_missing"),
    ):
        with pytest.raises(Refused) as refused:
            draft = FineDraft(FineIs.MONEY, "制度", today, today, today)
            settlements.set_fine(replace(draft, **changes), desk.by)  # type: ignore[arg-type]
        assert refused.value.problems[0].code == code
