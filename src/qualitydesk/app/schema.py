"""Gathers every part's tables, so that migrations, dumps and checks know them all."""

from __future__ import annotations

from qualitydesk.complaints.store import request_tables
from qualitydesk.complaints.store import tables as complaints
from qualitydesk.directory import store as directory
from qualitydesk.directory.store import hours, visitors
from qualitydesk.insights.store import report_rows, trend_rows, weeks
from qualitydesk.inspections.store import calendar as inspection_plan
from qualitydesk.inspections.store import (
    calibrations,
    corrections,
    narratives,
    photos,
    plans,
    profiles,
    standards,
    sums,
)
from qualitydesk.inspections.store import tables as inspections
from qualitydesk.measures.store import tables as measures
from qualitydesk.members import store as members
from qualitydesk.members.store import contact_tables, point_tables, profile_tables, purchase_tables, tier_tables
from qualitydesk.papers import store as papers
from qualitydesk.penalties.store import acknowledgement_tables, consequence_tables, reward_tables
from qualitydesk.penalties.store import tables as penalties
from qualitydesk.rulebook import store as rulebook
from qualitydesk.rulebook.store import calendar
from qualitydesk.storage import audit, blobs, search, series, told
from qualitydesk.storage.base import whole_metadata

PARTS = (
    audit,
    blobs,
    search,
    series,
    told,
    rulebook,
    calendar,
    directory,
    hours,
    visitors,
    members,
    contact_tables,
    profile_tables,
    purchase_tables,
    tier_tables,
    point_tables,
    measures,
    complaints,
    request_tables,
    inspections,
    inspection_plan,
    calibrations,
    corrections,
    narratives,
    photos,
    plans,
    profiles,
    standards,
    sums,
    papers,
    penalties,
    reward_tables,
    consequence_tables,
    acknowledgement_tables,
    weeks,
    trend_rows,
    report_rows,
)

metadata = whole_metadata()

__all__ = ["PARTS", "metadata"]
