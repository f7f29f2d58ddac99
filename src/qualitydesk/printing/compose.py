"""Elements of a form, with values, become blocks. One function an element; what they share is in `Setting`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import accumulate
from typing import Any

from qualitydesk.basics.phrases import say
from qualitydesk.printing import form as f
from qualitydesk.printing.blocks import Cell, Gap, Item, Line, Row, Ruled, Squares, Ticks, space
from qualitydesk.printing.figures import empty_box, matrix, pictures
from qualitydesk.printing.page import INK, LABEL_FILL, LINE, MUTED, TONES
from qualitydesk.printing.parts import Scope, fitted, pads, plain_row, rows_of
from qualitydesk.printing.plots import chart
from qualitydesk.printing.qr import dark_runs
from qualitydesk.printing.setting import MM, Setting

_SHORT = 4  # characters of a Chinese column head that stay on one line
_CLEAR = 0.5  # points beside the widest word of a head, so that rounding does not break it


def compose(body: Sequence[f.Element], scope: Scope, setting: Setting) -> list[Row]:
    """The blocks of `body`, top to bottom."""
    blocks: list[Row] = []
    for element in body:
        if element.show_if is None or element.show_if.holds(scope):
            blocks.extend(_MAKERS[type(element)](element, scope, setting))
    return blocks


def _letterhead(element: f.Letterhead, scope: Scope, setting: Setting) -> list[Row]:
    width = setting.sheet.inner
    left, right = 0.0, width
    cells: list[Cell] = []
    logo = scope.get(element.logo) if element.logo else None
    if logo and logo in setting.images:
        high = 14 * MM * setting.scale
        picture = fitted(logo, 40 * MM, high, setting)
        cells.append(Cell(0, picture.wide, [picture], middle=True))
        left = picture.wide + 4 * MM
    code = setting.say(element.qr, scope).strip()
    if code:
        side = 17 * MM * (0.9 if setting.scale < 1 else 1)
        under = setting.lines(
            setting.say(element.qr_caption, scope), 46 * MM, 6.5 * setting.scale, color=MUTED, align="right"
        )
        right = width - max(side, *[line.wide for line in under if isinstance(line, Line)], 0) - 3 * MM
        cells.append(Cell(right, width - right, [Squares(dark_runs(code), side, "right"), Gap(2), *under]))
    names = [*setting.lines(setting.say(element.name, scope), right - left, 14 * setting.scale, bold=True)]
    names += setting.lines(setting.say(element.line, scope), right - left, setting.body, color=MUTED)
    names += setting.lines(setting.say(element.contact, scope), right - left, 7.5 * setting.scale, color=MUTED)
    cells.append(Cell(left, right - left, names, middle=True))
    rule = Row([Cell(0, width, [Gap(3), Ruled(1.5, INK, 1.1)])], lined=False, glue=True)
    return [Row(cells, lined=False, glue=True), rule, space(4 * setting.scale)]


def _title(element: f.Title, scope: Scope, setting: Setting) -> list[Row]:
    width = setting.sheet.inner
    items = [*setting.lines(setting.say(element.text, scope), width, 18 * setting.scale, bold=True, align="center")]
    items += setting.lines(setting.say(element.below, scope), width, setting.small, color=MUTED, align="center")
    return [plain_row([Gap(3), *items, Gap(6)], setting, glue=True)]


def _heading(element: f.Heading, scope: Scope, setting: Setting) -> list[Row]:
    lines = setting.lines(setting.say(element.text, scope), setting.sheet.inner, 11 * setting.scale, bold=True)
    row = plain_row([*lines, Gap(2 * setting.scale)], setting, glue=True)
    row.mark = _mark(element.bookmark, 1, scope, setting)
    return [space(7 * setting.scale, glue=True), row]


def _mark(bookmark: f.Text | None, rank: int, scope: Scope, setting: Setting) -> tuple[str, int] | None:
    words = setting.say(bookmark, scope).replace("\n", " ").strip()
    return (words, rank) if words else None


def _flow(element: f.Flow, scope: Scope, setting: Setting) -> list[Row]:
    look = element.look
    size = setting.small if look == "small" else setting.body
    color = MUTED if look in ("muted", "small") else INK
    lines = setting.lines(setting.say(element.text, scope), setting.sheet.inner, size, look == "bold", color)
    return [plain_row(lines, setting, loose=True), space(2 * setting.scale)] if lines else []


def _grid(element: f.Grid, scope: Scope, setting: Setting) -> list[Row]:
    shown = [cell for cell in element.cells if cell.show_if is None or cell.show_if.holds(scope)]
    blocks: list[Row] = []
    taken: list[f.GridCell] = []
    for cell in shown:
        if sum(one.span for one in taken) + cell.span > element.columns:
            blocks.append(_grid_row(element, taken, scope, setting))
            taken = []
        taken.append(cell)
    if taken:
        blocks.append(_grid_row(element, taken, scope, setting))
    return [*blocks, space(3 * setting.scale)]


def _grid_row(element: f.Grid, cells: list[f.GridCell], scope: Scope, setting: Setting) -> Row:
    step = setting.sheet.inner / element.columns
    label_width = min(element.label_width * MM * setting.scale, step * 0.5)
    pad, pad_y = pads(setting)
    made: list[Cell] = []
    x = 0.0
    for index, cell in enumerate(cells):
        end = setting.sheet.inner if index + 1 == len(cells) else x + step * cell.span
        label = setting.say(cell.label, scope)
        if label:
            lines = setting.lines(label, label_width - 2 * pad, setting.small, color=MUTED)
            made.append(Cell(x, label_width, lines, pad, pad_y, LABEL_FILL, middle=True))
            x += label_width
        room = end - x - 2 * pad
        items = [*setting.lines(setting.say(cell.value, scope), room, bold=cell.bold)]
        if cell.check is not None:
            ticked = bool(scope.get(cell.check))
            height = setting.body * setting.leading
            items.insert(0, Ticks(((ticked, "", 0.0),), height, setting.body))
        made.append(Cell(x, end - x, items or [Gap(setting.body * setting.leading)], pad, pad_y, middle=True))
        x = end
    return Row(made)


def _table(element: f.Table, scope: Scope, setting: Setting) -> list[Row]:
    rows = rows_of(scope, element.over)
    pad, pad_y = pads(setting)
    inner = setting.sheet.inner
    places = _places(element, scope, setting)
    if not rows:
        if element.empty is None:
            return []
        lines = setting.lines(setting.say(element.empty, scope), inner - 2 * pad, color=MUTED)
        return [Row([Cell(0, inner, lines, pad, pad_y)])]
    head = Row(
        [
            Cell(
                at,
                wide,
                setting.lines(setting.say(column.title, scope), wide - 2 * pad, setting.small, True, INK, column.align),
                pad,
                pad_y,
                LABEL_FILL,
                middle=True,
            )
            for column, (at, wide) in zip(element.columns, places, strict=True)
        ],
        glue=True,
    )
    blocks = [head]
    for row in rows:
        blocks += _table_row(element, places, row, head, setting)
    if element.total is not None:
        blocks[-1].glue = True
        blocks.append(_total(element, places[-1], scope, head, setting))
    return [*blocks, space(3 * setting.scale)]


def _places(element: f.Table, scope: Scope, setting: Setting) -> list[tuple[float, float]]:
    """(x, width) of each column: by its share, but wide enough for the words of its head where others can spare it."""
    inner, pad = setting.sheet.inner, pads(setting)[0]
    share = inner / sum(column.width for column in element.columns)
    wide = [column.width * share for column in element.columns]
    least = [
        max((setting.wide(word, setting.small, True) for word in _whole(setting.say(column.title, scope))), default=0)
        + 2 * pad
        + _CLEAR
        for column in element.columns
    ]
    lacking = sum(max(0.0, need - have) for need, have in zip(least, wide, strict=True))
    spare = sum(max(0.0, have - need) for need, have in zip(least, wide, strict=True))
    if 0 < lacking <= spare:
        wide = [
            need if have < need else have - (have - need) * lacking / spare
            for need, have in zip(least, wide, strict=True)
        ]
    return list(zip(accumulate(wide[:-1], initial=0.0), wide, strict=True))


def _whole(title: str) -> list[str]:
    """What of a column's head is not to be broken: words between spaces, and short heads without any."""
    return [word for word in title.split() if len(word) <= _SHORT or word.isascii()]


