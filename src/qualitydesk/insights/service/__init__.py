"""Verbs and questions of insights: the supervisor's week, trends, reports, what a calibration shows."""

from qualitydesk.insights.service.calibrations import CalibrationResults
from qualitydesk.insights.service.quality_reports import QualityReports
from qualitydesk.insights.service.trends import Trends
from qualitydesk.insights.service.weeks import Weeks

__all__ = ["CalibrationResults", "QualityReports", "Trends", "Weeks"]
