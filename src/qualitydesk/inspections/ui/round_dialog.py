"""A new round: what kind, where, by whom, with which packs, and who is walked. Hands out a `RoundDraft`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from uuid import UUID

from PySide6.QtWidgets import QWidget

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
from qualitydesk.kit.theme import GRID
from qualitydesk.kit.tools import Tools


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
    """Begins a round. All packs are ticked, and all people they are meant for by post and sex."""

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
        self._propose(offer, by())
        self.institution.picked.connect(lambda _key: self._other_institution())
        self.packs.picked.connect(lambda _keys: self._ask_people())
        self.inspectors.picked.connect(lambda _keys: self._show_people(self._suggested))
        self.people.picked.connect(self._count)
        self._count()
        self._ask_people()
        self.setMinimumWidth(96 * GRID)

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

    def _count(self) -> None:
        chosen = self.people.chosen()
        items = sum(self._counts.get(one, 0) for one in chosen)
        self.people.show_count(self.tr("{people} people · {items} items").format(people=len(chosen), items=items))
