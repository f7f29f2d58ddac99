"""A member's page: masked, seen in full with a reason, written on, restricted and erased; all by keys."""

from __future__ import annotations

import json
import zipfile
from datetime import date
from io import BytesIO
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QListWidget
from pytestqt.qtbot import QtBot
from tests.hands import type_over, type_words
from tests.members.conftest import Clinic
from tests.members.test_profiles import MID_AUTUMN, write
from tests.members.ui.test_customers_page import CONTROL, Shown, key, say_why, seen, the_dialog

from qualitydesk.basics.masking import HIDDEN
from qualitydesk.kit.look import Look
from qualitydesk.kit.panels import Panel
from qualitydesk.kit.prompts import PromptDialog
from qualitydesk.kit.tools import Tools
from qualitydesk.members.model import LimitKind
from qualitydesk.members.model.privacy import Asked, PersonRequestDraft, RequestState, RestrictDraft
from qualitydesk.members.model.profile import About, Birthday, Calendar, ConsentKind, Kinship, RelativeDraft
from qualitydesk.members.service import MemberPapers, Privacy, Profiles
from qualitydesk.members.ui.birthday_picker import BirthdayPicker
from qualitydesk.members.ui.member_page import MemberPage
from qualitydesk.members.ui.member_papers import MemberPaperWays
from qualitydesk.members.ui.profile_dialogs import PreferencesDialog, ProfileDialog, RelativeDialog
from qualitydesk.members.ui.request_dialogs import AnswerDialog, ReceiveDialog, RestrictDialog
from qualitydesk.members.ui.requests_page import PersonRequestsPage
from qualitydesk.members.ui.standing_dialogs import ConsentDialog
from qualitydesk.papers.service import Papers
from qualitydesk.papers.ui.preview_dialog import PreviewDialog
from qualitydesk.printing.pages import page_texts
from qualitydesk.storage import audit
from qualitydesk.storage.files import FileStore

pytestmark = pytest.mark.usefixtures("look")


class Desk:
    """The services of the page and what it is made with."""

    def __init__(self, clinic: Clinic, tools: Tools, folder: Path) -> None:
        self.clinic, self.tools = clinic, tools
        database, clock, directory = clinic.database, clinic.clock, clinic.directory
        self.profiles = Profiles(database, clock, directory, clinic.members)
        self.privacy = Privacy(database, clock, directory, clinic.members)
        papers = Papers(database, FileStore(folder), clock)
        self.papers = MemberPapers(database, clock, directory, self.profiles, self.privacy, papers)

    def page(self) -> MemberPage:
        clinic = self.clinic
        panel = Panel("别处", lambda customer_id: QLabel(f"about {customer_id}"))
        page = MemberPage(
            self.tools, clinic.members, self.profiles, self.privacy, clinic.directory, clinic.by, (panel,),
            (lambda customer_id: QLabel(f"tier {customer_id}"),),
        )  # fmt: skip
        ways = MemberPaperWays(self.tools, self.papers, clinic.by, page)
        page.card_wanted.connect(lambda file: ways.ask_card(file, page.doing))
        page.copy_wanted.connect(ways.ask_copy)
        return page


@pytest.fixture
def desk(clinic: Clinic, tools: Tools, look: Look, tmp_path: Path) -> Desk:
    return Desk(clinic, tools, tmp_path / "files")


def open_page(desk: Desk, customer: UUID, shown: Shown, qtbot: QtBot) -> MemberPage:
    page = desk.page()
    shown(page)
    page.show_member(customer)
    qtbot.waitUntil(lambda: page.page_title() != "")
    page.tabs.setFocus()
    return page


def choose_more(page: MemberPage, qtbot: QtBot, word: str) -> None:
    """Take a line of what is seldom done, by keys."""
    key(page, Qt.Key.Key_M, CONTROL)
    choose_line(qtbot, word)