def _table_row(
    element: f.Table, places: list[tuple[float, float]], row: Scope, head: Row, setting: Setting
) -> list[Row]:
    """One row; a text that would be lost in a column stands under it across the whole table."""
    pad, pad_y = pads(setting)
    color, ground = TONES.get(str(row.get(element.tone)), (INK, "")) if element.tone else (INK, "")
    cells: list[Cell] = []
    for column, (x, width) in zip(element.columns, places, strict=True):
        bold, room = column.bold, width - 2 * pad
        lead = setting.lines(setting.say(column.lead, row), room, 0, True, color, column.align)
        value = setting.say(column.value, row)
        items = lead + setting.lines(value, room, 0, bold, color if bold else INK, column.align)
        if column.check is not None:
            tick = Ticks(
                ((bool(row.get(column.check)), "", 0.0),), setting.body * setting.leading, setting.body, column.align
            )
            items = [tick, *items]
        if column.box is not None and row.get(column.box):
            items = [empty_box(setting, column.align), *items]
        cells.append(Cell(x, width, items, pad, pad_y, ground))
    under = setting.lines(setting.say(element.under, row), setting.sheet.inner - 2 * pad)
    if not under:
        return [Row(cells, head=head)]
    below = Row([Cell(0, setting.sheet.inner, under, pad, pad_y, ground)], head=head, loose=True)
    return [Row(cells, head=head, glue=True), below]


