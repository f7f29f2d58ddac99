"""The ways from cases to their papers: forms of one or several, a request of money, the sheet of a month.

Made once by whoever wires the windows; the board, the table and the case page call its verbs.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from qualitydesk.basics.changes import By
from qualitydesk.basics.phrases import say
from qualitydesk.complaints.model.month import MonthDates
from qualitydesk.complaints.service import CasePapers
from qualitydesk.complaints.ui.month_dialog import MonthDialog, MonthWish
from qualitydesk.directory.service import Directory
from qualitydesk.kit.tools import Tools
from qualitydesk.papers.model import PaperLine
from qualitydesk.papers.service import Papers
from qualitydesk.papers.ui.preview_dialog import PreviewDialog, suggested_name

_CASE, _MONTH = "complaint_case", "complaint_month"
_WORKBOOK = ".xlsx"


class CasePaperWays(QObject):
    """Opens the windows in which papers of cases are wished for, and shows what was made."""

    def __init__(
        self,
        tools: Tools,
        case_papers: CasePapers,
        papers: Papers,
        directory: Directory,
        by: Callable[[], By],
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._tools = tools
        self._made = case_papers
        self._papers = papers
        self._directory = directory
        self._by = by
        self._window = window

    def offer(self, case_ids: Sequence[UUID]) -> None:
        """What can be printed for the cases chosen in a list, and without any."""
        choices: list[tuple[object, str]] = []
        if len(case_ids) == 1:
            choices.append(("forms", self.tr("Form of the case chosen")))
        elif case_ids:
            words = self.tr("Forms of the {count} cases chosen, in one file")
            choices.append(("forms", words.format(count=len(case_ids))))
        if case_ids:
            choices.append(("hidden", self.tr("The same with names and telephones hidden")))
        choices.append(("blank", self.tr("Blank form to fill by hand")))
        choices.append(("month", self.tr("Monthly case statistics")))
        ways: dict[object, Callable[[], object]] = {
            "forms": partial(self.forms, case_ids),
            "hidden": partial(self.forms, case_ids, True),
            "blank": self.blank,
            "month": self.month,
        }
        title, question = self.tr("Papers"), self.tr("What is to be printed?")
        self._tools.prompts.choose(self._window, title, question, choices, then=lambda key: ways[key]())

    def forms(self, case_ids: Sequence[UUID], hidden: bool = False) -> None:
        """The forms of cases as they stand, issued and shown; of several as one file. `hidden`: without names."""
        language = self._tools.language
        verb = partial(self._made.issue_case_forms, tuple(case_ids), self._by(), language=language, hidden=hidden)
        self._tools.operations.write(verb, then=self._show_several, asker=self._window)

    def blank(self) -> None:
        """A form with lines to write on, of the institution of whoever asks."""
        self._show(self.tr("Blank case form"), partial(self._blank, self._by()), _CASE)

    def request(self, case_id: UUID, payment_id: UUID) -> None:
        """The request of a refund or compensation, issued as it stands and shown."""
        verb = partial(self._made.issue_refund_request, case_id, payment_id, self._by(), language=self._tools.language)
        self._tools.operations.write(verb, then=self.show_paper, asker=self._window)

    def again(self, case_id: UUID, paper_id: UUID, copy: bool = False) -> None:
        """An issued paper of a case as it was, or once more marked as a copy, which is told in the timeline."""
        if copy:
            verb = partial(self._made.copy, case_id, paper_id, self._by())
            self._tools.operations.write(verb, then=partial(self._show_again, case_id, True), asker=self._window)
        else:
            self._show_again(case_id, False, paper_id)

    def _show_again(self, case_id: UUID, copy: bool, paper_id: UUID) -> None:
        query = partial(self._made.again, case_id, paper_id, copy=copy)
        self._tools.operations.read(
            self,
            self._papers.paper,
            paper_id,
            then=lambda paper: self._show(self._named(paper.line), query, paper.line.kind),
        )

    def show_request(self, case_id: UUID, line: PaperLine) -> None:
        """An issued request again; of money called off since, marked so."""
        self._show(self._named(line), partial(self._made.refund_request, case_id, line.id), line.kind)

    def month(self) -> None:
        """Which month's statistics are wanted."""
        self._tools.operations.read(self, self._asked, then=self._ask_month, topic="case month")

    def show_paper(self, paper_id: UUID) -> None:
        """A paper as it was issued."""
        self._tools.operations.read(
            self,
            self._papers.paper,
            paper_id,
            then=lambda paper: self._show(
                self._named(paper.line), partial(self._papers.original, paper_id), paper.line.kind
            ),
        )

    # The month

    def _asked(self) -> tuple[list[tuple[UUID, str]], date, MonthDates]:
        institutions = [(one.id, one.name) for one in self._directory.institutions()]
        return institutions, self._directory.today(), self._made.month_dates()

    def _ask_month(self, found: tuple[list[tuple[UUID, str]], date, MonthDates]) -> None:
        dialog = MonthDialog(self._tools, *found, parent=self._window)

        def issue(wish: MonthWish) -> None:
            verb = partial(
                self._made.issue_month_sheet,
                wish.month,
                self._by(),
                institution_id=wish.institution_id,
                language=wish.language,
                paper=wish.paper,
            )
            self._tools.operations.write(verb, then=issued, failed=dialog.take_back, asker=dialog)

        def issued(paper_id: UUID) -> None:
            dialog.finish()
            self.show_paper(paper_id)

        dialog.submitted.connect(issue)
        dialog.preview_wanted.connect(self._preview_month)
        dialog.workbook_wanted.connect(partial(self._save_month, dialog))
        dialog.open()

    def _preview_month(self, wish: MonthWish) -> None:
        query = partial(
            self._made.preview_month_sheet, wish.month, self._by(), wish.institution_id, wish.language, wish.paper
        )
        self._show(self._month_title(wish), query, _MONTH)

    def _save_month(self, dialog: QWidget, wish: MonthWish) -> None:
        title = self._month_title(wish)

        def chosen(path: Path) -> None:
            target = path if path.suffix.casefold() == _WORKBOOK else path.with_name(path.name + _WORKBOOK)
            told = partial(self._saved, dialog, title, target)
            args = (target, wish.month, self._by(), wish.institution_id, wish.language)
            self._tools.operations.read(dialog, self._made.export_month, *args, then=told, topic=f"export {target}")

        kinds = self.tr("Excel workbook (*.xlsx)")
        name = suggested_name(title).removesuffix(".pdf") + _WORKBOOK
        asked = self._tools.prompts.save_path(dialog, title, name, kinds, chosen)
        asked.setDefaultSuffix(_WORKBOOK[1:])

    def _saved(self, dialog: QWidget, title: str, target: Path, _rows: int) -> None:
        self._tools.prompts.tell(dialog, title, self.tr("Saved as {path}.").format(path=target))

    def _month_title(self, wish: MonthWish) -> str:
        return f"{say(wish.language, f'paper_kind.{_MONTH}')} {wish.month:%Y-%m}"

    # Showing

    def _blank(self, by: By) -> bytes:
        person = self._directory.person(by.decided_by) if by.decided_by else None
        return self._made.blank_case_form(person.institution_id if person else None, self._tools.language)

    def _show_several(self, paper_ids: list[UUID]) -> None:
        if len(paper_ids) == 1:
            self.show_paper(paper_ids[0])
            return
        title = self.tr("{count} case forms in one file").format(count=len(paper_ids))
        self._show(title, partial(self._papers.originals, paper_ids), _CASE)

    def _named(self, line: PaperLine) -> str:
        return f"{say(self._tools.language, f'paper_kind.{line.kind}')} {line.number}"

    def _show(self, title: str, query: Callable[[], bytes], kind: str) -> None:
        PreviewDialog(self._tools, title, query, suggested_name(title), kind=kind, parent=self._window).open()
