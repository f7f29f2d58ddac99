"""Standards: every pack with its card and items; narrowed, searched, read, edited, compared, switched, in and out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QTabWidget, QWidget

from qualitydesk.basics.changes import By, Change
from qualitydesk.directory.service import Directory
from qualitydesk.inspections.model import Item, Pack
from qualitydesk.inspections.model.editions import PackOnShelf
from qualitydesk.inspections.model.profiles import Profiles
from qualitydesk.inspections.rules.searching import found_in
from qualitydesk.inspections.service import Standards
from qualitydesk.inspections.ui.pack_preview import PackPreview
from qualitydesk.inspections.ui.standards.columns import StandardsColumns
from qualitydesk.inspections.ui.standards.desk import Bench, StandardsDesk
from qualitydesk.inspections.ui.standards.item_reading import ItemReading
from qualitydesk.inspections.ui.standards.pack_card import PackCard
from qualitydesk.inspections.ui.standards.shelf_filters import ShelfFilters
from qualitydesk.kit.keys import Key
from qualitydesk.kit.page import Page
from qualitydesk.kit.pieces import button, hbox, label, panel, vbox
from qualitydesk.kit.table import Table
from qualitydesk.kit.table_model import TableModel
from qualitydesk.kit.theme import EDGE, GRID
from qualitydesk.kit.tools import Tools


@dataclass(frozen=True)
class _Row:
    """An item under its section's heading, with its pack."""

    pack: Pack
    item: Item
    section: str


@dataclass(frozen=True)
class Shelf:
    """What the page shows, read at once: packs, those that are on first; names of posts by code; the profiles."""

    lines: tuple[PackOnShelf, ...]
    posts: Mapping[str, str]
    profiles: Profiles


def read_shelf(standards: Standards, directory: Directory) -> Shelf:
    """For a read lane."""
    lines = sorted(standards.shelf(), key=lambda line: (not line.on, line.pack.off, line.code))
    return Shelf(tuple(lines), {post.code: post.name for post in directory.posts()}, standards.profile_packs())


