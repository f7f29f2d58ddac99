"""What the page of an employee shows of penalties: the slips on this person, and what they come to."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any
from uuid import UUID

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from qualitydesk.basics import money
from qualitydesk.basics.changes import Change
from qualitydesk.basics.phrases import capital, say
from qualitydesk.kit.card import Explanation, Line
from qualitydesk.kit.dates import day_words
from qualitydesk.kit.explain_dialog import ExplainDialog
from qualitydesk.kit.keys import Key, KeyTable
from qualitydesk.kit.panels import Panel
from qualitydesk.kit.pieces import hbox, label, vbox
from qualitydesk.kit.table import Table
from qualitydesk.kit.table_model import Column, PagedModel
from qualitydesk.kit.theme import GRID
from qualitydesk.kit.tools import Tools
from qualitydesk.penalties.model import PaidLine, PersonSum, SlipFilter, SlipState
from qualitydesk.penalties.service import Penalties
from qualitydesk.penalties.ui.explaining import explain_from, total_column, why_key
from qualitydesk.penalties.ui.live_sum import sum_button
from qualitydesk.penalties.ui.words import NOTHING, TONES, event_words, rung_tone, rung_words, state_words


class SlipsOfPerson(QWidget):
    """The slips on one employee, newest first; Enter opens one."""

    def __init__(
        self,
        tools: Tools,
        penalties: Penalties,
        employee_id: UUID,
        show: Callable[[UUID], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._tools = tools
        self._penalties = penalties
        self._employee_id = employee_id
        self.sentence, self.of_it = label(""), label("")
        self.total = sum_button(self._explain, self.tr("Which slips, in which months? (Shift+F4)"))
        self.lines = PagedModel(
            self._columns(),
            tools.operations,
            self._fetch,
            after_of=lambda line, _sort: (line.proposed_at, line.id),
            parent=self,
        )
        self.table = Table(self.lines, name=self.tr("Slips"), empty=self.tr("No slip was ever proposed."))
        self.table.opened.connect(lambda line: show(line.id))
        explain_from(self.table, tools, penalties, lambda line: line.id, show)
        self.key_table = KeyTable(self, (why_key(),))
        self.key_table.bind(Key("Shift+F4", self.tr("What the sum of this person comes from"), self._explain))
        self.setLayout(vbox(hbox(self.sentence, self.total, self.of_it, None, gap=GRID // 2), self.table, gap=GRID))
        tools.operations.changed.connect(self._hear)
        self._count()
        self.lines.reload()

    def _columns(self) -> Sequence[Column]:
        language = self._tools.language
        return (
            Column(self.tr("Number"), lambda line: line.number, width=160),
            Column(self.tr("Day of the act"), lambda line: line.act_day, text=day_words, align="right", width=112),
            Column(self.tr("Round or case"), lambda line: event_words(line, language), stretch=True),
            Column(
                self.tr("Rung"),
                lambda line: rung_words(line.rung, language),
                tone=lambda line: rung_tone(line.rung),
                width=96,
            ),
            total_column(self.tr("Total"), 96),
            Column(
                self.tr("State"),
                lambda line: state_words(line.state, language),
                tone=lambda line: TONES[line.state],
                width=88,
            ),
        )

    def _fetch(self, after: Any, limit: int, _sort: str, _descending: bool) -> Sequence[Any]:
        return self._penalties.lines(SlipFilter(employee_id=self._employee_id), after=after, limit=limit)

    def _hear(self, changes: frozenset[Change]) -> None:
        if Change.SLIPS in changes:
            self._count()
            self.lines.reload()

    def _count(self) -> None:
        self._tools.operations.read(self, self._penalties.paid_by, self._employee_id, then=self._say)

    def _say(self, found: PersonSum) -> None:
        self.sentence.setText(
            self.tr("Slips that stand: {slips}; paid by this person in all").format(slips=found.slips)
        )
        self.total.setText(money.words(found.total))
        self.of_it.setText(self.tr("of it as a superior {line}.").format(line=money.words(found.as_superior)))

    def _explain(self) -> None:
        """What the sum is made of."""
        self._tools.operations.read(self, self._penalties.paid, self._employee_id, then=self._show_paid, topic="why")

    def _show_paid(self, found: Sequence[PaidLine]) -> None:
        blocks = paid_explanations(found, self._tools.language)
        ExplainDialog(self.tr("What this person pays by slips"), blocks, self.window()).open()


def paid_explanations(found: Sequence[PaidLine], language: str) -> list[Explanation]:
    """Each slip with its sum and the months it was settled in; then what was withdrawn and no longer counts."""
    translate = QCoreApplication.translate
    standing = [one for one in found if one.state is not SlipState.WITHDRAWN]
    gone = [one for one in found if one.state is SlipState.WITHDRAWN]
    total = money.words(sum(one.amount for one in standing))
    lines = tuple(_paid_line(one, money.words(one.amount), language) for one in standing)
    title = translate("SlipsOfPerson", "Slips that stand")
    blocks = [Explanation(title, lines, translate("SlipsOfPerson", "Paid in all"), total)]
    if gone:
        lines = tuple(_paid_line(one, NOTHING, language) for one in gone)
        blocks.append(Explanation(translate("SlipsOfPerson", "Withdrawn: no longer counted"), lines))
    return blocks


def _paid_line(one: PaidLine, value: str, language: str) -> Line:
    role = capital(say(language, f"role.{one.role}"))
    settled = [
        QCoreApplication.translate("SlipsOfPerson", "settled {month}: {sum}").format(
            month=f"{month:%Y-%m}", sum=money.words(fen)
        )
        for month, fen in one.months
    ]
    if not settled and one.amount and one.state is not SlipState.WITHDRAWN:
        settled = [QCoreApplication.translate("SlipsOfPerson", "not settled yet")]
    note = " · ".join(
        part for part in (role, day_words(one.act_day), state_words(one.state, language), *settled, one.reason) if part
    )
    return Line(f"{one.number} · {one.employee}", value, "muted" if value == NOTHING else "text", note)


def slips_panel(tools: Tools, penalties: Penalties, show: Callable[[UUID], object]) -> Panel:
    """The panel for an employee's page; `show(slip id)` opens one."""
    title = QCoreApplication.translate("SlipsOfPerson", "Slips")
    return Panel(title, lambda employee_id: SlipsOfPerson(tools, penalties, employee_id, show))
