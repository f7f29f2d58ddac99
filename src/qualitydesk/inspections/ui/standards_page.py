"""Standards: every pack with its items; searched, read, previewed, edited, compared, switched, taken in and out."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QScrollArea, QWidget

from qualitydesk.basics.changes import By, Change
from qualitydesk.basics.phrases import say
from qualitydesk.directory.service import Directory
from qualitydesk.inspections.model import Gravity, Item, Pack
from qualitydesk.inspections.model.editions import PackOnShelf
from qualitydesk.inspections.rules.searching import found_in
from qualitydesk.inspections.service import Standards
from qualitydesk.inspections.ui.pack_preview import PackPreview
from qualitydesk.inspections.ui.standards.desk import Bench, StandardsDesk
from qualitydesk.inspections.ui.standards.words import facts_of, kinds_words, target_words
from qualitydesk.inspections.ui.words import aimed_at, kind_words
from qualitydesk.kit.keys import Key
from qualitydesk.kit.page import Page
from qualitydesk.kit.pieces import Facts, button, hbox, label, panel, vbox
from qualitydesk.kit.table import Table
from qualitydesk.kit.table_model import Column, TableModel
from qualitydesk.kit.theme import EDGE, GRID, ROW
from qualitydesk.kit.tools import Tools


@dataclass(frozen=True)
class _Row:
    """An item under its section's heading, with its pack."""

    pack: Pack
    item: Item
    section: str


def _shelf_and_posts(standards: Standards, directory: Directory) -> tuple[list[PackOnShelf], dict[str, str]]:
    return standards.shelf(), {post.code: post.name for post in directory.posts()}


