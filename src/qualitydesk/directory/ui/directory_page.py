"""The page 组织: people, institutions, departments, places and posts behind tabs; one button adds to the list shown."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QTabWidget, QWidget

from qualitydesk.basics.changes import By, Change
from qualitydesk.directory.service import Directory
from qualitydesk.directory.ui.heads_dialog import HeadsDialog
from qualitydesk.directory.ui.hours_dialog import HoursDialog
from qualitydesk.directory.ui.people_view import PeopleView
from qualitydesk.directory.ui.roster import export_people, open_import
from qualitydesk.directory.ui.short_lists import DepartmentsView, InstitutionsView, PlacesView, PostsView
from qualitydesk.directory.ui.standings_view import StandingsView
from qualitydesk.kit.draft_dialog import DraftDialog
from qualitydesk.kit.import_dialog import ImportDialog
from qualitydesk.kit.keys import Key
from qualitydesk.kit.page import Page
from qualitydesk.kit.tools import Tools


class DirectoryPage(Page):
    """Lists of the directory; only the one shown is read, the others when they are turned to.

    Signals: `person_wanted(employee id)` for the page of one of them.
    """

    person_wanted = Signal(object)
    concerns: ClassVar[frozenset[Change]] = frozenset({Change.DIRECTORY})

    def __init__(self, tools: Tools, directory: Directory, by: Callable[[], By], parent: QWidget | None = None) -> None:
        super().__init__(tools, "", parent)
        self._directory = directory
        self._by = by
        self.set_title(self.tr("Directory"))
        self.people = PeopleView(tools, directory, by)
        self.institutions = InstitutionsView(tools, directory, by)
        self.departments = DepartmentsView(tools, directory, by)
        self.places = PlacesView(tools, directory, by)
        self.posts = PostsView(tools, directory, by)
        self.standings = StandingsView(tools, directory)
        self.people.opened.connect(self.person_wanted)
        self.standings.opened.connect(self.person_wanted)
        self._lists = (self.people, self.institutions, self.departments, self.posts, self.places)
        self._views = (*self._lists, self.standings)
        self._outdated = set(range(len(self._views)))
        self.tabs = QTabWidget()
        self.tabs.setAccessibleName(self.tr("Lists of the directory"))
        self.tabs.setDocumentMode(True)
        titles = (
            self.tr("People"),
            self.tr("Institutions"),
            self.tr("Departments"),
            self.tr("Posts"),
            self.tr("Places"),
            self.tr("Superiors on a day"),
        )
        for view, title in zip(self._views, titles, strict=True):
            self.tabs.addTab(view, title)
        self.body.addWidget(self.tabs)
        self.add_words = (
            self.tr("Add person"),
            self.tr("Add institution"),
            self.tr("Add department"),
            self.tr("Add post"),
            self.tr("Add place"),
        )
        self.import_button = self.add_button(
            self.tr("Import"), "upload", self._import, role="quiet", sequence="Ctrl+I",
            words=self.tr("Import people from a file"),
        )  # fmt: skip
        self.export_button = self.add_button(
            self.tr("Export"), "download", self._export, role="quiet", sequence="Ctrl+E",
            words=self.tr("Export the list shown to a file"),
        )  # fmt: skip
        self.add_entry = self.add_button(
            self.add_words[0], "plus", self._add, role="primary", sequence="Ctrl+N", words=self.tr("Add to this list")
        )
        self.bind(
            Key("Return", self.tr("Open the entry under the cursor")),
            Key("F2", self.tr("Edit number, name and dates of the person under the cursor"), self._edit),
            Key("Ctrl+H", self.tr("By dates: a department's heads, an institution's opening hours"), self._show_dates),
            Key("Ctrl+F", self.tr("Search people"), self._search),
            Key("Ctrl+PgDown", self.tr("Next list"), lambda: self._turn(+1)),
            Key("Ctrl+PgUp", self.tr("List before"), lambda: self._turn(-1)),
        )
        self.tabs.currentChanged.connect(self._turned)

    def refresh(self, changes: frozenset[Change]) -> None:
        self._outdated = set(range(len(self._views)))
        self._load_shown()

    def may_leave(self) -> bool:
        kinds = (DraftDialog, ImportDialog, HeadsDialog, HoursDialog)
        return not any(dialog.isVisible() for kind in kinds for dialog in self.findChildren(kind))

    def _load_shown(self) -> None:
        place = self.tabs.currentIndex()
        if place in self._outdated:
            self._outdated.discard(place)
            self._views[place].load()

    def _turned(self, place: int) -> None:
        shown = self._views[place]
        self.add_entry.setVisible(shown in self._lists)
        if shown in self._lists:
            self.add_entry.setText(self.add_words[place])
        self.import_button.setVisible(shown is self.people)
        self.export_button.setVisible(shown in (self.people, self.standings))
        self._load_shown()

    def _turn(self, by: int) -> None:
        self.tabs.setCurrentIndex((self.tabs.currentIndex() + by) % self.tabs.count())
        self._views[self.tabs.currentIndex()].table.setFocus()

    def _add(self) -> None:
        self._lists[self.tabs.currentIndex()].add()

    def _edit(self) -> None:
        if self.tabs.currentWidget() is self.people:
            self.people.edit()

    def _show_dates(self) -> None:
        if self.tabs.currentWidget() is self.departments:
            self.departments.show_heads()
        elif self.tabs.currentWidget() is self.institutions:
            self.institutions.show_hours()

    def _import(self) -> None:
        self.tools.operations.read(self, self._directory.today, then=self._open_import, topic="import")

    def _open_import(self, today: date) -> None:
        open_import(self.tools, self, self._directory, self._by(), today)

    def _export(self) -> None:
        if self.tabs.currentWidget() is self.standings:
            self.standings.save()
            return
        export_people(self.tools, self, self._directory, self.people.wanted())

    def _search(self) -> None:
        if self.tabs.currentWidget() is self.standings:
            self.standings.search.setFocus()
            return
        self.tabs.setCurrentWidget(self.people)
        self.people.focus_search()
