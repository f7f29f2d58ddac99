"""A small clinic with its rounds, in few words: people with a superior and a head, fails by day, slips moved on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from uuid import UUID
from zoneinfo import ZoneInfo

from qualitydesk.app.bootstrap import Services
from qualitydesk.basics.changes import By
from qualitydesk.basics.clock import DEFAULT_ZONE, FixedClock
from qualitydesk.directory.model import (
    DepartmentDraft,
    EmployeeDraft,
    Foundation,
    InstitutionDraft,
    PostDraft,
    Region,
    Sex,
)
from qualitydesk.inspections.model import Given, RoundDraft, RoundKind, Verdict
from qualitydesk.penalties.model import Choice, SlipLine
from qualitydesk.penalties.model.acknowledgement import SignDraft, SignWay
from qualitydesk.storage.database import Database
from qualitydesk.storage.files import FileStore

HIRED = date(2020, 1, 1)
PACK = "appearance_women"
BADGE, BADGE_SIDE, BADGE_PLACE = "W-BADGE-01", "W-BADGE-02", "W-BADGE-03"
"""Three yes-or-no items of one group."""


@dataclass
class Clinic:
    """The services over one database and the people they know, by staff number."""

    services: Services
    clock: FixedClock
    me: UUID
    institution: UUID
    department: UUID
    people: dict[str, UUID] = field(default_factory=dict)
    posts: dict[str, UUID] = field(default_factory=dict)

    @property
    def by(self) -> By:
        """The supervisor, alone at her desk."""
        return By.alone(self.me)

    @property
    def boss(self) -> By:
        """The general manager decides, the supervisor types."""
        return By(self.people["GM"], self.me)

    def hire(self, number: str, name: str, post: str = "guide", superior: str = "", sex: Sex = Sex.FEMALE) -> UUID:
        """An employee of the one department since long ago."""
        draft = EmployeeDraft(
            number,
            name,
            sex,
            HIRED,
            department_id=self.department,
            post_id=self._post(post),
            superior_id=self.people[superior] if superior else None,
        )
        self.people[number] = self.services.directory.save_employee(draft, self.by).value
        return self.people[number]

    def retire(self, number: str, last: date) -> None:
        """The employee leaves with that day."""
        directory = self.services.directory
        found, place = directory.employee(self.people[number]), directory.person(self.people[number])
        assert place is not None
        draft = EmployeeDraft(
            found.number,
            found.name,
            found.sex,
            found.hired_on,
            last,
            place.department_id,
            place.post_id,
            place.superior_id,
            HIRED,
            found.id,
            found.revision,
        )
        directory.save_employee(draft, self.by)

    def put_under(self, number: str, superior: str, since: date) -> None:
        """From `since` on the employee answers to somebody else."""
        found = self.services.directory.employee(self.people[number])
        draft = EmployeeDraft(
            found.number,
            found.name,
            found.sex,
            found.hired_on,
            found.left_on,
            self.department,
            self.posts["guide"],
            self.people[superior],
            since,
            found.id,
            found.revision,
        )
        self.services.directory.save_employee(draft, self.by)

    def set_head(self, number: str, since: date) -> None:
        """From `since` on the department is headed by this employee."""
        (found,) = (one for one in self.services.directory.departments() if one.id == self.department)
        draft = DepartmentDraft(
            self.institution, found.name, True, self.people[number], since, self.department, found.revision
        )
        self.services.directory.save_department(draft, self.by)

    def walk(
        self,
        day: date,
        fails: Mapping[str, Iterable[str]],
        kind: RoundKind = RoundKind.PATROL,
        *,
        hour: int = 10,
        fixed: bool = False,
        note: str = "",
    ) -> UUID:
        """A finished round of that day: who failed which items, everything else unanswered; the clock goes on after."""
        now = self.clock.now()
        self.clock.set(datetime.combine(day, time(hour), ZoneInfo(DEFAULT_ZONE)))
        rounds = self.services.rounds
        chosen = tuple(self.people[number] for number in fails)
        inspector = self.me if "ME" not in fails else self.people["HEAD"]
        round_id = rounds.open_round(
            RoundDraft(kind, self.institution, (inspector,), (PACK,), chosen, lead_reason="代班"), self.by
        ).value
        walk = rounds.walk(round_id)
        for stop in walk.stops:
            items = {item.code: item for item in walk.items[stop.id]}
            failed = list(fails[stop.number])
            answers = [(items[code], Given(Verdict.FAIL, fixed=fixed, note=note)) for code in failed]
            if not failed:
                answers = [(items[BADGE], Given(Verdict.PASS))]
            rounds.record_answers(round_id, stop.id, answers, self.by)
        rounds.finish_round(round_id, self.by)
        self.clock.set(max(now, self.clock.now()))
        return round_id

    def post_of(self, number: str) -> str:
        """The code of the post an employee holds."""
        person = self.services.directory.person(self.people[number])
        assert person is not None
        return person.post_code

    def propose(self, round_id: UUID, number: str, other: str = "") -> SlipLine:
        """The slip as the ladder proposes it. `other`: why it is another event than what stands of about that day."""
        choice = Choice(other_act=other)
        return self.services.penalties.propose(round_id, self.people[number], self.by, choice=choice).value

    def issue(self, slip: SlipLine) -> None:
        """Approved by the general manager and issued by the supervisor."""
        self.services.penalties.approve(slip.id, slip.revision, self.boss)
        self.services.penalties.issue(slip.id, slip.revision + 1, self.by)

    def sanction(
        self, day: date, number: str, *items: str, kind: RoundKind = RoundKind.PATROL, other: str = ""
    ) -> SlipLine:
        """A fail of that day, taken through to the issued slip."""
        slip = self.propose(self.walk(day, {number: items or (BADGE,)}, kind), number, other)
        self.issue(slip)
        return slip

    def sign_rules(self, *numbers: str, on: date = HIRED) -> None:
        """These employees, or all, have signed every edition there is that they have not signed yet."""
        signing = self.services.acknowledgements
        for state in signing.editions():
            known = {one.id for one in signing.sheet(state.id).signers if one.signed is not None}
            wanted = [self.people[number] for number in numbers or self.people]
            left = tuple(one for one in wanted if one not in known)
            if left:
                signing.sign(SignDraft(state.id, left, on, SignWay.PAPER), self.by)

    def finding(self, round_id: UUID, number: str, item: str = BADGE) -> UUID:
        """The finding on an employee and item."""
        (found,) = (
            one
            for one in self.services.findings.of_round(round_id)
            if one.employee_id == self.people[number] and one.item_code == item
        )
        return found.id

    def _post(self, code: str) -> UUID:
        if code not in self.posts:
            self.posts[code] = self.services.directory.save_post(PostDraft(code, POSTS[code]), self.by).value
        return self.posts[code]


POSTS = {
    "guide": "导医",
    "gm": "总经理",
    "lead": "导医主管",
    "head": "科室主任",
    "consultant": "咨询师",
    "hr": "人事专员",
}


def found_clinic(database: Database, files: FileStore, clock: FixedClock, *, adopt: bool = True) -> Clinic:
    """One institution, one department: GM over the head over the lead over two guides; the supervisor is me."""
    services = Services(database, files, clock)
    if adopt:
        services.rulebook.adopt_shipped(By.alone(None))
        services.standards.adopt_shipped(By.alone(None))
    draft = Foundation(
        group_name="和颐医疗集团",
        institutions=(InstitutionDraft("BJ", "北京和颐医院", Region.BEIJING),),
        me_number="ME",
        me_name="顾晓岚",
        me_sex=Sex.FEMALE,
        me_department="客户服务部",
        me_post="客服主任",
    )
    me = services.directory.found_group(draft).value
    (institution,) = services.directory.institutions()
    department = services.directory.save_department(DepartmentDraft(institution.id, "导医部"), By.alone(me)).value
    clinic = Clinic(services, clock, me, institution.id, department, {"ME": me})
    clinic.hire("GM", "贺明远", "gm", sex=Sex.MALE)
    clinic.hire("HEAD", "欧阳䶮", "head", "GM", Sex.MALE)
    clinic.hire("LEAD", "㛃雅宁", "lead", "HEAD")
    clinic.hire("G1", "张𬱖", superior="LEAD")
    clinic.hire("G2", "周若彤", superior="LEAD")
    clinic.set_head("HEAD", HIRED)
    _hired_long_ago(clinic)
    return clinic


def _hired_long_ago(clinic: Clinic) -> None:
    """The founding user was there before the program was."""
    directory = clinic.services.directory
    found, me = directory.employee(clinic.me), directory.person(clinic.me)
    assert me is not None
    draft = EmployeeDraft(
        number=found.number,
        name=found.name,
        sex=found.sex,
        hired_on=HIRED,
        department_id=me.department_id,
        post_id=me.post_id,
        since=HIRED,
        id=found.id,
        revision=found.revision,
    )
    directory.save_employee(draft, clinic.by)
