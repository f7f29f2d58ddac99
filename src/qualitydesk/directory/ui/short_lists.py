"""The short lists of the directory, held in memory: institutions, departments with their heads, places, posts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from uuid import UUID

from PySide6.QtWidgets import QWidget

from qualitydesk.basics.changes import By
from qualitydesk.basics.phrases import say
from qualitydesk.directory.model import Department, Institution, Place, Post
from qualitydesk.directory.service import Directory
from qualitydesk.directory.ui.heads_dialog import HeadsDialog
from qualitydesk.directory.ui.hours_dialog import HoursDialog
from qualitydesk.directory.ui.offer import DepartmentCard, Offer, chosen_id, for_department, offer_of
from qualitydesk.directory.ui.small_dialogs import DepartmentDialog, InstitutionDialog, PlaceDialog, PostDialog
from qualitydesk.kit.draft_dialog import DraftDialog
from qualitydesk.kit.keys import key_words
from qualitydesk.kit.pickers import Choice, Picker
from qualitydesk.kit.pieces import button, hbox, label, vbox
from qualitydesk.kit.table import Table
from qualitydesk.kit.table_model import Column, TableModel
from qualitydesk.kit.theme import GAP, GRID
from qualitydesk.kit.tools import Tools


@dataclass(frozen=True)
class DepartmentRow:
    """A department with the names the list shows beside it."""

    department: Department
    institution: str
    head: str

    @property
    def id(self) -> UUID:
        return self.department.id


def department_rows(directory: Directory) -> tuple[DepartmentRow, ...]:
    """Departments by institution and name, with today's heads (a read lane's work)."""
    homes = {found.id: found for found in directory.institutions()}
    heads = directory.head_names()
    rows = (
        DepartmentRow(found, homes[found.institution_id].name, heads[found.id].name if found.id in heads else "")
        for found in directory.departments()
    )
    return tuple(sorted(rows, key=lambda row: (homes[row.department.institution_id].code, row.department.name)))


class ShortList(QWidget):
    """A list with `add`, Enter to edit, `load`. Subclasses give columns, rows and dialogs."""

    def __init__(self, tools: Tools, directory: Directory, by: Callable[[], By], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tools = tools
        self._directory = directory
        self._by = by
        self._sought: object = None
        self.entries = TableModel(self._columns(), parent=self)
        name, empty = self._words()
        self.table = Table(
            self.entries, name=name, empty=empty, tools=tools, remember=f"directory.{type(self).__name__}"
        )
        self.table.opened.connect(self._open)
        self._column = vbox(self.table, gap=GAP)
        self._column.setContentsMargins(0, GAP, 0, 0)
        self.setLayout(self._column)

    def load(self) -> None:
        """Read the list anew; the cursor keeps its place."""
        raise NotImplementedError

    def add(self) -> None:
        """Open an empty dialog."""
        raise NotImplementedError

    def _columns(self) -> tuple[Column, ...]:
        raise NotImplementedError

    def _words(self) -> tuple[str, str]:
        """The list's name and what it says when empty."""
        raise NotImplementedError

    def _open(self, row: object) -> None:
        raise NotImplementedError

    def _show_rows(self, rows: Sequence[object]) -> None:
        self.entries.show_rows(rows)
        if self._sought is not None and self.table.select_key(self._sought):
            self._sought = None

    def _show(self, dialog: DraftDialog, verb: Callable[..., object]) -> None:
        dialog.writes(verb, self._by(), then=self._saved)
        dialog.open()

    def _saved(self, row_id: object) -> None:
        self._sought = row_id


class InstitutionsView(ShortList):
    """Institutions by code, each with its opening hours."""

    def __init__(self, tools: Tools, directory: Directory, by: Callable[[], By], parent: QWidget | None = None) -> None:
        super().__init__(tools, directory, by, parent)
        self.hours_button = button(self.tr("Opening hours…"), "clock", self.show_hours)
        self.hours_button.setToolTip(key_words("Ctrl+H"))
        self._column.insertLayout(0, hbox(None, self.hours_button))

    def show_hours(self) -> None:
        """The opening hours of the institution under the cursor, by dates."""
        row = self.table.current_row()
        if isinstance(row, Institution):
            HoursDialog(self.tools, self._directory, self._by, row.id, parent=self).open()

    def load(self) -> None:
        self.tools.operations.read(self, self._directory.institutions, then=self._show_rows)

    def add(self) -> None:
        self._show(InstitutionDialog(self.tools, parent=self), self._directory.save_institution)

    def _columns(self) -> tuple[Column, ...]:
        return (
            Column(self.tr("Code"), lambda row: row.code, width=96, sort="code"),
            Column(self.tr("Name"), lambda row: row.name, width=280, sort="name"),
            Column(
                self.tr("Region"),
                lambda row: say(self.tools.language, f"region.{row.region}"),
                width=168,
                sort="region",
            ),
            _state_column(self.tr("State"), self.tr("Out of use"), lambda row: row.active),
        )

    def _words(self) -> tuple[str, str]:
        return self.tr("Institutions"), self.tr("No institution yet. Add the first one with Ctrl+N.")

    def _open(self, row: object) -> None:
        if isinstance(row, Institution):
            dialog = InstitutionDialog(self.tools, row, parent=self)
            dialog.reloads(partial(self._directory.institution, row.id), dialog.show_known)
            self._show(dialog, self._directory.save_institution)


