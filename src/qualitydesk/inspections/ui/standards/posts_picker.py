"""The posts a pack or an item is for: ticked from the group's, those it names but the group lacks kept as they are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication

from qualitydesk.kit.pickers import Choice, ManyPicker


class PostsPicker(ManyPicker):
    """Ticks posts by name. `named`: the codes that stand there now, in their order."""

    def __init__(self, posts: Mapping[str, str], named: Sequence[str]) -> None:
        self._named = tuple(named)
        gone = QCoreApplication.translate("Standards", "no post of this group")
        known = [Choice(code, name, search=code) for code, name in posts.items()]
        super().__init__([*known, *(Choice(code, code, gone) for code in named if code not in posts)])
        self.choose(self._named)

    def codes(self) -> tuple[str, ...]:
        """The codes ticked: those that stood there before in their old order, new ones behind."""
        ticked = [str(code) for code in self.chosen()]
        kept = [code for code in self._named if code in ticked]
        return (*kept, *(code for code in ticked if code not in kept))
