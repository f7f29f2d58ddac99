"""What is known of members: read masked or, with a reason, in full; written down, assessed, allowed and forbidden."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from qualitydesk.basics.changes import By, Done
from qualitydesk.basics.clock import Clock
from qualitydesk.basics.errors import Refused, refuse_if
from qualitydesk.basics.ids import new_id
from qualitydesk.directory.rules import clean
from qualitydesk.directory.service import Directory
from qualitydesk.members import store
from qualitydesk.members.model import Customer
from qualitydesk.members.model.profile import (
    AssessmentDraft,
    Beside,
    Birthday,
    Consent,
    ConsentDraft,
    ConsentKind,
    MemberFile,
    ProfileDraft,
    Relative,
    RelativeDraft,
)
from qualitydesk.members.rules import problems_in_reason
from qualitydesk.members.rules import profile as rules
from qualitydesk.members.service.verbs import CUSTOMERS, SUBJECT, Members
from qualitydesk.members.store import profile_tables as tables
from qualitydesk.members.store import profiles as rows
from qualitydesk.storage import audit
from qualitydesk.storage.database import Connection, Database, insert_row, update_row


class Profiles:
    """The members of one database, each as a whole person."""

    def __init__(self, database: Database, clock: Clock, directory: Directory, members: Members) -> None:
        self._database = database
        self._clock = clock
        self._directory = directory
        self._members = members

    # Questions

    def file(self, customer_id: UUID) -> MemberFile:
        """All that is known, unmasked: for services and papers. Of a merged record the one that is kept.

        Refused: no_such_customer, customer_restricted, customer_erased.
        """
        with self._database.reading():
            found = self._file(customer_id)
        if found.customer.limit is not None:
            raise Refused(f"customer_{found.customer.limit.kind}", number=found.customer.number)
        return found

    def sheet(self, customer_id: UUID) -> MemberFile:
        """The same masked, for screens; under a limit hardly more than the number. Refused: no_such_customer."""
        with self._database.reading():
            return self._file(customer_id).masked

    def born_on(self, day: date) -> list[UUID]:
        """Whose birthday is kept on this day, by either calendar."""
        with self._database.reading() as connection:
            return rows.born_on(connection, day)

    # Verbs

    def unmask(self, customer_id: UUID, reason: str, by: By) -> Done[MemberFile]:
        """Give a member's file in full to a screen; who looked, when and why is logged.

        Refused: draft, no_such_customer, customer_restricted, customer_erased.
        """
        refuse_if(problems_in_reason(reason))
        with self._database.transaction():
            self._members.unmask(customer_id, reason, by)
            return Done(self._file(customer_id))

    def save_profile(self, draft: ProfileDraft, by: By) -> Done[UUID]:
        """Write down what the draft names, leave the rest. Refused: draft, stale, and as `unmask`."""
        with self._database.transaction() as connection:
            self._open(draft.customer_id)
            refuse_if(rules.problems_in_profile(draft, self._today(), self._sensitive(connection, draft.customer_id)))
            stood = rows.profiles_of(connection, [draft.customer_id])[draft.customer_id]
            words = rules.tidy(draft.words)
            values: dict[str, Any] = {}
            before: dict[str, object] = {about.value: stood.says(about) for about in words}
            after: dict[str, object] = {about.value: said for about, said in words.items()}
            if draft.with_birthday:
                values |= rows.born_values(draft.birthday)
                before |= _plain(stood.birthday)
                after |= _plain(draft.birthday)
            if draft.with_greeter:
                values["greeter_id"] = draft.greeter_id
                before["greeter_id"], after["greeter_id"] = stood.greeter_id, draft.greeter_id
            self._put_profile(connection, draft, stood.revision, values)
            rows.put_words(connection, draft.customer_id, words)
            changed = {name for name in after if before[name] != after[name]}
            self._audit(
                connection, by, "save_profile", draft.customer_id, _only(before, changed), _only(after, changed)
            )
        return Done(draft.customer_id, CUSTOMERS)

    def save_relative(self, draft: RelativeDraft, by: By) -> Done[UUID]:
        """Enter somebody of the family, or change her. Refused: draft, stale, no_such_relative, and as `unmask`."""
        with self._database.transaction() as connection:
            self._open(draft.customer_id)
            refuse_if(rules.problems_in_relative(draft, self._today(), self._sensitive(connection, draft.customer_id)))
            values = {"kinship": draft.kinship, "name": clean(draft.name), "note": draft.note.strip()}
            born = rows.born_values(draft.birthday)
            before = None
            relative_id = draft.id or new_id()
            if draft.id is None:
                insert_row(
                    connection,
                    tables.customer_relatives,
                    id=relative_id,
                    customer_id=draft.customer_id,
                    **values,
                    **born,
                )
            else:
                before = _kin(self._relative(connection, draft.customer_id, draft.id))
                update_row(connection, tables.customer_relatives, draft.id, draft.revision, **values, **born)
            after = {**values, **_plain(draft.birthday)}
            self._audit(connection, by, "save_relative", draft.customer_id, before, after)
        return Done(relative_id, CUSTOMERS)

    def remove_relative(self, customer_id: UUID, relative_id: UUID, by: By) -> Done[None]:
        """Strike somebody of the family out. Refused: no_such_relative, and as `unmask`."""
        with self._database.transaction() as connection:
            self._open(customer_id)
            stood = self._relative(connection, customer_id, relative_id)
            table = tables.customer_relatives
            connection.execute(table.delete().where(table.c.id == relative_id))
            self._audit(connection, by, "remove_relative", customer_id, _kin(stood), None)
        return Done(None, CUSTOMERS)

    def assess(self, draft: AssessmentDraft, by: By) -> Done[UUID]:
        """What somebody holds her assets and standing to be; earlier ones stay. Refused: draft, and as `unmask`."""
        with self._database.transaction() as connection:
            self._open(draft.customer_id)
            refuse_if(
                rules.problems_in_assessment(draft, self._today(), self._sensitive(connection, draft.customer_id))
            )
            assessment_id = new_id()
            values = {
                "assets": draft.assets,
                "standing": draft.standing.strip(),
                "why": draft.why.strip(),
                "assessed_by": draft.assessed_by,
                "assessed_on": draft.assessed_on,
                "until": draft.until,
            }
            insert_row(
                connection, tables.customer_assessments, id=assessment_id, customer_id=draft.customer_id,
                entered_at=self._clock.now(), **values,
            )  # fmt: skip
            self._audit(connection, by, "assess_member", draft.customer_id, None, values)
        return Done(assessment_id, CUSTOMERS)

    def record_consent(self, draft: ConsentDraft, by: By) -> Done[None]:
        """Her word on messages, calls, or keeping what is sensitive; the latest counts. Refused: draft, as `unmask`."""
        refuse_if(rules.problems_in_consent(draft, self._today()))
        with self._database.transaction() as connection:
            self._open(draft.customer_id)
            values = {"kind": draft.kind, "given": draft.given, "said_on": draft.on, "way": draft.way,
                      "note": draft.note.strip()}  # fmt: skip
            insert_row(
                connection, tables.customer_consents, id=new_id(), customer_id=draft.customer_id,
                entered_at=self._clock.now(), entered_by=by.entered_by, **values,
            )  # fmt: skip
            self._audit(connection, by, "record_consent", draft.customer_id, None, values)
        return Done(None, CUSTOMERS)

    # How

    def _file(self, customer_id: UUID) -> MemberFile:
        with self._database.reading() as connection:
            customer = self._members.customer(customer_id)
            if customer.merged_into is not None:
                customer = self._members.customer(customer.merged_into.id)
            records = [customer.id, *(line.id for line in customer.merged)]
            profiles = rows.profiles_of(connection, records)
            families = rows.relatives_of(connection, records)
            assessments = rows.assessments_of(connection, records)
            consents = rows.consents_of(connection, records)
        beside = tuple(Beside(line, profiles[line.id], families[line.id]) for line in customer.merged)
        mine = profiles[customer.id]
        if customer.limit is not None:
            return MemberFile(customer, type(mine)(customer.id), self._today())
        return MemberFile(
            customer, mine, self._today(), families[customer.id], assessments, consents, beside,
            born_known=mine.birthday is not None,
        )  # fmt: skip

    def _put_profile(self, connection: Connection, draft: ProfileDraft, stands: int, values: Mapping[str, Any]) -> None:
        """The row is made with the first thing written down."""
        if draft.revision != stands:
            raise Refused("stale")
        table, who = tables.customer_profiles, draft.customer_id
        if stands:
            mine = table.c.customer_id == who
            connection.execute(table.update().where(mine).values(**values, revision=stands + 1))
        else:
            insert_row(connection, table, **{**rows.born_values(None), **values, "customer_id": who, "revision": 1})

    def _relative(self, connection: Connection, customer_id: UUID, relative_id: UUID) -> Relative:
        family = rows.relatives_of(connection, [customer_id])[customer_id]
        found = next((one for one in family if one.id == relative_id), None)
        if found is None:
            raise Refused("no_such_relative")
        return found

    def _sensitive(self, connection: Connection, customer_id: UUID) -> Consent | None:
        same = store.same_person(connection, customer_id)
        said = rows.consents_of(connection, same)
        return next((one for one in said if one.kind is ConsentKind.SENSITIVE), None)

    def _open(self, customer_id: UUID) -> Customer:
        found = self._members.customer(customer_id)
        if found.limit is not None:
            raise Refused(f"customer_{found.limit.kind}", number=found.number)
        return found

    def _today(self) -> date:
        return self._directory.today()

    def _audit(
        self,
        connection: Connection,
        by: By,
        verb: str,
        customer_id: UUID,
        before: Mapping[str, object] | None,
        after: Mapping[str, object] | None,
    ) -> None:
        audit.record(connection, by, self._clock.now(), verb, SUBJECT, customer_id, before, after)


def _only(values: Mapping[str, object], names: set[str]) -> dict[str, object]:
    return {name: value for name, value in values.items() if name in names}


def _plain(birthday: Birthday | None) -> dict[str, object]:
    """As the audit keeps it: 1976-08-15, --08-15 without a year, and by which calendar."""
    if birthday is None:
        return {"birthday": None, "calendar": None, "leap": None}
    day = f"{birthday.year or '-'}-{birthday.month:02}-{birthday.day:02}"
    return {"birthday": day, "calendar": birthday.calendar, "leap": birthday.leap or None}


def _kin(one: Relative) -> dict[str, object]:
    return {"kinship": one.kinship, "name": one.name, "note": one.note, **_plain(one.birthday)}
