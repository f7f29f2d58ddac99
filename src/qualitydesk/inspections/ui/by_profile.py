"""On a new round: each person by the profile of the post. Ticks the packs of the posts there, says who has none."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from qualitydesk.directory.model import Person
from qualitydesk.inspections.model import Item, Pack
from qualitydesk.inspections.model.profiles import Profiles
from qualitydesk.inspections.rules.profiles import NO_PROFILES, items_by_profile, packs_for_posts
from qualitydesk.kit.pieces import label, vbox

if TYPE_CHECKING:
    from qualitydesk.inspections.ui.round_dialog import RoundDialog


_NAMED = 2  # more posts than these are told by their number, their names when the mouse rests there


class ByProfile(QObject):
    """The tick of one dialog and what it means there. On from the start, unless there are no profiles.

    Signals: `turned` the tick was set or taken away by hand; `fitted` the packs of the posts there are ticked.
    """

    turned = Signal()
    fitted = Signal()

    def __init__(self, dialog: RoundDialog, profiles: Profiles, packs: Sequence[Pack]) -> None:
        super().__init__(dialog)
        self._dialog = dialog
        self._profiles = profiles
        self._packs = tuple(packs)
        self._awaits = False
        self.tick = QCheckBox(self.tr("Each person by the profile of the post"))
        self.tick.setChecked(bool(profiles))
        self.tick.setEnabled(bool(profiles))
        self.tick.setToolTip(
            self.tr(
                "Of the standards ticked, each person is asked those the profile of the post names, and those no "
                "profile names."
            )
        )
        self.told = label("", "caption", wrap=True)
        self.bar = QWidget()
        self.bar.setLayout(vbox(self.tick, self.told, gap=0))
        self.bar.setFocusProxy(self.tick)
        self.tick.clicked.connect(lambda _on: self.turned.emit())

    def on(self) -> bool:
        """Whether people are asked by profile."""
        return self.tick.isChecked()

    def turn(self, on: bool) -> None:
        """Set or take away the tick without telling; the packs are somebody else's matter then."""
        self._awaits = False
        self.tick.setChecked(on and bool(self._profiles))

    def profiles(self) -> Profiles:
        """What narrows the packs for each person."""
        return self._profiles if self.on() else NO_PROFILES

    def items(self, packs: Sequence[Pack], person: Person) -> tuple[Item, ...]:
        """What a person is looked at for."""
        return items_by_profile(packs, person.sex, person.post_code, self.profiles())

    def fit(self) -> None:
        """Tick what the profiles of the posts at the institution name; `fitted` follows."""
        where = self._dialog.where()
        if not self.on() or where is None:
            self.fitted.emit()
            return
        self._awaits = True
        ask = partial(self._dialog.posts_at, where, self._dialog.leading.inspector_ids())
        self._dialog.tools.operations.read(self._dialog, ask, then=self._fit, topic="people")

    def _fit(self, posts: frozenset[str]) -> None:
        """What was ticked and stands in no profile stays; where that makes nothing, the usual packs are ticked."""
        if not self._awaits:
            return
        self._awaits = False
        if self.on():
            named = {code for codes in self._profiles.values() for code in codes}
            kept = [code for code in self._dialog.pack_codes() if code not in named]
            wanted = packs_for_posts(posts, self._profiles, self._packs)
            self._dialog.packs.choose([*wanted, *kept] or self._dialog.usual_packs())
            self._dialog.packs.ticked_first()
        self.fitted.emit()

    def tell(self, people: Sequence[Person]) -> None:
        """Which posts of these people have no profile."""
        names = dict.fromkeys(one.post for one in people if one.post_code not in self._profiles)
        between = "、" if self._dialog.tools.language == "zh" else ", "
        words = ""
        if self.on() and names:
            words = self.tr("Without a profile, asked everything meant for them: {posts}")
            if len(names) > _NAMED:
                words = self.tr("Without a profile, asked everything meant for them: {count} posts")
            words = words.format(posts=between.join(names), count=len(names))
        self.told.setText(words)
        self.told.setToolTip(between.join(names))
        self.told.setVisible(bool(words))
