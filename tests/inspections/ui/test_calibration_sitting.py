"""A calibration sat by real keys: half of it, the page opened anew as after a restart, then the second inspector."""

from __future__ import annotations

from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.builders import Group
from tests.inspections.ui.conftest import Shown

from qualitydesk.inspections.model import Verdict
from qualitydesk.inspections.model.calibrations import CalibrationDraft, CalibrationState
from qualitydesk.inspections.service import Calibrations
from qualitydesk.inspections.ui.calibration import CalibrationDialog, SittingPage
from qualitydesk.inspections.ui.round_dialog import read_offer
from qualitydesk.kit.prompts import PromptDialog
from qualitydesk.kit.tools import Tools


@pytest.fixture
def service(house: Group) -> Calibrations:
    house.hire("G009", "吴导医9")
    return Calibrations(house.database, house.clock, house.directory, house.standards)


@pytest.fixture
def which(house: Group, service: Calibrations) -> UUID:
    draft = CalibrationDraft(house.institution, (house.me, house.people[-1]), ("walk",), tuple(house.people[:-1]))
    return service.begin(draft, house.by()).value


def sat(
    tools: Tools, service: Calibrations, house: Group, shown: Shown, qtbot: QtBot, which: UUID, rater: int
) -> SittingPage:
    page = SittingPage(tools, service, house.by)
    page.open_sitting(which, rater)
    shown(page)
    qtbot.waitUntil(lambda: page.sitting is not None and tools.operations.quiet)
    return page


def accept(qtbot: QtBot) -> None:
    def there() -> list[PromptDialog]:
        return [one for one in QApplication.topLevelWidgets() if isinstance(one, PromptDialog) and one.isVisible()]

    qtbot.waitUntil(lambda: bool(there()))
    QTest.keyClick(there()[-1], Qt.Key.Key_Return)


def test_two_sittings_by_keys_with_a_restart_between(
    tools: Tools, service: Calibrations, house: Group, which: UUID, shown: Shown, qtbot: QtBot
) -> None:
    page = sat(tools, service, house, shown, qtbot, which, 0)
    total = sum(len(items) for items in page.sitting.items.values())  # type: ignore[union-attr]
    QTest.keyClicks(page.items, "12-")
    qtbot.waitUntil(lambda: len(service.sitting(which, 0).answers) == 3 and tools.operations.quiet)
    assert page.progress.text().startswith(f"3 of {total} answered") and not page.end.isEnabled()
    first = page.sitting.stops[0]  # type: ignore[union-attr]
    verdicts = [
        service.sitting(which, 0).answers[first.id, item.code].verdict for item in page.sitting.items[first.id][:3]
    ]  # type: ignore[union-attr]
    assert verdicts == [Verdict.PASS, Verdict.FAIL, Verdict.NOT_APPLICABLE]

    again = sat(tools, service, house, shown, qtbot, which, 0)  # as after a restart: what is on disk is shown
    assert again.progress.text().startswith(f"3 of {total} answered")
    QTest.keyClicks(again.items, "3")  # the item knows no "partly": nothing happens
    QTest.keyClicks(again.items, "1" * (total - 3))
    qtbot.waitUntil(lambda: again.end.isEnabled() and tools.operations.quiet)
    with qtbot.waitSignal(again.closed):
        again.end.click()
        accept(qtbot)
    assert service.calibration(which).state is CalibrationState.OPEN

    other = sat(tools, service, house, shown, qtbot, which, 1)
    assert other.progress.text().startswith(f"0 of {total} answered")  # nothing of the first is seen
    QTest.keyClicks(other.items, "1" * total)
    QTest.keyClick(other.items, Qt.Key.Key_Up)
    qtbot.waitUntil(lambda: other.end.isEnabled() and tools.operations.quiet)
    with qtbot.waitSignal(other.closed):
        other.end.click()
        accept(qtbot)
    found = service.calibration(which)
    assert (found.state, found.compared, found.agreed) == (CalibrationState.FINISHED, total, total - 2)


def test_an_answer_is_taken_back_and_people_are_changed_by_keys(
    tools: Tools, service: Calibrations, house: Group, which: UUID, shown: Shown, qtbot: QtBot
) -> None:
    page = sat(tools, service, house, shown, qtbot, which, 0)
    QTest.keyClicks(page.items, "2")
    qtbot.waitUntil(lambda: len(service.sitting(which, 0).answers) == 1 and tools.operations.quiet)
    QTest.keyClick(page.items, Qt.Key.Key_Up)
    QTest.keyClicks(page.items, "z")
    qtbot.waitUntil(lambda: service.sitting(which, 0).answers == {} and tools.operations.quiet)
    before = page.people.current_row()
    QTest.keyClick(page, Qt.Key.Key_Right)
    assert page.people.current_row() != before
    with qtbot.waitSignal(page.closed):
        QTest.keyClick(page, Qt.Key.Key_Escape)


def test_a_new_calibration_ticks_people_and_tells_what_is_missing(
    tools: Tools, service: Calibrations, house: Group, shown: Shown, qtbot: QtBot
) -> None:
    offer = read_offer(house.directory, house.standards, house.rounds)
    dialog = CalibrationDialog(tools, house.rounds, offer, house.by)
    dialog.writes(service.begin, house.by())
    dialog.open()
    qtbot.waitUntil(lambda: bool(dialog.people.chosen()) and tools.operations.quiet)
    dialog.press_save()
    assert set(dialog.problems_shown()) == {"second"}
    dialog.second.choose(house.people[-1])
    dialog.press_save()
    assert set(dialog.problems_shown()) == {"employee_ids"}  # she is ticked, too
    dialog.people.choose([one for one in dialog.people.chosen() if one != house.people[-1]])
    dialog.press_save()
    qtbot.waitUntil(lambda: len(service.lines()) == 1)
