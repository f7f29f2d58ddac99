"""The generic table: short lists and key-set pages, places kept over a refresh, an empty table that says what to do."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QHeaderView, QStyleOptionViewItem
from tests.kit.conftest import Told

from qualitydesk.basics.errors import Refused
from qualitydesk.kit.cells import end_of
from qualitydesk.kit.dates import day_words
from qualitydesk.kit.look import Look
from qualitydesk.kit.operations import Operations
from qualitydesk.kit.table import Table, fitted
from qualitydesk.kit.table_model import Align, Column, PagedModel, TableModel
from qualitydesk.kit.theme import LIGHT, ROW, SIZES
from qualitydesk.kit.tools import Tools


@dataclass(frozen=True)
class Person:
    id: int
    name: str
    since: date | None
    fine: int = 0


PEOPLE = (
    Person(1, "王小明", date(2026, 3, 1), 80),
    Person(2, "张𬱖", None),
    Person(3, "李晓", date(2025, 12, 31), 20),
)
COLUMNS = (
    Column("姓名", lambda person: person.name, sort="name", stretch=True),
    Column("入职", lambda person: person.since, text=day_words, align="right", sort="since"),
    Column("罚款", lambda person: person.fine, align="right", tone=lambda person: "danger" if person.fine > 50 else ""),
)


def names(model: TableModel | PagedModel) -> list[str]:
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def test_a_list_passes_qts_own_model_test(qtmodeltester: object) -> None:
    model = TableModel(COLUMNS)
    model.show_rows(PEOPLE)
    qtmodeltester.check(model)


def test_a_list_sorts_by_value_and_keeps_nothing_last(look: Look) -> None:
    model = TableModel(COLUMNS)
    model.show_rows(PEOPLE)
    model.sort(1, Qt.SortOrder.AscendingOrder)
    assert names(model) == ["李晓", "王小明", "张𬱖"]
    model.sort(1, Qt.SortOrder.DescendingOrder)
    assert names(model) == ["王小明", "李晓", "张𬱖"]
    model.show_rows(PEOPLE[1:])
    assert names(model) == ["李晓", "张𬱖"]
    model.sort(2)  # not declared as sortable
    assert names(model) == ["张𬱖", "李晓"]


def test_cells_carry_words_side_tone_and_a_name_for_the_blind(look: Look) -> None:
    model = TableModel(COLUMNS)
    model.show_rows(PEOPLE)
    fine = model.index(0, 2)
    assert fine.data() == "80"
    assert fine.data(Qt.ItemDataRole.ForegroundRole).name() == LIGHT.danger.lower()
    assert fine.data(Qt.ItemDataRole.TextAlignmentRole) & Qt.AlignmentFlag.AlignRight
    assert fine.data(Qt.ItemDataRole.AccessibleTextRole) == "罚款: 80"
    assert model.index(2, 2).data(Qt.ItemDataRole.ForegroundRole) is None
    assert model.index(1, 1).data() == ""
    assert model.row_at(fine) is PEOPLE[0]
    assert model.headerData(2, Qt.Orientation.Horizontal) == "罚款"


class Store:
    """A query over many rows, as a service would offer it."""

    def __init__(self, count: int) -> None:
        self.rows = [Person(at, f"{at:05}", date(2026, 1, 1) + timedelta(days=at)) for at in range(count)]
        self.asked: list[tuple[object, int, str, bool]] = []

    def page(self, after: Person | None, limit: int, sort: str, descending: bool) -> Sequence[Person]:
        self.asked.append((after and after.id, limit, sort, descending))
        rows = sorted(self.rows, key=lambda person: person.id, reverse=descending)
        start = 0 if after is None else next(at for at, row in enumerate(rows) if row.id == after.id) + 1
        return rows[start : start + limit]


def paged(operations: Operations, store: Store, qtbot: object) -> PagedModel:
    model = PagedModel(COLUMNS, operations, store.page, sort="name", page=40)
    assert not model.settled and not model.canFetchMore(QModelIndex())
    with qtbot.waitSignal(model.loaded):
        model.reload()
    return model


def test_pages_follow_each_other_by_key_and_end(operations: Operations, qtbot: object, qtmodeltester: object) -> None:
    store = Store(90)
    model = paged(operations, store, qtbot)
    assert model.rowCount() == 40
    while model.canFetchMore(QModelIndex()):
        with qtbot.waitSignal(model.loaded):
            model.fetchMore(QModelIndex())
    assert names(model) == [f"{at:05}" for at in range(90)]
    assert [asked[0] for asked in store.asked] == [None, 39, 79]
    qtmodeltester.check(model)


def test_sorting_asks_the_query_and_starts_anew(operations: Operations, qtbot: object) -> None:
    store = Store(90)
    model = paged(operations, store, qtbot)
    with qtbot.waitSignal(model.loaded):
        model.sort(0, Qt.SortOrder.DescendingOrder)
    assert store.asked[-1] == (None, 40, "name", True)
    assert names(model)[0] == "00089"


def test_another_filter_replaces_what_is_shown(operations: Operations, qtbot: object) -> None:
    model = paged(operations, Store(90), qtbot)
    with qtbot.waitSignal(model.loaded):
        model.use(Store(3).page)
    assert model.rowCount() == 3 and not model.canFetchMore(QModelIndex())


def test_a_failed_page_is_told_and_the_model_rests(operations: Operations, told: Told, qtbot: object) -> None:
    def page(*_: object) -> Sequence[Person]:
        raise Refused("database_unreachable")

    model = PagedModel(COLUMNS, operations, page)
    model.reload()
    qtbot.waitUntil(lambda: len(told.refusals) == 1)
    assert model.rowCount() == 0 and not model.canFetchMore(QModelIndex())


@pytest.fixture
def shown(qtbot: object, look: Look, tools: Tools) -> tuple[TableModel, Table]:
    model = TableModel(COLUMNS)
    table = Table(model, name="人员", empty="还没有人员。请先新增一位。", tools=tools, remember="people")
    qtbot.addWidget(table)
    table.resize(700, 300)
    table.show()
    return model, table


def test_an_empty_table_says_what_to_do_first(shown: tuple[TableModel, Table]) -> None:
    model, table = shown
    assert table.empty_words() == "还没有人员。请先新增一位。"
    model.show_rows(PEOPLE)
    assert table.empty_words() == ""


def test_rows_have_one_height_and_are_never_measured(shown: tuple[TableModel, Table]) -> None:
    model, table = shown
    model.show_rows(PEOPLE)
    assert ROW <= table.rowHeight(0) <= ROW + 2, "one line stands as in every table"
    assert table.verticalHeader().sectionResizeMode(0) == QHeaderView.ResizeMode.Fixed


def test_enter_opens_the_row_under_the_cursor(shown: tuple[TableModel, Table], qtbot: object) -> None:
    model, table = shown
    model.show_rows(PEOPLE)
    opened: list[object] = []
    table.opened.connect(opened.append)
    table.select_key(3)
    qtbot.keyClick(table, Qt.Key.Key_Return)
    assert opened == [PEOPLE[2]]


def test_a_refresh_keeps_the_row_and_tells_its_new_value(shown: tuple[TableModel, Table]) -> None:
    model, table = shown
    model.show_rows(PEOPLE)
    picked: list[object] = []
    table.picked.connect(picked.append)
    assert table.select_key(3)
    changed = Person(3, "李晓月", date(2025, 12, 31))
    model.show_rows((changed, PEOPLE[0]))
    assert table.current_row() is changed
    assert picked == [PEOPLE[2], changed]
    model.show_rows(PEOPLE[:1])
    assert table.current_row() is None and picked[-1] is None
    assert not table.select_key(99)


def test_only_declared_columns_sort_by_their_header(shown: tuple[TableModel, Table]) -> None:
    model, table = shown
    model.show_rows(PEOPLE)
    header = table.horizontalHeader()
    header.sectionClicked.emit(2)
    assert names(model) == ["王小明", "张𬱖", "李晓"] and not header.isSortIndicatorShown()
    header.sectionClicked.emit(1)
    assert names(model)[0] == "李晓"
    header.sectionClicked.emit(1)
    assert names(model)[0] == "王小明" and header.sortIndicatorSection() == 1


def test_column_widths_are_remembered(shown: tuple[TableModel, Table], tools: Tools, qtbot: object) -> None:
    _model, table = shown
    table.horizontalHeader().resizeSection(1, 177)
    tools.places.flush()
    again = Table(TableModel(COLUMNS), name="人员", empty="", tools=tools, remember="people")
    qtbot.addWidget(again)
    assert again.columnWidth(1) == 177
    other = Table(TableModel(COLUMNS[:2]), name="人员", empty="", tools=tools, remember="people")
    qtbot.addWidget(other)
    assert other.columnWidth(1) != 177  # other columns: the widths would be those of something else


def test_words_give_way_before_the_table_scrolls_sideways() -> None:
    assert fitted([100, 200, 80], [50, 72, 80], 400) == [100, 200, 80]
    assert fitted([100, 200, 80], [50, 72, 80], 300) == [100, 120, 80]  # the widest first
    assert fitted([100, 200, 80], [50, 72, 80], 261) == [90, 90, 80]
    assert fitted([100, 200, 80], [100, 72, 80], 200) == [100, 72, 80]


def test_what_is_cut_at_its_beginning_keeps_whole_words() -> None:
    def cut(text: str, room: int) -> str:
        return end_of(text, lambda words: len(words) <= room)

    assert cut("Beijing Clear Spring", 20) == "Beijing Clear Spring"
    assert cut("Beijing Clear Spring", 14) == "…Clear Spring"
    assert cut("Cashier · 欧阳海涛", 8) == "…欧阳海涛"  # no sign that stood between two words
    assert cut("安和北京清泉门诊部", 5) == "安和北京清泉门诊部"  # no words: the view cuts it by signs


def test_the_last_columns_stay_in_sight_in_a_narrow_window(look: Look, tools: Tools, qtbot: object) -> None:
    def column(title: str, width: int, align: Align = "left", *, stretch: bool = False) -> Column:
        return Column(title, lambda person: person.name, align=align, width=width, stretch=stretch)

    model = TableModel(
        (column("姓名", 240), column("机构", 160, stretch=True), column("轮次", 240), column("金额", 96, "right"))
    )
    model.show_rows(PEOPLE)
    table = Table(model, name="人员", empty="", tools=tools, remember="narrow")
    qtbot.addWidget(table)
    table.resize(500, 300)
    table.show()
    header = table.horizontalHeader()
    assert header.length() <= table.viewport().width()
    assert table.sizeHintForColumn(3) <= table.columnWidth(3) and table.columnWidth(0) < 240
    table.resize(900, 300)
    assert [table.columnWidth(0), table.columnWidth(2)] == [240, 240]  # as it was chosen, now that there is room
    table.resize(200, 300)
    table.horizontalScrollBar().setValue(table.horizontalScrollBar().maximum())
    right = header.sectionViewportPosition(3) + header.sectionSize(3)
    assert header.length() > 200 and right <= table.viewport().width()


def test_no_words_are_cut_while_another_column_has_room_to_spare(look: Look, tools: Tools, qtbot: object) -> None:
    long = "超出权限的请示后再答复，不擅自许诺"
    model = TableModel(
        (
            Column("姓名", lambda person: person.name, stretch=True),
            Column("备注", lambda person: long if person.id == 2 else "", width=72),
            Column("由谁作出的决定", lambda person: "", width=48),
        )
    )
    table = Table(model, name="人员", empty="", tools=tools, remember="ample")
    qtbot.addWidget(table)
    table.resize(900, 300)
    table.show()
    assert table.columnWidth(1) == 72, "an empty list stands as it was declared"
    model.show_rows(PEOPLE)
    assert table.columnWidth(1) >= table.sizeHintForColumn(1)
    assert table.columnWidth(2) >= table.horizontalHeader().sectionSizeHint(2)
    assert table.horizontalHeader().length() <= table.viewport().width()
    table.resize(sum(table._full()) + 4, 300)
    assert all(table.columnWidth(at) >= table.sizeHintForColumn(at) for at in range(3)), "spare room goes first"
    table.resize(900, 300)
    table.horizontalHeader().resizeSection(1, 100)
    model.show_rows(PEOPLE)
    assert table.columnWidth(1) == 100, "what the user chose stays"


def test_headings_stay_whole_while_words_can_give_way(look: Look, tools: Tools, qtbot: object) -> None:
    long = "超出权限的请示后再答复，不擅自许诺"
    heads = ("Number", "Department asked", "Employees named")
    model = TableModel(tuple(Column(head, lambda _person: long, width=240) for head in heads))
    model.show_rows(PEOPLE)
    table = Table(model, name="People", empty="", tools=tools, remember="heads")
    qtbot.addWidget(table)
    table.show()
    header = table.horizontalHeader()
    whole = [header.sectionSizeHint(at) for at in range(3)]
    table.resize(table.sizeHintForColumn(0) + whole[1] + whole[2] + 8, 300)
    assert header.length() <= table.viewport().width(), "nothing is scrolled sideways"
    assert all(table.columnWidth(at) >= whole[at] for at in range(3))


def test_a_declared_width_never_cuts_its_heading(look: Look, tools: Tools, qtbot: object) -> None:
    heads = ("Days since the last offence", "That day", "Name")
    model = TableModel(tuple(Column(head, lambda person: person.name, width=40, align="right") for head in heads))
    table = Table(model, name="People", empty="Nobody yet.", tools=tools, remember="declared")
    qtbot.addWidget(table)
    table.resize(700, 300)
    table.show()
    need = [table.fontMetrics().horizontalAdvance(head) * SIZES.caption / SIZES.body for head in heads]
    assert all(table.columnWidth(at) >= need[at] for at in range(3)), "while it is empty"
    model.show_rows(PEOPLE)
    table.resize(360, 300)
    assert all(table.columnWidth(at) >= need[at] for at in range(3)), "and while rows have to give way"


def test_a_list_that_gets_the_focus_has_its_cursor_on_a_row(shown: tuple[TableModel, Table], qtbot: object) -> None:
    model, table = shown
    opened: list[object] = []
    table.opened.connect(opened.append)
    table.activateWindow()
    table.setFocus()
    model.show_rows(PEOPLE)
    qtbot.keyClick(table, Qt.Key.Key_Return)
    assert opened == [PEOPLE[0]]


def test_a_history_has_rows_as_high_as_their_words(look: Look, tools: Tools, qtbot: object) -> None:
    said = Column("说明", lambda person: person.name, stretch=True)
    model = TableModel((Column("号", lambda person: person.id, width=48), said))
    table = Table(model, name="办理记录", empty="", wrap=True)
    qtbot.addWidget(table)
    table.resize(320, 400)
    table.show()
    model.show_rows((Person(1, "短", None), Person(2, "已重新盘点，缺货药品当日下架，" * 6, None)))
    qtbot.waitUntil(lambda: table.rowHeight(1) > 3 * table.fontMetrics().height())
    assert ROW <= table.rowHeight(0) <= ROW + 2, "one line stands as in every table"
    table.resize(900, 400)
    qtbot.waitUntil(lambda: table.rowHeight(1) < 4 * table.fontMetrics().height())


def test_a_table_in_a_column_is_as_high_as_its_rows_within_bounds(look: Look, tools: Tools, qtbot: object) -> None:
    model = TableModel(COLUMNS)
    table = Table(model, name="事项", empty="")
    qtbot.addWidget(table)
    heights = []
    for rows in ((), PEOPLE[:2], PEOPLE):
        model.show_rows(rows)
        table.keep_high(1, 2)
        heights.append(table.height())
    assert heights[1] - heights[0] == ROW
    assert heights[2] == heights[1]


def test_names_that_begin_alike_are_cut_at_their_beginning(look: Look, tools: Tools, qtbot: object) -> None:
    model = TableModel((Column("机构", lambda person: person.name, elide="left"), COLUMNS[0]))
    table = Table(model, name="案件", empty="")
    qtbot.addWidget(table)
    model.show_rows(PEOPLE)
    sides = []
    for place in (0, 1):
        option = QStyleOptionViewItem()
        option.textElideMode = table.textElideMode()
        table.itemDelegateForIndex(model.index(0, place)).initStyleOption(option, model.index(0, place))
        sides.append(option.textElideMode)
    assert sides == [Qt.TextElideMode.ElideLeft, Qt.TextElideMode.ElideRight]
