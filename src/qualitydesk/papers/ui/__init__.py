"""A paper on the screen and on its way to a printer."""

from qualitydesk.papers.ui.preview_dialog import PreviewDialog, suggested_name

__all__ = ["PreviewDialog", "suggested_name"]
