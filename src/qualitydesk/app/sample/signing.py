"""The sample's acknowledgements: two institutions have signed the rules in force, a third in part."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from uuid import UUID

from qualitydesk.app.bootstrap import Services
from qualitydesk.app.sample.people import Staffed
from qualitydesk.basics.clock import FixedClock, local_day
from qualitydesk.penalties.model.acknowledgement import EditionSheet, SignDraft, Signer, SignWay, Stage

_LONG_AGO = 500  # days
_LATELY = 12
_PART = 3  # of the third institution every so-manieth has not signed yet


class Signing:
    """Made at the end: whoever came since signs lately, some of the third institution not at all."""

    def __init__(self, past: Services, clock: FixedClock, made: Staffed, language: str, now: datetime) -> None:
        self._past = past
        self._clock = clock
        self._made = made
        self._language = language
        self._now = now
        self._today = local_day(now)

    def fill(self) -> None:
        """A sheet for each of the two, then the signatures under every edition in force."""
        houses = list(self._made.institutions.values())
        with self._past.database.transaction():
            for state in self._past.acknowledgements.editions():
                if state.stage is not Stage.IN_FORCE:
                    continue
                self._clock.set(self._now - timedelta(days=_LATELY))
                sheet = self._past.acknowledgements.sheet(state.id)
                missing = [one for one in sheet.signers if one.missing and one.institution_id in houses[:3]]
                wanted = [one for one in houses[:2] if any(row.institution_id == one for row in missing)]
                if wanted:
                    issue = self._past.acknowledgements.issue_sheets
                    issue(state.id, wanted, self._made.by, language=self._language)
                self._sign(sheet, [one for one in missing if one.institution_id in houses[:2]])
                part = [one for one in missing if one.institution_id == houses[2]] if len(houses) > 2 else []
                self._sign(sheet, [one for at, one in enumerate(part) if at % _PART])
            self._clock.set(self._now)

    def _sign(self, sheet: EditionSheet, rows: list[Signer]) -> None:
        """On the day the edition began or long ago, else lately; nobody before the first day at work."""
        first = max(sheet.state.edition.effective_from, self._today - timedelta(days=_LONG_AGO))
        lately = self._today - timedelta(days=_LATELY)
        days: dict[date, list[UUID]] = {}
        for one in rows:
            hired = self._past.directory.employee(one.id).hired_on
            days.setdefault(first if hired <= first <= lately else max(hired, lately), []).append(one.id)
        for day, people in sorted(days.items()):
            if day <= self._today:
                draft = SignDraft(sheet.state.id, tuple(people), day, SignWay.PAPER)
                self._past.acknowledgements.sign(draft, self._made.by)
