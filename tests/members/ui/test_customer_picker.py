"""The picker of other parts' forms: typed, taken, emptied, entered anew; nobody is saved who was not chosen."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from tests.hands import in_front, type_over, type_words
from tests.members.conftest import Clinic

from qualitydesk.kit.draft_dialog import DraftDialog
from qualitydesk.kit.look import Look
from qualitydesk.kit.tools import Tools
from qualitydesk.members.model import CustomerLine
from qualitydesk.members.ui.customer_dialog import CustomerDialog
from qualitydesk.members.ui.customer_picker import CustomerPicker

Shown = Callable[[object], object]
pytestmark = pytest.mark.usefixtures("look")


class Form(DraftDialog):
    """A form with one customer in it."""

    def __init__(self, tools: Tools, clinic: Clinic, parent: QWidget) -> None:
        super().__init__(tools, "投诉", parent=parent)
        self.patient = CustomerPicker(tools, clinic.members, clinic.directory, clinic.by)
        self.patient.set_institution(clinic.home)
        self.add_row("patient_id", "患者", self.patient, required=True)
        self.sent: list[object] = []
        self.told: list[object] = []
        self.submitted.connect(self.sent.append)
        self.patient.picked.connect(self.told.append)

    def read_draft(self) -> object:
        return self.patient.chosen()


@pytest.fixture
def form(clinic: Clinic, tools: Tools, look: Look, shown: Shown, qtbot: QtBot) -> Form:
    window = QWidget()
    shown(window)
    made = Form(tools, clinic, window)
    made.open()
    qtbot.waitUntil(lambda: in_front(made))
    return made


def press(form: Form, which: Qt.Key) -> None:
    QTest.keyClick(QApplication.activePopupWidget() or form.patient, which)


def offered(form: Form, qtbot: QtBot, words: str) -> None:
    """Wait until the list is open and offers this."""
    qtbot.waitUntil(
        lambda: QApplication.activePopupWidget() is not None and any(words in row for row in form.patient.offered())
    )


def the_dialog(qtbot: QtBot) -> CustomerDialog:
    def there() -> list[CustomerDialog]:
        return [one for one in QApplication.topLevelWidgets() if isinstance(one, CustomerDialog) and one.isVisible()]

    qtbot.waitUntil(lambda: len(there()) == 1)
    assert in_front(there()[0])
    return there()[0]


@pytest.mark.parametrize("typed", ["王小", "wxm", "5678"])
def test_who_is_typed_is_taken_by_enter(form: Form, clinic: Clinic, qtbot: QtBot, typed: str) -> None:
    customer = clinic.add("王小明", "13812345678")
    type_words(form.patient, typed)
    offered(form, qtbot, "138****5678")
    assert "小明" not in form.patient.offered()[0] and form.patient.offered()[-1] == "New customer…"
    press(form, Qt.Key.Key_Return)
    assert form.patient.chosen() == customer
    assert form.patient.text() == "王**  138****5678"
    assert [line.id for line in form.told if isinstance(line, CustomerLine)] == [customer]
    assert form.patient.untaken() == ""
    press(form, Qt.Key.Key_Return)  # now Enter saves the form
    assert form.sent == [customer]
    form.finish()


def test_arrows_choose_among_those_offered(form: Form, clinic: Clinic, qtbot: QtBot) -> None:
    first, second = clinic.add("王小明", "13800000001"), clinic.add("王小明", "13800000002")
    type_words(form.patient, "wxm")
    offered(form, qtbot, "0002")
    press(form, Qt.Key.Key_Down)
    press(form, Qt.Key.Key_Return)
    assert form.patient.chosen() == second != first
    form.finish()


def test_words_nobody_was_chosen_for_are_not_saved(form: Form, clinic: Clinic, qtbot: QtBot) -> None:
    clinic.add("王小明")
    type_words(form.patient, "wxm")
    form.save_button.click()
    assert form.sent == [] and form.patient.untaken() != ""
    offered(form, qtbot, "王**")
    press(form, Qt.Key.Key_Escape)
    form.cancel_button.setFocus()
    assert form.problems_shown()["patient_id"] == form.patient.untaken()
    form.patient.setFocus()
    QTest.keyClick(form.patient, Qt.Key.Key_Return)  # opens the list again, saves nothing
    offered(form, qtbot, "王**")
    assert form.sent == []
    form.finish()


def test_typing_on_lets_go_of_who_was_chosen(form: Form, clinic: Clinic, qtbot: QtBot) -> None:
    (line,) = clinic.members.customers([clinic.add("王小明")]).values()
    form.patient.choose(line)
    assert form.told == [] and form.patient.line() == line
    type_over(form.patient, "李")
    assert form.patient.chosen() is None and form.told == [None]
    form.patient.choose(line)
    form.patient.clear()
    assert form.patient.chosen() is None and form.told == [None, None]
    assert form.patient.untaken() == ""
    form.finish()


@pytest.mark.parametrize(("typed", "name", "telephone"), [("赵敏", "赵敏", ""), ("13812345678", "", "13812345678")])
def test_somebody_new_is_entered_from_the_field(
    form: Form, clinic: Clinic, qtbot: QtBot, typed: str, name: str, telephone: str
) -> None:
    type_words(form.patient, typed)
    offered(form, qtbot, "New customer")
    press(form, Qt.Key.Key_Return)
    dialog = the_dialog(qtbot)
    assert (dialog.name.text(), dialog.telephones.text()) == (name, telephone)
    type_over(dialog.name, "赵敏")
    QTest.keyClick(dialog.name, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: form.patient.chosen() is not None)
    customer = clinic.members.customer(form.patient.chosen())  # type: ignore[arg-type]
    assert (customer.name, customer.institution_id) == ("赵敏", clinic.home)
    assert form.patient.text().startswith("赵**")
    form.finish()


def test_a_duplicate_found_while_entering_is_taken_instead(form: Form, clinic: Clinic, qtbot: QtBot) -> None:
    known = clinic.add("王晓明")
    type_words(form.patient, "王小明")
    offered(form, qtbot, "New customer")
    press(form, Qt.Key.Key_Return)
    dialog = the_dialog(qtbot)
    qtbot.waitUntil(dialog.alike.isVisible)
    dialog.this_one.click()
    qtbot.waitUntil(lambda: form.patient.chosen() == known)
    assert clinic.members.count() == 1
    form.finish()
