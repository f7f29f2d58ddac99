"""Questions and notices. Nothing here blocks: each dialog opens, and its answer arrives in a callback."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QSize, QStandardPaths, Qt
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)

from qualitydesk.basics.errors import Problem, Refused
from qualitydesk.basics.phrases import knows, say
from qualitydesk.kit.keys import Key, KeyTable
from qualitydesk.kit.pieces import IconLabel, button, hbox, label, vbox
from qualitydesk.kit.theme import EDGE, GRID, ROW

_WIDTH = 56 * GRID


class PromptDialog(QDialog):
    """One question: sign, sentence, perhaps an editor, answers. Dies when closed.

    The answer chosen is kept before closing; `answers(then)` hears it once.
    """

    def __init__(
        self, parent: QWidget | None, title: str, text: str, *, sign: str = "info", tone: str = "info"
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAccessibleName(title)
        self.setAccessibleDescription(text)
        self._words = label(text, wrap=True, selectable=True)
        top = hbox(IconLabel(sign, tone, 3 * GRID), self._words, gap=EDGE)
        top.setAlignment(self._words, Qt.AlignmentFlag.AlignVCenter)
        top.setStretch(1, 1)
        self._middle = vbox()
        self._buttons = hbox(None)
        column = vbox(top, self._middle, self._buttons, gap=EDGE)
        column.setContentsMargins(EDGE, EDGE, EDGE, EDGE)
        self._words.setMinimumWidth(_WIDTH - 6 * GRID)
        self.setLayout(column)
        self._marked: QPushButton | None = None
        self.key_table = KeyTable(self)
        self.key_table.bind(
            Key("Ctrl+Return", self.tr("Press the marked answer"), self._press_marked),
            Key("Return", self.tr("Press the answer in focus; from a line the marked one")),
            Key("Tab", self.tr("Next answer")),
            Key("Esc", self.tr("Close without an answer")),
        )

    def words(self) -> str:
        """The sentence shown."""
        return self._words.text()

    def add(self, widget: QWidget) -> None:
        """Put an editor or list under the sentence; a question on screen grows, or its last lines would be cut."""
        self._middle.addWidget(widget)
        if self.isVisible():
            widget.show()  # a layout counts what is shown
            self.adjustSize()

    def answer(self, text: str, do: Callable[[], object], *, role: str = "", default: bool = False) -> QPushButton:
        """Add an answer; `do` runs after the dialog has closed."""

        def chosen() -> None:
            self.accept()
            do()

        made = button(text, do=chosen, role=role)
        made.setAutoDefault(True)  # Enter presses the answer Tab has come to; elsewhere the default
        made.setDefault(default)
        self._marked = made if default else self._marked
        self._buttons.addWidget(made)
        if default:
            made.setFocus()
        return made

    def _press_marked(self) -> None:
        if self._marked is not None:
            self._marked.click()


def _nothing() -> None:
    return


def _nothing_of(_path: Path) -> None:
    return


def _documents() -> str:
    """Where people keep their files; at home where there is no such folder."""
    found = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return found if Path(found).is_dir() else str(Path.home())


class Prompts(QObject):
    """Asks, tells and refuses, in the language of the user (`language`: "zh" or "en")."""

    def __init__(self, language: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.language = language

    def tell(
        self, parent: QWidget | None, title: str, text: str, *, then: Callable[[], object] = _nothing
    ) -> PromptDialog:
        """A notice with one answer."""
        dialog = PromptDialog(parent, title, text)
        dialog.answer(self.tr("Close"), then, default=True)
        dialog.open()
        return dialog

    def ask(
        self,
        parent: QWidget | None,
        title: str,
        text: str,
        *,
        yes: str,
        then: Callable[[], object],
        no: str = "",
        otherwise: Callable[[], object] = _nothing,
        danger: bool = False,
    ) -> PromptDialog:
        """A question; `then` after yes. The answers are named by what they do; a dangerous one is never the default."""
        tone = "warning" if danger else "info"
        dialog = PromptDialog(parent, title, text, sign="alert" if danger else "info", tone=tone)
        dialog.answer(no or self.tr("Cancel"), otherwise, default=danger)
        dialog.answer(yes, then, role="danger" if danger else "primary", default=not danger)
        dialog.rejected.connect(otherwise)
        dialog.open()
        return dialog

    def ask_text(
        self,
        parent: QWidget | None,
        title: str,
        question: str,
        *,
        then: Callable[[str], object],
        yes: str = "",
        text: str = "",
        required: bool = True,
        lines: int = 1,
    ) -> PromptDialog:
        """A question answered in words (a reason, a name); the answer is stripped, never empty when required."""
        dialog = PromptDialog(parent, title, question, sign="pencil", tone="muted")
        editor: QLineEdit | QPlainTextEdit = QPlainTextEdit(text) if lines > 1 else QLineEdit(text)
        editor.setAccessibleName(question)
        if isinstance(editor, QPlainTextEdit):
            editor.setTabChangesFocus(True)
            editor.setMinimumHeight(lines * 3 * GRID)

        def typed() -> str:
            return (editor.text() if isinstance(editor, QLineEdit) else editor.toPlainText()).strip()

        dialog.add(editor)
        dialog.answer(self.tr("Cancel"), _nothing)
        accept = dialog.answer(yes or self.tr("OK"), lambda: then(typed()), role="primary", default=True)
        accept.setEnabled(not required or bool(typed()))
        editor.textChanged.connect(lambda: accept.setEnabled(not required or bool(typed())))
        editor.setFocus()
        dialog.open()
        return dialog

    def choose(
        self,
        parent: QWidget | None,
        title: str,
        question: str,
        choices: Sequence[tuple[object, str]],
        *,
        then: Callable[[object], object],
        yes: str = "",
    ) -> PromptDialog:
        """One of several, by arrows and Enter; `then(key)`."""
        dialog = PromptDialog(parent, title, question)
        offered = QListWidget()
        offered.setAccessibleName(question)
        for key, words in choices:
            entry = QListWidgetItem(words)
            entry.setData(Qt.ItemDataRole.UserRole, key)
            entry.setSizeHint(QSize(0, ROW))
            offered.addItem(entry)
        offered.setCurrentRow(0)
        dialog.add(offered)
        dialog.answer(self.tr("Cancel"), _nothing)
        accept = dialog.answer(
            yes or self.tr("OK"),
            lambda: then(choices[offered.currentRow()][0]),
            role="primary",
            default=True,
        )
        accept.setEnabled(bool(choices))
        offered.itemDoubleClicked.connect(accept.click)
        offered.setFocus()
        dialog.open()
        return dialog

    def refuse(self, parent: QObject | None, refused: Refused) -> PromptDialog:
        """Say why a verb was not carried out, with each problem on a line."""
        lines = [self.words_for(refused), *(f"· {self.words_of(problem)}" for problem in refused.problems)]
        window = parent.window() if isinstance(parent, QWidget) else None
        dialog = PromptDialog(window, self.tr("Not done"), "\n".join(lines), sign="alert", tone="warning")
        dialog.answer(self.tr("Close"), _nothing, default=True)
        dialog.open()
        return dialog

    def words_for(self, refused: Refused) -> str:
        """The sentence of a refusal: phrases `refused.<code>`."""
        return self._say(f"refused.{refused.code}", dict(refused.words))

    def words_of(self, problem: Problem) -> str:
        """The sentence of a problem: phrases `problem.<code>`."""
        return self._say(f"problem.{problem.code}", dict(problem.values))

    def _say(self, code: str, values: dict[str, object]) -> str:
        if knows(self.language, code):
            return say(self.language, code, **values)
        return self.tr("This could not be done ({code}).").format(code=code)

    def save_path(
        self, parent: QWidget | None, title: str, file_name: str, kinds: str, then: Callable[[Path], object]
    ) -> QFileDialog:
        """Ask where to save; `kinds` like "PDF (*.pdf)"."""
        dialog = self._files(parent, title, kinds, then)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setLabelText(QFileDialog.DialogLabel.Accept, self.tr("Save"))
        dialog.selectFile(file_name)
        dialog.open()
        return dialog

    def open_path(self, parent: QWidget | None, title: str, kinds: str, then: Callable[[Path], object]) -> QFileDialog:
        """Ask for an existing file."""
        dialog = self._files(parent, title, kinds, then)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setLabelText(QFileDialog.DialogLabel.Accept, self.tr("Open"))
        dialog.open()
        return dialog

    def open_paths(
        self,
        parent: QWidget | None,
        title: str,
        kinds: str,
        then: Callable[[list[Path]], object],
        *,
        folder: Path | None = None,
    ) -> QFileDialog:
        """Ask for existing files, one or several; begins in `folder` if it is there."""
        dialog = self._files(parent, title, kinds)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setLabelText(QFileDialog.DialogLabel.Accept, self.tr("Open"))
        if folder is not None and folder.is_dir():
            dialog.setDirectory(str(folder))
        dialog.filesSelected.connect(lambda paths: then([Path(path) for path in paths]) if paths else None)
        dialog.open()
        return dialog

    def open_folder(
        self, parent: QWidget | None, title: str, then: Callable[[Path], object], folder: Path | None = None
    ) -> QFileDialog:
        """Ask for a folder; begins in `folder` if it is there."""
        dialog = self._files(parent, title, "", then)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.setLabelText(QFileDialog.DialogLabel.Accept, self.tr("Choose"))
        if folder is not None and folder.is_dir():
            dialog.setDirectory(str(folder))
        dialog.open()
        return dialog

    def _files(
        self, parent: QWidget | None, title: str, kinds: str, then: Callable[[Path], object] = _nothing_of
    ) -> QFileDialog:
        dialog = QFileDialog(parent, title, _documents(), kinds)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setViewMode(QFileDialog.ViewMode.List)  # its details name kinds of files in English
        words = QFileDialog.DialogLabel
        for which, text in (  # Qt's own Chinese lacks some of these
            (words.LookIn, self.tr("Folder:")),
            (words.FileName, self.tr("File name:")),
            (words.FileType, self.tr("Kind of file:")),
            (words.Reject, self.tr("Cancel")),
        ):
            dialog.setLabelText(which, text)
        dialog.fileSelected.connect(lambda path: then(Path(path)))
        return dialog
