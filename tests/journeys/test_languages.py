"""Each page and dialog speaks one language, the one chosen; switching rebuilds them and outlives a restart."""

from __future__ import annotations

import tomllib
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QWidget
from tests.journeys.conftest import Sit
from tests.journeys.flows import CHINESE, begin_round, fill_field, found_quickly, translate
from tests.journeys.readable import chinese_in, latin_in, texts_of
from tests.journeys.samples import sample_in
from tests.journeys.sitting import RAIL, Key

from qualitydesk.app.gallery import open_dialogs
from qualitydesk.app.scenery import all_scenes
from qualitydesk.basics.places import shipped
from qualitydesk.basics.settings import SettingsFile
from qualitydesk.directory.ui.employee_dialog import EmployeeDialog
from qualitydesk.kit.prompts import PromptDialog


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_page_and_dialog_speaks_one_language(sit: Sit, home: Path, of_the_run: Path, language: str) -> None:
    names = sample_in(home, language, of_the_run)
    sitting = sit().at_work()
    foreign = partial(latin_in if language == "zh" else chinese_in, names=names)
    found: list[str] = []
    seen: list[str] = []
    for scene, widget in all_scenes(sitting.program, sitting.until_quiet, open_dialogs):
        sitting.until_quiet(lambda: True)
        seen.append(scene)
        found += _foreign(scene, widget, foreign)
        for dialog in open_dialogs():
            dialog.close()
            dialog.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert len(seen) > 30, seen
    assert not found, "\n" + "\n".join(dict.fromkeys(found))
    sitting.close()


def _foreign(scene: str, widget: QWidget, foreign: partial[list[str]]) -> list[str]:
    if scene.startswith(("first-run-1", "crash")):  # both languages on purpose; a report for whoever mends it
        return []
    found = []
    for where, text in texts_of(widget):
        if words := foreign(text):
            found.append(f"{scene}: {where}: {words} in {text[:120]!r}")
    return found


POSTS = tomllib.loads(shipped("resources/posts.toml").read_text(encoding="utf-8"))["posts"]
TYPED = frozenset(
    {
        *(post["zh"] for post in POSTS),
        CHINESE.me[1],
        CHINESE.guide,
        *(name for _code, name, _region in CHINESE.institutions),
        "中文",
    }
)


def test_switching_the_language_rebuilds_open_pages_and_outlives_a_restart(sit: Sit, home: Path) -> None:
    found_quickly(home, CHINESE)
    sitting = sit().at_work()
    for entry in RAIL:
        sitting.page(entry)
    assert "设置" in sitting.words()
    sitting.click("English")
    sitting.until(lambda: sitting.program.language == "en")
    sitting.rest()
    assert sitting.window.current_page() is sitting.desk.page("settings"), "the page stays"
    for entry in ("settings", "rounds", "penalties", "standards"):
        sitting.page(entry)
        assert not [text for _where, text in texts_of(sitting.window) if chinese_in(text, TYPED)]
    sitting.close()
    again = sit().at_work()
    assert "Rounds" in again.words() and again.program.language == "en"
    again.close()


def test_the_language_stays_while_something_is_being_entered(sit: Sit, home: Path) -> None:
    found_quickly(home, CHINESE)
    sitting = sit().at_work()
    sitting.page("directory")
    sitting.control(Key.Key_N)
    form = sitting.dialog(EmployeeDialog)
    fill_field(sitting, form, "name", "张三")
    sitting.window.language_wanted.emit("en")
    assert sitting.program.language == "zh" and SettingsFile().current.language == "zh"
    said = sitting.dialog(PromptDialog)
    assert said.words() == translate("MainWindow", "Something is still being entered here. Save or cancel it first.")
    sitting.press(Key.Key_Return)
    assert form.isVisible() and form.read_draft().name == "张三"
    sitting.press(Key.Key_Escape)
    sitting.click(translate("DraftDialog", "Discard"))
    sitting.front()
    sitting.window.language_wanted.emit("en")
    assert sitting.program.language == "en"
    sitting.close()


def test_a_note_being_typed_is_saved_before_another_page_opens(sit: Sit, home: Path) -> None:
    found_quickly(home, CHINESE)
    sitting = sit().at_work()
    begin_round(sitting)
    walker = sitting.walking().walker
    assert walker is not None
    round_id = walker.course.walk.round.id
    sitting.press("n")
    sitting.write("领口有污渍")
    sitting.window.language_wanted.emit("en")
    assert sitting.program.language == "zh", "refused: the note was on its way"
    sitting.press(Key.Key_Return)  # "Not yet" is read
    sitting.front()
    sitting.settle()
    sitting.write("，需更换")
    sitting.page("settings")  # at once
    sitting.until(lambda: sitting.window.current_page() is sitting.desk.page("settings"))
    notes = [answer.given.note for answer in sitting.services.rounds.walk(round_id).answers.values()]
    assert notes == ["领口有污渍，需更换"]
    sitting.close()


def test_the_theme_changes_at_once_and_outlives_a_restart(sit: Sit, home: Path, qapp: QApplication) -> None:
    found_quickly(home, CHINESE)
    sitting = sit().at_work()
    assert qapp.palette().window().color().lightness() > 128
    sitting.page("settings")
    sitting.click(translate("SettingsPage", "Dark"))
    assert qapp.palette().window().color().lightness() < 128
    ordinary = qapp.font().pointSizeF()
    sitting.click(translate("SettingsPage", "Larger letters"))
    assert qapp.font().pointSizeF() > ordinary
    sitting.click("English")
    sitting.until(lambda: sitting.program.language == "en")
    assert qapp.palette().window().color().lightness() < 128, "another language keeps the theme"
    sitting.close()
    again = sit()
    assert qapp.palette().window().color().lightness() < 128 and qapp.font().pointSizeF() > ordinary
    again.at_work().close()