def choose_line(qtbot: QtBot, word: str) -> None:
    dialog = the_dialog(qtbot, PromptDialog)
    offered = dialog.findChild(QListWidget)
    assert offered is not None
    row = next(at for at in range(offered.count()) if word in offered.item(at).text())
    while offered.currentRow() != row:
        key(dialog, Qt.Key.Key_Down)
    key(dialog, Qt.Key.Key_Return)


def a_member(desk: Desk) -> UUID:
    customer = desk.clinic.add("王小明", "13812345678")
    write(desk.profiles, desk.clinic, customer)
    desk.profiles.save_relative(
        RelativeDraft(customer, Kinship.CHILD, "王小宝", Birthday(Calendar.SOLAR, 6, 1), "怕黑"), desk.clinic.by()
    )
    return customer


def test_it_shows_nobody_in_full_until_asked_and_hides_again_when_left(desk: Desk, shown: Shown, qtbot: QtBot) -> None:
    customer = a_member(desk)
    page = open_page(desk, customer, shown, qtbot)
    qtbot.waitUntil(lambda: "教师" in seen(page))
    assert page.page_title() == "王**" and HIDDEN in seen(page) and f"tier {customer}" in seen(page)
    for secret in ("小明", "13812345678", "早睡", "八月十五", "month 8"):
        assert secret not in seen(page), secret
    key(page, Qt.Key.Key_U, CONTROL)
    say_why(qtbot, "准备接待")
    qtbot.waitUntil(lambda: page.page_title() == "王小明" and "早睡" in seen(page))
    assert "2026-09-25" in seen(page) and not page.full.isVisible()
    with desk.clinic.database.reading() as connection:
        assert audit.history(connection, "customer", customer)[-1].after == {"reason": "准备接待"}
    page.hide()
    page.show()
    assert page.page_title() == "王**" and "早睡" not in seen(page)


def test_a_merged_record_leads_to_the_one_kept_with_both_beside_each_other(
    desk: Desk, shown: Shown, qtbot: QtBot
) -> None:
    kept, other = desk.clinic.add("王晓明"), a_member(desk)
    desk.clinic.members.merge_customers(kept, other, "同一人", desk.clinic.by())
    page = open_page(desk, other, shown, qtbot)
    qtbot.waitUntil(lambda: "GK000002" in seen(page) and "教师" in seen(page))
    file = page.file()
    assert file is not None and file.customer.id == kept and "早睡" not in seen(page)


def test_the_profile_is_written_with_a_lunar_birthday_by_keys(desk: Desk, shown: Shown, qtbot: QtBot) -> None:
    customer = desk.clinic.add("王小明")
    page = open_page(desk, customer, shown, qtbot)
    key(page, Qt.Key.Key_F2)
    say_why(qtbot, "登记资料")
    dialog = the_dialog(qtbot, ProfileDialog)
    picker = dialog.birthday
    for part, words in ((picker.calendar, "Lunar"), (picker.year, "1979")):
        type_over(part, words)
    months = [picker.month.itemText(at) for at in range(picker.month.count())]
    assert len(months) == 13 and "闰六月" in months  # 1979 repeats its sixth month
    type_over(picker.month, "闰六月")
    type_over(picker.day, "二十")
    assert picker.birthday() == Birthday(Calendar.LUNAR, 6, 20, True, 1979)
    qtbot.waitUntil(lambda: "2026-08-02" in picker.words.text())  # 2026 has no leap month: the plain sixth
    editor = dialog.field_row(About.HABITS).editor
    editor.setFocus()
    type_words(editor, "午睡")
    key(dialog, Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: desk.profiles.file(customer).profile.says(About.HABITS) == "午睡")
    assert desk.profiles.file(customer).profile.birthday == Birthday(Calendar.LUNAR, 6, 20, True, 1979)
    qtbot.waitUntil(lambda: "午睡" in seen(page))  # still in full: it was asked for while the page was open


