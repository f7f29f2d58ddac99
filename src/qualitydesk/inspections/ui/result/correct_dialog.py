"""An answer of a finished round given anew: what stands there, what it was, who decides, and why."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from PySide6.QtWidgets import QCheckBox, QLineEdit, QPlainTextEdit, QWidget

from qualitydesk.basics.clock import local
from qualitydesk.basics.errors import Problem
from qualitydesk.basics.phrases import say
from qualitydesk.directory.model import Person
from qualitydesk.inspections.model import AnswerKind, Correction, Given, Item, Verdict
from qualitydesk.inspections.rules.drafts import problems_in_answer
from qualitydesk.inspections.rules.stepping import Typed, retimed
from qualitydesk.inspections.rules.units import unit_words
from qualitydesk.inspections.ui.result.rows import AnswerRow
from qualitydesk.inspections.ui.words import given_words, plain
from qualitydesk.kit.dates import moment_words
from qualitydesk.kit.draft_dialog import DraftDialog
from qualitydesk.kit.pickers import Choice, NumberBox, Picker
from qualitydesk.kit.pieces import Facts
from qualitydesk.kit.tools import Tools

BY_FIGURE = "by_figure"


@dataclass(frozen=True)
class CorrectionDraft:
    """The answer as it is to hold, why, and who decides it."""

    given: Given
    reason: str
    decided_by: UUID | None


class CorrectDialog(DraftDialog):
    """Asks for the new answer by the item's kind. The rules judge it; the first answer stays on record."""

    def __init__(
        self,
        tools: Tools,
        row: AnswerRow,
        history: Sequence[Correction],
        colleagues: Sequence[Person],
        me: UUID | None,
        now: datetime,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(tools, "", save_text="", parent=parent)
        self.setWindowTitle(self.tr("Correct an answer"))
        self.save_button.setText(self.tr("Correct"))
        self._item: Item = row.item
        self._before = row.given
        self._now = now
        self._unread: list[Problem] = []
        self.add_wide(self._facts(row, history))
        self.answer = Picker([Choice(key, words) for key, words in self._choices()])
        self.number, self.seen, self.failed = QLineEdit(), NumberBox(most=9999), NumberBox(most=9999)
        self.began, self.ended = QLineEdit(), QLineEdit()
        self.note, self.reason = QPlainTextEdit(), QPlainTextEdit()
        self.fixed = QCheckBox(self.tr("Fixed on the spot"))
        self.decided_by = Picker(
            [
                Choice(one.id, one.name, f"{one.number} · {one.post}")
                for one in colleagues
                if one.id != row.stop.employee_id
            ]
        )
        self._add_answer_rows()
        self.add_row("note", self.tr("Note"), self.note)
        self.add_row("fixed", self.tr("Measure"), self.fixed)
        self.add_row("reason", self.tr("Reason"), self.reason, required=True)
        self.add_row("decided_by", self.tr("Decided by"), self.decided_by, required=True)
        self._show_given(self._before or Given())
        self.decided_by.choose(me)
        self.answer.picked.connect(lambda _key: self._suit())
        self._suit()

    def _facts(self, row: AnswerRow, history: Sequence[Correction]) -> QWidget:
        language = self.tools.language
        now = given_words(row.item, row.given, language)
        facts = [(self.tr("Person or place"), row.stop.name), (self.tr("Item"), row.item.title[language])]
        if history:
            facts.append((self.tr("On the round"), given_words(row.item, history[0].before, language)))
        for one in history:
            words = self.tr("{answer} · {time} · {name} · {reason}").format(
                answer=given_words(row.item, one.given, language),
                time=moment_words(one.corrected_at),
                name=one.decided_by,
                reason=one.reason,
            )
            facts.append((self.tr("Corrected"), words))
        shown = Facts()
        shown.show_facts([*facts, (self.tr("Holds now"), now)])
        return shown

    def _choices(self) -> list[tuple[str, str]]:
        language, kind = self.tools.language, self._item.kind
        words = [Verdict.PASS, Verdict.FAIL, Verdict.NOT_APPLICABLE]
        if kind is AnswerKind.PARTLY:
            words.insert(1, Verdict.PARTLY)
        if not self._figured:
            return [(one.value, say(language, f"verdict.{one.value}")) for one in words]
        if kind is not AnswerKind.STEP:
            words = [Verdict.NOT_APPLICABLE]
        return [(BY_FIGURE, self.tr("As the figure says"))] + [
            (one.value, say(language, f"verdict.{one.value}")) for one in words
        ]

    @property
    def _figured(self) -> bool:
        return self._item.by_figure or self._item.kind in (AnswerKind.SCALE, AnswerKind.COUNT)

    def _add_answer_rows(self) -> None:
        unit = unit_words(self._item.limit.unit, self.tools.language) if self._item.limit else ""
        kind = self._item.kind
        self.add_row("verdict", self.tr("New answer"), self.answer, required=True)
        if kind is AnswerKind.SCALE:
            self.add_row("number", self.tr("0 to 5"), self.number)
        elif kind is AnswerKind.MEASURED:
            self.add_row("number", self.tr("Figure"), self.number, hint=unit)
        elif kind is AnswerKind.COUNT:
            self.add_row("seen", self.tr("Seen"), self.seen)
            self.add_row("failed", self.tr("Failed"), self.failed)
        elif kind is AnswerKind.STEP:
            self.add_row("began", self.tr("Began"), self.began, hint=self.tr("Time of day, as 10:42 or 10:42:30"))
            self.add_row("ended", self.tr("Ended"), self.ended)
            if self._item.by_figure:
                self.add_row("number", self.tr("Took"), self.number, hint=unit)

    def _show_given(self, given: Given) -> None:
        judged_by_word = given.verdict is not None and (
            not self._figured or given.verdict is Verdict.NOT_APPLICABLE or given.number is given.seen is None
        )
        first = BY_FIGURE if self._figured else Verdict.PASS.value
        self.answer.choose(given.verdict.value if judged_by_word and given.verdict else first)
        if self.answer.chosen() is None:
            self.answer.choose(first)
        self.number.setText("" if given.number is None else plain(given.number))
        self.seen.setValue(given.seen or 0)
        self.failed.setValue(given.failed or 0)
        for line, at in ((self.began, given.began), (self.ended, given.ended)):
            line.setText(f"{local(at):%H:%M:%S}" if at else "")
        self.note.setPlainText(given.note)
        self.fixed.setChecked(given.fixed)

    def _suit(self) -> None:
        """Fields of a figure only where it is the figure that says."""
        wanted = self.answer.chosen() != Verdict.NOT_APPLICABLE.value
        for name in ("number", "seen", "failed", "began", "ended"):
            if name in self._fields:
                self.field_row(name).set_shown(wanted)

    def read_draft(self) -> CorrectionDraft:
        """The correction as the editors show it."""
        given = replace(self._answer(), note=self.note.toPlainText().strip(), fixed=self.fixed.isChecked())
        return CorrectionDraft(given, self.reason.toPlainText().strip(), self.decided_by.chosen())  # type: ignore[arg-type]

    def _answer(self) -> Given:
        self._unread = []
        chosen = str(self.answer.chosen() or "")
        verdict = None if chosen in ("", BY_FIGURE) else Verdict(chosen)
        kind = self._item.kind
        if verdict is Verdict.NOT_APPLICABLE:
            return Given(verdict)
        if kind is AnswerKind.COUNT:
            return Given(verdict, seen=self.seen.value(), failed=self.failed.value())
        if kind is AnswerKind.STEP:
            return replace(self._step(), verdict=verdict)
        return Given(verdict, self._number() if self._figured else None)

    def _step(self) -> Given:
        """The step's times; untouched ones keep their day."""
        before = self._before or Given()
        typed = Typed(self.began.text().strip(), self.ended.text().strip(), self.number.text().strip())
        made = retimed(self._item, before, typed, self._now)
        if isinstance(made, Problem):
            self._unread.append(made)
            return before
        return made

    def _number(self) -> float | None:
        text = self.number.text().strip().replace(",", ".").replace("，", ".")
        try:
            return float(text) if text else None
        except ValueError:
            self._unread.append(Problem("number", "figure_missing"))
            return None

    def problems_in(self, draft: object) -> Sequence[Problem]:
        """What the rules have against it."""
        assert isinstance(draft, CorrectionDraft)
        found = self._unread or problems_in_answer(self._item, draft.given, self._now)
        if self._figured and draft.given.verdict is None and not self._unread and self._nothing(draft.given):
            found = [Problem("number" if "number" in self._fields else "seen", "figure_missing")]
        if not draft.reason:
            found = [*found, Problem("reason", "reason_missing")]
        if draft.decided_by is None:
            found = [*found, Problem("decided_by", "decider_missing")]
        return found

    def _nothing(self, given: Given) -> bool:
        return given.number is None and not given.seen and given.began is None
