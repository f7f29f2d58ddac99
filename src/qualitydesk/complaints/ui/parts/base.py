"""What all parts share: the case they are about, the form they stand in, how their problems find their fields."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import ClassVar
from uuid import UUID

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from qualitydesk.basics.clock import Clock
from qualitydesk.basics.errors import Problem
from qualitydesk.complaints.model import CasePage, HandlingProposal, PauseOffer
from qualitydesk.complaints.model.work import Deciders, StepWork
from qualitydesk.complaints.service import Complaints
from qualitydesk.complaints.ui.offer import CaseOffer, read_offer
from qualitydesk.directory.service import Directory
from qualitydesk.kit.draft_dialog import DraftDialog


@dataclass(frozen=True)
class StepOffer:
    """What a step's window is opened with. `deciders`: employees whose posts let them complete it, () = anybody;
    `pauses`: why its clocks may stand still, by the rules in force for the case; `payers`: who may decide on money."""

    page: CasePage
    offer: CaseOffer
    deciders: tuple[UUID, ...]
    proposals: tuple[HandlingProposal, ...]
    me: UUID | None
    pauses: tuple[PauseOffer, ...] = ()
    payers: Deciders = field(default_factory=Deciders)


def read_step(
    complaints: Complaints, directory: Directory, clock: Clock, case_id: UUID, me: UUID | None = None
) -> StepOffer:
    """Everything at once, for `operations.read`."""
    page = complaints.case(case_id)
    step = page.course.step
    deciders = tuple(complaints.deciders(step)) if step is not None else ()
    proposals = tuple(complaints.handling_proposals(case_id))
    pauses = complaints.pause_offers(case_id)
    payers = complaints.payment_deciders(case_id)
    return StepOffer(page, read_offer(directory, clock), deciders, proposals, me, pauses, payers)


class Part(QObject):
    """One step's fields in a form. `FIELDS`: under which of its rows the service's problems are shown; `beside`: what
    is to stand beside the form, under the case's story."""

    FIELDS: ClassVar[Mapping[str, str]] = {}
    beside: QWidget | None = None

    def __init__(self, dialog: DraftDialog, given: StepOffer, complaints: Complaints) -> None:
        super().__init__(dialog)
        self.dialog = dialog
        self.given = given
        self.page = given.page
        self.complaints = complaints
        self.language = dialog.tools.language
        self.build()

    def build(self) -> None:
        """Make the editors and add their rows."""
        raise NotImplementedError

    def fill(self, work: StepWork) -> StepWork:
        """What the editors say, put into the work."""
        raise NotImplementedError

    def problems(self, work: StepWork) -> Sequence[Problem]:
        """What the rules have against it before it is sent, filed under the rows."""
        return ()

    def title(self) -> str:
        """What the window is called when the case does not go on."""
        raise NotImplementedError


def filed(problems: Sequence[Problem], fields: Mapping[str, str]) -> list[Problem]:
    """Problems under the names of a form's rows."""
    return [Problem(fields.get(one.field, one.field), one.code, one.values) for one in problems]
