"""Charts: nothing is imported before the first one is drawn; themes, tables, values under the mouse."""

from __future__ import annotations

import subprocess
import sys

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from qualitydesk.kit.look import Look
from qualitydesk.kit.plot import Chart, Curve, Drawing, Level, Levels, Pair, Pairs
from qualitydesk.kit.table_model import Column
from qualitydesk.kit.theme import DARK, LIGHT

COLUMNS = (Column("value", lambda row: row, stretch=True),)
LEVELS = Levels((Level("top", 10.0, (1, 2), "ten"), Level("ground", 90.0, None, "ninety")), " %")
CURVE = Curve(((0, 0), (0.5, 0.8), (1, 1)), lambda x, y: f"{x} {y}", (0.5, 0.8), ("across", "up"))
PAIRS = Pairs((Pair("a", 1, 2, "one"), Pair("b", 0, 0, "none")))


def test_charts_cost_nothing_until_one_is_drawn() -> None:
    code = "import sys; import qualitydesk.kit.plot; sys.exit('pyqtgraph' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@pytest.mark.parametrize("drawing", [LEVELS, CURVE, PAIRS])
def test_each_kind_is_drawn_in_both_themes_with_its_words(qtbot: QtBot, qapp: QApplication, drawing: Drawing) -> None:
    look = Look(qapp, "light")
    chart = Chart("title", COLUMNS, empty="nothing yet")
    qtbot.addWidget(chart)
    with qtbot.waitExposed(chart):
        chart.show()
    chart.show_chart("what it means", "n = 2", drawing, (1, 2))
    assert chart.drawn().backgroundBrush().color() == LIGHT.of("surface")
    look.choose("dark")
    qtbot.waitUntil(lambda: chart.drawn().backgroundBrush().color() == DARK.of("surface"))
    assert chart.accessibleDescription() == "what it means n = 2"
    assert chart.stack.currentWidget() is chart.drawn()
    chart.turn_button.click()
    assert chart.stack.currentWidget() is chart.table and chart.rows.all_rows() == (1, 2)
    chart.turn_button.click()
    assert chart.stack.currentWidget() is chart.drawn()
    qapp.setStyleSheet("")


def test_what_lies_under_the_mouse_is_told(qtbot: QtBot, look_light: Look) -> None:
    chart = Chart("title", COLUMNS, empty="nothing yet")
    qtbot.addWidget(chart)
    for drawing, place, words in (
        (LEVELS, (5, -1.2), "ninety"), (LEVELS, (5, 3), ""), (CURVE, (0.4, 0.1), "0.5 0.8"), (PAIRS, (0.2, 1), "one"),
        (PAIRS, (5, 1), ""),
    ):  # fmt: skip
        chart.show_chart("", "", drawing, ())
        assert chart.tell(*place) == words


def test_without_anything_to_draw_it_says_so_and_offers_nothing(qtbot: QtBot, look_light: Look) -> None:
    chart = Chart("title", COLUMNS, empty="nothing yet")
    qtbot.addWidget(chart)
    chart.show_chart("", "", None, ())
    assert chart.drawn() is None and not chart.copy_button.isEnabled() and not chart.turn_button.isEnabled()
    chart.turn()
    assert chart.stack.currentWidget() is not chart.table


@pytest.fixture
def look_light(qapp: QApplication) -> Look:
    return Look(qapp, "light")