class StandardsPage(Page):
    """Packs at the left, below them the chosen one's items; at the right the pack's card, or the item in full.

    The filters narrow the packs, and the search looks through the items of those listed.

    Signals: `handbook_wanted(pack codes, post code)` a booklet of packs, or of what a post is inspected with.
    """

    handbook_wanted = Signal(object, str)

    concerns = frozenset({Change.STANDARDS, Change.DIRECTORY})

    def __init__(
        self,
        tools: Tools,
        standards: Standards,
        directory: Directory,
        by: Callable[[], By],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(tools, "", parent)
        self.set_title(self.tr("Standards"))
        self._standards = standards
        self._directory = directory
        self._shelf = Shelf((), {}, {})
        self._wanted_pack = self._wanted_item = ""
        self._reads_item = False  # whether the panel at the right shows the item, not the pack
        columns = StandardsColumns(lambda: self._shelf.posts, tools.language, self)
        self.packs = TableModel(columns.packs(), key=lambda line: line.code, parent=self)
        self.items = TableModel(columns.items(), key=lambda row: row.item.code, parent=self)
        self.pack_table = Table(
            self.packs,
            name=self.tr("Packs"),
            empty=self.tr("No standards yet. They are adopted when the group is founded."),
            tools=tools,
            remember="standards.packs.2",
        )
        self.item_table = Table(self.items, name=self.tr("Items"), empty="", tools=tools, remember="standards.items.2")
        self.found = label("", "caption")
        self.found.hide()
        self.desk = StandardsDesk(Bench(tools, standards, directory, by), self, self.lead_to)
        self.desk.handbook_wanted.connect(self.handbook_wanted)
        self.filters = ShelfFilters(tools.language)
        self.search = self.filters.search
        lists = vbox(self.pack_table, self.found, self.item_table)
        lists.setStretch(0, 5)
        lists.setStretch(2, 4)
        beside = hbox(lists, self._reading_panel(), gap=EDGE)
        beside.setStretch(0, 1)
        self.body.addWidget(self.filters)
        self.body.addLayout(self._deeds_row())
        self.body.addLayout(beside)
        self.body.setStretch(2, 1)
        self._add_buttons()
        self.filters.changed.connect(self._narrow)
        self.filters.searched.connect(self._show_items)
        self.filters.settled.connect(self.item_table.setFocus)
        self.pack_table.picked.connect(lambda _line: self._show_items())
        self.pack_table.opened.connect(lambda _line: self.preview())
        self.item_table.picked.connect(self._show_item)
        self.item_table.opened.connect(self._open_item)
        for one in (self.pack_table, self.item_table):
            one.installEventFilter(self)

    def _add_buttons(self) -> None:
        self.handbook_button = self.add_button(
            self.tr("Handbook…"),
            "printer",
            self.handbook,
            sequence="Ctrl+Shift+P",
            words=self.tr("Handbook of the pack"),
        )
        self.preview_button = self.add_button(self.tr("Preview as on a round"), "eye", self.preview, sequence="Ctrl+P")
        self.edit_button = self.add_button(self.tr("Edit pack"), "pencil", self.edit, sequence="Ctrl+E")
        self.new_button = self.add_button(self.tr("New pack"), "plus", self.new_pack, role="primary", sequence="Ctrl+N")
        self.bind(
            Key("Ctrl+F", self.tr("Search the items"), self.search.setFocus),
            Key("Ctrl+G", self.tr("Post profiles"), self.profiles_button.click),
            Key("Ctrl+H", self.tr("Editions"), self.history_button.click),
            Key("Ctrl+I", self.tr("Import"), self.import_button.click),
            Key("Ctrl+Shift+E", self.tr("Export"), self.export_button.click),
        )

    def _deeds_row(self) -> QHBoxLayout:
        self.switch_button = button(self.tr("Switch off"), "pause", self.switch)
        self.history_button = button(self.tr("Editions"), "clock", self.history)
        self.profiles_button = button(self.tr("Post profiles…"), "members", self.desk.profiles)
        self.export_button = button(self.tr("Export"), "upload", self.export)
        self.import_button = button(self.tr("Import"), "download", self.desk.take_in)
        return hbox(
            self.switch_button, self.history_button, None, self.profiles_button, self.export_button, self.import_button
        )

    def _reading_panel(self) -> QWidget:
        self.card = PackCard(self.tools.language)
        self.reading = ItemReading(self.tools.language)
        self.tabs = QTabWidget()
        self.tabs.setAccessibleName(self.tr("The pack and the item"))
        self.tabs.setDocumentMode(True)
        self.tabs.addTab(_scrolled(self.card), self.tr("Pack"))
        self.tabs.addTab(_scrolled(self.reading), self.tr("Item"))
        frame = panel()
        frame.setLayout(vbox(self.tabs))
        frame.setFixedWidth(48 * GRID)
        self.card.hide()
        self.reading.hide()
        return frame

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Whoever goes to the packs reads about the pack, whoever goes to the items reads the item."""
        if event.type() == QEvent.Type.FocusIn:
            self._read(item=watched is self.item_table)
        return super().eventFilter(watched, event)

    def _read(self, *, item: bool) -> None:
        self._reads_item = item
        self.tabs.setCurrentIndex(1 if item else 0)

    def refresh(self, changes: frozenset[Change]) -> None:
        """Read packs, posts' names and profiles anew."""
        self.tools.operations.read(self, read_shelf, self._standards, self._directory, then=self._show)

    def may_leave(self) -> bool:
        """A draft on the editor is not torn down with the page."""
        return not self.desk.has_draft()

    def line(self) -> PackOnShelf | None:
        """The pack chosen, with its state."""
        found = self.pack_table.current_row()
        return found if isinstance(found, PackOnShelf) else None

    def pack(self) -> Pack | None:
        """The pack chosen."""
        line = self.line()
        return line.pack if line else None

    def lead_to(self, pack_code: str, item_code: str = "") -> None:
        """Show a pack, and an item in it; a pack just written is shown once it has been read."""
        self.filters.forget_words()
        self._wanted_pack, self._wanted_item = pack_code, item_code
        hidden = next((line for line in self._shelf.lines if line.code == pack_code), None)
        if hidden is not None and not self.filters.wanted().lets_through(hidden):
            self.filters.show_all()
        self._read(item=bool(item_code))
        self._lead()

    def _lead(self) -> None:
        """Put the cursor where it was wanted, as far as that has been read."""
        if self._wanted_pack and self.pack_table.select_key(self._wanted_pack):
            self._wanted_pack = ""
        self._show_items()

    def preview(self) -> None:
        """The chosen pack as walking shows it, from the chosen item on."""
        row = self.item_table.current_row()
        pack = row.pack if isinstance(row, _Row) else self.pack()
        if pack is None:
            return
        start = pack.items.index(row.item) if isinstance(row, _Row) and row.item in pack.items else 0
        PackPreview(pack, self.tools.language, start, self).open()

    def handbook(self) -> None:
        """A booklet; the chosen pack is ticked."""
        pack = self.pack()
        self.handbook_wanted.emit((pack.code,) if pack else (), "")

    def edit(self) -> None:
        """The chosen pack in the editor."""
        if (pack := self.pack()) is not None:
            self.desk.edit(pack)

    def new_pack(self) -> None:
        """A pack of one's own, from nothing or from the chosen one."""
        self.desk.create(self.pack())

    def switch(self) -> None:
        """The chosen pack off or on."""
        if (line := self.line()) is not None:
            self.desk.switch(line)

    def history(self) -> None:
        """The chosen pack's editions."""
        if (pack := self.pack()) is not None:
            self.desk.history(pack)

    def export(self) -> None:
        """Packs into a file; the chosen one is ticked."""
        self.desk.export([line.pack for line in self._shelf.lines], self.pack())

    def _show(self, found: Shelf) -> None:
        self._shelf = found
        self.desk.posts = found.posts
        self._list()
        self._lead()

    def _narrow(self) -> None:
        self._list()
        self._show_items()

    def _list(self) -> None:
        """The packs the filters let through."""
        wanted, lines = self.filters.wanted(), self._shelf.lines
        shown = [line for line in lines if wanted.lets_through(line)]
        self.packs.show_rows(shown)
        if lines:
            self.pack_table.say_empty(self.tr('No pack matches. "Show all" takes the filters away.'))
        items = sum(len(line.pack.items) for line in shown)
        words = self.tr("{packs} packs, {on} on · {items} items")
        if len(shown) < len(lines):
            words = self.tr("{packs} of {all} packs, {on} on · {items} items")
        on = sum(line.on for line in shown)
        self.set_note(words.format(packs=len(shown), all=len(lines), on=on, items=items))
        if shown and self.pack() is None:
            self.pack_table.select_key(shown[0].code)
        for one in (self.preview_button, self.edit_button, self.switch_button, self.history_button):
            one.setEnabled(bool(shown))
        for one in (self.export_button, self.handbook_button):
            one.setEnabled(bool(lines))

    def _show_items(self) -> None:
        """The chosen pack with its items, or what the search finds in the packs listed."""
        words, line, language = self.filters.words(), self.line(), self.tools.language
        kept = self.item_table.current_row()
        if words:
            hits = found_in((one.pack for one in self.packs.all_rows()), words)
            rows = [_Row(hit.pack, hit.item, hit.pack.name[language]) for hit in hits]
            told = self.tr("Items found in the packs listed: {count}. Enter leads to the item.")
            self.found.setText(told.format(count=len(rows)))
            self.item_table.say_empty(self.tr("No item holds these words. Try fewer or other ones."))
        else:
            pack = line.pack if line else None
            rows = [_Row(pack, item, pack.sections[item.section][language]) for item in pack.items] if pack else []
            self.item_table.say_empty(self.tr("Choose a pack above."))
        self.found.setVisible(bool(words))
        self.tabs.setCurrentIndex(1 if words or self._reads_item else 0)
        self.card.setVisible(line is not None)
        if line is not None:
            self.card.show_pack(line, self._shelf.posts, self._shelf.profiles)
            self._show_switch(line)
        self.items.show_rows(rows)
        wanted = self._wanted_item or (kept.item.code if isinstance(kept, _Row) else "")
        if rows and not (wanted and self.item_table.select_key(wanted)):
            self.item_table.select_key(rows[0].item.code)
            self.item_table.scrollToTop()
        elif rows and wanted == self._wanted_item:
            self._wanted_item = ""
        self._show_item(self.item_table.current_row())

    def _show_switch(self, line: PackOnShelf) -> None:
        self.switch_button.setText(self.tr("Switch off") if line.on else self.tr("Switch on"))

    def _open_item(self, row: object) -> None:
        """Enter: from a search to the item in its pack, else its preview."""
        if isinstance(row, _Row) and self.filters.words():
            self.lead_to(row.pack.code, row.item.code)
            self.item_table.setFocus()
        else:
            self.preview()

    def _show_item(self, row: object) -> None:
        self.reading.setVisible(isinstance(row, _Row))
        if isinstance(row, _Row):
            self.reading.show_item(row.item, self._shelf.posts)


def _scrolled(inside: QWidget) -> QScrollArea:
    """What is longer than the panel scrolls, by keys too."""
    made = QScrollArea()
    made.setWidget(inside)
    made.setWidgetResizable(True)
    made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return made
