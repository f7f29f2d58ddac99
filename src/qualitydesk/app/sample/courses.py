"""What becomes of the sample's slips: approved, issued, signed for, refused, appealed, decided, published, closed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from io import BytesIO
from random import Random
from typing import Any
from uuid import UUID

from qualitydesk.app.bootstrap import Services
from qualitydesk.app.sample.agenda import Agenda
from qualitydesk.app.sample.people import Staffed, read
from qualitydesk.basics.changes import By
from qualitydesk.basics.errors import Refused
from qualitydesk.complaints.model import CaseFilter, Lane, Step
from qualitydesk.penalties.model import (
    TOLD,
    ActDraft,
    ActSource,
    AnswerDraft,
    AnswerKind,
    AppealDecision,
    AppealDraft,
    AppealOutcome,
    Event,
    EventKind,
    SlipFilter,
    SlipLine,
    SlipState,
)
from qualitydesk.penalties.model.points import Consequence, VerdictDraft
from qualitydesk.penalties.rules.points import month_after

_WAYS = (
    "accepts", "signed", "upheld", "accepts", "silent", "refused", "accepts", "reduced", "signed", "accepts",
    "withdrawn", "silent", "accepts", "signed",
)  # fmt: skip
"""What the employee does with the paper, one slip after another; every way comes early, so that few slips show all."""
_APPEALS = frozenset({"upheld", "reduced", "withdrawn"})
_GROUP_DAYS, _OWN_DAYS = (86, 61, 38), (78, 52, 33)
_CLOSED_AFTER = 9  # days after it was signed for or upheld a slip without money is closed
_FINED = 2  # rungs up to which nothing is left to people
_ISSUED = 2  # revisions from proposed to issued


class Courses:
    """Follows each proposed slip on an agenda. Whoever proposed it never decides, and nobody on herself."""

    def __init__(self, past: Services, agenda: Agenda, random: Random, made: Staffed, language: str) -> None:
        self._past = past
        self._agenda = agenda
        self._random = random
        self._made = made
        self._language = language
        self._texts = read("slips")
        self._said: dict[str, int] = {}
        self._issued = 0
        self._photo = _photo()

    def plan(self, today: date) -> None:
        """Two who did the same three times: what the third leaves to people waits for one and is decided for the other.

        One on the group's checks, where dismissal is proposed, and one on the clinic's own.
        """
        elsewhere = [code for code in self._made.institutions if code != self._made.home]
        for at, (days, own) in enumerate(((_GROUP_DAYS, False), (_OWN_DAYS, True))):
            where = self._made.institutions[elsewhere[at]]
            for back in days:
                self._agenda.on(today - timedelta(days=back), 14, partial(self._again, where, own), 5)

    def _again(self, where: UUID, own: bool) -> None:
        people = [
            one for one in self._past.directory.people() if one.institution_id == where and one.post_code == "guide"
        ]
        item = self._past.penalties.act_items()[0]
        if people:
            draft = ActDraft(
                employee_id=people[0].id,
                at=self._past.clock.now() - timedelta(hours=1),
                words=self._texts["repeated"][self._language],
                item_code=item.code,
                gravity=item.gravity,
                own_check=own,
            )
            self._act(draft)

    @property
    def another_event(self) -> str:
        """Why an act is another one than what is there of about that day."""
        said: str = self._texts["other"][self._language]
        return said

    def _act(self, draft: ActDraft) -> None:
        """Proposed, and followed; where something is there of about that day it is said why it is another event."""
        penalties, by = self._past.penalties, self._made.by
        try:
            line = penalties.propose_act(draft, by).value
        except Refused:
            line = penalties.propose_act(replace(draft, other=self.another_event), by).value
        self.follow(line, by, "signed")

    def follow(self, line: SlipLine, drafter: By, way: str = "") -> None:
        """From proposed on; a slip on the general manager waits, since nobody else may approve. `way`: what the
        employee does, "": the next in turn."""
        if line.employee_id == self._made.gm:
            return
        today = self._past.directory.today()
        approved = today + timedelta(days=self._random.randint(6, 10))
        issued = approved + timedelta(days=self._random.randint(3, 7))
        self._agenda.on(approved, 10, partial(self._approve, line), self._random.randrange(60))
        self._agenda.on(issued, 15, partial(self._issue, line, drafter, way), self._random.randrange(60))

    def _approve(self, line: SlipLine) -> None:
        self._past.penalties.approve(line.id, line.revision, By(self._made.gm, self._made.by.entered_by))

    def _issue(self, line: SlipLine, by: By, way: str) -> None:
        self._past.penalties.issue(line.id, line.revision + 1, by, language=self._language)
        way = way or self._way(line)
        today = self._past.directory.today()
        minute = self._random.randrange(60)
        if way == "refused":
            self._agenda.on(today + timedelta(days=1), 11, partial(self._refuse, line, by), minute)
        elif way in _APPEALS:
            later = today + timedelta(days=self._random.randint(2, 5))
            self._agenda.on(later, 16, partial(self._appeal, line, way, by), minute)
        elif way != "silent":
            later = today + timedelta(days=self._random.randint(1, 4))
            self._agenda.on(later, 17, partial(self._sign, line, way == "accepts", by), minute)
        if way == "silent":
            self._agenda.on(today + timedelta(days=8), 9, partial(self._past.penalties.note_unanswered, by, [line.id]))
        if line.rung > _FINED:
            self._agenda.on(today + timedelta(days=10), 10, partial(self._decide_on, line))

    def _way(self, line: SlipLine) -> str:
        """Nothing can be reduced where nobody pays, and nobody appeals against a warning to have it lessened."""
        way = _WAYS[self._issued % len(_WAYS)]
        self._issued += 1
        return "upheld" if way == "reduced" and not line.total else way

    def _sign(self, line: SlipLine, accepts: bool, by: By) -> None:
        draft = AnswerDraft(AnswerKind.ACKNOWLEDGED, self._past.directory.today(), accepts=accepts)
        self._past.penalties.answer(line.id, line.revision + _ISSUED, draft, by)
        self._close_later(line, by)

    def _refuse(self, line: SlipLine, by: By) -> None:
        witness = next(
            one.id
            for one in self._past.directory.people()
            if one.institution_id == line.institution_id and one.id not in (line.employee_id, by.decided_by)
        )
        draft = AnswerDraft(
            AnswerKind.REFUSED,
            self._past.directory.today(),
            reason=self._say("refusals"),
            witness_id=witness,
            has_files=True,
        )
        files = ((self._texts["photo"][self._language], self._photo),)
        self._past.penalties.answer(line.id, line.revision + _ISSUED, draft, by, files=files)

    def _appeal(self, line: SlipLine, way: str, by: By) -> None:
        words = self._next(way)
        today = self._past.directory.today()
        draft = AppealDraft(line.employee_id, today, words["appeal"][self._language])
        self._past.penalties.appeal(line.id, line.revision + _ISSUED, draft, by)
        decide = partial(self._judge, line, AppealOutcome(way), words, by)
        self._agenda.on(today + timedelta(days=self._random.randint(2, 5)), 14, decide)

    def _judge(self, line: SlipLine, outcome: AppealOutcome, words: Mapping[str, Any], by: By) -> None:
        halves: tuple[int, ...] = ()
        if outcome is AppealOutcome.REDUCED:
            payments = self._past.penalties.slip(line.id).slip.decision.payments
            halves = tuple(payment.amount // 2 for payment in payments)
        today, boss = self._past.directory.today(), By(self._made.gm, self._made.by.entered_by)
        decision = AppealDecision(outcome, self._made.gm, today, words["reason"][self._language], halves)
        with suppress(Refused):  # where the general manager pays as a superior the appeal waits
            seen = line.revision + _ISSUED + 1
            self._past.penalties.decide_appeal(line.id, seen, decision, boss, language=self._language)
            if outcome is AppealOutcome.UPHELD:
                self._close_later(line, by, seen + 1)

    def _close_later(self, line: SlipLine, by: By, seen: int = 0) -> None:
        """A slip without money is closed some days later; one with money goes through the settlement."""
        if not line.total:
            day = self._past.directory.today() + timedelta(days=_CLOSED_AFTER)
            self._agenda.on(
                day, 9, partial(self._past.penalties.close, line.id, seen or line.revision + _ISSUED + 1, by)
            )

    def _decide_on(self, line: SlipLine) -> None:
        """Every other proposal to people is decided on, the others wait."""
        one = self._past.penalties.sheet(line.id).consequence
        if one is not None and self._turn("decided") % 2:
            self.decide(one, granted=self._turn("granted") % 2 == 0)

    def decide(self, one: Consequence, *, granted: bool, words: str = "") -> None:
        """The general manager decides on a proposal, if he may."""
        reason = self._texts[words or ("verdict_yes" if granted else "verdict_no")][self._language]
        draft = VerdictDraft(granted, self._made.gm, self._past.directory.today(), reason)
        with suppress(Refused):
            self._past.consequences.decide(one, draft, By(self._made.gm, self._made.by.entered_by))

    def publish(self, month: date) -> None:
        """The personnel notice on the acts of a month that can be published."""
        lines = self._past.penalties.lines(SlipFilter(states=TOLD - {SlipState.APPEALED}), limit=10_000)
        mine = [one for one in lines if one.act_day.replace(day=1) == month and one.notice_paper_id is None]
        if mine:
            chosen = [one.id for one in reversed(mine)]
            self._past.penalties.publish_notice(chosen, self._made.by, language=self._language)

    def close_month(self, month: date) -> None:
        """Slips deducted with an earlier month need nothing more."""
        lines = self._past.penalties.lines(SlipFilter(state=SlipState.DEDUCTED), limit=10_000)
        for one in lines:
            if one.employee_id != self._made.by.decided_by and one.act_day < month_after(month):
                self._past.penalties.close(one.id, one.revision, self._made.by)

    def leave_one_appealed(self) -> None:
        """Yesterday's appeal waits for its decision, whatever the draw was."""
        lines = self._past.penalties.lines(SlipFilter(), limit=10_000)
        if any(one.state is SlipState.APPEALED for one in lines):
            return
        today, by = self._past.directory.today(), self._made.by
        newest = next(
            (one for one in lines if one.state is SlipState.ISSUED and one.employee_id != by.decided_by), None
        )
        if newest is None:
            return
        last = newest.appeal_last_day
        late = self._say("refusals") if last is not None and last < today else ""
        words = self._next("pending")["appeal"][self._language]
        self._past.penalties.appeal(newest.id, newest.revision, AppealDraft(newest.employee_id, today, words, late), by)

    def on_cases(self) -> None:
        """Cases that came to their handling: the first goes through to its paper, the second is proposed."""
        waiting = [
            one
            for one in self._past.complaints.lines(CaseFilter(lanes=(Lane.AFTER_CARE,)), limit=60)
            if one.step is Step.HANDLED
        ]
        for at, case in enumerate(waiting[:2]):
            with suppress(Refused):
                for line in self._past.penalties.propose_all_on(Event(EventKind.CASE, case.id), self._made.by).value:
                    if at == 0 and line.employee_id != self._made.gm:
                        self._approve(line)
                        self._past.penalties.issue(line.id, line.revision + 1, self._made.by, language=self._language)

    def free_acts(self) -> None:
        """One act observed at home, one reported there by another department."""
        home = self._made.institutions[self._made.home]
        mine = self._made.by.decided_by
        people = [one for one in self._past.directory.people() if one.institution_id == home and one.id != mine]
        for days, source, words in ((2, ActSource.OBSERVED, "observed"), (3, ActSource.REPORTED, "reported")):
            who, other = self._random.sample(people, 2)
            draft = ActDraft(
                source=source,
                employee_id=who.id,
                at=self._past.clock.now() - timedelta(days=days),
                words=self._texts[words][self._language],
                group="conduct",
                reported_by=other.id if source is ActSource.REPORTED else None,
            )
            self._act(draft)

    def _turn(self, name: str) -> int:
        """0, 1, 2 … for each name."""
        self._said[name] = self._said.get(name, -1) + 1
        return self._said[name]

    def _next(self, name: str) -> Mapping[str, Any]:
        entries: Sequence[Mapping[str, Any]] = self._texts[name]
        return entries[self._turn(name) % len(entries)]

    def _say(self, name: str) -> str:
        return str(self._next(name)[self._language])


def _photo() -> bytes:
    """A sheet of paper on a desk, as a picture."""
    from PIL import Image, ImageDraw

    image = Image.new("RGB", (480, 360), (124, 96, 72))
    pen = ImageDraw.Draw(image)
    pen.rectangle((120, 40, 360, 330), fill=(244, 242, 236))
    for at in range(8):
        pen.rectangle((144, 70 + 26 * at, 336 - 18 * (at % 3), 76 + 26 * at), fill=(120, 124, 128))
    out = BytesIO()
    image.save(out, "PNG")
    return out.getvalue()
