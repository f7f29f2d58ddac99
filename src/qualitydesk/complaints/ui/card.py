"""A case as a card of the board: what it shows, measured once, and the delegate that paints it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from qualitydesk.basics.phrases import say
from qualitydesk.complaints.model import CaseLine
from qualitydesk.complaints.ui.words import (
    left_tone,
    left_words,
    level_numeral,
    level_tone,
    patient_words,
    step_words,
    subjects_words,
    tags_of,
)
from qualitydesk.kit.theme import GRID, RADIUS, SIZES, Tokens, tokens

ROW_ROLE = Qt.ItemDataRole.UserRole
PAD = GRID
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_KEPT = 1500  # cards measured that are remembered
_LINES = 7


@dataclass(frozen=True)
class CardTexts:
    """What stands on a card, line by line: (left, its tone), (right, its tone). A tone of "" is the ordinary one."""

    lines: tuple[tuple[str, str, str, str], ...]
    told: str


def texts_of(line: CaseLine, now: datetime, language: str) -> CardTexts:
    """The seven lines of a card; `told` says all of it to those who hear the screen."""
    rows = [
        (line.number, "", level_numeral(line.level), level_tone(line.level)),
        (line.institution, "muted", "", ""),
        (patient_words(line), "", say(language, f"channel.{line.channel}"), "muted"),
        (step_words(line.step, language), "", line.handler or "—", "muted"),
        *_clock_rows(line, now, language),
    ]
    rows += [("", "", "", "")] * (_LINES - 1 - len(rows))
    tags = " · ".join((*tags_of(line), subjects_words(line, language)))
    rows.append((tags, "warning" if line.paused or line.flagged else "muted", "", ""))
    told = ", ".join(part for row in rows for part in (row[0], row[2]) if part)
    return CardTexts(tuple(rows), told)


def _clock_rows(line: CaseLine, now: datetime, language: str) -> list[tuple[str, str, str, str]]:
    """Time left on the step's clock and on the case's limit; of a case with neither its nearest date."""
    found = []
    if line.closed_at is None or line.step is not None:
        clocks = [("target", line.step_due_at, False)]
        if line.closed_at is None:
            clocks.append(("limit", line.limit_due_at, True))
        for code, due_at, limit in clocks:
            if due_at is not None:
                tone = left_tone(due_at, now, limit=limit)
                found.append((say(language, f"case_card.{code}"), "muted", left_words(due_at, now, language), tone))
        if not found and line.next_due_at is not None:
            tone = left_tone(line.next_due_at, now, limit=True)
            found.append((say(language, "case_card.next"), "muted", left_words(line.next_due_at, now, language), tone))
    return found


_Face = list[tuple[QRect, int, str, str, bool]]


class CardDelegate(QStyledItemDelegate):
    """Paints cards of one height; what was measured is kept until the width, the minute or the case changes."""

    def __init__(self, view: QListView, language: str, now: Callable[[], datetime]) -> None:
        super().__init__(view)
        self._language = language
        self._now = now
        self._faces: dict[tuple[UUID, int, int], _Face] = {}
        self._width = 0
        self._minute = 0
        self._size = 0.0
        self._dress()

    def _dress(self) -> None:
        view = self.parent()
        assert isinstance(view, QListView)
        body = QFont(view.font())
        scale = max(1.0, body.pointSizeF() / SIZES.body)
        self._font = QFont(body)
        self._font.setPointSizeF(SIZES.caption * scale)
        self._bold = QFont(self._font)
        self._bold.setBold(True)
        self._metrics, self._bold_metrics = QFontMetrics(self._font), QFontMetrics(self._bold)
        self._row = self._metrics.height() + 2
        self._size = body.pointSizeF()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        view = self.parent()
        assert isinstance(view, QListView)
        if view.font().pointSizeF() != self._size:
            self._dress()
            self._faces.clear()
        return QSize(view.viewport().width(), _LINES * self._row + 2 * PAD + GRID)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        line: CaseLine = index.data(ROW_ROLE)
        colours = tokens()
        card: QRect = option.rect.adjusted(0, 0, -1, -GRID)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setPen(colours.of("accent" if selected else "line"))
        painter.setBrush(colours.of("accent_soft" if selected else "surface"))
        painter.drawRoundedRect(card, RADIUS, RADIUS)
        self._write(painter, card, self._face(line, card.width()), colours, selected)
        painter.restore()

    def _write(self, painter: QPainter, card: QRect, face: _Face, colours: Tokens, selected: bool) -> None:
        x, y = card.x(), card.y()
        pen, bold = "", False
        painter.setFont(self._font)
        for rect, flags, words, tone, strong in face:
            wanted = "text" if selected or not tone else tone  # a selected card shows its words in `text`
            if wanted != pen:
                painter.setPen(colours.of(wanted))
                pen = wanted
            if strong != bold:
                painter.setFont(self._bold if strong else self._font)
                bold = strong
            painter.drawText(rect.translated(x, y), flags, words)

    def _face(self, line: CaseLine, width: int) -> _Face:
        """The words of a card where they stand, cut to what there is room for."""
        now = self._now()
        minute = int(now.timestamp() // 60)
        if minute != self._minute or width != self._width or len(self._faces) > _KEPT:
            self._faces.clear()
            self._minute, self._width = minute, width
        key = (line.id, line.revision, hash(line.step_due_at))
        found = self._faces.get(key)
        if found is None:
            found = self._faces[key] = self._measured(texts_of(line, now, self._language), width)
        return found

    def _measured(self, texts: CardTexts, width: int) -> _Face:
        face: _Face = []
        room = width - 2 * PAD
        elide = Qt.TextElideMode.ElideRight
        for at, (left, left_tone_, right, right_tone) in enumerate(texts.lines):
            top = PAD + at * self._row
            strong = at == 0
            metrics = self._bold_metrics if strong else self._metrics
            taken = 0
            if right:
                shown = metrics.elidedText(right, elide, room * 2 // 3 if left else room)
                taken = metrics.horizontalAdvance(shown) + GRID
                bold = strong or right_tone in ("danger", "warning")
                face.append((QRect(PAD, top, room, self._row), int(RIGHT), shown, right_tone, bold))
            if left:
                shown = metrics.elidedText(left, elide, room - taken)
                face.append((QRect(PAD, top, room - taken, self._row), int(LEFT), shown, left_tone_, strong))
        return face
