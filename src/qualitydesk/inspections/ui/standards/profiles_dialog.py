"""The profiles of all posts: what each is inspected with, how long that takes, who has none. Enter opens one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QWidget

from qualitydesk.basics.changes import By
from qualitydesk.basics.clock import local_day
from qualitydesk.directory.service import Directory
from qualitydesk.inspections.model.editions import PackOnShelf
from qualitydesk.inspections.model.profiles import Profile
from qualitydesk.inspections.rules.profiles import minutes_of
from qualitydesk.inspections.service import Standards
from qualitydesk.inspections.ui.standards.profile_dialog import open_profile
from qualitydesk.kit.dates import day_words
from qualitydesk.kit.keys import Key, KeyTable
from qualitydesk.kit.pieces import button, hbox, label, vbox
from qualitydesk.kit.table import Table
from qualitydesk.kit.table_model import Column, TableModel
from qualitydesk.kit.theme import EDGE, GRID
from qualitydesk.kit.tools import Tools


@dataclass(frozen=True)
class ProfileLine:
    """A post with its profile, split into packs that are on, switched off, and gone: named by the group, not here."""

    post: str
    profile: Profile
    on: tuple[PackOnShelf, ...]
    off: tuple[PackOnShelf, ...]
    gone: tuple[str, ...]

    @property
    def code(self) -> str:
        return self.profile.post_code

    @property
    def minutes(self) -> int:
        return minutes_of([one.pack for one in self.on], self.code) if self.on else 0


def read_profiles(standards: Standards, directory: Directory) -> list[ProfileLine]:
    """The posts in use with their profiles, those that have one first. For a read lane."""
    profiles, shelf = standards.profiles(), {one.code: one for one in standards.shelf()}
    lines = []
    for post in directory.posts():
        if not post.active:
            continue
        profile = profiles.get(post.code, Profile(post.code))
        there = [shelf[code] for code in profile.packs if code in shelf]
        gone = tuple(code for code in profile.packs if code not in shelf and profile.own)
        on, off = tuple(one for one in there if one.on), tuple(one for one in there if not one.on)
        lines.append(ProfileLine(post.name, profile, on, off, gone))
    return sorted(lines, key=lambda line: not line.profile.packs)


class ProfilesDialog(QDialog):
    """Lists posts. Signals: `handbook_wanted(post code)` a booklet of what the post is inspected with."""

    handbook_wanted = Signal(str)

    def __init__(
        self,
        tools: Tools,
        standards: Standards,
        directory: Directory,
        by: Callable[[], By],
        lines: Sequence[ProfileLine],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setWindowTitle(self.tr("Post profiles"))
        self._tools, self._standards, self._directory, self._by = tools, standards, directory, by
        self.rows = TableModel(self._columns(), key=lambda line: line.code, parent=self)
        self.table = Table(
            self.rows,
            name=self.tr("Post profiles"),
            empty=self.tr("No posts yet. Add them under Directory › Posts."),
            tools=tools,
            remember="standards.profiles",
        )
        told = label(
            self.tr(
                "Which standards people of each post are inspected with unless somebody chooses otherwise: a new round "
                "ticks them, and each person is asked those of the post."
            ),
            tone="muted",
            wrap=True,
        )
        self.edit_button = button(self.tr("Change…"), "pencil", self.edit, role="primary")
        self.handbook_button = button(self.tr("Handbook…"), "printer", self._handbook)
        close = button(self.tr("Close"), do=self.accept)
        column = vbox(told, self.table, hbox(self.edit_button, self.handbook_button, None, close))
        column.setStretch(1, 1)
        column.setContentsMargins(EDGE, EDGE, EDGE, EDGE)
        self.setLayout(column)
        self.key_table = KeyTable(self)
        self.key_table.bind(
            Key("Return", self.tr("Change the profile of the post")),
            Key("Ctrl+P", self.tr("Handbook of what the post is inspected with"), self._handbook),
            Key("Esc", self.tr("Close")),
        )
        self.table.opened.connect(lambda _line: self.edit())
        self.table.picked.connect(lambda _line: self._show_buttons())
        self.resize(128 * GRID, 80 * GRID)
        self._show(lines)
        self.table.setFocus()

    def edit(self) -> None:
        """The profile under the cursor."""
        if (line := self.line()) is not None:
            open_profile(
                self._tools, self._standards, self._directory, self._by, line.code, self, saved=lambda _one: self.load()
            )

    def load(self) -> None:
        """Read the list anew; the cursor keeps its place."""
        read = partial(read_profiles, self._standards, self._directory)
        self._tools.operations.read(self, read, then=self._show, topic="profiles")

    def line(self) -> ProfileLine | None:
        """The post under the cursor."""
        found = self.table.current_row()
        return found if isinstance(found, ProfileLine) else None

    def _show(self, lines: Sequence[ProfileLine]) -> None:
        self.rows.show_rows(lines)
        if lines and self.line() is None:
            self.table.select_key(lines[0].code)
        self._show_buttons()

    def _show_buttons(self) -> None:
        line = self.line()
        self.edit_button.setEnabled(line is not None)
        self.handbook_button.setEnabled(line is not None and bool(line.on))

    def _handbook(self) -> None:
        if (line := self.line()) is not None and line.on:
            self.handbook_wanted.emit(line.code)

    def _columns(self) -> Sequence[Column]:
        return (
            Column(self.tr("Post"), lambda line: line.post, width=152, sort="post"),
            Column(
                self.tr("Inspected with"),
                self._packs,
                tone=lambda line: "" if line.profile.packs else "muted",
                tip=self._packs,
                stretch=True,
            ),
            Column(self.tr("Packs on"), lambda line: len(line.on), text=_some, align="right", width=88, sort="packs"),
            Column(
                self.tr("Time, min"), lambda line: line.minutes, text=_some, align="right", width=104, sort="minutes"
            ),
            Column(self.tr("State"), self._state, tone=lambda line: "" if line.profile.own else "muted", width=168),
        )

    def _packs(self, line: ProfileLine) -> str:
        """The packs by name; those off or gone are told as such."""
        language = self._tools.language
        between = "、" if language == "zh" else ", "
        named = [one.pack.name[language] for one in line.on]
        named += [self.tr("{pack} (off)").format(pack=one.pack.name[language]) for one in line.off]
        named += [self.tr("{pack} (not in this database)").format(pack=code) for code in line.gone]
        return between.join(named) or self.tr("No profile: everything meant for the post is asked")

    def _state(self, line: ProfileLine) -> str:
        if line.profile.own and line.profile.changed_at is not None:
            return self.tr("Changed {day}").format(day=day_words(local_day(line.profile.changed_at)))
        return self.tr("As it ships") if line.profile.packs else self.tr("None")


def _some(number: int) -> str:
    return str(number) if number else ""
