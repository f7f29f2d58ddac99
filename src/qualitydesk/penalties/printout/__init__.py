"""The slip as a paper: what it offers to its form, and how a slip fills it."""

from __future__ import annotations

from qualitydesk.penalties.printout.fields import FIELDS
from qualitydesk.penalties.printout.slip import slip_fields

__all__ = ["FIELDS", "slip_fields"]
