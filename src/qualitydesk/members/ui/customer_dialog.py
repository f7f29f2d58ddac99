"""A customer entered or changed; who is known already and may be the same person is offered beside the fields."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QPlainTextEdit, QWidget

from qualitydesk.basics.errors import Problem
from qualitydesk.basics.phrases import say
from qualitydesk.directory.model import Institution, Sex
from qualitydesk.kit.draft_dialog import DraftDialog
from qualitydesk.kit.glyphs import GlyphHint
from qualitydesk.kit.pickers import Choice, Picker
from qualitydesk.kit.pieces import button, hbox, label, panel, vbox
from qualitydesk.kit.theme import EDGE, GRID
from qualitydesk.kit.tools import Tools
from qualitydesk.members.model import Customer, CustomerDraft, CustomerLine, LikelyDuplicate
from qualitydesk.members.rules import problems_in_customer, telephones_in
from qualitydesk.members.service import Members
from qualitydesk.members.ui.words import flag_words, joined, sex_words, short_words

PAUSE = 250  # ms after the last letter before likely duplicates are looked for
_BESIDE = 44 * GRID  # pixels


class CustomerDialog(DraftDialog):
    """Hands out a `CustomerDraft`. `known`: the one to change, in full; else `given` says what is known already.

    Signals: `meant(CustomerLine)` one of the likely duplicates is who was meant; the dialog has closed by then.
    """

    meant = Signal(object)

    def __init__(
        self,
        tools: Tools,
        members: Members,
        institutions: Sequence[Institution],
        *,
        known: Customer | None = None,
        given: CustomerDraft = CustomerDraft(),  # noqa: B008 - a frozen value
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(tools, "", parent=parent)
        self.setWindowTitle(self.tr("Change customer") if known else self.tr("New customer"))
        self._members = members
        self._known = known
        kept = known.institution_id if known else given.institution_id
        offered = [one for one in institutions if one.active or one.id == kept]
        self.name = QLineEdit(given.name)
        self.telephones = QLineEdit("、".join(given.telephones))
        sexes = [Choice(sex, say(tools.language, f"sex.{sex}")) for sex in Sex]
        self.sex = Picker(sexes, optional=True, placeholder=self.tr("Not known"))
        self.institution = Picker(
            [Choice(one.id, one.name, one.code) for one in offered], placeholder=self.tr("Choose")
        )
        self.note = QPlainTextEdit(given.note)
        self.sex.choose(given.sex)
        self.institution.choose(kept or (offered[0].id if len(offered) == 1 else None))
        GlyphHint(self.add_row("name", self.tr("Name"), self.name, required=True))
        hint = self.tr("Several are kept apart by a comma; the first is the one to call.")
        self.add_row("telephones", self.tr("Telephone"), self.telephones, hint=hint)
        self.add_row("sex", self.tr("Sex"), self.sex)
        hint = self.tr("Where the customer is at home.")
        self.add_row("institution_id", self.tr("Institution"), self.institution, hint=hint, required=True)
        hint = self.tr("What staff should know: when to call, who comes along.")
        self.add_row("note", self.tr("Note"), self.note, hint=hint)
        self._add_duplicates()
        if known:
            self.show_known(known)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._look)
        for editor in (self.name, self.telephones):
            editor.textChanged.connect(lambda _text: self._pause.start())
        for picker in (self.sex, self.institution):
            picker.picked.connect(lambda _key: self._pause.start())
        self._pause.start()

    def _add_duplicates(self) -> None:
        """At the right of the fields, whether there is somebody to show or not: nothing jumps while typing."""
        self.alike = QListWidget()
        self.alike.setAccessibleName(self.tr("Customers who may be the same person"))
        self.alike.setWordWrap(True)
        self.alike.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.alike.itemActivated.connect(lambda _item: self._take())
        self.verdict = label("", "caption", wrap=True)
        self.this_one = button(self.tr("This is the one"), "user", self._take)
        self.this_one.setToolTip(self.tr("Enter on a row does the same"))
        self.this_one.setVisible(self._known is None)
        heading = label(self.tr("Already known?"), "section")
        column = vbox(heading, self.verdict, self.alike, None, hbox(None, self.this_one), gap=GRID)
        column.setStretchFactor(self.alike, 100)  # while it is away the room under the words is empty
        column.setContentsMargins(EDGE, EDGE, EDGE, EDGE)
        beside = panel()
        beside.setLayout(column)
        self.add_beside(beside, _BESIDE)
        self._show_alike(())

    def show_known(self, known: Customer) -> None:
        """The editors as the customer stands on disk."""
        self._known = known
        self.name.setText(known.name)
        self.telephones.setText("、".join(known.telephones))
        self.sex.choose(known.sex)
        self.institution.choose(known.institution_id)
        self.note.setPlainText(known.note)

    def read_draft(self) -> CustomerDraft:
        sex, home = self.sex.chosen(), self.institution.chosen()
        return CustomerDraft(
            self.name.text(),
            Sex(str(sex)) if sex is not None else None,
            telephones_in(self.telephones.text()),
            home if isinstance(home, UUID) else None,
            self.note.toPlainText(),
            self._known.id if self._known else None,
            self._known.revision if self._known else 0,
        )

    def problems_in(self, draft: object) -> Sequence[Problem]:
        return problems_in_customer(draft) if isinstance(draft, CustomerDraft) else ()

    def _look(self) -> None:
        self.tools.operations.read(
            self, self._members.likely_duplicates, self.read_draft(), then=self._show_alike, topic="alike"
        )

    def _show_alike(self, found: Sequence[LikelyDuplicate]) -> None:
        self.alike.clear()
        for one in found:
            line, language = one.line, self.tools.language
            mark = flag_words() if line.flagged else ""
            entry = QListWidgetItem(
                "\n".join(
                    (
                        joined(short_words(line), line.number),
                        joined(sex_words(line.sex, language), line.institution),
                        joined(say(language, f"likeness.{one.why}"), mark),
                    )
                )
            )
            entry.setData(Qt.ItemDataRole.UserRole, one.line)
            self.alike.addItem(entry)
        self.alike.setCurrentRow(0 if found else -1)
        self.alike.setVisible(bool(found))
        self.this_one.setEnabled(bool(found))
        if not found:
            words = self.tr("Nobody like this is on record so far. Name and telephone are compared while you type.")
        elif self._known is None:
            words = self.tr("Somebody like this is on record. Look before a second record is made.")
        else:
            words = self.tr(
                "Somebody like this is on record, too. Two records of one person can be merged in the list."
            )
        self.verdict.setText(words)

    def _take(self) -> None:
        entry = self.alike.currentItem()
        line = entry.data(Qt.ItemDataRole.UserRole) if entry is not None else None
        if self._known is None and isinstance(line, CustomerLine):
            self.accept()
            self.meant.emit(line)
