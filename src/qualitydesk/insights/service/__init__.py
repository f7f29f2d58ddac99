"""Verbs and questions of insights: the supervisor's week, trends."""

from qualitydesk.insights.service.trends import Trends
from qualitydesk.insights.service.weeks import Weeks

__all__ = ["Trends", "Weeks"]
