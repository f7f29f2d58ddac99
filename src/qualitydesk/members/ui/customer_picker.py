"""A customer chosen while typing: by name, initials, last four digits; masked; who is not known yet is entered here."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from uuid import UUID

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QCompleter, QLineEdit, QWidget

from qualitydesk.basics.changes import By
from qualitydesk.directory.model import Institution
from qualitydesk.directory.service import Directory
from qualitydesk.kit.pieces import set_problem
from qualitydesk.kit.theme import GRID
from qualitydesk.kit.tools import Tools
from qualitydesk.members.model import CustomerDraft, CustomerLine
from qualitydesk.members.rules import typed
from qualitydesk.members.service import Members
from qualitydesk.members.ui.customer_dialog import CustomerDialog
from qualitydesk.members.ui.words import line_words, short_words

PAUSE = 120  # ms after the last letter before the database is asked
_WIDE = 80 * GRID  # pixels: a row is longer than most fields
_LINE = Qt.ItemDataRole.UserRole
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class CustomerPicker(QLineEdit):
    """An editor of a form. Typing searches at once; the last row of what is offered enters a new customer.

    Words nobody was chosen for stay and are said beside the field (`say_beside`), and `DraftDialog` does not save over
    them. Signals: `picked(CustomerLine or None)` when the user chose another one or emptied it.
    """

    picked = Signal(object)

    def __init__(
        self,
        tools: Tools,
        members: Members,
        directory: Directory,
        by: Callable[[], By],
        *,
        placeholder: str = "",
        may_add: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        """`may_add` False: only who is known already can be chosen."""
        super().__init__(parent)
        self._tools = tools
        self._members = members
        self._directory = directory
        self._by = by
        self._may_add = may_add
        self._line: CustomerLine | None = None
        self._home: UUID | None = None
        self._beside: Callable[[str], object] = self._tip
        self.setPlaceholderText(placeholder or self.tr("Name, initials, telephone's last four digits"))
        self.setClearButtonEnabled(True)
        self._offered = QStandardItemModel(self)
        self._completer = QCompleter(self._offered, self)
        self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._completer.setMaxVisibleItems(13)
        self._completer.setWidget(self)
        self._completer.activated[QModelIndex].connect(self._activated)  # type: ignore[index]
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self.search_now)
        self.textEdited.connect(self._edited)
        self.textChanged.connect(self._emptied)

    def chosen(self) -> UUID | None:
        """The id of who is chosen, or None."""
        return self._line.id if self._line is not None else None

    def line(self) -> CustomerLine | None:
        """Who is chosen, masked."""
        return self._line

    def choose(self, line: CustomerLine | None) -> None:
        """Choose without telling."""
        self._line = line
        self.setText(short_words(line) if line is not None else "")
        self.setToolTip(line_words(line, self._tools.language) if line is not None else "")
        self.home(False)
        self._beside("")

    def set_institution(self, institution_id: UUID | None) -> None:
        """Where a new customer is taken to be at home."""
        self._home = institution_id

    def say_beside(self, listener: Callable[[str], object]) -> None:
        """Who shows what could not be taken ("" takes it away), in place of a tip under the field."""
        self._beside = listener

    def untaken(self) -> str:
        """What is said about typed words nobody was chosen for; "" when there are none."""
        if self._line is not None or not self.text().strip():
            return ""
        if self._may_add:
            return self.tr("Pick somebody from the list, or enter a new customer there.")
        return self.tr("Pick somebody from the list.")

    def offered(self) -> list[str]:
        """What the list under the field offers now, as shown."""
        return [self._offered.item(row).text() for row in range(self._offered.rowCount())]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Down opens the list; Enter on words nobody was chosen for does, too, and saves nothing."""
        if event.key() in _ENTER and self.popup().isVisible():
            event.ignore()  # the list is asked after its field: it takes the row
            return
        enter = event.key() in _ENTER and bool(self.untaken())
        if event.key() == Qt.Key.Key_Down or enter:
            self.search_now()
            event.accept()
            return
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self._pause.stop()
            self._beside(self.untaken())

    def _edited(self, text: str) -> None:
        """What is typed is nobody yet."""
        self._beside("")
        if self._line is not None:
            self._line = None
            self.setToolTip("")
            self.picked.emit(None)
        if text.strip():
            self._pause.start()

    def _emptied(self, text: str) -> None:
        """The cross in the field empties it, too."""
        if text.strip():
            return
        self._pause.stop()
        self.popup().hide()
        if self._line is not None and not text:
            self._edited("")

    def search_now(self) -> None:
        """Look for what stands in the field and open the list."""
        self._pause.stop()
        text = "" if self._line is not None else self.text()
        self._tools.operations.read(self, self._members.find, text, then=partial(self._offer, text), topic="find")

    def _offer(self, text: str, found: Sequence[CustomerLine]) -> None:
        """Those found, and a row for somebody new; only while the field is still asking."""
        if not self.hasFocus() or (text != self.text() and self._line is None):
            return
        self._offered.clear()
        for line in found:
            entry = QStandardItem(line_words(line, self._tools.language))
            entry.setData(line, _LINE)
            self._offered.appendRow(entry)
        if self._may_add:
            self._offered.appendRow(QStandardItem(self.tr("New customer…")))
        elif not found:
            entry = QStandardItem(self.tr("Nobody fits."))
            entry.setEnabled(False)
            self._offered.appendRow(entry)
        popup = self.popup()
        popup.setMinimumWidth(_WIDE)
        self._completer.complete()
        popup.setCurrentIndex(popup.model().index(0, 0))  # Enter takes the likeliest

    def popup(self) -> QAbstractItemView:
        """The list under the field."""
        found = self._completer.popup()
        assert found is not None
        return found

    def _activated(self, index: QModelIndex) -> None:
        line = index.data(_LINE)
        if isinstance(line, CustomerLine):
            self._take(line)
        elif index.flags() & Qt.ItemFlag.ItemIsEnabled:
            self.enter_new()

    def _take(self, line: CustomerLine) -> None:
        known = self._line
        self.choose(line)
        if known is None or known.id != line.id:
            self.picked.emit(line)

    def enter_new(self) -> None:
        """Open the dialog for a new customer, with what was typed."""
        self._tools.operations.read(self, self._directory.institutions, then=self._ask, topic="new customer")

    def _ask(self, institutions: list[Institution]) -> None:
        words = self.text().strip() if self._line is None else ""
        reached = bool(typed(words).digits)
        given = CustomerDraft(
            "" if reached else words, telephones=(words,) if reached else (), institution_id=self._home
        )
        dialog = CustomerDialog(self._tools, self._members, institutions, given=given, parent=self.window())
        dialog.meant.connect(self._take)
        dialog.writes(self._members.add_customer, self._by(), then=self._added)
        dialog.open()

    def _added(self, customer_id: object) -> None:
        def show(found: dict[UUID, CustomerLine]) -> None:
            for line in found.values():
                self._take(line)

        self._tools.operations.read(self, self._members.customers, [customer_id], then=show, topic="added")

    def _tip(self, words: str) -> None:
        """Outside a form: a red frame and a tip."""
        set_problem(self, bool(words))
        if words:
            self.setToolTip(words)
