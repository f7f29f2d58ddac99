"""Reports by forms: which one, of which period and place; the records at the left, her words right; paper and file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from qualitydesk.basics.changes import By, Change
from qualitydesk.basics.errors import Refused
from qualitydesk.basics.phrases import say
from qualitydesk.insights.model.reports import AddedChart, ReportName, ReportOffer, ReportWish, ReportWords, Version
from qualitydesk.insights.printout.report_common import period_words
from qualitydesk.insights.printout.report_tables import lines_of, tables_of
from qualitydesk.insights.rules.reports import periods, problems_in_report, usual_period
from qualitydesk.insights.service import QualityReports
from qualitydesk.insights.service.quality_reports import FORMS
from qualitydesk.insights.ui.added_charts import AddedCharts
from qualitydesk.insights.ui.issuing import ask_to_issue, report_title
from qualitydesk.insights.ui.report_files import write_tables
from qualitydesk.kit.elided import ElidedLabel
from qualitydesk.kit.exporting import export
from qualitydesk.kit.page import Page
from qualitydesk.kit.pickers import Choice, Picker
from qualitydesk.kit.pieces import Banner, hbox, label, panel, set_problem, vbox
from qualitydesk.kit.scrolled import scroll_column
from qualitydesk.kit.theme import EDGE, GRID
from qualitydesk.kit.tools import Tools
from qualitydesk.papers.model import PaperLine
from qualitydesk.papers.ui.preview_dialog import PreviewDialog, suggested_name

_PAUSE = 900  # milliseconds without a key until the words are saved


@dataclass(frozen=True)
class _Read:
    """A report as it stands in the records, read on a lane."""

    wish: ReportWish
    lines: list[tuple[str, str]]
    words: ReportWords
    charts: tuple[AddedChart, ...]
    issued: tuple[PaperLine, ...]


class QualityReportsPage(Page):
    """Signals: `closed` back to the charts. The words save themselves a moment after the last key."""

    concerns = frozenset(
        {
            Change.ROUNDS, Change.FINDINGS, Change.CASES, Change.SLIPS, Change.POINTS, Change.TIERS, Change.MEASURES,
            Change.DIRECTORY, Change.VISITORS, Change.TRENDS, Change.PLANS,
        }
    )  # fmt: skip
    closed = Signal()

    def __init__(
        self,
        tools: Tools,
        reports: QualityReports,
        by: Callable[[], By],
        original: Callable[[UUID], bytes],
        today: date,
        parent: QWidget | None = None,
    ) -> None:
        """`original(paper_id)`: an issued paper's file."""
        super().__init__(tools, "", parent)
        self.set_title(self.tr("Reports"))
        self._reports, self._by, self._original, self._today = reports, by, original, today
        self._kept: ReportWords | None = None
        self._wish = ReportWish(ReportName.QUARTER, usual_period(ReportName.QUARTER, today))
        self._saving = False
        self._waiting: list[Callable[[], object] | None] = []
        self._saver = QTimer(self)
        self._saver.setSingleShot(True)
        self._saver.setInterval(_PAUSE)
        self._saver.timeout.connect(self.save)
        self._make_pickers()
        self.language.setMinimumContentsLength(7)
        self.state = ElidedLabel()
        self.state.setProperty("tone", "muted")
        row = hbox(self.name, self.period, self.place, self.version, self.language, None, self.state, gap=GRID)
        self.body.addLayout(row)
        self.trouble = Banner("", "danger")
        self.trouble.hide()
        self.body.addWidget(self.trouble)
        both = hbox(self._records(), self._words(), gap=EDGE)
        both.setStretch(0, 1)
        both.setStretch(1, 1)
        self.body.addLayout(both)
        self.body.setStretch(2, 1)
        self.add_button(self.tr("Back"), "arrow-left", self._leave, role="quiet", sequence="Esc")
        self.export_button = self.add_button(self.tr("Export"), "download", self.export, sequence="Ctrl+E")
        self.preview_button = self.add_button(self.tr("Preview"), "eye", self.preview, sequence="Ctrl+Shift+P")
        self.issue_button = self.add_button(self.tr("Issue"), "printer", self.issue, role="primary", sequence="Ctrl+P")
        self._enable()

    def _make_pickers(self) -> None:
        speech = self.tools.language
        self.name = Picker([Choice(one, say(speech, f"quality.name.{one}")) for one in ReportName])
        self.period = Picker([])
        self.place = Picker([Choice(None, self.tr("The whole group"))])
        self.version = Picker([Choice(one, say(speech, f"quality.version.{one}")) for one in Version])
        self.language = Picker([Choice("zh", "中文"), Choice("en", "English")])
        for made, words in (
            (self.name, self.tr("Report")),
            (self.period, self.tr("Period")),
            (self.place, self.tr("Of")),
            (self.version, self.tr("Version")),
            (self.language, self.tr("Language of the paper")),
        ):
            made.setAccessibleName(words)
            made.setToolTip(words)
        self._offer_periods(self._wish.name)
        self.place.choose(None)
        self.version.choose(Version.MEETING)
        self.language.choose(speech)
        for made in (self.name, self.period, self.place, self.version):
            made.picked.connect(lambda _key: self._picked())

    def _offer_periods(self, name: ReportName) -> None:
        kind = "quarter" if name is ReportName.QUARTER else "month"
        self.period.show_choices(
            [Choice(one, period_words(one, kind, self.tools.language)) for one in periods(name, self._today)]
        )
        self.name.choose(name)
        self.period.choose(usual_period(name, self._today))
        self.version.setVisible(name is ReportName.SCORE)

    def _records(self) -> QWidget:
        self.lines = label("", wrap=True, selectable=True)
        return scroll_column(self.tr("From the records"), label(self.tr("From the records"), "section"), self.lines)

    def _words(self) -> QWidget:
        self.summary, self.proposals = QPlainTextEdit(), QPlainTextEdit()
        self.proposals_title = label("", "section")
        for editor in (self.summary, self.proposals):
            editor.setTabChangesFocus(True)
            editor.textChanged.connect(self._typed)
        self.summary.setAccessibleName(self.tr("In your words"))
        self.summary.setPlaceholderText(self.tr("What the reader should know first"))
        self.added = AddedCharts(self.tools.language)
        self.added.dropped.connect(self.drop_chart)
        box = panel()
        column = vbox(
            label(self.tr("In your words"), "section"), self.summary, self.proposals_title, self.proposals, self.added,
            gap=GRID // 2,
        )  # fmt: skip
        column.setContentsMargins(EDGE, EDGE, EDGE, EDGE)
        box.setLayout(column)
        self._name_proposals()
        return box

    def _name_proposals(self) -> None:
        words = {
            ReportName.QUARTER: self.tr("Proposals"),
            ReportName.MONTH: self.tr("Changes of the way of working"),
            ReportName.SCORE: self.tr("Remarks"),
        }[self._wish.name]
        self.proposals_title.setText(words)
        self.proposals.setAccessibleName(words)

    # Which report

    def wish(self) -> ReportWish:
        """Which report is shown."""
        return self._wish

    def _picked(self) -> None:
        """Another report, period, place or version; what is unsaved of this one is saved first."""
        name = ReportName(str(self.name.chosen() or self._wish.name))
        if name is not self._wish.name:
            self._offer_periods(name)
        first, place = self.period.chosen(), self.place.chosen()
        version = Version(str(self.version.chosen() or Version.MEETING))
        wish = ReportWish(
            name,
            first if isinstance(first, date) else usual_period(name, self._today),
            place if isinstance(place, UUID) else None,
            version if name is ReportName.SCORE else Version.HR,
        )
        if wish != self._wish:
            self.show_report(wish)

    def show_report(self, wish: ReportWish) -> None:
        """Turn to a report."""
        if self.is_changed():
            self.save(then=lambda: self._turn(wish))
        else:
            self._turn(wish)

    def _turn(self, wish: ReportWish) -> None:
        self._wish = wish
        self._kept = None
        if self.name.chosen() != wish.name:
            self._offer_periods(wish.name)
        self.version.setVisible(wish.name is ReportName.SCORE)
        for picker, key in ((self.period, wish.first), (self.place, wish.institution_id)):
            picker.choose(key)
        if wish.name is ReportName.SCORE:
            self.version.choose(wish.version)
        self._name_proposals()
        self.lines.setText(self.tr("Reading…"))
        self._enable()
        self.refresh(frozenset())

    def refresh(self, changes: frozenset[Change]) -> None:
        """Gather the report anew; words being typed stay."""
        operations = self.tools.operations
        operations.read(self, self._reports.offer, then=self._show_offer, topic="offer")
        operations.read(self, self._read, self._wish, self._by(), then=self._show, topic="report")

    def _show_offer(self, offer: ReportOffer) -> None:
        self._today = offer.today
        chosen = self.place.chosen()
        whole = Choice(None, self.tr("The whole group"))
        self.place.show_choices([whole, *(Choice(key, words) for key, words in offer.institutions)])
        self.place.choose(chosen)

    def _read(self, wish: ReportWish, by: By) -> _Read:
        words = self._reports.words(wish)
        values = self._reports.values(wish, words, self.tools.language, by)
        charts = self._reports.charts(wish.first) if wish.name is ReportName.QUARTER else ()
        lines = lines_of(wish.name, values, self.tools.language)
        return _Read(wish, lines, words, charts, tuple(self._reports.issued(words, wish.version)))

    def _show(self, read: _Read) -> None:
        if read.wish != self._wish:
            return
        close = read.wish.name is ReportName.SCORE  # many short lines
        rows = [f"{name}  {said}" if close else f"{name}\n{said}" for name, said in read.lines]
        self.lines.setText(("\n" if close else "\n\n").join(rows))
        if self._kept is None or not self.is_changed():
            self._kept = read.words
            for editor, text in ((self.summary, read.words.summary), (self.proposals, read.words.proposals)):
                if editor.toPlainText() != text:
                    editor.setPlainText(text)
        self.added.show_charts(read.charts)
        self.added.setVisible(read.wish.name is ReportName.QUARTER)
        self._say_state(read.issued)
        self._enable()

    def drop_chart(self, chart_id: UUID) -> None:
        """Take a chart out of the report."""
        verb = partial(self._reports.drop_chart, chart_id, self._by())
        self.tools.operations.write(verb, then=lambda _none: self.refresh(frozenset()), asker=self)

    def _say_state(self, issued: tuple[PaperLine, ...]) -> None:
        words = self.tr("Issued, check code {check}") if issued else self.tr("Not issued yet")
        self.state.setText(words.format(check=issued[0].check) if issued else words)

    # Her words

    def words(self) -> ReportWords | None:
        """What the fields hold now; None before the report was read."""
        if self._kept is None:
            return None
        summary, proposals = (one.toPlainText().strip() for one in (self.summary, self.proposals))
        return replace(self._kept, summary=summary, proposals=proposals)

    def is_changed(self) -> bool:
        """Whether words are typed that are not saved yet."""
        return self._kept is not None and self.words() != self._kept

    def _typed(self) -> None:
        if self.is_changed():
            self.state.setText(self.tr("Saving…"))
            self._saver.start()

    def _enable(self) -> None:
        for made in (self.export_button, self.preview_button, self.issue_button):
            made.setEnabled(self._kept is not None)

    def _sound(self) -> ReportWords | None:
        """The words when nothing is wrong with them; what is wrong is told above."""
        words = self.words()
        wrong = problems_in_report(words) if words is not None else []
        self.trouble.say("\n".join(self.tools.prompts.words_of(problem) for problem in wrong), "danger")
        for name, editor in (("summary", self.summary), ("proposals", self.proposals)):
            set_problem(editor, any(problem.field == name for problem in wrong))
        return None if wrong else words

    def save(self, then: Callable[[], object] | None = None) -> None:
        """Keep the words as they stand."""
        self._saver.stop()
        if self._saving:  # one after the other: the second needs the revision of the first
            self._waiting.append(then)
            return
        words = self._sound()
        if words is None:
            return
        self._saving = True

        def kept(value: ReportWords) -> None:
            self._saving = False
            waiting, self._waiting = self._waiting, []
            if (value.name, value.first, value.institution_id) == _key(self._wish):
                self._kept = value
                self.state.setText(self.tr("Saved"))
            if then is not None:
                then()
            for after in waiting:
                self.save(then=after)
            if self.is_changed() and not self._saving:
                self._saver.start()

        verb = partial(self._reports.keep, words, self._by())
        self.tools.operations.write(verb, then=kept, failed=self._refused, asker=self)

    def _refused(self, error: Exception) -> bool:
        self._saving, self._waiting = False, []
        if not isinstance(error, Refused) or error.code != "stale":
            return False
        self._saver.stop()
        self.trouble.say(
            self.tr("Another window has saved other words for this report. Copy yours, then press F5 to read theirs."),
            "danger",
        )
        self._kept = None
        self._enable()
        return True

    # Paper and file

    def preview(self) -> None:
        """How the paper would look now."""
        words = self._sound()
        if words is not None:
            self._show_pdf(partial(self._reports.preview, self._wish, words, self._speech(), self._by()))

    def issue(self) -> None:
        """After a question keep the words, print the report into the archive and show it."""
        if self._sound() is not None:
            ask_to_issue(self.tools, self, self._wish, self._today, self._issue)

    def _issue(self) -> None:
        self._saver.stop()
        if self._saving:
            self.save(then=self._issue)
            return
        words = self._sound()
        if words is None:
            return

        def issued(paper_id: UUID) -> None:
            self._kept = None  # its revision has moved on
            self.refresh(frozenset())
            self._show_pdf(partial(self._original, paper_id))

        verb = partial(self._reports.issue, self._wish, words, self._by(), self._speech())
        self.tools.operations.write(verb, then=issued, failed=self._refused, asker=self)

    def export(self) -> None:
        """The tables of the report as a workbook or CSV."""
        words = self._sound()
        if words is None:
            return
        wish, language, by = self._wish, self._speech(), self._by()

        def write(path: Path) -> int:
            return write_tables(path, tables_of(wish.name, self._reports.values(wish, words, language, by), language))

        export(self.tools, self, self.tr("Export the tables"), self._title(), write)

    def _speech(self) -> str:
        return str(self.language.chosen() or self.tools.language)

    def _title(self) -> str:
        return report_title(self._wish, self.tools.language)

    def _show_pdf(self, query: Callable[[], bytes]) -> None:
        title, kind = self._title(), FORMS[self._wish.name]
        PreviewDialog(self.tools, title, query, suggested_name(title), kind=kind, parent=self.window()).open()

    # Leaving

    def _leave(self) -> None:
        if self.is_changed():
            self.save(then=self.closed.emit)
        else:
            self.closed.emit()

    def may_leave(self) -> bool:
        return not self.is_changed()

    def leaving_words(self) -> tuple[str, str, Callable[[], object]]:
        """What is said when another page is asked for, and the way out."""
        return self.tr("What you have written in this report is not saved yet."), self.tr("Save"), self.save


def _key(wish: ReportWish) -> tuple[ReportName, date, UUID | None]:
    return wish.name, wish.first, wish.institution_id