def _total(element: f.Table, last: tuple[float, float], scope: Scope, head: Row, setting: Setting) -> Row:
    pad, pad_y = pads(setting)
    x, width = last
    label = setting.lines(setting.say(element.total_label, scope), x - 2 * pad, bold=True, align="right")
    total = setting.say(element.total, scope)
    amount = setting.lines(total, width - 2 * pad, bold=True, align=element.columns[-1].align)
    return Row([Cell(0, x, label, pad, pad_y), Cell(x, width, amount, pad, pad_y)], head=head)


def _listing(element: f.Listing, scope: Scope, setting: Setting) -> list[Row]:
    blocks: list[Row] = []
    numbered = element.marker == "number"
    indent = {"number": 16, "bullet": 10, "none": 0}[element.marker] * setting.scale
    for row in rows_of(scope, element.over):
        mark = f"{row['row']}." if numbered else "·" if element.marker == "bullet" else ""
        lines = setting.lines(setting.say(element.text, row), setting.sheet.inner - indent)
        own: list[Item] = [
            replace(line, indent=indent, mark=mark if not index else "")
            for index, line in enumerate(lines)
            if isinstance(line, Line)
        ]
        blocks.append(plain_row([*own, Gap(1.2 * setting.scale)], setting, loose=True))
    return blocks


def _box(element: f.Box, scope: Scope, setting: Setting) -> list[Row]:
    pad, pad_y = 6 * setting.scale, 4 * setting.scale
    width = setting.sheet.inner - 2 * pad
    items: list[Item] = [*setting.lines(setting.say(element.title, scope), width, bold=True)]
    items += setting.lines(setting.say(element.text, scope), width)
    if element.checks:
        items += _checks(element.checks, width, scope, setting)
    items += [Ruled(8 * MM * setting.scale)] * element.lines
    if element.lines:
        items.append(Gap(2.2 * MM))
    return [space(3 * setting.scale, glue=True), Row([Cell(0, setting.sheet.inner, items, pad, pad_y)]), space(2)]


def _checks(checks: Iterable[f.Check], width: float, scope: Scope, setting: Setting) -> list[Item]:
    found: list[Item] = []
    marks: list[tuple[bool, str, float]] = []
    used = 0.0
    height = setting.body * setting.leading * 1.1
    for check in checks:
        label = setting.say(check.label, scope)
        wide = setting.wide(label, setting.body)
        step = wide + setting.body * 3.05
        if marks and used + step > width:
            found.append(Ticks(tuple(marks), height, setting.body))
            marks, used = [], 0.0
        marks.append((bool(check.ticked and scope.get(check.ticked)), label, wide))
        used += step
    return [*found, Ticks(tuple(marks), height, setting.body)]


def _result(element: f.Result, scope: Scope, setting: Setting) -> list[Row]:
    inner, pad = setting.sheet.inner, 8 * setting.scale
    color, ground = TONES.get(str(scope.get(element.tone)), (INK, LABEL_FILL)) if element.tone else (INK, LABEL_FILL)
    left = inner * 0.32
    big = [*setting.lines(setting.say(element.main, scope), left - 2 * pad, 26 * setting.scale, True, color, "center")]
    big += setting.lines(setting.say(element.verdict, scope), left - 2 * pad, 13 * setting.scale, True, color, "center")
    side: list[Item] = []
    for number, line in enumerate(element.lines):
        words = setting.lines(setting.say(line, scope), inner - left - 2 * pad, bold=number == 0)
        side += [*words, Gap(1.5)] if words else []
    pad_y = 6 * setting.scale
    cells = [
        Cell(0, left, big, pad, pad_y, ground, middle=True),
        Cell(left, inner - left, side, pad, pad_y, middle=True),
    ]
    return [space(3 * setting.scale, glue=True), Row(cells), space(2)]


