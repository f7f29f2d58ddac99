"""The result page's offer to enter what the round showed of re-checks due: told above the tabs, entered at one key."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject

from qualitydesk.basics.changes import By
from qualitydesk.inspections.model import RecheckSeen, RoundResult, RoundState
from qualitydesk.inspections.service import Rechecks
from qualitydesk.inspections.ui.result.page import ResultPage
from qualitydesk.kit.keys import Key
from qualitydesk.kit.pieces import Banner, button

_SHOWN = 4


class Rechecking(QObject):
    """Joined to a result page; shows nothing while the round settles no re-check."""

    def __init__(self, page: ResultPage, rechecks: Rechecks, by: Callable[[], By]) -> None:
        super().__init__(page)
        self._page = page
        self._rechecks = rechecks
        self._by = by
        self._round_id: UUID | None = None
        self._seen: tuple[RecheckSeen, ...] = ()
        self.enter_button = button(self.tr("Enter the re-checks"), "check", self.enter)
        self.enter_button.setToolTip("Ctrl+R")
        self.told = Banner("", "info", self.enter_button)
        self.told.hide()
        page.body.insertWidget(1, self.told)
        page.bind(Key("Ctrl+R", self.tr("Enter what this round showed of re-checks due"), self.enter))
        page.shown.connect(self._hear)

    def enter(self) -> None:
        """Write what is told into the measures."""
        if self._round_id is None or not self._seen:
            return
        write = partial(self._rechecks.enter, self._round_id, self._seen, language=self._page.tools.language)
        self.enter_button.setEnabled(False)
        self._page.tools.operations.write(
            write, self._by(), then=self._entered, failed=self._not_entered, asker=self._page
        )

    def _hear(self, result: RoundResult) -> None:
        found = result.walk.round
        self._round_id = found.id
        self._show(())
        if found.state is RoundState.FINISHED:
            query = partial(self._rechecks.proposed, found.id)
            self._page.tools.operations.read(self, query, then=partial(self._show_for, found.id), topic="rechecks")

    def _show_for(self, round_id: UUID, seen: Sequence[RecheckSeen]) -> None:
        if round_id == self._round_id:
            self._show(seen)

    def _show(self, seen: Sequence[RecheckSeen]) -> None:
        self._seen = tuple(seen)
        self.enter_button.show()
        self.enter_button.setEnabled(True)
        lines = [self._line(one) for one in self._seen[:_SHOWN]]
        if len(self._seen) > _SHOWN:
            lines.append(self.tr("… and {count} more").format(count=len(self._seen) - _SHOWN))
        if lines:
            lines.insert(0, self.tr("This round has looked at measures due to be checked again:"))
        self.told.say("\n".join(lines), "info")

    def _line(self, one: RecheckSeen) -> str:
        outcome = self.tr("re-check passed") if one.good else self.tr("re-check failed")
        task = one.task.replace("\n", " ")
        return f"{one.number} · {outcome} · {task if len(task) <= 40 else task[:40] + '…'}"

    def _entered(self, count: int) -> None:
        self._seen = ()
        self.enter_button.hide()
        self.told.say(self.tr("Entered as re-checked: {count}.").format(count=count), "good")

    def _not_entered(self, _error: Exception) -> bool:
        self.enter_button.setEnabled(True)
        return False
