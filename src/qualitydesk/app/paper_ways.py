"""The ways from pages to papers: reports as wished, several at once, a visit's account, checklists, the week."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject

from qualitydesk.basics.phrases import say
from qualitydesk.inspections.model import Pack, Round, RoundKind, RoundLine, RoundState
from qualitydesk.inspections.model.checklists import ChecklistOptions
from qualitydesk.inspections.model.handbooks import HandbookWish
from qualitydesk.inspections.model.reports import ReportOptions
from qualitydesk.inspections.ui.report import AccountDialog, ChecklistDialog, ReportDialog
from qualitydesk.inspections.ui.report.checklist_dialog import ChecklistWish
from qualitydesk.inspections.ui.report.handbook_dialog import HandbookDialog, HandbookOffer, read_handbook_offer
from qualitydesk.kit.draft_dialog import DraftDialog
from qualitydesk.papers.model import PaperLine
from qualitydesk.papers.ui.preview_dialog import PreviewDialog, suggested_name

if TYPE_CHECKING:
    from qualitydesk.app.wiring import Desk


@dataclass(frozen=True)
class _Reported:
    """A round about to be reported on, and the reports there are."""

    round: Round
    issued: tuple[PaperLine, ...]


class PaperWays(QObject):
    """Opens the windows in which papers are wished for, and shows what was made."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._tools = desk.tools
        self._services = desk.services

    # One report

    def ask_report(self, round_id: UUID) -> None:
        """How the report of a finished round is wished; what is made is shown."""
        self._tools.operations.read(self, self._reported, round_id, then=self._ask_report)

    def _reported(self, round_id: UUID) -> _Reported:
        found = self._services.rounds.round(round_id)
        return _Reported(found, tuple(self._services.reports.issued(round_id)))

    def _ask_report(self, found: _Reported) -> None:
        title = self.tr("Report of {number}").format(number=found.round.number)
        visit = found.round.kind is RoundKind.MYSTERY
        dialog = ReportDialog(self._tools, title, visit=visit, issued=found.issued, parent=self._desk.shell)
        reports, by = self._services.reports, self._desk.by()

        def make(options: ReportOptions) -> None:
            verb = partial(reports.issue, found.round.id, by, options=options)
            self._make(dialog, verb, self._show_paper)

        dialog.submitted.connect(make)
        dialog.copy_wanted.connect(self.show_copy)
        dialog.open()

    def _make(self, dialog: DraftDialog, verb: Callable[[], object], show: Callable[[UUID], object]) -> None:
        """Carry out the wish of a dialog, which stays open when it is refused."""

        def made(value: UUID) -> None:
            dialog.finish()
            show(value)

        self._tools.operations.write(verb, then=made, failed=dialog.take_back, asker=dialog)

    def _show_paper(self, paper_id: UUID) -> None:
        papers = self._services.papers
        self._tools.operations.read(
            self,
            papers.paper,
            paper_id,
            then=lambda paper: self._preview(paper.line, partial(papers.original, paper_id)),
        )

    def show_copy(self, paper_id: UUID) -> None:
        """An issued paper again, marked as a copy."""
        papers = self._services.papers
        self._tools.operations.read(
            self,
            papers.paper,
            paper_id,
            then=lambda paper: self._preview(paper.line, partial(papers.reprint, paper_id)),
        )

    def _preview(self, line: PaperLine, query: Callable[[], bytes]) -> None:
        title = f"{say(self._tools.language, f'paper_kind.{line.kind}')} {line.number}"
        self._show(title, query, line.kind)

    def _show(self, title: str, query: Callable[[], bytes], kind: str) -> None:
        PreviewDialog(self._tools, title, query, suggested_name(title), kind=kind, parent=self._desk.shell).open()

    # Papers of the list of rounds

    def offer(self, lines: Sequence[RoundLine]) -> None:
        """What can be printed for the rounds chosen in the list, and without any."""
        finished = [line.id for line in lines if line.state is RoundState.FINISHED]
        choices: list[tuple[object, str]] = []
        if finished:
            words = self.tr("Reports of the {count} finished rounds chosen, in one file")
            one = self.tr("Report of the round chosen")
            choices.append(("reports", one if len(finished) == 1 else words.format(count=len(finished))))
        if len(lines) == 1:
            words = self.tr("Blank checklist for the people of {number}")
            choices.append(("round", words.format(number=lines[0].number)))
        choices.append(("packs", self.tr("Blank checklist of standards")))
        choices.append(("week", self.tr("Weekly summary and plan")))
        ways: dict[object, Callable[[], object]] = {
            "reports": partial(self._reports, finished),
            "round": lambda: self._round_checklist(lines[0].id),
            "packs": self.pack_checklist,
            "week": self.week,
        }
        title, question = self.tr("Papers"), self.tr("What is to be printed?")
        self._tools.prompts.choose(self._desk.shell, title, question, choices, then=lambda key: ways[key]())

    def _reports(self, round_ids: Sequence[UUID]) -> None:
        if len(round_ids) == 1:
            self.ask_report(round_ids[0])
            return
        title = self.tr("{count} reports in one file").format(count=len(round_ids))
        dialog = ReportDialog(self._tools, title, parent=self._desk.shell)
        reports, papers, by = self._services.reports, self._services.papers, self._desk.by()

        def show(paper_ids: list[UUID]) -> None:
            dialog.finish()
            self._show(title, partial(papers.originals, paper_ids), "inspection_report")

        def make(options: ReportOptions) -> None:
            self._tools.operations.write(
                reports.issue_many, round_ids, by, options, then=show, failed=dialog.take_back, asker=dialog
            )

        dialog.submitted.connect(make)
        dialog.open()

    # Checklists

    def pack_checklist(self) -> None:
        """A blank list of standards chosen."""
        self._tools.operations.read(self, self._services.standards.packs, then=self._ask_packs, topic="checklist")

    def _ask_packs(self, packs: Sequence[Pack]) -> None:
        dialog = ChecklistDialog(self._tools, packs, parent=self._desk.shell)

        def make(wish: ChecklistWish) -> None:
            chosen = [pack for pack in packs if pack.code in wish.packs]
            dialog.finish()
            self._show(
                self.tr("Blank checklist"),
                partial(self._services.checklists.of_packs, chosen, wish.options),
                "checklist",
            )

        dialog.submitted.connect(make)
        dialog.open()

    def _round_checklist(self, round_id: UUID) -> None:
        rounds, checklists = self._services.rounds, self._services.checklists
        self._ask_checklist(lambda options: partial(_of_round, rounds.walk, checklists.of_round, round_id, options))

    def plan_checklist(self, plan_id: UUID) -> None:
        """A blank list for the people and places of a planned round."""
        checklists = self._services.checklists
        self._ask_checklist(lambda options: partial(checklists.of_plan, plan_id, options))

    def _ask_checklist(self, query: Callable[[ChecklistOptions], Callable[[], bytes]]) -> None:
        dialog = ChecklistDialog(self._tools, parent=self._desk.shell)

        def make(wish: ChecklistWish) -> None:
            dialog.finish()
            self._show(self.tr("Blank checklist"), query(wish.options), "checklist")

        dialog.submitted.connect(make)
        dialog.open()

    # Handbooks

    def handbook(self, packs: Sequence[str] = (), post: str = "") -> None:
        """A booklet of standards for training: of these packs, or of what a post is inspected with."""
        services = self._services
        query = partial(read_handbook_offer, services.standards, services.directory)
        self._tools.operations.read(self, query, then=partial(self._ask_handbook, packs, post), topic="handbook")

    def _ask_handbook(self, packs: Sequence[str], post: str, offer: HandbookOffer) -> None:
        dialog = HandbookDialog(self._tools, offer, packs, post, self._desk.shell)

        def make(wish: HandbookWish) -> None:
            dialog.finish()
            self._show(self.tr("Handbook of standards"), partial(self._services.handbooks.made, wish), "handbook")

        dialog.submitted.connect(make)
        dialog.open()

    # A mystery customer's account

    def account(self, round_id: UUID) -> None:
        """What the visitor tells of a round, entry by entry."""
        self._tools.operations.read(self, self._services.rounds.round, round_id, then=self._account, topic="account")

    def _account(self, found: Round) -> None:
        AccountDialog(
            self._tools,
            self._services.narratives,
            found.id,
            found.number,
            found.started_at,
            self._desk.by,
            parent=self._desk.shell,
        ).open()

    # The week

    def week(self) -> None:
        """The supervisor's summary of a week and plan of the next."""
        self._desk.show_page("week")


def _of_round(
    walk: Callable[[UUID], object], made: Callable[..., bytes], round_id: UUID, options: ChecklistOptions
) -> bytes:
    return made(walk(round_id), options)
