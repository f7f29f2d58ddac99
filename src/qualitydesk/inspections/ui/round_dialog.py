"""A new round: what kind, where, by whom, with which packs, and who is walked. Hands out a `RoundDraft`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from uuid import UUID

from PySide6.QtWidgets import QBoxLayout, QListWidget, QSizePolicy, QWidget

from qualitydesk.basics.changes import By
from qualitydesk.basics.errors import Problem
from qualitydesk.basics.phrases import say
from qualitydesk.directory.model import EmployeeFilter, Institution, Person
from qualitydesk.directory.service import Directory
from qualitydesk.inspections.model import Pack, RoundDraft, RoundKind
from qualitydesk.inspections.rules.choosing import items_for
from qualitydesk.inspections.rules.drafts import problems_in_round
from qualitydesk.inspections.service import Rounds, Standards
from qualitydesk.inspections.ui.people_choice import PeopleChoice
from qualitydesk.kit.draft_dialog import DraftDialog
from qualitydesk.kit.pickers import Choice, ManyPicker, Picker
from qualitydesk.kit.pieces import label, vbox
from qualitydesk.kit.theme import GRID
from qualitydesk.kit.tools import Tools

MANY = 12
"""More people than this are not walked by a slip of the Enter key: the round is begun after a question."""

_NO_LIMIT = 16_777_215  # Qt's QWIDGETSIZE_MAX


@dataclass(frozen=True)
class Offer:
    """What the dialog offers, read once before it opens."""

    institutions: tuple[Institution, ...]
    inspectors: tuple[Person, ...]
    packs: tuple[Pack, ...]


def read_offer(directory: Directory, standards: Standards) -> Offer:
    """Institutions at work, everybody who could inspect, the packs in force."""
    return Offer(
        tuple(directory.institutions(active_only=True)),
        tuple(directory.people(EmployeeFilter())),
        tuple(standards.packs()),
    )


class RoundDialog(DraftDialog):
    """Begins a round. All packs are ticked, and all people they are meant for by post and sex.

    What is inspected stands at the left, who is inspected at the right; the totals stay in sight beside the buttons.
    """

    def __init__(
        self, tools: Tools, rounds: Rounds, offer: Offer, by: Callable[[], By], parent: QWidget | None = None
    ) -> None:
        super().__init__(tools, "", save_text="", parent=parent)
        self.setWindowTitle(self.tr("New round"))
        self.save_button.setText(self.tr("Begin round"))
        self._rounds = rounds
        self._colleagues = offer.inspectors
        self._packs = {pack.code: pack for pack in offer.packs}
        self._counts: dict[UUID, int] = {}
        self._suggested: Sequence[Person] = ()
        language = tools.language
        self.kind = Picker([Choice(kind, say(language, f"round_kind.{kind.value}")) for kind in RoundKind])
        self.institution = Picker([Choice(one.id, one.name, one.code) for one in offer.institutions])
        self.inspectors = ManyPicker()
        self.packs = ManyPicker(
            [Choice(pack.code, pack.name[language], self._pack_note(pack)) for pack in offer.packs], search=False
        )
        self.people = PeopleChoice()
        self.add_row("kind", self.tr("Kind"), self.kind, required=True)
        self.add_row("institution_id", self.tr("Institution"), self.institution, required=True)
        self.add_row("inspector_ids", self.tr("Inspectors"), self.inspectors, required=True)
        self.add_row("pack_codes", self.tr("Standards"), self.packs, required=True)
        self.add_row("employee_ids", self.tr("People"), self.people, required=True)
        self._set_people_aside()
        self.totals = label("", "section")
        self.add_extra_button(self.totals)
        self._propose(offer, by())
        self.institution.picked.connect(lambda _key: self._other_institution())
        self.packs.picked.connect(lambda _keys: self._ask_people())
        self.inspectors.picked.connect(lambda _keys: self._show_people(self._suggested))
        self.people.picked.connect(self._count)
        self._count()
        self._ask_people()
        self.setMinimumWidth(112 * GRID)
        self.resize(122 * GRID, self.height())

    def _set_people_aside(self) -> None:
        """People in a column of their own over the whole height: one column of everything is taller than a screen."""
        row = self.field_row("employee_ids")
        for part in (row.caption, row.right):
            self._form.removeWidget(part)
        aside = QWidget()
        column = vbox(row.caption, row.right, gap=0)
        column.setStretch(1, 1)
        aside.setLayout(column)
        self._form.addWidget(aside, 0, 2, self._form.rowCount(), 1)
        self._form.setColumnStretch(1, 4)
        self._form.setColumnStretch(2, 5)
        for name in ("inspector_ids", "pack_codes"):
            row = self.field_row(name)
            shown = row.editor.findChild(QListWidget)
            assert shown is not None
            shown.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)  # as low as it may be
            shown.setMaximumHeight(_NO_LIMIT)
            for holder, inside in ((row.right, row.editor), (row.editor, shown)):
                held = holder.layout()
                assert isinstance(held, QBoxLayout)
                held.setStretchFactor(inside, 1)
            self._form.setRowStretch(self._form.getItemPosition(self._form.indexOf(row.right))[0], 1)  # type: ignore[index]
        filled = self._inside.layout()
        assert isinstance(filled, QBoxLayout)
        filled.setStretch(0, 1)  # the lists take what height there is
        filled.setStretch(1, 0)

    def _pack_note(self, pack: Pack) -> str:
        return self.tr("{items} items · {minutes} min each").format(items=len(pack.items), minutes=pack.minutes)

    def _propose(self, offer: Offer, by: By) -> None:
        """A patrol by whoever sits here, where he works, with every pack."""
        self.kind.choose(RoundKind.PATROL)
        me = next((one for one in offer.inspectors if one.id == by.decided_by), None)
        at_home = me is not None and self.institution.choose(me.institution_id)
        if not at_home and offer.institutions:
            self.institution.choose(offer.institutions[0].id)
        self._offer_inspectors()
        if me is not None:
            self.inspectors.choose([me.id])
        self.packs.choose(list(self._packs))

    def _offer_inspectors(self) -> None:
        """People of the chosen institution first, those of others behind them with its name; ticks stay, on top."""
        here = self.institution.chosen()
        at_home = [one for one in self._colleagues if one.institution_id == here]
        others = [one for one in self._colleagues if one.institution_id != here]
        self.inspectors.show_choices(
            [Choice(one.id, one.name, f"{one.number} · {one.post}") for one in at_home]
            + [Choice(one.id, one.name, f"{one.number} · {one.post} · {one.institution}") for one in others]
        )
        self.inspectors.ticked_first()

    def _other_institution(self) -> None:
        self._offer_inspectors()
        self._ask_people()

    def read_draft(self) -> RoundDraft:
        """The draft as the editors show it."""
        return RoundDraft(
            self.kind.chosen() or RoundKind.PATROL,  # type: ignore[arg-type]
            self.institution.chosen(),  # type: ignore[arg-type]
            self.inspectors.chosen(),  # type: ignore[arg-type]
            self.packs.chosen(),  # type: ignore[arg-type]
            self.people.chosen(),
        )

    def problems_in(self, draft: object) -> Sequence[Problem]:
        """What the rules have against it."""
        assert isinstance(draft, RoundDraft)
        return problems_in_round(draft)

    def is_changed(self) -> bool:
        """Cancelling loses nothing that was typed: a dialog of ticks closes without asking."""
        return False

    def _save(self) -> None:
        """Begin at once with a few people; of many, ask with the numbers."""
        for name, picker in (("kind", self.kind), ("institution_id", self.institution)):
            if picker.untaken():
                self._go_to(self.field_row(name))
                return
        draft = self.read_draft()
        if len(draft.employee_ids) <= MANY or self.problems_in(draft):
            super()._save()
            return
        self.tools.prompts.ask(
            self,
            self.tr("Begin round?"),
            self.tr("Begin the round with {people} people and {items} items?").format(
                people=len(draft.employee_ids), items=self._items()
            ),
            yes=self.tr("Begin round"),
            no=self.tr("Back to the choice"),
            then=super()._save,
        )

    def _chosen_packs(self) -> list[Pack]:
        return [self._packs[str(code)] for code in self.packs.chosen()]

    def _ask_people(self) -> None:
        where = self.institution.chosen()
        codes = [pack.code for pack in self._chosen_packs()]
        if not isinstance(where, UUID) or not codes:
            self._show_people([])
            return
        ask = partial(self._rounds.suggested_people, where, codes)
        self.tools.operations.read(self, ask, then=self._show_people, topic="people")

    def _show_people(self, suggested: Sequence[Person]) -> None:
        """Everybody proposed but the inspectors: nobody inspects himself."""
        self._suggested = suggested
        inspectors = self.inspectors.chosen()
        people = [one for one in suggested if one.id not in inspectors]
        packs = self._chosen_packs()
        self._counts = {one.id: len(items_for(packs, one.sex, one.post_code)) for one in people}
        self.people.show_people(people, self._counts)

    def _items(self) -> int:
        return sum(self._counts.get(one, 0) for one in self.people.chosen())

    def _count(self) -> None:
        people = len(self.people.chosen())
        self.totals.setText(self.tr("{people} people · {items} items").format(people=people, items=self._items()))
