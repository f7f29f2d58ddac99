"""A complaint is taken in by keyboard alone; what may be the same case comes up while it is typed."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from tests.complaints.casebook import STORY, CaseHouse
from tests.complaints.ui.conftest import Eye, Shown
from tests.hands import in_front, type_words

from qualitydesk.complaints.model import Channel, Party, Relation, SubjectKind
from qualitydesk.complaints.ui.intake_dialog import IntakeDialog
from qualitydesk.complaints.ui.intaking import Intaking
from qualitydesk.complaints.ui.several import SeveralField
from qualitydesk.kit.look import Look
from qualitydesk.kit.prompts import PromptDialog
from qualitydesk.kit.tools import Tools
from qualitydesk.members.model import CustomerDraft

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier


class Desk:
    """The dialog over an empty page, and what it told."""

    def __init__(self, house: CaseHouse, tools: Tools, eye: Eye, page: QWidget) -> None:
        self.opened: list[UUID] = []
        self.wanted: list[UUID] = []
        self._house = house
        self._eye = eye
        intaking = Intaking(tools, house.complaints, house.members, house.group.directory, house.clock, house.by, page)
        intaking.opened.connect(self.opened.append)
        intaking.case_wanted.connect(self.wanted.append)
        intaking.begin(page)
        self.dialog = eye.dialog(IntakeDialog)

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keyClick(focus, key, modifiers)

    def type(self, text: str) -> None:
        focus = QApplication.focusWidget()
        assert focus is not None
        type_words(focus, text)

    def save(self) -> None:
        self.key(Key.Key_Return, CONTROL)
        self._eye.until(lambda: bool(self.opened) or bool(self.dialog.problems_shown()))


@pytest.fixture
def desk(house: CaseHouse, tools: Tools, eye: Eye, shown: Shown, look: Look) -> Desk:
    page = QWidget()
    shown(page)
    return Desk(house, tools, eye, page)


def take(field: SeveralField, *texts: str) -> None:
    """Each typed and taken by Enter."""
    line = field.line.lineEdit()
    assert line is not None
    line.setFocus()
    for text in texts:
        type_words(line, text)
        popup = field.line.completer().popup()
        popup.hide()
        QTest.keyClick(line, Key.Key_Return)
        QApplication.processEvents()
        assert in_front(field.window())  # offscreen nobody gives the keys back when a list has closed


def test_a_complaint_is_taken_in_by_keyboard_alone(desk: Desk, house: CaseHouse) -> None:
    presses = 0
    for text in ("", "", "", "王丽华", "13812345678", "", "", ""):  # institution, channel and receipt stay as proposed
        if text:
            desk.type(text)
        desk.key(Key.Key_Tab)
        presses += 1
    desk.type(STORY)
    desk.key(Key.Key_Tab)
    assert desk.dialog.subjects.line.lineEdit().hasFocus()
    take(desk.dialog.subjects, "等候", "态度")
    QTest.keyClick(desk.dialog.subjects.line.lineEdit(), Key.Key_Tab)
    assert desk.dialog.people.line.lineEdit().hasFocus()
    take(desk.dialog.people, "G000")
    desk.save()
    page = house.case(desk.opened[0])
    assert page.line.number == "BJC20261101"
    assert (page.intake.complainant.name, page.intake.complainant.telephone) == ("王丽华", "13812345678")
    assert page.intake.narrative == STORY and page.line.channel is Channel.TELEPHONE
    assert [one.kind for one in page.subjects] == [SubjectKind.WAITING, SubjectKind.ATTITUDE]
    assert [one.employee_id for one in page.people] == [house.guide]
    assert presses < 12


def test_what_is_missing_stands_beside_its_field_and_nothing_is_saved(desk: Desk, house: CaseHouse) -> None:
    desk.save()
    assert set(desk.dialog.problems_shown()) == {"complainant", "narrative"}
    assert house.complaints.count() == 0


def test_cases_alike_come_up_while_the_telephone_is_typed(desk: Desk, house: CaseHouse, eye: Eye) -> None:
    case_id = house.open()
    desk.dialog.complainant.telephone.setFocus()
    desk.type("13812345678")
    eye.until(desk.dialog.duplicates.isVisible)
    assert [one.id for one in desk.dialog.duplicates.found] == [case_id]
    words = desk.dialog.duplicates.words()
    assert "BJC20261101" in words and "电话相同" in words and "王**" in words and "王丽华" not in words


def test_the_same_story_in_other_words_comes_up_and_can_be_opened_instead(
    desk: Desk, house: CaseHouse, eye: Eye
) -> None:
    case_id = house.open()
    desk.dialog.narrative.setFocus()
    desk.type("患者在前台等候四十分钟，询问三次均未得到答复。")
    eye.until(desk.dialog.duplicates.isVisible)
    button = desk.dialog.duplicates.findChildren(QPushButton)[0]
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    prompt = eye.dialog(PromptDialog)
    QTest.mouseClick(prompt.findChildren(QPushButton)[-1], Qt.MouseButton.LeftButton)
    eye.until(lambda: desk.wanted == [case_id])
    assert house.complaints.count() == 1


def test_a_receipt_before_now_wants_its_reason(desk: Desk, house: CaseHouse) -> None:
    dialog = desk.dialog
    dialog.complainant.name.setText("李四")
    dialog.narrative.setPlainText(STORY)
    assert not dialog.received_at.isVisible()
    dialog.earlier.setFocus()
    desk.key(Key.Key_Space)
    assert dialog.received_at.isVisible()
    dialog.received_at.set_moment(house.clock.now() - timedelta(hours=3))
    desk.save()
    assert set(dialog.problems_shown()) == {"backdate_reason"}
    dialog.backdate_reason.setFocus()
    desk.type("夜班电话记录")
    desk.save()
    page = house.case(desk.opened[0])
    assert page.line.received_at == house.clock.now() - timedelta(hours=3)
    assert page.intake.backdate_reason == "夜班电话记录"


def test_the_patient_is_asked_for_only_when_somebody_else_complains(desk: Desk, house: CaseHouse) -> None:
    dialog = desk.dialog
    assert not dialog.patient.isVisible()
    dialog.relation.choose(Relation.CHILD)
    dialog.relation.picked.emit(Relation.CHILD)
    assert dialog.patient.isVisible()
    dialog.complainant.name.setText("李小明")
    dialog.narrative.setPlainText(STORY)
    desk.save()
    assert set(dialog.problems_shown()) == {"patient"}
    dialog.patient.name.setFocus()
    desk.type("李老伯")
    desk.save()
    intake = house.case(desk.opened[0]).intake
    assert (intake.patient.name, intake.relation) == ("李老伯", Relation.CHILD)


def test_a_hotline_is_asked_for_its_number_and_date(desk: Desk, house: CaseHouse) -> None:
    dialog = desk.dialog
    assert not dialog.outside_number.isVisible()
    dialog.channel.choose(Channel.HOTLINE_12345)
    dialog.channel.picked.emit(Channel.HOTLINE_12345)
    assert dialog.outside_number.isVisible()
    dialog.complainant.name.setText("李四")
    dialog.narrative.setPlainText(STORY)
    dialog.outside_number.setText("12345-778")
    dialog.answer_by.set_moment(house.clock.now() + timedelta(days=5))
    dialog.narrative.setFocus()
    desk.save()
    page = house.case(desk.opened[0])
    assert page.externals[0].reference == "12345-778"
    assert page.externals[0].due_at == house.clock.now() + timedelta(days=5)


def test_somebody_on_record_is_masked_on_screen_and_whole_in_the_case(desk: Desk, house: CaseHouse, eye: Eye) -> None:
    draft = CustomerDraft("赵一鸣", telephones=("13900001111",), institution_id=house.group.institution)
    customer = house.members.add_customer(draft, house.by()).value
    line = house.members.customers([customer])[customer]
    desk.dialog.complainant.take(line)
    assert desk.dialog.complainant.name.text() == "赵**"
    desk.dialog.narrative.setFocus()
    desk.type(STORY)
    desk.save()
    intake = house.case(desk.opened[0]).intake
    assert (intake.complainant.name, intake.complainant.telephone) == ("赵一鸣", "13900001111")
    assert intake.complainant.customer_id == customer


def test_files_are_dropped_and_pasted(desk: Desk, house: CaseHouse, tmp_path: Path) -> None:
    path = tmp_path / "录音.mp3"
    path.write_bytes(b"sound")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    assert desk.dialog.files.take(data)
    picture = QImage(4, 4, QImage.Format.Format_RGB32)
    picture.fill(0)
    QApplication.clipboard().setImage(picture)
    desk.dialog.complainant.name.setText("李四")
    desk.dialog.narrative.setFocus()
    desk.type(STORY)
    desk.key(Key.Key_V, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    desk.save()
    names = [one.name for one in house.case(desk.opened[0]).files]
    assert names[0] == "录音.mp3" and names[1].endswith(".png")
    QApplication.clipboard().clear()


def test_backspace_takes_the_last_subject_away(desk: Desk) -> None:
    field = desk.dialog.subjects
    take(field, "等候", "态度")
    assert field.chosen() == ("waiting", "attitude")
    line = field.line.lineEdit()
    assert line is not None
    QTest.keyClick(line, Key.Key_Backspace)
    assert field.chosen() == ("waiting",)


def test_words_that_fit_no_subject_are_said_and_not_saved_over(desk: Desk) -> None:
    take(desk.dialog.subjects, "没有这一项")
    assert desk.dialog.subjects.chosen() == ()
    assert not desk.opened


def flagged_customer(house: CaseHouse) -> UUID:
    draft = CustomerDraft("赵一鸣", telephones=("13900001111",), institution_id=house.group.institution)
    customer = house.members.add_customer(draft, house.by()).value
    house.members.flag_patient(customer, "曾在诊室争执，由主管陪同", house.by())
    return customer


def test_somebody_flagged_is_told_when_found_by_name_and_by_keys(desk: Desk, house: CaseHouse, eye: Eye) -> None:
    customer = flagged_customer(house)
    before = house.open(complainant=Party("赵一鸣", None, "13900001111", customer))
    field = desk.dialog.complainant
    field.name.setFocus()
    desk.type("赵一")
    popup = field._completer.popup()
    eye.until(popup.isVisible)
    QTest.keyClick(popup, Key.Key_Down)
    QTest.keyClick(popup, Key.Key_Return)
    assert "All staff are asked to take care" in field.note.text()
    eye.until(desk.dialog.duplicates.isVisible)
    assert "曾在诊室争执" in desk.dialog.duplicates.words()
    assert [one.id for one in desk.dialog.duplicates.found] == [before]


def test_somebody_flagged_is_told_when_only_the_telephone_is_typed(desk: Desk, house: CaseHouse, eye: Eye) -> None:
    flagged_customer(house)
    desk.dialog.complainant.telephone.setFocus()
    desk.type("139 0000 1111")
    eye.until(desk.dialog.duplicates.isVisible)
    assert "曾在诊室争执" in desk.dialog.duplicates.words()


def test_a_new_case_shows_earlier_ones_and_which_of_them_flag_the_patient(
    desk: Desk, house: CaseHouse, eye: Eye
) -> None:
    before = house.open()
    page = house.case(before)
    house.complaints.flag_patient(before, page.line.revision, True, "不退费，已说明", house.by())
    house.clock.advance(timedelta(days=100))  # longer ago than likely duplicates are looked for
    desk.dialog.complainant.telephone.setFocus()
    desk.type("13812345678")
    eye.until(desk.dialog.duplicates.isVisible)
    words = desk.dialog.duplicates.words()
    assert "Earlier complaints of the same person (1)" in words and "BJC20261101" in words and "Flagged" in words
