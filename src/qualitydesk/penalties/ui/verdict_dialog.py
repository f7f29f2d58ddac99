"""What somebody decided on a proposal to people: yes or no, who, on which day and why. Nothing happens by itself."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import partial
from uuid import UUID

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from qualitydesk.basics.changes import By, Done
from qualitydesk.basics.errors import Problem
from qualitydesk.basics.phrases import capital, say
from qualitydesk.kit.draft_dialog import DraftDialog
from qualitydesk.kit.pickers import Choice, DayPicker, Picker
from qualitydesk.kit.pieces import label
from qualitydesk.kit.theme import GRID
from qualitydesk.kit.tools import Tools
from qualitydesk.penalties.model import Approvers
from qualitydesk.penalties.model.points import Consequence, VerdictDraft
from qualitydesk.penalties.rules import word
from qualitydesk.penalties.rules.consequences import problems_in_verdict
from qualitydesk.penalties.service import Consequences
from qualitydesk.penalties.ui.deciders import decider_choices, prefill

Deciders = tuple[Approvers, Mapping[UUID, Problem]]


class VerdictDialog(DraftDialog):
    """Records the decision; how the proposal came about stands above, who may not decide is not offered."""

    def __init__(
        self,
        tools: Tools,
        consequences: Consequences,
        one: Consequence,
        deciders: Deciders,
        today: date,
        by: By,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(tools, "", parent=parent)
        language = tools.language
        self._one, self._today = one, today
        allowed, self._barred = deciders
        self.setWindowTitle(self.tr("Decide on {name}").format(name=one.name))
        self.save_button.setText(self.tr("Record the decision"))
        offered = decider_choices(allowed.people, self._barred.get)
        self.decided_by = Picker(offered)
        self.on = DayPicker(today)
        self.granted = Picker(
            [Choice(answer, say(language, f"verdict.{code}")) for answer, code in ((True, "yes"), (False, "no"))],
            optional=True,
            placeholder=self.tr("Choose"),
        )
        self.reason = QPlainTextEdit()
        self.add_wide(label(capital(say(language, f"points.follows.{one.kind}")), "section", wrap=True))
        self.add_wide(label("\n".join(word(line, language) for line in one.explanation), tone="muted", wrap=True))
        hint = self.tr("By the rule: {posts}; not whom it would hit, nor whoever proposed it.")
        self._who = self.add_row(
            "decided_by",
            self.tr("Who decides"),
            self.decided_by,
            hint=hint.format(posts=" / ".join(allowed.posts)),
            required=True,
        )
        self.add_row("on", self.tr("Day of the decision"), self.on, required=True)
        self.add_row("granted", self.tr("Decision"), self.granted, required=True)
        self.add_row("reason", self.tr("Reason"), self.reason, required=True)
        self.setMinimumWidth(72 * GRID)
        prefill(self.decided_by, offered, by, self._who)
        self.granted.choose(None)

        def decide(draft: VerdictDraft) -> Done[None]:
            return consequences.decide(one, draft, by)

        self.writes(decide)

    def read_draft(self) -> VerdictDraft:
        who, answer = self.decided_by.chosen(), self.granted.chosen()
        return VerdictDraft(
            answer if isinstance(answer, bool) else None,
            who if isinstance(who, UUID) else None,
            self.on.day(),
            self.reason.toPlainText().strip(),
        )

    def problems_in(self, draft: object) -> Sequence[Problem]:
        assert isinstance(draft, VerdictDraft)
        barred = self._barred.get(draft.decided_by) if draft.decided_by else None
        return (*((barred,) if barred else ()), *problems_in_verdict(draft, since=self._one.since, today=self._today))


def ask_verdict(
    tools: Tools, consequences: Consequences, one: Consequence, by: Callable[[], By], asker: QObject, parent: QWidget
) -> None:
    """Read who may decide, then open the dialog; where nobody holds the post, say so."""

    def show(deciders: Deciders) -> None:
        if not deciders[0].people:
            posts = " / ".join(deciders[0].posts)
            words = QCoreApplication.translate(
                "VerdictDialog", "By the rulebook {posts} decides, and nobody holds that post today."
            )
            tools.prompts.tell(
                parent, QCoreApplication.translate("VerdictDialog", "Nobody can decide yet"), words.format(posts=posts)
            )
            return

        def ask(today: date) -> None:
            VerdictDialog(tools, consequences, one, deciders, today, by(), parent=parent).open()

        tools.operations.read(asker, consequences.today, then=ask, topic="verdict day")

    tools.operations.read(asker, partial(consequences.deciders, one), then=show, topic="verdict")