def test_a_birthday_picked_half_is_not_saved(desk: Desk, shown: Shown, qtbot: QtBot) -> None:
    picker = BirthdayPicker("zh", date(2026, 11, 21))
    shown(picker)
    assert picker.untaken() == "" and picker.birthday() is None
    type_over(picker.calendar, "Solar")
    assert picker.untaken() != "" and picker.birthday() is None
    type_over(picker.month, "02")
    assert [picker.day.itemText(at) for at in range(picker.day.count())][-1] == "29"
    type_over(picker.day, "29")
    assert picker.untaken() == "" and picker.birthday() == Birthday(Calendar.SOLAR, 2, 29)
    type_over(picker.year, "2023")  # no such day: it is picked anew
    assert picker.birthday() is None and picker.untaken() != ""


def test_a_known_birthday_comes_back_in_the_picker(shown: Shown, qtbot: QtBot) -> None:
    for birthday in (MID_AUTUMN, Birthday(Calendar.LUNAR, 6, 30, True), Birthday(Calendar.SOLAR, 2, 29), None):
        picker = BirthdayPicker("zh", date(2026, 11, 21), birthday)
        shown(picker)
        assert picker.birthday() == birthday and picker.untaken() == ""


def test_preferences_are_changed_on_their_tab(desk: Desk, shown: Shown, qtbot: QtBot) -> None:
    customer = a_member(desk)
    page = open_page(desk, customer, shown, qtbot)
    key(page, Qt.Key.Key_PageDown, CONTROL)
    key(page, Qt.Key.Key_F2)
    say_why(qtbot, "补充偏好")
    dialog = the_dialog(qtbot, PreferencesDialog)
    editor = dialog.field_row(About.DRINKS).editor
    editor.setFocus()
    type_words(editor, "龙井")
    key(dialog, Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: "龙井" in seen(page))
    kept = desk.profiles.file(customer).profile
    assert kept.says(About.HABITS) == "早睡" and kept.greeter_id == desk.clinic.me


def test_family_is_added_and_struck_out_by_keys(desk: Desk, shown: Shown, qtbot: QtBot) -> None:
    customer = desk.clinic.add("王小明")
    page = open_page(desk, customer, shown, qtbot)
    key(page, Qt.Key.Key_N, CONTROL)
    say_why(qtbot, "登记家人")
    dialog = the_dialog(qtbot, RelativeDialog)
    type_over(dialog.kinship, "子女")
    dialog.name.setFocus()
    type_words(dialog.name, "王小宝")
    key(dialog, Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: [one.name for one in desk.profiles.file(customer).relatives] == ["王小宝"])
    tab = page.tabs.panel_widget()
    qtbot.waitUntil(lambda: tab.table.model().rowCount() == 1)  # type: ignore[union-attr]
    tab.table.selectRow(0)  # type: ignore[union-attr]
    tab.remove.setFocus()  # type: ignore[union-attr]
    key(page, Qt.Key.Key_Space)
    ask = the_dialog(qtbot, PromptDialog)
    assert "王小宝" in ask.words()
    key(ask, Qt.Key.Key_Tab)
    key(ask, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: desk.profiles.file(customer).relatives == ())


def test_her_word_is_entered_by_keys(desk: Desk, shown: Shown, qtbot: QtBot) -> None:
    customer = desk.clinic.add("王小明")
    page = open_page(desk, customer, shown, qtbot)
    key(page, Qt.Key.Key_J, CONTROL)
    dialog = the_dialog(qtbot, ConsentDialog)
    type_over(dialog.kind, "保存敏感信息")
    type_over(dialog.given, "已撤回")
    type_over(dialog.way, "口头表示")
    key(dialog, Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: desk.profiles.file(customer).consents != ())
    said = desk.profiles.file(customer).consent(ConsentKind.SENSITIVE)
    assert said is not None and not said.given


