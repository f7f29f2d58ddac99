"""Texts of messages: occasions at the left, at the right the text, its blanks and how it reads; own ones by tier."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QListWidget, QListWidgetItem, QPlainTextEdit, QWidget

from qualitydesk.basics.changes import By
from qualitydesk.basics.errors import Problem
from qualitydesk.basics.phrases import capital, say
from qualitydesk.kit.draft_dialog import DraftDialog
from qualitydesk.kit.keys import Key
from qualitydesk.kit.pickers import Choice, Picker
from qualitydesk.kit.pieces import Banner, button, label, panel, vbox
from qualitydesk.kit.theme import EDGE, GRID
from qualitydesk.kit.tools import Tools
from qualitydesk.members.model.contacts import Greeting, MessageText, Occasion
from qualitydesk.members.rules.contact_words import blank_names, greeting_words, made_up
from qualitydesk.members.rules.message_texts import BLANKS, filled, in_codes, in_words, problems_in_text, text_for
from qualitydesk.members.service.contacts import Contacts
from qualitydesk.members.ui.tier_words import tier_words

Place = tuple[Occasion, str]


class TextsDialog(DraftDialog):
    """Stays open when a text is saved. Another occasion or tier asks before anything typed is lost."""

    def __init__(
        self,
        tools: Tools,
        contacts: Contacts,
        by: Callable[[], By],
        places: Sequence[Place],
        tiers: Sequence[str],
        texts: Sequence[MessageText],
        parent: QWidget | None = None,
    ) -> None:
        """`places`: what texts there are; `tiers`: by whom they may differ."""
        super().__init__(tools, "", parent=parent)
        self.setWindowTitle(self.tr("Texts of messages"))
        self._contacts, self._by = contacts, by
        self._texts, self._places = list(texts), tuple(places)
        self._at = 0
        self._tier = ""
        language = tools.language
        self._words = blank_names(language)
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Occasions"))
        self.list.setUniformItemSizes(True)
        for occasion, detail in places:
            self.list.addItem(QListWidgetItem(capital(greeting_words(Greeting(occasion, detail), language))))
        every = Choice("", self.tr("All tiers"))
        self.tier = Picker([every, *(Choice(code, tier_words(code, language)) for code in tiers)])
        self.tier.choose("")
        self.text = QPlainTextEdit()
        self.text.setTabChangesFocus(True)
        self.text.setMinimumHeight(14 * GRID)
        self.from_where = label("", "caption", wrap=True)
        self.preview = label("", wrap=True, selectable=True)
        self.saved = Banner("", "good")
        self.saved.hide()
        self.add_beside(self.list, 40 * GRID, left=True)
        self.add_wide(self.saved)
        self.add_row("tier", self.tr("Of the tier"), self.tier)
        self.add_row("text", self.tr("Text"), self.text, required=True)
        self.add_row("blanks", self.tr("Blanks"), self._palette(language), hint=self.tr("Put in where the cursor is."))
        self.add_row("from", "", self.from_where)
        self.add_row("preview", self.tr("How it reads"), self._frame(self.preview))
        self.back_button = button(self.tr("Back to the shipped text"), "undo", self._drop)
        self.add_extra_button(self.back_button)
        self.cancel_button.setText(self.tr("Close"))
        self.key_table.bind(
            Key("Ctrl+D", self.tr("Back to the shipped text"), self.back_button.click),
            Key("Ctrl+L", self.tr("To the list of occasions"), self.list.setFocus),
        )
        self.list.setCurrentRow(0)
        self.list.currentRowChanged.connect(self._turned)
        self.tier.picked.connect(lambda _key: self._turned(self.list.currentRow()))
        self.text.textChanged.connect(self._show_preview)
        self.submitted.connect(self._write)
        self._show_text()

    def _palette(self, language: str) -> QWidget:
        """A button for each blank."""
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(GRID // 2)
        self.blanks = {}
        for at, blank in enumerate(BLANKS):
            made = button(
                capital(say(language, f"contact.blank.{blank}")), "", partial(self.put_in, blank), role="quiet"
            )
            made.setToolTip(f"{{{self._words[blank]}}}")
            made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            self.blanks[blank] = made
            grid.addWidget(made, at // 3, at % 3)
        holder = QWidget()
        holder.setLayout(grid)
        return holder

    def _frame(self, inside: QWidget) -> QWidget:
        framed = panel()
        column = vbox(inside)
        column.setContentsMargins(EDGE, GRID, EDGE, GRID)
        framed.setLayout(column)
        return framed

    # Showing

    def _key(self) -> tuple[Occasion, str, str]:
        occasion, detail = self._places[self._at]
        return occasion, detail, self._tier

    def _standing(self) -> MessageText | None:
        """The text kept just for this occasion and tier."""
        key = self._key()
        return next((one for one in self._texts if (one.occasion, one.detail, one.tier) == key), None)

    def _show_text(self) -> None:
        own, (occasion, detail, tier) = self._standing(), self._key()
        fits = own or text_for(self._texts, occasion, detail, tier)
        self.text.setPlainText(in_words(fits.text, self._words) if fits else "")
        if own is not None and own.revision:
            words = self.tr("The group's own text.")
        elif own is not None:
            words = self.tr("As shipped.")
        elif fits is not None:
            words = self.tr("None of its own yet: the more general text is sent. Saving makes one of its own.")
        else:
            words = self.tr("No text yet.")
        self.from_where.setText(words)
        self.back_button.setEnabled(own is not None and own.revision > 0)
        for blank, made in self.blanks.items():
            made.setEnabled(blank != "relative" or occasion is Occasion.FAMILY_BIRTHDAY)
        self.show_problems(())
        self._remember()
        self._show_preview()

    def _show_preview(self) -> None:
        occasion, detail = self._places[self._at]
        language = self.tools.language
        who = made_up(language) | {"occasion": greeting_words(Greeting(occasion, detail), language)}
        self.preview.setText(filled(self._typed(), who))

    def put_in(self, blank: str) -> None:
        """A blank where the cursor stands."""
        self.text.insertPlainText(f"{{{self._words[blank]}}}")
        self.text.setFocus()

    def _turned(self, row: int) -> None:
        """To another occasion or tier; what was typed is asked about."""
        tier = str(self.tier.chosen() or "")
        if (row, tier) == (self._at, self._tier) or row < 0:
            return
        if not self._is_typed():
            self._go(row, tier)
            return
        self.tools.prompts.ask(
            self, self.tr("Discard changes?"), self.tr("The text you have entered has not been saved."),
            yes=self.tr("Discard"), no=self.tr("Keep editing"), danger=True, then=partial(self._go, row, tier),
            otherwise=self._stay,
        )  # fmt: skip

    def _is_typed(self) -> bool:
        standing = self._untouched
        return isinstance(standing, MessageText) and self._typed() != standing.text

    def _go(self, row: int, tier: str) -> None:
        self._at, self._tier = row, tier
        self.saved.say("")
        self._show_text()

    def _stay(self) -> None:
        self.list.setCurrentRow(self._at)
        self.tier.choose(self._tier)

    # Keeping

    def read_draft(self) -> MessageText:
        own = self._standing()
        return MessageText(*self._key(), self._typed(), own.revision if own else 0)

    def _typed(self) -> str:
        """The text as it is kept."""
        return in_codes(self.text.toPlainText().strip(), self._words)

    def problems_in(self, draft: object) -> Sequence[Problem]:
        assert isinstance(draft, MessageText)
        return problems_in_text(draft.text)

    def _write(self, draft: MessageText) -> None:
        self.tools.operations.write(
            self._contacts.save_text, draft, self._by(), failed=self.take_back, asker=self,
            then=lambda _none: self._read(self.tr("Saved.")),
        )  # fmt: skip

    def _drop(self) -> None:
        own = self._standing()
        if own is not None and own.revision:
            self.saving(True)
            self.tools.operations.write(
                self._contacts.drop_text, own, self._by(), failed=self.take_back, asker=self,
                then=lambda _none: self._read(self.tr("The shipped text stands again.")),
            )  # fmt: skip

    def _read(self, told: str) -> None:
        def show(texts: list[MessageText]) -> None:
            self._texts = texts
            self.saving(False)
            self._show_text()
            self.saved.say(told, "good")

        self.tools.operations.read(self, self._contacts.texts, self.tools.language, then=show, topic="texts")


def open_texts(tools: Tools, contacts: Contacts, by: Callable[[], By], over: QWidget) -> None:
    """Read what there is and open the dialog."""

    def read() -> tuple[list[Place], tuple[str, ...], list[MessageText]]:
        return contacts.text_places(), contacts.rule().tiers, contacts.texts(tools.language)

    def show(found: tuple[list[Place], tuple[str, ...], list[MessageText]]) -> None:
        TextsDialog(tools, contacts, by, *found, parent=over.window()).open()

    tools.operations.read(over, read, then=show, topic="texts")
