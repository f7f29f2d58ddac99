"""Verbs and questions of customers."""

from __future__ import annotations

from qualitydesk.members.service.papers import MemberPapers
from qualitydesk.members.service.privacy import Privacy
from qualitydesk.members.service.profiles import Profiles
from qualitydesk.members.service.verbs import Members

__all__ = ["MemberPapers", "Members", "Privacy", "Profiles"]
