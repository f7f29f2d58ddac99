"""Views kept in the database under a name: chosen again, replaced, forgotten; the same for everybody."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from qualitydesk.basics.changes import By, Done
from qualitydesk.insights.model.trends import SavedView, TrendFilter, TrendName
from qualitydesk.insights.service import Trends
from qualitydesk.kit.pickers import Choice, Picker
from qualitydesk.kit.pieces import button, hbox
from qualitydesk.kit.tools import Tools

Wanted = Callable[[], tuple[TrendFilter, TrendName, object]]
"""What would be kept: the filter, the chart, the length of the period in months (or that it was typed)."""


class SavedViews(QWidget):
    """Signals: `picked(mapping)` the plain values of a view that is wanted."""

    picked = Signal(object)

    def __init__(
        self, tools: Tools, trends: Trends, by: Callable[[], By], wanted: Wanted, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._tools, self._trends, self._by, self._wanted = tools, trends, by, wanted
        self._views: dict[str, SavedView] = {}
        self.list = Picker(optional=True, placeholder=self.tr("Saved views"))
        self.list.setAccessibleName(self.tr("Saved views"))
        self.list.setMinimumContentsLength(8)
        self.list.picked.connect(self._pick)
        self.keep = button("", "save", self.ask_name, role="quiet")
        self.drop = button("", "trash", self.ask_drop, role="quiet")
        for made, words in (
            (self.keep, self.tr("Save this view under a name")),
            (self.drop, self.tr("Forget the saved view")),
        ):
            made.setAccessibleName(words)
            made.setToolTip(words)
        self.setLayout(hbox(self.list, self.keep, self.drop))
        self._dress()

    def show_views(self, views: Sequence[SavedView]) -> None:
        """The views there are."""
        chosen = self.list.chosen()
        self._views = {view.name: view for view in views}
        self.list.show_choices([Choice(name, name) for name in self._views])
        self.list.choose(chosen if chosen in self._views else None)
        self._dress()

    def ask_name(self) -> None:
        """Under which name is this to be kept?"""
        self._tools.prompts.ask_text(
            self.window(),
            self.tr("Save the view"),
            self.tr("Under which name? One of the same name is replaced."),
            text=str(self.list.chosen() or ""),
            yes=self.tr("Save"),
            then=self.keep_as,
        )

    def keep_as(self, name: str) -> None:
        """Keep what is asked now under a name."""
        wanted, chart, length = self._wanted()
        verb = partial(self._keep, name, wanted, chart, length)
        self._tools.operations.write(verb, then=self._kept, asker=self)

    def _keep(self, name: str, wanted: TrendFilter, chart: TrendName, length: object) -> Done[SavedView]:
        return self._trends.keep_view(name, wanted, chart, self._by(), period=length)

    def _kept(self, view: SavedView) -> None:
        self.show_views(sorted([*self._views.values(), view], key=lambda one: one.name))
        self.list.choose(view.name)
        self._dress()

    def ask_drop(self) -> None:
        name = str(self.list.chosen() or "")
        self._tools.prompts.ask(
            self.window(),
            self.tr("Forget the view"),
            self.tr('"{name}" will no longer be among the saved views. No figure is changed.').format(name=name),
            yes=self.tr("Forget"),
            then=lambda: self._tools.operations.write(self._trends.forget_view, name, asker=self),
        )

    def _pick(self, name: object) -> None:
        self._dress()
        view = self._views.get(str(name))
        if view is not None:
            self.picked.emit(dict(view.wanted))

    def _dress(self) -> None:
        self.list.setVisible(bool(self._views))
        self.drop.setVisible(self.list.chosen() is not None)
