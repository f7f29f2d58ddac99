"""What is owed to members, asked: the list of a day, general messages page by page, one member's past and future."""

from __future__ import annotations

import tomllib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from uuid import UUID

from qualitydesk.basics.clock import DEFAULT_ZONE, Clock, local_day
from qualitydesk.basics.places import shipped
from qualitydesk.members import store
from qualitydesk.members.model.contacts import (
    CLOSED,
    Attempt,
    ContactLine,
    ContactState,
    DayList,
    Greeting,
    GreetingLine,
    Kept,
    MessageText,
    Occasion,
    Owed,
)
from qualitydesk.members.model.profile import ConsentKind
from qualitydesk.members.rules import birthdays
from qualitydesk.members.rules import contacts as rules
from qualitydesk.members.store import contact_holds, greetings, profiles
from qualitydesk.members.store import contact_rows as rows
from qualitydesk.rulebook.model import Rule
from qualitydesk.rulebook.model.contacting import ContactsRule, ContactWay
from qualitydesk.rulebook.rules import read_contacts
from qualitydesk.rulebook.service import Rulebook
from qualitydesk.rulebook.service.calendar import Calendar
from qualitydesk.storage.database import Connection, Database

_Key = tuple[UUID, Occasion, str, date]
_GROUND = "normal"
AHEAD = 60  # days shown of what is coming to a member
NEAR = 14  # days looked through for the next personal contact


