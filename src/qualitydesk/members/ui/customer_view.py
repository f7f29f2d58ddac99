"""One customer beside the list: masked until somebody asks for more with a reason; marks, history, linked records."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QPushButton, QWidget

from qualitydesk.kit.dates import moment_words
from qualitydesk.kit.panels import Panel, PanelTabs
from qualitydesk.kit.pieces import Banner, EmptyState, Facts, hbox, label, panel, vbox
from qualitydesk.kit.scrolled import scroll_column
from qualitydesk.kit.theme import EDGE, GAP, GRID, ROW
from qualitydesk.kit.tools import Tools
from qualitydesk.members.model import Customer, Flag, LimitKind
from qualitydesk.members.ui.words import line_words, sex_words

PANELS = 7 * ROW  # pixels: a few rows under their heads


class CustomerView(QWidget):
    """`show_customer` fills it; `rows` are the buttons for what can be done, the page's own; `panels` what the parts
    above know of the customer."""

    def __init__(
        self,
        tools: Tools,
        rows: Sequence[Sequence[QPushButton]],
        panels: Sequence[Panel] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._language = tools.language
        self.called = label("", "title", selectable=True)
        self.number = label("", "caption", selectable=True)
        self.flag = Banner("", "warning")
        self.hidden = label(self.tr("Name and telephone are hidden."), "caption", wrap=True)
        self.facts = Facts()
        self.history = label("", wrap=True, selectable=True)
        self.history.setAccessibleName(self.tr("Flags so far"))
        self.linked = label("", wrap=True, selectable=True)
        self.linked.setAccessibleName(self.tr("Records merged into this one"))
        self._marks = _section(self.tr("Flags so far"), self.history)
        self._merged = _section(self.tr("Records merged into this one"), self.linked)
        buttons = vbox(*(hbox(*row, None, gap=GRID) for row in rows), gap=GRID)
        head = hbox(self.called, self.number, None, gap=GAP)
        column = vbox(head, self.flag, self.facts, self.hidden, buttons, gap=GAP)
        column.setContentsMargins(EDGE, EDGE, EDGE, EDGE)
        self._box = panel()
        self._box.setLayout(column)
        self._nobody = EmptyState(self.tr("Choose somebody in the list."), icon_name="members")
        self.panels = PanelTabs(panels, self.tr("More about the customer"))
        self.panels.setVisible(bool(panels))
        self.panels.setMinimumHeight(PANELS if panels else 0)
        self._scroll = scroll_column(self.tr("Customer"), self._box, self.panels, self._marks, self._merged)
        whole = vbox(self._nobody, self._scroll, gap=0)
        self.setLayout(whole)
        self.show_customer(None)

    def show_customer(self, found: Customer | None, *, in_full: bool = False) -> None:
        """Show this one, masked or in full as it was read; None: nobody is chosen."""
        self._nobody.setVisible(found is None)
        self._scroll.setVisible(found is not None)
        if found is None:
            return
        self.panels.show_subject(found.id)
        self.called.setText(found.name)
        self.number.setText(found.number)
        self.hidden.setText(self._hidden_words(found))
        self.hidden.setVisible(not in_full)
        flag = found.flag
        self.flag.say(self.tr("Flagged: {reason}").format(reason=flag.reason) if flag else "", "warning")
        self.facts.show_facts(
            (
                (self.tr("Telephone"), "\n".join(found.telephones)),
                (self.tr("Sex"), sex_words(found.sex, self._language)),
                (self.tr("Institution"), found.institution),
                (self.tr("Note"), found.note),
                (self.tr("On record since"), moment_words(found.added_at)),
            )
        )
        self.history.setText("\n\n".join(self._flag_words(one) for one in found.flags))
        self._marks.setVisible(bool(found.flags))
        self.linked.setText("\n".join(line_words(line, self._language) for line in found.merged))
        self._merged.setVisible(bool(found.merged))

    def _hidden_words(self, found: Customer) -> str:
        if found.limit is None:
            return self.tr("Name and telephone are hidden.")
        if found.limit.kind is LimitKind.ERASED:
            return self.tr("Erased on request: number and sums are left.")
        return self.tr("Only stored, on request. Enter opens the page on which the restriction can be lifted.")

    def _flag_words(self, flag: Flag) -> str:
        words = self.tr("{day} {name}: {reason}").format(
            day=moment_words(flag.set_at), name=flag.set_by, reason=flag.reason
        )
        if flag.lifted_at is None:
            return words
        lifted = self.tr("Lifted {day} {name}: {reason}").format(
            day=moment_words(flag.lifted_at), name=flag.lifted_by, reason=flag.lifted_why
        )
        return f"{words}\n{lifted}"


def _section(title: str, inside: QWidget) -> QWidget:
    made = QWidget()
    made.setLayout(vbox(label(title, "section"), inside, gap=GRID))
    return made
