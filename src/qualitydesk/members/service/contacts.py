"""Contacts made: done, not reached, put off, left out; a message to many; texts, and numbers handed out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID

from qualitydesk.basics.changes import By, Change, Done
from qualitydesk.basics.errors import Refused, refuse_if
from qualitydesk.basics.ids import new_id
from qualitydesk.basics.masking import masked
from qualitydesk.basics.phrases import say
from qualitydesk.members.model.contacts import (
    CLOSED,
    AttemptDraft,
    ContactLine,
    ContactState,
    Greeting,
    Kept,
    MessageLine,
    MessageText,
    Occasion,
    Owed,
)
from qualitydesk.members.rules import contacts as rules
from qualitydesk.members.rules import message_texts as wording
from qualitydesk.members.rules import problems_in_reason
from qualitydesk.members.rules.contact_words import occasion_words
from qualitydesk.members.service.contact_lists import ContactLists
from qualitydesk.members.store import contact_rows as rows
from qualitydesk.members.store import greetings
from qualitydesk.members.store.contact_tables import contact_batches, contact_texts
from qualitydesk.rulebook.model.contacting import ContactWay
from qualitydesk.sheets import SheetOut, write_table
from qualitydesk.storage import audit
from qualitydesk.storage.database import Connection, insert_row, update_row

CONTACTS = frozenset({Change.CONTACTS})
SUBJECT = "customer"
MANY = "contacts"
"""How the audit names what was done about many at once."""


class Contacts(ContactLists):
    """The verbs, over the lists."""

    def record(self, drafts: Sequence[AttemptDraft], by: By) -> Done[int]:
        """Enter what was done about contacts; gives how many entries.

        Refused: draft; contact_closed where one is done or left out already; contact_kept where one that is kept back
        (a complaint is open, she has declined …) is said to be done: it may be left out or put off.
        """
        today = self.today()
        for draft in drafts:
            refuse_if(rules.problems_in_attempt(draft, today))
        with self._database.transaction() as connection:
            stands = {one.owed.key: one for one in self.day_list(today).personal}
            made = [self._entry(connection, draft, stands, by, today) for draft in drafts]
            rows.add_attempts(connection, made)
            for entry in made:
                told = {name: entry[name] for name in ("occasion", "detail", "due_on", "way", "state", "note")}
                self._audit(connection, by, "record_contact", SUBJECT, entry["member_id"], told)
        return Done(len(made), CONTACTS)

    def record_greeting(self, greeting: Greeting, day: date, text: str, by: By) -> Done[int]:
        """Enter that a general message was sent to everybody it was still to be sent to; gives to how many.

        Refused: draft (text, a day to come), contact_nobody.
        """
        refuse_if(wording.problems_in_text(text))
        if day > self.today():
            raise Refused("contact_to_come")
        rule, now = self.rule(day), self._clock.now()
        with self._database.transaction() as connection:
            covered = self._covered(connection, rule, day)
            everybody = greetings.to_greet(connection, rule, greeting, day, covered)
            if not everybody:
                raise Refused("contact_nobody")
            batch, said = new_id(), text.strip()
            what = {"occasion": greeting.occasion, "detail": greeting.detail, "due_on": day, "at": now,
                    "decided_by": by.decided_by, "entered_by": by.entered_by}  # fmt: skip
            insert_row(connection, contact_batches, id=batch, text=said, members=len(everybody), **what)
            shared = {**what, "way": ContactWay.MESSAGE, "state": ContactState.DONE, "note": "", "text": "",
                      "postponed_to": None, "batch_id": batch}  # fmt: skip
            rows.add_attempts(connection, ({**shared, "id": new_id(), "member_id": who} for who, _tier in everybody))
            told = {"occasion": greeting.occasion, "detail": greeting.detail, "due_on": day, "text": said,
                    "members": len(everybody)}  # fmt: skip
            self._audit(connection, by, "send_greeting", MANY, batch, told)
        return Done(len(everybody), CONTACTS)

    def hand_out(
        self,
        language: str,
        reason: str,
        by: By,
        *,
        owed: Sequence[Owed] = (),
        greeting: Greeting | None = None,
        day: date | None = None,
    ) -> Done[list[MessageLine]]:
        """Names, telephones and filled texts in full, to be copied or exported; who took how many and why is logged.

        Either for these contacts or for everybody a general message of `day` is still to be sent to. Who is kept back
        is left out. Refused: draft, contact_nobody.
        """  # fmt: skip
        refuse_if(problems_in_reason(reason))
        day = day or self.today()
        rule = self.rule(day)
        with self._database.transaction() as connection:
            if greeting is not None:
                covered = self._covered(connection, rule, day)
                wanted = [
                    (Owed(who, greeting.occasion, greeting.detail, day, ContactWay.MESSAGE), tier)
                    for who, tier in greetings.to_greet(connection, rule, greeting, day, covered)
                ]
            else:
                wanted = self._free(owed, day)
            lines = self._messages(connection, wanted, language)
            if not lines:
                raise Refused("contact_nobody")
            told = {"reason": reason.strip(), "members": len(lines), "day": day}
            subject, subject_id = (MANY, new_id()) if len(lines) > 1 else (SUBJECT, lines[0].member_id)
            self._audit(connection, by, "hand_out_numbers", subject, subject_id, told)
        return Done(lines)

    def preview(self, line: ContactLine, language: str) -> str:
        """The text for one contact as it is sent, but for what would tell who she is: a full name stands masked in it
        (`masked`), a Chinese family name of one or two characters as it is called."""
        text = wording.text_for(self.texts(language), line.owed.occasion, line.owed.detail, line.tier)
        if text is None:
            return ""
        with self._database.reading() as connection:
            who = rows.reached_by(connection, [line.owed.member_id]).get(line.owed.member_id)
        name = who.name if who is not None else line.line.called
        sex = line.line.sex.value if line.line.sex else ""
        values = _values(line.owed, masked(name), sex, line.line.institution, language)
        if not name.isascii():
            values["surname"] = wording.surname_of(name)
        return wording.filled(text.text, values | {"relative": line.relative})

    def greeting_text(self, greeting: Greeting, language: str) -> str:
        """The text of a general message with its blanks, as it stands for every tier; "" where there is none."""
        found = wording.text_for(self.texts(language), greeting.occasion, greeting.detail, "")
        return found.text if found else ""

    def write_messages(
        self,
        path: Path,
        language: str,
        reason: str,
        by: By,
        *,
        owed: Sequence[Owed] = (),
        greeting: Greeting | None = None,
        day: date | None = None,
    ) -> Done[int]:
        """What `hand_out` gives as a workbook or CSV file: number, name, telephone, text; gives the rows.

        It is logged before the file is written. Refused: as there, and as `sheets` says.
        """
        lines = self.hand_out(language, reason, by, owed=owed, greeting=greeting, day=day).value
        head = tuple(say(language, f"contact_sheet.{name}") for name in ("number", "name", "telephone", "text"))
        rows = ((one.number, one.name, one.telephone, one.text) for one in lines)
        return Done(write_table(path, SheetOut(say(language, "contact_sheet.title"), head, rows)))

    def save_text(self, text: MessageText, by: By) -> Done[None]:
        """Keep the group's own text for an occasion. Refused: draft, stale."""
        refuse_if(wording.problems_in_text(text.text))
        key = (text.occasion, text.detail, text.tier)
        with self._database.transaction() as connection:
            stands = rows.text_id(connection, *key)
            if stands is None:
                if text.revision:
                    raise Refused("stale")
                values = {"occasion": text.occasion, "detail": text.detail, "tier": text.tier}
                stands = new_id()
                insert_row(connection, contact_texts, id=stands, text=text.text.strip(), revision=1, **values)
            else:
                update_row(connection, contact_texts, stands, text.revision, text=text.text.strip())
            told = {"occasion": text.occasion, "detail": text.detail, "tier": text.tier, "text": text.text.strip()}
            self._audit(connection, by, "save_contact_text", "contact_text", stands, told)
        return Done(None, CONTACTS)

    def drop_text(self, text: MessageText, by: By) -> Done[None]:
        """Go back to the text that ships, or to the more general one. Refused: stale."""
        with self._database.transaction() as connection:
            stands = rows.text_id(connection, text.occasion, text.detail, text.tier)
            if stands is None:
                raise Refused("stale")
            update_row(connection, contact_texts, stands, text.revision)
            connection.execute(contact_texts.delete().where(contact_texts.c.id == stands))
            told = {"occasion": text.occasion, "detail": text.detail, "tier": text.tier}
            self._audit(connection, by, "drop_contact_text", "contact_text", stands, told)
        return Done(None, CONTACTS)

    # How

    def _entry(
        self,
        connection: Connection,
        draft: AttemptDraft,
        stands: Mapping[tuple[UUID, Occasion, str, date], ContactLine],
        by: By,
        today: date,
    ) -> dict[str, Any]:
        owed = draft.owed
        line = stands.get(owed.key)
        state = line.state if line else rules.standing_of(rows.about(connection, owed.key), today)[0]
        if state in CLOSED:
            raise Refused("contact_closed")
        if draft.state is ContactState.DONE and line is not None and line.kept not in (None, Kept.COVERED):
            raise Refused("contact_kept", number=line.line.number, why=line.kept_by)
        return {
            "id": new_id(), "member_id": owed.member_id, "occasion": owed.occasion, "detail": owed.detail,
            "due_on": owed.due_on, "way": owed.way, "state": draft.state, "at": self._clock.now(),
            "decided_by": by.decided_by, "entered_by": by.entered_by, "note": draft.note.strip(),
            "text": draft.text.strip(),
            "postponed_to": draft.postponed_to if draft.state is ContactState.POSTPONED else None, "batch_id": None,
        }  # fmt: skip

    def _free(self, owed: Sequence[Owed], day: date) -> list[tuple[Owed, str]]:
        """Of these contacts those that nothing keeps back and that are still to do, with the tier."""
        keys = {one.key for one in owed}
        return [
            (one.owed, one.tier)
            for one in self.day_list(day).personal
            if one.owed.key in keys and one.kept is None and rules.still_to_do(one.state)
        ]

    def _messages(self, connection: Connection, wanted: Iterable[tuple[Owed, str]], language: str) -> list[MessageLine]:
        every = list(wanted)
        reached = rows.reached_by(connection, [one.member_id for one, _tier in every])
        names = rows.relative_names(
            connection, [UUID(one.detail) for one, _tier in every if one.occasion is Occasion.FAMILY_BIRTHDAY]
        )
        texts = self.texts(language)
        lines = []
        for one, tier in every:
            if (who := reached.get(one.member_id)) is None:
                continue
            text = wording.text_for(texts, one.occasion, one.detail, tier)
            values = _values(one, who.name, who.sex, who.institution, language)
            if one.occasion is Occasion.FAMILY_BIRTHDAY:
                values["relative"] = names.get(UUID(one.detail), "")
            said = wording.filled(text.text, values) if text else ""
            lines.append(MessageLine(one.member_id, who.number, who.name, who.telephone, said))
        return lines

    def _audit(
        self, connection: Connection, by: By, verb: str, subject: str, subject_id: UUID, told: Mapping[str, object]
    ) -> None:
        audit.record(connection, by, self._clock.now(), verb, subject, subject_id, None, told)


def _values(owed: Owed, name: str, sex: str, institution: str, language: str) -> dict[str, str]:
    """What the blanks of a text are filled with."""
    return {
        "name": name,
        "surname": wording.surname_of(name),
        "honorific": say(language, f"contact.honorific.{sex or 'unknown'}"),
        "institution": institution,
        "occasion": occasion_words(owed.occasion, owed.detail, language),
    }
