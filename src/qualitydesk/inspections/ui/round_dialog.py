"""A new round: what kind, where, by whom, with which packs, and who and what is walked. Hands out a `RoundDraft`."""

from __future__ import annotations

from collections.abc import Callable, Sequence, Set
from dataclasses import dataclass, field
from functools import partial
from uuid import UUID

from PySide6.QtWidgets import QBoxLayout, QListWidget, QSizePolicy, QWidget

from qualitydesk.basics.changes import By
from qualitydesk.basics.errors import Problem
from qualitydesk.basics.phrases import say
from qualitydesk.directory.model import EmployeeFilter, Institution, Person, Place
from qualitydesk.directory.service import Directory
from qualitydesk.inspections.model import Pack, PackKind, PlanDraft, RoundDraft, RoundKind, Target
from qualitydesk.inspections.model.profiles import Profiles
from qualitydesk.inspections.rules.choosing import items_for, own_staff
from qualitydesk.inspections.rules.drafts import problems_in_round
from qualitydesk.inspections.service import Rounds, Standards
from qualitydesk.inspections.ui.by_profile import ByProfile
from qualitydesk.inspections.ui.lead_fields import LeadFields, Leading
from qualitydesk.inspections.ui.lot import Lot
from qualitydesk.inspections.ui.people_choice import PeopleChoice
from qualitydesk.inspections.ui.recheck_bar import Asking, RecheckBar
from qualitydesk.kit.draft_dialog import DraftDialog
from qualitydesk.kit.pickers import Choice, ManyPicker, Picker
from qualitydesk.kit.pieces import label, vbox
from qualitydesk.kit.theme import EDGE, GRID, ROW
from qualitydesk.kit.tools import Tools

MANY = 12
"""More stops than this are not walked by a slip of the Enter key: the round is begun after a question."""

_SEARCHED = 8  # more packs than this and they are found by typing
_NO_LIMIT = 16_777_215  # Qt's QWIDGETSIZE_MAX


@dataclass(frozen=True)
class Offer:
    """What the dialog offers, read once before it opens."""

    institutions: tuple[Institution, ...]
    packs: tuple[Pack, ...]
    leading: Leading
    profiles: Profiles = field(default_factory=dict)


def read_offer(directory: Directory, standards: Standards, rounds: Rounds) -> Offer:
    """Institutions at work, everybody who could inspect and the rule on it, the packs in force, the post profiles."""
    institutions = tuple(directory.institutions(active_only=True))
    regions = {one.id: one.region.value for one in directory.institutions()}
    posts = {post.code: post.name for post in directory.posts()}
    leading = Leading(tuple(directory.people(EmployeeFilter())), rounds.leading(), regions, posts)
    return Offer(institutions, tuple(standards.packs()), leading, standards.profile_packs())


