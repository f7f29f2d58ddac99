"""Pictures of contacts for the gallery: the day, each dialog, general messages with their members, texts, the panel."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from qualitydesk.app.pages.members import show_member
from qualitydesk.members.model.contacts import ContactLine, Kept
from qualitydesk.members.rules.contacts import still_to_do
from qualitydesk.members.ui.contact_panel import ContactPanel
from qualitydesk.members.ui.contact_texts import TextsDialog
from qualitydesk.members.ui.contacts_page import ContactsPage
from qualitydesk.members.ui.greeted_dialog import GreetedDialog
from qualitydesk.members.ui.member_page import MemberPage

if TYPE_CHECKING:
    from qualitydesk.app.scenery import Stage


def contact_scenes(stage: Stage) -> Iterator[tuple[str, QWidget]]:
    """Today's list, what is asked, the paper; the last day with a general message; texts; a held member's page."""
    page = stage.page("contacts", ContactsPage)
    page.personal.setFocus()
    yield "contacts", stage.window
    yield "contacts-keys", stage.dialog(page.key_table.show_help)
    yield "contacts-paper", stage.dialog(page.paper.click)
    texts = stage.dialog(page.texts_button.click)
    assert isinstance(texts, TextsDialog)
    yield "contacts-texts", texts
    lines = [one for one in page.rows.all_rows() if isinstance(one, ContactLine)]
    free = next(
        (
            one
            for one in lines
            if one.kept is None and still_to_do(one.state) and page.personal.select_key(one.owed.key)
        ),
        None,
    )
    if free is not None:
        for name, made in (
            ("done", page.done), ("missed", page.missed), ("later", page.later), ("leave", page.leave),
            ("message", page.message), ("export", page.export_button),
        ):  # fmt: skip
            if made.isEnabled():
                yield f"contacts-{name}", stage.dialog(made.click)
    yield from _general(stage, page)
    held = next((one for one in lines if one.kept is Kept.HOLD), None)
    if held is not None:
        show_member(stage.desk, held.owed.member_id)
        stage.until(lambda: True)
        member = stage.desk.page("member")
        assert isinstance(member, MemberPage)
        for turn in range(member.tabs.count()):
            member.tabs.setCurrentIndex(turn)
            if isinstance(member.tabs.panel_widget(), ContactPanel):
                stage.until(lambda: True)
                yield "contacts-member", stage.window
                break


def _general(stage: Stage, page: ContactsPage) -> Iterator[tuple[str, QWidget]]:
    """Back to the last day that had a general message."""
    today = page.days.today()
    for back in range(1, 8):
        day = today - timedelta(days=back)
        page.days.picker.set_day(day)
        stage.until(lambda: True)
        if page.greeting() is not None:
            break
    line = page.greeting()
    if line is None:
        page.days.show_today()
        return
    yield "contacts-general", stage.window
    dialog = stage.dialog(page.members.click)
    assert isinstance(dialog, GreetedDialog)
    yield "contacts-members", dialog
    yield "contacts-text", stage.dialog(page.text.click)
    if page.sent.isEnabled():
        yield "contacts-sent", stage.dialog(page.sent.click)
    page.days.show_today()
    stage.until(lambda: True)