class ContactLists:
    """The contacts of one database, read."""

    def __init__(
        self,
        database: Database,
        clock: Clock,
        rulebook: Rulebook,
        calendar: Calendar,
        *,
        zone: str = DEFAULT_ZONE,
    ) -> None:
        self._database = database
        self._clock = clock
        self._rulebook = rulebook
        self._calendar = calendar
        self._zone = zone

    def today(self) -> date:
        """The local day."""
        return local_day(self._clock.now(), self._zone)

    def rule(self, day: date | None = None) -> ContactsRule:
        """The rule in force on a day (today). Refused: no_edition."""
        return read_contacts(self._rulebook.edition_on(Rule.CONTACTS, day or self.today()).values)

    def day_list(self, day: date | None = None) -> DayList:
        """All that a day asks for: personal contacts in the order of how personal they are, general ones in a row each.

        What was done on the day, or was due on it, stands on it too, so that the day can be looked back at.
        """
        day = day or self.today()
        rule = self.rule(day)
        with self._database.reading() as connection:
            personal = self._personal(connection, rule, day)
            covered = _messaged(personal)
            general = [self._greeting(connection, rule, one, day, covered) for one in rules.greetings_on(rule, day)]
        quiet = rules.is_quiet(rule, self._clock.now(), self._zone)
        return DayList(day, tuple(personal), tuple(general), quiet, rule.message_from, rule.message_until)

    def greeting_lines(
        self,
        greeting: Greeting,
        day: date,
        *,
        after: tuple[str, UUID] | None = None,
        limit: int | None = 200,
    ) -> list[ContactLine]:
        """A page of the members a general message is owed to, by number, from behind (number, id)."""
        rule = self.rule(day)
        with self._database.reading() as connection:
            covered = self._covered(connection, rule, day)
            found = greetings.greeted(connection, rule, greeting, day, covered, after=after, limit=limit)
            ids = [one.member_id for one in found]
            lines, holds = store.lines_of(connection, ids), contact_holds.numbers_of(connection, ids)
        shown = []
        for one in found:
            owed = Owed(one.member_id, greeting.occasion, greeting.detail, day, ContactWay.MESSAGE)
            done = one.standing == "done"
            kept = Kept(one.standing) if one.standing and not done else None
            state = ContactState.DONE if done else ContactState.OPEN
            why = holds.get(one.member_id, "") if kept is Kept.HOLD else ""
            shown.append(ContactLine(owed, lines[one.member_id], one.tier, state, kept=kept, kept_by=why))
        return shown

    def waiting(self, day: date | None = None) -> tuple[int, int]:
        """(calls, messages to single members) still to be made today, without those kept back: for the first page."""
        found = self.day_list(day).personal
        todo = [one for one in found if one.kept is None and rules.still_to_do(one.state)]
        calls = sum(one.owed.way is ContactWay.CALL for one in todo)
        return calls, len(todo) - calls

    def next_greeting(self, day: date) -> tuple[date, Greeting] | None:
        """The next day with a general message, from the one after `day` on, within `AHEAD` days; None: none."""
        rule = self.rule(day)
        later = (day + timedelta(days=shift) for shift in range(1, AHEAD + 1))
        return next(((one, found[0]) for one in later if (found := rules.greetings_on(rule, one))), None)

    def next_personal(self, day: date) -> tuple[date, int] | None:
        """The next day with personal contacts and how many, within `NEAR` days after `day`; None: none."""
        for shift in range(1, NEAR + 1):
            later = day + timedelta(days=shift)
            with self._database.reading() as connection:
                found = self._personal(connection, self.rule(later), later)
            if found:
                return later, len(found)
        return None

    def next_working_day(self) -> date:
        """The first day after today on which somebody is there to call."""
        day, days = self.today() + timedelta(days=1), self._calendar.work_calendar()
        while not days.is_working(day):
            day += timedelta(days=1)
        return day

    def history(self, member_id: UUID, *, limit: int = 100) -> list[Attempt]:
        """What was done about the contacts of a person, on any of her records, the newest first."""
        with self._database.reading() as connection:
            return rows.history(connection, store.same_person(connection, member_id), limit)

    def relative_names(self, member_id: UUID) -> dict[str, str]:
        """The family of a person, masked, by what the detail of a contact calls each."""
        with self._database.reading() as connection:
            families = profiles.relatives_of(connection, store.same_person(connection, member_id))
        return {str(one.id): one.masked.name for family in families.values() for one in family}

    def coming(self, member_id: UUID, *, ahead: int = AHEAD) -> list[tuple[date, Occasion, str]]:
        """What is owed to a member in the days to come, weekly messages left out: (day, occasion, detail).

        What is done or left out already is not among it; what was put off stands on the day it waits for.
        """
        today = self.today()
        rule = self.rule(today)
        with self._database.reading() as connection:
            records = store.same_person(connection, member_id)
            joined = rows.first_purchase(connection, member_id)
            tier = rows.tiers_of(connection, [member_id]).get(member_id, _GROUND)
            own = profiles.profiles_of(connection, [member_id])[member_id].birthday
            families = profiles.relatives_of(connection, records)
            attempts = rows.attempts_of(connection, records, date.min)
        kept = {"": birthdays.next_kept(own, today) if own else None}
        for family in families.values():
            for relative in family:
                if relative.birthday is not None:
                    kept[str(relative.id)] = birthdays.next_kept(relative.birthday, today)
        return rules.still_coming(rules.coming(rule, joined, kept, today, ahead, tier), attempts, today, ahead)

    def texts(self, language: str) -> list[MessageText]:
        """Every text: those that ship, in their place the group's own where it has one."""
        with self._database.reading() as connection:
            own = rows.texts(connection)
        changed = {(one.occasion, one.detail, one.tier) for one in own}
        return [*own, *(one for one in shipped_texts(language) if (one.occasion, one.detail, one.tier) not in changed)]

    def text_places(self) -> list[tuple[Occasion, str]]:
        """What texts there are: (occasion, detail), detail "" for all of an occasion."""
        found: list[tuple[Occasion, str]] = []
        for occasion, details in rules.details_of(self.rule()).items():
            whole = ("",) if occasion in (Occasion.FESTIVAL, Occasion.SEASON) else ()
            found += [(occasion, detail) for detail in (*whole, *details)]
        return found

    # How

    def _personal(self, connection: Connection, rule: ContactsRule, day: date) -> list[ContactLine]:
        owed, relatives = self._owed(connection, rule, day)
        members = sorted({one.member_id for one in owed})
        tiers = rows.tiers_of(connection, members)
        owed = [one for one in owed if rules.gets(rule, one.occasion, tiers.get(one.member_id, _GROUND))]
        oldest = min((one.due_on for one in owed), default=day)
        done: dict[_Key, list[Attempt]] = defaultdict(list)
        for attempt in rows.attempts_of(connection, members, oldest):
            done[attempt.key].append(attempt)
        owed += self._put_off(connection, rule, day, {one.key for one in owed}, done)
        lines = self._judged(connection, rule, day, owed, tiers, done, relatives)
        order = {occasion: place for place, occasion in enumerate(Occasion)}
        return sorted(lines, key=lambda one: (order[one.owed.occasion], one.owed.due_on, one.line.number))

    def _owed(
        self, connection: Connection, rule: ContactsRule, day: date
    ) -> tuple[list[Owed], dict[tuple[UUID, str], str]]:
        """Every personal contact that may stand on the list of a day, and the masked names of the relatives in it."""
        found: list[Owed] = []
        days = self._calendar.work_calendar()
        meant: dict[date, list[tuple[str, date, ContactWay]]] = defaultdict(list)
        for code, planned in rule.plan.items():
            for due in rules.days_shown(rule, planned.way, day, days):
                for joined in rules.joined_for(planned, due):
                    meant[joined].append((code, due, planned.way))
        for member, joined in rows.joined_on(connection, meant).items():
            found += [Owed(member, Occasion.PLAN, code, due, way) for code, due, way in meant[joined]]
        relatives: dict[tuple[UUID, str], str] = {}
        for due in rules.days_shown(rule, rule.birthday_way, day, days):
            born = profiles.born_on(connection, due)
            tiers = rows.tiers_of(connection, born)
            found += [
                Owed(one, Occasion.BIRTHDAY, "", due, rule.birthday_way,
                     rules.gift_of(rule, Occasion.BIRTHDAY, tiers[one]))
                for one in born if one in tiers
            ]  # fmt: skip
            for member, relative, name in rows.relatives_born_on(connection, due):
                found.append(Owed(member, Occasion.FAMILY_BIRTHDAY, str(relative), due, rule.birthday_way))
                relatives[member, str(relative)] = name
        return found, relatives

    def _put_off(
        self,
        connection: Connection,
        rule: ContactsRule,
        day: date,
        known: set[_Key],
        done: dict[_Key, list[Attempt]],
    ) -> list[Owed]:
        """Contacts of an earlier day that somebody put off to this one or shortly before."""
        first = day - timedelta(days=rule.stays_days)
        more = []
        for attempt in rows.put_off_to(connection, first, day):
            if attempt.key in known:
                continue
            known.add(attempt.key)
            done[attempt.key] = rows.about(connection, attempt.key)
            more.append(
                Owed(attempt.member_id, attempt.occasion, attempt.detail, attempt.due_on, attempt.way)
            )  # fmt: skip
        return more

    def _judged(
        self,
        connection: Connection,
        rule: ContactsRule,
        day: date,
        owed: Sequence[Owed],
        tiers: Mapping[UUID, str],
        done: Mapping[_Key, Sequence[Attempt]],
        relatives: Mapping[tuple[UUID, str], str],
    ) -> list[ContactLine]:
        second = _seconds(owed)
        standing = {one.key: rules.standing_of(done.get(one.key, ()), day) for one in owed}
        owed = [one for one in owed if not self._is_over(one, standing[one.key][0], done.get(one.key, ()), day)]
        members = sorted({one.member_id for one in owed})
        lines, holds = store.lines_of(connection, members), contact_holds.numbers_of(connection, members)
        limited, reachable = rows.limited(connection, members), rows.with_telephone(connection, members)
        said = {
            ContactWay.MESSAGE: rows.words_on(connection, members, ConsentKind.MESSAGES),
            ContactWay.CALL: rows.words_on(connection, members, ConsentKind.CALLS),
        }
        days = self._calendar.work_calendar()
        shown = []
        for one in owed:
            who = one.member_id
            if who not in lines or who in limited:  # who wished to be shown nowhere is not shown here either
                continue
            state, tried = standing[one.key]
            kept = rules.kept_back(
                rule, one, held=who in holds, limited=who in limited, telephone=who in reachable,
                word=said[one.way].get(who), sent_lately=0, covered=one.key in second,
            )  # fmt: skip
            over = state in CLOSED
            later = done[one.key][-1].postponed_to if state is ContactState.POSTPONED else None
            shown.append(
                ContactLine(
                    one, lines[who], tiers.get(who, _GROUND), state, tried, None if over else kept,
                    holds.get(who, "") if kept is Kept.HOLD else "", relatives.get((who, one.detail), ""),
                    not over and rules.is_overdue(one, day, days), later,
                )
            )  # fmt: skip
        return shown

    def _is_over(self, owed: Owed, state: ContactState, attempts: Sequence[Attempt], day: date) -> bool:
        """Whether it is closed since another day and was not for this one."""
        return state in CLOSED and owed.due_on != day and local_day(attempts[-1].at, self._zone) != day

    def _covered(self, connection: Connection, rule: ContactsRule, day: date) -> set[UUID]:
        """Who is owed a more personal message on the same day: nothing general goes to her."""
        return _messaged(self._personal(connection, rule, day))

    def _greeting(
        self,
        connection: Connection,
        rule: ContactsRule,
        greeting: Greeting,
        day: date,
        covered: set[UUID],
    ) -> GreetingLine:
        found = greetings.counts(connection, rule, greeting, day, covered)
        everybody, done, free = sum(found.values()), found.get("done", 0), found.get("", 0)
        return GreetingLine(greeting, day, everybody, done, everybody - done - free)


def _messaged(personal: Iterable[ContactLine]) -> set[UUID]:
    """To whom a personal message goes, or went, on the day."""
    return {one.owed.member_id for one in personal if one.owed.way is ContactWay.MESSAGE and one.kept is None}


def _seconds(owed: Iterable[Owed]) -> set[_Key]:
    """The messages that a more personal one of the same day covers."""
    by_day: dict[tuple[UUID, date], list[Owed]] = defaultdict(list)
    for one in owed:
        by_day[one.member_id, one.due_on].append(one)
    return {one.key for same in by_day.values() for one in rules.one_a_day(same)[1]}


def shipped_texts(language: str) -> list[MessageText]:
    """The texts that ship in a language."""
    raw = tomllib.loads(shipped(f"resources/contacts/{language}.toml").read_text(encoding="utf-8"))
    groups = {"plan": Occasion.PLAN, "festivals": Occasion.FESTIVAL, "seasons": Occasion.SEASON}
    found = []
    for name, value in raw.items():
        if isinstance(value, str):
            found.append(MessageText(Occasion(name), "", "", value))
        else:
            found += [MessageText(groups[name], detail, "", text) for detail, text in value.items()]
    return found
