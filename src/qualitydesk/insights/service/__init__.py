"""Verbs and questions of insights: the supervisor's week, trends, reports."""

from qualitydesk.insights.service.quality_reports import QualityReports
from qualitydesk.insights.service.trends import Trends
from qualitydesk.insights.service.weeks import Weeks

__all__ = ["QualityReports", "Trends", "Weeks"]