def test_a_restricted_member_leaves_only_the_number(desk: Desk, shown: Shown, qtbot: QtBot) -> None:
    customer = a_member(desk)
    page = open_page(desk, customer, shown, qtbot)
    key(page, Qt.Key.Key_U, CONTROL)
    say_why(qtbot, "核对")
    qtbot.waitUntil(lambda: page.page_title() == "王小明")
    choose_more(page, qtbot, "Restrict")
    dialog = the_dialog(qtbot, RestrictDialog)
    type_words(dialog.why, "本人要求")
    key(dialog, Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: page.page_title() == HIDDEN and "本人要求" in seen(page))
    assert not page.tabs.isVisible() and not page.edit.isEnabled() and "教师" not in seen(page)
    choose_more(page, qtbot, "Lift the restriction")
    say_why(qtbot, "本人同意")
    qtbot.waitUntil(lambda: page.page_title() == "王**" and page.tabs.isVisible())


def test_erasing_asks_why_and_leaves_the_number(desk: Desk, shown: Shown, qtbot: QtBot) -> None:
    customer = a_member(desk)
    page = open_page(desk, customer, shown, qtbot)
    choose_more(page, qtbot, "Erase")
    say_why(qtbot, "本人要求")
    qtbot.waitUntil(lambda: page.page_title() == HIDDEN)
    limit = desk.profiles.sheet(customer).customer.limit
    assert limit is not None and limit.kind is LimitKind.ERASED
    assert not page.more.isEnabled()
    assert audit.check(desk.clinic.database).broken_at is None


def test_the_card_for_the_desk_names_nobody(desk: Desk, shown: Shown, qtbot: QtBot) -> None:
    customer = a_member(desk)
    desk.clinic.members.flag_patient(customer, "等候易着急", desk.clinic.by())
    page = open_page(desk, customer, shown, qtbot)
    key(page, Qt.Key.Key_P, CONTROL)
    choose_line(qtbot, "For the desk")
    preview = the_dialog(qtbot, PreviewDialog)
    qtbot.waitUntil(lambda: bool(preview._pdf))
    text = "\n".join(page_texts(preview._pdf))
    assert "花生过敏" in text and "等候易着急" in text and "王**" in text
    for secret in ("王小明", "13812345678", "早睡", "世家", "王小宝", "1976"):
        assert secret not in text, secret
    key(preview, Qt.Key.Key_Escape)
    with desk.clinic.database.reading() as connection:
        entry = audit.history(connection, "customer", customer)[-1]
    assert (entry.verb, entry.after) == ("print_card", {"in_full": False})


def test_the_card_in_full_wants_a_reason(desk: Desk, shown: Shown, qtbot: QtBot) -> None:
    customer = a_member(desk)
    page = open_page(desk, customer, shown, qtbot)
    key(page, Qt.Key.Key_P, CONTROL)
    choose_line(qtbot, "In full")
    say_why(qtbot, "今天接待")
    preview = the_dialog(qtbot, PreviewDialog)
    qtbot.waitUntil(lambda: bool(preview._pdf))
    text = "\n".join(page_texts(preview._pdf))
    assert all(one in text for one in ("王小明", "13812345678", "早睡", "王小宝", "八月十五"))
    key(preview, Qt.Key.Key_Escape)
    with desk.clinic.database.reading() as connection:
        assert [one.verb for one in audit.history(connection, "customer", customer)][-2:] == ["unmask", "print_card"]


def test_a_copy_of_everything_is_made_with_a_reason(desk: Desk, shown: Shown, qtbot: QtBot, tmp_path: Path) -> None:
    customer = a_member(desk)
    page = open_page(desk, customer, shown, qtbot)
    choose_more(page, qtbot, "Copy of everything")
    say_why(qtbot, "本人要求查阅")
    dialog = the_dialog(qtbot, QFileDialog)
    target = tmp_path / "copy.zip"
    dialog.fileSelected.emit(str(target))
    dialog.close()
    the_dialog(qtbot, PromptDialog)
    with zipfile.ZipFile(BytesIO(target.read_bytes())) as archive:
        told = json.loads(archive.read("GK000001.json"))
        text = "\n".join(page_texts(archive.read("GK000001.pdf")))
        assert sorted(archive.namelist()) == ["GK000001.json", "GK000001.pdf", "GK000001.xlsx"]
    said = json.dumps(told, ensure_ascii=False)
    for one in ("王小明", "13812345678", "早睡", "花生过敏", "王小宝", "怕黑"):
        assert one in said and one in text, one
    with desk.clinic.database.reading() as connection:
        entry = audit.history(connection, "customer", customer)[-1]
    assert (entry.verb, entry.after) == ("export_person", {"reason": "本人要求查阅"})


