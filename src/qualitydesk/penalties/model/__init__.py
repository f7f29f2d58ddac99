"""Values of penalties: the facts the ladder hears, what it decides, and the slip that carries the decision."""

from __future__ import annotations

from qualitydesk.penalties.model.archive import plain, revive
from qualitydesk.penalties.model.decision import (
    Basis,
    Decision,
    FindingRung,
    Line,
    Payment,
    Reason,
    Told,
    Weighed,
)
from qualitydesk.penalties.model.facts import (
    Act,
    Choice,
    EarlierOffence,
    FindingFact,
    LadderFacts,
    Person,
    Standing,
    Superiors,
)
from qualitydesk.penalties.model.slip import (
    Approval,
    ApprovalWay,
    Approvers,
    Proposal,
    Slip,
    SlipFilter,
    SlipLine,
    SlipSheet,
    SlipState,
    SlipStep,
    SlipVerb,
    SlipView,
    WithdrawnSlip,
)

__all__ = [
    "Act",
    "Approval",
    "ApprovalWay",
    "Approvers",
    "Basis",
    "Choice",
    "Decision",
    "EarlierOffence",
    "FindingFact",
    "FindingRung",
    "LadderFacts",
    "Line",
    "Payment",
    "Person",
    "Proposal",
    "Reason",
    "Slip",
    "SlipFilter",
    "SlipLine",
    "SlipSheet",
    "SlipState",
    "SlipStep",
    "SlipVerb",
    "SlipView",
    "Standing",
    "Superiors",
    "Told",
    "Weighed",
    "WithdrawnSlip",
    "plain",
    "revive",
]
