"""Palette and stylesheet made from the theme's table. Roles and tones are dynamic properties of the widgets.

What the shell needs before its first paint it gets from here even where a call would do: to name Qt's enums in Python,
the namespace `Qt` must be built, which costs a fifth of the time to an empty window.
"""

from __future__ import annotations

from string import Template

from PySide6.QtGui import QColor, QPalette

from qualitydesk.kit.theme import EDGE, GRID, RADIUS, ROW, TONES, WALK, Sizes, Tokens

_SHEET = Template("""
QToolTip { background: $text; color: $window; border: 0; padding: 4px 8px; }
QLabel[role="greeting"] { qproperty-alignment: AlignCenter; color: $muted; }
QLabel[role="title"] { font-size: ${title_pt}pt; font-weight: 700; }
QLabel[role="item"] { font-size: ${item_pt}pt; }
QLabel[role="number"] { font-size: ${title_pt}pt; font-weight: 700; }
QLabel[role="section"] { font-weight: 700; }
QLabel[role="caption"], QLabel[role="hint"] { font-size: ${caption_pt}pt; color: $muted; }
QLabel[role="problem"] { font-size: ${caption_pt}pt; color: $danger; }
$tones
QLabel[role="chip"] { border: 1px solid $muted; border-radius: ${radius}px; padding: 1px 8px;
    font-size: ${caption_pt}pt; }
QToolButton[role="rail"] QLabel[role="chip"] { padding: 0 4px; }
$chips
QFrame[role="panel"], QFrame[role="tile"], QFrame[role="banner"] {
    background: $surface; border: 1px solid $line; border-radius: ${radius}px; }
$banners
QFrame[role="rail"] { background: $surface; border: 0; border-right: 1px solid $line; }
QFrame[role="foot"] { background: $surface; border: 0; border-top: 1px solid $line; }
QFrame[role="rule"] { background: $line; border: 0; max-height: 1px; min-height: 1px; }

QPushButton { background: $surface; color: $text; border: 1px solid $muted; border-radius: ${radius}px;
    padding: 0 12px; min-height: 30px; }
QPushButton:hover { background: $accent_soft; }
QPushButton:focus { border: 2px solid $accent; padding: 0 11px; min-height: 28px; }
QPushButton:pressed { background: $accent_soft; border-color: $accent; }
QPushButton:checked { background: $accent_soft; color: $text; border-color: $accent; }
QPushButton:disabled { color: $muted; border-color: $line; background: $window; }
QPushButton[role="primary"] { background: $accent; color: $on_accent; border-color: $accent; font-weight: 700; }
QPushButton[role="primary"]:focus { border-color: $text; }
QPushButton[role="primary"]:disabled { background: $window; color: $muted; border-color: $line; }
QPushButton[role="danger"] { color: $danger; border-color: $danger; background: $surface; }
QPushButton[role="danger"]:hover { background: $window; }
QPushButton[role="danger"]:disabled { background: $window; color: $muted; border-color: $line; }
QPushButton[role="quiet"] { background: transparent; border-color: transparent; }
QPushButton[role="quiet"]:hover { background: $accent_soft; }
QPushButton[role="quiet"]:focus { border-color: $accent; }
QPushButton[role="sum"] { background: transparent; border-color: transparent; font-weight: 700; text-align: left;
    text-decoration: underline; padding: 0; }
QPushButton[role="sum"]:disabled { background: transparent; border-color: transparent; color: $text;
    text-decoration: none; }
QPushButton[role="sum"]:focus { border: 2px solid $accent; padding: 0; }
QPushButton[role="foot"] { background: transparent; border-color: transparent; padding: 0 ${grid}px; min-height: 0;
    color: $warning; }
QPushButton[role="foot"]:hover { background: $accent_soft; color: $text; }
QPushButton[role="foot"]:focus { border-color: $accent; }
QPushButton[role="walk"] { min-height: ${walk}px; }
QPushButton[role="walk"]:focus { min-height: ${walk_focus}px; }
QPushButton[role="walk"][tone="danger"]:checked { background: $danger; color: $on_accent; border-color: $danger;
    font-weight: 700; }
QPushButton[role="walk"][tone="good"]:checked { background: $good; color: $on_accent; border-color: $good;
    font-weight: 700; }
QToolButton[role="rail"] { qproperty-toolButtonStyle: ToolButtonTextBesideIcon; qproperty-focusPolicy: TabFocus;
    background: transparent; color: $text; border: 1px solid transparent;
    border-radius: ${radius}px; padding: 0 ${grid}px; min-height: 38px; text-align: left; }
QToolButton[role="rail"]:hover { background: $window; }
QToolButton[role="rail"]:focus { border-color: $accent; }
QToolButton[role="rail"]:checked { background: $accent_soft; color: $accent; font-weight: 700; }

QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QAbstractSpinBox {
    background: $surface; color: $text; border: 1px solid $muted; border-radius: ${radius}px; padding: 0 8px;
    selection-background-color: $accent; selection-color: $on_accent; }
QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QComboBox QLineEdit { placeholder-text-color: $muted; }
QLineEdit, QComboBox, QAbstractSpinBox { min-height: 30px; }
QPlainTextEdit, QTextEdit { padding: 4px; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QComboBox:focus, QAbstractSpinBox:focus {
    border-color: $accent; }
QLineEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled, QAbstractSpinBox:disabled {
    background: $window; color: $muted; border-color: $line; }
QLineEdit[problem="true"], QPlainTextEdit[problem="true"], QComboBox[problem="true"],
QAbstractSpinBox[problem="true"], QListView[problem="true"] { border: 1px solid $danger; }
QComboBox QLineEdit, QAbstractSpinBox QLineEdit { border: 0; padding: 0; min-height: 26px; background: transparent; }
QComboBox::drop-down { border: 0; width: 24px; }
QComboBox::down-arrow, QAbstractSpinBox::down-arrow {
    image: url("$art/chevron-down.svg"); width: 16px; height: 16px; }
QAbstractSpinBox::up-arrow { image: url("$art/chevron-up.svg"); width: 16px; height: 16px; }
QSpinBox::up-button, QSpinBox::down-button, QDoubleSpinBox::up-button, QDoubleSpinBox::down-button,
QTimeEdit::up-button, QTimeEdit::down-button { border: 0; width: 20px; background: transparent; }
QComboBox QAbstractItemView, QListView[role="popup"] { background: $surface; color: $text; border: 1px solid $line;
    selection-background-color: $accent_soft; selection-color: $text; outline: 0; }
QCheckBox, QRadioButton { spacing: ${grid}px; min-height: 24px; }
QCheckBox::indicator, QListView::indicator, QTableView::indicator, QRadioButton::indicator {
    width: 16px; height: 16px; background: $surface; border: 1px solid $muted; border-radius: 4px; }
QRadioButton::indicator { border-radius: 9px; }
QCheckBox::indicator:checked, QListView::indicator:checked, QTableView::indicator:checked {
    background: $accent; border-color: $accent; image: url("$art/check.svg"); }
QRadioButton::indicator:checked { background: $surface; border: 5px solid $accent; width: 8px; height: 8px; }
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled { background: $window; border-color: $line; }
QCheckBox:focus, QRadioButton:focus { color: $accent; }

QTableView, QListView, QTreeView { background: $surface; color: $text; border: 1px solid $line;
    border-radius: ${radius}px; outline: 0; selection-background-color: $accent_soft; selection-color: $text; }
QListView[role="lane"] { background: $window; border: 0; }
QTableView::item { border: 0; border-bottom: 1px solid $line; padding: 0 8px; }
QTableView::item:selected { background: $accent_soft; color: $text; }
QListView::item { min-height: 28px; padding: 0 8px; }
QTableView:focus, QListView:focus, QTreeView:focus { border-color: $accent; }
QHeaderView { background: transparent; border: 0; }
QHeaderView::section { background: $surface; color: $muted; border: 0; border-bottom: 1px solid $line;
    padding: 0 11px; min-height: ${row}px; font-size: ${caption_pt}pt; }
QHeaderView::up-arrow { image: url("$art/chevron-up.svg"); width: 14px; height: 14px; }
QHeaderView::down-arrow { image: url("$art/chevron-down.svg"); width: 14px; height: 14px; }
QTableCornerButton::section { background: $surface; border: 0; }

QTabWidget::pane { border: 0; border-top: 1px solid $line; }
QTabBar { qproperty-drawBase: 0; }
QTabBar::tab { background: transparent; color: $muted; border: 0; border-bottom: 2px solid transparent;
    padding: 0 ${edge}px; min-height: ${row}px; }
QTabBar::tab:selected { color: $accent; border-bottom-color: $accent; font-weight: 700; }
QTabBar::tab:hover { color: $text; }
QTabBar::tab:focus { color: $accent; }
QMenu { background: $surface; color: $text; border: 1px solid $line; padding: 4px; }
QMenu::item { padding: 6px 24px; border-radius: 4px; }
QMenu::item:selected { background: $accent_soft; color: $text; }
QMenu::separator { background: $line; height: 1px; margin: 4px 8px; }
QProgressBar { background: $line; border: 0; border-radius: 4px; max-height: 8px; min-height: 8px; }
QProgressBar::chunk { background: $accent; border-radius: 4px; }
QScrollArea { border: 0; background: transparent; }
QScrollArea > QWidget > QWidget[role="scrolled"] { background: transparent; }
QScrollBar { background: transparent; border: 0; margin: 2px; }
QScrollBar:vertical { width: 12px; }
QScrollBar:horizontal { height: 12px; }
QScrollBar::handle { background: $muted; border-radius: 4px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QSplitter::handle { background: transparent; }
QSplitter::handle:hover { background: $line; }
""")


