"""Standards: the packs in force, their items by section, each to be read in full or previewed as on a round."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QScrollArea, QWidget

from qualitydesk.basics.changes import Change
from qualitydesk.basics.phrases import say
from qualitydesk.directory.service import Directory
from qualitydesk.inspections.model import Gravity, Item, Pack
from qualitydesk.inspections.service import Standards
from qualitydesk.inspections.ui.pack_preview import PackPreview
from qualitydesk.inspections.ui.words import aimed_at, kind_words
from qualitydesk.kit.page import Page
from qualitydesk.kit.pieces import Facts, hbox, label, panel, vbox
from qualitydesk.kit.table import Table
from qualitydesk.kit.table_model import Column, TableModel
from qualitydesk.kit.theme import EDGE, GRID, ROW
from qualitydesk.kit.tools import Tools


@dataclass(frozen=True)
class _Row:
    """An item under its section's heading."""

    item: Item
    section: str


def _packs_and_posts(standards: Standards, directory: Directory) -> tuple[list[Pack], dict[str, str]]:
    return standards.packs(), {post.code: post.name for post in directory.posts()}


class StandardsPage(Page):
    """Reads only: packs are data that ships or is adopted, never edited here."""

    concerns = frozenset({Change.STANDARDS, Change.DIRECTORY})

    def __init__(self, tools: Tools, standards: Standards, directory: Directory, parent: QWidget | None = None) -> None:
        super().__init__(tools, "", parent)
        self.set_title(self.tr("Standards"))
        self._standards = standards
        self._directory = directory
        self._posts: Mapping[str, str] = {}
        self.packs = TableModel(self._pack_columns(), key=lambda pack: pack.code, parent=self)
        self.items = TableModel(self._item_columns(), key=lambda row: row.item.code, parent=self)
        self.pack_table = Table(
            self.packs,
            name=self.tr("Packs"),
            empty=self.tr("No standards yet. They are adopted when the group is founded."),
            tools=tools,
            remember="standards.packs",
        )
        self.pack_table.setFixedHeight(6 * ROW)
        self.item_table = Table(
            self.items,
            name=self.tr("Items"),
            empty=self.tr("Choose a pack above."),
            tools=tools,
            remember="standards.items",
        )
        self.purpose = label("", wrap=True, tone="muted")
        below = hbox(self.item_table, self._reading_panel(), gap=EDGE)
        below.setStretch(0, 1)
        self.body.addWidget(self.pack_table)
        self.body.addWidget(self.purpose)
        self.body.addLayout(below)
        self.body.setStretch(2, 1)
        self.preview_button = self.add_button(self.tr("Preview as on a round"), "eye", self.preview, sequence="Ctrl+P")
        self.pack_table.picked.connect(self._show_pack)
        self.pack_table.opened.connect(lambda _pack: self.preview())
        self.item_table.picked.connect(self._show_item)
        self.item_table.opened.connect(lambda _row: self.preview())

    def _pack_columns(self) -> Sequence[Column]:
        language = self.tools.language
        return (
            Column(self.tr("Name"), lambda pack: pack.name[language], width=200),
            Column(self.tr("For whom"), self._aim, stretch=True),
            Column(self.tr("Items"), lambda pack: len(pack.items), align="right", width=80),
            Column(self.tr("Minutes"), lambda pack: pack.minutes, align="right", width=80),
            Column(self.tr("Pass mark"), lambda pack: f"{pack.pass_mark:.0%}", align="right", width=96),
            Column(self.tr("Edition"), lambda pack: pack.edition, align="right", width=80),
        )

    def _item_columns(self) -> Sequence[Column]:
        language = self.tools.language
        return (
            Column(self.tr("Section"), lambda row: row.section, width=144),
            Column(self.tr("Item"), lambda row: row.item.title[language], stretch=True),
            Column(self.tr("Answer"), lambda row: kind_words(row.item, language), width=136),
            Column(self.tr("Weight"), lambda row: row.item.weight, align="right", width=64),
            Column(
                self.tr("Gravity"),
                lambda row: say(language, f"gravity.{row.item.gravity.value}"),
                tone=lambda row: "warning" if row.item.gravity is Gravity.SERIOUS else "",
                width=80,
            ),
            Column(
                self.tr("Critical"),
                lambda row: self.tr("Critical") if row.item.critical else "",
                tone=lambda _row: "danger",
                width=80,
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
        self.tools.operations.read(self, _packs_and_posts, self._standards, self._directory, then=self._show)

    def pack(self) -> Pack | None:
        """The pack chosen."""
        found = self.pack_table.current_row()
        return found if isinstance(found, Pack) else None

    def preview(self) -> None:
        """The chosen pack as walking shows it, from the chosen item on."""
        pack = self.pack()
        if pack is None:
            return
        row = self.item_table.current_row()
        start = pack.items.index(row.item) if isinstance(row, _Row) and row.item in pack.items else 0
        PackPreview(pack, self.tools.language, start, self).open()

    def _show(self, found: tuple[list[Pack], dict[str, str]]) -> None:
        packs, self._posts = found
        self.packs.show_rows(packs)
        items = sum(len(pack.items) for pack in packs)
        self.set_note(self.tr("{packs} packs · {items} items").format(packs=len(packs), items=items))
        if packs and self.pack() is None:
            self.pack_table.select_key(packs[0].code)
        self.preview_button.setEnabled(bool(packs))

    def _show_pack(self, pack: Pack | None) -> None:
        if pack is None:
            self.items.show_rows(())
            self.purpose.setText("")
            return
        language = self.tools.language
        self.purpose.setText(pack.purpose[language])
        self.items.show_rows([_Row(item, pack.sections[item.section][language]) for item in pack.items])
        self.item_table.select_key(pack.items[0].code)
        self.item_table.scrollToTop()

    def _show_item(self, row: _Row | None) -> None:
        self.reading.setVisible(row is not None)
        if row is None:
            return
        language, item = self.tools.language, row.item
        self.wanted.setText(item.title[language])
        self.standard.setText(item.standard[language])
        self.why.setText(item.why[language])
        seasons = {"summer": self.tr("Summer"), "winter": self.tr("Winter")}
        facts = [
            (self.tr("Answer"), kind_words(item, language)),
            (self.tr("Weight"), str(item.weight)),
            (self.tr("Critical"), self.tr("Yes: a fail fails the whole") if item.critical else self.tr("No")),
            (self.tr("Gravity"), say(language, f"gravity.{item.gravity.value}")),
            (self.tr("Counts as"), say(language, f"item_group.{item.group.value}")),
            (self.tr("For whom"), self._aim(item)),
            *([(self.tr("Season"), seasons[item.season])] if item.season else []),
            (self.tr("Code"), item.code),
            (self.tr("Source"), _source(item.source, language)),
        ]
        self.facts.show_facts(facts)

    def _aim(self, what: Pack | Item) -> str:
        return aimed_at(what.sex, what.posts, self._posts, self.tools.language)


def _source(source: str, language: str) -> str:
    """Where an item comes from, in words: the group's document with its section, and whether we added to it."""
    given, _, added = source.partition(" + ")
    document, _, section = given.partition(" §")
    words = (
        say(language, "source.ours")
        if given == "ours"
        else say(language, "source.document", document=document, section=section)
    )
    return say(language, "source.with_ours", source=words) if added else words
