"""The last look at a new edition: what it changes, and the sentences that may still quote what it changes.

Those are to be read, and told to be right, before the edition can be published.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QCheckBox, QPushButton, QWidget

from qualitydesk.basics.phrases import say
from qualitydesk.kit.dates import day_long
from qualitydesk.kit.pieces import Banner, label, vbox
from qualitydesk.kit.prompts import PromptDialog
from qualitydesk.kit.theme import GRID
from qualitydesk.kit.tools import Tools
from qualitydesk.rulebook.model import Edition
from qualitydesk.rulebook.model.shapes import EditionDraft
from qualitydesk.rulebook.rules.quoting import Quote, quotes_left
from qualitydesk.rulebook.rules.wording import Posts, text_name
from qualitydesk.rulebook.ui.difference_view import DifferenceView
from qualitydesk.rulebook.ui.words import title_words

_MOST = 8  # sentences told one by one


class QuotesCheck(QWidget):
    """`box` is ticked by whoever has read them and says that they speak of something else."""

    def __init__(self, quotes: Sequence[Quote], language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        words = self.tr("These sentences may quote values that change. What is printed must say what holds.")
        banner = Banner(words, "warning")
        told = [self._told(one, language) for one in quotes[:_MOST]]
        if len(quotes) > _MOST:
            told.append(self.tr("and {count} more").format(count=len(quotes) - _MOST))
        self.lines = label("\n".join(f"· {line}" for line in told), wrap=True, selectable=True)
        self.box = QCheckBox(self.tr("I have read them: they speak of something else"))
        column = vbox(banner, self.lines, self.box, gap=GRID)
        column.setContentsMargins(0, 0, 0, 0)
        self.setLayout(column)

    def _told(self, one: Quote, language: str) -> str:
        _texts, of, key = one.path.split(".", 2)
        words = self.tr('{part} · {text} still says "{said}"; {name} is now {now}')
        part = say(language, f"rule.part.texts_{of}")
        return words.format(text=text_name(key, language), part=part, said=one.said, name=one.name, now=one.now)


class LastLook(PromptDialog):
    """Old and new beside each other. `quotes`: the sentences to be read; while there are any, `hold` keeps a button
    back until they have been."""

    def __init__(self, tools: Tools, latest: Edition, draft: EditionDraft, posts: Posts, parent: QWidget) -> None:
        language = tools.language
        assert draft.effective_from is not None
        words = self.tr("Edition {old} of {rule} is followed by a new one on {day}. This is what it changes:")
        said = words.format(
            old=latest.number, rule=title_words(latest, latest.rule, language), day=day_long(draft.effective_from)
        )
        super().__init__(parent, self.tr("What changes"), said, sign="scale", tone="muted")
        before, after = (latest.values, latest.texts), (draft.values, draft.texts)
        view = DifferenceView(tools)
        view.show_difference(latest.rule, before, after, posts)
        self.add(view)
        self.quotes = quotes_left(latest.rule, before, after, language, posts)
        self.check = QuotesCheck(self.quotes, language)
        self.check.setVisible(bool(self.quotes))
        self.add(self.check)
        if not self.quotes and all(not row.path.startswith("texts.") for row in view.rows.all_rows()):
            words = self.tr("The text stays as it was: look whether the figures written in it still hold.")
            self.add(label(words, tone="warning", wrap=True))
        self.resize(124 * GRID, 64 * GRID)

    def hold(self, publish: QPushButton) -> None:
        """Let a button be pressed only once the sentences have been read."""
        if self.quotes:
            publish.setEnabled(False)
            self.check.box.toggled.connect(publish.setEnabled)
