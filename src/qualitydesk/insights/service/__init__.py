"""Verbs and questions of insights: the supervisor's week, trends, what a calibration shows."""

from qualitydesk.insights.service.calibrations import CalibrationResults
from qualitydesk.insights.service.trends import Trends
from qualitydesk.insights.service.weeks import Weeks

__all__ = ["CalibrationResults", "Trends", "Weeks"]
