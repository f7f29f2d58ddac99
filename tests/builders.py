"""Ready-made values and a small furnished group, for tests of every part. Real services on a real database."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from qualitydesk.app import schema
from qualitydesk.basics.changes import By
from qualitydesk.basics.clock import FixedClock
from qualitydesk.directory.model import (
    DepartmentDraft,
    EmployeeDraft,
    Foundation,
    InstitutionDraft,
    PostDraft,
    Region,
    Sex,
)
from qualitydesk.directory.service import Directory
from qualitydesk.inspections.model import AnswerKind, Gravity, Item, ItemGroup, Limit, RoundDraft, RoundKind, Walk
from qualitydesk.inspections.service import Findings, Rounds, Standards
from qualitydesk.inspections.store import standards as pack_store
from qualitydesk.measures.service import Measures
from qualitydesk.papers.service import Papers
from qualitydesk.rulebook.service import Rulebook
from qualitydesk.storage.blobs import DatabaseFiles
from qualitydesk.storage.database import Database

assert schema.PARTS  # every table is known before a test makes its database

HIRED = date(2025, 3, 1)
SURNAMES = "王李张刘陈杨赵黄周吴徐孙朱马胡郭林何高罗"


@dataclass
class Group:
    """A founded group of one institution with its services: `me` supervises, guides stand at the desk."""

    database: Database
    clock: FixedClock
    directory: Directory
    rulebook: Rulebook
    standards: Standards
    rounds: Rounds
    findings: Findings
    measures: Measures
    me: UUID
    institution: UUID
    desk: UUID
    guide: UUID
    people: list[UUID] = field(default_factory=list)

    def by(self) -> By:
        """The supervisor decides and types."""
        return By.alone(self.me)

    def hire(self, number: str, name: str, sex: Sex = Sex.FEMALE) -> UUID:
        """A guide at the desk since long ago."""
        draft = EmployeeDraft(number, name, sex, HIRED, None, self.desk, self.guide, self.me)
        employee = self.directory.save_employee(draft, self.by()).value
        self.people.append(employee)
        return employee

    def hire_many(self, count: int) -> list[UUID]:
        """Guides with names of their own."""
        first = len(self.people)
        return [
            self.hire(f"G{at:03d}", f"{SURNAMES[at % len(SURNAMES)]}导医{at + 1}") for at in range(first, first + count)
        ]

    def adopt(self, body: str, code: str, number: int = 1) -> None:
        """Put a pack's text in force as an edition."""
        values = {"code": code, "number": number, "body": body, "adopted_at": self.clock.now()}
        values["sha256"] = hashlib.sha256(body.encode()).hexdigest()
        with self.database.transaction() as connection:
            pack_store.add_edition(connection, values)

    def begin(self, *codes: str, people: Sequence[UUID] = (), kind: RoundKind = RoundKind.PATROL) -> UUID:
        """An open round of these packs over these people (default: everybody hired)."""
        walked = tuple(people or self.people)
        reason = "" if kind is RoundKind.PATROL else "只有一名客服主任"  # the other kinds are led by others
        draft = RoundDraft(kind, self.institution, (self.me,), codes, walked, lead_reason=reason)
        return self.rounds.open_round(draft, self.by()).value

    def walk(self, round_id: UUID) -> Walk:
        return self.rounds.walk(round_id)


def a_group(database: Database, clock: FixedClock) -> Group:
    """Found the group: one clinic, a desk of guides, the shipped rules. No packs, no guides yet."""
    directory, rulebook = Directory(database, clock), Rulebook(database, clock)
    standards = Standards(database, clock)
    clinic = InstitutionDraft("BJC", "朝阳门诊", Region.BEIJING)
    me = directory.found_group(
        Foundation("安和医疗集团", (clinic,), "A001", "李敏", Sex.FEMALE, 0, "客服部", "客服主任")
    ).value
    by = By.alone(me)
    rulebook.adopt_shipped(by)
    institution = directory.institutions()[0].id
    desk = directory.save_department(DepartmentDraft(institution, "导医台"), by).value
    guide = directory.save_post(PostDraft("guide", "导医"), by).value
    rounds = Rounds(database, clock, directory, standards, rulebook)
    papers = Papers(database, DatabaseFiles(database), clock)
    measures = Measures(database, DatabaseFiles(database), clock, directory, papers, rulebook)
    findings = Findings(database, clock, directory, standards, measures, rulebook)
    measures.tell_dropped(findings.measure_dropped)
    return Group(
        database, clock, directory, rulebook, standards, rounds, findings, measures, me, institution, desk, guide
    )


def a_pack(
    code: str = "walk",
    items: int = 40,
    kinds: Sequence[str] = ("yes_no",),
    critical: Sequence[int] = (),
    sections: int = 4,
) -> str:
    """A pack's text: `items` numbered from 1, their kinds in turn, `critical` by number."""
    sections = min(sections, items)
    lines = [
        f'code = "{code}"', "edition = 1", f'name = {{ zh = "标准 {code}", en = "Pack {code}" }}',
        'purpose = { zh = "试用", en = "For trial" }', 'target = "person"', "minutes = 3", "[sections]",
    ]  # fmt: skip
    lines += [f's{at} = {{ zh = "小节{at}", en = "Section {at}" }}' for at in range(sections)]
    for at in range(1, items + 1):
        kind = kinds[(at - 1) % len(kinds)]
        lines += [
            "[[items]]", f'code = "{code.upper()}-{at:02d}"', f'section = "s{(at - 1) * sections // items}"',
            'group = "appearance"', f'kind = "{kind}"', "weight = 1", 'gravity = "ordinary"',
            f'title = {{ zh = "第{at}项合格", en = "Item {at} is as wanted" }}',
            f'standard = {{ zh = "第{at}项的标准。", en = "The standard of item {at}." }}',
            f'why = {{ zh = "第{at}项的缘由。", en = "Why item {at} matters." }}',
            'rule = "ladder"', 'source = "ours"', f"critical = {str(at in critical).lower()}",
            *(['limit = { low = 35.0, high = 60.0, unit = "cm" }'] if kind == "measured" else []),
        ]  # fmt: skip
    return "\n".join(lines) + "\n"


def an_item(
    code: str = "WALK-01",
    kind: AnswerKind = AnswerKind.YES_NO,
    *,
    weight: int = 1,
    critical: bool = False,
    limit: Limit | None = None,
    section: str = "s0",
) -> Item:
    """One item with plain texts."""
    texts = {"zh": f"{code} 合格", "en": f"{code} is as wanted"}
    return Item(
        code, ItemGroup.APPEARANCE, section, texts, texts, texts, None, (), kind, limit, weight, critical,
        Gravity.ORDINARY, "ladder", "ours", None,
    )  # fmt: skip
