"""What each step's window asks for: parts of a form, put together by step, used again from the tabs of a case."""

from __future__ import annotations

from qualitydesk.complaints.model import Step
from qualitydesk.complaints.ui.parts.accepting import AcceptPart
from qualitydesk.complaints.ui.parts.base import Part, StepOffer, read_step
from qualitydesk.complaints.ui.parts.classifying import ClassifyPart
from qualitydesk.complaints.ui.parts.ending import ClosingPart, HandlingPart, PreventionPart
from qualitydesk.complaints.ui.parts.investigating import InvestigationPart
from qualitydesk.complaints.ui.parts.solving import ApprovalPart, FormalitiesPart, NegotiationPart, SolutionPart

__all__ = ["PARTS", "Part", "StepOffer", "read_step"]

PARTS: dict[Step, type[Part]] = {
    Step.RECEIVED: AcceptPart,
    Step.ACCEPTED: AcceptPart,
    Step.INVESTIGATED: InvestigationPart,
    Step.CLASSIFIED: ClassifyPart,
    Step.DRAFTED: SolutionPart,
    Step.APPROVED: ApprovalPart,
    Step.NEGOTIATED: NegotiationPart,
    Step.FORMALITIES: FormalitiesPart,
    Step.CLOSED: ClosingPart,
    Step.HANDLED: HandlingPart,
    Step.PREVENTED: PreventionPart,
}
