"""Who answers on a round of several inspectors, and since when a round taken up again has rested."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from uuid import UUID

from PySide6.QtCore import QCoreApplication

from qualitydesk.basics.changes import By
from qualitydesk.basics.clock import local
from qualitydesk.inspections.model import Walk
from qualitydesk.inspections.ui.words import answered_words

LONG_REST = timedelta(hours=1)


class Answering:
    """The inspector whose answers are written down. One alone answers as whoever sits at the program."""

    def __init__(self, by: Callable[[], By]) -> None:
        self._by = by
        self._people: tuple[tuple[UUID, str], ...] = ()
        self._at: int | None = None
        self._round: UUID | None = None

    def begin(self, walk: Walk) -> None:
        """The inspectors of a round. Read anew in this window, who answered here goes on; taken up again, who gave
        the last answer; before any, whoever sits here, if among them."""
        found = walk.round
        here = self._people[self._at][0] if self._at is not None and self._round == found.id else None
        last = max(walk.answers.values(), key=lambda answer: answer.answered_at, default=None)
        self._people = tuple(zip(found.inspector_ids, found.inspectors, strict=False))
        self._round, self._at = found.id, None
        if self.several:
            known: list[UUID | None] = [who for who, _name in self._people]
            wanted = (here, last.answered_by if last else None, self._by().decided_by)
            self._at = next((known.index(who) for who in wanted if who in known), 0)

    @property
    def several(self) -> bool:
        return len(self._people) > 1

    @property
    def name(self) -> str:
        return self._people[self._at][1] if self._at is not None else ""

    def step(self) -> None:
        """The next one."""
        if self._at is not None:
            self._at = (self._at + 1) % len(self._people)

    def by(self) -> By:
        """Who answers, and who types."""
        typing = self._by()
        return typing if self._at is None else By(self._people[self._at][0], typing.entered_by)


def rest_words(walk: Walk, now: datetime) -> str:
    """Since when nothing was answered, and that the round is judged as when it began; "" after a short pause."""
    told = [answer.answered_at for answer in walk.answers.values()]
    last = max([walk.round.started_at, *told])
    if now - last < LONG_REST:
        return ""
    verdicts = sum(answer.given.verdict is not None for answer in walk.answers.values())
    total = sum(len(items) for items in walk.items.values())
    words = QCoreApplication.translate(
        "WalkRest",
        "This round has rested since {time} ({counted}). It goes on where it was left; score rule and standards stay "
        "those of {day}, the day it began.",
    )
    return words.format(
        time=f"{local(last):%Y-%m-%d %H:%M}",
        counted=answered_words(verdicts, total),
        day=f"{local(walk.round.started_at):%Y-%m-%d}",
    )
