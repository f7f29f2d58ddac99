"""The posts a pack or an item is for: ticked from the group's, those it names but the group lacks kept as they are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from qualitydesk.kit.pickers import Choice, ManyPicker


class PostsPicker(ManyPicker):
    """Ticks posts by name. `named`: the codes that stand there now, in their order."""

    def __init__(self, posts: Mapping[str, str], named: Sequence[str]) -> None:
        self._named = tuple(named)
        known = {**posts, **{code: code for code in named if code not in posts}}
        super().__init__([Choice(code, name, code if name != code else "") for code, name in known.items()])
        self.choose(self._named)

    def codes(self) -> tuple[str, ...]:
        """The codes ticked: those that stood there before in their old order, new ones behind."""
        ticked = [str(code) for code in self.chosen()]
        kept = [code for code in self._named if code in ticked]
        return (*kept, *(code for code in ticked if code not in kept))
