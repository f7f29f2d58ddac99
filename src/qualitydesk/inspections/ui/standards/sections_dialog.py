"""The headings of a draft pack: named in both languages, ordered, added; an empty one can go."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from functools import partial

from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from qualitydesk.basics.errors import Problem
from qualitydesk.basics.phrases import LANGUAGES
from qualitydesk.inspections.ui.standards.texts import in_order, language_name
from qualitydesk.kit.draft_dialog import DraftDialog
from qualitydesk.kit.pieces import button, label
from qualitydesk.kit.theme import GRID
from qualitydesk.kit.tools import Tools

Sections = tuple[tuple[str, tuple[str, str]], ...]
"""(code, (Chinese, English)) in order."""


class SectionsDialog(DraftDialog):
    """Edits the headings. `filled`: those with items, which cannot be removed.

    Signals: `submitted(Sections)`.
    """

    def __init__(
        self,
        tools: Tools,
        sections: Mapping[str, Mapping[str, str]],
        filled: Collection[str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(tools, "", parent=parent)
        self.setWindowTitle(self.tr("Sections"))
        self.save_button.setText(self.tr("Take over"))
        self._filled = set(filled)
        self._known = set(sections)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(GRID)
        self._order = [LANGUAGES.index(language) for language in in_order(tools.language)]
        self._editors: list[tuple[str, tuple[QLineEdit, QLineEdit]]] = []
        holder = QWidget()
        holder.setLayout(self._grid)
        self.add_wide(label(self.tr("Headings in the order of walking. One with items cannot be removed."), wrap=True))
        self.add_wide(holder)
        self.add_button = button(self.tr("Add section"), "plus", self.add)
        self.add_wide(self.add_button)
        for code, texts in sections.items():
            self._append(code, texts.get("zh", ""), texts.get("en", ""))
        self._lay()
        self.resize(84 * GRID, self.height())

    def add(self) -> None:
        """One more heading, at the end."""
        number = 1
        while f"s{number}" in self._known:
            number += 1
        self._known.add(f"s{number}")
        self._append(f"s{number}", "", "")
        self._lay()
        self._editors[-1][1][self._order[0]].setFocus()

    def read_draft(self) -> Sections:
        return tuple((code, (zh.text().strip(), en.text().strip())) for code, (zh, en) in self._editors)

    def problems_in(self, draft: object) -> Sequence[Problem]:
        """Both languages of every heading are wanted."""
        if any(not text for _code, pair in self.read_draft() for text in pair):
            return [Problem("", "draft_heading_missing")]
        if any(len(text) > 60 for _code, pair in self.read_draft() for text in pair):
            return [Problem("", "draft_too_long", {"longest": 60})]
        return [] if self._editors else [Problem("", "draft_not_table")]

    def _append(self, code: str, zh: str, en: str) -> None:
        pair = (QLineEdit(zh), QLineEdit(en))  # laid out with the language of the session first
        number = len(self._editors) + 1
        for language, editor in zip(LANGUAGES, pair, strict=True):
            editor.setPlaceholderText(language_name(language))
            editor.setAccessibleName(f"{number} {language_name(language)}")
        self._editors.append((code, pair))

    def _lay(self) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None and not isinstance(widget, QLineEdit):
                widget.hide()
                widget.deleteLater()
        for at, (code, pair) in enumerate(self._editors):
            up = button("", "chevron-up", partial(self._shift, at, -1))
            down = button("", "chevron-down", partial(self._shift, at, +1))
            away = button("", "x", partial(self._drop, at))
            up.setEnabled(at > 0)
            down.setEnabled(at + 1 < len(self._editors))
            away.setEnabled(code not in self._filled)
            for made, words in ((up, self.tr("Up")), (down, self.tr("Down")), (away, self.tr("Remove"))):
                made.setToolTip(words)
                made.setAccessibleName(f"{words} {at + 1}")
            for column, widget in enumerate((*(pair[one] for one in self._order), up, down, away)):
                self._grid.addWidget(widget, at, column)

    def _shift(self, at: int, by: int) -> None:
        self._editors[at], self._editors[at + by] = self._editors[at + by], self._editors[at]
        self._lay()

    def _drop(self, at: int) -> None:
        for editor in self._editors.pop(at)[1]:
            editor.deleteLater()
        self._lay()
