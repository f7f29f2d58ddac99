"""One item in full beside the list: its standard, why it matters, everything else about it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtWidgets import QWidget

from qualitydesk.inspections.model import Item
from qualitydesk.inspections.ui.standards.words import facts_of
from qualitydesk.inspections.ui.words import aimed_at
from qualitydesk.kit.pieces import Facts, label, vbox
from qualitydesk.kit.theme import EDGE


class ItemReading(QWidget):
    """Shows one item; its words can be selected and copied."""

    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "scrolled")
        self._language = language
        self.wanted = label("", "title", wrap=True)
        self.standard = label("", wrap=True, selectable=True)
        self.why = label("", wrap=True, tone="muted", selectable=True)
        self.facts = Facts()
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
        self.setLayout(column)

    def show_item(self, item: Item, posts: Mapping[str, str]) -> None:
        """`posts`: names by code."""
        language = self._language
        self.wanted.setText(item.title[language])
        self.standard.setText(item.standard[language])
        self.why.setText(item.why[language])
        aim = partial(_aim, posts=posts, language=language)
        self.facts.show_facts(facts_of(item, aim, language))


def _aim(item: Item, posts: Mapping[str, str], language: str) -> str:
    return aimed_at(item.sex, item.posts, posts, language)
