"""The result of a round: its head, its tables, one answer in full. `ResultPage` puts them together."""

from __future__ import annotations

from qualitydesk.inspections.ui.result.correcting import Correcting
from qualitydesk.inspections.ui.result.page import ResultPage
from qualitydesk.inspections.ui.result.proving import Proving
from qualitydesk.inspections.ui.result.rechecking import Rechecking

__all__ = ["Correcting", "Proving", "Rechecking", "ResultPage"]
