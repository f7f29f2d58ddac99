"""Verbs and questions of penalties, rewards and settlement, imported when first asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qualitydesk.basics.later import given_later

if TYPE_CHECKING:
    from qualitydesk.penalties.service.acknowledgements import Acknowledgements
    from qualitydesk.penalties.service.deciding import Consequences
    from qualitydesk.penalties.service.months import Settlements
    from qualitydesk.penalties.service.points import StaffPoints
    from qualitydesk.penalties.service.rewards import Rewards
    from qualitydesk.penalties.service.slips import Penalties
    from qualitydesk.penalties.service.stars import Stars
    from qualitydesk.penalties.service.trials import Trials

__all__ = [
    "Acknowledgements",
    "Consequences",
    "Penalties",
    "Rewards",
    "Settlements",
    "StaffPoints",
    "Stars",
    "Trials",
]

__getattr__ = given_later(
    __name__,
    {
        "Consequences": "deciding",
        "Acknowledgements": "acknowledgements",
        "Penalties": "slips",
        "Rewards": "rewards",
        "Settlements": "months",
        "StaffPoints": "points",
        "Stars": "stars",
        "Trials": "trials",
    },
)
