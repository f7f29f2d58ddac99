"""What each row of a list of purchases would do: pure judging against what is known."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from typing import Protocol
from uuid import UUID

from qualitydesk.basics import money
from qualitydesk.basics.columns import column_of, matched
from qualitydesk.basics.days import day_of, parted
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
from qualitydesk.members.rules import problems_in_telephone, telephone
from qualitydesk.members.rules.purchase_columns import KNOWN_AS
from qualitydesk.members.rules.purchases import LONGEST_NOTE, LONGEST_NUMBER, problems_in_amount, problems_in_day

Step = Callable[[int, int], None]
Cells = Mapping[PurchaseField, str]
_EVERY = 500
_DAYS_ASKED = 5_000
_LESS = re.compile(r"^\s*(?:[-−﹣－]|\(|（)")
_MARKS = str.maketrans("", "", "-−﹣－()（） ")
_KINDS: Mapping[str | None, PurchaseKind] = {one.value: one for one in PurchaseKind}
_PLAIN = re.compile(r"\d{4}-\d\d-\d\d(?:[ T].*)?")
OURS = re.compile(r"GK\d{6,}")


class Row(Protocol):
    """A row as read from a file."""

    @property
    def line(self) -> int: ...
    @property
    def cells(self) -> tuple[str, ...]: ...


@dataclass(slots=True)
class Judged:
    """A row in one state. `found`: how its customer is known; `ready`: only where it is new; `there`: the bill on
    record where it is the same."""

    line: int
    number: str
    amount: int
    state: ListedState = ListedState.REFUSED
    problems: list[Problem] = field(default_factory=list)
    customer: KnownCustomer | None = None
    found: Found | None = None
    ready: ReadyPurchase | None = None


@dataclass
class Outcome:
    """Every row in the order of the file, the members they bring, and cards learned of who is known already."""

    rows: list[Judged]
    members: list[NewMember]
    cards: dict[str, KnownCustomer]


def fen_of(text: str) -> int | None:
    """Fen of a cell: 1200, ¥1,200.5, −80, (80.00); None when it is no amount."""
    if _LESS.match(text):
        found = money.parse(text.translate(_MARKS))
        return -found if found is not None else None
    return money.parse(text)


def named(row: Sequence[str], places: Mapping[PurchaseField, int]) -> dict[PurchaseField, str]:
    """The cells that mean something, without needless blanks; telephones as they are kept."""
    found = {field: _tidy(row[at]) for field, at in places.items()}
    if PurchaseField.TELEPHONE in found:
        found[PurchaseField.TELEPHONE] = telephone(found[PurchaseField.TELEPHONE])
    return found


def _tidy(cell: str) -> str:
    """A trimmed cell with its inner blanks single; most have none to speak of."""
    return cell if cell.isalnum() else " ".join(cell.split())


def places_of(head: Sequence[str], mapping: PurchaseMapping) -> dict[PurchaseField, int]:
    """Where each field stands in a row."""
    at = {words: place for place, words in enumerate(head)}
    return {one: at[source.column] for one, source in mapping.sources.items() if source.column in at}


def _iso(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def numbers_of(head: Sequence[str], rows: Sequence[Row], mapping: PurchaseMapping) -> dict[int, str]:
    """The number of each row's bill by its line. Of a row without one: made of what stands in it and how many like it
    came before, so that it is known again."""
    at = places_of(head, mapping).get(PurchaseField.NUMBER)
    found: dict[int, str] = {}
    alike: Counter[str] = Counter()
    for row in rows:
        number = _tidy(row.cells[at]) if at is not None else ""
        if not number:
            digest = hashlib.sha256("\x1f".join(row.cells).encode()).hexdigest()[:16].upper()
            alike[digest] += 1
            number = f"DR-{digest}-{alike[digest]}"
        found[row.line] = number
    return found


class Judge:
    """Judges the rows of one list; members and bills it has seen are known to the rows that follow."""

    def __init__(
        self,
        head: Sequence[str],
        rows: Sequence[Row],
        mapping: PurchaseMapping,
        known: KnownTill,
        nameless: Callable[[str], str],
        fresh: Callable[[], UUID],
    ) -> None:
        """`nameless(card or telephone)`: what a member without a name is called; `fresh()` makes ids in their order."""
        self._rows = rows
        self._mapping = mapping
        self._known = known
        self._nameless = nameless
        self._fresh = fresh
        self._places = places_of(head, mapping)
        at = self._places.get(PurchaseField.DAY)
        cells = [row.cells[at] for row in rows] if at is not None else []
        column = column_of("", cells, known.today, most=_DAYS_ASKED)
        self._form = mapping.form or (column.forms[0] if len(column.forms) == 1 else None)
        self._day = lru_cache(maxsize=50_000)(self._day_of)
        self._value = lru_cache(maxsize=1_000)(self._value_of)
        self._institutions = {one.key: UUID(one.key) for one in known.own[PurchaseField.INSTITUTION]}
        self._by_card = dict(known.by_card)
        self._by_telephone = {one: list(found) for one, found in known.by_telephone.items()}
        self._bills = dict(known.bills)
        self._lines: dict[tuple[UUID, str], int] = {}
        self._numbers = numbers_of(head, rows, mapping)
        self._outcome = Outcome([], [], {})

    def judged(self, step: Step = lambda *_: None) -> Outcome:
        """Every row; those that give back a bill of this list after all others, since it may stand behind them."""
        later: list[tuple[int, Row, Cells]] = []
        found: dict[int, Judged] = {}
        for at, row in enumerate(self._rows):
            if at % _EVERY == 0:
                step(at, len(self._rows))
            cells: Cells = named(row.cells, self._places)
            if cells.get(PurchaseField.REFUND_OF):
                later.append((at, row, cells))
            else:
                found[at] = self._row(row, cells)
        for at, row, cells in later:
            found[at] = self._row(row, cells)
        self._outcome.rows = [found[at] for at in range(len(self._rows))]
        return self._outcome

    def _row(self, row: Row, cells: Cells) -> Judged:
        problems: list[Problem] = []
        amount = self._amount(cells, problems)
        day = self._day_in(cells, problems)
        where, kind = self._where(cells, problems), self._kind(cells, problems)
        number = self._numbers[row.line]
        made = Judged(row.line, number, amount or 0, problems=problems)
        if len(number) > LONGEST_NUMBER:
            problems.append(Problem(PurchaseField.NUMBER, "too_long", {"most": LONGEST_NUMBER}))
        if where is not None:
            first = self._lines.setdefault((where, number), row.line)
            if first != row.line:
                problems.append(Problem(PurchaseField.NUMBER, "purchase_row_twice", {"number": number, "line": first}))
        if problems or where is None or kind is None or day is None or amount is None:
            return made
        origin = self._origin(cells, where, day, amount, problems)
        there = self._bills.get((where, number))
        if there is not None:
            self._compare(made, there, cells, day, origin)
        if problems or there is not None:
            return made
        self._find(made, cells, where, origin)
        if problems or made.customer is None:
            return made
        self._accept(made, cells, (where, number), day, kind, origin)
        return made

    def _accept(
        self,
        made: Judged,
        cells: Cells,
        key: tuple[UUID, str],
        day: date,
        kind: PurchaseKind,
        origin: KnownPurchase | None,
    ) -> None:
        assert made.customer is not None
        note = cells.get(PurchaseField.NOTE, "")[:LONGEST_NOTE]
        made.state = ListedState.NEW
        made.ready = ReadyPurchase(
            self._fresh(), made.number, made.customer, key[0], day, kind, made.amount,
            origin.id if origin is not None else None, origin.day if origin is not None else day, note,
        )  # fmt: skip
        self._bills[key] = KnownPurchase(made.ready.id, made.customer, day, made.amount, made.amount, False)
        if origin is not None:
            place = (key[0], cells[PurchaseField.REFUND_OF])
            left = origin.left + made.amount
            self._bills[place] = KnownPurchase(origin.id, origin.customer, origin.day, origin.amount, left, False)

    def _amount(self, cells: Cells, problems: list[Problem]) -> int | None:
        """Fen; of a row that names the bill given back always below zero."""
        text = cells.get(PurchaseField.AMOUNT, "")
        if not text:
            problems.append(Problem(PurchaseField.AMOUNT, "required"))
            return None
        found = fen_of(text)
        if found is None:
            problems.append(Problem(PurchaseField.AMOUNT, "purchase_amount_unread", {"text": text}))
            return None
        problems += problems_in_amount(abs(found), PurchaseField.AMOUNT)
        return -abs(found) if cells.get(PurchaseField.REFUND_OF) else found

    def _day_in(self, cells: Cells, problems: list[Problem]) -> date | None:
        day, found = self._day(cells.get(PurchaseField.DAY, ""))
        problems += found
        return day

    def _day_of(self, text: str) -> tuple[date | None, tuple[Problem, ...]]:
        """A day of business and what is wrong with it; asked once for a text."""
        if not text:
            return None, (Problem(PurchaseField.DAY, "required"),)
        if _PLAIN.fullmatch(text) and (plain := _iso(text[:10])) is not None:
            return plain, tuple(problems_in_day(plain, self._known.today, PurchaseField.DAY))
        day, several = day_of(parted(text)[0], self._form, self._known.today)
        if several:
            told = {"text": text, "days": " / ".join(one.isoformat() for one in several)}
            return None, (Problem(PurchaseField.DAY, "list_day_several", told),)
        if day is None:
            return None, (Problem(PurchaseField.DAY, "list_day", {"text": text}),)
        return day, tuple(problems_in_day(day, self._known.today, PurchaseField.DAY))

    def _value_of(self, wanted: PurchaseField, text: str) -> str | None:
        """The program's own value of a translated field."""
        source = self._mapping.source(wanted)
        if source.fixed:
            return source.fixed
        told = self._mapping.values.get(wanted, {}).get(text)
        return told if told is not None else matched(text, self._known.own.get(wanted, ()), KNOWN_AS)

    def _where(self, cells: Cells, problems: list[Problem]) -> UUID | None:
        text = cells.get(PurchaseField.INSTITUTION, "")
        found = self._value(PurchaseField.INSTITUTION, text)
        if found is None or found not in self._institutions:
            problems.append(Problem(PurchaseField.INSTITUTION, "list_value_unknown", {"text": text}))
            return None
        return self._institutions[found]

    def _kind(self, cells: Cells, problems: list[Problem]) -> PurchaseKind | None:
        text = cells.get(PurchaseField.KIND, "")
        found = self._value(PurchaseField.KIND, text)
        if found not in _KINDS:
            problems.append(Problem(PurchaseField.KIND, "list_value_unknown", {"text": text}))
            return None
        return _KINDS[found]

    def _origin(
        self, cells: Cells, where: UUID, day: date, amount: int, problems: list[Problem]
    ) -> KnownPurchase | None:
        """The purchase given back, where the row names it."""
        wanted = cells.get(PurchaseField.REFUND_OF, "")
        if not wanted:
            return None
        found = self._bills.get((where, wanted))
        if found is None or found.amount < 0 or found.voided:
            problems.append(Problem(PurchaseField.REFUND_OF, "purchase_origin_missing", {"number": wanted}))
            return None
        if day < found.day:
            problems.append(Problem(PurchaseField.DAY, "refund_early", {"day": found.day.isoformat()}))
        return found

    def _compare(
        self, made: Judged, there: KnownPurchase, cells: Cells, day: date, origin: KnownPurchase | None
    ) -> None:
        """With the bill of this number on record: the same, or two that cannot both be."""
        customer, _found = self._match(cells)
        mine = origin.customer if origin is not None else customer
        same = there.amount == made.amount and there.day == day
        if same and (mine is None or mine.member_id == there.customer.member_id) and not self._is_other(cells, there):
            made.state, made.customer = ListedState.SAME, there.customer
            return
        told = {"number": made.number, "day": there.day.isoformat(), "amount": money.words(there.amount)}
        made.problems.append(Problem(PurchaseField.NUMBER, "purchase_conflict", {**told, "who": there.customer.number}))

    def _is_other(self, cells: Cells, there: KnownPurchase) -> bool:
        """A card nobody bears yet is no other customer when the telephone is hers; unknown altogether is."""
        card, reached = cells.get(PurchaseField.CARD, ""), cells.get(PurchaseField.TELEPHONE, "")
        return bool(card or reached) and self._match(cells)[0] is None

    def _match(self, cells: Cells) -> tuple[KnownCustomer | None, Found | None]:
        """Who is meant: by card, by our own number, by telephone, of several at one telephone by name."""
        card = cells.get(PurchaseField.CARD, "")
        if card in self._by_card:
            return self._by_card[card], Found.CARD
        if card in self._known.by_number:
            return self._known.by_number[card], Found.NUMBER
        reached = self._by_telephone.get(cells.get(PurchaseField.TELEPHONE, ""), ())
        name = clean(cells.get(PurchaseField.NAME, ""))
        fitting = [one for one in reached if one.name == name] if name else list(reached)
        persons = {one.member_id for one in fitting}
        return (fitting[0], Found.TELEPHONE) if len(persons) == 1 else (None, None)

    def _find(self, made: Judged, cells: Cells, where: UUID, origin: KnownPurchase | None) -> None:
        """The customer of a row, known or new."""
        if origin is not None:
            if -made.amount > origin.left:
                told = {"left": money.words(max(0, origin.left)), "number": cells[PurchaseField.REFUND_OF]}
                made.problems.append(Problem(PurchaseField.AMOUNT, "purchase_origin_over", told))
            made.customer, made.found = origin.customer, Found.PURCHASE
            return
        made.customer, made.found = self._match(cells)
        card = cells.get(PurchaseField.CARD, "")
        if made.customer is None:
            self._bring(made, cells, where)
        elif card and made.found is Found.TELEPHONE and len(card) <= LONGEST_NUMBER and not OURS.fullmatch(card):
            self._learn(card, made.customer)

    def _bring(self, made: Judged, cells: Cells, where: UUID) -> None:
        """A member the list brings, unless it cannot be told who is meant."""
        card, reached = cells.get(PurchaseField.CARD, ""), cells.get(PurchaseField.TELEPHONE, "")
        name = clean(cells.get(PurchaseField.NAME, ""))
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
        self._outcome.members.append(NewMember(customer, where, reached))
        if card:
            self._learn(card, customer)
        if reached:
            self._by_telephone.setdefault(reached, []).append(customer)
        made.customer, made.found = customer, Found.NEW

    def _learn(self, card: str, customer: KnownCustomer) -> None:
        self._by_card[card] = customer
        self._outcome.cards[card] = customer


def named_in(head: Sequence[str], rows: Sequence[Row], mapping: PurchaseMapping) -> dict[PurchaseField, set[str]]:
    """What a list names, so that only that is looked up: bills (those given back among them), cards, telephones."""
    places = places_of(head, mapping)

    def cells(wanted: PurchaseField) -> Iterator[str]:
        at = places.get(wanted)
        if at is not None:
            yield from (_tidy(row.cells[at]) for row in rows)

    return {
        PurchaseField.NUMBER: {*numbers_of(head, rows, mapping).values(), *cells(PurchaseField.REFUND_OF)} - {""},
        PurchaseField.CARD: set(cells(PurchaseField.CARD)) - {""},
        PurchaseField.TELEPHONE: {telephone(one) for one in set(cells(PurchaseField.TELEPHONE))} - {""},
    }
