"""A clinic whose front line asks the back office: requests and wishes over the house of complaints."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from uuid import UUID

from tests.complaints.house import House, a_house

from qualitydesk.basics.clock import FixedClock
from qualitydesk.complaints.model.drafts import Party
from qualitydesk.complaints.model.requests import AnswerDraft, Request, RequestDraft
from qualitydesk.complaints.model.wishes import WishAbout, WishDraft, WishKind
from qualitydesk.complaints.model.words import Channel
from qualitydesk.complaints.service import Requests, Wishes
from qualitydesk.directory.model import DepartmentDraft, EmployeeDraft, Sex
from qualitydesk.storage.blobs import DatabaseFiles
from qualitydesk.storage.database import Database


@dataclass
class Desk:
    """The guides' desk asks `logistics`; `keeper` works there, `cashier` in `finance`. `guide`, `other` at the desk."""

    house: House
    requests: Requests
    wishes: Wishes
    logistics: UUID
    keeper: UUID
    finance: UUID
    cashier: UUID

    def draft(self, **more: Any) -> RequestDraft:
        usual = RequestDraft(self.house.guide, self.logistics, "导医台叫号屏不亮，患者反复询问，请尽快修复。")
        return replace(usual, **more)

    def ask(self, **more: Any) -> UUID:
        return self.requests.ask(self.draft(**more), self.house.by()).value

    def request(self, request_id: UUID) -> Request:
        return self.requests.request(request_id)

    def seen(self, request_id: UUID) -> int:
        return self.request(request_id).line.revision

    def accept(self, request_id: UUID, who: UUID | None = None) -> None:
        self.requests.accept(request_id, self.seen(request_id), self.house.by(who or self.keeper))

    def answer(self, request_id: UUID, who: UUID | None = None, **more: Any) -> None:
        draft = AnswerDraft(**{"words": "已更换电源，当日恢复", **more})
        self.requests.answer(request_id, self.seen(request_id), draft, self.house.by(who or self.keeper))

    def confirm(self, request_id: UUID, who: UUID | None = None) -> None:
        self.requests.confirm(request_id, self.seen(request_id), "", self.house.by(who or self.house.guide))

    def send_back(self, request_id: UUID, who: UUID | None = None) -> None:
        by = self.house.by(who or self.house.guide)
        self.requests.send_back(request_id, self.seen(request_id), "第二天又黑屏", by)

    def withdraw(self, request_id: UUID, who: UUID | None = None) -> None:
        by = self.house.by(who or self.house.guide)
        self.requests.withdraw(request_id, self.seen(request_id), "已自行恢复", by)

    def wish(self, **more: Any) -> WishDraft:
        usual = WishDraft(
            institution_id=self.house.group.institution,
            kind=WishKind.SUGGESTION,
            channel=Channel.FACE_TO_FACE,
            party=Party("王秀英", Sex.FEMALE, "138 1234 5678"),
            about=WishAbout.ENVIRONMENT,
            words="候诊区空调太冷，建议备几条薄毯。",
        )
        return replace(usual, **more)

    def log(self, **more: Any) -> UUID:
        return self.wishes.log(self.wish(**more), self.house.by()).value


def a_desk(database: Database, clock: FixedClock) -> Desk:
    house = a_house(database, clock)
    group, by = house.group, house.by()

    def department(name: str) -> UUID:
        return group.directory.save_department(DepartmentDraft(group.institution, name), by).value

    def employee(number: str, name: str, where: UUID) -> UUID:
        draft = EmployeeDraft(number, name, Sex.MALE, date(2020, 1, 1), None, where, group.guide, group.me)
        return group.directory.save_employee(draft, by).value

    logistics, finance = department("后勤保障部"), department("财务部")
    requests = Requests(database, DatabaseFiles(database), clock, group.directory, group.rulebook, house.calendar)
    wishes = Wishes(database, clock, group.directory, house.members)
    return Desk(
        house, requests, wishes, logistics, employee("K001", "孙保全", logistics), finance,
        employee("K002", "钱出纳", finance),
    )  # fmt: skip
