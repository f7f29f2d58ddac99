"""What is done with a slip after its issue, from its page: signed, refused, appealed, decided, closed, scans kept."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QMimeData, QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from qualitydesk.basics.changes import By
from qualitydesk.basics.errors import Problem
from qualitydesk.complaints.ui.files_field import Attached, png_of
from qualitydesk.directory.model import Person
from qualitydesk.directory.service import Directory
from qualitydesk.kit.dropping import files_in, image_in
from qualitydesk.kit.tools import Tools
from qualitydesk.penalties.model import AnswerKind, Approvers, SlipFile, SlipFilter, SlipSheet
from qualitydesk.penalties.service import Penalties
from qualitydesk.penalties.ui.answer_dialog import AnswerDialog
from qualitydesk.penalties.ui.appeal_dialog import AppealDialog
from qualitydesk.penalties.ui.decide_dialog import AppealDecisionDialog
from qualitydesk.penalties.ui.scans_dialog import Scanned, ScansDialog, read_scans
from qualitydesk.penalties.ui.words import name_now

MOST_OFFERED = 2000
"""Slips a scan without a readable code may be of: the newest."""


class SlipCourse(QObject):
    """Opens the dialogs; `sheet()` is the slip shown, None while none is."""

    def __init__(
        self,
        tools: Tools,
        penalties: Penalties,
        directory: Directory,
        by: Callable[[], By],
        sheet: Callable[[], SlipSheet | None],
        page: QWidget,
    ) -> None:
        super().__init__(page)
        self._tools, self._penalties, self._directory = tools, penalties, directory
        self._by, self._sheet, self._page = by, sheet, page

    def sign(self) -> None:
        self._ask_answer(AnswerKind.ACKNOWLEDGED)

    def refuse(self) -> None:
        self._ask_answer(AnswerKind.REFUSED)

    def _ask_answer(self, kind: AnswerKind) -> None:
        sheet = self._sheet()
        if sheet is None or sheet.today is None:
            return
        today, view = sheet.today, sheet.view

        def ask(people: Sequence[Person]) -> None:
            window = self._page.window()
            AnswerDialog(self._tools, self._penalties, view, kind, people, today, self._by(), window).open()

        self._tools.operations.read(self, self._directory.people, then=ask)

    def appeal(self) -> None:
        sheet = self._sheet()
        if sheet is not None and sheet.today is not None:
            window = self._page.window()
            AppealDialog(self._tools, self._penalties, sheet.view, sheet.today, self._by(), window).open()

    def decide(self) -> None:
        """Ask what was decided; where nobody may decide, say who is to be added."""
        sheet = self._sheet()
        if sheet is None or sheet.appeal is None:
            return

        def ask(deciders: tuple[Approvers, Mapping[UUID, Problem]]) -> None:
            allowed, barred = deciders
            if all(one.id in barred for one in allowed.people):
                words = self.tr(
                    "By the rulebook {posts} decides on appeals, but nobody who holds that post may decide on this "
                    "slip: whoever proposed or issued it, or pays by it, may not. Name another post in the rule on "
                    'appeals, or add the person in "Directory".'
                )
                told = words.format(posts=" / ".join(allowed.posts))
                self._tools.prompts.tell(self._page.window(), self.tr("Nobody can decide yet"), told)
                return
            AppealDecisionDialog(self._tools, self._penalties, sheet, deciders, self._by(), self._page.window()).open()

        self._tools.operations.read(self, self._penalties.appeal_deciders, sheet.view.slip.id, then=ask)

    def close(self) -> None:
        sheet = self._sheet()
        if sheet is not None:
            slip = sheet.view.slip
            self._tools.operations.write(self._penalties.close, slip.id, slip.revision, self._by(), asker=self)

    def choose_files(self) -> None:
        kinds = self.tr("All files (*)")
        title = self.tr("Signed scans")
        self._tools.prompts.open_paths(self._page.window(), title, kinds, lambda paths: self.take(tuple(paths)))

    def paste(self) -> None:
        self.dropped(QGuiApplication.clipboard().mimeData())

    def dropped(self, data: QMimeData) -> None:
        """Files dragged in, or a picture."""
        if found := tuple(path for path in files_in(data) if path.is_file()):
            self.take(found)
        elif (image := image_in(data)) is not None:
            self.take(((f"{name_now():%Y%m%d-%H%M%S}.png", png_of(image)),))

    def take(self, files: tuple[Attached, ...]) -> None:
        """Look which slips the files are of, then ask; on a slip's page what tells nothing is taken for its."""
        sheet = self._sheet()
        here = sheet.view.slip.id if sheet is not None else None
        if sheet is not None and sheet.view.slip.paper_id is None:
            words = self.tr("{number} has not been issued yet; there is nothing signed to keep with it.")
            self._tools.prompts.tell(
                self._page.window(), self.tr("Signed scans"), words.format(number=sheet.view.slip.number)
            )
            return
        self._tools.operations.read(
            self, partial(_scanned, self._penalties, files), then=partial(self._ask_scans, here), topic="scans"
        )

    def _ask_scans(self, here: UUID | None, scanned: Scanned) -> None:
        def ask(today: date) -> None:
            window = self._page.window()
            ScansDialog(self._tools, self._penalties, scanned, today, self._by(), here=here, parent=window).open()

        self._tools.operations.read(self, self._directory.today, then=ask)

    def save_file(self, row: object) -> None:
        """Save a copy of a file kept with the slip."""
        if not isinstance(row, SlipFile):
            return

        def chosen(path: Path) -> None:
            query = partial(_write_file, self._penalties, row.id, path)
            self._tools.operations.read(self, query, then=lambda _done: None, topic="save file")

        kinds = self.tr("All files (*)")
        self._tools.prompts.save_path(self._page.window(), self.tr("Save a copy"), row.name, kinds, chosen)


def _scanned(penalties: Penalties, files: tuple[Attached, ...]) -> Scanned:
    """What the files tell, and the slips they may be of: those that are issued."""
    lines = penalties.lines(SlipFilter(), limit=MOST_OFFERED)
    return read_scans(penalties, files, [line for line in lines if line.paper_id is not None])


def _write_file(penalties: Penalties, file_id: UUID, path: Path) -> None:
    _name, content = penalties.file(file_id)
    path.write_bytes(content)
