"""Where a field comes from in a foreign list: a column or a fixed value, how its days are written, what its words
mean."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from qualitydesk.basics.columns import LEFT_OUT, ListColumn, Own, Source
from qualitydesk.basics.days import DateForm
from qualitydesk.basics.phrases import say
from qualitydesk.kit.elided import ElidedLabel
from qualitydesk.kit.pickers import Choice, Picker
from qualitydesk.kit.pieces import hbox, vbox
from qualitydesk.kit.theme import GAP, GRID

_NONE = ""
_BETWEEN = "\N{NO-BREAK SPACE}"  # of what is searched; a plain blank would stand before initials given by the caller


class SourceField(QWidget):
    """Signals: `picked(key)` another source was chosen."""

    picked = Signal(object)

    def __init__(
        self,
        columns: Sequence[ListColumn],
        own: Sequence[Own],
        language: str,
        *,
        told: Source,
        values: Mapping[str, str],
        form: DateForm | None = None,
        dated: bool = False,
        most_values: int = 0,
        or_none: bool = False,
        or_left_out: bool = False,
    ) -> None:
        """`told`, `values`, `form`: as they stand at first; `dated`: holds a day; words of the column are mapped where
        there are at most `most_values` different ones, to nothing, too, with `or_none`, with `or_left_out` to rows that
        are not taken over."""
        super().__init__()
        self._columns = {one.head: one for one in columns}
        self._own = [Choice(one.key, _shown(one, language), search=_searched(one)) for one in own]
        self._known = values
        self._dated = dated
        self._most_values = most_values
        self._or_none = or_none
        self._or_left_out = or_left_out
        self.source = Picker(self._choices(columns), optional=True, placeholder=self.tr("Not in the list"))
        self.form = Picker(
            [Choice(one, say(language, f"columns.form.{one}")) for one in DateForm],
            optional=True, placeholder=self.tr("How the days are written"),
        )  # fmt: skip
        self.form.setAccessibleName(self.tr("How the days are written"))
        self._samples = ElidedLabel("", "hint")
        self._samples.setTextFormat(Qt.TextFormat.PlainText)
        self._values = QGridLayout()
        self._values.setColumnStretch(0, 2)
        self._values.setColumnStretch(1, 3)
        self._values.setHorizontalSpacing(GAP)
        self._values.setVerticalSpacing(GRID // 2)
        self.values: dict[str, Picker] = {}
        line = hbox(self.source, self.form)
        line.setStretch(0, 1)
        column = vbox(line, self._samples, self._values, gap=GRID // 2)
        column.setContentsMargins(0, 0, 0, 0)
        self.setLayout(column)
        self.setFocusProxy(self.source)
        self.source.choose(("column", told.column) if told.column else ("fixed", told.fixed) if told.fixed else None)
        self.form.choose(form)
        self.source.picked.connect(self._changed)
        self._show()

    def say_beside(self, listener: Callable[[str], object]) -> None:
        """Who shows what could not be taken."""
        self.source.say_beside(listener)
        for one in (self.form, *self.values.values()):
            one.say_beside(listener)
        self._listener = listener

    def untaken(self) -> str:
        """What is said about typed words that could not be taken."""
        return next((said for one in (self.source, *self.values.values()) if (said := one.untaken())), "")

    def told(self) -> Source:
        """What is chosen now."""
        chosen = self.source.chosen()
        if not isinstance(chosen, tuple):
            return Source()
        kind, key = chosen
        return Source(column=str(key)) if kind == "column" else Source(fixed=str(key))

    def told_values(self) -> Mapping[str, str]:
        """The list's words and what each means; those without a meaning are left out."""
        return {text: str(key) for text, one in self.values.items() if (key := one.chosen()) is not None}

    def told_form(self) -> DateForm | None:
        """How the days are written, where that was asked and told."""
        chosen = self.form.chosen()
        return DateForm(str(chosen)) if chosen is not None and not self.form.isHidden() else None

    def _choices(self, columns: Sequence[ListColumn]) -> list[Choice]:
        found = [Choice(("column", one.head), one.head) for one in columns]
        fixed = self.tr("Always: {value}")
        return found + [Choice(("fixed", one.key), fixed.format(value=one.text)) for one in self._own]

    def _changed(self, key: object) -> None:
        self._show()
        self.picked.emit(key)

    def _show(self) -> None:
        """What belongs to the column chosen: samples, forms of its days, its words."""
        column = self._columns.get(self.told().column)
        self._samples.setText(" · ".join(one[:40] for one in column.samples) if column else "")
        self._samples.setVisible(bool(column and column.samples))
        asks = column is not None and self._dated and bool(column.days) and len(column.forms) != 1
        self.form.setVisible(asks)
        while self._values.count():
            item = self._values.takeAt(0)
            if item is not None and (old := item.widget()) is not None:
                old.deleteLater()
        self.values = {}
        if column is None or column.different > self._most_values:
            return
        for at, (text, count) in enumerate(column.values):
            self._add(at, text, count)

    def _add(self, at: int, text: str, count: int) -> None:
        words = ElidedLabel(f"{text}  ({count})")
        words.setTextFormat(Qt.TextFormat.PlainText)
        made = Picker(self._offered(), optional=True, placeholder=self.tr("Means…"))
        made.setAccessibleName(text)
        made.choose(self._known.get(text))
        words.setBuddy(made)
        if listener := getattr(self, "_listener", None):
            made.say_beside(listener)
        made.picked.connect(self.picked.emit)
        self._values.addWidget(words, at, 0)
        self._values.addWidget(made, at, 1)
        self.values[text] = made

    def _offered(self) -> list[Choice]:
        offered = list(self._own)
        if self._or_none:
            offered.append(Choice(_NONE, self.tr("none")))
        if self._or_left_out:
            offered.append(Choice(LEFT_OUT, self.tr("Leave out these rows")))
        return offered


def _searched(one: Own) -> str:
    """Every word it is known by."""
    return _BETWEEN.join(words.replace(" ", _BETWEEN) for words in one.words)


def _shown(one: Own, language: str) -> str:
    """Institutions have one name; what is the program's own has a word in each language, Chinese first."""
    return one.words[-1] if language == "en" and one.key.count("-") != 4 else one.words[0]