# The register


def requests_page(desk: Desk, shown: Shown) -> PersonRequestsPage:
    clinic = desk.clinic
    page = PersonRequestsPage(desk.tools, desk.privacy, clinic.members, clinic.directory, clinic.by)
    shown(page)
    return page


def test_a_request_is_entered_and_answered_by_keys(desk: Desk, shown: Shown, qtbot: QtBot) -> None:
    customer = desk.clinic.add("王小明", "13812345678")
    page = requests_page(desk, shown)
    qtbot.waitUntil(lambda: "Ctrl+N" in page.table.empty_words())
    key(page, Qt.Key.Key_N, CONTROL)
    dialog = the_dialog(qtbot, ReceiveDialog)
    key(dialog, Qt.Key.Key_Return, CONTROL)
    assert set(dialog.problems_shown()) == {"customer_id", "kind"}
    dialog.customer.setFocus()
    type_words(dialog.customer, "GK000001")
    qtbot.waitUntil(lambda: bool(dialog.customer.offered()))
    QTest.keyClick(QApplication.activePopupWidget() or dialog.customer, Qt.Key.Key_Return)
    assert dialog.customer.chosen() == customer
    type_over(dialog.kind, "查阅、复制")
    key(dialog, Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: page.table.model().rowCount() == 1)
    page.table.setFocus()
    page.table.selectRow(0)
    key(page, Qt.Key.Key_Return)
    form = the_dialog(qtbot, AnswerDialog)
    type_over(form.outcome, "不予办理")
    key(form, Qt.Key.Key_Return, CONTROL)
    assert set(form.problems_shown()) == {"answer"}
    type_words(form.answer, "须保存三年")
    key(form, Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: page.table.model().rowCount() == 0)
    page.open_only.click()
    qtbot.waitUntil(lambda: page.table.model().rowCount() == 1)
    assert desk.privacy.requests()[0].state is RequestState.REFUSED


def test_the_register_is_exported_masked(desk: Desk, shown: Shown, qtbot: QtBot, tmp_path: Path) -> None:
    customer = desk.clinic.add("王小明")
    today = desk.clinic.directory.today()
    desk.privacy.receive_request(PersonRequestDraft(customer, Asked.ERASE, today, "请删除"), desk.clinic.by())
    page = requests_page(desk, shown)
    qtbot.waitUntil(lambda: page.table.model().rowCount() == 1)
    key(page, Qt.Key.Key_E, CONTROL)
    dialog = the_dialog(qtbot, QFileDialog)
    dialog.fileSelected.emit(str(tmp_path / "register.csv"))
    dialog.close()
    the_dialog(qtbot, PromptDialog)
    text = (tmp_path / "register.csv").read_text(encoding="utf-8-sig")
    assert "王**" in text and "王小明" not in text and "GQ" in text


def test_whoever_asked_is_one_key_away(desk: Desk, shown: Shown, qtbot: QtBot) -> None:
    customer = desk.clinic.add("王小明")
    today = desk.clinic.directory.today()
    desk.privacy.receive_request(PersonRequestDraft(customer, Asked.ERASE, today), desk.clinic.by())
    desk.privacy.restrict(RestrictDraft(customer, "本人要求"), desk.clinic.by())
    page = requests_page(desk, shown)
    qtbot.waitUntil(lambda: page.table.model().rowCount() == 1)
    page.table.setFocus()
    page.table.selectRow(0)
    with qtbot.waitSignal(page.member_wanted) as wanted:
        key(page, Qt.Key.Key_O, CONTROL)
    assert wanted.args == [customer]
