"""Blocks become pages: what belongs together stays together, heads are repeated, nothing runs off the paper."""

from __future__ import annotations

from collections.abc import Sequence

from qualitydesk.printing.blocks import Row
from qualitydesk.printing.page import Page


def flow(blocks: Sequence[Row], left: float, top: float, bottom: float) -> list[Page]:
    """Set `blocks` from `top` to `bottom` (points from the upper edge) on as many pages as they need, at least one."""
    setting = _Setting(left, top, bottom)
    index = 0
    while index < len(blocks):
        last, height = index, 0.0
        while blocks[last].glue and last + 1 < len(blocks):
            height += blocks[last].height
            last += 1
        height += setting.beginning(blocks[last])
        if height > setting.room and height <= setting.full and not setting.fresh:
            setting.turn(None if blocks[index].soft else blocks[index].head)
        for block in blocks[index : last + 1]:
            setting.place(block)
        index = last + 1
    return setting.pages


class _Setting:
    """Where the next block goes."""

    def __init__(self, left: float, top: float, bottom: float) -> None:
        self.left, self.top, self.bottom = left, top, bottom
        self.full = bottom - top
        self.pages = [Page()]
        self.y = top
        self.fresh = True

    @property
    def room(self) -> float:
        return self.bottom - self.y + 0.01

    def turn(self, head: Row | None) -> None:
        self.pages.append(Page())
        self.y = self.top
        self.fresh = True
        if head is not None:
            self._put(head)
            self.fresh = True

    def place(self, block: Row) -> None:
        if block.new_page and not self.fresh:
            self.turn(None)
        if block.soft:
            if not self.fresh:
                self.y += block.height
            return
        while block.height > self.room:
            parts = block.split(self.room) if self._may_split(block) and block.least <= self.room else None
            if parts is not None:
                self._put(parts[0])
                block = parts[1]
                self.turn(block.head)
            elif self.fresh:
                break
            else:
                self.turn(block.head)
        self._put(block)

    def beginning(self, block: Row) -> float:
        """How much of a block must fit where it begins: all of it unless it may be split."""
        return block.least if self._may_split(block) else block.height

    def _may_split(self, block: Row) -> bool:
        """Running text, and rows so high that moving them would leave half a page empty."""
        return not block.solid and (block.loose or block.height > self.full * 0.4)

    def _put(self, block: Row) -> None:
        block.put(self.pages[-1], self.left, self.y)
        self.y += block.height
        self.fresh = False
