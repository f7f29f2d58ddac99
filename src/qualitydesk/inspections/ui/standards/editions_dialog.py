"""A pack's editions: who, when, why; any two compared item by item."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from qualitydesk.directory.service import Directory
from qualitydesk.inspections.model import Pack
from qualitydesk.inspections.model.editions import Comparison, Edition, Origin
from qualitydesk.inspections.service import Standards
from qualitydesk.inspections.ui.pack_preview import PackPreview
from qualitydesk.inspections.ui.standards.comparison import ComparisonView
from qualitydesk.kit.dates import moment_words
from qualitydesk.kit.keys import Key, KeyTable
from qualitydesk.kit.pickers import Choice, Picker
from qualitydesk.kit.pieces import button, hbox, label, vbox
from qualitydesk.kit.table import Table
from qualitydesk.kit.table_model import Column, TableModel
from qualitydesk.kit.theme import EDGE, GRID, ROW
from qualitydesk.kit.tools import Tools

SHIPPED = 0
"""In place of an edition's number: the text that ships with this program."""


@dataclass(frozen=True)
class History:
    """A pack's editions, newest first, and the names of those who made them."""

    editions: tuple[Edition, ...]
    names: Mapping[object, str]
    ships: bool = False


def read_history(standards: Standards, directory: Directory, code: str) -> History:
    """Editions with names; somebody who has left is named all the same."""
    editions = standards.editions(code)
    names: dict[object, str] = {}
    for one in {one for edition in editions for one in (edition.decided_by, edition.entered_by) if one}:
        try:
            names[one] = directory.employee(one).name
        except KeyError:
            continue
    return History(tuple(editions), names, standards.shipped(code) is not None)


class EditionsDialog(QDialog):
    """The editions above; below, how the chosen one differs from another."""

    def __init__(
        self,
        tools: Tools,
        standards: Standards,
        pack: Pack,
        history: History,
        posts: Mapping[str, str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setWindowTitle(self.tr("Editions of {pack}").format(pack=pack.name[tools.language]))
        self._tools, self._standards, self._pack, self._history = tools, standards, pack, history
        self.rows = TableModel(self._columns(), key=lambda one: one.number, parent=self)
        self.table = Table(self.rows, name=self.tr("Editions"), empty="")
        self.table.setFixedHeight(6 * ROW)
        self.other = Picker()
        self.other.setMinimumWidth(26 * GRID)
        self.other.setAccessibleName(self.tr("Compared with edition"))
        self.view = ComparisonView(tools, posts)
        self.show_button = button(self.tr("Preview this edition"), "eye", self.preview)
        close = button(self.tr("Close"), do=self.accept)
        column = vbox(
            self.table,
            hbox(label(self.tr("Compared with edition")), self.other, None, self.show_button),
            self.view,
            hbox(None, close),
        )
        column.setStretch(2, 1)
        column.setContentsMargins(EDGE, EDGE, EDGE, EDGE)
        self.setLayout(column)
        self.key_table = KeyTable(self)
        self.key_table.bind(Key("Ctrl+P", self.tr("Preview this edition"), self.preview), Key("Esc", self.tr("Close")))
        self.table.picked.connect(lambda _one: self._chosen())
        self.table.opened.connect(lambda _one: self.preview())
        self.other.picked.connect(lambda _key: self._compare())
        self.rows.show_rows(history.editions)
        self.table.select_key(pack.edition)
        self.resize(128 * GRID, 84 * GRID)

    def preview(self) -> None:
        """The chosen edition as walking shows it."""
        chosen = self.table.current_row()
        if isinstance(chosen, Edition):
            self._tools.operations.read(
                self, self._standards.pack, chosen.code, chosen.number, then=self._show_preview, topic="preview"
            )

    def _show_preview(self, pack: Pack) -> None:
        PackPreview(pack, self._tools.language, 0, self).open()

    def _columns(self) -> Sequence[Column]:
        return (
            Column(self.tr("Edition"), lambda one: one.number, align="right", width=72),
            Column(self.tr("Since"), lambda one: moment_words(one.adopted_at), width=136),
            Column(self.tr("Decided by"), self._who, width=160),
            Column(self.tr("Where from"), lambda one: self._origin(one.origin), width=184),
            Column(self.tr("Why"), lambda one: one.reason, stretch=True),
        )

    def _who(self, one: Edition) -> str:
        names = self._history.names
        decided = names.get(one.decided_by, "")
        entered = names.get(one.entered_by, "")
        if entered and entered != decided:
            return self.tr("{decided}, entered by {entered}").format(decided=decided, entered=entered)
        return decided

    def _origin(self, origin: Origin) -> str:
        if origin is Origin.SHIPPED:
            return self.tr("Came with the program")
        return self.tr("Written here") if origin is Origin.EDITED else self.tr("Imported")

    def _chosen(self) -> None:
        """Compare with the one before, unless there is none."""
        chosen = self.table.current_row()
        if not isinstance(chosen, Edition):
            return
        others = [one for one in self._history.editions if one.number != chosen.number]
        choices = [Choice(one.number, str(one.number), moment_words(one.adopted_at)) for one in others]
        if self._history.ships:
            choices.append(Choice(SHIPPED, self.tr("As it ships")))
        self.other.show_choices(choices)
        before = next((one for one in others if one.number < chosen.number), None) or next(iter(others), None)
        self.other.setEnabled(bool(choices))
        if before is None:
            self.view.say_instead(self.tr("This is the only edition so far."))
            return
        self.other.choose(before.number)
        self._compare()

    def _compare(self) -> None:
        chosen, other = self.table.current_row(), self.other.chosen()
        if not isinstance(chosen, Edition) or not isinstance(other, int):
            return
        first, second = sorted((chosen.number, other))  # what ships counts as the first
        self._tools.operations.read(
            self, self._standards.comparison, chosen.code, first, second, then=self._show, topic="comparison"
        )

    def _show(self, comparison: Comparison) -> None:
        self.view.show_comparison(comparison)