class DepartmentsView(ShortList):
    """Departments with today's heads, perhaps of one institution only."""

    def __init__(self, tools: Tools, directory: Directory, by: Callable[[], By], parent: QWidget | None = None) -> None:
        super().__init__(tools, directory, by, parent)
        self._all: tuple[DepartmentRow, ...] = ()
        self.institution = Picker(optional=True, placeholder=self.tr("All institutions"))
        self.institution.setAccessibleName(self.tr("Institution"))
        self.institution.setMinimumWidth(32 * GRID)
        self.institution.picked.connect(lambda _key: self._narrow())
        self.heads_button = button(self.tr("Heads by dates…"), "calendar", self.show_heads)
        self.heads_button.setToolTip(key_words("Ctrl+H"))
        self._column.insertLayout(0, hbox(self.institution, None, self.heads_button))

    def load(self) -> None:
        self.tools.operations.read(self, department_rows, self._directory, then=self._show_all)
        self.tools.operations.read(self, offer_of, self._directory, then=self._show_offer)

    def add(self) -> None:
        self.tools.operations.read(self, offer_of, self._directory, then=self._open_empty, topic="dialog")

    def _columns(self) -> tuple[Column, ...]:
        return (
            Column(self.tr("Institution"), lambda row: row.institution, width=220, sort="institution"),
            Column(self.tr("Department"), lambda row: row.department.name, width=200, sort="name"),
            Column(self.tr("Head of department"), lambda row: row.head, width=160, sort="head"),
            _state_column(self.tr("State"), self.tr("Out of use"), lambda row: row.department.active),
        )

    def _words(self) -> tuple[str, str]:
        return self.tr("Departments"), self.tr("No department yet. Add the first one with Ctrl+N.")

    def _show_all(self, rows: tuple[DepartmentRow, ...]) -> None:
        self._all = rows
        self._narrow()

    def _narrow(self) -> None:
        home = chosen_id(self.institution)
        self._show_rows([row for row in self._all if home is None or row.department.institution_id == home])

    def _show_offer(self, offer: Offer) -> None:
        self.institution.show_choices(offer.institution_choices(chosen_id(self.institution)))

    def show_heads(self) -> None:
        """The heads of the department under the cursor, by dates."""
        row = self.table.current_row()
        if isinstance(row, DepartmentRow):
            HeadsDialog(self.tools, self._directory, self._by, row.id, parent=self).open()

    def _open_empty(self, offer: Offer) -> None:
        dialog = DepartmentDialog(self.tools, offer, institution_id=chosen_id(self.institution), parent=self)
        self._show(dialog, self._directory.save_department)

    def _open(self, row: object) -> None:
        if isinstance(row, DepartmentRow):
            self.tools.operations.read(
                self, for_department, self._directory, row.id, then=self._open_filled, topic="dialog"
            )

    def _open_filled(self, found: tuple[Offer, DepartmentCard]) -> None:
        dialog = DepartmentDialog(self.tools, *found, parent=self)
        dialog.reloads(partial(for_department, self._directory, found[1].department.id), dialog.show_found)
        self._show(dialog, self._directory.save_department)


@dataclass(frozen=True)
class PlaceRow:
    """A place with its institution's name and code."""

    place: Place
    institution: str
    code: str

    @property
    def id(self) -> UUID:
        return self.place.id


def place_rows(directory: Directory) -> tuple[PlaceRow, ...]:
    """Places by institution and name (a read lane's work)."""
    homes = {found.id: found for found in directory.institutions()}
    rows = (
        PlaceRow(found, homes[found.institution_id].name, homes[found.institution_id].code)
        for found in directory.places()
    )
    return tuple(sorted(rows, key=lambda row: (row.code, row.place.name)))


