"""What is asked of penalties about free acts: the ladder's answer, and what is there already. Nothing writes."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from uuid import UUID

from qualitydesk.basics.changes import By
from qualitydesk.basics.clock import local_day
from qualitydesk.basics.errors import refuse_if
from qualitydesk.basics.ids import new_id
from qualitydesk.basics.phrases import LANGUAGES, say
from qualitydesk.complaints.model import CaseFilter
from qualitydesk.inspections.model import Item, Target
from qualitydesk.penalties import store
from qualitydesk.penalties.model import (
    ActDraft,
    ActGround,
    ActItem,
    ActSource,
    Alike,
    AlikeKind,
    Choice,
    Decision,
    Slip,
    SlipFilter,
    SlipState,
)
from qualitydesk.penalties.rules import NEAR, is_near, problems_in_act
from qualitydesk.penalties.service.beside import CASE_DAYS
from qualitydesk.penalties.service.on_cases import OnCases
from qualitydesk.rulebook.model import Gravity
from qualitydesk.storage.database import Connection

OWN, GROUP = "patrol", "quality_check"
"""Kinds of round in whose column of the ladder a free act is counted: the institution's own checks, or the group's."""
_LONGEST = 40  # letters of a free act's words that name it


class OnActs(OnCases):
    """Questions about an act that no round and no case tells of."""

    def now(self) -> datetime:
        """The moment, UTC: where a new act begins."""
        return self._clock.now()

    def act_items(self) -> list[ActItem]:
        """The items people are inspected by, that a free act may be against, pack by pack."""
        return [
            ActItem(item.code, dict(item.title), dict(pack.name), Gravity(item.gravity))
            for pack in self._standards.packs()
            if pack.target is Target.PERSON
            for item in pack.items
        ]

    def alike(self, employee_id: UUID, day: date, case_days: int = CASE_DAYS) -> tuple[Alike, ...]:
        """What is there of this employee near that day: slips that stand, findings on no slip, cases that name her.

        A case is received some days after what it is about: up to `case_days`.
        """
        with self._database.reading() as connection:
            lines = store.lines(connection, SlipFilter(employee_id=employee_id), limit=1000)
            told = {one.round_id for one in lines if one.state is not SlipState.WITHDRAWN}
            slips = self._beside.slips(connection, employee_id, day)
            titles = self._hearing.titles()
            findings = [
                Alike(AlikeKind.FINDING, one.round_number, local_day(one.found_at), titles.get(one.item_code, {}))
                for one in self._findings.of_employees([employee_id])
                if one.round_id not in told and is_near(local_day(one.found_at), day)
            ]
        until = day + timedelta(days=case_days)
        wanted = CaseFilter(employee_id=employee_id, received_from=day - timedelta(days=NEAR), received_to=until)
        cases = [
            Alike(AlikeKind.CASE, one.number, local_day(one.received_at), {})
            for one in self._complaints.lines(wanted, limit=20)
        ]
        deducted = [
            Alike(AlikeKind.POINTS, "", one.day, _act_title(one.act)) for one in self._deducted(employee_id, day)
        ]
        return (*slips, *findings, *cases, *deducted)

    def decide_act(self, draft: ActDraft, by: By) -> Decision:
        """What the ladder says of a free act. Refused: draft, no_offence."""
        with self._database.reading() as connection:
            return self._decide_act(connection, draft, by)

    def _decide_act(self, connection: Connection, draft: ActDraft, by: By, choice: Choice | None = None) -> Decision:
        now = self._clock.now()
        known = draft.employee_id is not None and draft.at is not None
        near = self.alike(draft.employee_id, local_day(draft.at)) if draft.employee_id and draft.at else ()
        refuse_if(problems_in_act(draft, now=now, alike=known and bool(near)))
        assert draft.employee_id is not None and draft.at is not None
        ground = self._ground(draft, draft.at, by)
        past = store.past_of(connection, draft.employee_id)
        return self._hearing.decide_act(ground, draft.employee_id, past, choice or Choice())

    def _ground(self, draft: ActDraft, at: datetime, by: By) -> ActGround:
        item = self._item(draft.item_code)
        act_id = new_id()
        short = draft.words.strip()
        short = short if len(short) <= _LONGEST else short[:_LONGEST] + "…"
        free = {language: say(language, "act.title", words=short) for language in LANGUAGES}
        return ActGround(
            id=act_id,
            source=draft.source,
            at=at,
            kind=OWN if draft.own_check else GROUP,
            words=draft.words.strip(),
            item_code=item.code if item else f"ACT-{act_id.hex[-8:].upper()}",
            group=str(item.group) if item else draft.group,
            gravity=draft.gravity,
            title=dict(item.title) if item else free,
            told_by=self._told_by(draft, local_day(at), by),
            witnesses=draft.witnesses.strip(),
            other=draft.other.strip(),
        )

    def _item(self, code: str) -> Item | None:
        found = (item for pack in self._standards.all_packs() for item in pack.items if item.code == code)
        return next(found, None)

    def _told_by(self, draft: ActDraft, day: date, by: By) -> str:
        """Who saw or told it, with the department of that day."""
        who = draft.reported_by if draft.source is ActSource.REPORTED else by.decided_by
        if who is None:
            return ""
        person = self._directory.person(who, day) or self._directory.person(who)
        if person is None:
            return self._directory.employee(who).name
        return f"{person.department} {person.name}".strip() if draft.source is ActSource.REPORTED else person.name

    def _again(self, connection: Connection, slip: Slip, choice: Choice) -> Decision:
        ground = slip.decision.act
        if ground is None:
            return super()._again(connection, slip, choice)
        past = store.past_of(connection, slip.employee_id)
        return self._hearing.decide_act(ground, slip.employee_id, past, choice)


def _act_title(act: str) -> dict[str, str]:
    return {language: say(language, f"points.act.{act}") for language in LANGUAGES}
