"""A roster comes in by a file, people change by dates, the window is closed, and all of it is still there."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from PySide6.QtWidgets import QCheckBox
from tests.journeys.conftest import Sit
from tests.journeys.flows import CHINESE, fill_field, found_quickly
from tests.journeys.sitting import Key, Sitting

from qualitydesk.directory.model import EmployeeFilter
from qualitydesk.directory.ui.directory_page import DirectoryPage
from qualitydesk.directory.ui.employee_page import EmployeePage
from qualitydesk.directory.ui.leave_dialogs import LeaveDialog
from qualitydesk.directory.ui.term_dialog import TermDialog
from qualitydesk.kit.import_dialog import ImportDialog
from qualitydesk.kit.pickers import DayPicker
from qualitydesk.kit.prompts import PromptDialog


def roster(path: Path, institution: str, mend: bool) -> Path:
    """Two hundred guides under one, in the encoding Chinese Excel writes; one row is wrong until it is mended."""
    lines = ["工号,姓名,性别,机构代码,科室,岗位,上级工号,入职日期"]
    lines += [f"N001,单明霞,女,{institution},门诊部,导医组长,,2026-01-05"]
    lines += [f"N{at:03d},解晓{'芳丽敏红'[at % 4]},女,{institution},门诊部,导医,N001,2026/1/5" for at in range(2, 201)]
    if not mend:
        lines[5] = lines[5].replace("2026/1/5", "2026/2/30")
    path.write_text("\r\n".join(lines), encoding="gb18030")
    return path


def take_over(sitting: Sitting, folder: Path, institution: str) -> None:
    sitting.control(Key.Key_I)
    dialog = sitting.dialog(ImportDialog)
    dialog.read_file(roster(folder / "名册.csv", institution, mend=False))
    sitting.rest()
    (create,) = (box for box in dialog.findChildren(QCheckBox) if box.isVisible())
    create.click()
    sitting.rest()
    preview = dialog.preview()
    assert preview is not None
    assert [line.line for line in preview.lines if line.state == "refused"] == [6]
    assert not dialog.import_button.isEnabled()
    roster(folder / "名册.csv", institution, mend=True)
    sitting.press(Key.Key_F5)
    assert dialog.import_button.isEnabled()
    sitting.control(Key.Key_Return)
    sitting.dialog(PromptDialog).accept()
    sitting.front()


def test_a_roster_comes_in_and_people_change_by_dates(sit: Sit, home: Path, tmp_path: Path) -> None:
    found_quickly(home, CHINESE)
    sitting = sit().at_work()
    sitting.page("directory")
    institution = sitting.services.directory.institutions()[0].code
    before = sitting.services.directory.count_people(EmployeeFilter())
    take_over(sitting, tmp_path, institution)
    assert sitting.services.directory.count_people(EmployeeFilter()) == before + 200

    sitting.control(Key.Key_F)
    sitting.write("smx")
    page = sitting.window.current_page()
    assert isinstance(page, DirectoryPage)
    sitting.until(lambda: page.people.people.rowCount() == 1)
    sitting.press(Key.Key_Return)
    sitting.press(Key.Key_Return)
    person = sitting.window.current_page()
    assert isinstance(person, EmployeePage)
    assert person.page_title() == "单明霞"

    sitting.control(Key.Key_U)
    change = sitting.dialog(TermDialog)
    fill_field(sitting, change, "person_id", CHINESE.me[1])
    change.save_button.click()
    sitting.rest()
    sitting.front()
    assert CHINESE.me[1] in sitting.words()

    sitting.control(Key.Key_L)
    leaving = sitting.dialog(LeaveDialog)
    day = leaving.field_row("left_on").editor
    assert isinstance(day, DayPicker)
    today = sitting.services.directory.today()
    day.set_day(today + timedelta(days=30))
    day.picked.emit(today + timedelta(days=30))
    sitting.rest()
    assert "199" in sitting.words()
    leaving.save_button.click()
    assert set(leaving.problems_shown()) == {"new_superior"}
    fill_field(sitting, leaving, "new_superior", "N002")
    leaving.save_button.click()
    sitting.rest()
    sitting.front()
    sitting.press(Key.Key_Escape)
    assert isinstance(sitting.window.current_page(), DirectoryPage)
    sitting.close()

    again = sit().at_work()
    directory = again.services.directory
    gone, heir, other = directory.people(EmployeeFilter("N00"), day=today + timedelta(days=29))[:3]
    assert (gone.left_on, other.superior) == (today + timedelta(days=30), "单明霞")
    later = directory.people(EmployeeFilter("N00"), day=today + timedelta(days=30))
    assert [one.number for one in later[:2]] == ["N002", "N003"]
    assert (later[0].superior, later[1].superior) == (CHINESE.me[1], heir.name)
    again.close()
