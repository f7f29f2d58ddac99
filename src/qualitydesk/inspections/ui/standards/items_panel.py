"""The items of a draft pack in the editor: listed with what is to be looked at, added, copied, moved, retired."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from qualitydesk.inspections.model import AnswerKind, Gravity, Item, ItemGroup, Pack, PackKind, Target
from qualitydesk.inspections.rules.editions import meaning_changes, next_code
from qualitydesk.inspections.ui.standards.cautions import behind_words
from qualitydesk.inspections.ui.standards.item_dialog import ItemDialog
from qualitydesk.inspections.ui.standards.texts import OtherLanguage
from qualitydesk.inspections.ui.words import kind_words
from qualitydesk.kit.keys import Key, KeyTable
from qualitydesk.kit.pieces import button, hbox, label, vbox
from qualitydesk.kit.table import Table
from qualitydesk.kit.table_model import Column, TableModel
from qualitydesk.kit.tools import Tools

EMPTY = {"zh": "", "en": ""}


@dataclass(frozen=True)
class _Row:
    item: Item
    section: str
    remark: str
    wrong: bool


class ItemsPanel(QWidget):
    """The list of items and what is done with them. `draft()`: the pack as the editor has it now.

    Signals: `changed()` after every deed; `sections_wanted()` when an item is to be added and there is no heading yet.
    """

    changed = Signal()
    sections_wanted = Signal()

    def __init__(
        self,
        tools: Tools,
        draft: Callable[[], Pack],
        base: Pack | None,
        used: Collection[str],
        posts: Mapping[str, str],
        tongue: OtherLanguage,
        parent: QWidget | None = None,
    ) -> None:
        """`tongue`: whether the editor around shows both languages; its items do as it does."""
        super().__init__(parent)
        self.tongue = tongue
        self._tools, self._draft, self._used, self._posts = tools, draft, used, posts
        self._given_out: set[str] = set()
        self._before: dict[str, Item] = {}
        self._problems: Mapping[int, Sequence[str]] = {}
        self.items: list[Item] = []
        self.rows = TableModel(self._columns(), key=lambda row: row.item.code, parent=self)
        self.table = Table(self.rows, name=self.tr("Items"), empty=self.tr("No items yet. Add the first."))
        self.add_button = button(self.tr("Add item"), "plus", self.add)
        self.copy_button = button(self.tr("Copy"), "copy", self.copy)
        self.up_button = button(self.tr("Up"), "chevron-up", lambda: self.move_item(-1))
        self.down_button = button(self.tr("Down"), "chevron-down", lambda: self.move_item(+1))
        self.retire_button = button(self.tr("Retire"), "trash", self.retire)
        told = label(self.tr("Enter opens an item."), "caption")
        column = vbox(
            hbox(label(self.tr("Items, in the order of walking"), "section"), None, told),
            self.table,
            hbox(self.add_button, self.copy_button, self.up_button, self.down_button, self.retire_button, None),
        )
        column.setStretch(1, 1)
        self.setLayout(column)
        self.table.opened.connect(lambda row: self.edit(row.item))
        self.table.picked.connect(lambda _row: self._show_buttons())
        self.use_base(base)

    def bind_keys(self, table: KeyTable) -> None:
        """The dialog's keys for the list."""
        table.bind(
            Key("Ctrl+N", self.tr("Add item"), self.add),
            Key("Ctrl+D", self.tr("Copy item"), self.copy),
            Key("Alt+Up", self.tr("Move item up"), lambda: self.move_item(-1)),
            Key("Alt+Down", self.tr("Move item down"), lambda: self.move_item(+1)),
            Key("Ctrl+Delete", self.tr("Retire item"), self.retire),
        )

    def use_base(self, base: Pack | None) -> None:
        """The edition the draft is compared with."""
        self._before = {item.code: item for item in base.items} if base else {}

    def show_items(self, items: Sequence[Item]) -> None:
        """List these."""
        self.items = list(items)
        self._show()

    def show_problems(self, problems: Mapping[int, Sequence[str]]) -> None:
        """What is wrong with items, by their place from 0."""
        self._problems = problems
        self._show()

    def current(self) -> Item | None:
        row = self.table.current_row()
        return row.item if isinstance(row, _Row) else None

    def add(self) -> ItemDialog | None:
        """A new item behind the chosen one, in its section; before there is any, sections are asked for."""
        pack = self._draft()
        if not pack.sections:
            self.sections_wanted.emit()
            return None
        near = self.current()
        section = near.section if near else next(iter(pack.sections), "")
        kind = AnswerKind.STEP if pack.kind is PackKind.PROCESS else AnswerKind.YES_NO
        group = near.group if near else _usual_group(pack)
        item = Item(
            self._next_code(pack, section), group, section, EMPTY, EMPTY, EMPTY, None, (), kind, None, 2, False,
            Gravity.ORDINARY, "ladder", self.tr("Our own"), None,
        )  # fmt: skip
        return self._open(item, None)

    def copy(self) -> ItemDialog | None:
        """A new item like the chosen one, under a code of its own."""
        near = self.current()
        if near is None:
            return None
        return self._open(replace(near, code=self._next_code(self._draft(), near.section), replaces=()), None)

    def edit(self, item: Item) -> ItemDialog:
        """Every field of an item."""
        return self._open(item, item)

    def move_item(self, by: int) -> None:
        """The chosen item one place up or down; over a heading's end it goes into the next section."""
        item = self.current()
        if item is None:
            return
        at = self.items.index(item)
        to = at + by
        if not 0 <= to < len(self.items):
            return
        other = self.items[to]
        if other.section != item.section:
            self.items[at] = item = replace(item, section=other.section)
        else:
            self.items[at], self.items[to] = other, item
        self._changed(item.code)

    def retire(self) -> None:
        """The chosen item is not asked any more; asks first."""
        item = self.current()
        if item is None:
            return
        title = item.title.get(self._tools.language, "")
        words = self.tr(
            "{code} {title} will not be asked from the next edition on. Its code stays with its findings and is never "
            "given to another item."
        ).format(code=item.code, title=title)

        def gone() -> None:
            at = self.items.index(item)
            del self.items[at]
            self._changed(self.items[min(at, len(self.items) - 1)].code if self.items else "")

        self._tools.prompts.ask(self, self.tr("Retire item?"), words, yes=self.tr("Retire"), then=gone)

    def _next_code(self, pack: Pack, section: str) -> str:
        """Never used before, nor given out in this editor."""
        code = next_code(pack, section, {*self._used, *self._given_out})
        self._given_out.add(code)
        return code

    def _open(self, item: Item, there: Item | None) -> ItemDialog:
        before = self._before.get(item.code) if there is not None else None
        dialog = ItemDialog(
            self._tools, item, before, self._draft(), self._used, self._posts, self, both=self.tongue.tick.isChecked()
        )
        dialog.tongue.tick.toggled.connect(self.tongue.tick.setChecked)

        def taken(done: Item) -> None:
            self._put(there, done)
            dialog.finish()

        dialog.submitted.connect(taken)
        dialog.open()
        return dialog

    def _put(self, there: Item | None, done: Item) -> None:
        """In its old place; a new one, or one that changed its section, behind the last of its section."""
        if there is not None and there.section == done.section:
            self.items[self.items.index(there)] = done
        else:
            near = self.current()
            if there is not None:
                self.items.remove(there)
            same = [at for at, item in enumerate(self.items) if item.section == done.section]
            behind_near = there is None and near is not None and near.section == done.section
            at = self.items.index(near) if behind_near and near is not None else (same[-1] if same else None)
            self.items.insert(self._new_section_at(done.section) if at is None else at + 1, done)
        self._changed(done.code)

    def _new_section_at(self, section: str) -> int:
        """Where the first item of a section goes: before the items of the sections behind it."""
        order = list(self._draft().sections)
        later = set(order[order.index(section) + 1 :]) if section in order else set()
        return next((at for at, item in enumerate(self.items) if item.section in later), len(self.items))

    def _changed(self, code: str) -> None:
        self._problems = {}
        self._show()
        self.table.select_key(code)
        self.changed.emit()

    def _columns(self) -> Sequence[Column]:
        language = self._tools.language
        return (
            Column(self.tr("Code"), lambda row: row.item.code, width=104),
            Column(self.tr("Section"), lambda row: row.section, width=88),
            Column(self.tr("Item"), lambda row: row.item.title.get(language, ""), stretch=True),
            Column(self.tr("Answer"), lambda row: kind_words(row.item, language), width=120),
            Column(
                self.tr("To be looked at"),
                lambda row: row.remark,
                tone=lambda row: "danger" if row.wrong else "warning",
                width=112,
            ),
        )

    def _show(self) -> None:
        language, sections = self._tools.language, self._draft().sections
        rows = []
        for at, item in enumerate(self.items):
            wrong = self._problems.get(at, ())
            remark = "; ".join(wrong) or self._remark(item)
            heading = sections.get(item.section, EMPTY).get(language, "") or item.section
            rows.append(_Row(item, heading, remark, bool(wrong)))
        self.rows.show_rows(rows)
        self._show_buttons()

    def _remark(self, item: Item) -> str:
        before = self._before.get(item.code)
        if before is None:
            return self.tr("New") if self._before else ""
        if before == item:
            return ""
        words = [self.tr("Another meaning?")] if meaning_changes(before, item) else []
        told = behind_words(before, item)
        return "; ".join([*words, *([told] if told else [])]) or self.tr("Changed")

    def _show_buttons(self) -> None:
        chosen = self.current() is not None
        for one in (self.copy_button, self.up_button, self.down_button, self.retire_button):
            one.setEnabled(chosen)


def _usual_group(pack: Pack) -> ItemGroup:
    if pack.target is Target.PLACE:
        return ItemGroup.ENVIRONMENT
    return ItemGroup.PROCESS if pack.kind is PackKind.PROCESS else ItemGroup.CONDUCT
