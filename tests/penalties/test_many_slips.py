"""Many slips in one go: one transaction a slip, each by the rule for itself; stopped, what was done stays done."""

from __future__ import annotations

from contextlib import AbstractContextManager, nullcontext
from datetime import date
from functools import partial
from io import BytesIO
from pathlib import Path
from uuid import UUID

import pytest
from pypdf import PdfReader
from tests.penalties.clinic import BADGE, Clinic

from qualitydesk.app.opening import penalties_at
from qualitydesk.basics.changes import By
from qualitydesk.basics.errors import Refused
from qualitydesk.penalties.model import Approval, ApprovalWay, SlipFilter, SlipLine, SlipState
from qualitydesk.penalties.model.batch import Batch
from qualitydesk.penalties.service import Penalties
from qualitydesk.penalties.service.batch import carry_out, do_one, write_originals
from qualitydesk.rulebook.model import Rule

DAY = date(2026, 11, 20)


class Stopped(Exception):  # noqa: N818 - as the working process ends when it is not wanted any more
    pass


class Hearer:
    """The window's side: hears what came of each, and stops the work before the slip it is told."""

    def __init__(self, stop_at: int | None = None) -> None:
        self.came: dict[UUID, str] = {}
        self.steps: list[tuple[int, int]] = []
        self._stop_at = stop_at

    def step(self, done: int, total: int) -> None:
        if done == self._stop_at:
            raise Stopped
        self.steps.append((done, total))

    def tell(self, what: object) -> None:
        assert isinstance(what, tuple)
        slip_id, refused = what
        self.came[slip_id] = "" if refused is None else (refused.problems[0].code if refused.problems else refused.code)


def proposed(clinic: Clinic, count: int) -> list[SlipLine]:
    """So many people, each with a first offence on one round."""
    numbers = [f"N{at:03d}" for at in range(count)]
    for number in numbers:
        clinic.hire(number, f"员工{number}", superior="LEAD")
    round_id = clinic.walk(DAY, {number: [BADGE] for number in numbers})
    return clinic.services.penalties.propose_all(round_id, clinic.by).value


def here(clinic: Clinic) -> AbstractContextManager[Penalties]:
    return nullcontext(clinic.services.penalties)


def seen(lines: list[SlipLine]) -> list[tuple[UUID, int]]:
    return [(line.id, line.revision) for line in lines]


def by_gm(clinic: Clinic, **more: bool) -> Batch:
    return Batch(clinic.by, Approval(clinic.people["GM"], DAY, ApprovalWay.WRITTEN, "周例会"), **more)


def states(clinic: Clinic) -> dict[str, SlipState]:
    return {line.number: line.state for line in clinic.services.penalties.lines(SlipFilter())}


def test_all_are_approved_issued_and_explained_and_their_numbers_have_no_gap(clinic: Clinic) -> None:
    lines, hearer = proposed(clinic, 5), Hearer()
    batch = by_gm(clinic, issue=True, explained=True)
    assert carry_out(hearer, partial(here, clinic), batch, seen(lines)) == 5
    assert hearer.steps == [(at, 5) for at in range(5)]
    assert states(clinic) == {f"CF-BJ-2026-{at:04d}": SlipState.ISSUED for at in range(1, 6)}
    for line in lines:
        slip = clinic.services.penalties.slip(line.id).slip
        assert slip.paper_id is not None and slip.appendix_paper_id is not None
        assert (slip.approved_by, slip.issued_by) == (clinic.people["GM"], clinic.me)


def test_what_was_done_before_it_was_stopped_stays_and_the_rest_is_untouched(clinic: Clinic) -> None:
    lines, hearer = proposed(clinic, 6), Hearer(stop_at=2)
    before = {line.id: clinic.services.penalties.slip(line.id).slip for line in lines}
    with pytest.raises(Stopped):
        carry_out(hearer, partial(here, clinic), by_gm(clinic, issue=True), seen(lines))
    after = {line.id: clinic.services.penalties.slip(line.id).slip for line in lines}
    done, rest = lines[:2], lines[2:]
    assert set(hearer.came) == {line.id for line in done}
    assert {after[line.id].state for line in done} == {SlipState.ISSUED}
    assert all(after[line.id] == before[line.id] for line in rest)
    assert clinic.services.papers.check() == []
    again = Hearer()
    assert carry_out(again, partial(here, clinic), by_gm(clinic, issue=True), seen(rest)) == 4
    assert sorted(states(clinic)) == [f"CF-BJ-2026-{at:04d}" for at in range(1, 7)]


