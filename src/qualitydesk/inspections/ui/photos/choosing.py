"""The dialog that asks for picture files."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from qualitydesk.kit.tools import Tools

_KINDS = "*.jpg *.jpeg *.png *.gif *.bmp *.webp *.tif *.tiff *.avif"


def choose_pictures(
    tools: Tools, parent: QWidget, then: Callable[[list[Path]], object], folder: Path | None = None
) -> QFileDialog:
    """Ask for pictures, several at once."""
    pictures = QCoreApplication.translate("ChoosePictures", "Pictures")
    return tools.prompts.open_paths(
        parent,
        QCoreApplication.translate("ChoosePictures", "Add photos"),
        f"{pictures} ({_KINDS} {_KINDS.upper()})",
        then,
        folder=folder,
    )
