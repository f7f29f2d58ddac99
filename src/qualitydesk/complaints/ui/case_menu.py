"""The menu of a case: what is done now and then, each with its reason."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from qualitydesk.basics.changes import By
from qualitydesk.complaints.model import CasePage, Leave, Stage
from qualitydesk.complaints.service import Complaints
from qualitydesk.complaints.ui.case_dialogs import CaseMergeDialog, PauseDialog, SplitDialog
from qualitydesk.complaints.ui.case_verbs import CaseVerbs
from qualitydesk.complaints.ui.correct_dialog import CaseCorrectDialog
from qualitydesk.complaints.ui.parts.base import StepOffer
from qualitydesk.complaints.ui.revealing import Revealing
from qualitydesk.kit.draft_dialog import DraftDialog
from qualitydesk.kit.icons import set_icon
from qualitydesk.kit.tools import Tools
from qualitydesk.members.service import Members

if TYPE_CHECKING:
    from collections.abc import Mapping


class CaseMenu(QObject):
    """Made for one page; `follow` shows only what the case allows now. `form_wanted(id)`: the case on paper;
    `record_wanted()`: the history of its record."""

    form_wanted = Signal(object)
    record_wanted = Signal()

    def __init__(
        self,
        tools: Tools,
        complaints: Complaints,
        members: Members | None,
        verbs: CaseVerbs,
        reveal: Revealing,
        by: Callable[[], By],
        wanted: Callable[[UUID], object],
        page: QWidget,
    ) -> None:
        super().__init__(page)
        self._tools, self._complaints, self._members = tools, complaints, members
        self._reveal = reveal
        self._verbs, self._by, self._wanted, self._page = verbs, by, wanted, page
        self._case: CasePage | None = None
        self.menu = QMenu(page)
        self.actions: Mapping[str, QAction] = {
            name: self._action(words, icon, do)
            for name, words, icon, do in (
                ("form", self.tr("Case form on paper"), "printer", self._form),
                ("back", self.tr("Send back…"), "undo", partial(self._move, Leave.BACK)),
                ("skip", self.tr("Skip this step…"), "arrow-right", partial(self._move, Leave.SKIP)),
                ("reopen", self.tr("Reopen…"), "refresh", partial(self._move, Leave.REOPEN)),
                ("pause", self.tr("Pause the clocks…"), "pause", partial(self._read, self._pause)),
                ("resume", self.tr("Take up again"), "play", self._resume),
                ("correct", self.tr("Correct the facts…"), "pencil", self._ask_correct),
                ("flag", self.tr("Flag the patient…"), "flag", partial(self._flag, True)),
                ("unflag", self.tr("Lift the flag…"), "flag", partial(self._flag, False)),
                ("split", self.tr("Split a subject off…"), "copy", partial(self._read, self._split)),
                ("merge", self.tr("Merge into another case…"), "arrow-right", partial(self._read, self._merge)),
                ("unmerge", self.tr("Part from the other case…"), "undo", self._unmerge),
                ("record", self.tr("History of this record…"), "clock", self.record_wanted.emit),
                ("principles", self.tr("The six principles"), "info", self.show_principles),
            )
        }

    def _action(self, words: str, icon: str, do: Callable[[], object]) -> QAction:
        made = QAction(words, self.menu)
        set_icon(made, icon, "muted")
        made.triggered.connect(lambda _checked=False: do())
        self.menu.addAction(made)
        return made

    def follow(self, page: CasePage) -> None:
        """Offer what this case allows."""
        self._case = page
        hows = {one.how for one in page.moves}
        merged, open_ = page.merged_into is not None, page.course.stage is Stage.OPEN
        own = [one for one in page.subjects if one.split_to is None]
        offered = {
            "back": Leave.BACK in hows and not merged,
            "skip": Leave.SKIP in hows and not merged,
            "reopen": Leave.REOPEN in hows and not merged,
            "pause": open_ and not page.line.paused and not merged,
            "resume": page.line.paused,
            "correct": not merged,
            "flag": not page.line.flagged and not merged,
            "unflag": page.line.flagged and not merged,
            "split": len(own) > 1 and page.course.step is not None and not merged,
            "merge": not merged and not page.merged,
            "unmerge": merged,
        }
        for name, action in self.actions.items():
            action.setVisible(offered.get(name, True))

    def offered(self) -> list[str]:
        """The words of what can be done now."""
        return [action.text() for action in self.menu.actions() if action.isVisible()]

    def show_principles(self) -> None:
        """Six principles for whoever talks with a patient who complains."""
        words = self.tr(
            "1. Prevent: what is put right at once does not become a complaint.\n"
            "2. Listen: let the patient finish, take notes, do not argue.\n"
            "3. Put yourself in their place: what would I expect here?\n"
            "4. Be quick: an answer today is worth more than a perfect one next week.\n"
            "5. Keep duties clear: one person handles the case and stays with it.\n"
            "6. Record: what is not written down cannot be shown later."
        )
        self._tools.prompts.tell(self._page.window(), self.tr("The six principles"), words)

    def _form(self) -> None:
        if self._case is not None:
            self.form_wanted.emit(self._case.line.id)

    def _move(self, how: Leave) -> None:
        if self._case is not None:
            self._verbs.move(self._case.line.id, how)

    def _read(self, then: Callable[[StepOffer], object]) -> None:
        if self._case is not None:
            self._verbs.read(self._case.line.id, then, topic="menu")

    def _open(self, dialog: DraftDialog) -> None:
        dialog.open()

    def _pause(self, given: StepOffer) -> None:
        self._open(PauseDialog(self._tools, self._complaints, given, self._by(), parent=self._page.window()))

    def _ask_correct(self) -> None:
        """Whoever corrects a case sees it in full: with a reason, unless it is seen already."""
        if self._case is not None:
            line = self._case.line
            self._reveal.ask(line.id, line.number, partial(self._read, self._correct))

    def _correct(self, given: StepOffer) -> None:
        self._open(
            CaseCorrectDialog(
                self._tools, self._complaints, self._members, given, self._by(), parent=self._page.window()
            )
        )

    def _split(self, given: StepOffer) -> None:
        self._open(
            SplitDialog(self._tools, self._complaints, given, self._by(), self._wanted, parent=self._page.window())
        )

    def _merge(self, given: StepOffer) -> None:
        self._open(CaseMergeDialog(self._tools, self._complaints, given, self._by(), parent=self._page.window()))

    def _resume(self) -> None:
        if self._case is not None:
            line = self._case.line
            self._tools.operations.write(self._complaints.resume, line.id, line.revision, self._by(), asker=self._page)

    def _flag(self, flagged: bool) -> None:
        if self._case is None:
            return
        line = self._case.line
        if flagged:
            title = self.tr("Flag the patient")
            question = self.tr("All staff see the mark wherever this patient comes up. What should they know?")
        else:
            title, question = self.tr("Lift the flag"), self.tr("Why is the mark no longer needed?")
        self._ask_reason(
            title,
            question,
            lambda words: self._write(self._complaints.flag_patient, line.id, line.revision, flagged, words),
        )

    def _unmerge(self) -> None:
        if self._case is None or self._case.merged_into is None:
            return
        line, other = self._case.line, self._case.merged_into[1]
        question = self.tr("{number} is parted from {other}: step, clocks, files and money are as they were. Why?")
        self._ask_reason(
            self.tr("Part the cases"),
            question.format(number=line.number, other=other),
            lambda words: self._write(self._complaints.unmerge, line.id, line.revision, words),
        )

    def _ask_reason(self, title: str, question: str, then: Callable[[str], object]) -> None:
        self._tools.prompts.ask_text(self._page.window(), title, question, yes=title, lines=2, then=then)

    def _write(self, verb: Callable[..., object], *values: object) -> None:
        self._tools.operations.write(verb, *values, self._by(), asker=self._page)
