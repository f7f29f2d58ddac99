"""Beginning with sample data: chosen in the first run, made in another process, stopped without a trace."""

from __future__ import annotations

from pathlib import Path
from uuid import UUID

import pytest
from tests.journeys.conftest import Sit
from tests.journeys.flows import CHINESE, found_in
from tests.journeys.sitting import Key, Sitting

from qualitydesk.app import opening
from qualitydesk.app.bootstrap import default_url, open_services
from qualitydesk.app.first_run import BEGIN, FirstRun
from qualitydesk.basics.errors import Refused
from qualitydesk.basics.phrases import say
from qualitydesk.basics.settings import SettingsFile
from qualitydesk.inspections.model import RoundFilter
from qualitydesk.kit.busy import BusyDialog, Cancelled, Progress


def quick_sample(progress: Progress, url: str, folder: str, _language: str) -> UUID:
    """A sample of five people, made at once."""
    progress.step(1, 2)
    services = open_services(url or default_url(Path(folder)), Path(folder))
    try:
        return found_in(services, CHINESE, "zh")
    finally:
        services.close()


def endless_sample(progress: Progress, _url: str, _folder: str, _language: str) -> UUID:
    """A sample that is never done; only stopping it ends it."""
    while True:
        progress.step(1, 100)


def refused_sample(_progress: Progress, _url: str, _folder: str, _language: str) -> UUID:
    raise Refused("disk_full")


def choose_sample(sitting: Sitting) -> FirstRun:
    """Language, then sample data, by keys."""
    first = sitting.dialog(FirstRun)
    sitting.press(Key.Key_Return)
    sitting.press(Key.Key_Down)
    sitting.press(Key.Key_Return)
    return first


def test_sample_data_chosen_by_keys_open_the_window(sit: Sit, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "begin_sample", quick_sample)
    sitting = sit("zh")
    choose_sample(sitting)
    sitting.at_work()
    sitting.until(lambda: "顾晓岚" in sitting.words())
    assert SettingsFile().current.me == str(sitting.services.directory.users()[0])
    sitting.page("directory")
    sitting.close()


def test_stopping_the_sample_leads_back_to_the_questions(sit: Sit, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "begin_sample", endless_sample)
    sitting = sit("zh")
    first = choose_sample(sitting)
    sitting.dialog(BusyDialog)
    sitting.press(Key.Key_Escape)
    sitting.until(lambda: not any(isinstance(one, BusyDialog) for one in sitting.dialogs()))
    assert first.isVisible() and first.step() == BEGIN and first.next_button.isEnabled()
    assert sitting.services.directory.group() is None
    sitting.press(Key.Key_Up)  # rather an own group
    sitting.press(Key.Key_Return)
    sitting.type(CHINESE.group)
    assert first.step() > BEGIN
    sitting.give_up()


def test_a_sample_that_fails_says_why(sit: Sit, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "begin_sample", refused_sample)
    sitting = sit("zh")
    first = choose_sample(sitting)
    sitting.until(lambda: say("zh", "refused.disk_full") in sitting.words())
    assert first.isVisible() and first.next_button.isEnabled()
    sitting.give_up()


def test_a_sample_asked_for_at_the_command_line_and_stopped_asks_the_questions(
    sit: Sit, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "begin_sample", endless_sample)
    sitting = sit("zh", sample=True)
    sitting.dialog(BusyDialog)
    sitting.press(Key.Key_Escape)
    sitting.until(lambda: not any(isinstance(one, BusyDialog) for one in sitting.dialogs()))
    assert sitting.dialog(FirstRun).next_button.isEnabled()
    sitting.give_up()


class Stopping:
    """The working side of a progress that the user stops at its third step."""

    def __init__(self) -> None:
        self.steps: list[tuple[int, int]] = []

    def step(self, done: int, total: int, _words: str = "") -> None:
        self.steps.append((done, total))
        if len(self.steps) == 3:
            raise Cancelled


def test_a_sample_stopped_half_way_leaves_an_empty_database(home: Path) -> None:
    progress = Stopping()
    with pytest.raises(Cancelled):
        opening.begin_sample(progress, "", str(home), "zh")  # type: ignore[arg-type]
    assert progress.steps[0][0] == 1 and progress.steps[0][1] > 100
    services = open_services(default_url(home), home)
    assert services.directory.group() is None and services.directory.posts() == []
    assert services.rounds.lines(RoundFilter()) == [] and services.standards.packs() == []
    services.close()
