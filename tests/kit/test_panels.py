"""Panels of the features above are built when turned to; an export asks, writes and tells."""

from __future__ import annotations

from pathlib import Path
from uuid import UUID, uuid4

import pytest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from qualitydesk.basics.errors import Refused
from qualitydesk.kit.exporting import export
from qualitydesk.kit.panels import Panel, PanelTabs
from qualitydesk.kit.prompts import PromptDialog
from qualitydesk.kit.tools import Tools


def test_a_panel_is_built_when_its_tab_is_turned_to_and_anew_for_another_subject(qtbot: QtBot) -> None:
    built: list[tuple[str, UUID]] = []

    def panel(name: str) -> Panel:
        def build(subject: UUID) -> QWidget:
            built.append((name, subject))
            return QLabel(f"{name} {subject}")

        return Panel(name, build)

    tabs = PanelTabs([panel("a"), panel("b")], "panels")
    qtbot.addWidget(tabs)
    first, second = uuid4(), uuid4()
    assert tabs.panel_widget() is None
    tabs.show_subject(first)
    tabs.show_subject(first)
    assert built == [("a", first)]
    tabs.turn(-1)
    assert built == [("a", first), ("b", first)]
    tabs.show_subject(second)
    assert built[2:] == [("b", second)]
    shown = tabs.panel_widget()
    assert isinstance(shown, QLabel)
    assert shown.text() == f"b {second}"
    tabs.setCurrentIndex(0)
    assert built[3:] == [("a", second)]


def test_no_panels_are_no_trouble(qtbot: QtBot) -> None:
    tabs = PanelTabs([], "panels")
    qtbot.addWidget(tabs)
    tabs.show_subject(uuid4())
    tabs.turn(1)
    assert tabs.panel_widget() is None


@pytest.mark.parametrize(
    ("typed", "written"), [("a.xlsx", "a.xlsx"), ("a.CSV", "a.CSV"), ("a", "a.xlsx"), ("v1.2", "v1.2.xlsx")]
)
def test_the_ending_chosen_is_written_and_the_rows_are_told(
    tools: Tools, window: QWidget, qtbot: QtBot, tmp_path: Path, typed: str, written: str
) -> None:
    paths: list[Path] = []

    def write(path: Path) -> int:
        paths.append(path)
        return 3

    dialog = export(tools, window, "导出人员", "人员: 2026/11", write)
    assert [Path(name).name for name in dialog.selectedFiles()] == ["人员 2026 11.xlsx"]
    dialog.fileSelected.emit(str(tmp_path / typed))
    dialog.close()
    qtbot.waitUntil(lambda: bool(window.findChildren(PromptDialog)))
    assert paths == [tmp_path / written]
    (told,) = window.findChildren(PromptDialog)
    assert told.words() == f"3 rows were written to {tmp_path / written}."
    told.accept()


def test_another_kind_changes_the_ending_of_the_name(tools: Tools, window: QWidget, tmp_path: Path) -> None:
    dialog = export(tools, window, "导出", "人员", lambda _path: 0)
    dialog.filterSelected.emit(dialog.nameFilters()[1])
    assert [Path(name).name for name in dialog.selectedFiles()] == ["人员.csv"]
    assert dialog.defaultSuffix() == "csv"
    dialog.close()


def test_what_hinders_writing_is_told(
    tools: Tools, window: QWidget, qtbot: QtBot, told: object, tmp_path: Path
) -> None:
    def write(path: Path) -> int:
        raise Refused("sheet_not_written", path=str(path))

    dialog = export(tools, window, "导出", "人员", write)
    dialog.fileSelected.emit(str(tmp_path / "a.csv"))
    dialog.close()
    qtbot.waitUntil(lambda: bool(told.refusals))  # type: ignore[attr-defined]
    assert told.refusals[0].code == "sheet_not_written"  # type: ignore[attr-defined]
