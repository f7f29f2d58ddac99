"""Post profiles on the screens: changed by ticks, put back, told where there is none, and used by a new round."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLineEdit, QListWidget, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from tests.builders import HIRED, Group, a_pack
from tests.hands import in_front, type_words
from tests.inspections.ui.conftest import Shown

from qualitydesk.directory.model import EmployeeDraft, PostDraft, Sex
from qualitydesk.directory.ui.directory_page import DirectoryPage
from qualitydesk.inspections.model import PlanDraft, RoundDraft, RoundFilter, SampleRule
from qualitydesk.inspections.model.profiles import ProfileDraft
from qualitydesk.inspections.ui.plan_dialog import PlanDialog
from qualitydesk.inspections.ui.round_dialog import RoundDialog, read_offer
from qualitydesk.inspections.ui.standards.profile_dialog import ProfileDialog, open_profile
from qualitydesk.inspections.ui.standards.profiles_dialog import ProfilesDialog
from qualitydesk.inspections.ui.standards_page import StandardsPage
from qualitydesk.kit.prompts import PromptDialog
from qualitydesk.kit.tools import Tools

PACKS = ("bell", "dose", "own", "walk")


@pytest.fixture
def ward(house: Group) -> Group:
    """Two guides and a nurse; profiles of both; `own` stands in neither, `hall` is for places, `dose` for nurses."""
    by = house.by()
    house.adopt(a_pack("bell", 3), "bell")
    house.adopt(a_pack("own", 1), "own")
    house.adopt(a_pack("dose", 2).replace("minutes = 3", 'minutes = 3\nposts = ["nurse"]'), "dose")
    house.adopt(a_pack("hall", 1).replace('target = "person"', 'target = "place"'), "hall")
    post = house.directory.save_post(PostDraft("nurse", "护士"), by).value
    draft = EmployeeDraft("N001", "赵护士", Sex.FEMALE, HIRED, None, house.desk, post, house.me)
    house.people.append(house.directory.save_employee(draft, by).value)
    house.standards.save_profile(ProfileDraft("guide", ("walk", "bell")), by)
    house.standards.save_profile(ProfileDraft("nurse", ("walk", "dose")), by)
    return house


def shown_dialog(owner: QWidget, kind: type[QDialog], qtbot: QtBot) -> QDialog:
    def there() -> QDialog | None:
        return next((one for one in owner.findChildren(kind) if one.isVisible()), None)

    qtbot.waitUntil(lambda: there() is not None)
    found = there()
    assert found is not None and in_front(found)
    return found


# The dialogs


@pytest.fixture
def owner(shown: Shown) -> QWidget:
    made = QWidget()
    shown(made)
    return made


def asked(tools: Tools, ward: Group, owner: QWidget, qtbot: QtBot, post: str) -> ProfileDialog:
    open_profile(tools, ward.standards, ward.directory, ward.by, post, owner)
    dialog = shown_dialog(owner, ProfileDialog, qtbot)
    assert isinstance(dialog, ProfileDialog)
    return dialog


def offered(dialog: ProfileDialog) -> dict[str, str]:
    """The lines of the list by the beginning of their words."""
    (listed,) = dialog.packs.findChildren(QListWidget)
    words = [listed.item(at).text() for at in range(listed.count())]
    return {line.partition("  ")[0]: line.partition("  ")[2] for line in words}


def test_a_profile_is_changed_by_typing_and_enter(tools: Tools, ward: Group, owner: QWidget, qtbot: QtBot) -> None:
    dialog = asked(tools, ward, owner, qtbot, "guide")
    assert set(offered(dialog)) == {"标准 walk", "标准 bell", "标准 own"}  # neither the nurses' nor the one for places
    assert dialog.told.text() == "2 switched on · up to 7 items and about 6 min for one person"
    (search,) = dialog.packs.findChildren(QLineEdit)
    search.setFocus()
    for words in ("own", "bell"):
        type_words(search, words)
        QTest.keyClick(search, Qt.Key.Key_Return)
        assert dialog.isVisible()
    assert dialog.told.text() == "2 switched on · up to 5 items and about 6 min for one person"
    search.clear()
    QTest.keyClick(search, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: ward.standards.profile("guide").packs == ("walk", "own"))


def test_packs_switched_off_or_gone_stand_there_as_such(
    tools: Tools, ward: Group, owner: QWidget, qtbot: QtBot
) -> None:
    ward.standards.switch("bell", False, ward.by())
    dialog = asked(tools, ward, owner, qtbot, "guide")
    assert offered(dialog)["标准 bell"].endswith("switched off")
    assert dialog.told.text().startswith("1 switched on")
    dialog.reject()
    dialog = asked(tools, ward, owner, qtbot, "cashier")  # as it ships; its packs are not in this database
    assert set(offered(dialog)) == {"标准 walk", "标准 bell", "标准 own"}
    assert dialog.told.text().startswith("No profile")
    assert not dialog.reset_button.isVisible()
    dialog.reject()
    ward.standards.save_profile(ProfileDraft("cashier", ("walk", "phrases_general")), ward.by())
    dialog = asked(tools, ward, owner, qtbot, "cashier")
    assert offered(dialog)["phrases_general"] == "not in this database"


def test_what_ships_is_put_back_after_a_question(tools: Tools, ward: Group, owner: QWidget, qtbot: QtBot) -> None:
    dialog = asked(tools, ward, owner, qtbot, "guide")
    qtbot.mouseClick(dialog.reset_button, Qt.MouseButton.LeftButton)
    (question,) = dialog.findChildren(PromptDialog)
    yes = next(one for one in question.findChildren(QPushButton) if one.text() == "As it ships")
    qtbot.mouseClick(yes, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not ward.standards.profile("guide").own)
    qtbot.waitUntil(lambda: not owner.findChildren(ProfileDialog))


def test_who_saves_second_is_told_and_goes_on_from_the_latest(
    tools: Tools, ward: Group, owner: QWidget, qtbot: QtBot
) -> None:
    dialog = asked(tools, ward, owner, qtbot, "guide")
    ward.standards.save_profile(ProfileDraft("guide", ("bell",), 1), ward.by())
    dialog.packs.choose(["own"])
    dialog.save_button.click()
    qtbot.waitUntil(dialog.latest_button.isVisible)
    dialog.latest_button.click()
    qtbot.waitUntil(lambda: dialog.packs.chosen() == ("bell",))
    dialog.packs.choose(["bell", "own"])
    dialog.save_button.click()
    qtbot.waitUntil(lambda: ward.standards.profile("guide").packs == ("bell", "own"))


def test_all_posts_are_listed_and_those_without_a_profile_say_so(
    tools: Tools, ward: Group, shown: Shown, qtbot: QtBot
) -> None:
    page = StandardsPage(tools, ward.standards, ward.directory, ward.by)
    shown(page)
    qtbot.waitUntil(lambda: page.packs.rowCount() == 5)
    QTest.keyClick(page, Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier)
    dialog = shown_dialog(page, ProfilesDialog, qtbot)
    assert isinstance(dialog, ProfilesDialog)
    rows = {
        dialog.rows.index(at, 0).data(): [dialog.rows.index(at, column).data() for column in range(1, 5)]
        for at in range(dialog.rows.rowCount())
    }
    assert rows["护士"] == ["标准 walk、标准 dose", "2", "6", "Changed 2026-11-21"]
    assert rows["客服主任"] == ["No profile: everything meant for the post is asked", "", "", "None"]
    ward.standards.switch("dose", False, ward.by())
    dialog.load()
    dialog.table.select_key("nurse")
    qtbot.waitUntil(lambda: [one.code for one in dialog.line().off] == ["dose"])  # type: ignore[union-attr]
    with qtbot.waitSignal(page.handbook_wanted) as told:
        qtbot.mouseClick(dialog.handbook_button, Qt.MouseButton.LeftButton)
    assert told.args == [(), "nurse"]
    QTest.keyClick(dialog.table, Qt.Key.Key_Return)
    inner = shown_dialog(dialog, ProfileDialog, qtbot)
    assert isinstance(inner, ProfileDialog)
    inner.packs.choose(["walk"])
    inner.save_button.click()
    qtbot.waitUntil(lambda: dialog.line() is not None and dialog.line().profile.packs == ("walk",))


def test_the_list_of_posts_asks_for_the_standards_of_one(tools: Tools, ward: Group, shown: Shown, qtbot: QtBot) -> None:
    page = DirectoryPage(tools, ward.directory, ward.by)
    shown(page)
    page.tabs.setCurrentWidget(page.posts)
    qtbot.waitUntil(lambda: page.posts.entries.rowCount() > 2)
    post = next(post for post in ward.directory.posts() if post.code == "nurse")
    page.posts.table.select_key(post.id)
    with qtbot.waitSignal(page.standards_wanted) as told:
        QTest.keyClick(page.posts.table, Qt.Key.Key_H, Qt.KeyboardModifier.ControlModifier)
    assert told.args == ["nurse"]


# A new round


Asking = Callable[..., RoundDialog]


@pytest.fixture
def asking(tools: Tools, ward: Group, owner: QWidget, qtbot: QtBot) -> Asking:
    """Opens the dialog of a new round, filled with a draft if there is one."""

    def opened(draft: RoundDraft | None = None) -> RoundDialog:
        offer = read_offer(ward.directory, ward.standards, ward.rounds)
        dialog = RoundDialog(tools, ward.rounds, offer, ward.by, parent=owner)
        if draft is not None:
            dialog.fill(draft)
        dialog.writes(ward.rounds.open_round, ward.by())
        dialog.open()
        qtbot.waitUntil(lambda: dialog.people.people_list.count() > 0)
        qtbot.waitUntil(lambda: dialog.tools.operations.quiet)
        assert in_front(dialog)
        return dialog

    return opened


def items(dialog: RoundDialog) -> list[int]:
    """How many items each person is offered with, in the order of the list."""
    listed = dialog.people.people_list
    return [int(listed.item(at).text().rpartition("· ")[2].split()[0]) for at in range(listed.count())]


def test_the_packs_of_the_posts_that_are_there_are_ticked_and_each_person_asked_his(
    asking: Asking, ward: Group, qtbot: QtBot
) -> None:
    dialog = asking()
    assert dialog.by_profile.on()
    assert set(dialog.pack_codes()) == {"walk", "bell", "dose"}
    assert items(dialog) == [7, 7, 6]
    dialog.people.all_button.click()
    assert dialog.totals.text() == "3 people · 20 items"
    dialog.save_button.click()
    qtbot.waitUntil(lambda: len(ward.rounds.lines(RoundFilter())) == 1)
    (line,) = ward.rounds.lines(RoundFilter())
    walk = ward.walk(line.id)
    assert line.total == 20 and walk.round.by_profile
    assert {stop.packs for stop in walk.stops} == {("bell", "walk"), ("dose", "walk")}


def test_a_pack_of_no_profile_is_asked_of_everybody_and_without_the_tick_all_are(asking: Asking, qtbot: QtBot) -> None:
    dialog = asking()
    dialog.packs.choose([*dialog.pack_codes(), "own"])
    dialog.packs.picked.emit(())
    qtbot.waitUntil(lambda: items(dialog) == [8, 8, 7])
    dialog.by_profile.tick.click()
    qtbot.waitUntil(lambda: items(dialog) == [8, 8, 10])
    dialog.packs.choose(["own"])
    dialog.packs.picked.emit(())
    dialog.by_profile.tick.click()
    qtbot.waitUntil(lambda: set(dialog.pack_codes()) == {"walk", "bell", "dose", "own"})
    qtbot.waitUntil(lambda: items(dialog) == [8, 8, 7])


def test_posts_without_a_profile_are_told(asking: Asking, ward: Group) -> None:
    ward.standards.save_profile(ProfileDraft("nurse", (), 1), ward.by())
    dialog = asking()
    assert dialog.by_profile.told.text() == "Without a profile, asked everything meant for them: 护士"
    assert set(dialog.pack_codes()) == {"walk", "bell"} and items(dialog) == [7, 7, 7]


def test_a_pack_switched_off_is_not_ticked(asking: Asking, ward: Group) -> None:
    ward.standards.switch("bell", False, ward.by())
    dialog = asking()
    assert set(dialog.pack_codes()) == {"walk", "dose"} and items(dialog) == [4, 4, 6]


def test_where_no_profile_names_a_pack_that_is_on_the_usual_ones_are_ticked(asking: Asking, ward: Group) -> None:
    for post, revision in (("guide", 1), ("nurse", 1)):
        ward.standards.save_profile(ProfileDraft(post, (), revision), ward.by())
    dialog = asking()
    assert set(dialog.pack_codes()) == set(PACKS)


def test_who_is_drawn_by_lot_is_drawn_among_whom_the_profiles_ask_something(asking: Asking, ward: Group) -> None:
    dialog = asking()
    sample = dialog.draw(ward.institution, ("dose",), SampleRule(1), (ward.me,), by_profile=True)
    assert [one.number for one in sample.frame] == ["N001"]


def test_a_draft_brings_its_own_packs_and_its_wish(asking: Asking, ward: Group) -> None:
    draft = RoundDraft(institution_id=ward.institution, inspector_ids=(ward.me,), pack_codes=("walk", "dose"))
    dialog = asking(draft)
    assert set(dialog.pack_codes()) == {"walk", "dose"} and not dialog.by_profile.on()
    assert items(dialog) == [4, 4, 6]
    dialog.reject()
    dialog = asking(replace(draft, by_profile=True))
    assert set(dialog.pack_codes()) == {"walk", "dose"} and dialog.by_profile.on()
    assert items(dialog) == [4, 4, 6]
    assert dialog.read_draft().by_profile  # type: ignore[attr-defined]


def test_a_draft_whose_packs_are_all_off_is_not_filled_with_others(
    tools: Tools, ward: Group, owner: QWidget, qtbot: QtBot
) -> None:
    ward.standards.switch("own", False, ward.by())
    offer = read_offer(ward.directory, ward.standards, ward.rounds)
    dialog = RoundDialog(tools, ward.rounds, offer, ward.by, parent=owner)
    dialog.fill(RoundDraft(institution_id=ward.institution, pack_codes=("own",), by_profile=True))
    dialog.open()
    qtbot.waitUntil(lambda: tools.operations.quiet)
    assert dialog.pack_codes() == () and dialog.people.chosen() == ()


def test_a_re_check_of_what_the_profile_leaves_out_is_asked_all_the_same(
    asking: Asking, ward: Group, qtbot: QtBot
) -> None:
    dialog = asking()
    guide: UUID = ward.people[0]
    dialog.take_along([guide], {"WALK-01"})
    qtbot.waitUntil(lambda: dialog.people.chosen()[:1] == (guide,))
    assert dialog.by_profile.on()
    nurse: UUID = ward.people[2]
    dialog.take_along([nurse], {"BELL-01"})  # the nurses' profile does not name it
    qtbot.waitUntil(lambda: not dialog.by_profile.on())
    qtbot.waitUntil(lambda: dialog.people.chosen()[:1] == (nurse,))
    assert "BELL-01" in {item.code for item in dialog.by_profile.items(dialog._chosen_packs(), _person(ward, nurse))}


def _person(ward: Group, who: UUID) -> object:
    return ward.directory.person(who, ward.directory.today())


def test_a_plan_keeps_the_wish(tools: Tools, ward: Group, owner: QWidget, qtbot: QtBot) -> None:
    offer = read_offer(ward.directory, ward.standards, ward.rounds)
    dialog = PlanDialog(tools, ward.rounds, offer, ward.by, ward.directory.today(), parent=owner)
    dialog.open()
    qtbot.waitUntil(lambda: dialog.people.people_list.count() == 3)
    draft = dialog.read_draft()
    assert isinstance(draft, PlanDraft) and draft.by_profile and draft.employee_ids == ()
    dialog.by_profile.turn(False)
    assert not dialog.read_draft().by_profile  # type: ignore[attr-defined]
