"""The sample's own edition of a pack: what a supervisor changed some weeks ago, and why."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from qualitydesk.app.bootstrap import Services
from qualitydesk.app.sample.people import Staffed
from qualitydesk.basics.clock import FixedClock
from qualitydesk.inspections.model.editions import PackDraft

REVISED, WEIGHTED = "environment_hall", ("E-SEAT-01", "E-SIGN-01")
DAYS_AGO = 62


def revise(past: Services, clock: FixedClock, made: Staffed, language: str, now: datetime) -> None:
    """Seats and signs weigh more in the halls since then."""
    clock.set(now - timedelta(days=DAYS_AGO))
    pack = next(pack for pack in past.standards.all_packs() if pack.code == REVISED)
    items = tuple(replace(item, weight=3) if item.code in WEIGHTED else item for item in pack.items)
    reason = "患者意见集中在座椅和指引，提高这两项的权重"
    if language == "en":
        reason = "Patients mostly mention seats and signs: both weigh more"
    past.standards.save_edition(PackDraft(replace(pack, items=items), pack.edition, reason), made.by)
