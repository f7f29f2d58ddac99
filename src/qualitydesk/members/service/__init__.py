"""Verbs and questions of customers, of what they buy, of their points and benefits."""

from __future__ import annotations

from qualitydesk.members.service.benefits import Benefits
from qualitydesk.members.service.points import MemberPoints
from qualitydesk.members.service.purchase_lists import PurchaseLists
from qualitydesk.members.service.purchases import Purchases
from qualitydesk.members.service.verbs import Members

__all__ = ["Benefits", "MemberPoints", "Members", "PurchaseLists", "Purchases"]
