"""What a fine is, a wage typed in, a month locked: the dialogs of the settlement."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from uuid import UUID

from PySide6.QtWidgets import QLineEdit, QWidget

from qualitydesk.basics import money
from qualitydesk.basics.changes import By, Done
from qualitydesk.basics.errors import Problem
from qualitydesk.basics.phrases import capital, say
from qualitydesk.kit import card
from qualitydesk.kit.draft_dialog import DraftDialog
from qualitydesk.kit.keys import Key
from qualitydesk.kit.pickers import Choice, DayPicker, MoneyBox, Picker
from qualitydesk.kit.pieces import Banner, button, label
from qualitydesk.kit.tools import Tools
from qualitydesk.penalties.model.settlement import (
    FineDraft,
    LockDraft,
    Lockers,
    PersonSettled,
    Settling,
    Wage,
    WageDraft,
)
from qualitydesk.penalties.model.slip import ApprovalWay
from qualitydesk.penalties.rules import word
from qualitydesk.penalties.rules.points import month_after
from qualitydesk.penalties.rules.settling import problems_in_lock, problems_in_wage, unchecked
from qualitydesk.penalties.service import Settlements
from qualitydesk.penalties.ui.deciders import decider_choices, prefill
from qualitydesk.penalties.ui.explaining import WHY, ExplainDialog
from qualitydesk.penalties.ui.reward_words import person_card
from qualitydesk.rulebook.model import Edition
from qualitydesk.rulebook.model.rewarding import FineIs
from qualitydesk.rulebook.rules import read_settlement


class FineDialog(DraftDialog):
    """The setting "what a fine is", with the record that opens the deduction list and the legal note beside it."""

    def __init__(
        self,
        tools: Tools,
        settlements: Settlements,
        latest: Edition,
        today: date,
        by: By,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(tools, "", parent=parent)
        self.setWindowTitle(self.tr("What a fine is"))
        language, rule = tools.language, read_settlement(latest.values)
        self.fine_is = Picker([Choice(one, capital(say(language, f"settle.fine_is.{one}"))) for one in FineIs])
        self.fine_is.choose(rule.fine_is)
        self.document = QLineEdit(rule.document)
        self.document.setCursorPosition(0)  # a long name shows its beginning
        self.effective_from = DayPicker(max(today, latest.effective_from + timedelta(days=1)))
        self.adopted_on = DayPicker(latest.adopted_on, optional=True)
        self.notified_on = DayPicker(latest.notified_on, optional=True)
        self.add_row("fine_is", self.tr("What a fine is"), self.fine_is, required=True)
        self.add_row(
            "document",
            self.tr("Rule document"),
            self.document,
            hint=self.tr("The adopted document by its name and year. Without it no fine enters a deduction list."),
        )
        self.add_row(
            "effective_from",
            self.tr("In force from"),
            self.effective_from,
            hint=self.tr("A change begins a new edition on this day; dates alone are noted on the one that stands."),
            required=True,
        )
        self.add_row(
            "adopted_on",
            self.tr("Adopted on"),
            self.adopted_on,
            hint=self.tr("The day it was discussed with the staff or their congress and adopted."),
        )
        self.add_row(
            "notified_on",
            self.tr("Staff told on"),
            self.notified_on,
            hint=self.tr("The day it was published or told to the staff."),
        )
        note = label(say(language, "settle.law.note"), "caption", wrap=True, selectable=True)
        note.setAccessibleName(self.tr("Legal note"))
        self.add_section(self.tr("Legal note"))
        self.add_wide(note)

        def save(draft: FineDraft) -> Done[Edition]:
            return settlements.set_fine(draft, by)

        self.writes(save)

    def read_draft(self) -> FineDraft:
        return FineDraft(
            FineIs(str(self.fine_is.chosen() or FineIs.MONEY)),
            self.document.text().strip(),
            self.effective_from.day(),
            self.adopted_on.day(),
            self.notified_on.day(),
        )


class WageDialog(DraftDialog):
    """One person's wage of the month and the minimum wage of the place; both are gone once the month is locked."""

    def __init__(
        self,
        tools: Tools,
        settlements: Settlements,
        month: date,
        person: PersonSettled,
        known: Wage,
        minimum: int | None,
        by: By,
        percent: int,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(tools, "", parent=parent)
        self.setWindowTitle(self.tr("Wage of {name} in {month}").format(name=person.name, month=f"{month:%Y-%m}"))
        self._person = person
        self.wage = MoneyBox(known.wage)
        self.minimum = MoneyBox(known.minimum if known.minimum is not None else minimum)
        words = self.tr("Deducted in this month so far: {taken}; carried over: {carried}.")
        told = words.format(taken=money.words(person.taken), carried=money.words(person.carried))
        self.add_row("wage", self.tr("Wage of the month"), self.wage, hint=told)
        self.add_row(
            "minimum",
            self.tr("Minimum wage of the place"),
            self.minimum,
            hint=self.tr("{institution}: by the local notice in force.").format(institution=person.institution),
        )
        words = self.tr(
            "Only for the cap: no more than {percent} % of the wage, and no less than the minimum wage remains. "
            "The figure is deleted when the month is locked and never enters the audit. "
            "A database file on this computer is not encrypted: whoever can copy the file can read it until then."
        )
        self.add_wide(label(words.format(percent=percent), "caption", wrap=True))
        title = self.tr("What the sums of {name} come from").format(name=person.name)
        self.key_table.bind(
            Key(WHY, self.tr("Why these sums?"), lambda: ExplainDialog(title, [person_card(person)], self).open())
        )

        def save(draft: WageDraft) -> Done[None]:
            return settlements.type_wage(month, draft, by)

        self.writes(save)

    def read_draft(self) -> WageDraft:
        return WageDraft(self._person.person_id, self.wage.fen(), self.minimum.fen())

    def problems_in(self, draft: object) -> Sequence[Problem]:
        assert isinstance(draft, WageDraft)
        unread = [
            Problem(name, "wage_unread")
            for name, box in (("wage", self.wage), ("minimum", self.minimum))
            if not box.is_amount()
        ]
        return unread or problems_in_wage(draft)


class LockDialog(DraftDialog):
    """Who locks the month: somebody else than who prepared it, by a post of the rule."""

    def __init__(
        self,
        tools: Tools,
        settlements: Settlements,
        seen: Settling,
        lockers: Lockers,
        today: date,
        by: By,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(tools, "", parent=parent)
        self.setWindowTitle(self.tr("Lock {month}").format(month=f"{seen.month:%Y-%m}"))
        self.save_button.setText(self.tr("Lock"))
        self._seen, self._today, self._by = seen, today, by
        language = tools.language
        words = self.tr(
            "Deducted {taken}, paid {paid}, carried over {carried}. After this the month never changes: what is "
            "withdrawn or reduced later gives a reversing line in the next month. The list is archived, and the wages "
            "typed in for it are deleted."
        )
        told = words.format(
            taken=money.words(seen.taken), paid=money.words(seen.paid), carried=money.words(seen.carried)
        )
        self.add_wide(label(told, wrap=True))
        self._repeat_warnings()
        offered = decider_choices(lockers.people, lambda who: who == by.decided_by)
        self.decided_by = Picker(offered)
        self.on = DayPicker(today)
        self.way = Picker(
            [Choice(way, say(language, f"slip.way.{way.value}")) for way in ApprovalWay],
            optional=True,
            placeholder=self.tr("Choose"),
        )
        self.note = QLineEdit()
        hint = self.tr("By the rule: {posts}; not whoever prepared the list.")
        who = self.add_row(
            "decided_by",
            self.tr("Who decides"),
            self.decided_by,
            hint=hint.format(posts=" / ".join(lockers.posts)),
            required=True,
        )
        self.add_row("on", self.tr("Day of the decision"), self.on, required=True)
        self.add_row("way", self.tr("How it was told"), self.way, required=True)
        self.add_row("note", self.tr("Note"), self.note)
        prefill(self.decided_by, offered, by, who)
        self.way.choose(None)

        def lock(draft: LockDraft) -> Done[UUID]:
            return settlements.lock(seen.month, draft, by, language=language)

        self.writes(lock)

    def _repeat_warnings(self) -> None:
        """What was not checked and what was not taken, once more where it is still time; who, behind the button."""
        seen, language = self._seen, self.tools.language
        self.unchecked_button = button(self.tr("Whose cap is not checked?"), "info", self.show_unchecked)
        self.unchecked_button.setVisible(bool(unchecked(seen.people)))
        told = [word(line, language) for line in seen.warnings]
        self.warnings = Banner("\n".join(told), "warning", self.unchecked_button)
        self.warnings.setVisible(bool(told))
        self.add_wide(self.warnings)
        self.key_table.bind(
            Key(WHY, self.tr("Whose cap is not checked, and what is taken of them"), self.show_unchecked)
        )

    def show_unchecked(self) -> None:
        """Everybody something is taken from without a wage to check the cap by."""
        people = unchecked(self._seen.people)
        if not people:
            return
        lines = [
            card.Line(f"{one.name} ({one.number})", money.words(-one.taken), "warning", one.institution)
            for one in people
        ]
        title = self.tr("Caps not checked: {count}").format(count=len(people))
        total = money.words(-sum(one.taken for one in people))
        block = card.Explanation(title, tuple(lines), self.tr("Taken of them"), total)
        note = self.tr("No wage was typed in for them. Close this question and press F2 on a line to type one in.")
        ExplainDialog(title, [block], self, note=note).open()

    def read_draft(self) -> LockDraft:
        decided, way = self.decided_by.chosen(), self.way.chosen()
        return LockDraft(
            decided if isinstance(decided, UUID) else None,
            self.on.day(),
            ApprovalWay(str(way)) if way is not None else None,
            self.note.text().strip(),
            self._seen.seal,
        )

    def problems_in(self, draft: object) -> Sequence[Problem]:
        assert isinstance(draft, LockDraft)
        last = month_after(self._seen.month) - timedelta(days=1)
        return problems_in_lock(draft, last, self._today, self._by.decided_by)
