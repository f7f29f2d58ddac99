"""Verbs and questions of customers, of what they buy, of their points and benefits."""

from __future__ import annotations

from qualitydesk.members.service.benefits import Benefits
from qualitydesk.members.service.papers import MemberPapers
from qualitydesk.members.service.points import MemberPoints
from qualitydesk.members.service.privacy import Privacy
from qualitydesk.members.service.profiles import Profiles
from qualitydesk.members.service.purchase_lists import PurchaseLists
from qualitydesk.members.service.purchases import Purchases
from qualitydesk.members.service.verbs import Members

__all__ = [
    "Benefits",
    "MemberPapers",
    "MemberPoints",
    "Members",
    "Privacy",
    "Profiles",
    "PurchaseLists",
    "Purchases",
]
