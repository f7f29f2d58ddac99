"""A trial in a process of its own says what one in this process says, tells its steps, and can be stopped."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.penalties.clinic import BADGE, BADGE_SIDE, Clinic, found_clinic

from qualitydesk.app.trial_work import work_out
from qualitydesk.basics.clock import FixedClock
from qualitydesk.kit.busy import Worker
from qualitydesk.penalties.model.trial import Trial, TrialResult
from qualitydesk.penalties.rules.trial import with_sums
from qualitydesk.rulebook.model import Rule
from qualitydesk.storage.database import Database
from qualitydesk.storage.files import FileStore


def trial_of(clinic: Clinic) -> Trial:
    clinic.walk(date(2026, 6, 1), {"G1": (BADGE,)})
    clinic.walk(date(2026, 9, 1), {"G1": (BADGE_SIDE,)})
    values = with_sums(clinic.services.trials.in_force(Rule.LADDER).values, {"own_checks_2_ordinary": 8000}, 12)
    return Trial({Rule.LADDER: values}, date(2026, 8, 1), date(2026, 10, 31), date(2026, 11, 21))


def test_another_process_comes_to_the_same_on_either_database(
    qtbot: QtBot, qapp: QApplication, database: Database, files: FileStore, clock: FixedClock, tmp_path: Path
) -> None:
    clinic = found_clinic(database, files, clock)
    trial = trial_of(clinic)
    steps: list[tuple[int, int]] = []
    found: list[TrialResult] = []
    worker = Worker(work_out, database.address, str(tmp_path), trial)
    worker.stepped.connect(lambda done, total, _words: steps.append((done, total)))
    worker.succeeded.connect(found.append)
    with qtbot.waitSignal(worker.succeeded, timeout=60_000):
        worker.start()
    assert found == [clinic.services.trials.run(trial)]
    assert [one.difference for one in found[0].people] == [3000, 3000, 3000]
    assert steps
