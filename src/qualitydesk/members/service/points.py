"""Members' points and the gifts they buy: a verb is one transaction and one entry of the audit.

What bills earn is never posted: it is read from the bills each time, so that a correction, a refund or a late bill
needs no second booking.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from uuid import UUID

from qualitydesk.basics.changes import By, Change, Done
from qualitydesk.basics.clock import Clock
from qualitydesk.basics.errors import Problem, Refused, refuse_if
from qualitydesk.basics.ids import new_id
from qualitydesk.basics.phrases import say
from qualitydesk.directory.rules import clean
from qualitydesk.directory.service import Directory
from qualitydesk.members.model.points import Account, Gift, GiftDraft, GiftMove, MoveKind, PointEntry, PointKind
from qualitydesk.members.rules import points as rules
from qualitydesk.members.rules import problems_in_reason
from qualitydesk.members.store import customer, same_person
from qualitydesk.members.store import points as store
from qualitydesk.members.store.point_tables import gift_moves, gifts, point_entries
from qualitydesk.rulebook.model import Edition, Rule
from qualitydesk.rulebook.model.membership import MemberPointsRule
from qualitydesk.rulebook.rules import edition_for, read_member_points
from qualitydesk.rulebook.service import Rulebook
from qualitydesk.sheets import SheetOut, write_table
from qualitydesk.storage import audit
from qualitydesk.storage.database import Connection, Database, insert_row, update_row

POINTS = frozenset({Change.MEMBER_POINTS})
GIFTS = frozenset({Change.GIFTS})
_MOVES = 200


class MemberPoints:
    """Points and gifts of one database."""

    def __init__(
        self,
        database: Database,
        clock: Clock,
        directory: Directory,
        rulebook: Rulebook,
        tier_of: Callable[[UUID], str | None] = lambda _customer: None,
    ) -> None:
        """`tier_of` gives a member's tier in small letters, None where nobody has judged it: then nothing is refused
        for it."""
        self._tier_of = tier_of
        self._database = database
        self._clock = clock
        self._directory = directory
        self._rulebook = rulebook

    # Questions

    def account(self, customer_id: UUID, day: date | None = None) -> Account:
        """A member's points at the end of a day (today), those of merged records among them.

        Refused: no_such_customer.
        """
        with self._database.reading() as connection:
            return rules.account_on(self._entries(connection, customer_id), day or self._directory.today())

    def gifts(self, *, active_only: bool = False) -> list[Gift]:
        """Gifts by name with their stock."""
        with self._database.reading() as connection:
            return [one for one in store.all_gifts(connection) if one.active or not active_only]

    def moves(self, gift_id: UUID) -> list[GiftMove]:
        """How a gift's stock came to be, the newest first."""
        with self._database.reading() as connection:
            return store.moves(connection, gift_id, _MOVES)

    def export_gifts(self, path: Path, language: str) -> int:
        """Write the list of gifts to a workbook or CSV file; gives the rows."""
        head = tuple(say(language, f"gift_sheet.{name}") for name in ("name", "points", "stock", "redeemed", "note"))
        rows = [(one.name, one.points, one.stock, one.redeemed, one.note) for one in self.gifts()]
        return write_table(path, SheetOut(say(language, "gift_sheet.title"), head, rows))

    # Points

    def redeem(self, customer_id: UUID, gift_id: UUID, quantity: int, by: By) -> Done[UUID]:
        """Points of today for gifts out of stock. Refused: draft, no_such_customer, no_such_gift, gift_stock,
        points_short, tier_without_points."""
        refuse_if(rules.problems_in_quantity(quantity))
        with self._database.transaction() as connection:
            tier = self._tier_of(customer_id)
            if tier is not None and tier not in self._rule(self._directory.today()).tiers:
                raise Refused("tier_without_points")
            gift = self._gift(connection, gift_id)
            if quantity > gift.stock:
                raise Refused("gift_stock", name=gift.name, stock=gift.stock)
            entry = PointEntry(new_id(), self._directory.today(), PointKind.REDEEMED, -quantity * gift.points)
            self._refuse_short(connection, customer_id, entry)
            self._add(connection, customer_id, entry, by, gift_id=gift_id, quantity=quantity)
            self._move(connection, gift_id, MoveKind.REDEEMED, -quantity, "", by, entry.id)
            after = {"gift": gift.name, "quantity": quantity, "points": entry.points}
            self._audit(connection, by, "redeem_points", "customer", customer_id, None, after)
        return Done(entry.id, POINTS | GIFTS)

    def undo_redemption(self, entry_id: UUID, reason: str, by: By) -> Done[None]:
        """The gift came back: so do the points, as good as they were, and the piece. Refused: draft,
        no_such_redemption, entry_undone."""
        refuse_if(problems_in_reason(reason))
        with self._database.transaction() as connection:
            row = store.entry(connection, entry_id)
            if row is None or row.gift_id is None:
                raise Refused("no_such_redemption")
            if row.undone_at is not None:
                raise Refused("entry_undone")
            values = {"undone_at": self._clock.now(), "undone_why": reason.strip()}
            update_row(connection, point_entries, entry_id, row.revision, **values)
            self._move(connection, row.gift_id, MoveKind.RETURNED, row.quantity, reason.strip(), by, entry_id)
            before = {"points": row.points, "quantity": row.quantity}
            after = {"reason": reason.strip()}
            self._audit(connection, by, "undo_redemption", "customer", row.customer_id, before, after)
        return Done(None, POINTS | GIFTS)

    def adjust(self, customer_id: UUID, points: int, reason: str, by: By) -> Done[UUID]:
        """Points given or taken by hand today, with a reason; given ones are as good as those of a bill.

        Refused: draft, no_such_customer, points_short.
        """
        problems = problems_in_reason(reason)
        if not 1 <= abs(points) <= rules.MOST_POINTS:
            problems.append(Problem("points", "points_adjusted", {"most": rules.MOST_POINTS}))
        refuse_if(problems)
        with self._database.transaction() as connection:
            today = self._directory.today()
            good = rules.expires_on(today, self._rule(today).valid_months) if points > 0 else None
            entry = PointEntry(new_id(), today, PointKind.ADJUSTED, points, reason.strip(), good)
            self._refuse_short(connection, customer_id, entry)
            self._add(connection, customer_id, entry, by)
            after = {"points": points, "reason": reason.strip()}
            self._audit(connection, by, "adjust_points", "customer", customer_id, None, after)
        return Done(entry.id, POINTS)

    # Gifts

    def save_gift(self, draft: GiftDraft, by: By) -> Done[UUID]:
        """A new gift, or a known one changed. Refused: draft, stale, no_such_gift."""
        problems = rules.problems_in_gift(draft)
        with self._database.transaction() as connection:
            taken = store.gift_named(connection, clean(draft.name))
            if taken is not None and taken != draft.id:
                problems.append(Problem("name", "gift_name_taken"))
            refuse_if(problems)
            values = {
                "name": clean(draft.name), "points": draft.points, "note": draft.note.strip(), "active": draft.active,
            }  # fmt: skip
            gift_id = draft.id or new_id()
            if draft.id is None:
                insert_row(connection, gifts, id=gift_id, **values)
                self._audit(connection, by, "add_gift", "gift", gift_id, None, values)
            else:
                before = self._gift(connection, gift_id)
                update_row(connection, gifts, gift_id, draft.revision, **values)
                stood = {name: getattr(before, name) for name in values}
                self._audit(connection, by, "change_gift", "gift", gift_id, stood, values)
        return Done(gift_id, GIFTS)

    def take_in(self, gift_id: UUID, quantity: int, reason: str, by: By) -> Done[None]:
        """Gifts came in. Refused: draft, no_such_gift."""
        refuse_if(rules.problems_in_quantity(quantity))
        with self._database.transaction() as connection:
            gift = self._gift(connection, gift_id)
            self._move(connection, gift_id, MoveKind.CAME_IN, quantity, reason.strip(), by, None)
            told = {"stock": gift.stock}
            self._audit(connection, by, "take_in_gifts", "gift", gift_id, told, {"stock": gift.stock + quantity})
        return Done(None, GIFTS)

    def count_stock(self, gift_id: UUID, counted: int, reason: str, by: By) -> Done[None]:
        """What was counted stands from now on, with a reason. Refused: draft, no_such_gift."""
        problems = problems_in_reason(reason)
        if not 0 <= counted <= rules.MOST_PIECES:
            problems.append(Problem("quantity", "gift_counted", {"most": rules.MOST_PIECES}))
        refuse_if(problems)
        with self._database.transaction() as connection:
            gift = self._gift(connection, gift_id)
            if counted != gift.stock:
                self._move(connection, gift_id, MoveKind.COUNTED, counted - gift.stock, reason.strip(), by, None)
                told = {"stock": counted, "reason": reason.strip()}
                self._audit(connection, by, "count_gifts", "gift", gift_id, {"stock": gift.stock}, told)
        return Done(None, GIFTS)

    # How they do it

    def _entries(self, connection: Connection, customer_id: UUID) -> list[PointEntry]:
        """What came and went: earned by bills, each by the rule of its day, and what was posted."""
        found = customer(connection, customer_id)
        if found is None:
            raise Refused("no_such_customer")
        kept = found.merged_into.id if found.merged_into is not None else customer_id
        editions = self._rulebook.editions(Rule.MEMBER_POINTS)
        read: dict[UUID, MemberPointsRule] = {one.id: read_member_points(one.values) for one in editions}
        kinds = sorted({kind for rule in read.values() for kind in rule.kinds})
        made = [
            entry
            for bill in store.bills(connection, kept, kinds)
            if (edition := edition_for(editions, bill.day)) is not None
            if (entry := _earned(bill, read[edition.id])) is not None
        ]
        return made + store.entries(connection, same_person(connection, customer_id))

    def _rule(self, day: date) -> MemberPointsRule:
        edition: Edition = self._rulebook.edition_on(Rule.MEMBER_POINTS, day)
        return read_member_points(edition.values)

    def _refuse_short(self, connection: Connection, customer_id: UUID, entry: PointEntry) -> None:
        if entry.points > 0:
            if customer(connection, customer_id) is None:
                raise Refused("no_such_customer")
            return
        entries = self._entries(connection, customer_id)
        if rules.short_of(entries, entry, entry.day):
            balance = rules.account_on(entries, entry.day).balance
            raise Refused("points_short", balance=balance, wanted=-entry.points)

    def _add(
        self,
        connection: Connection,
        customer_id: UUID,
        entry: PointEntry,
        by: By,
        *,
        gift_id: UUID | None = None,
        quantity: int = 0,
    ) -> None:
        insert_row(
            connection, point_entries, id=entry.id, customer_id=customer_id, day=entry.day, kind=entry.kind,
            points=entry.points, expires_on=entry.expires_on, gift_id=gift_id, quantity=quantity, reason=entry.about,
            recorded_at=self._clock.now(), entered_by=by.entered_by, undone_why="",
        )  # fmt: skip

    def _move(
        self,
        connection: Connection,
        gift_id: UUID,
        kind: MoveKind,
        quantity: int,
        reason: str,
        by: By,
        entry_id: UUID | None,
    ) -> None:
        insert_row(
            connection, gift_moves, id=new_id(), gift_id=gift_id, at=self._clock.now(), kind=kind, quantity=quantity,
            entry_id=entry_id, reason=reason, entered_by=by.entered_by,
        )  # fmt: skip

    def _gift(self, connection: Connection, gift_id: UUID) -> Gift:
        found = store.all_gifts(connection, gift_id)
        if not found:
            raise Refused("no_such_gift")
        return found[0]

    def _audit(
        self,
        connection: Connection,
        by: By,
        verb: str,
        subject: str,
        subject_id: UUID,
        before: Mapping[str, object] | None,
        after: Mapping[str, object] | None,
    ) -> None:
        audit.record(connection, by, self._clock.now(), verb, subject, subject_id, before, after)


def _earned(bill: store.Bill, rule: MemberPointsRule) -> PointEntry | None:
    """What a bill earns; a refund of no purchase takes back as much. None for nothing."""
    if bill.kind not in rule.kinds:
        return None
    points = rules.points_for(abs(bill.net), rule.fen_per_point)
    if not points:
        return None
    if bill.net < 0:
        return PointEntry(bill.id, bill.day, PointKind.TAKEN_BACK, -points, bill.number)
    good = rules.expires_on(bill.day, rule.valid_months)
    return PointEntry(bill.id, bill.day, PointKind.EARNED, points, bill.number, good)
