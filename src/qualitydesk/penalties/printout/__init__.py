"""The papers of penalties and rewards: what each offers to its form, and how the values fill it."""

from __future__ import annotations

from qualitydesk.penalties.printout.fields import FIELDS
from qualitydesk.penalties.printout.reward_fields import BULLETIN_FIELDS, CERTIFICATE_FIELDS, SETTLEMENT_FIELDS
from qualitydesk.penalties.printout.slip import slip_fields

__all__ = ["BULLETIN_FIELDS", "CERTIFICATE_FIELDS", "FIELDS", "SETTLEMENT_FIELDS", "slip_fields"]