def test_each_is_held_against_the_rule_by_itself_and_says_why_it_was_refused(clinic: Clinic) -> None:
    """The lead may approve here, but not the slip she drafted, nor her own; one was withdrawn meanwhile."""
    penalties, rulebook, today = clinic.services.penalties, clinic.services.rulebook, date(2026, 11, 21)
    first = rulebook.edition_on(Rule.APPROVAL, DAY)
    rulebook.publish(Rule.APPROVAL, {**first.values, "posts": ["gm", "lead"]}, first.texts, today, clinic.by)
    clinic.hire("G3", "许静怡", superior="LEAD")
    round_id = clinic.walk(DAY, {number: [BADGE] for number in ("LEAD", "G1", "G2", "G3")})
    lead = By(clinic.people["LEAD"], clinic.me)
    drafted = penalties.propose(round_id, clinic.people["G1"], lead).value
    own, fine, gone = (clinic.propose(round_id, number) for number in ("LEAD", "G2", "G3"))
    penalties.withdraw(gone.id, gone.revision, "误开", clinic.by)
    hearer, approval = Hearer(), Approval(clinic.people["LEAD"], today, ApprovalWay.WRITTEN, "周例会")
    assert carry_out(hearer, partial(here, clinic), Batch(clinic.by, approval), seen([drafted, own, fine, gone])) == 1
    assert hearer.came == {
        drafted.id: "slip_by_drafter",
        own.id: "slip_on_oneself",
        fine.id: "",
        gone.id: "slip_is_withdrawn",
    }
    assert penalties.slip(fine.id).slip.state is SlipState.APPROVED
    assert penalties.slip(drafted.id).slip.state is SlipState.PROPOSED


def test_one_approved_but_not_issued_is_not_approved_again_when_it_is_tried_once_more(
    desk: Clinic, monkeypatch: pytest.MonkeyPatch
) -> None:
    (line,) = proposed(desk, 1)
    penalties, batch = desk.services.penalties, by_gm(desk, issue=True)

    def full(*_args: object, **_more: object) -> object:
        raise Refused("disk_full")

    with monkeypatch.context() as broken:
        broken.setattr(penalties, "issue", full)
        with pytest.raises(Refused):
            do_one(penalties, line.id, line.revision, batch)
    assert penalties.slip(line.id).slip.state is SlipState.APPROVED
    do_one(penalties, line.id, line.revision, batch)
    assert penalties.slip(line.id).slip.state is SlipState.ISSUED
    steps = [step.verb for step in penalties.sheet(line.id).history]
    assert steps == ["propose_slip", "approve_slip", "issue_slip"]


def test_the_papers_of_many_come_as_one_file_with_a_bookmark_each(clinic: Clinic, tmp_path: Path) -> None:
    lines, hearer = proposed(clinic, 3), Hearer()
    carry_out(hearer, partial(here, clinic), by_gm(clinic, issue=True, explained=True), seen(lines))
    made = write_originals(hearer, partial(here, clinic), [line.id for line in lines], str(tmp_path / "all.pdf"))
    reader = PdfReader(BytesIO(Path(made).read_bytes()))
    marks = [entry.title for entry in reader.outline if not isinstance(entry, list)]
    assert marks == [number for line in lines for number in (line.number, f"{line.number}-F")]


def test_another_process_opens_the_same_database_and_its_files(clinic: Clinic, tmp_path: Path) -> None:
    (line,) = proposed(clinic, 1)
    do_one(clinic.services.penalties, line.id, line.revision, by_gm(clinic, issue=True))
    with penalties_at(clinic.services.database.url, str(tmp_path), clinic.clock) as penalties:
        assert penalties.slip(line.id).slip.state is SlipState.ISSUED
        assert penalties.now() == clinic.clock.now()
        if clinic.services.database.kind == "sqlite":
            assert penalties.originals([line.id])
