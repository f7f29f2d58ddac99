"""A member's page: who she is, masked, with what every part of the program knows of her, a tab for each.

The seam for other parts: a `Panel` is a tab (title, how its widget is made for the id of the record kept), a `Badge` a
small widget beside the name (the tier). Both are handed in by app/pages/members, read by themselves and refresh
themselves from `operations.changed`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import ClassVar
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QWidget

from qualitydesk.basics.changes import By, Change
from qualitydesk.directory.service import Directory
from qualitydesk.directory.ui.records import show_record
from qualitydesk.kit.dates import day_words, moment_words
from qualitydesk.kit.draft_dialog import DraftDialog
from qualitydesk.kit.keys import Key
from qualitydesk.kit.page import Page
from qualitydesk.kit.panels import Panel, PanelTabs
from qualitydesk.kit.pieces import Banner, hbox, label
from qualitydesk.kit.theme import GAP
from qualitydesk.kit.tools import Tools
from qualitydesk.members.model import Customer, Limit, LimitKind
from qualitydesk.members.model.profile import MemberFile
from qualitydesk.members.rules.records import CUSTOMER_RECORD
from qualitydesk.members.service import Members, Privacy, Profiles
from qualitydesk.members.ui.customer_purchases import CustomerPurchases
from qualitydesk.members.ui.member_actions import MemberActions
from qualitydesk.members.ui.member_tabs import PreferencesTab, ProfileTab, StandingTab
from qualitydesk.members.ui.requests_page import requests_panel
from qualitydesk.members.ui.words import brief_words

Badge = Callable[[UUID], QWidget]
"""Makes a small widget for the head of the page, for the id of the record kept."""


class MemberPage(Page):
    """Shows whom `show_member` names; of a merged record the one that is kept.

    Signals: `closed()` to go back, `card_wanted(MemberFile)` for the appointment card, `copy_wanted(Customer)` for all
    that is held.
    """

    concerns: ClassVar[frozenset[Change]] = frozenset({Change.CUSTOMERS})
    closed = Signal()
    card_wanted = Signal(object)
    copy_wanted = Signal(object)

    def __init__(
        self,
        tools: Tools,
        members: Members,
        profiles: Profiles,
        privacy: Privacy,
        directory: Directory,
        by: Callable[[], By],
        panels: Sequence[Panel] = (),
        badges: Sequence[Badge] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(tools, "", parent)
        self._profiles = profiles
        self._directory = directory
        self._badges = tuple(badges)
        self._customer_id: UUID | None = None
        self._file: MemberFile | None = None
        self._badged: UUID | None = None
        self._subject: UUID | None = None
        self.back = "members"
        self._own: dict[type[QWidget], ProfileTab | PreferencesTab | StandingTab] = {}
        self.doing = MemberActions(tools, members, profiles, privacy, directory, by, self, self.show_file)
        self.flag, self.limit = Banner("", "warning"), Banner("", "info")
        self.flag.hide()
        self.limit.hide()
        self.hidden = label(self.tr("Names, telephones and sensitive details are hidden (Ctrl+U)."), "caption")
        self._badge_row = hbox(gap=GAP)
        own = (
            Panel(self.tr("Profile"), self._build_profile),
            Panel(self.tr("Preferences"), self._build_preferences),
            Panel(self.tr("Consents and standing"), self._build_standing),
        )
        self.tabs = PanelTabs((*own, *panels, requests_panel(tools, privacy, by)), self.tr("About this member"))
        self.body.addLayout(hbox(self._badge_row, self.hidden, None, gap=GAP))
        for part in (self.flag, self.limit):
            self.body.addWidget(part)
        self.body.addWidget(self.tabs, 1)
        self._nothing = QWidget()  # the room of the tabs where they are not shown
        self.body.addWidget(self._nothing, 1)
        self._make_buttons()

    def _make_buttons(self) -> None:
        self.add_button(self.tr("Back"), "arrow-left", self.closed.emit, role="quiet", sequence="Esc")
        words = self.tr("History of this record: who decided and entered what")
        self.record = self.add_button(
            self.tr("History…"), "clock", self._with(self._show_record), role="quiet", sequence="Ctrl+H", words=words
        )
        words = self.tr("Flag, merge, copy, restrict, erase and what is seldom done")
        self.more = self.add_button(
            self.tr("More…"), "chevron-down", self._with(lambda file: self.doing.more(file, self.copy_wanted.emit)),
            sequence="Ctrl+M", words=words,
        )  # fmt: skip
        self.card = self.add_button(
            self.tr("Appointment card"), "printer", self._with(self.card_wanted.emit), sequence="Ctrl+P"
        )
        words = self.tr("Show in full, with a reason")
        self.full = self.add_button(
            self.tr("Show in full…"), "eye", self._with(self.doing.unmask), sequence="Ctrl+U", words=words
        )
        words = self.tr("Change what the tab shows: the profile, or the preferences")
        self.edit = self.add_button(
            self.tr("Change…"), "pencil", self._with(self._edit), role="primary", sequence="F2", words=words
        )
        self.bind(
            Key("Return", self.tr("Open what stands under the cursor")),
            Key("Ctrl+PgDown", self.tr("Next tab"), lambda: self._turn(+1)),
            Key("Ctrl+PgUp", self.tr("Tab before"), lambda: self._turn(-1)),
            Key("Ctrl+N", self.tr("Add a purchase on its tab, else somebody of the family"), self._with(self._add)),
            Key("Ctrl+J", self.tr("Enter a consent"), self._with(self.doing.record_consent)),
        )

    def show_member(self, customer_id: UUID) -> None:
        """Show another member; the tab turned to stays."""
        if self._file is None or customer_id != self._file.customer.id:
            self._file = None
            self.set_title("")
            self.set_note("")
        self._customer_id = customer_id
        self._read()

    def come_from(self, key: str) -> None:
        """Where back leads: the key of the page it was opened from."""
        self.back = key

    def refresh(self, changes: frozenset[Change]) -> None:
        self._read()

    def may_leave(self) -> bool:
        return not any(dialog.isVisible() for dialog in self.findChildren(DraftDialog))

    def hideEvent(self, event: QHideEvent) -> None:
        """What was seen in full is hidden again when the page is left."""
        super().hideEvent(event)
        if self._file is not None and self._file.in_full:
            self.show_file(self._file.masked)

    def file(self) -> MemberFile | None:
        """What is shown."""
        return self._file

    # Showing

    def _read(self) -> None:
        if self._customer_id is None:
            return
        seen = self._file is not None and self._file.in_full  # asked for and logged while this page is open
        query = self._profiles.file if seen else self._profiles.sheet
        self.tools.operations.read(
            self, query, self._customer_id, then=self.show_file, failed=self._hide_again, topic="member"
        )

    def _hide_again(self, _error: Exception) -> bool:
        """Under a limit since: nothing is seen in full any more."""
        if self._file is None or not self._file.in_full:
            return False
        self._file = None
        self._read()
        return True

    def show_file(self, file: MemberFile) -> None:
        """Show this, masked or in full as it was read."""
        customer = file.customer
        if file.in_full and not self.isVisible():
            file = file.masked
        self._file, self._customer_id = file, customer.id
        self.set_title(file.customer.name)
        self.set_note(customer.number)
        flag = file.customer.flag
        self.flag.say(self.tr("Flagged: {reason}").format(reason=flag.reason) if flag else "", "warning")
        self.limit.say(self._limit_words(customer.limit) if customer.limit else "", "info")
        self._put_badges(customer)
        self.tabs.setVisible(customer.limit is None)
        self._nothing.setVisible(customer.limit is not None)
        if customer.limit is None:
            if self._subject != customer.id:
                self._own.clear()  # they go with the member shown before
                self._subject = customer.id
            self.tabs.show_subject(customer.id)
            for tab in self._own.values():
                tab.show_file(file)
        self._dress(file)

    def _dress(self, file: MemberFile) -> None:
        open_ = file.customer.limit is None
        self.hidden.setVisible(open_ and not file.in_full)
        self.full.setVisible(open_ and not file.in_full)
        for made in (self.card, self.edit):
            made.setEnabled(open_)
        limit = file.customer.limit
        self.more.setEnabled(limit is None or limit.kind is LimitKind.RESTRICTED)

    def _limit_words(self, limit: Limit) -> str:
        if limit.kind is LimitKind.ERASED:
            words = self.tr("Erased on request, {moment} {name}: {why}. Number, sums and papers issued are left.")
        elif limit.until is None:
            words = self.tr("Only stored, on request, since {moment} {name}: {why}")
        else:
            words = self.tr("Only stored, on request, since {moment} {name}, until {until}: {why}")
        return words.format(
            moment=moment_words(limit.since), name=limit.set_by, until=day_words(limit.until), why=limit.why
        )

    def _put_badges(self, customer: Customer) -> None:
        if self._badged == customer.id and customer.limit is None:
            return  # they refresh themselves
        while entry := self._badge_row.takeAt(0):
            if (widget := entry.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self._badged = customer.id if customer.limit is None else None
        for badge in self._badges if customer.limit is None else ():
            self._badge_row.addWidget(badge(customer.id))

    # Tabs

    def _build_profile(self, _customer_id: UUID) -> QWidget:
        tab = ProfileTab(self.tools)
        tab.add_wanted.connect(self._with(self.doing.edit_relative))
        tab.relative_wanted.connect(lambda one: self._with(partial(_second, self.doing.edit_relative, one))())
        tab.remove_wanted.connect(lambda one: self._with(partial(_second, self.doing.remove_relative, one))())
        return self._built(tab)

    def _build_preferences(self, _customer_id: UUID) -> QWidget:
        tab = PreferencesTab(self.tools)
        tab.change_wanted.connect(self._with(self.doing.edit_preferences))
        return self._built(tab)

    def _build_standing(self, _customer_id: UUID) -> QWidget:
        tab = StandingTab(self.tools)
        tab.consent_wanted.connect(lambda kind: self._with(partial(_second, self.doing.record_consent, kind))())
        tab.assess_wanted.connect(self._with(self.doing.assess))
        return self._built(tab)

    def _built(self, tab: ProfileTab | PreferencesTab | StandingTab) -> QWidget:
        self._own[type(tab)] = tab
        if self._file is not None:
            tab.show_file(self._file)
        return tab

    def _turn(self, by: int) -> None:
        self.tabs.turn(by)
        shown = self.tabs.panel_widget()
        if shown is not None:
            getattr(shown, "table", shown).setFocus()

    # Deeds

    def _edit(self, file: MemberFile) -> None:
        if isinstance(self.tabs.panel_widget(), PreferencesTab):
            self.doing.edit_preferences(file)
        else:
            self.doing.edit_profile(file)

    def _add(self, file: MemberFile) -> None:
        """What the tab that is shown is a list of; a purchase needs nothing seen in full."""
        shown = self.tabs.panel_widget()
        if isinstance(shown, CustomerPurchases):
            shown.new.click()
        else:
            self.doing.edit_relative(file)

    def _show_record(self, file: MemberFile) -> None:
        customer = file.customer
        note = "" if file.in_full else self.tr("Names, telephones and sensitive details are hidden.")
        show_record(
            self.tools, self._directory, CUSTOMER_RECORD, customer.id, brief_words(customer.line), self.window(),
            full=file.in_full, note=note, parts=[(CUSTOMER_RECORD.name, line.id) for line in customer.merged],
        )  # fmt: skip

    def _with(self, do: Callable[[MemberFile], object]) -> Callable[[], None]:
        """Do it with whom the page shows, if with anybody."""

        def act() -> None:
            if self._file is not None:
                do(self._file)

        return act


def _second(do: Callable[..., object], more: object, file: MemberFile) -> None:
    do(file, more)
