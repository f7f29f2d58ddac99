"""Pictures side by side, and the matrix that is filled by hand."""

from __future__ import annotations

from qualitydesk.printing import form as f
from qualitydesk.printing.blocks import Cell, Gap, Item, Row, Ticks, space
from qualitydesk.printing.page import INK, LABEL_FILL, MUTED
from qualitydesk.printing.parts import Scope, fitted, pads, rows_of
from qualitydesk.printing.setting import MM, Setting

_HEAD_ROOM = 13 * MM  # what a heading above the first pictures of a page takes
_LEAST_PICTURE = 25 * MM  # however long the captions are
_WRITTEN = 7.5 * MM  # the height a hand needs


def pictures(element: f.Pictures, scope: Scope, setting: Setting) -> list[Row]:
    """Rows of pictures with captions; with `per_page` in frames that share out the page."""
    rows = [row for row in rows_of(scope, element.over) if row.get(element.image) in setting.images]
    made = _framed if element.per_page else _bare
    blocks: list[Row] = [space(4 * setting.scale)] if rows and not element.per_page else []
    for first in range(0, len(rows), element.per_row):
        blocks.append(made(element, rows[first : first + element.per_row], setting))
    return blocks


def _caption(element: f.Pictures, row: Scope, width: float, setting: Setting) -> list[Item]:
    return setting.lines(setting.say(element.caption, row), width, setting.small, color=MUTED, align="center")


def _bare(element: f.Pictures, rows: list[Scope], setting: Setting) -> Row:
    gutter = 3 * MM
    wide = (setting.sheet.inner - gutter * (element.per_row - 1)) / element.per_row
    cells = []
    for index, row in enumerate(rows):
        picture = fitted(str(row[element.image]), wide, element.height * MM * setting.scale, setting)
        cells.append(
            Cell(index * (wide + gutter), wide, [picture, Gap(2), *_caption(element, row, wide, setting), Gap(4)])
        )
    return Row(cells, lined=False, solid=True)


def _framed(element: f.Pictures, rows: list[Scope], setting: Setting) -> Row:
    """Cells of one height whatever the pictures, so that a page always holds as many as it should."""
    sheet = setting.sheet
    wide = sheet.inner / element.per_row
    pad, lines = 2.5 * MM, -(-element.per_page // element.per_row)
    high = (sheet.height - sheet.top - sheet.bottom - _HEAD_ROOM * setting.scale) / lines - 2 * pad
    captions = [_caption(element, row, wide - 2 * pad, setting) for row in rows]
    below = max(sum(line.height for line in caption) for caption in captions) + 3
    room = max(high - below, _LEAST_PICTURE)
    cells = []
    for index, (row, caption) in enumerate(zip(rows, captions, strict=True)):
        picture = fitted(str(row[element.image]), wide - 2 * pad, room, setting)
        spare = (room - picture.height) / 2
        items: list[Item] = [Gap(spare), picture, Gap(spare + 3), *caption]
        cells.append(Cell(index * wide, wide, items, pad, pad))
    return Row(cells, solid=True)


def matrix(element: f.Matrix, scope: Scope, setting: Setting) -> list[Row]:
    """Rows of one list against columns of another, with empty cells to write into."""
    rows, columns = rows_of(scope, element.over), rows_of(scope, element.columns)
    if not rows or not columns:
        return []
    pad, pad_y = pads(setting)
    inner = setting.sheet.inner
    step = min(inner * (1 - element.lead_share) / len(columns), 30 * MM)
    lead = inner - step * len(columns)
    places = [lead + step * at for at in range(len(columns))]
    title = setting.lines(setting.say(element.title, scope), lead - 2 * pad, setting.small, True)
    head_cells = [Cell(0, lead, title, pad, pad_y, LABEL_FILL, middle=True)]
    for at, column in zip(places, columns, strict=True):
        words = setting.lines(setting.say(element.head, column), step - pad, setting.small, True, INK, "center")
        head_cells.append(Cell(at, step, words or [Gap(_WRITTEN)], pad / 2, pad_y, LABEL_FILL, middle=True))
    head = Row(head_cells, glue=True)
    blocks = [head]
    band = ""
    for row in rows:
        wanted = str(row.get(element.band, "")) if element.band else ""
        if wanted and wanted != band:
            words = setting.lines(wanted, inner - 2 * pad, setting.small, color=MUTED)
            blocks.append(Row([Cell(0, inner, words, pad, 1.5, LABEL_FILL)], glue=True, head=head))
        band = wanted
        blocks.append(_matrix_row(element, row, lead, places, step, head, setting))
    return [*blocks, space(3 * setting.scale)]


def _matrix_row(
    element: f.Matrix, row: Scope, lead: float, places: list[float], step: float, head: Row, setting: Setting
) -> Row:
    pad, pad_y = pads(setting)
    words = setting.lines(setting.say(element.lead, row), lead - 2 * pad)
    below = setting.lines(setting.say(element.below, row), lead - 2 * pad, 7.5 * setting.scale, color=MUTED)
    cells = [Cell(0, lead, [*words, *below], pad, pad_y, middle=True)]
    empty: list[Item] = [Gap(_WRITTEN * setting.scale - 2 * pad_y)]
    return Row([*cells, *[Cell(at, step, empty, pad, pad_y) for at in places]], head=head)


def empty_box(setting: Setting, align: str) -> Ticks:
    """A box to tick by hand."""
    return Ticks(((False, "", 0.0),), setting.body * setting.leading, setting.body * 1.25, align)
