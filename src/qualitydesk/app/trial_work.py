"""Rules tried in a working process of its own, and the way to it: from penalties, and for the rulebook's editor."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qualitydesk.penalties.model.trial import Trial, TrialResult
from qualitydesk.rulebook.model import Edition, Rule

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from qualitydesk.app.wiring import Desk
    from qualitydesk.kit.busy import Progress


def work_out(progress: Progress, address: str, folder: str, trial: Trial) -> TrialResult:
    """The whole trial, in a process of its own: it reads the database and leaves it as it is."""
    from qualitydesk.app.bootstrap import Services
    from qualitydesk.basics.clock import SystemClock
    from qualitydesk.storage.database import Database
    from qualitydesk.storage.files import FileStore

    database = Database.open(address)
    try:
        return Services(database, FileStore(Path(folder) / "files"), SystemClock()).trials.run(trial, progress.step)
    finally:
        database.close()


def runner(desk: Desk) -> Callable[..., object]:
    """How a page of this desk has a trial worked out: see `penalties.ui.trial_dialog.Runner`."""

    def run(
        parent: QWidget,
        title: str,
        trial: Trial,
        then: Callable[[TrialResult], object],
        failed: Callable[[Exception], object],
        stopped: Callable[[], object],
    ) -> None:
        from qualitydesk.kit.busy import BusyDialog

        address, folder = desk.services.database.url, str(desk.folder)
        busy = BusyDialog.run(
            desk.tools, parent, title, work_out, address, folder, trial, then=then, failed=failed
        )  # fmt: skip
        busy.worker.cancelled.connect(stopped)

    return run


def try_out(desk: Desk, rule: str, values: Mapping[str, Any], effective_from: date, parent: QWidget) -> None:
    """Show who would have paid what under these values of a rule: what the rulebook's editor asks before saving."""
    from qualitydesk.basics.phrases import capital, say
    from qualitydesk.penalties.ui.trial_dialog import TrialDialog

    trials = desk.services.trials

    def show(found: tuple[tuple[date, date], date]) -> None:
        (first, last), today = found
        trial = Trial({Rule(rule): dict(values)}, first, last, effective_from)
        name = capital(say(desk.tools.language, f"rule.name.{rule}"))
        TrialDialog(desk.tools, trials, runner(desk), name, trial, today, parent).open()

    desk.tools.operations.read(parent, lambda: (trials.period(), trials.today()), then=show, topic="try_out")


def ask_ladder(desk: Desk, parent: QWidget) -> None:
    """Other sums of the ladder typed in, and tried: the way to a trial from penalties."""
    from qualitydesk.penalties.ui.try_ladder_dialog import TryLadderDialog

    trials = desk.services.trials

    def ask(found: tuple[Edition, date]) -> None:
        edition, today = found

        def tried(values: Mapping[str, Any]) -> None:
            try_out(desk, Rule.LADDER, values, today, parent)

        TryLadderDialog(desk.tools, edition, tried, parent).open()

    desk.tools.operations.read(parent, lambda: (trials.in_force(Rule.LADDER), trials.today()), then=ask, topic="try")