class PlacesView(ShortList):
    """Rooms and areas a round goes to, perhaps of one institution only."""

    def __init__(self, tools: Tools, directory: Directory, by: Callable[[], By], parent: QWidget | None = None) -> None:
        super().__init__(tools, directory, by, parent)
        self._all: tuple[PlaceRow, ...] = ()
        self.institution = Picker(optional=True, placeholder=self.tr("All institutions"))
        self.institution.setAccessibleName(self.tr("Institution"))
        self.institution.setMinimumWidth(32 * GRID)
        self.institution.picked.connect(lambda _key: self._narrow())
        self._column.insertLayout(0, hbox(self.institution, None))

    def load(self) -> None:
        self.tools.operations.read(self, place_rows, self._directory, then=self._show_all)
        self.tools.operations.read(self, self._directory.institutions, then=self._offer)

    def add(self) -> None:
        self.tools.operations.read(self, self._directory.institutions, then=self._open_empty, topic="dialog")

    def _columns(self) -> tuple[Column, ...]:
        return (
            Column(self.tr("Institution"), lambda row: row.institution, width=220, sort="institution"),
            Column(self.tr("Place"), lambda row: row.place.name, width=220, sort="name"),
            Column(self.tr("Kind"), self._kind, width=140, sort="kind"),
            _state_column(self.tr("State"), self.tr("Out of use"), lambda row: row.place.active),
        )

    def _kind(self, row: PlaceRow) -> str:
        return say(self.tools.language, f"place_kind.{row.place.kind}")

    def _words(self) -> tuple[str, str]:
        return self.tr("Places"), self.tr("No place yet. Add halls, rooms and areas that rounds go to with Ctrl+N.")

    def _show_all(self, rows: tuple[PlaceRow, ...]) -> None:
        self._all = rows
        self._narrow()

    def _narrow(self) -> None:
        home = chosen_id(self.institution)
        self._show_rows([row for row in self._all if home is None or row.place.institution_id == home])

    def _offer(self, institutions: Sequence[Institution]) -> None:
        kept = chosen_id(self.institution)
        self.institution.show_choices(
            [Choice(found.id, found.name, found.code) for found in institutions if found.active or found.id == kept]
        )

    def _open_empty(self, institutions: Sequence[Institution]) -> None:
        dialog = PlaceDialog(self.tools, institutions, home=chosen_id(self.institution), parent=self)
        self._show(dialog, self._directory.save_place)

    def _open(self, row: object) -> None:
        if isinstance(row, PlaceRow):
            query = partial(_place, self._directory, row.id)
            self.tools.operations.read(self, query, then=self._open_filled, topic="dialog")

    def _open_filled(self, found: tuple[Sequence[Institution], Place]) -> None:
        dialog = PlaceDialog(self.tools, *found, parent=self)
        dialog.reloads(partial(_place, self._directory, found[1].id), lambda latest: dialog.show_known(latest[1]))
        self._show(dialog, self._directory.save_place)


def _place(directory: Directory, place_id: UUID) -> tuple[Sequence[Institution], Place]:
    """Institutions, and one place as it stands on disk (a read lane's work)."""
    return directory.institutions(), directory.place(place_id)


class PostsView(ShortList):
    """Posts, the same in every institution."""

    def __init__(self, tools: Tools, directory: Directory, by: Callable[[], By], parent: QWidget | None = None) -> None:
        super().__init__(tools, directory, by, parent)
        words = self.tr("By its code a standard says which posts it is for; papers and lists show the name.")
        self._column.insertWidget(0, label(words, "caption", wrap=True))

    def load(self) -> None:
        self.tools.operations.read(self, self._directory.posts, then=self._show_rows)

    def add(self) -> None:
        taken = {post.code for post in self.entries.all_rows()}
        suggested = next(code for at in range(1, 1000) if (code := f"post_{at}") not in taken)
        self._show(PostDialog(self.tools, suggested=suggested, parent=self), self._directory.save_post)

    def _columns(self) -> tuple[Column, ...]:
        return (
            Column(self.tr("Name"), lambda row: row.name, width=220, sort="name"),
            Column(self.tr("Code"), lambda row: row.code, width=200, sort="code"),
            _state_column(self.tr("State"), self.tr("Out of use"), lambda row: row.active),
        )

    def _words(self) -> tuple[str, str]:
        return self.tr("Posts"), self.tr("No post yet. Add the first one with Ctrl+N.")

    def _open(self, row: object) -> None:
        if isinstance(row, Post):
            dialog = PostDialog(self.tools, row, parent=self)
            dialog.reloads(partial(_post, self._directory, row.id), dialog.show_known)
            self._show(dialog, self._directory.save_post)


def _post(directory: Directory, post_id: UUID) -> Post:
    """One post as it stands on disk (a read lane's work)."""
    return next(found for found in directory.posts() if found.id == post_id)


def _state_column(title: str, out_of_use: str, active: Callable[..., bool]) -> Column:
    return Column(
        title,
        lambda row: "" if active(row) else out_of_use,
        tone=lambda _row: "muted",
        width=120,
        stretch=True,
    )
