"""One field of a form: its label, its editor, a hint, and what is wrong with it or was entered before."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QCheckBox, QLineEdit, QPlainTextEdit, QWidget

from qualitydesk.kit.dates import day_words
from qualitydesk.kit.pickers import DayPicker, Picker
from qualitydesk.kit.pieces import label, set_problem, vbox
from qualitydesk.kit.theme import GRID, ROW

_CHANGES = ("picked", "valueChanged", "textChanged", "toggled")  # of whatever editor: the first it has


class FieldRow:
    """One field of a form: label (buddy of the editor), editor, hint, problem line."""

    def __init__(self, name: str, words: str, editor: QWidget, hint: str, required: bool) -> None:
        self.name = name
        self.words = words
        self.editor = editor
        self.caption = label(f"{words} *" if required else words)
        self.caption.setBuddy(editor)
        self.caption.setMinimumHeight(ROW)
        editor.setAccessibleName(words)  # the buddy's text would bring its "*" or "&" along
        editor.setAccessibleDescription(hint)
        self._own_hint = hint
        self.hint = label(hint, "hint", wrap=True)
        self.hint.setVisible(bool(hint))
        self.problem = label("", "problem", wrap=True)
        self.problem.hide()
        self.right = QWidget()
        self.right.setLayout(vbox(editor, self.hint, self.problem, gap=GRID // 4))
        if (say_beside := getattr(editor, "say_beside", None)) is not None:  # one that tells what it could not take
            say_beside(self.say_problem)
        else:
            for name in _CHANGES:
                if (changed := getattr(editor, name, None)) is not None:
                    changed.connect(lambda *_new: self._mended())
                    break

    def say_problem(self, words: str) -> None:
        """Show what is wrong; "" takes it away."""
        self.problem.setText(words)
        self.problem.setVisible(bool(words))
        marked: QWidget | None = self.editor
        while marked is not None:  # a picker made of several editors hands the mark to the one that takes the typing
            set_problem(marked, bool(words))
            marked = marked.focusProxy()
        self.editor.setAccessibleDescription(words or self.hint.text())

    def say_hint(self, words: str) -> None:
        """Show another hint; "" the one it was made with."""
        self.hint.setText(words or self._own_hint)
        self.hint.setVisible(bool(self.hint.text()))
        if self.problem.isHidden():
            self.editor.setAccessibleDescription(self.hint.text())

    def _mended(self) -> None:
        """What was said of the old content no longer holds; Save looks again. A picker sees to this itself."""
        if not self.problem.isHidden():
            self.say_problem("")

    def untaken(self) -> str:
        """What is said about typed words the editor could not take; "" when there are none, or it takes any."""
        found: str = getattr(self.editor, "untaken", str)()
        return found

    def shown_words(self) -> str:
        """What the editor shows; "" for editors that hold more than a line tells."""
        editor = self.editor
        if isinstance(editor, QCheckBox):
            yes, no = QCoreApplication.translate("FieldRow", "Yes"), QCoreApplication.translate("FieldRow", "No")
            return yes if editor.isChecked() else no
        if isinstance(editor, DayPicker):
            return day_words(editor.day())
        if isinstance(editor, QPlainTextEdit):
            return editor.toPlainText()
        if isinstance(editor, Picker):
            return editor.currentText()
        return editor.text() if isinstance(editor, QLineEdit) else ""

    def set_shown(self, shown: bool) -> None:
        """Show or hide the whole row."""
        self.caption.setVisible(shown)
        self.right.setVisible(shown)