class RoundDialog(DraftDialog):
    """Begins a round. The packs of the posts that are there are ticked; the people they are meant for by post and sex
    are offered and nobody is ticked, one key ticks all of the institution's own.

    What is inspected stands at the left, who and which places at the right; the totals stay in sight beside the
    buttons.
    """

    drawn_later = False
    """Whether people are drawn when the round planned here is started."""

    def __init__(
        self,
        tools: Tools,
        rounds: Rounds,
        offer: Offer,
        by: Callable[[], By],
        parent: QWidget | None = None,
        *,
        rechecks: Asking | None = None,
    ) -> None:
        super().__init__(tools, "", save_text="", parent=parent)
        self.setWindowTitle(self.tr("New round"))
        self.save_button.setText(self.tr("Begin round"))
        self._rounds = rounds
        self.draw = rounds.draw_sample
        self.posts_at = rounds.posts_at
        self._packs = {pack.code: pack for pack in offer.packs}
        self._counts: dict[UUID, int] = {}
        self._suggested: tuple[Sequence[Person], Sequence[Place]] = ((), ())
        language = tools.language
        self.kind = Picker([Choice(kind, say(language, f"round_kind.{kind.value}")) for kind in RoundKind])
        self.institution = Picker([Choice(one.id, one.name, one.code) for one in offer.institutions])
        self.packs = ManyPicker(
            [Choice(pack.code, pack.name[language], self._pack_note(pack)) for pack in offer.packs],
            search=len(offer.packs) > _SEARCHED,
        )
        self.people = PeopleChoice(language)
        self.by_profile = ByProfile(self, offer.profiles, offer.packs)
        self.lot = Lot(self, later=self.drawn_later)
        self.rechecks = RecheckBar(self, rechecks)
        self._first: list[UUID] = []
        self._needed: frozenset[str] = frozenset()
        self._awaited: RoundDraft | PlanDraft | None = None
        self._add_first_rows()
        self.add_row("kind", self.tr("Kind"), self.kind, required=True)
        self.add_row("institution_id", self.tr("Institution"), self.institution, required=True)
        self.leading = LeadFields(self, offer.leading, by().decided_by)
        self.lead, self.inspectors = self.leading.lead, self.leading.others
        self.add_row("by_profile", self.tr("By post"), self.by_profile.bar)
        self.add_row("pack_codes", self.tr("Standards"), self.packs, required=True)
        self._add_last_rows()
        self.add_row("employee_ids", self.tr("People and places"), self._people_side(), required=not self.drawn_later)
        self._set_people_aside()
        self.totals = label("", "section")
        self.add_extra_button(self.totals)
        self._propose(offer, by())
        self.kind.picked.connect(lambda _key: self._suit_lead())
        self.institution.picked.connect(lambda _key: self._other_institution())
        self.packs.picked.connect(lambda _keys: self._other_packs())
        self.by_profile.turned.connect(self._turn_profile)
        self.by_profile.fitted.connect(self._other_packs)
        self.leading.changed.connect(self._other_inspectors)
        self.people.picked.connect(self._count)
        self.people.turned.connect(self.lot.forget)
        self.key_table.bind(self.people.key())
        self._count()
        self.by_profile.fit()
        self.rechecks.ask(self.where())
        self.setMinimumWidth(112 * GRID)
        self.resize(min(148 * GRID, self.screen().availableGeometry().width() - 2 * EDGE), self.height())

    def _add_first_rows(self) -> None:
        """A planned round asks for its day first."""

    def _add_last_rows(self) -> None:
        """A planned round has a note."""

    def _people_side(self) -> QWidget:
        side = QWidget()
        column = vbox(self.people, self.rechecks.bar, self.lot.bar, gap=GRID // 2)
        column.setStretch(0, 1)
        side.setLayout(column)
        side.setFocusProxy(self.people)
        return side

    def _set_people_aside(self) -> None:
        """People in a column of their own over the whole height: one column of everything is taller than a screen."""
        row = self.field_row("employee_ids")
        self.people.setAccessibleName(row.words)
        for part in (row.caption, row.right):
            self._form.removeWidget(part)
        aside = QWidget()
        column = vbox(row.caption, row.right, gap=0)
        column.setStretch(1, 1)
        aside.setLayout(column)
        held = row.right.layout()
        assert isinstance(held, QBoxLayout)
        held.setStretchFactor(row.editor, 1)
        self._form.addWidget(aside, 0, 2, self._form.rowCount(), 1)
        self._form.setColumnStretch(1, 4)
        self._form.setColumnStretch(2, 5)
        for name in ("others", "pack_codes"):
            self._let_grow(name)
        filled = self._inside.layout()
        assert isinstance(filled, QBoxLayout)
        filled.setStretch(0, 1)  # the lists take what height there is
        filled.setStretch(1, 0)

    def _let_grow(self, name: str) -> None:
        """A list of ticks as low as it may be, as high as there is room."""
        row = self.field_row(name)
        shown = row.editor.findChild(QListWidget)
        assert shown is not None
        shown.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        shown.setMinimumHeight(2 * ROW if name == "others" else 3 * ROW)
        shown.setMaximumHeight(_NO_LIMIT)
        for holder, inside in ((row.right, row.editor), (row.editor, shown)):
            held = holder.layout()
            assert isinstance(held, QBoxLayout)
            held.setStretchFactor(inside, 1)
        place = self._form.getItemPosition(self._form.indexOf(row.right))
        self._form.setRowStretch(place[0], 1)  # type: ignore[index]

    def _pack_note(self, pack: Pack) -> str:
        counted = self.tr("{items} items · {minutes} min each").format(items=len(pack.items), minutes=pack.minutes)
        if pack.target is Target.PLACE:
            return self.tr("for places · {counted}").format(counted=counted)
        return self.tr("process · {counted}").format(counted=counted) if pack.kind is PackKind.PROCESS else counted

    def _propose(self, offer: Offer, by: By) -> None:
        """A patrol by whoever sits here, where he works, over people."""
        self.kind.choose(RoundKind.PATROL)
        me = next((one for one in offer.leading.colleagues if one.id == by.decided_by), None)
        at_home = me is not None and self.institution.choose(me.institution_id)
        if not at_home and offer.institutions:
            self.institution.choose(offer.institutions[0].id)
        self._suit_lead()
        if not self.by_profile.on():  # else they follow once it is known which posts are there
            self.packs.choose(self.usual_packs())

    def usual_packs(self) -> list[str]:
        """What is ticked where no profile says it: everything on how people are, or everything."""
        found = self._packs.values()
        return [p.code for p in found if p.kind is PackKind.STATE and p.target is Target.PERSON] or list(self._packs)

    def fill(self, draft: RoundDraft | PlanDraft) -> None:
        """Show what was planned; people and places as soon as they are read."""
        self.kind.choose(RoundKind(draft.kind))
        self.institution.choose(draft.institution_id)
        self.by_profile.turn(draft.by_profile)
        self.packs.choose(list(draft.pack_codes))
        self.packs.ticked_first()
        self._suit_lead()
        self.rechecks.ask(self.where())
        self.leading.fill(draft.inspector_ids, draft.lead_reason, draft.visitor, draft.visitor_code)
        self._awaited = draft
        self._ask_people()

    def begin_at(self, kind: RoundKind, where: UUID) -> None:
        """Of this kind at this institution."""
        self.kind.choose(kind)
        self.institution.choose(where)
        self._other_institution()

    def where(self) -> UUID | None:
        """The institution chosen."""
        found = self.institution.chosen()
        return found if isinstance(found, UUID) else None

    def _suit_lead(self) -> None:
        self.leading.suit(RoundKind(str(self.kind.chosen() or RoundKind.PATROL)), self.where())
        row = self.field_row("others").right
        place = self._form.getItemPosition(self._form.indexOf(row))
        self._form.setRowStretch(place[0], 0 if row.isHidden() else 1)  # type: ignore[index]
        self._show_suggested()

    def _turn_profile(self) -> None:
        self.lot.forget()
        self.by_profile.fit()

    def _other_packs(self) -> None:
        self.lot.outdate()
        self._ask_people()

    def _other_inspectors(self) -> None:
        self.lot.outdate(self.leading.inspector_ids())
        self._show_suggested()

    def _other_institution(self) -> None:
        self.lot.forget()
        self.people.begin_anew()
        self._suit_lead()
        self.by_profile.fit()
        self.rechecks.ask(self.where())

    def take_along(self, wanted: Sequence[UUID], items: Set[str]) -> None:
        """Tick these people and places and the standards that hold the items; they are walked first."""
        needed = [pack.code for pack in self._packs.values() if items & {item.code for item in pack.items}]
        self.packs.choose([*self.packs.chosen(), *needed])
        self._first, self._needed = list(wanted), frozenset(items)
        self._ask_people()

    def read_draft(self) -> object:
        """The draft as the editors show it."""
        visitor, code = self.leading.visitor_names()
        return RoundDraft(
            RoundKind(str(self.kind.chosen() or RoundKind.PATROL)),
            self.where(),
            self.leading.inspector_ids(),
            self.pack_codes(),
            self.people.chosen_people(),
            self.people.chosen_places(),
            self.people.chosen(),
            self.leading.reason_given(),
            visitor,
            code,
            self.lot.sample,
            self.by_profile.on(),
        )

    def pack_codes(self) -> tuple[str, ...]:
        """The packs ticked."""
        return tuple(str(code) for code in self.packs.chosen())

    def problems_in(self, draft: object) -> Sequence[Problem]:
        """What the rules have against it."""
        assert isinstance(draft, RoundDraft)
        return [*problems_in_round(draft), *self.leading.problems()]

    def is_changed(self) -> bool:
        """Cancelling loses nothing that was typed: a dialog of ticks closes without asking."""
        return bool(self.leading.reason_given() or any(self.leading.visitor_names()))

    def _untaken(self) -> bool:
        """Whether words stand in a picker that name no choice; goes there."""
        for name, picker in (("kind", self.kind), ("institution_id", self.institution), ("inspector_ids", self.lead)):
            if picker.untaken():
                self._go_to(self.field_row(name))
                return True
        return False

    def _save(self) -> None:
        """Begin at once with a few people; of many, ask with the numbers."""
        if self._untaken():
            return
        draft = self.read_draft()
        if len(self.people.chosen()) <= MANY or self.problems_in(draft):
            self._save_draft()
            return
        self.tools.prompts.ask(
            self,
            self.tr("Begin round?"),
            self.tr("Begin the round with {people} stops and {items} items?").format(
                people=len(self.people.chosen()), items=self._items()
            ),
            yes=self.tr("Begin round"),
            no=self.tr("Back to the choice"),
            then=self._save_draft,
        )

    def _save_draft(self) -> None:
        """Without a question."""
        super()._save()

    def _chosen_packs(self) -> list[Pack]:
        return [self._packs[code] for code in self.pack_codes()]

    def _ask_people(self) -> None:
        where, codes = self.where(), self.pack_codes()
        if where is None or not codes:
            self._show_people(((), ()))
            return
        ask = partial(suggested, self._rounds, where, codes, self.by_profile.on())
        self.tools.operations.read(self, ask, then=self._show_people, topic="people")

    def _show_people(self, found: tuple[Sequence[Person], Sequence[Place]]) -> None:
        self._suggested = found
        first, self._first = self._first, []
        if first and self.by_profile.on() and not self._asked(first):
            self.by_profile.turn(False)  # what is to be looked at again is asked, whatever the profile says
            self._first = first
            self._ask_people()
            return
        self._show_suggested()
        if first:
            self.lot.forget()
            self.people.choose(list(dict.fromkeys((*first, *self.people.chosen()))))
        awaited, self._awaited = self._awaited, None
        if awaited is None:
            return
        if awaited.employee_ids or awaited.place_ids:
            self.people.choose(awaited.order or (*awaited.employee_ids, *awaited.place_ids))
        if isinstance(awaited, RoundDraft) and awaited.sample is not None:
            self.lot.take(awaited.sample)
        self._remember()

    def _show_suggested(self) -> None:
        """Everybody proposed but the inspectors: nobody inspects himself."""
        inspectors = self.leading.inspector_ids()
        people = [one for one in self._suggested[0] if one.id not in inspectors]
        packs = self._chosen_packs()
        self._counts = {one.id: len(self.by_profile.items(packs, one)) for one in people}
        rooms = len(items_for(packs, None, None, Target.PLACE))
        self._counts.update({one.id: rooms for one in self._suggested[1]})
        own = own_staff(people, packs)
        known = {one.id for one in own}
        aside = [one.id for one in people if one.id not in known]
        self.people.show_people(people, self._counts, self._suggested[1], aside=aside)
        self.lot.show_frame(own, packs)
        self.by_profile.tell(people)

    def _asked(self, wanted: Sequence[UUID]) -> bool:
        """Whether each of these people is asked some of the items needed, or none of the packs has any for him."""
        packs, there = self._chosen_packs(), {one.id: one for one in self._suggested[0]}
        return all(
            who in there and any(item.code in self._needed for item in self.by_profile.items(packs, there[who]))
            for who in wanted
            if who not in {place.id for place in self._suggested[1]}
        )

    def _items(self) -> int:
        return sum(self._counts.get(one, 0) for one in self.people.chosen())

    def _count(self) -> None:
        people, places = len(self.people.chosen_people()), len(self.people.chosen_places())
        words = self.tr("{people} people · {items} items")
        if places:
            words = self.tr("{people} people · {places} places · {items} items")
        self.totals.setText(words.format(people=people, places=places, items=self._items()))


def suggested(rounds: Rounds, where: UUID, codes: Sequence[str], by_profile: bool) -> tuple[list[Person], list[Place]]:
    """Whom and which places the packs are meant for there."""
    people = rounds.suggested_people(where, codes, by_profile=by_profile)
    return people, rounds.suggested_places(where, codes)
