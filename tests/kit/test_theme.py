"""Colours can be read, the stylesheet takes them from the table alone, icons are sharp and follow the theme."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QWidget

from qualitydesk.kit import theme
from qualitydesk.kit.icons import icon, pixmap, set_icon
from qualitydesk.kit.look import Look
from qualitydesk.kit.pieces import Banner, IconLabel, label
from qualitydesk.kit.style import palette, stylesheet

BOTH = pytest.mark.parametrize("table", [theme.LIGHT, theme.DARK], ids=["light", "dark"])
ICONS = Path(__file__).parents[2] / "resources" / "icons"


@pytest.mark.parametrize(("letters", "ground"), theme.PAIRS)
@BOTH
def test_every_pair_used_can_be_read(table: theme.Tokens, letters: str, ground: str) -> None:
    assert theme.contrast(getattr(table, letters), getattr(table, ground)) >= 4.5


def test_contrast_is_that_of_wcag() -> None:
    assert theme.contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert theme.contrast("#FFFFFF", "#FFFFFF") == pytest.approx(1)
    assert theme.contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)  # the well-known near miss


def test_the_light_table_is_that_of_the_design() -> None:
    light = theme.LIGHT
    assert (light.window, light.surface, light.line, light.text, light.muted) == (
        "#F6F7F8",
        "#FFFFFF",
        "#E3E6E8",
        "#1B2426",
        "#5E6B70",
    )
    assert (light.accent, light.accent_soft, light.danger) == ("#0F766E", "#D9EFEC", "#B42318")
    assert (light.warning, light.good, light.info) == ("#9A5B00", "#1A6E2E", "#1F5FA8")
    assert (light.level3, light.level5) == ("#C2410C", "#7A0C2E")
    dark = theme.DARK
    assert (dark.window, dark.surface, dark.line, dark.text, dark.muted, dark.accent) == (
        "#14191B",
        "#1C2326",
        "#2E383C",
        "#E6ECEE",
        "#9FB0B6",
        "#4FBFB1",
    )


@BOTH
def test_the_stylesheet_names_no_colour_outside_the_table(table: theme.Tokens) -> None:
    known = {getattr(table, name) for name in table._fields}
    used = set(re.findall(r"#[0-9A-Fa-f]{3,8}\b", stylesheet(table, theme.SIZES, "art")))
    assert used and used <= known
    assert not re.search(r"\$\w|rgba?\(", stylesheet(table, theme.SIZES, "art"))


@BOTH
def test_the_palette_names_no_colour_outside_the_table(table: theme.Tokens) -> None:
    made = palette(table)
    known = {getattr(table, name).lower() for name in table._fields if name != "dark"}
    assert made.color(made.ColorRole.Window).name() == table.window.lower()
    assert {made.color(made.ColorRole.Text).name(), made.color(made.ColorRole.Highlight).name()} <= known


def test_switching_dresses_the_application_and_its_icons(look: Look, qapp: QApplication) -> None:
    button, sign = QPushButton(), IconLabel("info", "danger")
    set_icon(button, "plus")
    light = button.icon().pixmap(20, 20).toImage()
    light_sign = sign.pixmap().toImage()
    look.choose("dark")
    assert theme.tokens() is theme.DARK
    assert button.icon().pixmap(20, 20).toImage() != light
    assert sign.pixmap().toImage() != light_sign
    look.choose("light")
    assert theme.tokens() is theme.LIGHT
    assert button.icon().pixmap(20, 20).toImage() == light


def test_an_unknown_theme_is_an_error(look: Look) -> None:
    with pytest.raises(ValueError, match="pink"):
        look.choose("pink")


def test_big_type_is_bigger(look: Look, qapp: QApplication) -> None:
    assert qapp.font().pointSizeF() == 10.5
    look.choose("light", big_type=True)
    assert qapp.font().pointSizeF() == pytest.approx(12.6)
    assert qapp.font().family() == theme.FAMILY


def test_the_font_is_ours_and_has_a_bold(look: Look) -> None:
    assert theme.FAMILY in QFontDatabase.families()
    assert any("Bold" in style for style in QFontDatabase.styles(theme.FAMILY))


@pytest.mark.parametrize("name", sorted(path.stem for path in ICONS.glob("*.svg")))
def test_every_icon_draws_something_and_no_more_than_its_colour(look: Look, name: str) -> None:
    picture = pixmap(name, "danger", 20, 2.0)
    assert picture.width() == 40 and picture.devicePixelRatio() == 2.0
    image = picture.toImage()
    seen = {
        image.pixelColor(x, y).name() for x in range(40) for y in range(40) if image.pixelColor(x, y).alpha() == 255
    }
    assert seen == {theme.LIGHT.danger.lower()}


def test_an_icon_has_a_picture_for_every_screen_there_is(look: Look) -> None:
    ratios = {screen.devicePixelRatio() for screen in QGuiApplication.screens()}
    assert {size.width() for size in icon("plus").availableSizes()} == {round(20 * ratio) for ratio in ratios}
    assert pixmap("plus", "text", 20, 2.0).width() == 40


def test_the_icons_carry_their_licence() -> None:
    assert "ISC License" in (ICONS / "LICENSE").read_text(encoding="utf-8")


def test_a_banner_without_words_is_hidden(look: Look, qapp: QApplication) -> None:
    banner = Banner("等待审批", "warning")
    banner.say("")
    assert banner.isHidden()
    banner.say("已退回", "danger")
    assert not banner.isHidden() and banner.property("tone") == "danger"


def test_the_stylesheet_survives_a_folder_with_spaces_and_chinese(qapp: QApplication, tmp_path: Path) -> None:
    """A sheet Qt cannot parse is a warning, and warnings fail tests."""
    art = tmp_path / "李 晓 (2)" / "-x"
    art.mkdir(parents=True)
    (art / "chevron-down.svg").write_text("<svg/>", encoding="utf-8")
    qapp.setStyleSheet(stylesheet(theme.LIGHT, theme.SIZES, art.as_posix()))
    button = QPushButton("x")
    button.ensurePolished()
    qapp.setStyleSheet("")


def test_placeholders_are_as_readable_as_captions(look: Look) -> None:
    line = QLineEdit()
    line.ensurePolished()
    assert line.palette().color(QPalette.ColorRole.PlaceholderText).name() == theme.LIGHT.muted.lower()


def test_labels_show_what_is_written_never_markup(look: Look, window: QWidget) -> None:
    words = label("<b>张𬱖</b>")
    words.setParent(window)
    words.show()
    assert words.textFormat() == Qt.TextFormat.PlainText


def test_nothing_before_the_first_paint_builds_qts_namespace() -> None:
    script = (
        "import sys\n"
        "from PySide6.QtWidgets import QApplication\n"
        "from qualitydesk.app.start import Program\n"
        "program = Program(QApplication(sys.argv), url='', sample=False, language='zh')\n"
        "program.window.show()\n"
        "import enum\n"
        "made = []\n"
        "build = enum.EnumMeta.__new__\n"
        "def note(kind, name, *more, **named):\n"
        "    made.append(name)\n"
        "    return build(kind, name, *more, **named)\n"
        "enum.EnumMeta.__new__ = note\n"
        "from PySide6.QtCore import Qt\n"
        "sys.stdout.write(str('AlignmentFlag' in made))\n"
        "sys.stdout.flush()\n"
        "import os; os._exit(0)\n"
    )
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    run = subprocess.run([sys.executable, "-c", script], env=environment, capture_output=True, text=True, check=True)
    assert run.stdout == "True"
