"""Opening hours of institutions: asked for, entered from a day on, corrected, removed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import UUID

from qualitydesk.basics.changes import By, Done
from qualitydesk.basics.errors import Problem, Refused
from qualitydesk.directory import store
from qualitydesk.directory.model.hours import HoursDraft, HoursFile
from qualitydesk.directory.rules.hours import hours_in
from qualitydesk.directory.service.writing import TOUCHED, Writer, values_of
from qualitydesk.directory.store import hours as rows
from qualitydesk.rulebook.model.days import WeeklyHours
from qualitydesk.rulebook.rules.open_hours import OpenHours
from qualitydesk.rulebook.rules.workdays import WorkCalendar


class Hours(Writer):
    """When institutions are open, by dates. Clocks in open hours are reckoned by it."""

    _when_changed: Callable[[By], object] | None = None

    def tell_changed(self, listener: Callable[[By], object]) -> None:
        """Let whoever reckons by the hours hear of every change, inside the same transaction."""
        self._when_changed = listener

    def hours_file(self, institution_id: UUID) -> HoursFile:
        """Every entry of an institution. KeyError when there is no such institution."""
        with self._database.reading() as connection:
            known = {found.id: found for found in store.institution_rows(connection)}
            return HoursFile(known[institution_id], rows.hours_of(connection, institution_id), self._day(connection))

    def open_hours(self, institution_id: UUID, calendar: WorkCalendar) -> OpenHours:
        """What the clocks of an institution's cases are reckoned by."""
        with self._database.reading() as connection:
            group = store.group(connection)
            entries = rows.hours_of(connection, institution_id)
        return OpenHours(calendar, entries, group.zone) if group else OpenHours(calendar, entries)

    def patterns(self) -> dict[UUID, tuple[WeeklyHours, ...]]:
        """Every entry by institution, newest first; those without any are left out."""
        with self._database.reading() as connection:
            return rows.hours_of_all(connection)

    def open_hours_of_all(self, calendar: WorkCalendar) -> dict[UUID, OpenHours]:
        """The same for every institution, in one question."""
        with self._database.reading() as connection:
            group = store.group(connection)
            entries = rows.hours_of_all(connection)
            known = [found.id for found in store.institution_rows(connection)]
        zone = {"zone": group.zone} if group else {}
        return {one: OpenHours(calendar, entries.get(one, ()), **zone) for one in known}

    def set_hours(self, draft: HoursDraft, by: By) -> Done[date]:
        """Hours from a day on; with `seen`, that entry changed (or moved to another day).

        Refused("draft") beside week.0 to week.6, make_up, days_off and since; Refused("stale").
        """
        hours = hours_in(draft)
        with self._database.transaction() as connection:
            standing = {entry.since: entry for entry in rows.hours_of(connection, draft.institution_id)}
            if draft.seen is not None:
                if standing.get(draft.seen.since) != draft.seen:
                    raise Refused("stale")
                del standing[draft.seen.since]
                rows.remove_hours(connection, draft.institution_id, draft.seen.since)
            if hours.since in standing:
                raise Refused("draft", problems=(Problem("since", "hours_since_taken"),))
            rows.put_hours(connection, draft.institution_id, hours)
            self._note(connection, by, "set_hours", draft.institution_id, draft.seen, hours)
        return Done(hours.since, TOUCHED)

    def remove_hours(self, institution_id: UUID, seen: WeeklyHours, by: By) -> Done[date]:
        """An entry was a mistake: what stood before it holds on. Refused("stale")."""
        with self._database.transaction() as connection:
            if seen not in rows.hours_of(connection, institution_id):
                raise Refused("stale")
            rows.remove_hours(connection, institution_id, seen.since)
            self._note(connection, by, "remove_hours", institution_id, seen, None)
        return Done(seen.since, TOUCHED)

    def _note(
        self,
        connection: Any,
        by: By,
        verb: str,
        institution_id: UUID,
        before: WeeklyHours | None,
        after: WeeklyHours | None,
    ) -> None:
        self._audit(connection, by, verb, "institution", institution_id, values_of(before), values_of(after))
        if self._when_changed is not None:
            self._when_changed(by)
