"""Pages of the rail's entry 设置: the program's own settings, the rulebook, the working-day calendar."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from qualitydesk import __version__
from qualitydesk.app import housekeeping
from qualitydesk.app.photo_panel import PhotoPanel
from qualitydesk.app.reminder_panel import ReminderPanel
from qualitydesk.app.settings_page import About, SettingsPage
from qualitydesk.directory.ui.offer import offer_of
from qualitydesk.papers.model import Owner
from qualitydesk.papers.ui.letterheads_page import LetterheadsPage
from qualitydesk.papers.ui.printers_page import PrintersPage
from qualitydesk.rulebook.ui.calendar_page import CalendarPage
from qualitydesk.rulebook.ui.offer import House
from qualitydesk.rulebook.ui.rules_view import RulesPage

if TYPE_CHECKING:
    from qualitydesk.app.wiring import Desk
    from qualitydesk.kit.page import Page


def _settings(desk: Desk) -> Page:
    page = SettingsPage(
        desk.tools,
        desk.settings.current,
        About(__version__, housekeeping.licences),
        facts=partial(housekeeping.facts_of, desk.services, desk.folder),
        back_up=desk.back_up,
        open_folder=lambda folder: QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))),
        more=(ReminderPanel(desk.settings), PhotoPanel(desk.tools, desk.settings)),
    )
    page.language_wanted.connect(desk.shell.language_wanted)
    page.theme_wanted.connect(desk.shell.theme_wanted)
    page.big_type_wanted.connect(desk.shell.big_type_wanted)
    desk.shell.big_type_wanted.connect(page.show_type)
    page.backed_up.connect(desk.shell.status.show_backup)
    return page


def _rulebook(desk: Desk) -> Page:
    def house() -> House:
        offer = offer_of(desk.services.directory)
        posts = {post.code: post.name for post in offer.posts if post.active}
        return House(posts, tuple(offer.people_choices()), {one.id: one.name for one in offer.people})

    return RulesPage(desk.tools, desk.services.rulebook, desk.by, house, try_out=desk.try_out)


def show_rule(desk: Desk, rule: str) -> None:
    """The rulebook, on a rule."""
    desk.open_page("rulebook")
    page = desk.page("rulebook")
    assert isinstance(page, RulesPage)
    page.show_rule(rule)


def _calendar(desk: Desk) -> Page:
    return CalendarPage(desk.tools, desk.services.calendar, desk.by)


def _letterheads(desk: Desk) -> Page:
    directory = desk.services.directory

    def owners() -> list[Owner]:
        group = directory.group()
        if group is None:
            return []
        houses = [Owner(one.id, one.name, False, group.name) for one in directory.institutions(active_only=True)]
        return [Owner(group.id, group.name, True, group.name), *houses]

    return LetterheadsPage(desk.tools, desk.services.letterheads, owners, desk.by)


def _printers(desk: Desk) -> Page:
    return PrintersPage(desk.tools)


MAKERS = {
    "settings": _settings,
    "rulebook": _rulebook,
    "calendar": _calendar,
    "letterheads": _letterheads,
    "printers": _printers,
}
