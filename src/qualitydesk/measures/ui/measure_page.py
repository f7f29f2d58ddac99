"""One measure: what is to be done and why, where it stands, its timeline, its files, and what can be done next."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QSplitter, QWidget

from qualitydesk.basics.changes import By, Change
from qualitydesk.directory.service import Directory
from qualitydesk.kit.keys import Key
from qualitydesk.kit.page import Page
from qualitydesk.kit.theme import GRID
from qualitydesk.kit.tools import Tools
from qualitydesk.measures.model import (
    Attachment,
    Effect,
    Measure,
    MeasureDraft,
    MeasureLine,
    MeasureState,
    MeasureVerb,
    Recheck,
)
from qualitydesk.measures.service import Measures
from qualitydesk.measures.ui.measure_dialog import MeasureDialog
from qualitydesk.measures.ui.measure_view import MeasureView
from qualitydesk.measures.ui.offer import MeasureOffer, read_offer
from qualitydesk.measures.ui.step_dialog import StepDialog
from qualitydesk.papers.ui.preview_dialog import PreviewDialog, suggested_name


class MeasurePage(Page):
    """Opened by `show_measure(id)`; its buttons follow the measure's state.

    Signals: `origin_wanted(Origin)` what it came from is to be seen; `closed` back to where it was opened from.
    """

    concerns = frozenset({Change.MEASURES, Change.PAPERS, Change.DIRECTORY})
    origin_wanted = Signal(object)
    closed = Signal()

    def __init__(
        self,
        tools: Tools,
        measures: Measures,
        directory: Directory,
        by: Callable[[], By],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(tools, "", parent)
        self.set_title(self.tr("Measure"))
        self._measures = measures
        self._directory = directory
        self._by = by
        self._measure_id: UUID | None = None
        self._found: Measure | None = None
        self._way_back: Callable[[], object] = self.closed.emit
        self.view = MeasureView(tools, self)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setChildrenCollapsible(False)
        for part in self.view.columns():
            split.addWidget(part)
        split.setSizes([78 * GRID, 64 * GRID])
        self.body.addWidget(split)
        self._split = split
        self.verbs: dict[MeasureVerb, QPushButton] = {}
        self._add_buttons()
        self.view.origin_table.opened.connect(self.origin_wanted.emit)
        self.view.file_table.opened.connect(self._save_file)
        self._show_buttons()

    def _add_buttons(self) -> None:
        self.add_button(self.tr("Back"), "arrow-left", self._leave, role="quiet", sequence="Esc")
        self.note_button = self.add_button(self.tr("Note…"), "note", self._ask_note, role="quiet", sequence="N")
        self.file_button = self.add_button(self.tr("File…"), "file", self._attach, role="quiet", sequence="F")
        self.paper_button = self.add_button(
            self.tr("Notice"), "printer", self._paper, sequence="Ctrl+P", words=self.tr("Print the notice")
        )
        for verb, words, icon_name, role, sequence in (
            (MeasureVerb.DROP, self.tr("Drop…"), "x", "quiet", "Ctrl+D"),
            (MeasureVerb.POSTPONE, self.tr("Postpone…"), "calendar", "", "P"),
            (MeasureVerb.SEND_BACK, self.tr("Send back…"), "undo", "", "B"),
            (MeasureVerb.REPORT, self.tr("Report done…"), "check", "primary", "D"),
            (MeasureVerb.CLOSE, self.tr("Close…"), "lock", "primary", "C"),
            (MeasureVerb.EFFECT, self.tr("Effect…"), "trends", "", "E"),
            (MeasureVerb.RECHECK, self.tr("Re-check…"), "eye", "primary", "R"),
            (MeasureVerb.FOLLOW_UP, self.tr("Follow-up…"), "plus", "primary", "U"),
        ):
            self.verbs[verb] = self.add_button(
                words, icon_name, partial(self._begin, verb), role=role, sequence=sequence
            )
        self.bind(Key("Ctrl+Return", self.tr("The step that comes next"), self._next))

    def show_measure(self, measure_id: UUID, back: Callable[[], object] | None = None) -> None:
        """Read a measure and show it; `back` leads to where it was opened from."""
        self._way_back = back or self.closed.emit
        self._turn_to(measure_id)

    def _turn_to(self, measure_id: UUID) -> None:
        if measure_id != self._measure_id:
            self._found = None
            self._split.setVisible(False)
            self._show_buttons()
        self._measure_id = measure_id
        self.refresh(frozenset())

    def refresh(self, changes: frozenset[Change]) -> None:
        """Read it anew."""
        if self._measure_id is not None:
            self.tools.operations.read(self, self._read, self._measure_id, then=self._show, topic="measure")

    def _read(self, measure_id: UUID) -> tuple[Measure, date]:
        return self._measures.measure(measure_id), self._measures.today()

    def _go_on(self, measure_id: object) -> None:
        """A follow-up was set: it is what is to be seen now."""
        if isinstance(measure_id, UUID):
            self._turn_to(measure_id)

    def _show(self, read: tuple[Measure, date]) -> None:
        found, today = read
        self._found = found
        self.set_title(self.tr("Measure {number}").format(number=found.line.number))
        self.view.show_measure(found, today)
        self._split.setVisible(True)
        self._show_buttons()
        self.view.event_table.setFocus()  # the button just pressed may be gone, and keys need a place to be heard

    def _leave(self) -> None:
        self._way_back()

    def _show_buttons(self) -> None:
        line = self._found.line if self._found else None
        shown = _offered(line, bool(self._found and self._found.followed_by))
        for verb, made in self.verbs.items():
            made.setVisible(verb in shown)
        self.note_button.setVisible(line is not None)
        issued = self._found is not None and any(event.verb is MeasureVerb.ISSUE for event in self._found.events)
        self.paper_button.setVisible(line is not None and (issued or line.state is not MeasureState.DROPPED))
        self.file_button.setVisible(line is not None and line.state is not MeasureState.DROPPED)

    def _next(self) -> None:
        for verb in (MeasureVerb.REPORT, MeasureVerb.CLOSE, MeasureVerb.RECHECK, MeasureVerb.FOLLOW_UP):
            if self.verbs[verb].isVisible():
                self.verbs[verb].click()
                return

    def _begin(self, verb: MeasureVerb) -> None:
        self.tools.operations.read(
            self,
            read_offer,
            self._directory,
            self._measures.deadlines,
            then=lambda offer: self._ask(verb, offer),
            topic="step",
        )

    def _ask(self, verb: MeasureVerb, offer: MeasureOffer) -> None:
        found = self._found
        if found is None:
            return
        if verb is MeasureVerb.FOLLOW_UP:
            line = found.line
            given = MeasureDraft(
                institution_id=line.institution_id,
                owner_id=line.owner_id,
                urgency=line.urgency,
                cause=found.cause,
                follows=line.id,
            )
            because = [self.tr("{number} did not work: {task}").format(number=line.number, task=line.task)]
            follow = MeasureDialog(self.tools, offer, given, because, parent=self)
            follow.writes(self._measures.open_measure, self._by(), then=self._go_on)
            follow.open()
            return
        StepDialog(self.tools, self._measures, found, verb, offer, self._by(), parent=self).open()

    def _ask_note(self) -> None:
        if self._found is None:
            return
        key = self._found.line.id
        self.tools.prompts.ask_text(
            self.window(),
            self.tr("Note"),
            self.tr("What should the timeline say?"),
            yes=self.tr("Add the note"),
            lines=3,
            then=lambda words: self.tools.operations.write(self._measures.add_note, key, words, self._by(), asker=self),
        )

    def _attach(self) -> None:
        if self._found is None:
            return
        key = self._found.line.id

        def chosen(path: Path) -> None:
            self.tools.operations.write(self._measures.attach, key, path, self._by(), asker=self)

        kinds = self.tr("All files (*)")
        self.tools.prompts.open_path(self, self.tr("Add a file as proof"), kinds, chosen)

    def _save_file(self, row: object) -> None:
        if not isinstance(row, Attachment):
            return

        def chosen(path: Path) -> None:
            self.tools.operations.read(
                self, partial(_write_file, self._measures, row.id, path), then=lambda _done: None, topic="save file"
            )

        self.tools.prompts.save_path(self, self.tr("Save the file"), row.name, self.tr("All files (*)"), chosen)

    def _paper(self) -> None:
        """The first time it is printed into the archive; later the original, a copy, or one as it stands now."""
        found = self._found
        if found is None:
            return
        if not any(event.verb is MeasureVerb.ISSUE for event in found.events):
            self._issue("original")
            return
        choices = [("original", self.tr("As it was issued")), ("copy", self.tr("As it was issued, marked as a copy"))]
        if found.line.state is not MeasureState.DROPPED:
            choices.append(("anew", self.tr("A new one, as the measure stands now")))
        self.tools.prompts.choose(
            self.window(),
            self.tr("Rectification notice"),
            self.tr("A notice of {number} has been issued already. Which one is wanted?").format(
                number=found.line.number
            ),
            choices,
            yes=self.tr("Show"),
            then=lambda which: self._issue(str(which)),
        )

    def _issue(self, which: str) -> None:
        if self._found is None:
            return
        issue = partial(self._measures.issue_notice, language=self.tools.language, anew=which == "anew")
        shown = partial(self._preview, which == "copy")
        self.tools.operations.write(issue, self._found.line.id, self._by(), then=shown, asker=self)

    def _preview(self, copy: bool, paper_id: UUID) -> None:
        if self._found is None:
            return
        title = self.tr("Rectification notice {number}").format(number=self._found.line.number)
        query = partial(self._measures.notice, paper_id, copy=copy)
        name, kind = suggested_name(title), "rectification_notice"
        PreviewDialog(self.tools, title, query, name, kind=kind, parent=self.window()).open()


def _offered(line: MeasureLine | None, followed: bool) -> frozenset[MeasureVerb]:
    """The steps a measure's page offers now."""
    if line is None:
        return frozenset()
    if line.state is MeasureState.OPEN:
        return frozenset({MeasureVerb.REPORT, MeasureVerb.POSTPONE, MeasureVerb.DROP})
    if line.state is MeasureState.REPORTED:
        return frozenset({MeasureVerb.CLOSE, MeasureVerb.SEND_BACK, MeasureVerb.DROP})
    if line.state is MeasureState.DROPPED:
        return frozenset()
    found = set()
    if line.recheck is None:
        found.add(MeasureVerb.RECHECK)
    if line.effect is None:
        found.add(MeasureVerb.EFFECT)
    if not followed and (line.recheck is Recheck.FAILED or line.effect is Effect.NOT_EFFECTIVE):
        found.add(MeasureVerb.FOLLOW_UP)
    return frozenset(found)


def _write_file(measures: Measures, file_id: UUID, path: Path) -> None:
    _name, content = measures.file(file_id)
    path.write_bytes(content)
