"""Pure decisions about the rulebook: which edition stands on a day, whether values hold, what a clause says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qualitydesk.basics.later import given_later

if TYPE_CHECKING:
    from qualitydesk.rulebook.rules.cases import read_severity, read_steps
    from qualitydesk.rulebook.rules.clocks import read_clocks
    from qualitydesk.rulebook.rules.contacting import read_contacts
    from qualitydesk.rulebook.rules.editions import (
        appeal_decided_by,
        appeal_last_day,
        carried_marks,
        edition_for,
        problems_in_date,
        problems_in_edition,
    )
    from qualitydesk.rulebook.rules.ladder import ladder_edition, read_ladder
    from qualitydesk.rulebook.rules.membership import read_benefits, read_member_points
    from qualitydesk.rulebook.rules.open_hours import OpenHours, problems_in_hours
    from qualitydesk.rulebook.rules.planning import read_plan
    from qualitydesk.rulebook.rules.rewarding import read_points, read_rewards, read_settlement
    from qualitydesk.rulebook.rules.small import (
        read_appeal,
        read_approval,
        read_case_month,
        read_disputes,
        read_leading,
        read_measures,
        read_score,
    )
    from qualitydesk.rulebook.rules.texts import clause, clause_code, counting_clause, problems_in_texts
    from qualitydesk.rulebook.rules.tiers import read_tiers
    from qualitydesk.rulebook.rules.workdays import WorkCalendar

__all__ = [
    "OpenHours",
    "WorkCalendar",
    "appeal_decided_by",
    "appeal_last_day",
    "carried_marks",
    "clause",
    "clause_code",
    "counting_clause",
    "edition_for",
    "ladder_edition",
    "problems_in_date",
    "problems_in_edition",
    "problems_in_hours",
    "problems_in_texts",
    "read_appeal",
    "read_approval",
    "read_benefits",
    "read_case_month",
    "read_clocks",
    "read_contacts",
    "read_disputes",
    "read_ladder",
    "read_leading",
    "read_measures",
    "read_member_points",
    "read_plan",
    "read_points",
    "read_rewards",
    "read_score",
    "read_settlement",
    "read_severity",
    "read_steps",
    "read_tiers",
]

__getattr__ = given_later(
    __name__,
    {
        "OpenHours": "open_hours",
        "WorkCalendar": "workdays",
        "appeal_decided_by": "editions",
        "appeal_last_day": "editions",
        "carried_marks": "editions",
        "clause": "texts",
        "clause_code": "texts",
        "counting_clause": "texts",
        "edition_for": "editions",
        "ladder_edition": "ladder",
        "problems_in_date": "editions",
        "problems_in_edition": "editions",
        "problems_in_hours": "open_hours",
        "problems_in_texts": "texts",
        "read_appeal": "small",
        "read_approval": "small",
        "read_benefits": "membership",
        "read_case_month": "small",
        "read_clocks": "clocks",
        "read_contacts": "contacting",
        "read_disputes": "small",
        "read_ladder": "ladder",
        "read_leading": "small",
        "read_measures": "small",
        "read_member_points": "membership",
        "read_plan": "planning",
        "read_points": "rewarding",
        "read_rewards": "rewarding",
        "read_score": "small",
        "read_settlement": "rewarding",
        "read_severity": "cases",
        "read_steps": "cases",
        "read_tiers": "tiers",
    },
)