def stylesheet(tokens: Tokens, sizes: Sizes, art: str) -> str:
    """The stylesheet of a table. `art`: folder of the recoloured arrows, with forward slashes."""
    colours = {name: value for name, value in tokens._asdict().items() if isinstance(value, str)}
    return _SHEET.substitute(
        colours,
        art=art,
        body_pt=sizes.body,
        caption_pt=sizes.caption,
        title_pt=sizes.title,
        item_pt=sizes.item,
        radius=RADIUS,
        walk=WALK,
        walk_focus=WALK - 2,
        row=ROW,
        grid=GRID,
        edge=EDGE,
        tones="\n".join(f'QLabel[tone="{tone}"] {{ color: {colours[tone]}; }}' for tone in TONES),
        chips="\n".join(f'QLabel[role="chip"][tone="{tone}"] {{ border-color: {colours[tone]}; }}' for tone in TONES),
        banners="\n".join(
            f'QFrame[role="banner"][tone="{tone}"] {{ border-color: {colours[tone]}; }}' for tone in TONES
        ),
    )


def palette(tokens: Tokens) -> QPalette:
    """A Fusion palette of a table: what the stylesheet leaves to the style (ticks, calendars, dialogs of Qt)."""
    made = QPalette()
    role = QPalette.ColorRole
    for where, name in (
        (role.Window, "window"),
        (role.WindowText, "text"),
        (role.Base, "surface"),
        (role.AlternateBase, "window"),
        (role.Text, "text"),
        (role.Button, "surface"),
        (role.ButtonText, "text"),
        (role.BrightText, "danger"),
        (role.ToolTipBase, "text"),
        (role.ToolTipText, "window"),
        (role.PlaceholderText, "muted"),
        (role.Highlight, "accent"),
        (role.HighlightedText, "on_accent"),
        (role.Accent, "accent"),
        (role.Link, "info"),
        (role.LinkVisited, "info"),
        (role.Light, "surface"),
        (role.Midlight, "line"),
        (role.Mid, "line"),
        (role.Dark, "muted"),
        (role.Shadow, "muted"),
    ):
        made.setColor(where, tokens.of(name))
    for where in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, where, QColor(tokens.muted))
    return made
