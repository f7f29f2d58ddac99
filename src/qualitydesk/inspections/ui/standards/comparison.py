"""How two editions of a pack differ, as rows of a table with old and new value, the long ones in full below."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from qualitydesk.basics.phrases import say
from qualitydesk.inspections.model import Limit, Pack
from qualitydesk.inspections.model.editions import Comparison, Course, FieldChange
from qualitydesk.inspections.rules.pack_format.columns import cell_of, head_words
from qualitydesk.inspections.ui.words import limit_words
from qualitydesk.kit.pieces import hbox, label, panel, vbox
from qualitydesk.kit.table import Table
from qualitydesk.kit.table_model import Column, TableModel
from qualitydesk.kit.theme import EDGE, GRID
from qualitydesk.kit.tools import Tools

_COLUMNS = {"kind": "kind", "pass_mark": "pass_mark"}
_TONES = {Course.ADDED: "good", Course.REMOVED: "danger", Course.CHANGED: ""}


@dataclass(frozen=True)
class Line:
    """One difference in words."""

    key: tuple[str, str]
    what: str
    course: Course
    field: str = ""
    before: str = ""
    after: str = ""


def lines_of(comparison: Comparison, posts: Mapping[str, str], language: str) -> list[Line]:
    """Every difference: the pack's own facts first, then item by item."""
    pack = QCoreApplication.translate("Standards", "The pack")
    found = [_line(("", change.field), pack, change, posts, language, of_pack=True) for change in comparison.facts]
    for item in comparison.items:
        title = f"{item.item.code} {item.item.title.get(language, '')}"
        if item.course is Course.CHANGED:
            found += [_line((item.item.code, change.field), title, change, posts, language) for change in item.fields]
        else:
            found.append(Line((item.item.code, ""), title, item.course))
    if comparison.moved:
        order = QCoreApplication.translate("Standards", "The order of walking")
        found.append(Line(("", "order"), order, Course.CHANGED))
    return found


def course_words(course: Course) -> str:
    if course is Course.ADDED:
        return QCoreApplication.translate("Standards", "Added")
    if course is Course.REMOVED:
        return QCoreApplication.translate("Standards", "Retired")
    return QCoreApplication.translate("Standards", "Changed")


def summary(comparison: Comparison) -> str:
    """How many items were added, changed, retired."""
    if comparison.same:
        return QCoreApplication.translate("Standards", "Nothing changed.")
    counted = {course: sum(one.course is course for one in comparison.items) for course in Course}
    words = QCoreApplication.translate(
        "Standards", "Items added: {added} · changed: {changed} · retired: {removed}"
    ).format(added=counted[Course.ADDED], changed=counted[Course.CHANGED], removed=counted[Course.REMOVED])
    if comparison.facts:
        words += " · " + QCoreApplication.translate("Standards", "facts of the pack changed: {count}").format(
            count=len(comparison.facts)
        )
    if comparison.moved:
        words += " · " + QCoreApplication.translate("Standards", "the order changed")
    return words


def _line(
    key: tuple[str, str],
    what: str,
    change: FieldChange,
    posts: Mapping[str, str],
    language: str,
    *,
    of_pack: bool = False,
) -> Line:
    return Line(
        key,
        what,
        Course.CHANGED,
        _field_words(change.field, language, of_pack),
        _value_words(change.field, change.before, posts, language, of_pack),
        _value_words(change.field, change.after, posts, language, of_pack),
    )


def _field_words(field: str, language: str, of_pack: bool) -> str:
    if field.startswith("sections."):
        return head_words(f"section_{field.rpartition('.')[2]}", language)
    if field == "limit":
        return QCoreApplication.translate("Standards", "Limit")
    if field == "kind" and of_pack:
        return head_words("pack_kind", language)
    return head_words(field.replace(".", "_"), language)


def _value_words(field: str, value: object, posts: Mapping[str, str], language: str, of_pack: bool) -> str:
    if value is None:
        return "–"
    if field == "limit" and isinstance(value, dict):
        return limit_words(Limit(value.get("low"), value.get("high"), str(value.get("unit", ""))), language)
    column = "pack_kind" if field == "kind" and of_pack else field.replace(".", "_")
    shown = cell_of(column, value, language, posts)
    if isinstance(value, bool):
        return say(language, "pack_word.yes" if value else "pack_word.no")
    return "–" if shown is None else f"{shown}%" if column == "pass_mark" else str(shown)


class ComparisonView(QWidget):
    """A summary, the table of differences, and old and new value of the chosen one in full."""

    def __init__(self, tools: Tools, posts: Mapping[str, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tools, self._posts = tools, posts
        self.told = label("", wrap=True)
        self.rows = TableModel(self._columns(), key=lambda line: line.key, parent=self)
        self.table = Table(self.rows, name=self.tr("Differences"), empty=self.tr("Nothing changed."))
        self._before = label("", wrap=True, selectable=True)
        self._after = label("", wrap=True, selectable=True)
        both = hbox(self._ground(self.tr("Before"), self._before), self._ground(self.tr("Now"), self._after), gap=EDGE)
        both.setStretch(0, 1)
        both.setStretch(1, 1)
        column = vbox(self.told, self.table, both)
        column.setStretch(1, 1)
        self.setLayout(column)
        self.table.picked.connect(self._show_line)

    def show_comparison(self, comparison: Comparison, before: Pack | None = None) -> None:
        """These differences; a wholly new pack has none."""
        self.told.setText(summary(comparison))
        self.rows.show_rows(lines_of(comparison, self._posts, self._tools.language))
        self.table.selectRow(0)
        self._show_line(self.table.current_row())

    def say_instead(self, words: str) -> None:
        """A sentence in place of differences."""
        self.told.setText(words)
        self.rows.show_rows(())
        self.table.say_empty(words)
        self._show_line(None)

    def _ground(self, title: str, words: QWidget) -> QWidget:
        ground = panel()
        inside = vbox(label(title, "caption"), words, None, gap=GRID // 2)
        inside.setContentsMargins(EDGE, GRID, EDGE, GRID)
        ground.setLayout(inside)
        ground.setMinimumHeight(10 * GRID)
        return ground

    def _columns(self) -> Sequence[Column]:
        return (
            Column(self.tr("Item"), lambda line: line.what, width=240),
            Column(
                self.tr("What"),
                lambda line: course_words(line.course),
                tone=lambda line: _TONES[line.course],
                width=80,
            ),
            Column(self.tr("Field"), lambda line: line.field, width=128),
            Column(self.tr("Before"), lambda line: line.before, stretch=True),
            Column(self.tr("Now"), lambda line: line.after, stretch=True),
        )

    def _show_line(self, line: object) -> None:
        self._before.setText(line.before if isinstance(line, Line) else "")
        self._after.setText(line.after if isinstance(line, Line) else "")
