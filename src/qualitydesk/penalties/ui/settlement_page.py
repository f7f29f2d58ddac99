"""A month settled: every line explained, what is taken, paid and carried over, the check, and the lock."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QWidget

from qualitydesk.basics import money
from qualitydesk.basics.changes import By, Change
from qualitydesk.basics.errors import Refused
from qualitydesk.basics.phrases import capital, say
from qualitydesk.kit.card import ExplainCard, Explanation
from qualitydesk.kit.dates import moment_words
from qualitydesk.kit.exporting import export
from qualitydesk.kit.keys import Key
from qualitydesk.kit.page import Page
from qualitydesk.kit.pieces import Banner, hbox, label, set_tone
from qualitydesk.kit.scrolled import scroll_column
from qualitydesk.kit.table import Table
from qualitydesk.kit.table_model import Column, TableModel
from qualitydesk.kit.theme import GRID
from qualitydesk.kit.tools import Tools
from qualitydesk.papers.ui.preview_dialog import PreviewDialog, suggested_name
from qualitydesk.penalties.model.settlement import Lockers, PersonSettled, SettlementLine, Settling, Wage
from qualitydesk.penalties.rules.explaining import word
from qualitydesk.penalties.service import Penalties, Settlements
from qualitydesk.penalties.service.months import LIST
from qualitydesk.penalties.ui.explaining import ExplainDialog, Explaining, asks_of, why_key
from qualitydesk.penalties.ui.live_sum import sum_button
from qualitydesk.penalties.ui.month_picker import MonthPicker
from qualitydesk.penalties.ui.reward_words import KIND_TONES, fen_signed, line_card, month_cards, person_card, sum_tone
from qualitydesk.penalties.ui.settlement_dialogs import FineDialog, LockDialog, WageDialog
from qualitydesk.rulebook.model import Edition


class SettlementPage(Page):
    """Opens on the month before today's: the last one that may be locked."""

    concerns = frozenset(
        {Change.SLIPS, Change.POINTS, Change.REWARDS, Change.SETTLEMENTS, Change.RULEBOOK, Change.DIRECTORY}
    )

    def __init__(
        self,
        tools: Tools,
        settlements: Settlements,
        by: Callable[[], By],
        parent: QWidget | None = None,
        *,
        penalties: Penalties | None = None,
    ) -> None:
        """`penalties` explains the slips whose sums are settled."""
        super().__init__(tools, "", parent)
        self.set_title(self.tr("Settlement"))
        self._settlements = settlements
        self._by = by
        self._seen: Settling | None = None
        self.month = MonthPicker()
        self.gate = Banner("", "warning")
        self.warnings = Banner("", "warning")
        self.sums = sum_button(self.explain_sums, self.tr("What the sums of the month come from (Shift+F4)"))
        self.check = label("", "caption", wrap=True, selectable=True)
        self.lines = TableModel(self._columns(), key=lambda row: row.claim.key, parent=self)
        self.table = Table(
            self.lines,
            name=self.tr("Lines of the month"),
            empty=self.tr("Nothing is to be settled in this month: no slip has become final, no points, no rewards."),
            tools=tools,
            remember="settlement",
        )
        self.card = ExplainCard()
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setChildrenCollapsible(False)
        split.addWidget(self.table)
        split.addWidget(scroll_column(self.tr("Explanation"), self.card))
        split.setSizes([110 * GRID, 38 * GRID])
        self.body.addLayout(hbox(self.month, self.sums, None))
        self.body.addWidget(self.gate)
        self.body.addWidget(self.warnings)
        self.body.addWidget(split, 1)
        self.body.addWidget(self.check)
        self._add_buttons()
        self.month.picked.connect(lambda _key: self._read())
        self.table.picked.connect(self._explain)
        self.table.opened.connect(lambda _row: self._wage())
        self.explaining = Explaining(tools, penalties, self) if penalties is not None else None
        self.table.asked.connect(self._why)
        self.bind(why_key(), Key("Shift+F4", self.tr("What the sums of the month come from"), self.explain_sums))
        self._show_nothing("")

    def _add_buttons(self) -> None:
        self.fine_button = self.add_button(self.tr("What a fine is…"), "scale", self._fine, sequence="Ctrl+R")
        self.wage_button = self.add_button(self.tr("Wage…"), "pencil", self._wage, sequence="F2")
        self.export_button = self.add_button(self.tr("Export…"), "download", self._export, sequence="Ctrl+E")
        self.paper_button = self.add_button(self.tr("List"), "printer", self._paper, sequence="Ctrl+P")
        self.lock_button = self.add_button(self.tr("Lock…"), "lock", self._lock, role="primary", sequence="Ctrl+Return")

    def _columns(self) -> Sequence[Column]:
        language = self.tools.language
        return (
            Column(self.tr("Employee"), lambda row: f"{row.claim.name} ({row.claim.number})", width=144, sort="name"),
            Column(
                self.tr("Institution"),
                lambda row: row.claim.institution,
                stretch=True,
                sort="institution",
                elide="left",
            ),
            Column(
                self.tr("What"),
                lambda row: capital(say(language, f"settle.cause.{row.claim.cause}")),
                width=112,
                sort="cause",
            ),
            Column(self.tr("Number"), lambda row: row.claim.source, width=152, sort="source"),
            Column(
                self.tr("Kind"),
                lambda row: capital(say(language, f"settle.kind.{row.kind}")),
                tone=lambda row: KIND_TONES[row.kind],
                width=96,
                sort="kind",
            ),
            Column(
                self.tr("This month"),
                lambda row: row.taken,
                text=fen_signed,
                tone=lambda row: sum_tone(row.taken),
                align="right",
                width=96,
                sort="taken",
                asks=asks_of("taken"),
            ),
            Column(
                self.tr("Carried over"),
                lambda row: row.carried,
                text=fen_signed,
                tone=lambda row: "warning" if row.carried else "muted",
                align="right",
                width=96,
                sort="carried",
                asks=asks_of("carried"),
            ),
        )

    def refresh(self, changes: frozenset[Change]) -> None:
        """The months there are, and the one shown."""
        self.tools.operations.read(self, self._settlements.months, then=self._show_months, topic="months")

    def _show_months(self, found: Sequence[tuple[date, bool]]) -> None:
        months = [month for month, _ in found]
        notes = [self.tr("locked") if locked else "" for _, locked in found]
        kept = self.month.month()
        usual = months[1] if len(months) > 1 else months[0]
        self.month.offer(months, kept if kept in months else usual, notes)
        self._read()

    def _read(self) -> None:
        month = self.month.month()
        if month is not None:
            query = partial(self._settlements.month, month)
            self.tools.operations.read(self, query, then=self._show, failed=self._failed, topic="month")

    def _failed(self, error: Exception) -> bool:
        if isinstance(error, Refused):
            self._show_nothing(self.tools.prompts.words_for(error))
            return True
        return False

    def _show_nothing(self, why: str) -> None:
        self._seen = None
        self.lines.show_rows(())
        self.sums.setText("")
        self.check.setText("")
        self.gate.say(why, "warning")
        self.warnings.say("")
        for made in (self.wage_button, self.export_button, self.paper_button, self.lock_button):
            made.setEnabled(False)
        self.card.hide()

    def _show(self, found: Settling) -> None:
        self._seen = found
        language = self.tools.language
        self.lines.show_rows(found.lines)
        words = self.tr("Deducted {taken} · paid {paid} · carried over {carried}")
        self.sums.setText(
            words.format(
                taken=money.words(found.taken), paid=money.words(found.paid), carried=money.words(found.carried)
            )
        )
        self._say_gate(found)
        told = [word(line, language) for line in found.warnings if line.code != "settle.warn.not_open"]
        if found.older.slips:
            older = self.tr("Final before the first settled month, so not in the list: slips {count}, {total}.")
            told.append(older.format(count=found.older.slips, total=money.words(found.older.total)))
        self.warnings.say("\n".join(told) if found.lock is None else "", "warning")
        holds = found.check.holds
        sure = say(
            language,
            "settle.check.holds" if holds else "settle.check.differs",
            slips=found.check.slips,
            total=money.words(found.check.slips_total),
            lines=money.words(found.check.lines_total),
        )
        self.check.setText(self.tr("Check: {words}").format(words=sure))
        set_tone(self.check, "good" if holds else "danger")
        self.wage_button.setEnabled(found.lock is None and bool(found.lines))
        self.export_button.setEnabled(bool(found.lines))
        self.paper_button.setEnabled(bool(found.lines) or found.lock is not None)
        self.lock_button.setEnabled(found.lock is None and found.may_lock)
        if found.lines and self.table.current_row() is None:
            self.table.selectRow(0)
        self._explain(self.table.current_row())

    def _say_gate(self, found: Settling) -> None:
        """What a fine is, and whether the list is open to it; of a locked month who locked it."""
        language, lock = self.tools.language, found.lock
        if lock is not None:
            words = self.tr(
                "Locked by {decider} on {day}, typed by {typist} at {moment}. A fine is: {fine}. {document}"
            )
            told = words.format(
                decider=lock.decided_by,
                day=lock.decided_on,
                typist=lock.entered_by,
                moment=moment_words(lock.locked_at),
                fine=say(language, f"settle.fine_is.{lock.fine_is}"),
                document=lock.document,
            )
            self.gate.say(told, "info")
            return
        fine = say(language, f"settle.fine_is.{found.gate.fine_is}")
        if found.gate.opens:
            words = self.tr("A fine is: {fine}, by {document}. Adopted {adopted}, staff told {told}.")
            edition = found.gate.edition
            told = words.format(
                fine=fine,
                document=found.gate.rule.document,
                adopted=edition.adopted_on,
                told=edition.notified_on,
            )
            self.gate.say(told, "good")
            return
        between = "、" if language == "zh" else ", "
        missing = between.join(say(language, f"settle.gate.{one}") for one in found.gate.missing)
        words = self.tr("A fine is: {fine}. No fine enters the list until this is recorded (Ctrl+R): {missing}.")
        self.gate.say(words.format(fine=fine, missing=missing), "warning")

    def _explain(self, row: object) -> None:
        line = row if isinstance(row, SettlementLine) else None
        self.card.setVisible(line is not None)
        if line is not None and self._seen is not None:
            self.card.show_explanation(*self._blocks(line))

    def _blocks(self, line: SettlementLine) -> list[Explanation]:
        person = self._person_of(line)
        return [line_card(line, self.tools.language), *([person_card(person)] if person else [])]

    def _why(self, line: SettlementLine) -> None:
        """Of a slip everything it stands on, and below it what of that is taken in this month."""
        title = self.tr("Why this sum? {name} · {what}")
        cause = say(self.tools.language, f"settle.cause.{line.claim.cause}")
        told = title.format(name=line.claim.name, what=f"{cause} {line.claim.source}".strip())
        if line.claim.slip_id is not None and self.explaining is not None:
            self.explaining.explain(line.claim.slip_id, self._blocks(line))
        else:
            ExplainDialog(told, self._blocks(line), self.window()).open()

    def explain_sums(self) -> None:
        """What the month takes, pays and carries over, person by person."""
        if self._seen is not None and self._seen.people:
            title = self.tr("What the sums of {month} come from").format(month=f"{self._seen.month:%Y-%m}")
            ExplainDialog(title, month_cards(self._seen), self.window()).open()

    def _person_of(self, line: SettlementLine) -> PersonSettled | None:
        people = self._seen.people if self._seen else ()
        return next((one for one in people if one.person_id == line.claim.person_id), None)

    def _fine(self) -> None:
        def both() -> tuple[Edition, date]:
            return self._settlements.latest_rule(), self._settlements.today()

        def ask(found: tuple[Edition, date]) -> None:
            FineDialog(self.tools, self._settlements, *found, self._by(), self.window()).open()

        self.tools.operations.read(self, both, then=ask, topic="dialog")

    def _wage(self) -> None:
        row, seen = self.table.current_row(), self._seen
        if not isinstance(row, SettlementLine) or seen is None or seen.lock is not None:
            return
        person = self._person_of(row)
        if person is None:
            return

        def both() -> tuple[Wage, int | None]:
            known = self._settlements.wage(seen.month, person.person_id)
            return known, self._settlements.minimum_of(seen.month, person.institution_id)

        def ask(found: tuple[Wage, int | None]) -> None:
            percent = seen.gate.rule.cap_percent
            by, window = self._by(), self.window()
            WageDialog(self.tools, self._settlements, seen.month, person, *found, by, percent, window).open()

        self.tools.operations.read(self, both, then=ask, topic="dialog")

    def _lock(self) -> None:
        seen = self._seen
        if seen is None or seen.lock is not None:
            return

        def both() -> tuple[Lockers, date]:
            return self._settlements.lockers(), self._settlements.today()

        def ask(found: tuple[Lockers, date]) -> None:
            LockDialog(self.tools, self._settlements, seen, *found, self._by(), self.window()).open()

        self.tools.operations.read(self, both, then=ask, topic="dialog")

    def _export(self) -> None:
        if self._seen is not None:
            month, language = self._seen.month, self.tools.language
            name = self.tr("Settlement {month}").format(month=f"{month:%Y-%m}")
            write = partial(self._settlements.export, month=month, language=language)
            export(self.tools, self, self.tr("Export the settlement"), name, write)

    def _paper(self) -> None:
        if self._seen is not None:
            month = self._seen.month
            words = self.tr("Settlement list {month}") if self._seen.lock else self.tr("Draft of the list {month}")
            title = words.format(month=f"{month:%Y-%m}")
            query = partial(self._settlements.paper, month, self.tools.language)
            PreviewDialog(self.tools, title, query, suggested_name(title), kind=LIST, parent=self.window()).open()
