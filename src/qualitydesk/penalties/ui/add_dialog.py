"""Puts an act of a finished round on a slip by hand: who, which item, why; what the ladder makes of it is shown."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from uuid import UUID

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from qualitydesk.basics.changes import By, Done
from qualitydesk.basics.errors import Problem, Refused
from qualitydesk.basics.phrases import say
from qualitydesk.kit.draft_dialog import DraftDialog
from qualitydesk.kit.glyphs import GlyphHint
from qualitydesk.kit.pickers import Choice, Picker
from qualitydesk.kit.pieces import label
from qualitydesk.kit.tools import Tools
from qualitydesk.penalties.model import Addable, AddDraft, Decision, SlipLine
from qualitydesk.penalties.rules import problems_in_adding
from qualitydesk.penalties.service import Penalties
from qualitydesk.penalties.ui.beside import beside_words
from qualitydesk.penalties.ui.live_sum import LiveSum
from qualitydesk.penalties.ui.words import outcome_words

_SHORT = 24  # letters of a note that are shown beside an item
_ANY_REASON = "…"


class AddDialog(DraftDialog):
    """Proposes a slip for what the program did not propose. `items`: what may be put in, by person."""

    def __init__(
        self,
        tools: Tools,
        penalties: Penalties,
        round_id: UUID,
        items: Sequence[Addable],
        by: Callable[[], By],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(tools, "", parent=parent)
        self.setWindowTitle(self.tr("Put in an act by hand"))
        self.save_button.setText(self.tr("Propose"))
        self._penalties = penalties
        self._round_id = round_id
        self._items = items
        people = {one.employee_id: Choice(one.employee_id, one.employee, one.employee_number) for one in items}
        self.person = Picker(tuple(people.values()), placeholder=self.tr("Choose a person of this round"))
        self.item = Picker(placeholder=self.tr("Choose an item"))
        self.reason = QLineEdit()
        self.improvement = QPlainTextEdit()
        self.beside, self.other_act = label("", tone="warning", wrap=True), QLineEdit()
        self.outcome = LiveSum(self, penalties)
        self.add_row("employee_id", self.tr("Person"), self.person, required=True)
        hint = self.tr(
            "Items that were partly met or have a note come first. What the round found stands there already."
        )
        self.add_row("item_code", self.tr("Item"), self.item, hint=hint, required=True)
        GlyphHint(self.add_row("reason", self.tr("Reason, printed on the slip"), self.reason, required=True))
        self.add_wide(self.beside)
        self._other = self.add_row("other_act", self.tr("Why it is another act"), self.other_act, required=True)
        improvement = self.tr("Left empty, the slip says: {words}").format(
            words=say(tools.language, "slip.improvement")
        )
        self.add_row("improvement", self.tr("Improvement wanted"), self.improvement, hint=improvement)
        self.add_wide(self.outcome)
        self.person.picked.connect(self._show_items)
        self.item.picked.connect(lambda _code: self._ask_outcome())
        if len(people) == 1:
            self.person.choose(next(iter(people)))
        self._show_items(self.person.chosen())
        self._propose_with(by)

    def read_draft(self) -> AddDraft:
        person, item = self.person.chosen(), self.item.chosen()
        return AddDraft(
            person if isinstance(person, UUID) else None,
            item if isinstance(item, str) else "",
            self.reason.text().strip(),
            self.improvement.toPlainText().strip(),
            self.other_act.text().strip(),
        )

    def problems_in(self, draft: object) -> Sequence[Problem]:
        assert isinstance(draft, AddDraft)
        return problems_in_adding(draft)

    def _show_items(self, person: object) -> None:
        """Only what was looked at on her; what stood chosen for somebody else goes."""
        language = self.tools.language
        mine = [one for one in self._items if one.employee_id == person]
        told = beside_words(mine[0].alike, mine[0].points, language) if mine else []
        self.beside.setText("\n".join(told))
        self.beside.setVisible(bool(told))
        self._other.set_shown(bool(told))
        self.item.show_choices([Choice(one.item_code, one.title[language], self._beside(one)) for one in mine])
        self._ask_outcome()

    def _beside(self, one: Addable) -> str:
        """How it was answered, and the beginning of the note."""
        words = say(self.tools.language, f"verdict.{one.verdict}") if one.verdict else self.tr("not answered")
        note = one.note if len(one.note) <= _SHORT else one.note[:_SHORT] + "…"
        return f"{words} · {note}" if note else words

    def _ask_outcome(self) -> None:
        draft = self.read_draft()
        self.outcome.show_words("")
        if draft.employee_id is None or not draft.item_code:
            return
        wanted = AddDraft(draft.employee_id, draft.item_code, _ANY_REASON)
        self.tools.operations.read(
            self,
            self._penalties.decide_added,
            self._round_id,
            wanted,
            then=self._show_outcome,
            failed=lambda error: isinstance(error, Refused),
        )

    def _show_outcome(self, decision: Decision) -> None:
        self.outcome.show_decision(decision, outcome_words(decision, self.tools.language))

    def _propose_with(self, by: Callable[[], By]) -> None:
        def propose(draft: AddDraft, who: By) -> Done[SlipLine]:
            return self._penalties.add(self._round_id, draft, who)

        self.writes(propose, by())
