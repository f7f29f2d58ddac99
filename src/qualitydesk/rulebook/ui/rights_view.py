"""Who may decide what, as one table over all rules; each row leads to the rule that says so."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from qualitydesk.basics.phrases import capital, say
from qualitydesk.kit.pieces import label, vbox
from qualitydesk.kit.table import Table
from qualitydesk.kit.table_model import Column, TableModel
from qualitydesk.kit.theme import GAP, GRID
from qualitydesk.kit.tools import Tools
from qualitydesk.rulebook.model import Edition
from qualitydesk.rulebook.model.shapes import Right
from qualitydesk.rulebook.rules.deciding import rights_of
from qualitydesk.rulebook.rules.wording import Posts, joined, post_words
from qualitydesk.rulebook.ui.words import title_words


class RightsView(QWidget):
    """Signals: `rule_wanted(rule)` by Enter or double click."""

    rule_wanted = Signal(str)

    def __init__(self, tools: Tools, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = tools.language
        self._posts: Posts = {}
        self._editions: Mapping[str, Edition] = {}
        self.rights = TableModel(self._columns(), key=lambda one: one.key, parent=self)
        self.table = Table(
            self.rights,
            name=self.tr("Who may decide what"),
            empty=self.tr("No rules yet. They come with the first start."),
            tools=tools,
            remember="rights",
            wrap=True,
        )
        words = self.tr(
            "As the editions in force today say. Nobody decides on himself, whatever his post. Enter leads to the rule."
        )
        self._whole = label("", wrap=True, selectable=True)
        column = vbox(label(words, "caption", wrap=True), self.table, self._whole, gap=GAP)
        column.setContentsMargins(0, GRID, 0, 0)
        column.setStretch(1, 1)
        self.setLayout(column)
        self.setFocusProxy(self.table)
        self.table.picked.connect(self._say_whole)
        self.table.opened.connect(lambda row: self.rule_wanted.emit(str(row.rule)))

    def show_rights(self, editions: Mapping[str, Edition], posts: Posts) -> None:
        """Gather from the editions in force."""
        self._posts = posts
        self._editions = editions
        self.rights.show_rows(rights_of(editions))

    def _say_whole(self, row: object) -> None:
        if isinstance(row, Right):
            said = (self._act(row), self._who(row), self._second(row))
            self._whole.setText(" · ".join(words for words in said if words))

    def _columns(self) -> Sequence[Column]:
        return (
            Column(self.tr("Act"), self._act, stretch=True, sort="act"),
            Column(self.tr("Who"), self._who, tip=self._who, stretch=True, sort="who"),
            Column(self.tr("Besides"), self._second, tip=self._second, stretch=True),
            Column(self.tr("By the rule"), self._rule, stretch=True, sort="rule"),
        )

    def _act(self, one: Right) -> str:
        says = {key: say(self._language, code) for key, code in one.act_says.items()}
        return say(self._language, one.act, **says)

    def _who(self, one: Right) -> str:
        """Posts, then whoever else, in one line."""
        named = [joined([post_words(code, self._language, self._posts) for code in one.posts], self._language)]
        found = [words for words in (*named, *(self._said(*entry) for entry in one.conditions)) if words]
        between = "；" if self._language == "zh" else "; "
        return capital(between.join(found)) if found else capital(say(self._language, "right.who.anybody"))

    def _second(self, one: Right) -> str:
        between = "；" if self._language == "zh" else "; "
        return capital(between.join(self._said(*entry) for entry in one.second))

    def _said(self, code: str, values: Mapping[str, Any]) -> str:
        told: dict[str, str] = {}
        if "posts" in values:
            told["posts"] = joined(
                [post_words(one, self._language, self._posts) for one in values["posts"]], self._language
            )
        if "parties" in values:
            told["parties"] = joined([say(self._language, one) for one in values["parties"]], self._language)
        return say(self._language, code, **told)

    def _rule(self, one: Right) -> str:
        words = self.tr("{rule}, edition {number}")
        edition = self._editions.get(one.rule)
        name = title_words(edition, one.rule, self._language)
        return words.format(rule=name, number=edition.number if edition is not None else 0)
