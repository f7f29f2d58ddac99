"""An act no round tells of: observed by oneself or reported by another department, in a few fields to a proposal."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from uuid import UUID

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from qualitydesk.basics.changes import By, Done
from qualitydesk.basics.clock import local_day
from qualitydesk.basics.errors import Problem, Refused
from qualitydesk.basics.phrases import capital, say
from qualitydesk.complaints.ui.files_field import Attached, FilesField, read_files
from qualitydesk.directory.model import Person
from qualitydesk.inspections.model import ItemGroup
from qualitydesk.kit.draft_dialog import DraftDialog
from qualitydesk.kit.pickers import Choice, MomentPicker, Picker
from qualitydesk.kit.pieces import label
from qualitydesk.kit.theme import GRID
from qualitydesk.kit.tools import Tools
from qualitydesk.penalties.model import ActDraft, ActItem, ActSource, Alike, Decision, SlipLine
from qualitydesk.penalties.rules import problems_in_act
from qualitydesk.penalties.service import Penalties
from qualitydesk.penalties.ui.answer_dialog import take_files
from qualitydesk.penalties.ui.beside import alike_words
from qualitydesk.penalties.ui.live_sum import LiveSum
from qualitydesk.penalties.ui.words import name_now, outcome_words
from qualitydesk.rulebook.model import Gravity

_ANY = "…"
_GROUPS = (ItemGroup.CONDUCT, ItemGroup.APPEARANCE, ItemGroup.PROCESS)


@dataclass(frozen=True)
class ActOffer:
    """What the dialog offers: people, items, and the moment it was opened."""

    people: tuple[Person, ...]
    items: tuple[ActItem, ...]
    now: datetime


@dataclass(frozen=True)
class Told:
    """What the dialog hands over: the draft and the files, still to be read."""

    act: ActDraft
    files: tuple[Attached, ...]


class ActDialog(DraftDialog):
    """Proposes a slip. What is there already of the same employee near that day is shown before, with the question
    whether it is another event; what the ladder makes of the act stands below."""

    def __init__(
        self,
        tools: Tools,
        penalties: Penalties,
        offer: ActOffer,
        by: Callable[[], By],
        then: Callable[[object], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(tools, "", parent=parent)
        self.setWindowTitle(self.tr("An act outside a round"))
        self.save_button.setText(self.tr("Propose"))
        self._penalties, self._offer, self._by = penalties, offer, by
        self._near: tuple[Alike, ...] = ()
        language = tools.language
        people = [Choice(one.id, one.name, f"{one.number} · {one.department}", one.initials) for one in offer.people]
        self.source = Picker([Choice(one, capital(say(language, f"act.source.{one}"))) for one in ActSource])
        self.employee = Picker(people, optional=True, placeholder=self.tr("Type a name or number"))
        self.at = MomentPicker(offer.now)
        self.words = QPlainTextEdit()
        self.item = Picker(self._items(), optional=True, placeholder=self.tr("None fits"))
        self.group = Picker([Choice(one.value, say(language, f"item_group.{one}")) for one in _GROUPS])
        self.gravity = Picker([Choice(one, say(language, f"gravity.{one}")) for one in Gravity])
        self.column = Picker(
            [
                Choice(own, capital(say(language, f"ladder.column.{code}")))
                for own, code in ((True, "own_checks"), (False, "group_rounds"))
            ]
        )
        self.reporter = Picker(people, optional=True, placeholder=self.tr("Type a name or number"))
        self.witnesses, self.other = QLineEdit(), QLineEdit()
        self.files = FilesField(tools, name_now)
        self.alike = label("", tone="warning", wrap=True)
        self.outcome = LiveSum(self, penalties, self._decide)
        self._add_rows()
        self._connect()

        def propose(draft: Told) -> Done[SlipLine]:
            return penalties.propose_act(draft.act, by(), files=read_files(draft.files))

        self.writes(propose, then=then)

    def _items(self) -> list[Choice]:
        language = self.tools.language
        return [Choice(one.code, one.title[language], one.pack[language]) for one in self._offer.items]

    def _add_rows(self) -> None:
        self.add_row("source", self.tr("Source"), self.source, required=True)
        self._reporter = self.add_row("reported_by", self.tr("Reported by"), self.reporter, required=True)
        self.add_row("employee_id", self.tr("Employee"), self.employee, required=True)
        self.add_row("at", self.tr("When"), self.at, required=True)
        self.add_wide(self.alike)
        hint = self.tr("One event is sanctioned once. Printed on the slip.")
        self._other = self.add_row("other", self.tr("Why it is another event"), self.other, hint=hint, required=True)
        self.add_row("words", self.tr("What happened"), self.words, required=True)
        hint = self.tr("Decides what counts as the same: the third time the same item, the second the same kind.")
        self.add_row("item_code", self.tr("Item it is against"), self.item, hint=hint)
        self._group = self.add_row("group", self.tr("Kind of act"), self.group, required=True)
        self.add_row("gravity", self.tr("Gravity"), self.gravity)
        self.add_row("column", self.tr("Counted as"), self.column)
        self.add_row("witnesses", self.tr("Who else was there"), self.witnesses)
        self.add_row("files", self.tr("Proof"), self.files)
        self.add_wide(self.outcome)
        take_files(self, self.files, self.words, self.words.viewport())
        self.setMinimumWidth(88 * GRID)
        self.source.choose(ActSource.OBSERVED)
        self.group.choose(_GROUPS[0].value)
        self.gravity.choose(Gravity.ORDINARY)
        self.column.choose(True)
        self._show_rows()

    def _connect(self) -> None:
        self.source.picked.connect(lambda _key: self._show_rows())
        self.item.picked.connect(self._take_item)
        for editor in (self.employee, self.at):
            editor.picked.connect(lambda _key: self._look())
        for picker in (self.group, self.gravity, self.column, self.reporter):
            picker.picked.connect(lambda _key: self._ask_outcome())

    def read_draft(self) -> Told:
        def chosen(picker: Picker) -> UUID | None:
            key = picker.chosen()
            return key if isinstance(key, UUID) else None

        item, source = self.item.chosen(), ActSource(str(self.source.chosen()))
        reported = source is ActSource.REPORTED
        draft = ActDraft(
            source=source,
            employee_id=chosen(self.employee),
            at=self.at.moment(),
            words=self.words.toPlainText().strip(),
            item_code=item if isinstance(item, str) else "",
            group="" if isinstance(item, str) else str(self.group.chosen()),
            gravity=Gravity(str(self.gravity.chosen())),
            own_check=bool(self.column.chosen()),
            reported_by=chosen(self.reporter) if reported else None,
            witnesses=self.witnesses.text().strip(),
            other=self.other.text().strip() if self._near else "",
        )
        return Told(draft, self.files.files())

    def problems_in(self, draft: object) -> Sequence[Problem]:
        assert isinstance(draft, Told)
        latest = max(self._offer.now, name_now())  # it may have happened while the dialog stood open
        return problems_in_act(draft.act, now=latest, alike=bool(self._near))

    def _show_rows(self) -> None:
        self._reporter.set_shown(self.source.chosen() == ActSource.REPORTED)
        self._group.set_shown(self.item.chosen() is None)
        self._other.set_shown(bool(self._near))
        self.alike.setVisible(bool(self._near))

    def _take_item(self, code: object) -> None:
        """An item brings its gravity."""
        found = next((one for one in self._offer.items if one.code == code), None)
        if found is not None:
            self.gravity.choose(found.gravity)
        self._show_rows()
        self._ask_outcome()

    def _look(self) -> None:
        """What is there already of her near that day."""
        draft = self.read_draft().act
        self._show_alike(())
        if draft.employee_id is not None and draft.at is not None:
            query = partial(self._penalties.alike, draft.employee_id, local_day(draft.at))
            self.tools.operations.read(self, query, then=self._show_alike, topic="alike")
        self._ask_outcome()

    def _show_alike(self, found: tuple[Alike, ...]) -> None:
        self._near = found
        self.alike.setText(alike_words(found, self.tools.language))
        self._show_rows()

    def _ask_outcome(self) -> None:
        self.outcome.show_words("")
        self._decide(self._show_outcome)

    def _decide(self, then: Callable[[Decision], object]) -> None:
        """What the ladder says of the act as it stands in the dialog; nothing while it is not said whose it is."""
        draft = self.read_draft().act
        wanted = replace(draft, words=draft.words or _ANY, other=_ANY)
        if draft.employee_id is None or (draft.source is ActSource.REPORTED and draft.reported_by is None):
            return
        self.tools.operations.read(
            self,
            partial(self._penalties.decide_act, wanted, self._by()),
            then=then,
            failed=lambda error: isinstance(error, Refused),
            topic="outcome",
        )

    def _show_outcome(self, decision: Decision) -> None:
        self.outcome.show_decision(decision, outcome_words(decision, self.tools.language))
