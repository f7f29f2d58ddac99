"""The complainant or the patient: name, telephone and sex typed as told, or somebody on record offered while typing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from uuid import UUID

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget

from qualitydesk.basics.phrases import say
from qualitydesk.complaints.model import Party
from qualitydesk.directory.model import Sex
from qualitydesk.kit.pickers import Choice, Picker
from qualitydesk.kit.pieces import hbox, label, vbox
from qualitydesk.kit.theme import GRID
from qualitydesk.kit.tools import Tools
from qualitydesk.members.model import Customer, CustomerLine
from qualitydesk.members.service import Members

PAUSE = 150  # ms after the last letter before customers are looked for
_LINE = Qt.ItemDataRole.UserRole


class PartyField(QWidget):
    """Signals: `picked` something about the person has changed."""

    picked = Signal()

    def __init__(self, tools: Tools, members: Members | None, name: str, parent: QWidget | None = None) -> None:
        """`members` None: nobody on record is offered. `name` is read to the blind."""
        super().__init__(parent)
        self._tools = tools
        self._members = members
        self._customer: CustomerLine | None = None
        self._known: UUID | None = None
        self.name = QLineEdit()
        self.name.setPlaceholderText(self.tr("Name"))
        self.telephone = QLineEdit()
        self.telephone.setPlaceholderText(self.tr("Telephone"))
        self.sex = Picker(
            [Choice(sex, say(tools.language, f"sex.{sex}")) for sex in Sex],
            optional=True,
            placeholder=self.tr("Sex"),
        )
        self.sex.setMinimumContentsLength(4)
        self.note = label("", "hint", wrap=True)
        self.note.hide()
        row = hbox(self.name, self.telephone, self.sex)
        row.setStretch(0, 3)
        row.setStretch(1, 3)
        row.setStretch(2, 1)
        self.setLayout(vbox(row, self.note, gap=GRID // 4))
        self.setFocusProxy(self.name)
        self.setAccessibleName(name)
        self._offered = QStandardItemModel(self)
        self._completer = QCompleter(self._offered, self)
        self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._completer.activated[QModelIndex].connect(self._activated)  # type: ignore[index]
        self._asked: QLineEdit = self.name
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._search)
        for line in (self.name, self.telephone):
            line.textEdited.connect(lambda _text, line=line: self._edited(line))
            line.installEventFilter(self)
        self.sex.picked.connect(lambda _key: self.picked.emit())

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self.name.setAccessibleName(name)
        self.telephone.setAccessibleName(self.tr("{name}: telephone").format(name=name))
        self.sex.setAccessibleName(self.tr("{name}: sex").format(name=name))

    def party(self) -> Party:
        """As typed; of somebody on record the id, and name and telephone masked until `completed`."""
        sex = self.sex.chosen()
        return Party(
            self.name.text().strip(),
            Sex(str(sex)) if sex is not None else None,
            self.telephone.text().strip(),
            self._customer.id if self._customer is not None else self._known,
        )

    def show_party(self, party: Party) -> None:
        """Show what is recorded; whoever is on record stays so until the name or telephone is changed."""
        self._known = party.customer_id
        self.name.setText(party.name)
        self.telephone.setText(party.telephone)
        self.sex.choose(party.sex)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Down opens what is offered; Enter goes no further while the list stands open."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Down:
            self._asked = self.telephone if watched is self.telephone else self.name
            self._search()
            return True
        return super().eventFilter(watched, event)

    def _edited(self, line: QLineEdit) -> None:
        self._known = None
        if self._customer is not None:  # somebody else is meant: what was hidden does not stay half typed over
            self._customer = None
            other = self.telephone if line is self.name else self.name
            other.clear()
        self.say_note("")
        self.picked.emit()
        self._asked = line
        wanted = 4 if line is self.telephone else 2
        if self._members is not None and len(line.text().strip()) >= wanted:
            self._pause.start()

    def say_note(self, words: str) -> None:
        """Say something about the person under the fields; "" takes it away."""
        self.note.setText(words)
        self.note.setVisible(bool(words))

    def _search(self) -> None:
        self._pause.stop()
        if self._members is not None and self._customer is None:
            text = self._asked.text().strip()
            self._tools.operations.read(self, self._members.find, text, then=self._offer, topic="customers")

    def _offer(self, found: Sequence[CustomerLine]) -> None:
        if not self._asked.hasFocus() or self._customer is not None:
            return
        self._offered.clear()
        for line in found:
            parts = (line.called, line.telephone, line.number, line.institution)
            entry = QStandardItem("  ".join(part for part in parts if part))
            entry.setData(line, _LINE)
            self._offered.appendRow(entry)
        if not found:
            return
        self._completer.setWidget(self._asked)
        self._completer.complete()

    def _activated(self, index: QModelIndex) -> None:
        line = index.data(_LINE)
        if isinstance(line, CustomerLine):
            self.take(line)

    def take(self, line: CustomerLine) -> None:
        """This customer on record it is."""
        self._customer, self._known = line, None
        self.name.setText(line.called)
        self.telephone.setText(line.telephone)
        self.sex.choose(line.sex)
        words = self.tr("On record as {number}. Name and telephone are taken from there.").format(number=line.number)
        if line.flagged:
            words = f"{words} {self.tr('All staff are asked to take care with this patient.')}"
        self.say_note(words)
        self.picked.emit()


def completed(party: Party, customer: Callable[[UUID], Customer] | None) -> Party:
    """Somebody on record in full, for the case; on a lane, never for the screen."""
    if party.customer_id is None or customer is None:
        return party
    found = customer(party.customer_id)
    telephone = found.telephones[0] if found.telephones else ""
    return replace(party, name=found.name, sex=found.sex or party.sex, telephone=telephone)
