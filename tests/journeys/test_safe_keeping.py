"""A backup made from the settings page, restored on another computer, opens there with everything in it."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.journeys.conftest import Sit
from tests.journeys.flows import CHINESE, begin_round, finish_round, found_quickly, pass_the_rest, translate
from tests.journeys.sitting import Key

from qualitydesk.app.cli import main
from qualitydesk.app.settings_page import SettingsPage
from qualitydesk.inspections.model import RoundFilter
from qualitydesk.inspections.ui.result import ResultPage
from qualitydesk.inspections.ui.rounds_page import RoundsPage
from qualitydesk.storage import audit
from qualitydesk.storage.dump import verify


def test_a_backup_from_the_settings_page_opens_on_another_computer(
    sit: Sit, home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    found_quickly(home, CHINESE)
    sitting = sit().at_work()
    begin_round(sitting, only="张𬱖")
    sitting.walk_keys("12")
    pass_the_rest(sitting)
    finish_round(sitting)
    sitting.page("settings")
    sitting.click(translate("SettingsPage", "Back up now"))
    assert translate("SettingsPage", "The backup is written and was read back.") in sitting.words()
    (backup,) = (home / "backups").glob("*.zip")
    chain = audit.check(sitting.services.database)
    sitting.close()
    elsewhere = tmp_path / "另一台 电脑"
    elsewhere.mkdir()
    monkeypatch.setenv("QUALITYDESK_HOME", str(elsewhere))
    assert main(["--language", "zh", "restore", str(backup)]) == 0
    assert main(["--language", "zh", "check"]) == 0
    assert capsys.readouterr().err == ""
    there = sit("zh").at_work()
    there.until(lambda: "顾晓岚" in there.words())
    assert audit.check(there.services.database) == chain
    there.page("rounds")
    there.press(Key.Key_Return)  # the newest round: its result
    assert isinstance(there.window.current_page(), ResultPage)
    assert there.window.current_page().failed.rowCount() == 1
    there.close()


def test_closing_in_the_middle_of_a_backup_leaves_no_half_one(sit: Sit, home: Path) -> None:
    found_quickly(home, CHINESE)
    sitting = sit().at_work()
    sitting.page("settings")
    page = sitting.desk.page("settings")
    assert isinstance(page, SettingsPage)
    page.backup_button.click()
    sitting.close()
    left = list((home / "backups").glob("*")) if (home / "backups").exists() else []
    for path in left:
        verify(path)
    assert all(path.suffix == ".zip" for path in left)
    sit().at_work().close()


def test_a_round_given_up_keeps_its_number_and_the_next_one_follows(sit: Sit, home: Path) -> None:
    found_quickly(home, CHINESE)
    sitting = sit().at_work()
    begin_round(sitting, only="张𬱖")
    sitting.walk_keys("1")
    sitting.press(Key.Key_Escape)
    sitting.until(lambda: isinstance(sitting.window.current_page(), RoundsPage))
    sitting.press(Key.Key_Delete)
    sitting.write("走错了门诊")
    sitting.press(Key.Key_Return)
    sitting.front()
    begin_round(sitting, only="Anna")
    lines = sitting.services.rounds.lines(RoundFilter())
    assert [(line.number[-4:], line.state.value) for line in lines] == [("0002", "open"), ("0001", "abandoned")]
    sitting.close()


def test_characters_no_font_has_are_told_before_a_paper_is_used(sit: Sit, home: Path) -> None:
    found_quickly(home, CHINESE)
    sitting = sit().at_work()
    begin_round(sitting, only="张𬱖")
    sitting.press("n")
    sitting.write("笑容很好😀")
    sitting.press(Key.Key_Escape)
    sitting.settle()
    sitting.walk_keys("2")
    pass_the_rest(sitting)
    finish_round(sitting)
    sitting.control(Key.Key_P)
    sitting.press(Key.Key_Return)  # as the options propose
    sitting.until(lambda: "〓" in sitting.words())
    (paper,) = sitting.services.papers.of_subject(sitting.services.rounds.lines(RoundFilter())[0].id)
    assert paper.missing == "😀"
    sitting.press(Key.Key_Escape)
    sitting.close()
