"""The answers an item may get: buttons of at least 44 px, or fields for what is measured or counted."""

from __future__ import annotations

import unicodedata

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QPushButton, QSizePolicy, QStackedWidget, QWidget

from qualitydesk.basics.phrases import say
from qualitydesk.inspections.model import AnswerKind, Given, Item, Verdict
from qualitydesk.inspections.ui.walk_view.press import Press
from qualitydesk.inspections.ui.words import limit_words, plain
from qualitydesk.kit.pieces import hbox, label, set_tone
from qualitydesk.kit.theme import GAP, GRID, WALK

BY_KEY = {"1": Verdict.PASS, "2": Verdict.FAIL, "3": Verdict.PARTLY, "-": Verdict.NOT_APPLICABLE}
_TONES = {Verdict.PASS: "good", Verdict.FAIL: "danger"}
_EDITING = (Qt.Key.Key_Backspace, Qt.Key.Key_Delete, Qt.Key.Key_Home, Qt.Key.Key_End)


def typed(event: QKeyEvent) -> str:
    """The sign a key gives, full-width ones made plain: "１" is "1", "－" is "-", "Ｎ" is "n"."""
    return unicodedata.normalize("NFKC", event.text()).strip().lower()


class NumberField(QLineEdit):
    """A figure while walking: takes digits only and leaves every other key to the page; no input method.

    Signals: `entered` by Enter.
    """

    entered = Signal()

    def __init__(self, name: str, *, signs: str = "0123456789") -> None:
        super().__init__()
        self._signs = signs
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.setAccessibleName(name)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.setFixedWidth(9 * GRID)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)  # as tall as the buttons
        self.setMaximumHeight(WALK + 2)
        self.setMaxLength(9)

    def number(self) -> float | None:
        """The figure, None when there is none."""
        try:
            return float(self.text())
        except ValueError:
            return None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        sign = typed(event)
        plain_key = not event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        elif plain_key and len(sign) == 1 and sign in self._signs:
            self.insert(sign)
        elif event.key() in _EDITING or not plain_key:
            super().keyPressEvent(event)
        else:
            event.ignore()


class AnswerBar(QWidget):
    """The answers of the item in view.

    Signals: `given(Given)` an answer was chosen; `lacking(str)` Enter with a figure missing (the problem's code).
    """

    given = Signal(object)
    lacking = Signal(str)

    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._item: Item | None = None
        self._verdicts = {
            verdict: self._choice(key, say(language, f"verdict.{verdict.value}"), Given(verdict))
            for key, verdict in BY_KEY.items()
        }
        self._digits = [self._choice(str(digit), "", Given(number=float(digit))) for digit in range(6)]
        self.measure = NumberField(self.tr("Measured"), signs="0123456789.")
        self._range = label("", tone="muted")
        self.seen = NumberField(self.tr("Seen"))
        self.failed = NumberField(self.tr("Of these failed"))
        self._enter = self.tr("Enter")
        for one, tone in _TONES.items():
            set_tone(self._verdicts[one], tone)
        self._pages = QStackedWidget()
        mine = (self._verdicts[one] for one in (Verdict.PASS, Verdict.FAIL, Verdict.PARTLY))
        for row in (
            hbox(*mine),
            hbox(*self._digits, None),
            hbox(self.measure, self._range, Press(self._enter, do=self._measured), None),
            hbox(
                label(self.tr("Seen")),
                self.seen,
                label(self.tr("of these failed")),
                self.failed,
                Press(self._enter, do=self._counted),
                None,
            ),
        ):
            page = QWidget()
            page.setLayout(row)
            self._pages.addWidget(page)
        self.setLayout(hbox(self._pages, self._verdicts[Verdict.NOT_APPLICABLE], gap=GAP))
        self.layout().setStretch(0, 1)  # type: ignore[union-attr]
        self._fit_height()
        self.measure.entered.connect(self._measured)
        self.seen.entered.connect(self.failed.setFocus)
        self.failed.entered.connect(self._counted)

    def _fit_height(self) -> None:
        self._pages.setFixedHeight(max(WALK + GAP, self._pages.sizeHint().height()))

    def _choice(self, key: str, words: str, given: Given) -> QPushButton:
        """A checkable answer; the page's keys press it, so it takes no focus."""
        made = Press(f"{key}  {words}" if words else key, do=lambda: self.given.emit(given))
        made.setCheckable(True)
        made.setAccessibleName(f"{words or key} ({key})")
        return made

    def show_item(self, item: Item, given: Given | None) -> None:
        """Offer what this item may be answered with, and mark what it was answered with."""
        self._item = item
        page = {AnswerKind.SCALE: 1, AnswerKind.MEASURED: 2, AnswerKind.COUNT: 3}.get(item.kind, 0)
        self._pages.setCurrentIndex(page)
        # Offered but not to be pressed where the item has none: the buttons stay where the hand knows them.
        self._verdicts[Verdict.PARTLY].setEnabled(item.kind is AnswerKind.PARTLY)
        self._range.setText(limit_words(item.limit, self._language))
        self.measure.setAccessibleDescription(limit_words(item.limit, self._language))
        self.show_given(given)

    def show_given(self, given: Given | None) -> None:
        """Mark an answer."""
        verdict = given.verdict if given else None
        for one, made in self._verdicts.items():
            made.setChecked(one is verdict)
        number = given.number if given else None
        for digit, made in enumerate(self._digits):
            made.setChecked(number == digit)
            set_tone(made, _TONES.get(verdict, "") if verdict and number == digit else "")
        self.measure.setText("" if number is None else plain(number))
        self.seen.setText("" if given is None or given.seen is None else str(given.seen))
        self.failed.setText("" if given is None or given.failed is None else str(given.failed))

    def fields(self) -> tuple[NumberField, ...]:
        """Where figures are typed."""
        return self.measure, self.seen, self.failed

    def marked(self) -> Verdict | None:
        """The verdict marked now."""
        return next((one for one, made in self._verdicts.items() if made.isChecked()), None)

    def field(self) -> NumberField | None:
        """The field the next figure belongs in, None when keys answer directly."""
        if self._item is None:
            return None
        if self._item.kind is AnswerKind.MEASURED:
            return self.measure
        return self.seen if self._item.kind is AnswerKind.COUNT else None

    def answer_for(self, sign: str) -> Given | None:
        """What a key answers the item in view with; None when it means nothing here."""
        if self._item is None or len(sign) != 1:
            return None
        if sign == "-":
            return Given(Verdict.NOT_APPLICABLE)
        if self._item.kind is AnswerKind.SCALE:
            return Given(number=float(sign)) if sign in "012345" else None
        if self._item.kind in (AnswerKind.MEASURED, AnswerKind.COUNT):
            return None
        verdict = BY_KEY.get(sign)
        return Given(verdict) if verdict else None

    def _measured(self) -> None:
        number = self.measure.number()
        if number is None:
            self.lacking.emit("figure_missing")
        else:
            self.given.emit(Given(number=number))

    def _counted(self) -> None:
        seen, failed = self.seen.number(), self.failed.number()
        if not seen:
            self.lacking.emit("seen_missing")
        else:
            self.given.emit(Given(seen=int(seen), failed=int(failed or 0)))
