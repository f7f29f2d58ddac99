"""Screens of internal requests: the list, one of them, the window that asks, the windows of each step."""

from qualitydesk.complaints.ui.requests.page import RequestsPage
from qualitydesk.complaints.ui.requests.request_page import RequestPage

__all__ = ["RequestPage", "RequestsPage"]
