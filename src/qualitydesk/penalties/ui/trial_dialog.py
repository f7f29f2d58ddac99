"""Rules tried on a period: two sums and everybody who would pay, with the explanation of each line behind Enter."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from qualitydesk.basics import money
from qualitydesk.basics.errors import Refused
from qualitydesk.basics.phrases import say
from qualitydesk.kit.exporting import export
from qualitydesk.kit.keys import Key, KeyTable
from qualitydesk.kit.pickers import Choice, DayPicker, Picker
from qualitydesk.kit.pieces import Banner, button, hbox, label, vbox
from qualitydesk.kit.sparkline import Tile
from qualitydesk.kit.table import Table
from qualitydesk.kit.table_model import Column, TableModel
from qualitydesk.kit.theme import EDGE, GRID
from qualitydesk.kit.tools import Tools
from qualitydesk.papers.ui.preview_dialog import PreviewDialog, suggested_name
from qualitydesk.penalties.model.trial import Trial, TrialPerson, TrialResult
from qualitydesk.penalties.printout.trial import change_words, signed_fen
from qualitydesk.penalties.rules.trial import problems_in_trial, sums_for, sums_of
from qualitydesk.penalties.service import Trials
from qualitydesk.penalties.ui.explaining import why_key
from qualitydesk.penalties.ui.trial_person import TrialPersonDialog
from qualitydesk.penalties.ui.words import fen_words

Runner = Callable[
    [QWidget, str, Trial, Callable[[TrialResult], object], Callable[[Exception], object], Callable[[], object]], object
]
"""Works a trial out away from the window: (parent, title, trial, then, failed, stopped)."""


class TrialDialog(QDialog):
    """Works out at once and again for another period. `rule`: its name in words. Writes nothing."""

    def __init__(
        self,
        tools: Tools,
        trials: Trials,
        run: Runner,
        rule: str,
        trial: Trial,
        today: date,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._tools, self._trials, self._run, self._today = tools, trials, run, today
        self._trial = trial
        self._result: TrialResult | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self.setWindowTitle(self.tr("Tried: {rule}").format(rule=rule))
        self.first = DayPicker(trial.first)
        self.last = DayPicker(trial.last)
        self.first.setAccessibleName(self.tr("From"))
        self.last.setAccessibleName(self.tr("To"))
        self.again_button = button(self.tr("Work out anew"), "refresh", self.work_out)
        self.institution = Picker(optional=True, placeholder=self.tr("All institutions"))
        self.institution.setAccessibleName(self.tr("Institution"))
        self.banner = Banner("", "danger")
        self.tiles = {
            "before": Tile(self.tr("Under the rules in force")),
            "after": Tile(self.tr("Under the rules tried")),
            "difference": Tile(self.tr("Difference")),
        }
        self.people = TableModel(self._columns(), key=lambda one: one.person_id, parent=self)
        self.table = Table(
            self.people,
            name=self.tr("Who would pay"),
            empty=self.tr("Not worked out yet: F5 works it out."),
            tools=tools,
            remember="trial",
        )
        self.note = label(
            self.tr(
                "What the rules propose for each act of the period: by those in force on its day, and by those tried. "
                "Sums chosen by hand, superiors left out and appeals are aside. Nothing is written."
            ),
            "caption",
            wrap=True,
        )
        self._lay_out()
        self.institution.picked.connect(lambda _key: self._show())
        self.table.opened.connect(self._open)
        self.table.asked.connect(self._open)
        self.resize(120 * GRID, 84 * GRID)

    def _lay_out(self) -> None:
        row = hbox(
            label(self.tr("From")), self.first, label(self.tr("To")), self.last, self.again_button, None,
            self.institution,
        )  # fmt: skip
        tiles = hbox(*self.tiles.values())
        for at in range(len(self.tiles)):
            tiles.setStretch(at, 1)
        self.export_button = button(self.tr("Export…"), "download", self._export)
        self.paper_button = button(self.tr("Paper"), "printer", self._paper)
        self.close_button = button(self.tr("Close"), do=self.accept)
        buttons = hbox(self.export_button, self.paper_button, None, self.close_button)
        column = vbox(row, self.banner, tiles, self.table, self.note, buttons, gap=GRID)
        column.setStretchFactor(self.table, 1)
        column.setContentsMargins(EDGE, EDGE, EDGE, EDGE)
        self.setLayout(column)
        self.banner.hide()
        self.key_table = KeyTable(
            self,
            (
                Key("Return", self.tr("Every line of the person, explained")),
                why_key(),
                Key("F5", self.tr("Work out anew"), self.work_out),
                Key("Ctrl+E", self.tr("Export…"), self.export_button.click),
                Key("Ctrl+P", self.tr("Paper"), self.paper_button.click),
                Key("Esc", self.tr("Close")),
            ),
        )
        self._enable()

    def _columns(self) -> Sequence[Column]:
        language = self._tools.language
        money_column: Mapping[str, Any] = {"align": "right", "width": 112, "asks": lambda _row: True}
        return (
            Column(self.tr("Number"), lambda one: one.number, width=88, sort="number"),
            Column(self.tr("Employee"), lambda one: one.name, width=96, sort="name"),
            Column(self.tr("Institution"), lambda one: one.institution, stretch=True, sort="institution"),
            Column(self.tr("Department"), lambda one: one.department, width=112, sort="department"),
            Column(self.tr("In force"), lambda one: one.before, text=fen_words, sort="before", **money_column),
            Column(self.tr("Tried"), lambda one: one.after, text=fen_words, sort="after", **money_column),
            Column(
                self.tr("Difference"),
                lambda one: one.difference,
                text=signed_fen,
                tone=lambda one: difference_tone(one.difference),
                sort="difference",
                **money_column,
            ),
            Column(
                self.tr("Note"),
                lambda one: change_words(one.before, one.after, language),
                tone=lambda one: difference_tone(one.difference),
                width=104,
                sort="note",
            ),
        )

    def open(self) -> None:
        super().open()
        self.work_out()

    @property
    def worked_out(self) -> bool:
        """Whether something has come out."""
        return self._result is not None

    def work_out(self) -> None:
        """Try the rules on the period that stands there, unless it does not hold."""
        first, last = self.first.day(), self.last.day()
        assert first is not None and last is not None
        self._trial = replace(self._trial, first=first, last=last)
        problems = problems_in_trial(self._trial, self._today)
        language = self._tools.language
        told = [say(language, f"problem.{one.code}", **one.values) for one in problems]
        self.banner.say("\n".join(dict.fromkeys(told)), "danger")
        if problems:
            return
        title = self.tr("Trying the rules on {first} to {last}").format(first=first, last=last)
        self._run(self, title, self._trial, self.show_result, self._failed, self._stopped)

    def show_result(self, result: TrialResult) -> None:
        """Everything that came out."""
        self._result = result
        houses = [one for one in sums_of(result)[1:] if one.institution_id is not None]
        kept = self.institution.chosen()
        self.institution.show_choices([Choice(one.institution_id, one.institution) for one in houses])
        self.institution.choose(kept)
        self.institution.setVisible(len(houses) > 1)
        self._show()
        self.table.setFocus()

    def _show(self) -> None:
        if self._result is None:
            return
        house = self._house()
        sums = sums_for(self._result, house)
        self.table.say_empty(self.tr("Nobody would pay anything in this period, under either rules."))
        self.people.show_rows(sorted(self._result.of(house), key=_weight))
        count = self.tr("People: {people}; acts looked at: {acts}")
        self.tiles["before"].show_value(
            money.words(sums.before), count.format(people=sums.people, acts=self._result.acts), []
        )
        self.tiles["after"].show_value(
            money.words(sums.after), self.tr("Begin to pay: {count}").format(count=sums.newly), []
        )
        self.tiles["difference"].show_value(
            signed_fen(sums.difference), self.tr("No longer pay: {count}").format(count=sums.no_longer), []
        )
        self._enable()

    def _enable(self) -> None:
        for made in (self.export_button, self.paper_button):
            made.setEnabled(self._result is not None)

    def _house(self) -> UUID | None:
        found = self.institution.chosen()
        return found if isinstance(found, UUID) else None

    def _failed(self, error: Exception) -> bool:
        if isinstance(error, Refused):
            self.banner.say(self._tools.prompts.words_for(error), "danger")
            return True
        return False

    def _stopped(self) -> None:
        self.banner.say(self.tr("Stopped. Choose a shorter period, or work it out anew (F5)."), "warning")

    def _open(self, row: object) -> None:
        if isinstance(row, TrialPerson):
            TrialPersonDialog(self._tools, self._trials, self._trial, row, self).open()

    def _export(self) -> None:
        if self._result is None:
            return
        write = partial(
            self._trials.export, result=self._result, institution_id=self._house(), language=self._tools.language
        )
        export(self._tools, self, self.tr("Export the trial"), self._name(), write)

    def _paper(self) -> None:
        if self._result is None:
            return
        query = partial(self._trials.paper, self._result, self._house(), self._tools.language)
        name = self._name()
        PreviewDialog(self._tools, name, query, suggested_name(name), kind="rule_trial", parent=self).open()

    def _name(self) -> str:
        words = self.tr("Rules tried {first} to {last}")
        return words.format(first=self._trial.first, last=self._trial.last)


def difference_tone(fen: int) -> str:
    """More to pay stands out, less is calm."""
    return "danger" if fen > 0 else "good" if fen < 0 else "muted"


def _weight(one: TrialPerson) -> tuple[int, int, str, str]:
    """Whom the change concerns most first."""
    return (-abs(one.difference), -one.after, one.institution, one.number)