def _signatures(element: f.Signatures, scope: Scope, setting: Setting) -> list[Row]:
    signers: list[tuple[f.Signer, Scope]] = []
    for signer in element.signers:
        if signer.show_if is None or signer.show_if.holds(scope):
            rows = rows_of(scope, signer.over) if signer.over else [scope]
            signers.extend((signer, row) for row in rows)
    per_row = min(element.per_row, 2) if setting.scale < 1 else element.per_row
    blocks: list[Row] = [space(3 * setting.scale, glue=True)]
    gutter = 6 * MM * setting.scale
    wide = (setting.sheet.inner - gutter * (per_row - 1)) / per_row
    for first in range(0, len(signers), per_row):
        if first:
            blocks.append(space(4 * setting.scale, glue=True))
        part = signers[first : first + per_row]
        cells = [
            Cell(index * (wide + gutter), wide, _signature(signer, row, wide, setting))
            for index, (signer, row) in enumerate(part)
        ]
        blocks.append(Row(cells, lined=False))
    return blocks


def _signature(signer: f.Signer, scope: Scope, width: float, setting: Setting) -> list[Item]:
    items: list[Item] = [*setting.lines(setting.say(signer.label, scope), width, setting.small, color=MUTED)]
    items += [Ruled(8.5 * MM * setting.scale, LINE, 0.7), Gap(1.5)]
    name = setting.say(signer.name, scope)
    day = setting.say(signer.day, scope) or say(setting.language, "printing.day_to_write")
    names = setting.lines(name, width, setting.small)
    days = setting.lines(day, width, setting.small, color=MUTED, align="right")
    if len(names) == 1 and setting.wide(name, setting.small) + setting.wide(day, setting.small) + 8 <= width:
        items.append(_Beside(names[0], days[0]))
    else:
        items += [*names, *days]
    return [*items, Gap(4 * setting.scale)]


class _Beside:
    """Two lines at one height: a name at the left, a date at the right."""

    def __init__(self, left: Item, right: Item) -> None:
        self.left, self.right = left, right
        self.height = max(left.height, right.height)

    def put(self, page: Any, x: float, y: float, width: float) -> None:
        self.left.put(page, x, y, width)
        self.right.put(page, x, y, width)


def _qr(element: f.Qr, scope: Scope, setting: Setting) -> list[Row]:
    items: list[Item] = [Squares(dark_runs(setting.say(element.text, scope)), element.size * MM), Gap(2)]
    items += setting.lines(setting.say(element.caption, scope), setting.sheet.inner, 7, color=MUTED)
    return [space(3), plain_row(items, setting)]


def _appendix(element: f.Appendix, scope: Scope, setting: Setting) -> list[Row]:
    title = setting.lines(setting.say(element.title, scope), setting.sheet.inner, 13 * setting.scale, bold=True)
    row = plain_row([*title, Gap(3)], setting, glue=True)
    row.new_page = True
    row.mark = _mark(element.bookmark, 0, scope, setting)
    return [row]


def _contents(element: f.Contents, scope: Scope, setting: Setting) -> list[Row]:
    """A line for each part: its title, dots, and its page at the right."""
    if not setting.contents:
        return []
    wide, dot = setting.wide("0000", setting.body), setting.wide(" .", setting.body)
    left = setting.sheet.inner - wide
    rows = _heading(f.Heading(None, "", element.title, None), scope, setting) if element.title else []
    for title, page in setting.contents:
        lines = setting.lines(title, left - 4 * dot)
        last = lines[-1].wide if isinstance(lines[-1], Line) else 0.0
        dots = setting.lines(" ." * int((left - last) / dot - 1), left, color=MUTED, align="right")
        gap: list[Item] = [Gap(line.height) for line in lines[:-1]]
        number = setting.lines(str(page), wide, align="right")
        cells = [Cell(0, left, lines), Cell(0, left, gap + dots), Cell(left, wide, gap + number)]
        rows.append(Row([replace(cell, pad_y=setting.scale) for cell in cells], lined=False, loose=True))
    return [*rows, space(3 * setting.scale)]


def _each(element: f.Each, scope: Scope, setting: Setting) -> list[Row]:
    blocks: list[Row] = []
    for row in rows_of(scope, element.over):
        blocks.extend(compose(element.body, row, setting))
    return blocks


def _keep(element: f.Keep, scope: Scope, setting: Setting) -> list[Row]:
    blocks = compose(element.body, scope, setting)
    for block in blocks[:-1]:
        block.glue = True
    return blocks


_MAKERS: Mapping[type[f.Element], Callable[[Any, Scope, Setting], list[Row]]] = {
    f.Letterhead: _letterhead,
    f.Title: _title,
    f.Heading: _heading,
    f.Flow: _flow,
    f.Grid: _grid,
    f.Table: _table,
    f.Listing: _listing,
    f.Box: _box,
    f.Result: _result,
    f.Signatures: _signatures,
    f.Pictures: pictures,
    f.Matrix: matrix,
    f.Chart: chart,
    f.Qr: _qr,
    f.Space: lambda element, scope, setting: [space(element.height * MM)],
    f.Appendix: _appendix,
    f.Contents: _contents,
    f.Each: _each,
    f.Keep: _keep,
}
