"""Whole flows through the real window: a data folder, sittings one after the other, nothing faked but the hands."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hatch_build import compile_translations
from PySide6.QtCore import QEvent, QLocale
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.journeys.sitting import Sitting

from qualitydesk.kit import sweeper

ROOT = Path(__file__).resolve().parents[2]
Sit = Callable[..., Sitting]


@pytest.fixture(scope="session", autouse=True)
def texts() -> None:
    """The Chinese texts as `dev.py` compiles them before every start."""
    compile_translations(ROOT)


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The user's folder: settings, database, files, logs."""
    folder = tmp_path / "home"
    folder.mkdir()
    monkeypatch.setenv("QUALITYDESK_HOME", str(folder))
    return folder


class _Collector:
    """Python's own, but nothing is set aside: what a sitting leaves is found without looking through all there is."""

    def __getattr__(self, name: str) -> Any:
        return getattr(gc, name)

    def freeze(self) -> None: ...

    def unfreeze(self) -> None: ...


@pytest.fixture
def sit(qapp: QApplication, qtbot: QtBot, home: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Sit]:
    """Starts the program on the user's folder; a later sitting is the program started again."""
    monkeypatch.setattr(sweeper, "gc", _Collector())
    sittings: list[Sitting] = []

    def start(language: str = "", url: str = "", sample: bool = False) -> Sitting:
        sittings.append(Sitting(qapp, qtbot, home, url=url, language=language, sample=sample))
        return sittings[-1]

    yield start
    for sitting in sittings:
        sitting.give_up()
    QLocale.setDefault(QLocale.c())
    qapp.setStyleSheet("")
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
