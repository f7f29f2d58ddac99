"""Verbs and questions of customers and of what they buy."""

from __future__ import annotations

from qualitydesk.members.service.purchase_lists import PurchaseLists
from qualitydesk.members.service.purchases import Purchases
from qualitydesk.members.service.verbs import Members

__all__ = ["Members", "PurchaseLists", "Purchases"]
