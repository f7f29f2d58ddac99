"""What was decided on an appeal: upheld, reduced line by line, or withdrawn; by whom, when and why."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from uuid import UUID

from PySide6.QtWidgets import QPlainTextEdit, QWidget

from qualitydesk.basics import money
from qualitydesk.basics.changes import By, Done
from qualitydesk.basics.errors import Problem
from qualitydesk.basics.phrases import capital, say
from qualitydesk.complaints.ui.files_field import Attached, FilesField, read_files
from qualitydesk.kit.dates import day_long
from qualitydesk.kit.draft_dialog import DraftDialog, FieldRow
from qualitydesk.kit.keys import Key
from qualitydesk.kit.pickers import Choice, DayPicker, MoneyBox, Picker
from qualitydesk.kit.pieces import button, label
from qualitydesk.kit.theme import GRID
from qualitydesk.kit.tools import Tools
from qualitydesk.papers.ui.preview_dialog import PreviewDialog, suggested_name
from qualitydesk.penalties.model import AppealDecision, AppealOutcome, Approvers, SlipSheet
from qualitydesk.penalties.rules import amounts_after, problems_in_decision
from qualitydesk.penalties.service import Penalties
from qualitydesk.penalties.ui.answer_dialog import take_files
from qualitydesk.penalties.ui.deciders import decider_choices, prefill
from qualitydesk.penalties.ui.explaining import WHY, Explaining
from qualitydesk.penalties.ui.words import change_words, name_now, pays_words


@dataclass(frozen=True)
class Decided:
    """What the dialog hands over: the draft and the files, still to be read."""

    decision: AppealDecision
    files: tuple[Attached, ...]


class AppealDecisionDialog(DraftDialog):
    """Records a decision; who had a part in the slip is not offered. The paper can be looked at before."""

    def __init__(
        self,
        tools: Tools,
        penalties: Penalties,
        sheet: SlipSheet,
        deciders: tuple[Approvers, Mapping[UUID, Problem]],
        by: By,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(tools, "", parent=parent)
        assert sheet.appeal is not None and sheet.today is not None
        slip, self._sheet, self._today, self._penalties = sheet.view.slip, sheet, sheet.today, penalties
        allowed, self._barred = deciders
        self.setWindowTitle(self.tr("Decide the appeal against {number}").format(number=slip.number))
        self.save_button.setText(self.tr("Decide"))
        offered = decider_choices(allowed.people, self._barred.get)
        self.decided_by = Picker(offered)
        self.on = DayPicker(sheet.today)
        self.outcome = Picker(
            [Choice(one, capital(say(tools.language, f"appeal.outcome.{one}"))) for one in self._outcomes()],
            optional=True,
            placeholder=self.tr("Choose"),
        )
        self.reason = QPlainTextEdit()
        self.files = FilesField(tools, name_now)
        self._add_rows(allowed)
        self.preview_button = button(self.tr("Preview the paper"), "printer", self._preview)
        self.add_extra_button(self.preview_button)
        take_files(self, self.files, self.reason, self.reason.viewport())
        self.setMinimumWidth(88 * GRID)
        prefill(self.decided_by, offered, by, self._who)
        self.outcome.choose(None)
        self.outcome.picked.connect(lambda _key: self._show_amounts())
        self._show_amounts()

        def decide(draft: Decided) -> Done[UUID]:
            files = read_files(draft.files)
            language = tools.language
            return penalties.decide_appeal(slip.id, slip.revision, draft.decision, by, files=files, language=language)

        self.writes(decide)

    def _outcomes(self) -> tuple[AppealOutcome, ...]:
        """Nothing is reduced where nobody pays."""
        reducible = any(self._sheet.amounts)
        return tuple(one for one in AppealOutcome if one is not AppealOutcome.REDUCED or reducible)

    def _add_rows(self, allowed: Approvers) -> None:
        appeal = self._sheet.appeal
        assert appeal is not None
        told = self.tr("{name}, {day}: {words}")
        self.add_wide(label(told.format(name=appeal.by, day=day_long(appeal.on), words=appeal.words), wrap=True))
        hint = self.tr("By the rule: {posts}; not whoever proposed or issued the slip, nor whoever pays by it.")
        self._who = self.add_row(
            "decided_by",
            self.tr("Who decides"),
            self.decided_by,
            hint=hint.format(posts=" / ".join(allowed.posts)),
            required=True,
        )
        self.add_row("on", self.tr("Day of the decision"), self.on, required=True)
        self.add_row("outcome", self.tr("Decision"), self.outcome, required=True)
        self.sums = label("", wrap=True, selectable=True)
        self.amounts: list[MoneyBox] = []
        self._amount_rows: list[FieldRow] = []
        payments = self._sheet.view.slip.decision.payments
        for at, (payment, fen) in enumerate(zip(payments, self._sheet.amounts, strict=True)):
            box = MoneyBox(fen)
            who = f"{capital(say(self.tools.language, f'role.{payment.role}'))} {payment.name}"
            hint = self.tr("Before: {sum}. Never more.").format(sum=money.words(fen))
            box.textChanged.connect(lambda *_words: self._show_sums())
            self.amounts.append(box)
            self._amount_rows.append(self.add_row(f"amounts.{at}", who, box, hint=hint))
        explaining = Explaining(self.tools, self._penalties, self)
        slip_id = self._sheet.view.slip.id
        self.key_table.bind(Key(WHY, self.tr("Why these sums?"), lambda: explaining.explain(slip_id)))
        if payments:
            self.add_row("sums", self.tr("Who pays what"), self.sums)
        self.add_row("reason", self.tr("Reason, printed on the decision"), self.reason, required=True)
        self.add_row("files", self.tr("What belongs to it"), self.files)

    def read_draft(self) -> Decided:
        who, what = self.decided_by.chosen(), self.outcome.chosen()
        outcome = AppealOutcome(str(what)) if what is not None else None
        reduced = outcome is AppealOutcome.REDUCED
        draft = AppealDecision(
            outcome,
            who if isinstance(who, UUID) else None,
            self.on.day(),
            self.reason.toPlainText().strip(),
            tuple(box.fen() for box in self.amounts) if reduced else (),
        )
        return Decided(draft, self.files.files())

    def problems_in(self, draft: object) -> Sequence[Problem]:
        assert isinstance(draft, Decided) and self._sheet.appeal is not None
        who = draft.decision.decided_by
        barred = Problem("decided_by", "decider_missing") if who is None else self._barred.get(who)
        found = problems_in_decision(
            draft.decision, before=self._sheet.amounts, appealed_on=self._sheet.appeal.on, today=self._today
        )
        return (*((barred,) if barred else ()), *found)

    def _show_amounts(self) -> None:
        reduced = self.outcome.chosen() == AppealOutcome.REDUCED
        for row in self._amount_rows:
            row.set_shown(reduced)
        self._show_sums()

    def _show_sums(self) -> None:
        """Each payer and all together, before → after this decision."""
        language, chosen = self.tools.language, self.outcome.chosen()
        before, told = self._sheet.amounts, []
        outcome = AppealOutcome(str(chosen)) if chosen is not None else None
        typed = tuple(box.fen() for box in self.amounts)
        known = outcome is not AppealOutcome.REDUCED or None not in typed
        after = amounts_after(AppealDecision(outcome, amounts=typed), before) if known else before
        for one, was, now in zip(self._sheet.view.slip.decision.payments, before, after, strict=True):
            sums = money.words(was) if outcome is None or not known else change_words(was, now, language)
            told.append(pays_words(one, sums, language))
        whole = sum(before), sum(after)
        sums = money.words(whole[0]) if outcome is None or not known else change_words(*whole, language)
        told.append(self.tr("Together: {sums}").format(sums=sums))
        self.sums.setText("\n".join(told))

    def _preview(self) -> None:
        draft = self.read_draft()
        problems = self.problems_in(draft)
        self.show_problems(problems)
        if problems:
            return
        title = self.tr("Draft of the decision on {number}").format(number=self._sheet.view.slip.number)
        slip_id, language = self._sheet.view.slip.id, self.tools.language
        query = partial(self._penalties.appeal_preview, slip_id, draft.decision, language)
        PreviewDialog(self.tools, title, query, suggested_name(title), kind="appeal_decision", parent=self).open()
