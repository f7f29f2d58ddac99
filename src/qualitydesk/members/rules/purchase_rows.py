"""What each row of a list of purchases would do: pure judging against what is known."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from qualitydesk.basics import money
from qualitydesk.basics.columns import LEFT_OUT, matched
from qualitydesk.basics.errors import Problem
from qualitydesk.directory.rules import clean, problems_in_name
from qualitydesk.members.model.purchase_lists import (
    Found,
    KnownCustomer,
    KnownPurchase,
    KnownTill,
    ListedState,
    NewMember,
    PurchaseField,
    PurchaseMapping,
    ReadyPurchase,
)
from qualitydesk.members.model.purchases import PurchaseKind
from qualitydesk.members.rules import problems_in_telephone
from qualitydesk.members.rules.purchase_cells import Cells, DaysRead
from qualitydesk.members.rules.purchase_columns import KNOWN_AS
from qualitydesk.members.rules.purchases import LONGEST_NOTE, LONGEST_NUMBER, MOST, problems_in_amount

Step = Callable[[int, int], None]
_EVERY = 500
_KINDS: Mapping[str | None, PurchaseKind] = {one.value: one for one in PurchaseKind}
OURS = re.compile(r"GK\d{6,}")


@dataclass(slots=True)
class Judged:
    """A row in one state. `found`: how its customer is known; `ready`: only where it is new."""

    line: int
    number: str
    amount: int
    problems: list[Problem]
    state: ListedState = ListedState.REFUSED
    customer: KnownCustomer | None = None
    found: Found | None = None
    ready: ReadyPurchase | None = None


@dataclass
class Outcome:
    """Every row in the order of the file, the members they bring, and cards learned of who is known already."""

    rows: list[Judged]
    members: list[NewMember]
    cards: dict[str, KnownCustomer]


@dataclass(slots=True)
class _Place:
    """An institution and its bills by number: `known` on record, `fresh` of this list; `lines`: where each number
    stands first. (Bills by place, since hashing a UUID takes longer than all else a row is asked.)"""

    id: UUID
    known: dict[str, KnownPurchase] = field(default_factory=dict)
    fresh: dict[str, ReadyPurchase] = field(default_factory=dict)
    lines: dict[str, int] = field(default_factory=dict)
    given: dict[str, int] = field(default_factory=dict)  # fen given back by this list, by the number of the bill

    def bill(self, number: str) -> KnownPurchase | None:
        """The purchase of a number with what is left of it."""
        if (ready := self.fresh.get(number)) is not None:
            left = ready.amount + self.given.get(number, 0)
            return KnownPurchase(ready.id, ready.customer, ready.day, ready.amount, left, False)
        if (there := self.known.get(number)) is None or number not in self.given:
            return there
        left = there.left + self.given[number]
        return KnownPurchase(there.id, there.customer, there.day, there.amount, left, there.voided)


class Judge:
    """Judges the rows of one list; members and bills it has seen are known to the rows that follow."""

    def __init__(
        self,
        cells: Cells,
        mapping: PurchaseMapping,
        known: KnownTill,
        nameless: Callable[[str], str],
        fresh: Callable[[], UUID],
    ) -> None:
        """`nameless(card or telephone)`: what a member without a name is called; `fresh()` makes ids in their order."""
        self._cells = cells
        self._mapping = mapping
        self._known = known
        self._nameless = nameless
        self._fresh = fresh
        self._day_of = DaysRead(cells, mapping.form, known.today).by_text
        self._by_card = dict(known.by_card)
        self._by_telephone = {one: list(found) for one, found in known.by_telephone.items()}
        self._where_of = self._places()
        kinds = cells.column(PurchaseField.KIND)
        self._kind_of = {text: _KINDS.get(self._value(PurchaseField.KIND, text)) for text in set(kinds)}
        column = cells.column
        self._days, self._wheres, self._kinds = column(PurchaseField.DAY), column(PurchaseField.INSTITUTION), kinds
        self._cards, self._telephones = column(PurchaseField.CARD), column(PurchaseField.TELEPHONE)
        self._names, self._notes = column(PurchaseField.NAME), column(PurchaseField.NOTE)
        self._origins = column(PurchaseField.REFUND_OF)
        self._outcome = Outcome([], [], {})

    def _places(self) -> dict[str, _Place | None]:
        """The institution each text of the column means."""
        places = {one.key: _Place(UUID(one.key)) for one in self._known.own[PurchaseField.INSTITUTION]}
        by_id = {one.id: one for one in places.values()}
        for (where, number), bill in self._known.bills.items():
            if where in by_id:
                by_id[where].known[number] = bill
        texts = set(self._cells.column(PurchaseField.INSTITUTION))
        return {text: places.get(self._value(PurchaseField.INSTITUTION, text) or "") for text in texts}

    def judged(self, step: Step = lambda *_: None) -> Outcome:
        """Every row; those that give back a bill of this list after all others, since it may stand behind them."""
        later: list[int] = []
        count = len(self._cells)
        found: list[Judged | None] = [None] * count
        for at, origin in enumerate(self._origins):
            if at % _EVERY == 0:
                step(at, count)
            if origin:
                later.append(at)
            else:
                found[at] = self._row(at)
        for at in later:
            found[at] = self._row(at)
        self._outcome.rows = [row for row in found if row is not None]
        return self._outcome

    def _row(self, at: int) -> Judged:
        problems: list[Problem] = []
        number, line = self._cells.numbers[at], self._cells.rows[at].line
        amount = self._cells.amounts[at]
        if amount is None or self._origins[at] or not 0 < abs(amount) <= MOST:
            amount = self._amount(at, problems)
        day, wrong = self._day_of[self._days[at]]
        if wrong:
            problems += wrong
        where, kind = self._where_of[self._wheres[at]], self._kind_of[self._kinds[at]]
        made = Judged(line, number, amount or 0, problems)
        if where is None:
            problems.append(self._not_ours(PurchaseField.INSTITUTION, self._wheres[at]))
        if kind is None:
            problems.append(self._not_ours(PurchaseField.KIND, self._kinds[at]))
        if len(number) > LONGEST_NUMBER:
            problems.append(Problem(PurchaseField.NUMBER, "too_long", {"most": LONGEST_NUMBER}))
        if where is not None and (first := where.lines.setdefault(number, line)) != line:
            problems.append(Problem(PurchaseField.NUMBER, "purchase_row_twice", {"number": number, "line": first}))
        if not (problems or where is None or kind is None or day is None or amount is None):
            self._weigh(made, at, where, day, kind)
        return made

    def _not_ours(self, wanted: PurchaseField, text: str) -> Problem:
        """A word without a value of ours, or one whose rows are to be left out."""
        left = self._value(wanted, text) == LEFT_OUT
        return Problem(wanted, "list_left_out" if left else "list_value_unknown", {"text": text})

    def _weigh(self, made: Judged, at: int, where: _Place, day: date, kind: PurchaseKind) -> None:
        """A row that is sound in itself, against the bills and customers known."""
        origin = self._origin(at, where, day, made.problems) if self._origins[at] else None
        there = where.known.get(made.number)
        if there is not None:
            self._compare(made, there, at, day, origin)
        if made.problems or there is not None:
            return
        self._find(made, at, where, origin)
        if made.problems or made.customer is None:
            return
        made.state = ListedState.NEW
        made.ready = ready = ReadyPurchase(
            self._fresh(), made.number, made.customer, where.id, day, kind, made.amount,
            origin.id if origin is not None else None, origin.day if origin is not None else day,
            self._notes[at][:LONGEST_NOTE],
        )  # fmt: skip
        where.fresh[made.number] = ready
        if origin is not None:
            wanted = self._origins[at]
            where.given[wanted] = where.given.get(wanted, 0) + made.amount

    def _amount(self, at: int, problems: list[Problem]) -> int | None:
        """Fen; of a row that names the bill given back always below zero."""
        text, found = self._cells.column(PurchaseField.AMOUNT)[at], self._cells.amounts[at]
        if not text:
            problems.append(Problem(PurchaseField.AMOUNT, "required"))
            return None
        if found is None:
            problems.append(Problem(PurchaseField.AMOUNT, "purchase_amount_unread", {"text": text}))
            return None
        problems += problems_in_amount(abs(found), PurchaseField.AMOUNT)
        return -abs(found) if self._origins[at] else found

    def _value(self, wanted: PurchaseField, text: str) -> str | None:
        """The program's own value of a translated field."""
        source = self._mapping.source(wanted)
        if source.fixed:
            return source.fixed
        told = self._mapping.values.get(wanted, {}).get(text)
        return told if told is not None else matched(text, self._known.own.get(wanted, ()), KNOWN_AS)

    def _origin(self, at: int, where: _Place, day: date, problems: list[Problem]) -> KnownPurchase | None:
        """The purchase given back by a row that names it."""
        wanted = self._origins[at]
        found = where.bill(wanted)
        if found is None or found.amount < 0 or found.voided:
            problems.append(Problem(PurchaseField.REFUND_OF, "purchase_origin_missing", {"number": wanted}))
            return None
        if day < found.day:
            problems.append(Problem(PurchaseField.DAY, "refund_early", {"day": found.day.isoformat()}))
        return found

    def _compare(self, made: Judged, there: KnownPurchase, at: int, day: date, origin: KnownPurchase | None) -> None:
        """With the bill of this number on record: the same, or two that cannot both be."""
        customer, _found = self._match(at)
        mine = origin.customer if origin is not None else customer
        same = there.amount == made.amount and there.day == day
        # A card nobody bears yet is no other customer when the telephone is hers; unknown altogether is.
        other = customer is None and bool(self._cards[at] or self._telephones[at])
        if same and (mine is None or mine.member_id == there.customer.member_id) and not other:
            made.state, made.customer = ListedState.SAME, there.customer
            return
        told = {"number": made.number, "day": there.day.isoformat(), "amount": money.words(there.amount)}
        made.problems.append(Problem(PurchaseField.NUMBER, "purchase_conflict", {**told, "who": there.customer.number}))

    def _match(self, at: int) -> tuple[KnownCustomer | None, Found | None]:
        """Who is meant: by card, by our own number, by telephone, of several at one telephone by name."""
        card = self._cards[at]
        if (bears := self._by_card.get(card)) is not None:
            return bears, Found.CARD
        if card in self._known.by_number:
            return self._known.by_number[card], Found.NUMBER
        reached = self._by_telephone.get(self._telephones[at], ())
        name = clean(self._names[at])
        fitting = [one for one in reached if one.name == name] if name else list(reached)
        persons = {one.member_id for one in fitting}
        return (fitting[0], Found.TELEPHONE) if len(persons) == 1 else (None, None)

    def _find(self, made: Judged, at: int, where: _Place, origin: KnownPurchase | None) -> None:
        """The customer of a row, known or new."""
        if origin is not None:
            if -made.amount > origin.left:
                told = {"left": money.words(max(0, origin.left)), "number": self._origins[at]}
                made.problems.append(Problem(PurchaseField.AMOUNT, "purchase_origin_over", told))
            made.customer, made.found = origin.customer, Found.PURCHASE
            return
        made.customer, made.found = self._match(at)
        if made.customer is None:
            self._bring(made, at, where)
        elif made.found is Found.TELEPHONE:
            card = self._cards[at]
            if card and len(card) <= LONGEST_NUMBER and not OURS.fullmatch(card):
                self._learn(card, made.customer)

    def _bring(self, made: Judged, at: int, where: _Place) -> None:
        """A member the list brings, unless it cannot be told who is meant."""
        card, reached, name = self._cards[at], self._telephones[at], clean(self._names[at])
        if not card and not reached:
            made.problems.append(Problem(PurchaseField.CARD, "purchase_nobody"))
        elif OURS.fullmatch(card):
            made.problems.append(Problem(PurchaseField.CARD, "purchase_number_unknown", {"number": card}))
        elif len(card) > LONGEST_NUMBER:
            made.problems.append(Problem(PurchaseField.CARD, "too_long", {"most": LONGEST_NUMBER}))
        elif not name and len(self._by_telephone.get(reached, ())) > 1:
            made.problems.append(Problem(PurchaseField.TELEPHONE, "purchase_who_several", {"telephone": reached}))
        made.problems += problems_in_telephone(reached, PurchaseField.TELEPHONE)
        made.problems += problems_in_name(name, PurchaseField.NAME) if name else []
        if made.problems:
            return
        called = name or self._nameless(card or reached)
        customer_id = self._fresh()
        customer = KnownCustomer(customer_id, "", called, customer_id)
        self._outcome.members.append(NewMember(customer, where.id, reached))
        if card:
            self._learn(card, customer)
        if reached:
            self._by_telephone.setdefault(reached, []).append(customer)
        made.customer, made.found = customer, Found.NEW

    def _learn(self, card: str, customer: KnownCustomer) -> None:
        self._by_card[card] = customer
        self._outcome.cards[card] = customer
