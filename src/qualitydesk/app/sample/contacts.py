"""How invented members are kept in touch with: some who joined lately, birthdays near today, what was done in the
weeks before, and two whose open complaint holds their contacts."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from datetime import date, datetime, time, timedelta
from random import Random
from uuid import UUID
from zoneinfo import ZoneInfo

from qualitydesk.app.bootstrap import Services
from qualitydesk.app.sample.members import ManyMembers
from qualitydesk.app.sample.people import Staffed, read
from qualitydesk.basics.clock import DEFAULT_ZONE, FixedClock, local_day, months_before
from qualitydesk.basics.errors import Refused
from qualitydesk.basics.ids import new_id
from qualitydesk.basics.money import yuan
from qualitydesk.members.model.contacts import AttemptDraft, ContactLine, ContactState
from qualitydesk.members.model.profile import (
    Birthday,
    Calendar,
    ConsentDraft,
    ConsentKind,
    ConsentWay,
    Kinship,
    ProfileDraft,
    RelativeDraft,
)
from qualitydesk.members.model.purchases import PurchaseDraft, PurchaseKind, WholeMember
from qualitydesk.members.model.tiers import TierFilter
from qualitydesk.members.rules.contacts import still_to_do
from qualitydesk.rulebook.model.contacting import ContactWay

JOINED = 30
"""Members who joined lately; so many fewer are made with the others."""
LEAST_MEMBERS = 300
"""With fewer a sample keeps in touch with nobody: it is made for something else."""
_WEEKS = timedelta(days=16)
_AT = time(10, 30)
_DONE, _MISSED, _LATER = 0.6, 0.86, 0.95  # of the contacts of a past day


class Keeping:
    """Writes it over members that stand already."""

    def __init__(
        self, past: Services, clock: FixedClock, random: Random, made: Staffed, language: str, now: datetime
    ) -> None:
        self._past, self._clock, self._random, self._made = past, clock, random, made
        self._language = language
        self._now = now
        self._today = local_day(now)
        self._words = read("contacts")

    def fill(self, members: ManyMembers) -> None:
        """New members, birthdays, then day by day what was done, today the first of it."""
        self._past.purchases.take_over(list(self._joined(members)), self._made.by)
        with self._past.database.transaction():
            self._birthdays()
        day = self._today - _WEEKS
        while day < self._today:
            self._work(day, share=1.0)
            day += timedelta(days=1)
        self._work(self._today, share=0.3)
        self._clock.set(self._now)

    # Who

    def _joined(self, members: ManyMembers) -> Iterator[WholeMember]:
        """Some for each call and the thanks of the last weeks, with one bill each."""
        days = [self._today - timedelta(days=1)] * 4
        for months in (1, 3):
            about = months_before(self._today, months)
            days += [about - timedelta(days=back) for back in (0, 0, 0, 1, 2, 3, 4, 6, 7, 8, 10, 12, 14)]
        for day in days:
            one = members.members(1)[0]
            home = one.institution_id
            amount = yuan(self._random.randrange(3, 80) * 100)
            bill = PurchaseDraft(None, home, day, PurchaseKind.TREATMENT, amount, self._number(), id=new_id())
            joined = datetime.combine(day, _AT, ZoneInfo(DEFAULT_ZONE))
            yield WholeMember(one.name, one.sex, one.telephones, home, "", joined, (bill,))

    def _number(self) -> str:
        return f"XK-{self._random.randrange(10**9):09d}"

    def _birthdays(self) -> None:
        """Of members of each tier, from two weeks ago to two weeks ahead, of a VIP's family, too; two are on
        the day of whoever waits for a complaint."""
        self._clock.set(self._now)
        for member in self._past.complaints.customers_waiting()[:2]:
            self._born(member, self._today)  # her card is held
        shifts = (0, 0, 0, 1, 2, 4, -1, -3, -6, -9, 8, 12)
        for tier in ("vip", "gold", "silver"):
            lines = self._past.tiers.lines(TierFilter(tier=tier), limit=len(shifts))
            for line, shift in zip(lines, shifts, strict=False):
                self._born(line.id, self._today + timedelta(days=shift))
                if shift == 0 and tier == "silver":
                    self._decline(line.id)
                if tier == "vip" and shift in (2, 4):
                    self._child(line.id, self._today + timedelta(days=shift - 2))

    def _born(self, member: UUID, day: date) -> None:
        profiles = self._past.profiles
        stands = profiles.file(member).profile.revision
        born = Birthday(Calendar.SOLAR, day.month, day.day, year=day.year - self._random.randrange(25, 70))
        draft = ProfileDraft(member, birthday=born, with_birthday=True, revision=stands)
        with suppress(Refused):  # her record may be restricted
            profiles.save_profile(draft, self._made.by)

    def _decline(self, member: UUID) -> None:
        said = self._today - timedelta(days=40)
        draft = ConsentDraft(member, ConsentKind.MESSAGES, False, said, ConsentWay.SPOKEN)
        self._past.profiles.record_consent(draft, self._made.by)

    def _child(self, member: UUID, day: date) -> None:
        born = Birthday(Calendar.SOLAR, day.month, day.day)
        draft = RelativeDraft(member, Kinship.CHILD, self._words["child"], born)
        self._past.profiles.save_relative(draft, self._made.by)

    # What was done

    def _work(self, day: date, share: float) -> None:
        """A day's contacts: most done, some not reached, put off or left out; on its general message sent to all."""
        contacts, by = self._past.contacts, self._made.by
        at = datetime.combine(day, _AT, ZoneInfo(DEFAULT_ZONE))
        if at >= self._now:
            at = self._now - timedelta(minutes=20)
        self._clock.set(at)
        with self._past.database.transaction():
            found = contacts.day_list(day)
            drafts = [
                self._done(line, day)
                for line in found.personal
                if line.kept is None and still_to_do(line.state) and self._random.random() < share
            ]
            contacts.record(drafts, by)
            for greeting in found.greetings if day < self._today else ():
                if greeting.to_do:
                    text = contacts.greeting_text(greeting.greeting, self._language)
                    contacts.record_greeting(greeting.greeting, day, text, by)

    def _done(self, line: ContactLine, day: date) -> AttemptDraft:
        message = line.owed.way is ContactWay.MESSAGE
        drawn = self._random.random()
        if message or drawn < _DONE:
            text = self._past.contacts.preview(line, self._language) if message else ""
            return AttemptDraft(line.owed, ContactState.DONE, "" if message else self._note("done"), text)
        if drawn < _MISSED:
            return AttemptDraft(line.owed, ContactState.NOT_REACHED, self._note("missed"))
        if drawn < _LATER:
            later = day + timedelta(days=self._random.randrange(2, 9))
            return AttemptDraft(line.owed, ContactState.POSTPONED, self._note("later"), postponed_to=later)
        return AttemptDraft(line.owed, ContactState.LEFT_OUT, self._note("left"))

    def _note(self, kind: str) -> str:
        return str(self._random.choice(self._words[kind])[self._language])
