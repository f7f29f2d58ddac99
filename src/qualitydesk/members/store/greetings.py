"""General messages of a day: to how many, who is kept back and why, page by page, in SQL.

What keeps a member back is one expression; its order is that of `members.rules.contacts.kept_back`.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, Select, and_, case, func, literal, select

from qualitydesk.members.model.contacts import GENERAL, ContactState, Greeting, Kept
from qualitydesk.members.model.profile import ConsentKind
from qualitydesk.members.store.contact_holds import held_members
from qualitydesk.members.store.contact_tables import contact_attempts
from qualitydesk.members.store.profile_tables import customer_consents, customer_limits
from qualitydesk.members.store.search import shown
from qualitydesk.members.store.tables import customer_links, customer_telephones
from qualitydesk.members.store.tier_tables import tier_standings
from qualitydesk.rulebook.model.contacting import ContactsRule, ContactWay, WithoutWord
from qualitydesk.storage.paging import page

_T = tier_standings.c
_A = contact_attempts.c
_FREE = ""
_DONE = "done"


@dataclass(frozen=True)
class Greeted:
    """A member on the list of a general message: how she stands (a `Kept` code, "done", or "" to do)."""

    member_id: UUID
    number: str
    tier: str
    standing: str


def counts(
    connection: Connection, rule: ContactsRule, greeting: Greeting, day: date, covered: Collection[UUID]
) -> dict[str, int]:
    """How many stand how: by `Kept` code, "done", and "" for those to do."""
    standing = _standing(rule, greeting, day, covered).label("standing")
    inner = select(standing).select_from(tier_standings).where(_owed(rule)).subquery()
    query = select(inner.c.standing, func.count()).group_by(inner.c.standing)
    return {row[0]: row[1] for row in connection.execute(query)}


def greeted(
    connection: Connection,
    rule: ContactsRule,
    greeting: Greeting,
    day: date,
    covered: Collection[UUID],
    *,
    after: tuple[str, UUID] | None,
    limit: int | None,
) -> list[Greeted]:
    """A page of the members by number, from behind (number, id)."""
    query = _rows(rule, greeting, day, covered)
    query = page(query, _T.number, _T.member_id, after, limit, descending=False)
    return [Greeted(row.member_id, row.number, row.tier, row.standing) for row in connection.execute(query)]


def to_greet(
    connection: Connection, rule: ContactsRule, greeting: Greeting, day: date, covered: Collection[UUID]
) -> list[tuple[UUID, str]]:
    """(member, tier) of everybody to whom it is still to be sent, by number."""
    rows = _rows(rule, greeting, day, covered).where(_standing(rule, greeting, day, covered) == _FREE)
    return [(row.member_id, row.tier) for row in connection.execute(rows.order_by(_T.number))]


def _rows(rule: ContactsRule, greeting: Greeting, day: date, covered: Collection[UUID]) -> Select[Any]:
    standing = _standing(rule, greeting, day, covered).label("standing")
    return select(_T.member_id, _T.number, _T.tier, standing).where(_owed(rule))


def _owed(rule: ContactsRule) -> ColumnElement[bool]:
    linked = select(customer_links.c.customer_id)
    return and_(_T.tier.in_(rule.tiers), _T.member_id.not_in(linked), shown(_T.member_id))


def _standing(rule: ContactsRule, greeting: Greeting, day: date, covered: Collection[UUID]) -> ColumnElement[str]:
    done = select(_A.id).where(
        _A.member_id == _T.member_id, _A.due_on == day, _A.occasion == greeting.occasion,
        _A.detail == greeting.detail, _A.state.in_((ContactState.DONE, ContactState.LEFT_OUT)),
    )  # fmt: skip
    member, limit = _T.member_id, customer_limits.c.customer_id
    telephone = select(customer_telephones.c.customer_id).where(
        customer_telephones.c.customer_id == member, customer_telephones.c.position == 0
    )
    last_word = _last_word(member)
    sent = select(func.count()).where(
        _A.member_id == member, _A.due_on > day - timedelta(days=rule.most_days), _A.due_on <= day,
        _A.occasion.in_(GENERAL), _A.way == ContactWay.MESSAGE, _A.state == ContactState.DONE,
    )  # fmt: skip
    whens: list[tuple[ColumnElement[bool], str]] = [
        (done.exists(), _DONE),
        (select(limit).where(limit == member).exists(), Kept.LIMITED.value),
        (member.in_(held_members()), Kept.HOLD.value),
        (last_word.is_(False), Kept.DECLINED.value),
    ]
    if rule.without_word is WithoutWord.ASK:
        whens.append((last_word.is_(None), Kept.NOT_AGREED.value))
    whens.append((~telephone.exists(), Kept.NO_TELEPHONE.value))
    if covered:
        whens.append((member.in_(list(covered)), Kept.COVERED.value))
    whens.append((sent.scalar_subquery() >= rule.most_messages, Kept.ENOUGH.value))
    return case(*whens, else_=literal(_FREE))


def _last_word(member: ColumnElement[UUID]) -> ColumnElement[bool]:
    """Her last word on messages, on this record or one merged into it."""
    table = customer_consents.c
    merged = select(customer_links.c.customer_id).where(customer_links.c.kept_id == member)
    query = (
        select(table.given)
        .where((table.customer_id == member) | table.customer_id.in_(merged), table.kind == ConsentKind.MESSAGES)
        .order_by(table.said_on.desc(), table.entered_at.desc(), table.id.desc())
        .limit(1)
    )
    return query.scalar_subquery()
