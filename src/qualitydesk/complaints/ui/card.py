"""A case as a card of the board: what it shows, measured once, and the delegate that paints it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPixmap
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from qualitydesk.basics.phrases import capital, say
from qualitydesk.complaints.model import CaseLine
from qualitydesk.complaints.ui.short_names import ShortNames
from qualitydesk.complaints.ui.words import (
    channel_face,
    left_tone,
    left_words,
    level_numeral,
    level_tone,
    patient_words,
    pause_words,
    paused_words,
    provisional_words,
    step_face,
    subjects_words,
    tags_of,
)
from qualitydesk.kit.cells import end_of
from qualitydesk.kit.theme import GRID, RADIUS, SIZES, Tokens, tokens

ROW_ROLE = Qt.ItemDataRole.UserRole
PAD = GRID
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_KEPT = 150  # pictures of cards a lane keeps, 100 KB each on an ordinary screen
_CUTS = 5000  # words measured that are remembered
_LINES = 7
_INSTITUTION = 1  # which of them names the institution


@dataclass(frozen=True)
class CardTexts:
    """What stands on a card, line by line: (left, its tone), (right, its tone). A tone of "" is the ordinary one."""

    lines: tuple[tuple[str, str, str, str], ...]
    told: str


def texts_of(line: CaseLine, now: datetime, language: str, names: ShortNames | None = None) -> CardTexts:
    """The seven lines of a card; `told` says all of it to those who hear the screen. `names`: of the institutions."""
    rows = [
        (line.number, "", level_numeral(line.level), level_tone(line.level)),
        (names.of(line.institution) if names is not None else line.institution, "muted", "", ""),
        (patient_words(line), "", channel_face(line.channel, language), "muted"),
        (step_face(line.step, language), "", line.handler or "—", "muted"),
        *_clock_rows(line, now, language),
    ]
    rows += [("", "", "", "")] * (_LINES - 1 - len(rows))
    tags = " · ".join((*tags_of(line, now), subjects_words(line, language)))
    late = line.paused and not line.rests(now)
    rows.append((tags, "warning" if late or line.flagged else "muted", "", ""))
    told = ", ".join(part for row in rows for part in (row[0], row[2]) if part)
    return CardTexts(tuple(rows), told)


def _clock_rows(line: CaseLine, now: datetime, language: str) -> list[tuple[str, str, str, str]]:
    """Time left on the step's clock and on the case's limit; of a case with neither its nearest date; of one that
    rests since when and why."""
    if line.rests(now):
        return [
            (paused_words(line), "warning", "", ""),
            (capital(pause_words(line.pause_reason, language)), "muted", "", ""),
        ]
    found = []
    if line.closed_at is None or line.step is not None:
        clocks = [("target", line.step_due_at, False)]
        if line.closed_at is None:
            clocks.append(("limit", line.limit_due_at, True))
        for code, due_at, limit in clocks:
            if due_at is not None:
                tone = left_tone(due_at, now, limit=limit)
                found.append((say(language, f"case_card.{code}"), "muted", _left(line, due_at, now, language), tone))
        if not found and line.next_due_at is not None:
            tone = left_tone(line.next_due_at, now, limit=True)
            left = _left(line, line.next_due_at, now, language)
            found.append((say(language, "case_card.next"), "muted", left, tone))
    return found


def _left(line: CaseLine, due_at: datetime, now: datetime, language: str) -> str:
    """Of what hangs on a notice to come without its hours: they are not settled, and the card is narrow."""
    if due_at not in line.unsettled:
        return left_words(due_at, now, language)
    return provisional_words(left_words(due_at, now, language, rough=True), language)


_Piece = tuple[QRect, int, str, str, bool]
_Key = tuple[UUID, int, datetime | None, frozenset[datetime], bool]


class CardDelegate(QStyledItemDelegate):
    """Paints cards of one height. A card is drawn once and kept as a picture until the width, the theme, the type size,
    the minute or the case changes: a scroll step then copies pictures."""

    def __init__(
        self, view: QListView, language: str, now: Callable[[], datetime], names: ShortNames | None = None
    ) -> None:
        super().__init__(view)
        self._names = names or ShortNames()
        self._view = view
        self._language = language
        self._now = now
        self._pictures: dict[_Key, QPixmap] = {}
        self._cuts: dict[tuple[str, int, bool], tuple[str, int]] = {}
        self._drawn_for: tuple[object, ...] = ()
        self._size = 0.0
        self._ratio = 1.0
        self._at = now()
        self._dress()

    def _dress(self) -> None:
        body = QFont(self._view.font())
        scale = max(1.0, body.pointSizeF() / SIZES.body)
        self._font = QFont(body)
        self._font.setPointSizeF(SIZES.caption * scale)
        self._bold = QFont(self._font)
        self._bold.setBold(True)
        self._metrics, self._bold_metrics = QFontMetrics(self._font), QFontMetrics(self._bold)
        self._row = self._metrics.height() + 2
        self._size = body.pointSizeF()
        self._cuts.clear()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        if self._view.font().pointSizeF() != self._size:
            self._dress()
        # The view makes them as wide as itself; asking for its width would lay out every card anew when it changes.
        return QSize(1, _LINES * self._row + 2 * PAD + GRID)

    def prepare(self) -> None:
        """Before a view paints: what was drawn for another width, theme, size or minute is let go."""
        self._at = self._now()
        palette, ratio = self._view.palette().cacheKey(), self._view.devicePixelRatioF()
        drawn_for = (
            int(self._at.timestamp() // 60),
            self._view.viewport().width(),
            palette,
            ratio,
            self._size,
            self._names.told,
        )
        if drawn_for != self._drawn_for or len(self._pictures) > _KEPT:
            self._pictures.clear()
            self._drawn_for, self._ratio = drawn_for, ratio

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        line: CaseLine = index.data(ROW_ROLE)
        card: QRect = option.rect
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.drawPixmap(card.topLeft(), self._picture(line, card.width(), card.height() - GRID, selected))

    def _picture(self, line: CaseLine, width: int, height: int, selected: bool) -> QPixmap:
        key = (line.id, line.revision, line.next_due_at, line.unsettled, selected)
        found = self._pictures.get(key)
        if found is None:
            colours, ratio = tokens(), self._ratio
            found = QPixmap(round(width * ratio), round(height * ratio))
            found.setDevicePixelRatio(ratio)
            found.fill(colours.of("window"))
            painter = QPainter(found)
            texts = texts_of(line, self._at, self._language, self._names)
            self._draw(painter, texts, QRect(0, 0, width - 1, height), colours, selected)
            painter.end()
            self._pictures[key] = found
        return found

    def _draw(self, painter: QPainter, texts: CardTexts, card: QRect, colours: Tokens, selected: bool) -> None:
        painter.setPen(colours.of("accent" if selected else "line"))
        painter.setBrush(colours.of("accent_soft" if selected else "surface"))
        painter.drawRoundedRect(card.adjusted(0, 0, -1, -1), RADIUS, RADIUS)
        pen, bold = "", False
        painter.setFont(self._font)
        for rect, flags, words, tone, strong in self._pieces(texts, card.width()):
            wanted = "text" if selected or not tone else tone  # a selected card shows its words in `text`
            if wanted != pen:
                painter.setPen(colours.of(wanted))
                pen = wanted
            if strong != bold:
                painter.setFont(self._bold if strong else self._font)
                bold = strong
            painter.drawText(rect, flags, words)

    def _pieces(self, texts: CardTexts, width: int) -> Iterator[_Piece]:
        """The words of a card where they stand, cut to what there is room for."""
        room = width - 2 * PAD
        for at, (left, left_tone_, right, right_tone) in enumerate(texts.lines):
            top, taken = PAD + at * self._row, 0
            first = at == 0
            if right:
                strong = first or right_tone in ("danger", "warning")
                most = max(room * 2 // 3, room - GRID - self._metrics.horizontalAdvance(left)) if left else room
                shown, taken = self._cut(right, most, strong)
                yield QRect(PAD, top, room, self._row), _RIGHT, shown, right_tone, strong
                taken += GRID
            if left:
                shown, _advance = self._cut(left, room - taken, first, end=at == _INSTITUTION)
                yield QRect(PAD, top, room - taken, self._row), _LEFT, shown, left_tone_, first

    def _cut(self, words: str, room: int, strong: bool, *, end: bool = False) -> tuple[str, int]:
        """What there is room for, and how wide that is; most words of a board come again and again. `end`: the last
        words are kept, not the first."""
        found = self._cuts.get((words, room, strong))
        if found is None:
            metrics = self._bold_metrics if strong else self._metrics
            wide = metrics.horizontalAdvance(words)
            shown = words
            if wide > room:
                kept = end_of(words, lambda some: metrics.horizontalAdvance(some) <= room) if end else words
                shown = metrics.elidedText(kept, Qt.TextElideMode.ElideRight, room)
                wide = metrics.horizontalAdvance(shown)
            if len(self._cuts) > _CUTS:
                self._cuts.clear()
            found = self._cuts[words, room, strong] = (shown, wide)
        return found
