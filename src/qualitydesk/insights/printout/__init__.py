"""The supervisor's week as a paper: the fields its form may name, and a week's values for them."""

from __future__ import annotations

from qualitydesk.insights.printout.fields import FIELDS
from qualitydesk.insights.printout.week import figures_of, week_fields

__all__ = ["FIELDS", "figures_of", "week_fields"]
