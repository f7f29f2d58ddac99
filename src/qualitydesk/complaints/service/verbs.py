"""The signatures of complaints' verbs and questions, to be filled in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any
from uuid import UUID

from qualitydesk.basics.changes import By, Done
from qualitydesk.complaints.model import (
    BoardLane,
    CaseDraft,
    CaseFilter,
    CaseLine,
    CasePage,
    ClosingDraft,
    ContactDraft,
    ExternalDraft,
    HandlingDraft,
    HandlingProposal,
    Likeness,
    NegotiationDraft,
    NoteKind,
    PaidDraft,
    PauseDraft,
    PaymentDraft,
    PersonDraft,
    PreventionDraft,
    SeverityDraft,
    SolutionDraft,
    StatisticsRow,
    Step,
    SubjectDraft,
)

EVERY = CaseFilter()


class Complaints:
    """The cases of one database. Every verb that changes a case's own facts takes `seen`, the revision it was read at
    (Refused stale); `at`: when it really happened, None = now. Refused: no_such_case, draft, case_is_merged, …"""

    # Questions.

    def case(self, case_id: UUID) -> CasePage:
        raise NotImplementedError

    def lines(
        self,
        wanted: CaseFilter = EVERY,
        *,
        after: tuple[Any, UUID] | None = None,
        limit: int | None = 200,
        sort: str = "received_at",
        descending: bool = True,
    ) -> list[CaseLine]:
        """`sort`: received_at, next_due_at, number, level, closed_at; `after`: (sort_value(line, sort), line.id)."""
        raise NotImplementedError

    def sort_value(self, line: CaseLine, sort: str) -> Any:
        raise NotImplementedError

    def count(self, wanted: CaseFilter = EVERY) -> int:
        raise NotImplementedError

    def board(self, wanted: CaseFilter = EVERY) -> tuple[BoardLane, ...]:
        raise NotImplementedError

    def search(self, text: str, limit: int = 20) -> list[CaseLine]:
        raise NotImplementedError

    def likely_duplicates(self, draft: CaseDraft) -> list[Likeness]:
        raise NotImplementedError

    def similar_cases(self, case_id: UUID, limit: int = 10) -> list[Likeness]:
        raise NotImplementedError

    def earlier_cases(self, telephone: str, customer_id: UUID | None = None) -> list[CaseLine]:
        raise NotImplementedError

    def handling_proposals(self, case_id: UUID) -> list[HandlingProposal]:
        raise NotImplementedError

    def statistics(self, until: datetime, since: datetime | None = None) -> Iterator[StatisticsRow]:
        """Cases received before `until` and not closed before `since`."""
        raise NotImplementedError

    def file(self, file_id: UUID) -> tuple[str, bytes]:
        raise NotImplementedError

    def deciders(self, step: Step, day: date | None = None) -> Sequence[UUID]:
        """Employees whose posts let them complete a step on a day; empty = anybody."""
        raise NotImplementedError

    # Intake.

    def open_case(self, draft: CaseDraft, by: By, files: Sequence[tuple[str, bytes]] = ()) -> Done[UUID]:
        raise NotImplementedError

    def correct_case(self, case_id: UUID, seen: int, draft: CaseDraft, reason: str, by: By) -> Done[None]:
        raise NotImplementedError

    def set_people(self, case_id: UUID, seen: int, people: Sequence[PersonDraft], by: By) -> Done[None]:
        raise NotImplementedError

    def set_subjects(self, case_id: UUID, seen: int, subjects: Sequence[SubjectDraft], by: By) -> Done[None]:
        raise NotImplementedError

    def set_externals(self, case_id: UUID, seen: int, externals: Sequence[ExternalDraft], by: By) -> Done[None]:
        raise NotImplementedError

    def flag_patient(self, case_id: UUID, seen: int, flagged: bool, reason: str, by: By) -> Done[None]:
        raise NotImplementedError

    # Steps.

    def accept(self, case_id: UUID, seen: int, handler_id: UUID, by: By, *, at: datetime | None = None) -> Done[None]:
        """Steps 1 and 2 in one: recorded in full, taken on by a handler."""
        raise NotImplementedError

    def assign(self, case_id: UUID, seen: int, handler_id: UUID, by: By) -> Done[None]:
        raise NotImplementedError

    def complete_step(
        self, case_id: UUID, seen: int, by: By, *, words: str = "", at: datetime | None = None
    ) -> Done[None]:
        raise NotImplementedError

    def go_back(
        self, case_id: UUID, seen: int, to: Step, reason: str, by: By, *, at: datetime | None = None
    ) -> Done[None]:
        raise NotImplementedError

    def skip_step(self, case_id: UUID, seen: int, reason: str, by: By, *, at: datetime | None = None) -> Done[None]:
        raise NotImplementedError

    def reopen(
        self, case_id: UUID, seen: int, to: Step, reason: str, by: By, *, at: datetime | None = None
    ) -> Done[None]:
        raise NotImplementedError

    def pause(self, case_id: UUID, seen: int, draft: PauseDraft, by: By, *, at: datetime | None = None) -> Done[None]:
        raise NotImplementedError

    def resume(self, case_id: UUID, seen: int, by: By, *, words: str = "", at: datetime | None = None) -> Done[None]:
        raise NotImplementedError

    # What is recorded in the steps; none of these moves the case but where said.

    def record_contact(self, case_id: UUID, draft: ContactDraft, by: By) -> Done[UUID]:
        raise NotImplementedError

    def save_note(
        self, case_id: UUID, kind: NoteKind, words: str, by: By, *, note_id: UUID | None = None, seen: int = 0
    ) -> Done[tuple[UUID, int]]:
        """A new note, or one's own written on (autosave): gives its id and revision."""
        raise NotImplementedError

    def attach(self, case_id: UUID, path: Path, by: By) -> Done[UUID]:
        raise NotImplementedError

    def attach_bytes(self, case_id: UUID, name: str, content: bytes, by: By) -> Done[UUID]:
        raise NotImplementedError

    def classify(self, case_id: UUID, seen: int, draft: SeverityDraft, by: By) -> Done[None]:
        raise NotImplementedError

    def confirm_level(self, case_id: UUID, seen: int, by: By) -> Done[None]:
        raise NotImplementedError

    def draft_solution(self, case_id: UUID, seen: int, draft: SolutionDraft, by: By) -> Done[None]:
        raise NotImplementedError

    def decide_solution(
        self, case_id: UUID, seen: int, approved: bool, words: str, by: By, *, at: datetime | None = None
    ) -> Done[None]:
        """In step 6: approved leaves it forward, refused (with words) goes back to 5."""
        raise NotImplementedError

    def record_negotiation(self, case_id: UUID, seen: int, draft: NegotiationDraft, by: By) -> Done[None]:
        raise NotImplementedError

    def request_payment(self, case_id: UUID, draft: PaymentDraft, by: By) -> Done[UUID]:
        raise NotImplementedError

    def approve_payment(self, payment_id: UUID, seen: int, by: By) -> Done[None]:
        raise NotImplementedError

    def refuse_payment(self, payment_id: UUID, seen: int, reason: str, by: By) -> Done[None]:
        raise NotImplementedError

    def sign_payment(self, payment_id: UUID, seen: int, signed_on: date, by: By) -> Done[None]:
        raise NotImplementedError

    def record_payment(self, payment_id: UUID, seen: int, draft: PaidDraft, by: By) -> Done[None]:
        raise NotImplementedError

    def call_off_payment(self, payment_id: UUID, seen: int, reason: str, by: By) -> Done[None]:
        raise NotImplementedError

    def record_summary(self, case_id: UUID, seen: int, draft: ClosingDraft, by: By) -> Done[None]:
        raise NotImplementedError

    def close_case(
        self, case_id: UUID, seen: int, draft: ClosingDraft, by: By, *, at: datetime | None = None
    ) -> Done[None]:
        """Records the summary and leaves step 9."""
        raise NotImplementedError

    def record_handling(self, case_id: UUID, rows: Sequence[HandlingDraft], by: By, *, none: str = "") -> Done[None]:
        """How people were handled, added to what stands there; or `none`: why nobody is."""
        raise NotImplementedError

    def withdraw_handling(self, slip_id: UUID, reason: str, by: By) -> Done[None]:
        """A slip was taken back: its handling no longer stands."""
        raise NotImplementedError

    def record_prevention(self, case_id: UUID, seen: int, draft: PreventionDraft, by: By) -> Done[UUID | None]:
        """Sets the measure (its id is given back) or records why none is needed."""
        raise NotImplementedError

    # Joining and parting.

    def merge(self, case_id: UUID, seen: int, into: UUID, reason: str, by: By) -> Done[None]:
        raise NotImplementedError

    def unmerge(self, case_id: UUID, seen: int, reason: str, by: By) -> Done[None]:
        raise NotImplementedError

    def split_subject(self, case_id: UUID, seen: int, subject_id: UUID, reason: str, by: By) -> Done[UUID]:
        raise NotImplementedError

    def retime_open(self, by: By) -> Done[int]:
        """Clocks of all open cases anew (calendar or hours were changed); gives how many deadlines moved."""
        raise NotImplementedError
