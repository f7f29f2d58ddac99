"""Joins the parts' pages: what one wishes for, another gives. The only place where features meet upwards."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject

from qualitydesk.app.bootstrap import Services
from qualitydesk.app.settings_page import SettingsPage
from qualitydesk.basics.changes import By
from qualitydesk.basics.settings import SettingsFile
from qualitydesk.directory.ui.directory_page import DirectoryPage
from qualitydesk.inspections.ui.result_page import ResultPage
from qualitydesk.inspections.ui.rounds_page import RoundsPage
from qualitydesk.inspections.ui.standards_page import StandardsPage
from qualitydesk.inspections.ui.walk_view import WalkPage
from qualitydesk.kit.page import Page
from qualitydesk.kit.status import StatusLine
from qualitydesk.papers.ui.preview_dialog import PreviewDialog
from qualitydesk.penalties.ui.proposals_page import ProposalsPage
from qualitydesk.penalties.ui.slip_page import SlipPage
from qualitydesk.penalties.ui.slips_page import SlipsPage

if TYPE_CHECKING:
    from qualitydesk.app.main_window import MainWindow


class Desk(QObject):
    """Every page of the window, made when first asked for, and the ways between them."""

    def __init__(self, window: MainWindow, services: Services, settings: SettingsFile, folder: Path) -> None:
        super().__init__(window)
        self._window = window
        self._tools = window.tools
        self.services = services
        self._settings = settings
        self._folder = folder
        self._me: UUID | None = UUID(settings.current.me) if settings.current.me else None
        self._pages: dict[str, Page] = {}
        self._makers: dict[str, Callable[[], Page]] = {
            "rounds": self._rounds,
            "walk": self._walk,
            "result": self._result,
            "proposals": self._proposals,
            "penalties": self._slips,
            "slip": self._slip,
            "standards": lambda: StandardsPage(self._tools, services.standards, services.directory),
            "directory": lambda: DirectoryPage(self._tools, services.directory, self.by),
            "settings": self._settings_page,
        }

    def by(self) -> By:
        """Who types now; who decides is asked where it may be somebody else."""
        return By.alone(self._me)

    def page(self, key: str) -> Page:
        """A page of this window, made when first asked for."""
        if key not in self._pages:
            self._pages[key] = self._makers[key]()
        return self._pages[key]

    def retire(self) -> None:
        """Let every page go (another language follows)."""
        for page in self._pages.values():
            page.setParent(None)
            page.deleteLater()
        self._pages.clear()
        self.setParent(None)
        self.deleteLater()
