"""What a slip's page and paper show: names of the day of the act, who decided since, the fields of the form."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from qualitydesk.directory.service import Directory
from qualitydesk.inspections.model import Finding
from qualitydesk.inspections.service import Findings, Rounds
from qualitydesk.penalties import printout
from qualitydesk.penalties.model import ApprovalWay, Slip, SlipStep, SlipView
from qualitydesk.penalties.rules.consequences import PROPOSED
from qualitydesk.rulebook.model import Rule, Sanction
from qualitydesk.rulebook.rules import read_approval
from qualitydesk.rulebook.service import Rulebook
from qualitydesk.storage import audit
from qualitydesk.storage.database import Connection


class Showing:
    """Puts a slip together with what the features below know of it."""

    def __init__(self, directory: Directory, rounds: Rounds, findings: Findings, rulebook: Rulebook) -> None:
        self._directory = directory
        self._rounds = rounds
        self._findings = findings
        self._rulebook = rulebook

    def view(self, slip: Slip) -> SlipView:
        """The slip with the names of the day of the act and of who decided since."""
        day = slip.act_day
        person = self._directory.person(slip.employee_id, day)
        line = self._directory.line_of(slip.employee_id, day)
        deciders = (slip.drafted_by, slip.approved_by, slip.issued_by, slip.withdrawn_by)
        drafted, approved, issued, withdrawn = (self.name(who) for who in deciders)
        return SlipView(
            slip=slip,
            institution=self._directory.institution(slip.institution_id).name,
            employee_number=person.number if person else "",
            post=person.post if person else "",
            department=person.department if person else "",
            superior=line.superior.name if line.superior else "",
            head=line.head.name if line.head else "",
            inspectors=self._rounds.round(slip.round_id).inspectors if slip.round_id is not None else (),
            drafted_by=drafted,
            approved_by=approved,
            issued_by=issued,
            withdrawn_by=withdrawn,
        )

    def fields(self, view: SlipView, language: str) -> dict[str, Any]:
        """The values of the slip's form."""
        slip = view.slip
        group, walked = self._directory.group(), None
        findings: list[Finding] = []
        if slip.round_id is not None:
            walked = self._rounds.round(slip.round_id)
            findings = [found for found in self._findings.of_round(slip.round_id) if found.id in slip.finding_ids]
        cited = self._rulebook.edition(slip.decision.edition_id)
        return printout.slip_fields(
            view,
            group_name=group.name if group else "",
            findings=findings,
            walked=walked,
            rule=cited or self._rulebook.edition_on(Rule.LADDER, slip.act_day),
            language=language,
            deciders=self.deciders(slip.decision.sanction),
        )

    def deciders(self, sanction: Sanction) -> tuple[str, ...]:
        """By name the posts that decide today on what a sanction only proposes; () when it proposes nothing."""
        if sanction not in PROPOSED:
            return ()
        codes = read_approval(self._rulebook.edition_on(Rule.APPROVAL, self._directory.today()).values).posts
        names = {post.code: post.name for post in self._directory.posts()}
        return tuple(names.get(code, code) for code in codes)

    def history(self, connection: Connection, slip_id: UUID) -> tuple[SlipStep, ...]:
        """What was done with a slip, oldest first, as the audit keeps it."""
        return tuple(self._step(entry) for entry in audit.history(connection, "slip", slip_id))

    def _step(self, entry: audit.Entry) -> SlipStep:
        after: Mapping[str, Any] = entry.after or {}
        day, way = after.get("approved_on") or after.get("decided_on"), after.get("approval_way")
        return SlipStep(
            at=entry.at,
            verb=entry.verb,
            decided_by=self.name(entry.by.decided_by),
            entered_by=self.name(entry.by.entered_by),
            note=after.get("withdrawal_reason") or after.get("approval_note") or after.get("reason") or "",
            on=date.fromisoformat(day) if day else None,
            way=ApprovalWay(way) if way else None,
        )

    def name(self, employee_id: UUID | None) -> str:
        """Somebody's name; "" for nobody."""
        return self._directory.employee(employee_id).name if employee_id else ""
