"""Many slips in one go, in a process of its own: one transaction a step, what was done stays done, the rest untouched.

The functions run in a spawned interpreter; what they are handed can be pickled.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING, Protocol
from uuid import UUID

from qualitydesk.basics.changes import Change, Done
from qualitydesk.basics.errors import Refused
from qualitydesk.penalties.model import SlipState
from qualitydesk.penalties.model.batch import Batch

if TYPE_CHECKING:
    from qualitydesk.penalties.service import Penalties

Opened = Callable[[], AbstractContextManager["Penalties"]]
"""Opens the same database in another process; can be pickled."""


class Progress(Protocol):
    """The working side of the channel to the window."""

    def step(self, done: int, total: int) -> None:
        """How far it is; raises when it is not wanted any more."""

    def tell(self, what: object) -> None:
        """Anything that can be pickled, heard in order."""


def do_one(penalties: Penalties, slip_id: UUID, seen: int, batch: Batch) -> Done[None]:
    """What a batch wants of one slip. `seen`: its revision when it was chosen. Refused as the verbs say: what was done
    with it before that stands, and is not done again when it is tried once more."""
    touched: frozenset[Change] = frozenset()
    if batch.approval is not None:
        if not (batch.issue and _approved_already(penalties, slip_id, seen)):
            touched |= penalties.approve(slip_id, seen, batch.by, batch.approval).touched
        seen += 1
    if batch.issue:
        made = penalties.issue(slip_id, seen, batch.by, language=batch.language, explained=batch.explained)
        touched |= made.touched
        seen += 1
    if batch.close:
        touched |= penalties.close(slip_id, seen, batch.by).touched
    return Done(None, touched)


def _approved_already(penalties: Penalties, slip_id: UUID, seen: int) -> bool:
    """Approved by this batch, and then not issued for some reason."""
    slip = penalties.slip(slip_id).slip
    return slip.state is SlipState.APPROVED and slip.revision == seen + 1


def carry_out(progress: Progress, opened: Opened, batch: Batch, slips: Sequence[tuple[UUID, int]]) -> int:
    """Do it with each, (id, revision seen) in the order given; tells (id, None) or (id, why not) of each. Stopping it
    leaves those not yet begun as they are. Gives how many went through."""
    through = 0
    with opened() as penalties:
        for at, (slip_id, seen) in enumerate(slips):
            progress.step(at, len(slips))
            try:
                do_one(penalties, slip_id, seen, batch)
            except Refused as refused:
                progress.tell((slip_id, refused))
            else:
                through += 1
                progress.tell((slip_id, None))
    return through


def write_originals(progress: Progress, opened: Opened, slip_ids: Sequence[UUID], path: str) -> str:
    """The issued papers of these slips as one file at `path`, which it gives back. Refused: nothing_issued."""
    with opened() as penalties:
        Path(path).write_bytes(penalties.originals(slip_ids, told=progress.step))
    return path
