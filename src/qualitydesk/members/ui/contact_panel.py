"""Contacts on a member's page: what holds them, what is coming, what was done; and the badge while they are held."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from uuid import UUID

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from qualitydesk.basics.changes import By, Change
from qualitydesk.basics.phrases import capital, say
from qualitydesk.kit.dates import day_long, moment_words
from qualitydesk.kit.panels import Panel
from qualitydesk.kit.pieces import Banner, Chip, button, hbox, label, vbox
from qualitydesk.kit.scrolled import scroll_column
from qualitydesk.kit.table import Table
from qualitydesk.kit.table_model import Column, TableModel
from qualitydesk.kit.theme import GRID
from qualitydesk.kit.tools import Tools
from qualitydesk.members.model.contacts import Attempt, Hold, Occasion
from qualitydesk.members.rules.contact_words import occasion_words
from qualitydesk.members.service.contacts import Contacts
from qualitydesk.members.service.holds import Holds
from qualitydesk.members.ui.contact_columns import STATE_TONES

_HELD = frozenset({Change.CONTACTS, Change.CUSTOMERS, Change.CASES})  # a complaint puts holds and lifts them
_CONCERNS = _HELD | {Change.PURCHASES, Change.TIERS, Change.RULEBOOK}
_HAND = "hand"
Coming = tuple[date, Occasion, str]
Found = tuple[list[Hold], list[Coming], list[Attempt], dict[str, str]]


class ContactPanel(QWidget):
    """Reads by itself. Enter on a hold of a complaint opens it (`show_case`)."""

    def __init__(
        self,
        tools: Tools,
        contacts: Contacts,
        holds: Holds,
        by: Callable[[], By],
        customer_id: UUID,
        show_case: Callable[[UUID], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._tools, self._contacts, self._holds, self._by = tools, contacts, holds, by
        self._customer_id, self._show_case = customer_id, show_case
        self._relatives: dict[str, str] = {}  # masked, by the detail of their birthdays
        self.held = Banner("", "warning")
        self.held.hide()
        self.put_button = button(self.tr("Hold…"), "pause", self._ask_put)
        self.lift_button = button(self.tr("Lift the hold…"), "play", self._ask_lift)
        self.holds = TableModel(self._hold_columns(), parent=self)
        self.hold_table = Table(self.holds, name=self.tr("Holds"), empty=self.tr("Nothing has held contacts so far."))
        self.coming = TableModel(self._coming_columns(), key=lambda one: one, parent=self)
        self.coming_table = Table(
            self.coming, name=self.tr("Coming within 60 days"),
            empty=self.tr("Nothing is coming. Contacts begin with a first purchase, or a birthday on record."),
        )  # fmt: skip
        self.history = TableModel(self._history_columns(), parent=self)
        self.table = Table(
            self.history, name=self.tr("What was done"), empty=self.tr("She has not been contacted so far.")
        )
        self.hold_table.opened.connect(self._open)
        self.hold_table.picked.connect(lambda _row: self._dress())
        head = hbox(label(self.tr("Holds"), "section"), None, self.lift_button, self.put_button, gap=GRID)
        whole = QWidget()
        whole.setLayout(
            vbox(
                self.held, head, self.hold_table,
                label(self.tr("Coming within 60 days"), "section"), self.coming_table,
                label(self.tr("What was done"), "section"), self.table, gap=GRID,
            )
        )  # fmt: skip
        self.setLayout(vbox(scroll_column(self.tr("Contacts"), whole)))
        tools.operations.changed.connect(self._hear)
        self._dress()
        self._read()

    def _hold_columns(self) -> Sequence[Column]:
        return (
            Column(self.tr("Why"), _why_words, tip=_why_words, stretch=True),
            Column(self.tr("Since"), lambda one: one.put_at, moment_words, align="right", width=136),
            Column(self.tr("By"), lambda one: one.put_by, width=80),
            Column(self.tr("Lifted"), lambda one: one.lifted_at, moment_words, align="right", width=136),
            Column(self.tr("By and why"), _lifted_words, tip=_lifted_words, width=176),
        )

    def _coming_columns(self) -> Sequence[Column]:
        return (
            Column(self.tr("Day"), lambda one: one[0], day_long, width=128),
            Column(self.tr("Occasion"), lambda one: self._occasion(one[1], one[2]), stretch=True),
        )

    def _history_columns(self) -> Sequence[Column]:
        language = self._tools.language
        return (
            Column(self.tr("When"), lambda one: one.at, moment_words, align="right", width=136),
            Column(
                self.tr("Occasion"), lambda one: self._occasion(one.occasion, one.detail),
                tip=lambda one: self._occasion(one.occasion, one.detail), width=176,
            ),
            Column(self.tr("Way"), lambda one: capital(say(language, f"contact.way.{one.way}")), width=72),
            Column(
                self.tr("State"), lambda one: capital(say(language, f"contact.state.{one.state}")),
                tone=lambda one: STATE_TONES[one.state], width=88,
            ),
            Column(self.tr("By"), lambda one: one.by, width=80),
            Column(self.tr("Note"), self._note, tip=self._note, stretch=True),
        )  # fmt: skip

    def _occasion(self, occasion: Occasion, detail: str) -> str:
        """With whose birthday it is; who is no longer among the family is not named."""
        return occasion_words(occasion, detail, self._tools.language, self._relatives.get(detail, ""))

    def _note(self, one: Attempt) -> str:
        """What was noted, until when it was put off, what was sent."""
        later = self.tr("to {day}").format(day=day_long(one.postponed_to)) if one.postponed_to else ""
        return " · ".join(part.replace("\n", " ") for part in (later, one.note, one.text) if part)

    # Reading

    def _hear(self, changes: frozenset[Change]) -> None:
        if changes & _CONCERNS:
            self._read()

    def _read(self) -> None:
        def everything() -> Found:
            who = self._customer_id
            contacts = self._contacts
            return self._holds.of_member(who), contacts.coming(who), contacts.history(who), contacts.relative_names(who)

        self._tools.operations.read(self, everything, then=self._show, topic="contacts")

    def _show(self, found: Found) -> None:
        holds, coming, done, self._relatives = found
        self.holds.show_rows(holds)
        self.coming.show_rows(coming)
        self.history.show_rows(done)
        self.hold_table.keep_high(1, 4)
        self.coming_table.keep_high(2, 8)
        self.table.keep_high(3, 14)
        now = [one for one in holds if one.lifted_at is None]
        words = self.tr("Contacts are held: {why}. Nothing is sent and nobody calls until this is lifted.")
        self.held.say(words.format(why="; ".join(_why_words(one) for one in now)) if now else "", "warning")
        if holds and self.hold_table.current_row() is None:
            self.hold_table.selectRow(0)
        self._dress()

    def _dress(self) -> None:
        self.lift_button.setEnabled(self._by_hand() is not None)
        self.put_button.setEnabled(self._by_hand() is None)

    def _by_hand(self) -> Hold | None:
        """The hold in force that a person has put."""
        rows = (one for one in self.holds.all_rows() if isinstance(one, Hold))
        return next((one for one in rows if one.origin_kind == _HAND and one.lifted_at is None), None)

    # Deeds

    def _ask_put(self) -> None:
        words = self.tr("Why is this member not to be contacted for the time being? The hold lasts until it is lifted.")
        title = self.tr("Hold contacts")
        self._tools.prompts.ask_text(
            self, title, words, yes=title, lines=2,
            then=lambda why: self._tools.operations.write(
                self._holds.put, self._customer_id, why, self._by(), asker=self
            ),
        )  # fmt: skip

    def _ask_lift(self) -> None:
        if (hold := self._by_hand()) is None:
            return
        title = self.tr("Lift the hold")
        words = self.tr("Held because: {why}\nWhy may she be contacted again?").format(why=hold.reason)
        self._tools.prompts.ask_text(
            self, title, words, yes=title, lines=2,
            then=lambda why: self._tools.operations.write(self._holds.lift, hold.id, why, self._by(), asker=self),
        )  # fmt: skip

    def _open(self, row: object) -> None:
        if isinstance(row, Hold) and row.origin_kind != _HAND:
            self._show_case(row.origin_id)


class HoldBadge(Chip):
    """Stands beside a member's name while her contacts are held."""

    def __init__(
        self, tools: Tools, holds: Callable[[], Holds], customer_id: UUID, parent: QWidget | None = None
    ) -> None:
        super().__init__("", "warning", parent)
        self._tools, self._holds, self._customer_id = tools, holds, customer_id
        self.hide()
        tools.operations.changed.connect(self._hear)
        self._read()

    def _hear(self, changes: frozenset[Change]) -> None:
        if changes & _HELD:
            self._read()

    def _read(self) -> None:
        self._tools.operations.read(
            self, lambda: self._holds().of_member(self._customer_id), then=self._show, topic="held"
        )

    def _show(self, found: list[Hold]) -> None:
        now = [one for one in found if one.lifted_at is None]
        self.say(say(self._tools.language, "contact.kept.hold"), "warning")
        self.setToolTip("\n".join(_why_words(one) for one in now))
        self.setVisible(bool(now))


def _why_words(one: Hold) -> str:
    """投诉 TS-QQ-2026-000012, or the reason somebody gave."""
    if one.origin_kind == _HAND:
        return one.reason
    return QCoreApplication.translate("ContactPanel", "complaint {number}").format(number=one.number)


def _lifted_words(one: Hold) -> str:
    if one.lifted_at is None:
        return ""
    closed = QCoreApplication.translate("ContactPanel", "with the complaint")
    return " · ".join(part for part in (one.lifted_by, one.lifted_why or closed) if part)


def contacts_panel(
    tools: Tools,
    contacts: Callable[[], Contacts],
    holds: Callable[[], Holds],
    by: Callable[[], By],
    show_case: Callable[[UUID], object],
) -> Panel:
    """The panel for a member's page; the services are asked for when the tab is first turned to."""
    title = QCoreApplication.translate("ContactPanel", "Contacts")
    return Panel(
        title, lambda customer_id: ContactPanel(tools, contacts(), holds(), by, customer_id, show_case)
    )  # fmt: skip
