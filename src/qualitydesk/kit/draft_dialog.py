"""A dialog that edits a draft and hands it out as plain data; what is wrong stands beside its field."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFrame,
    QGridLayout,
    QPlainTextEdit,
    QScrollArea,
    QWidget,
)

from qualitydesk.basics.errors import Problem, Refused
from qualitydesk.kit.field_row import FieldRow
from qualitydesk.kit.keys import Key, KeyTable
from qualitydesk.kit.pickers import Picker
from qualitydesk.kit.pieces import Banner, button, hbox, label, vbox
from qualitydesk.kit.theme import EDGE, GRID, ROW
from qualitydesk.kit.tools import Tools

__all__ = ["DraftDialog", "FieldRow"]


class DraftDialog(QDialog):
    """Base of the forms. Subclasses add rows, override `read_draft` and perhaps `problems_in`.

    Signals: `submitted(draft)` after Save when nothing is wrong with it; the dialog then waits, Save disabled, for
    `finish()` or `take_back(error)`. `writes` wires all of that to a verb; `reloads` offers the newest state when
    somebody else has changed the row meanwhile.
    """

    submitted = Signal(object)

    def __init__(self, tools: Tools, title: str, *, save_text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tools = tools
        self._fields: dict[str, FieldRow] = {}
        self._untouched: object = None
        self._as_read: dict[str, str] = {}
        self._saving = False
        self._load: Callable[[], None] | None = None
        self._leaves: dict[QWidget, list[str]] = {}
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.latest_button = button(self.tr("Load the latest"), "refresh", self._load_latest)
        self.latest_button.hide()
        self._banner = Banner("", "danger", self.latest_button)
        self._banner.hide()
        self._form = QGridLayout()
        self._form.setHorizontalSpacing(EDGE)
        self._form.setVerticalSpacing(GRID)
        self._form.setColumnStretch(1, 1)
        self._inside = inside = QWidget()
        inside.setProperty("role", "scrolled")
        self._rows_column = filled = vbox(self._form, None)
        filled.setContentsMargins(0, 0, GRID, 0)
        inside.setLayout(filled)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(inside)
        self.cancel_button = button(self.tr("Cancel"), do=self.reject)
        self.cancel_button.setAutoDefault(True)  # Enter on it must not save
        self.save_button = button(save_text or self.tr("Save"), "check", self._save, role="primary")
        self.save_button.setDefault(True)
        self._buttons = hbox(None, self.cancel_button, self.save_button)
        self._middle = hbox(self._scroll, gap=EDGE)
        column = vbox(self._banner, self._middle, self._buttons, gap=EDGE)
        column.setStretch(1, 1)
        column.setContentsMargins(EDGE, EDGE, EDGE, EDGE)
        self.setLayout(column)
        self.setMinimumWidth(64 * GRID)
        self.key_table = KeyTable(self)
        self.key_table.bind(
            Key("Ctrl+Return", self.tr("Save, from any field"), self.press_save),
            Key("Return", self.tr("Save; on a button, press it")),
            Key("Tab", self.tr("Next field")),
            Key("Esc", self.tr("Cancel; asks before anything entered is lost")),
        )

    def add_row(self, name: str, words: str, editor: QWidget, *, hint: str = "", required: bool = False) -> FieldRow:
        """Add a field. `name` is the field its problems are filed under (`Problem.field`); `required` adds a star."""
        row = FieldRow(name, words, editor, hint, required)
        if self._leaves:
            next(reversed(self._leaves.values())).append(name)
        place = self._form.rowCount()
        self._form.addWidget(row.caption, place, 0, Qt.AlignmentFlag.AlignTop)
        self._form.addWidget(row.right, place, 1)
        self._fields[name] = row
        if isinstance(editor, QCheckBox):
            editor.setMinimumHeight(ROW)
        if isinstance(editor, QPlainTextEdit):
            editor.setTabChangesFocus(True)
            editor.setMinimumHeight(3 * ROW)
            editor.setMaximumHeight(min(editor.maximumHeight(), 4 * ROW))
        return row

    def begin_page(self) -> QWidget:
        """What is added from now on stands on a page of its own, hidden until `turn_to` shows it alone."""
        page = QWidget()
        page.setProperty("role", "scrolled")
        self._form = QGridLayout()
        self._form.setHorizontalSpacing(EDGE)
        self._form.setVerticalSpacing(GRID)
        self._form.setColumnStretch(1, 1)
        self._form.setContentsMargins(0, 0, 0, 0)
        page.setLayout(self._form)
        page.hide()
        self._rows_column.insertWidget(self._rows_column.count() - 1, page)
        self._leaves[page] = []
        return page

    def turn_to(self, page: QWidget) -> None:
        """Show one page in place of the others."""
        for one in self._leaves:
            one.setVisible(one is page)
        self._scroll.verticalScrollBar().setValue(0)

    def drop_page(self, page: QWidget) -> None:
        """Take a page away with its fields."""
        for name in self._leaves.pop(page):
            del self._fields[name]
        self._rows_column.removeWidget(page)
        page.hide()
        page.deleteLater()

    def add_section(self, title: str) -> None:
        """A heading over the fields that follow."""
        self.add_wide(label(title, "section"))

    def add_wide(self, widget: QWidget) -> None:
        """Anything across both columns: a card, a table, a note."""
        self._form.addWidget(widget, self._form.rowCount(), 0, 1, 2)

    def add_beside(self, widget: QWidget, width: int, *, left: bool = False) -> None:
        """Anything at the right of the fields (or `left`), as high as they are; the dialog is wider by its `width`."""
        widget.setFixedWidth(width)
        self._middle.insertWidget(0 if left else self._middle.count(), widget)
        self.setMinimumWidth(72 * GRID + EDGE + width)

    def add_extra_button(self, made: QWidget) -> None:
        """A further button at the left of Cancel and Save."""
        self._buttons.insertWidget(0, made)

    def field_row(self, name: str) -> FieldRow:
        """The row of a field by its name."""
        return self._fields[name]

    def read_draft(self) -> object:
        """The draft as the editors show it: a frozen dataclass or another value with equality."""
        raise NotImplementedError

    def problems_in(self, draft: object) -> Sequence[Problem]:
        """What the rules have against a draft before it is sent."""
        return ()

    def is_changed(self) -> bool:
        """Whether anything differs from what the dialog opened with."""
        return bool(self.read_draft() != self._untouched)

    def open(self) -> None:
        self._remember()
        room = self.screen().availableGeometry().height() - 10 * GRID
        wanted = self._inside.sizeHint().height() + 20 * GRID
        self._make_room(wanted - 8 * GRID - room)  # not all of what is added is needed while nothing is wrong
        self.resize(max(self.width(), 72 * GRID), min(wanted, room))
        self._order_tabs()
        super().open()

    def _make_room(self, lacking: int) -> None:
        """Long texts become lower before the form is scrolled, if that suffices. `lacking` in pixels."""
        texts = [row.editor for row in self._fields.values() if isinstance(row.editor, QPlainTextEdit)]
        texts = [one for one in texts if not one.isHidden()]
        spare = sum(one.maximumHeight() - 2 * ROW for one in texts)
        if not 0 < lacking <= spare:
            return
        for one in texts:
            lower = one.maximumHeight() - -(-lacking * (one.maximumHeight() - 2 * ROW) // spare)
            one.setMinimumHeight(min(one.minimumHeight(), lower))
            one.setMaximumHeight(lower)

    def writes(
        self, verb: Callable[..., object], *more: object, then: Callable[[object], object] | None = None
    ) -> None:
        """Save runs `verb(draft, *more) -> Done`; the dialog closes when it is on disk, then `then(value)`."""

        def done(value: object) -> None:
            self.finish()
            if then is not None:
                then(value)

        def send(draft: object) -> None:
            self.tools.operations.write(verb, draft, *more, then=done, failed=self.take_back, asker=self)

        self.submitted.connect(send)

    def reloads(self, query: Callable[[], Any], show: Callable[[Any], object]) -> None:
        """When a save is refused because the row has moved on, offer to read it anew and go on from there.

        `query()` runs on a read lane; `show(found)` fills the editors with the newest state, its revision included.
        """
        self._load = lambda: self.tools.operations.read(
            self, query, then=lambda found: self._show_latest(show, found), failed=self._not_loaded, topic="latest"
        )

    def saving(self, under_way: bool) -> None:
        """Save can be pressed once; its outcome frees it again."""
        self._saving = under_way
        self.save_button.setEnabled(not under_way)

    def finish(self) -> None:
        """The draft is on disk: close without asking."""
        self.saving(False)
        self.accept()

    def take_back(self, error: Exception) -> bool:
        """The draft was not saved: show why beside the fields or above them. True when everything was said here."""
        self.saving(False)
        if not isinstance(error, Refused):
            self._say_above(self.tr("It could not be saved. Nothing has changed."))
            return False
        prompts = self.tools.prompts
        self.show_problems(error.problems)
        if not error.problems:
            self._say_above(prompts.words_for(error))
        self.latest_button.setVisible(error.code == "stale" and self._load is not None)
        return True

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Each problem beside its field, those of no field here at the top; the first one gets the focus."""
        said: dict[str, list[str]] = {}
        above: list[str] = []
        for problem in problems:
            words = self.tools.prompts.words_of(problem)
            (said.setdefault(problem.field, []) if problem.field in self._fields else above).append(words)
        for name, row in self._fields.items():
            row.say_problem("\n".join(said.get(name, ())))
        self._say_above("\n".join(above))
        first = next((row for name, row in self._fields.items() if name in said), None)
        if first is not None:
            self._go_to(first)

    def problems_shown(self) -> dict[str, str]:
        """What stands beside the fields now, and under "" what stands above them."""
        shown = {name: row.problem.text() for name, row in self._fields.items() if not row.problem.isHidden()}
        return {**shown, **({"": self._banner.words()} if not self._banner.isHidden() else {})}

    def reject(self) -> None:
        """Cancel, Esc and the window's cross: asks when words would be lost."""
        if self._saving:
            return
        if not self.is_changed():
            super().reject()
            return
        self.tools.prompts.ask(
            self,
            self.tr("Discard changes?"),
            self.tr("What you have entered here has not been saved."),
            yes=self.tr("Discard"),
            no=self.tr("Keep editing"),
            then=super().reject,
            danger=True,
        )

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.isVisible() and (self._saving or self.is_changed()):
            event.ignore()
            self.reject()
            return
        super().closeEvent(event)

    def _order_tabs(self) -> None:
        """Tab goes through the fields first, then to Save and Cancel; typing begins in the first field."""
        self.put_buttons_last()
        first = next(
            (row for row in self._fields.values() if row.editor.isEnabled() and not row.right.isHidden()), None
        )
        if first is not None:
            first.editor.setFocus()

    def put_buttons_last(self) -> None:
        """Tab comes to Save and Cancel behind every field, those added later too."""
        QWidget.setTabOrder(self.previousInFocusChain() or self, self.save_button)
        QWidget.setTabOrder(self.save_button, self.cancel_button)

    def press_save(self) -> None:
        """Ctrl+Enter: the field in hand takes what was typed into it, then Save is pressed as by a click."""
        if self.save_button.isEnabled() and not self.save_button.isHidden():
            for picker in self.findChildren(Picker):
                picker.take_typed()  # its list of matches may stand open and hold the focus
            self.save_button.setFocus()
            self.save_button.click()

    def _save(self) -> None:
        untaken = [row for row in self._fields.values() if row.untaken()]
        if untaken:  # without this the choice would silently be the one before, or nobody
            self._go_to(untaken[0])
            return
        draft = self.read_draft()
        problems = self.problems_in(draft)
        self.show_problems(problems)
        if problems:
            return
        self.saving(True)
        self.submitted.emit(draft)

    def _go_to(self, row: FieldRow) -> None:
        for page, names in self._leaves.items():
            if row.name in names and page.isHidden():
                self.turn_to(page)
        row.editor.setFocus()
        QTimer.singleShot(0, self, lambda: self._scroll.ensureWidgetVisible(row.right))  # laid out with its words

    def _remember(self) -> None:
        """What the editors show now is what is on disk."""
        self._untouched = self.read_draft()
        self._as_read = {name: row.shown_words() for name, row in self._fields.items()}

    def _load_latest(self) -> None:
        if self._load is not None and not self._saving:
            self.saving(True)
            self._load()

    def _not_loaded(self, _error: Exception) -> bool:
        self.saving(False)
        return False

    def _show_latest(self, show: Callable[[Any], object], found: Any) -> None:
        """The newest state in the fields; what the user had entered there and differs stands beside them."""
        self.saving(False)
        mine, read = {name: row.shown_words() for name, row in self._fields.items()}, self._as_read
        show(found)
        self._remember()
        self.show_problems(())
        lost = [row for name, row in self._fields.items() if mine[name] not in (read.get(name, ""), row.shown_words())]
        for row in lost:
            row.say_problem(self.tr("You had entered: {words}").format(words=mine[row.name]))
        if lost:
            self._go_to(lost[0])
        self._say_above(
            self.tr("This is the newest state. Where you had entered something else, it stands beside the field."),
            "info",
        )

    def _say_above(self, words: str, tone: str = "danger") -> None:
        self._banner.say(words, tone)
        self.latest_button.hide()
