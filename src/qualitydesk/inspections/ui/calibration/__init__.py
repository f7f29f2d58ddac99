"""A calibration begun and sat by one inspector; what it shows stands in insights."""

from __future__ import annotations

from qualitydesk.inspections.ui.calibration.dialog import CalibrationDialog
from qualitydesk.inspections.ui.calibration.sitting import SittingPage

__all__ = ["CalibrationDialog", "SittingPage"]