class StandardsPage(Page):
    """Packs above, the chosen one's items below, the item in full at the right; a search looks through all packs."""

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
        self._posts: Mapping[str, str] = {}
        self._wanted_pack = self._wanted_item = ""
        self.packs = TableModel(self._pack_columns(), key=lambda line: line.code, parent=self)
        self.items = TableModel(self._item_columns(), key=lambda row: row.item.code, parent=self)
        self.pack_table = Table(
            self.packs,
            name=self.tr("Packs"),
            empty=self.tr("No standards yet. They are adopted when the group is founded."),
            tools=tools,
            remember="standards.packs.2",
        )
        self.pack_table.setFixedHeight(7 * ROW)
        self.item_table = Table(self.items, name=self.tr("Items"), empty="", tools=tools, remember="standards.items.2")
        self.purpose = label("", wrap=True, tone="muted")
        below = hbox(self.item_table, self._reading_panel(), gap=EDGE)
        below.setStretch(0, 1)
        self.desk = StandardsDesk(Bench(tools, standards, directory, by), self, self.lead_to)
        self.body.addLayout(self._search_row())
        self.body.addWidget(self.pack_table)
        self.body.addWidget(self.purpose)
        self.body.addLayout(below)
        self.body.setStretch(3, 1)
        self._add_buttons()
        self.pack_table.picked.connect(lambda _line: self._show_items())
        self.pack_table.opened.connect(lambda _line: self.preview())
        self.item_table.picked.connect(self._show_item)
        self.item_table.opened.connect(self._open_item)

    def _add_buttons(self) -> None:
        self.preview_button = self.add_button(self.tr("Preview as on a round"), "eye", self.preview, sequence="Ctrl+P")
        self.edit_button = self.add_button(self.tr("Edit pack"), "pencil", self.edit, sequence="Ctrl+E")
        self.new_button = self.add_button(self.tr("New pack"), "plus", self.new_pack, role="primary", sequence="Ctrl+N")
        self.bind(
            Key("Ctrl+F", self.tr("Search all items"), self.search.setFocus),
            Key("Ctrl+H", self.tr("Editions"), self.history_button.click),
            Key("Ctrl+I", self.tr("Import"), self.import_button.click),
            Key("Ctrl+Shift+E", self.tr("Export"), self.export_button.click),
        )

    def _search_row(self) -> QHBoxLayout:
        self.search = QLineEdit()
        self.search.setClearButtonEnabled(True)
        self.search.setPlaceholderText(self.tr("Search all items: title, standard, code, source"))
        self.search.setAccessibleName(self.tr("Search all items"))
        self.search.textChanged.connect(lambda _text: self._show_items())
        self.search.returnPressed.connect(self.item_table.setFocus)
        self.switch_button = button(self.tr("Switch off"), "pause", self.switch)
        self.history_button = button(self.tr("Editions"), "clock", self.history)
        self.export_button = button(self.tr("Export"), "upload", self.export)
        self.import_button = button(self.tr("Import"), "download", self.desk.take_in)
        row = hbox(self.search, self.switch_button, self.history_button, self.export_button, self.import_button)
        row.setStretch(0, 1)
        return row

    def _pack_columns(self) -> Sequence[Column]:
        language = self.tools.language
        return (
            Column(self.tr("Name"), lambda line: line.pack.name[language], width=192, sort="name"),
            Column(self.tr("Kind"), lambda line: say(language, f"pack_kind.{line.pack.kind.value}"), width=88),
            Column(self.tr("For whom"), lambda line: target_words(line.pack, self._posts, language), width=176),
            Column(self.tr("What is asked"), lambda line: kinds_words(line.pack, language), stretch=True),
            Column(self.tr("Items"), lambda line: len(line.pack.items), align="right", width=64, sort="items"),
            Column(self.tr("Time, min"), lambda line: line.pack.minutes, align="right", width=96, sort="minutes"),
            Column(self.tr("Pass mark"), lambda line: f"{line.pack.pass_mark:.0%}", align="right", width=80),
            Column(self.tr("Edition"), lambda line: line.pack.edition, align="right", width=72),
            Column(
                self.tr("State"),
                lambda line: self.tr("On") if line.on else self.tr("Off"),
                tone=lambda line: "good" if line.on else "muted",
                width=64,
                sort="state",
            ),
        )

    def _item_columns(self) -> Sequence[Column]:
        language = self.tools.language
        return (
            Column(self.tr("Section"), lambda row: row.section, width=152),
            Column(self.tr("Item"), lambda row: row.item.title[language], stretch=True),
            Column(self.tr("Answer"), lambda row: kind_words(row.item, language), width=144),
            Column(self.tr("Weight"), lambda row: row.item.weight, align="right", width=64),
            Column(
                self.tr("Gravity"),
                lambda row: say(language, f"gravity.{row.item.gravity.value}"),
                tone=lambda row: "warning" if row.item.gravity is Gravity.SERIOUS else "",
                width=88,
            ),
            Column(
                self.tr("Critical"),
                lambda row: self.tr("Critical") if row.item.critical else "",
                tone=lambda _row: "danger",
                width=72,
            ),
        )

    def _reading_panel(self) -> QWidget:
        self.wanted = label("", "title", wrap=True)
        self.standard = label("", wrap=True, selectable=True)
        self.why = label("", wrap=True, tone="muted", selectable=True)
        self.facts = Facts()
        inside = QWidget()
        inside.setProperty("role", "scrolled")
        column = vbox(
            self.wanted,
            label(self.tr("Standard"), "section"),
            self.standard,
            label(self.tr("Why it matters"), "section"),
            self.why,
            self.facts,
            None,
        )
        column.setContentsMargins(EDGE, EDGE, EDGE, EDGE)
        inside.setLayout(column)
        scroll = QScrollArea()
        scroll.setWidget(inside)
        scroll.setWidgetResizable(True)
        frame = panel()
        frame.setLayout(vbox(scroll))
        frame.setFixedWidth(46 * GRID)
        self.reading = inside
        inside.hide()
        return frame

    def refresh(self, changes: frozenset[Change]) -> None:
        """Read packs and posts' names anew."""
        self.tools.operations.read(self, _shelf_and_posts, self._standards, self._directory, then=self._show)

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
        self.search.blockSignals(True)
        self.search.clear()
        self.search.blockSignals(False)
        self._wanted_pack, self._wanted_item = pack_code, item_code
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
        self.desk.export([line.pack for line in self.packs.all_rows()], self.pack())

    def _show(self, found: tuple[list[PackOnShelf], dict[str, str]]) -> None:
        lines, self._posts = found
        self.desk.posts = self._posts
        self.packs.show_rows(lines)
        items = sum(len(line.pack.items) for line in lines)
        self.set_note(self.tr("{packs} packs · {items} items").format(packs=len(lines), items=items))
        if lines and self.pack() is None:
            self.pack_table.select_key(lines[0].code)
        for one in (self.preview_button, self.edit_button, self.switch_button, self.history_button, self.export_button):
            one.setEnabled(bool(lines))
        self._lead()

    def _show_items(self) -> None:
        """The chosen pack's items, or what the search finds in all packs."""
        words, line, language = self.search.text().strip(), self.line(), self.tools.language
        kept = self.item_table.current_row()
        if words:
            hits = found_in((one.pack for one in self.packs.all_rows()), words)
            rows = [_Row(hit.pack, hit.item, hit.pack.name[language]) for hit in hits]
            self.purpose.setText(
                self.tr("Items found in all packs: {count}. Enter leads to the item.").format(count=len(rows))
            )
            self.item_table.say_empty(self.tr("No item holds these words. Try fewer or other ones."))
        else:
            pack = line.pack if line else None
            rows = [_Row(pack, item, pack.sections[item.section][language]) for item in pack.items] if pack else []
            self.purpose.setText(pack.purpose[language] if pack else "")
            self.item_table.say_empty(self.tr("Choose a pack above."))
        if line is not None:
            self._show_switch(line)
        self.items.show_rows(rows)
        wanted = self._wanted_item or (kept.item.code if isinstance(kept, _Row) else "")
        if rows and not (wanted and self.item_table.select_key(wanted)):
            self.item_table.select_key(rows[0].item.code)
            self.item_table.scrollToTop()
        elif wanted == self._wanted_item:
            self._wanted_item = ""
        self._show_item(self.item_table.current_row())

    def _show_switch(self, line: PackOnShelf) -> None:
        self.switch_button.setText(self.tr("Switch off") if line.on else self.tr("Switch on"))

    def _open_item(self, row: object) -> None:
        """Enter: from a search to the item in its pack, else its preview."""
        if isinstance(row, _Row) and self.search.text().strip():
            self.lead_to(row.pack.code, row.item.code)
            self.item_table.setFocus()
        else:
            self.preview()

    def _show_item(self, row: object) -> None:
        self.reading.setVisible(isinstance(row, _Row))
        if not isinstance(row, _Row):
            return
        language, item = self.tools.language, row.item
        self.wanted.setText(item.title[language])
        self.standard.setText(item.standard[language])
        self.why.setText(item.why[language])
        aim = partial(_aim, posts=self._posts, language=language)
        self.facts.show_facts(facts_of(item, aim, language))


def _aim(item: Item, posts: Mapping[str, str], language: str) -> str:
    return aimed_at(item.sex, item.posts, posts, language)
