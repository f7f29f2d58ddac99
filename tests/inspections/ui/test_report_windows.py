"""How a report and a checklist are wished, and a visit's account is written, by keys and clicks."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QPushButton, QWidget
from tests.builders import Group, a_group, a_pack
from tests.kit.inline import InlineOperations

from qualitydesk.app.bootstrap import Services
from qualitydesk.basics.clock import FixedClock
from qualitydesk.basics.settings import SettingsFile
from qualitydesk.inspections.model import RoundKind
from qualitydesk.inspections.model.checklists import ChecklistLayout, ChecklistOptions
from qualitydesk.inspections.model.handbooks import HandbookOptions, HandbookWish
from qualitydesk.inspections.model.narratives import ToldDraft
from qualitydesk.inspections.model.profiles import ProfileDraft
from qualitydesk.inspections.model.reports import Names, PhotoSize, ReportForm, ReportOptions
from qualitydesk.inspections.ui.report import AccountDialog, ChecklistDialog, ReportDialog
from qualitydesk.inspections.ui.report.account_dialog import ToldDialog
from qualitydesk.inspections.ui.report.handbook_dialog import HandbookDialog, HandbookOffer, read_handbook_offer
from qualitydesk.inspections.ui.report.remembered import remember, remembered
from qualitydesk.inspections.ui.result import ResultPage
from qualitydesk.kit.look import Look
from qualitydesk.kit.prompts import PromptDialog, Prompts
from qualitydesk.kit.tools import Tools
from qualitydesk.kit.windows import WindowPlaces
from qualitydesk.papers.model import PaperLine
from qualitydesk.storage.database import Database
from qualitydesk.storage.files import FileStore

AT = datetime(2026, 11, 20, 1, 30, tzinfo=UTC)


@pytest.fixture
def desk(look: Look, tmp_path: Path) -> Tools:
    """Tools whose road runs everything at once."""
    return Tools(InlineOperations(), Prompts("zh"), WindowPlaces(SettingsFile(tmp_path / "s.json")), "zh")


@pytest.fixture
def over(qtbot: Any, look: Look) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(1100, 700)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


@pytest.fixture
def house(sqlite_database: Database, clock: FixedClock) -> Group:
    made = a_group(sqlite_database, clock)
    made.hire_many(1)
    made.adopt(a_pack("walk", 2), "walk")
    return made


@pytest.fixture
def services(house: Group, files: FileStore, clock: FixedClock) -> Services:
    return Services(house.database, files, clock)


def issued() -> PaperLine:
    return PaperLine(uuid4(), "inspection_report", "XJ-1", None, "zh", 3, "ABCDE23456", AT, None, "")


def test_what_is_wished_is_handed_out_and_remembered(qtbot: Any, desk: Tools, over: QWidget) -> None:
    dialog = ReportDialog(desk, "报告", parent=over)
    dialog.open()
    assert dialog.field_row("form").right.isHidden()
    dialog.names_picker.choose(Names.MEETING)
    dialog.photo_picker.choose(PhotoSize.SMALL)
    dialog.paper_picker.choose("A5")
    dialog.language_picker.choose("en")
    dialog.hide_passed.setChecked(True)
    with qtbot.waitSignal(dialog.submitted) as told:
        qtbot.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
    wish = ReportOptions(ReportForm.INSPECTION, True, Names.MEETING, PhotoSize.SMALL, "A5", "en")
    assert told.args == [wish]
    dialog.finish()
    again = ReportDialog(desk, "报告", parent=over)
    assert again.read_draft() == wish


def test_enter_makes_the_report_and_escape_closes_without_a_question(qtbot: Any, desk: Tools, over: QWidget) -> None:
    dialog = ReportDialog(desk, "报告", parent=over)
    dialog.open()
    with qtbot.waitSignal(dialog.submitted):
        qtbot.keyClick(dialog, Qt.Key.Key_Return)
    dialog.saving(False)
    dialog.hide_passed.setChecked(True)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not over.findChildren(PromptDialog)


def test_a_visit_is_proposed_as_experience_report(desk: Tools, over: QWidget) -> None:
    dialog = ReportDialog(desk, "报告", visit=True, parent=over)
    assert dialog.read_draft().form is ReportForm.EXPERIENCE
    dialog.form_picker.choose(ReportForm.INSPECTION)
    assert dialog.read_draft().form is ReportForm.INSPECTION


def test_an_earlier_report_is_asked_for_by_enter(qtbot: Any, desk: Tools, over: QWidget) -> None:
    line = issued()
    dialog = ReportDialog(desk, "报告", issued=[line], parent=over)
    dialog.open()
    dialog.earlier_table.selectRow(0)
    with qtbot.waitSignal(dialog.copy_wanted) as told:
        qtbot.keyClick(dialog.earlier_table, Qt.Key.Key_Return)
    assert told.args == [line.id]


def test_senseless_choices_in_the_settings_are_passed_over(tmp_path: Path) -> None:
    file = SettingsFile(tmp_path / "s.json")
    file.change(choices={"report": {"names": "upside down", "paper": 4, "hide_passed": True}, "checklist": [1]})
    assert remembered(file, "report", ReportOptions()) == ReportOptions(hide_passed=True)
    assert remembered(file, "checklist", ChecklistOptions()) == ChecklistOptions()
    remember(file, "checklist", ChecklistOptions(ChecklistLayout.MATRIX, "A5", True))
    kept = remembered(SettingsFile(tmp_path / "s.json"), "checklist", ChecklistOptions())
    assert kept == ChecklistOptions(ChecklistLayout.MATRIX, "A5", True)


def test_a_checklist_wants_at_least_one_standard(qtbot: Any, desk: Tools, over: QWidget, house: Group) -> None:
    dialog = ChecklistDialog(desk, house.standards.packs(), parent=over)
    dialog.open()
    qtbot.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
    assert "packs" in dialog.problems_shown()
    dialog.pack_picker.choose(["walk"])
    dialog.across.setChecked(True)
    with qtbot.waitSignal(dialog.submitted) as told:
        qtbot.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
    assert told.args[0].packs == ("walk",) and told.args[0].options.across


def account(desk: Tools, services: Services, house: Group, over: QWidget, round_id: UUID) -> AccountDialog:
    found = house.rounds.round(round_id)
    made = AccountDialog(desk, services.narratives, found.id, found.number, found.started_at, house.by, over)
    made.open()
    return made


def last(over: QWidget, kind: type[QDialog]) -> Any:
    return next(one for one in reversed(over.findChildren(kind)) if one.isVisible())


def test_entries_are_written_changed_and_removed_after_a_question(
    qtbot: Any, desk: Tools, over: QWidget, house: Group, services: Services, clock: FixedClock
) -> None:
    round_id = house.begin("walk")
    clock.advance(timedelta(minutes=30))
    dialog = account(desk, services, house, over, round_id)
    assert not dialog.change_button.isEnabled()
    qtbot.mouseClick(dialog.add_button, Qt.MouseButton.LeftButton)
    form = last(over, ToldDialog)
    assert form.moment.moment() == house.rounds.round(round_id).started_at
    qtbot.mouseClick(form.save_button, Qt.MouseButton.LeftButton)
    assert "words" in form.problems_shown()
    form.words.setPlainText("进门，导医起身问好")
    qtbot.mouseClick(form.save_button, Qt.MouseButton.LeftButton)
    assert [one.words for one in dialog.entries.all_rows()] == ["进门，导医起身问好"]
    dialog.table.selectRow(0)
    qtbot.keyClick(dialog.table, Qt.Key.Key_Return)
    form = last(over, ToldDialog)
    form.words.setPlainText("进门，无人问好")
    qtbot.mouseClick(form.save_button, Qt.MouseButton.LeftButton)
    assert [one.words for one in services.narratives.of_round(round_id)] == ["进门，无人问好"]
    dialog.table.selectRow(0)
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    dialog.table.setFocus()
    qtbot.keyClick(dialog.table, Qt.Key.Key_Delete)
    asked = last(over, PromptDialog)
    assert "无人问好" in asked.words()
    assert len(services.narratives.of_round(round_id)) == 1
    yes = next(one for one in asked.findChildren(QPushButton) if one.text() == "Remove")
    qtbot.mouseClick(yes, Qt.MouseButton.LeftButton)
    assert services.narratives.of_round(round_id) == [] and dialog.entries.rowCount() == 0


def test_an_entry_another_window_changed_is_not_overwritten(
    qtbot: Any, desk: Tools, over: QWidget, house: Group, services: Services
) -> None:
    round_id = house.begin("walk")
    began = house.rounds.round(round_id).started_at
    services.narratives.tell(ToldDraft(round_id, began, "到店"), house.by())
    dialog = account(desk, services, house, over, round_id)
    dialog.table.selectRow(0)
    dialog.change()
    (entry,) = services.narratives.of_round(round_id)
    services.narratives.tell(ToldDraft(round_id, began, "别的窗口", entry.id, entry.revision), house.by())
    form = last(over, ToldDialog)
    form.words.setPlainText("我的")
    qtbot.mouseClick(form.save_button, Qt.MouseButton.LeftButton)
    assert form.isVisible() and form.problems_shown()[""]
    assert services.narratives.of_round(round_id)[0].words == "别的窗口"


def test_only_a_visit_has_an_account(qtbot: Any, desk: Tools, house: Group) -> None:
    page = ResultPage(desk, house.rounds)
    qtbot.addWidget(page)
    page.show()
    for kind, offered in ((RoundKind.PATROL, False), (RoundKind.MYSTERY, True)):
        page.show_round(house.begin("walk", kind=kind))
        assert page.account.isVisible() is offered
    with qtbot.waitSignal(page.account_wanted):
        qtbot.mouseClick(page.account, Qt.MouseButton.LeftButton)


@pytest.fixture
def offer(house: Group) -> HandbookOffer:
    """Three packs, one of them switched off; a profile of the guides."""
    for code in ("bell", "off"):
        house.adopt(a_pack(code, 2), code)
    house.standards.switch("off", False, house.by())
    house.standards.save_profile(ProfileDraft("guide", ("walk", "off")), house.by())
    return read_handbook_offer(house.standards, house.directory)


def test_a_handbook_is_wished_for_packs_or_a_post_and_remembered(
    qtbot: Any, desk: Tools, over: QWidget, offer: HandbookOffer
) -> None:
    dialog = HandbookDialog(desk, offer, ("bell",), parent=over)
    dialog.open()
    dialog.paper_picker.choose("A5")
    dialog.reasons.setChecked(False)
    with qtbot.waitSignal(dialog.submitted) as told:
        qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert told.args == [HandbookWish(("bell",), "", HandbookOptions("A5", "zh", False, True))]
    dialog.finish()
    again = HandbookDialog(desk, offer, parent=over)
    again.open()
    assert again.read_draft() == HandbookWish((), "", HandbookOptions("A5", "zh", False, True))
    qtbot.mouseClick(again.save_button, Qt.MouseButton.LeftButton)
    assert "packs" in again.problems_shown()
    again.post_picker.choose("guide")
    again.post_picker.picked.emit("guide")
    assert again.read_draft().packs == ("walk",)  # what is switched off is printed on wish only
    again.pack_picker.choose(["off", "bell", "walk"])
    assert again.read_draft().packs == ("walk", "off", "bell") and again.read_draft().post == "guide"


def test_a_post_brings_its_packs_when_the_dialog_opens(desk: Tools, over: QWidget, offer: HandbookOffer) -> None:
    dialog = HandbookDialog(desk, offer, post="guide", parent=over)
    assert dialog.read_draft().packs == ("walk",) and dialog.read_draft().post == "guide"
    unknown = HandbookDialog(desk, offer, post="barber", parent=over)
    assert unknown.read_draft().post == ""
