"""What every tab is handed, and what it shows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from PySide6.QtWidgets import QWidget

from qualitydesk.basics.changes import By
from qualitydesk.complaints.model import CasePage
from qualitydesk.complaints.model.clocks import Deadline
from qualitydesk.complaints.service import CasePapers, Complaints
from qualitydesk.complaints.ui.case_verbs import CaseVerbs
from qualitydesk.complaints.ui.revealing import Revealing
from qualitydesk.kit.dates import moment_words
from qualitydesk.kit.tools import Tools


@dataclass(frozen=True)
class Shown:
    """One reading of a case: the page, its clocks, the moment, the group's zone."""

    page: CasePage
    clocks: tuple[Deadline, ...]
    now: datetime
    zone: str

    @property
    def case_id(self) -> UUID:
        return self.page.line.id


def moment_of(shown: Shown | None, at: object) -> str:
    """A moment on the wall clock of the group."""
    return moment_words(at, shown.zone) if shown is not None else moment_words(at)


@dataclass(frozen=True)
class Desk:
    """What tabs work with. `wanted(id)`: another case is to be seen; `papers` None: nothing can be issued here;
    `why(id)`: why the sums of a case, `why_slip(id)`: why that of a slip is what it is."""

    tools: Tools
    complaints: Complaints
    by: Callable[[], By]
    verbs: CaseVerbs
    wanted: Callable[[UUID], object]
    reveal: Revealing
    papers: CasePapers | None = None
    why: Callable[[UUID], object] = lambda _id: None
    why_slip: Callable[[UUID], object] = lambda _id: None


class Tab(QWidget):
    """One tab. Subclasses build themselves once and override `show_case`."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.language = desk.tools.language
        self.shown: Shown | None = None
        self.build()

    def build(self) -> None:
        raise NotImplementedError

    def title(self) -> str:
        raise NotImplementedError

    def take(self, shown: Shown) -> None:
        """Show another reading."""
        self.shown = shown
        self.show_case(shown)

    def show_case(self, shown: Shown) -> None:
        raise NotImplementedError

    def moment(self, at: object) -> str:
        """A moment on the wall clock of the group."""
        return moment_of(self.shown, at)

    def may_leave(self) -> bool:
        """Whether nothing here is still to be saved."""
        return True
