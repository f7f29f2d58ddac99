"""Changes to the route while it is walked: a stop dragged or moved by keys, somebody or somewhere added late."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtCore import QObject

from qualitydesk.basics.changes import By, Done
from qualitydesk.basics.errors import Refused
from qualitydesk.inspections.model import Stop, Walk
from qualitydesk.inspections.rules.choosing import own_staff
from qualitydesk.inspections.service import Rounds
from qualitydesk.inspections.service.routing import Joinable
from qualitydesk.inspections.ui.add_stops_dialog import AddStopsDialog, LateAdditions
from qualitydesk.inspections.ui.walk_view.hands import Hands
from qualitydesk.inspections.ui.walk_view.route import Route
from qualitydesk.kit.keys import Key
from qualitydesk.kit.page import Page


class Rerouting(QObject):
    """Turns what is wished for the route into deeds of the walker; each is on disk before the next key counts."""

    def __init__(self, rounds: Rounds, route: Route, hands: Hands, page: Page) -> None:
        super().__init__(page)
        self._rounds = rounds
        self._hands = hands
        self._page = page
        route.carried.connect(lambda at, to: hands.ask(partial(self._carry, at, to)))
        page.add_button(self.tr("Add…"), "plus", self.ask, role="quiet", sequence="Ctrl+N")
        page.bind(
            Key("Ctrl+Up", self.tr("This person or place earlier on the route"), partial(self._ask_move, -1)),
            Key("Ctrl+Down", self.tr("This person or place later on the route"), partial(self._ask_move, +1)),
        )

    def ask(self) -> None:
        """Ask who joins."""
        if self._hands.walker is not None and not self._hands.bound:
            walk = self._hands.walker.course.walk
            could_join = partial(self._rounds.could_join, walk.round.id)
            self._page.tools.operations.read(self, could_join, then=partial(self._offer, walk), topic="join")

    def _offer(self, walk: Walk, found: Joinable) -> None:
        if not found.people and not found.places:
            title, words = (
                self.tr("Add to the round"),
                self.tr("Everybody the standards are meant for is on it already."),
            )
            self._page.tools.prompts.tell(self._page, title, words)
            return
        own = {one.id for one in own_staff(found.people, walk.packs)}
        aside = [one.id for one in found.people if one.id not in own]
        dialog = AddStopsDialog(self._page.tools, found.people, found.places, found.counts, self._page, aside=aside)
        dialog.submitted.connect(partial(self._add, dialog, walk.round.id))
        dialog.open()

    def _add(self, dialog: AddStopsDialog, round_id: UUID, wanted: LateAdditions) -> None:
        dialog.finish()
        self._change(partial(_added, self._rounds, round_id, wanted))

    def _ask_move(self, step: int) -> None:
        self._hands.ask(partial(self._move, step))

    def _move(self, step: int) -> None:
        assert self._hands.walker is not None
        course = self._hands.walker.course
        at = course.place.stop
        if 0 <= at + step < len(course.stops):
            self._carry(at, at + step)

    def _carry(self, at: int, to: int) -> None:
        assert self._hands.walker is not None
        walk = self._hands.walker.course.walk
        seen = [stop.id for stop in walk.stops]
        order = list(seen)
        order.insert(to, order.pop(at))
        self._hands.walker.rearrange(partial(_reordered, self._rounds, walk.round.id, order, seen))

    def _change(self, change: Callable[[By], Done[Any]]) -> None:
        if self._hands.walker is not None:
            self._hands.ask(partial(self._hands.walker.rearrange, change))

    def refuse(self, refused: Refused) -> None:
        """Say why the route stays as it is; of another window's changes, that the latest is shown."""
        if refused.code == "stale":
            words = self.tr("Another window or a colleague has changed the route meanwhile. The latest is shown now.")
            self._page.tools.prompts.tell(self._page, self.tr("Route not changed"), words)
        else:
            self._page.tools.prompts.refuse(self._page, refused)


def _reordered(rounds: Rounds, round_id: UUID, order: Sequence[UUID], seen: Sequence[UUID], by: By) -> Done[None]:
    return rounds.reorder_stops(round_id, order, by, seen)


def _added(rounds: Rounds, round_id: UUID, wanted: LateAdditions, by: By) -> Done[list[Stop]]:
    return rounds.add_stops(round_id, wanted.employee_ids, wanted.place_ids, by)
