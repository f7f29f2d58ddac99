"""The invented group: institutions, departments, posts and 220 people with superiors and heads by dates."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random
from typing import Any
from uuid import UUID

from qualitydesk.app.bootstrap import Services
from qualitydesk.basics.changes import By
from qualitydesk.basics.places import shipped
from qualitydesk.directory.model import (
    DepartmentDraft,
    EmployeeDraft,
    EmployeeFilter,
    Foundation,
    InstitutionDraft,
    LeaveDraft,
    PlaceDraft,
    PlaceKind,
    PostDraft,
    Region,
    ReturnDraft,
    Sex,
    TermDraft,
    TermKind,
)

LEADS = {
    "nursing": "head_nurse",
    "outpatient": "department_head",
    "consulting": "department_head",
    "guide_desk": "department_head",
    "reception": "department_head",
}
"""Departments with a head of their own; the others answer to the head of the institution."""


@dataclass
class Staffed:
    """The group as made: ids by code, for the rounds to walk through."""

    by: By
    gm: UUID
    cs_director: UUID
    home: str
    institutions: dict[str, UUID] = field(default_factory=dict)
    supervisors: dict[str, UUID] = field(default_factory=dict)
    heads: dict[str, UUID] = field(default_factory=dict)


def read(name: str) -> Mapping[str, Any]:
    """One of the lists in resources/sample."""
    return tomllib.loads(shipped(f"resources/sample/{name}.toml").read_text(encoding="utf-8"))


class Names:
    """Draws names nobody bears twice: the special ones first, then surnames common and rare."""

    def __init__(self, random: Random) -> None:
        lists = read("names")
        self._random = random
        self._special = [(entry["name"], Sex(entry["sex"])) for entry in lists["special"]]
        self._surnames = lists["surnames"]
        self._given = {Sex.FEMALE: lists["given"]["female"], Sex.MALE: lists["given"]["male"]}
        self._used: set[str] = set()

    def draw(self, sex: Sex) -> str:
        """A fresh name for a woman or a man."""
        ready = next((entry for entry in self._special if entry[1] is sex and self._random.random() < 0.2), None)
        if ready is not None:
            self._special.remove(ready)
            return self._keep(ready[0])
        while True:
            kind = self._random.choices(("common", "rare", "compound"), (90, 8, 2))[0]
            name = self._random.choice(self._surnames[kind]) + self._random.choice(self._given[sex])
            if name not in self._used:
                return self._keep(name)

    def _keep(self, name: str) -> str:
        self._used.add(name)
        return name


class Staffing:
    """Fills the directory, institution by institution."""

    def __init__(self, services: Services, random: Random, language: str, today: date) -> None:
        self._services = services
        self._random = random
        self._language = language
        self._start = today - timedelta(days=900)
        self._today = today
        self._names = Names(random)
        self._places = read("places")
        self._posts: dict[str, UUID] = {}
        self._departments: dict[tuple[str, str], UUID] = {}

    def staff(self) -> Staffed:
        """Make the whole group; gives what the rounds need."""
        group, founder = self._found()
        by = By.alone(founder)
        self._make_posts(by)
        home = group["headquarters"]["institution"]
        made = Staffed(by, founder, founder, home)
        directory = self._services.directory
        made.institutions = {found.code: found.id for found in directory.institutions()}
        made.supervisors[home] = founder
        self._make_headquarters(made, home, group["headquarters"]["size"])
        for entry in group["institutions"]:
            self._staff_institution(made, entry["code"], entry["size"], has_supervisor=entry["code"] == home)
            self._furnish(made, entry["code"], entry["size"])
        self._place_founder(made, home)
        return made

    def _found(self) -> tuple[Mapping[str, Any], UUID]:
        places = self._places
        institutions = tuple(
            InstitutionDraft(entry["code"], entry[self._language], Region(entry["region"]))
            for entry in places["institutions"]
        )
        posts = {post["code"]: post for post in places["posts"]}
        departments = {entry["code"]: entry for entry in places["departments"]}
        home = next(at for at, draft in enumerate(institutions) if draft.code == places["headquarters"]["institution"])
        foundation = Foundation(
            group_name=places["group"][self._language],
            institutions=institutions,
            me_number=f"{institutions[home].code}001",
            me_name="顾晓岚",
            me_sex=Sex.FEMALE,
            me_institution=home,
            me_department=departments["administration"][self._language],
            me_post=posts["supervisor"][self._language],
        )
        return places, self._services.directory.found_group(foundation).value

    def _make_posts(self, by: By) -> None:
        known = {post.code: post.id for post in self._services.directory.posts()}
        for entry in self._places["posts"]:
            code = entry["code"]
            draft = PostDraft(code, entry[self._language])
            self._posts[code] = known.get(code) or self._services.directory.save_post(draft, by).value

    def _department(self, institution: str, code: str, made: Staffed) -> UUID:
        """The department, made when first asked for."""
        key = (institution, code)
        if key not in self._departments:
            name = next(entry[self._language] for entry in self._places["departments"] if entry["code"] == code)
            where = made.institutions[institution]
            known = {found.name: found.id for found in self._services.directory.departments(where)}
            draft = DepartmentDraft(where, name)
            self._departments[key] = known.get(name) or self._services.directory.save_department(draft, made.by).value
        return self._departments[key]

    def _make_headquarters(self, made: Staffed, home: str, size: int) -> None:
        codes = ["gm", "cs_director", "medical_director", "medical_affairs", "hr", "finance", "gm_office"]
        wanted = [*codes, *self._random.choices(["gm_office", "finance", "hr"], k=size - len(codes))]
        for at, code in enumerate(wanted):
            superior = None if code == "gm" else made.gm
            who = self._hire(made, home, f"HQ{at + 1:03d}", code, "administration", superior)
            if code == "gm":
                made.gm = who
            if code == "cs_director":
                made.cs_director = who

    def _staff_institution(self, made: Staffed, code: str, size: int, *, has_supervisor: bool) -> None:
        numbers = iter(f"{code}{at:03d}" for at in range(2 if has_supervisor else 1, size + 1))
        head = self._hire(made, code, next(numbers), "head_of_institution", "administration", made.gm)
        made.heads[code] = head
        self._lead(made, code, "administration", head)
        if not has_supervisor:
            made.supervisors[code] = self._hire(
                made, code, next(numbers), "supervisor", "administration", made.cs_director
            )
        leads = {"administration": head}
        for department, post in LEADS.items():
            if size < 24 and department == "reception":
                continue
            leads[department] = self._hire(made, code, next(numbers), post, department, head)
            self._lead(made, code, department, leads[department])
        for number, held in zip(numbers, self._posts_for(size), strict=False):
            department = held["department"]
            self._hire(made, code, number, held["code"], department, leads.get(department, head))
        for department in {key[1] for key in self._departments if key[0] == code} - set(leads):
            self._lead(made, code, department, head)
        if code == "SL":  # half a year ago its guides got a new head, so that "of that day" can be seen
            self._lead(made, code, "guide_desk", leads["reception"], since=self._today - timedelta(days=180))

    def _furnish(self, made: Staffed, code: str, size: int) -> None:
        """The places rounds go to: those every institution has, in a large one the others, too."""
        for place in self._places["places"]:
            if place["least"] <= size:
                draft = PlaceDraft(made.institutions[code], place[self._language], PlaceKind(place["kind"]))
                self._services.directory.save_place(draft, made.by)

    def _posts_for(self, size: int) -> Iterator[Mapping[str, Any]]:
        posts: Sequence[Mapping[str, Any]] = [post for post in self._places["posts"] if post["share"]]
        yield from (post for post in posts if post["code"] in ("guide", "guide", "receptionist", "nurse", "doctor"))
        while True:
            yield self._random.choices(posts, [post["share"] for post in posts])[0]

    def _lead(self, made: Staffed, code: str, department: str, head: UUID, since: date | None = None) -> None:
        found = next(entry[self._language] for entry in self._places["departments"] if entry["code"] == department)
        department_id = self._department(code, department, made)
        known = {d.id: d for d in self._services.directory.departments(made.institutions[code])}
        draft = DepartmentDraft(
            made.institutions[code],
            found,
            head_id=head,
            head_since=since or self._start,
            id=department_id,
            revision=known[department_id].revision,
        )
        self._services.directory.save_department(draft, made.by)

    def _hire(self, made: Staffed, code: str, number: str, post: str, department: str, superior: UUID | None) -> UUID:
        women = next(entry["women"] for entry in self._places["posts"] if entry["code"] == post)
        sex = Sex.FEMALE if self._random.randrange(100) < women else Sex.MALE
        hired = self._start + timedelta(days=0 if superior is None else self._random.randrange(120))
        draft = EmployeeDraft(
            number=number,
            name=self._names.draw(sex),
            sex=sex,
            hired_on=hired,
            department_id=self._department(code, department, made),
            post_id=self._posts[post],
            superior_id=superior,
            since=hired,
        )
        return self._services.directory.save_employee(draft, made.by).value

    def _place_founder(self, made: Staffed, home: str) -> None:
        """The founding user was hired long ago, too, and answers to the CS director."""
        me = made.supervisors[home]
        found = self._services.directory.employee(me)
        draft = EmployeeDraft(
            found.number,
            found.name,
            found.sex,
            self._start,
            None,
            self._department(home, "administration", made),
            self._posts["supervisor"],
            made.cs_director,
            self._start,
            me,
            found.revision,
        )
        self._services.directory.save_employee(draft, made.by)


def give_histories(services: Services, made: Staffed, language: str, today: date) -> None:
    """Three of the headquarters have a history: another superior, a time away, a leaving to come."""
    terms, directory = services.directory.terms, services.directory
    moved, away, leaving = directory.people(EmployeeFilter("HQ01"), day=today)
    why = {"zh": "人事科补报", "en": "Reported late by personnel"}[language]
    since = today - timedelta(days=200)
    terms.put_term(TermDraft(TermKind.SUPERIOR, moved.id, since, person_id=made.cs_director, why=why), made.by)
    reason = {"zh": "家中有事", "en": "Family matters"}[language]
    gone, back = (today - timedelta(days=days) for days in (400, 310))
    terms.leave(LeaveDraft(away.id, away.revision, gone, reason), made.by)
    revision = directory.employee(away.id).revision
    place = (away.department_id, away.post_id, away.superior_id)
    terms.come_back(ReturnDraft(away.id, revision, back, *place), made.by)
    later = today + timedelta(days=40)
    terms.leave(LeaveDraft(leaving.id, leaving.revision, later, reason), made.by)
