"""Wishes, suggestions and praise of customers: logged, forwarded, answered; each verb one transaction."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any
from uuid import UUID

from qualitydesk.basics.changes import By, Change, Done
from qualitydesk.basics.errors import Refused, refuse_if
from qualitydesk.basics.ids import new_id
from qualitydesk.basics.initials import initials_of
from qualitydesk.complaints.model.drafts import Party
from qualitydesk.complaints.model.wishes import ForwardDraft, Wish, WishAnswer, WishDraft, WishState, WishVerb
from qualitydesk.complaints.rules.likeness import digits
from qualitydesk.complaints.rules.wishes import (
    may_wish,
    problems_in_forwarding,
    problems_in_wish,
    problems_in_wish_answer,
)
from qualitydesk.complaints.service.timing import slack
from qualitydesk.complaints.service.wish_questions import WishQuestions
from qualitydesk.complaints.service.writing import named
from qualitydesk.complaints.store import wish_rows as rows
from qualitydesk.complaints.store.request_tables import wish_events, wishes
from qualitydesk.storage import audit, search
from qualitydesk.storage.database import Connection, insert_row, update_row

WISHES = frozenset({Change.WISHES})
SERIES = "YJ"


class Wishes(WishQuestions):
    """The wishes of one database.

    Verbs on one take `seen`, the revision read (Refused: stale), and refuse what its state forbids (wish_is_<state>).
    """

    def log(self, draft: WishDraft, by: By) -> Done[UUID]:
        """Take one down: it gets its number. Refused: draft, not_to_decide."""
        named(by)
        now = self._clock.now()
        refuse_if(problems_in_wish(draft, now))
        assert draft.institution_id is not None
        party = Party() if draft.anonymous else draft.party
        wish_id = new_id()
        with self._database.transaction() as connection:
            received_at = slack(draft.received_at, now)
            values = {
                "number": self._number(connection, SERIES, draft.institution_id, received_at),
                "kind": draft.kind,
                "state": WishState.LOGGED,
                "institution_id": draft.institution_id,
                "channel": draft.channel,
                "about": draft.about,
                "party": party.name.strip(),
                "party_sex": party.sex,
                "party_phone": digits(party.telephone),
                "customer_id": party.customer_id,
                "anonymous": draft.anonymous,
                "words": draft.words.strip(),
                "received_at": received_at,
                "received_by": by.decided_by,
                "backdate_reason": draft.backdate_reason.strip() if received_at != now else "",
            }
            insert_row(connection, wishes, id=wish_id, recorded_at=now, answer="", reason="", revision=1, **values)
            rows.put_people(connection, wish_id, draft.employees)
            late = {"received_at": received_at} if received_at != now else None
            self._entry(connection, wish_events, wish_id, WishVerb.LOG, by, draft.backdate_reason, late)
            told = {**values, "employees": list(draft.employees)}
            audit.record(connection, by, now, "log_wish", "wish", wish_id, None, told)
            self._settle(connection, wish_id)
        return Done(wish_id, WISHES)

    def forward(self, wish_id: UUID, seen: int, draft: ForwardDraft, by: By) -> Done[None]:
        """To a department, or to somebody there; again when it was the wrong one. Refused: draft."""
        person = self._directory.person(draft.employee_id) if draft.employee_id is not None else None
        where = next((one.name for one in self._directory.departments() if one.id == draft.department_id), "")

        def judge(_found: Wish) -> Mapping[str, Any]:
            refuse_if(problems_in_forwarding(draft))
            return {
                "department_id": draft.department_id,
                "employee_id": draft.employee_id,
                "forwarded_at": self._clock.now(),
                "forwarded_by": by.decided_by,
                "state": WishState.FORWARDED,
            }

        told = {"to": " ".join(part for part in (where, person.name if person is not None else "") if part)}
        return self._step(wish_id, seen, WishVerb.FORWARD, by, judge, draft.words, told)

    def answer(self, wish_id: UUID, seen: int, draft: WishAnswer, by: By) -> Done[None]:
        """What became of it and what the customer was told; once more puts it right. Refused: draft."""
        now = self._clock.now()
        at = slack(draft.at, now)

        def judge(found: Wish) -> Mapping[str, Any]:
            refuse_if(problems_in_wish_answer(draft, found.line.kind, found.line.received_at, now))
            return {
                "outcome": draft.outcome,
                "answer": draft.words.strip(),
                "reason": draft.reason.strip(),
                "answered_at": at,
                "answered_by": by.decided_by,
                "state": WishState.ANSWERED,
            }

        told = {"outcome": draft.outcome, **({"at": at} if at != now else {})}
        words = " · ".join(part for part in (draft.reason.strip(), draft.words.strip()) if part)
        return self._step(wish_id, seen, WishVerb.ANSWER, by, judge, words, told)

    def add_note(self, wish_id: UUID, words: str, by: By) -> Done[None]:
        """A line for the timeline; changes nothing. Refused: words_missing."""
        named(by)
        if not words.strip():
            raise Refused("words_missing")
        with self._database.transaction() as connection:
            self._found(connection, wish_id)
            self._entry(connection, wish_events, wish_id, WishVerb.NOTE, by, words)
            told = {"words": words.strip()}
            audit.record(connection, by, self._clock.now(), "note_wish", "wish", wish_id, None, told)
            self._settle(connection, wish_id)
        return Done(None, WISHES)

    def _step(
        self,
        wish_id: UUID,
        seen: int,
        verb: WishVerb,
        by: By,
        judge: Callable[[Wish], Mapping[str, Any]],
        words: str,
        details: Mapping[str, Any],
    ) -> Done[None]:
        named(by)
        with self._database.transaction() as connection:
            found = self._found(connection, wish_id)
            line = found.line
            if not may_wish(line.state, verb, line.kind):
                raise Refused(f"wish_is_{line.state}", number=line.number)
            values = judge(found)
            update_row(connection, wishes, wish_id, seen, **values)
            self._entry(connection, wish_events, wish_id, verb, by, words, details)
            told = {**values, "words": words.strip()}
            audit.record(
                connection, by, self._clock.now(), f"wish_{verb}", "wish", wish_id, {"state": line.state}, told
            )
            self._settle(connection, wish_id)
        return Done(None, WISHES)

    def _settle(self, connection: Connection, wish_id: UUID) -> None:
        """Make the words findable."""
        found = self._found(connection, wish_id)
        line = found.line
        parts = (
            line.number,
            found.party.name,
            *initials_of(found.party.name).split(),
            found.party.telephone,
            line.words,
            line.department,
            line.employee,
            found.answer,
            found.reason,
            *(name for _id, name in line.named),
        )
        search.write(connection, rows.KIND, wish_id, parts)
