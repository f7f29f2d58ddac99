"""Verbs and questions of insights: the supervisor's week, what a calibration shows."""

from qualitydesk.insights.service.calibrations import CalibrationResults
from qualitydesk.insights.service.weeks import Weeks

__all__ = ["CalibrationResults", "Weeks"]
