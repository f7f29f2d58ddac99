"""The page 检查人校准: the history of calibrations, and of the one chosen how far the two agree and what to do."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QSplitter, QWidget

from qualitydesk.basics.changes import By, Change
from qualitydesk.basics.phrases import say
from qualitydesk.directory.service import Directory
from qualitydesk.insights.model.calibrating import CalibrationResult, ItemResult
from qualitydesk.insights.printout.calibration import agreed_words, figure, kappa_words, sentence, title
from qualitydesk.insights.service import CalibrationResults
from qualitydesk.inspections.model.calibrations import Calibration, CalibrationState, Rater
from qualitydesk.inspections.service import Calibrations, Rounds, Standards
from qualitydesk.inspections.ui.calibration import CalibrationDialog
from qualitydesk.inspections.ui.round_dialog import Offer, read_offer
from qualitydesk.kit.dates import moment_words
from qualitydesk.kit.exporting import export
from qualitydesk.kit.keys import Key
from qualitydesk.kit.page import Page
from qualitydesk.kit.pieces import label, vbox
from qualitydesk.kit.table import Table
from qualitydesk.kit.table_model import Column, PagedModel, TableModel
from qualitydesk.kit.theme import GAP, GRID
from qualitydesk.kit.tools import Tools
from qualitydesk.papers.ui.preview_dialog import PreviewDialog, suggested_name

_TONES = {CalibrationState.OPEN: "info", CalibrationState.FINISHED: "", CalibrationState.ABANDONED: "muted"}


class CalibrationsPage(Page):
    """The list above, the result of the one under the cursor below.

    Signals: `sitting_wanted(UUID, int)` one of the two is to sit.
    """

    concerns = frozenset({Change.CALIBRATIONS, Change.DIRECTORY})
    sitting_wanted = Signal(object, int)

    def __init__(
        self,
        tools: Tools,
        calibrations: Calibrations,
        results: CalibrationResults,
        rounds: Rounds,
        standards: Standards,
        directory: Directory,
        by: Callable[[], By],
        original: Callable[[UUID], bytes],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(tools, "", parent)
        self.set_title(self.tr("Calibration of inspectors"))
        self._calibrations, self._results = calibrations, results
        self._rounds, self._standards, self._directory = rounds, standards, directory
        self._by, self._original = by, original
        self._wanted: UUID | None = None
        self._shown: UUID | None = None
        self.lines = PagedModel(
            self._columns(),
            tools.operations,
            self._fetch,
            after_of=lambda line, _sort: (line.started_at, line.id),
            parent=self,
        )
        empty = self.tr('No calibration yet. "New calibration" lets two inspectors look at the same people.')
        self.table = Table(self.lines, name=self.tr("Calibrations"), empty=empty, tools=tools, remember="calibrations")
        self.words = label("", wrap=True, selectable=True)
        self.items = TableModel(self._item_columns(), key=lambda one: one.code, parent=self)
        self.item_table = Table(
            self.items,
            name=self.tr("Items of the calibration"),
            empty=self.tr("The result of the calibration chosen stands here."),
            tools=tools,
            remember="calibration.items",
        )
        self.differed = label("", "caption", wrap=True, selectable=True)
        self.body.addWidget(self._split(), 1)
        self._make_buttons()
        self.table.picked.connect(lambda _line: self._offer())
        self.table.opened.connect(lambda _line: self.sit())
        self.item_table.picked.connect(lambda _line: self._tell_differed())
        self.lines.loaded.connect(self._stand)
        self._offer()

    def _split(self) -> QSplitter:
        below = QWidget()
        column = vbox(self.words, self.item_table, self.differed, gap=GAP)
        column.setStretch(1, 1)
        column.setContentsMargins(0, GRID, 0, 0)
        below.setLayout(column)
        split = QSplitter(Qt.Orientation.Vertical)
        split.setChildrenCollapsible(False)
        split.addWidget(self.table)
        split.addWidget(below)
        split.setSizes([26 * GRID, 48 * GRID])
        return split

    def _make_buttons(self) -> None:
        self.drop = self.add_button(
            self.tr("Give up…"),
            "x",
            self._ask_reason,
            role="quiet",
            sequence="Del",
            words=self.tr("Give up calibration"),
        )
        self.export = self.add_button(
            self.tr("Export…"),
            "download",
            self._export,
            role="quiet",
            sequence="Ctrl+E",
            words=self.tr("Export the items"),
        )
        self.print = self.add_button(self.tr("Report"), "printer", self.print_report, sequence="Ctrl+P")
        self.sit_button = self.add_button(
            self.tr("Sit"), "play", self.sit, sequence="Ctrl+Return", words=self.tr("Sit for one of the two")
        )
        self.add_button(self.tr("New calibration"), "plus", self.begin, role="primary", sequence="Ctrl+N")
        self.bind(Key("Return", self.tr("Sit for one of the two")))

    def _columns(self) -> Sequence[Column]:
        language = self.tools.language
        return (
            Column(self.tr("Number"), lambda line: line.number, width=160),
            Column(self.tr("Institution"), lambda line: line.institution, stretch=True),
            Column(self.tr("Inspectors"), _both, width=144),
            Column(self.tr("Begun"), lambda line: line.started_at, text=moment_words, align="right", width=136),
            Column(self.tr("People"), lambda line: line.people, align="right", width=64),
            Column(
                self.tr("State"),
                partial(self._state_words, language),
                tone=lambda line: _TONES[line.state],
                tip=lambda line: line.reason or line.note,
                width=160,
            ),
            Column(self.tr("Agreed"), _share, align="right", width=120),
        )

    def _state_words(self, language: str, line: Calibration) -> str:
        state = say(language, f"calibration.state.{line.state}")
        if line.state is not CalibrationState.OPEN:
            return state
        through = sum(one.finished_at is not None for one in line.raters)
        return self.tr("{state} · {through} of 2 through").format(state=state, through=through)

    def _item_columns(self) -> Sequence[Column]:
        language = self.tools.language
        return (
            Column(self.tr("Item"), partial(title, language=language), stretch=True, tone=_bad),
            Column(self.tr("n"), lambda one: one.compared.agreement.n, align="right", width=48),
            Column(self.tr("Agreed"), lambda one: agreed_words(one.compared), align="right", width=80),
            Column(self.tr("Kappa"), lambda one: kappa_words(one.compared), align="right", width=72),
            Column(self.tr("PABAK"), lambda one: figure(one.compared.pabak), align="right", width=72),
            Column(self.tr("What to do"), partial(_advice, language=language), tone=_bad, width=256),
        )

    # What is shown

    def _fetch(self, after: Any, limit: int, _sort: str, _descending: bool) -> Sequence[Calibration]:
        found: tuple[datetime, UUID] | None = after
        return self._calibrations.lines(after=found, limit=limit)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.table.setFocus()

    def refresh(self, changes: frozenset[Change]) -> None:
        self._shown = None
        self.lines.reload()

    def stand_on(self, calibration_id: UUID | None) -> None:
        """Put the cursor on one, now or once the list is read."""
        self._wanted = calibration_id

    def _stand(self, rows: int) -> None:
        wanted, self._wanted = self._wanted, None
        if not (wanted is not None and self.table.select_key(wanted)) and rows and self.table.current_row() is None:
            self.table.selectRow(0)
        self._offer()

    def _line(self) -> Calibration | None:
        found = self.table.current_row()
        return found if isinstance(found, Calibration) else None

    def _offer(self) -> None:
        line = self._line()
        is_open = line is not None and line.state is CalibrationState.OPEN
        done = line is not None and line.state is CalibrationState.FINISHED
        self.drop.setEnabled(is_open)
        self.sit_button.setEnabled(is_open)
        self.print.setEnabled(done)
        self.export.setEnabled(done)
        if line is None or not done:
            self._shown = None
            self.items.show_rows(())
            self.words.setText(self._waiting_words(line))
            self.differed.setText("")
        elif line.id != self._shown:
            self._shown = line.id
            then = partial(self._show, line)
            self.tools.operations.read(self, self._results.result, line.id, then=then, topic="result")

    def _waiting_words(self, line: Calibration | None) -> str:
        if line is None:
            return ""
        if line.state is CalibrationState.ABANDONED:
            return self.tr("Given up: {reason}").format(reason=line.reason)
        left = "、" if self.tools.language == "zh" else ", "
        names = left.join(one.name for one in line.raters if one.finished_at is None)
        return self.tr("Still to be through: {names}. Until then nobody sees what the other answered.").format(
            names=names
        )

    def _show(self, line: Calibration, result: CalibrationResult) -> None:
        if self._shown == line.id:
            self.words.setText(sentence(line, result, self.tools.language))
            self.items.show_rows(result.items)
            self._tell_differed()

    def _tell_differed(self) -> None:
        """Who the two differed on, of the item under the cursor."""
        one, line, language = self.item_table.current_row(), self._line(), self.tools.language
        if not isinstance(one, ItemResult) or line is None or not one.differed:
            self.differed.setText("")
            return
        first, second = (rater.name for rater in line.raters)
        words = self.tr("{name}: {first} said {one}, {second} said {two}")
        self.differed.setText(
            "\n".join(
                words.format(
                    name=who.name,
                    first=first,
                    one=say(language, f"verdict.{who.first}"),
                    second=second,
                    two=say(language, f"verdict.{who.second}"),
                )
                for who in one.differed
            )
        )

    # What can be done

    def begin(self) -> None:
        """A new calibration."""
        self.tools.operations.read(
            self, read_offer, self._directory, self._standards, self._rounds, then=self._ask, topic="offer"
        )

    def _ask(self, offer: Offer) -> None:
        dialog = CalibrationDialog(self.tools, self._rounds, offer, self._by, parent=self)
        dialog.writes(self._calibrations.begin, self._by(), then=self._begun)
        dialog.open()

    def _begun(self, calibration_id: object) -> None:
        assert isinstance(calibration_id, UUID)
        self._wanted = calibration_id
        self.lines.reload()

    def sit(self) -> None:
        """Who sits is asked where both still may; each for himself."""
        line = self._line()
        if line is None or line.state is not CalibrationState.OPEN:
            return
        waiting = [one for one in line.raters if one.finished_at is None]
        if len(waiting) == 1:
            self._sit(line, waiting[0].position)
            return
        choices = [(one.position, one.name) for one in waiting]
        self.tools.prompts.choose(
            self,
            self.tr("Who sits now?"),
            self.tr("Each answers for himself, without the other in sight."),
            choices,
            then=partial(self._sit_chosen, line),
        )

    def _sit_chosen(self, line: Calibration, position: object) -> None:
        assert isinstance(position, int)
        self._sit(line, position)

    def _sit(self, line: Calibration, position: int) -> None:
        self.sitting_wanted.emit(line.id, position)

    def _ask_reason(self) -> None:
        line = self._line()
        if line is None or line.state is not CalibrationState.OPEN:
            return
        self.tools.prompts.ask_text(
            self,
            self.tr("Give up calibration"),
            self.tr("{number} will never be compared. Why?").format(number=line.number),
            yes=self.tr("Give up"),
            then=lambda reason: self._give_up(line, reason),
        )

    def _give_up(self, line: Calibration, reason: str) -> None:
        self.tools.operations.write(self._calibrations.give_up, line.id, reason, self._by(), asker=self)

    def _export(self) -> None:
        line = self._line()
        if line is not None and line.state is CalibrationState.FINISHED:
            write = partial(_written, self._results, line.id, self.tools.language)
            export(self.tools, self, self.tr("Export the items"), line.number, write)

    def print_report(self) -> None:
        """The report, archived and shown."""
        line = self._line()
        if line is None or line.state is not CalibrationState.FINISHED:
            return
        verb = partial(self._results.issue, line.id, self._by(), self.tools.language)
        self.tools.operations.write(verb, then=partial(self._printed, line), asker=self)

    def _printed(self, line: Calibration, paper_id: UUID) -> None:
        name = f"{say(self.tools.language, 'paper_kind.calibration')} {line.number}"
        query = partial(self._original, paper_id)
        PreviewDialog(self.tools, name, query, suggested_name(name), kind="calibration", parent=self.window()).open()


def _written(results: CalibrationResults, calibration_id: UUID, language: str, path: Path) -> int:
    return results.export(calibration_id, path, language)


def _both(line: Calibration) -> str:
    return " · ".join(one.name for one in _in_order(line.raters))


def _in_order(raters: Sequence[Rater]) -> Sequence[Rater]:
    return sorted(raters, key=lambda one: one.position)


def _share(line: Calibration) -> str:
    if not line.compared:
        return "–"
    return f"{100 * line.agreed / line.compared:.0f}% ({line.agreed}/{line.compared})"


def _bad(one: ItemResult) -> str:
    return "danger" if one.unclear else ""


def _advice(one: ItemResult, language: str) -> str:
    return say(language, f"calibration.advice.{one.advice}")
