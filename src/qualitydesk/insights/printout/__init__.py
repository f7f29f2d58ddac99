"""The supervisor's week and a calibration as papers: the fields their forms may name, and the values for them."""

from __future__ import annotations

from qualitydesk.insights.printout.calibration import CALIBRATION_FIELDS, calibration_fields
from qualitydesk.insights.printout.fields import FIELDS
from qualitydesk.insights.printout.week import figures_of, week_fields

__all__ = ["CALIBRATION_FIELDS", "FIELDS", "calibration_fields", "figures_of", "week_fields"]
