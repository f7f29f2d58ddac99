"""Values of an observed process: when each of its steps was really done, and how that stands to the list."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from qualitydesk.inspections.model.rounds import Given
from qualitydesk.inspections.model.standards import Item


@dataclass(frozen=True)
class StepTime:
    """One step of the list, done or not.

    `position`: its place in the list, from 1. `order`: the how manieth it was really begun, None without a beginning.
    `seconds`: how long it took; `gap`: seconds from the end of the step done before it to its beginning, negative
    where the two overlap. `in_time`: whether its figure keeps the limit, None without limit or figure.
    `displaced`: it was done before or after its place in the list.
    """

    item: Item
    given: Given | None
    position: int
    order: int | None = None
    began: datetime | None = None
    ended: datetime | None = None
    seconds: int | None = None
    gap: int | None = None
    in_time: bool | None = None
    displaced: bool = False

    @property
    def running(self) -> bool:
        """Begun and not ended yet."""
        return self.began is not None and self.ended is None


@dataclass(frozen=True)
class Timeline:
    """The steps of one stop in the order of the list. `seconds`: from the first beginning to the last end."""

    steps: tuple[StepTime, ...] = ()
    began: datetime | None = None
    ended: datetime | None = None
    seconds: int | None = None

    @property
    def in_order(self) -> bool:
        """Whether every step that has a beginning was done in its place."""
        return not any(step.displaced for step in self.steps)

    def as_done(self) -> tuple[StepTime, ...]:
        """The steps as they were really done; those without a beginning are left out."""
        begun = [step for step in self.steps if step.order is not None]
        return tuple(sorted(begun, key=lambda step: step.order or 0))
