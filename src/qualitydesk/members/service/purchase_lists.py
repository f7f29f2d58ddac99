"""Lists of purchases taken over: looked at, judged row by row and laid ready in a process of their own, published in
one short transaction."""

from __future__ import annotations

import gc
import hashlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache, lru_cache
from pathlib import Path
from uuid import UUID

from qualitydesk.basics import money
from qualitydesk.basics.changes import By, Change, Done
from qualitydesk.basics.clock import Clock
from qualitydesk.basics.columns import Own, column_of, signature_of
from qualitydesk.basics.errors import Refused
from qualitydesk.basics.ids import new_id
from qualitydesk.basics.masking import masked
from qualitydesk.basics.phrases import say
from qualitydesk.directory.service import Directory
from qualitydesk.members.model.purchase_lists import (
    TRANSLATED,
    Found,
    KnownTill,
    ListedRow,
    ListedState,
    PurchaseField,
    PurchaseLook,
    PurchaseMapping,
    PurchaseOutcome,
    PurchasePreview,
)
from qualitydesk.members.model.purchases import PurchaseKind
from qualitydesk.members.rules.purchase_cells import Cells
from qualitydesk.members.rules.purchase_columns import completed, guessed, problems_in_mapping
from qualitydesk.members.rules.purchase_rows import OURS, Judge, Judged, Outcome
from qualitydesk.members.service.purchases import Listener
from qualitydesk.members.store import purchase_lists as store
from qualitydesk.sheets import Sheet, read_sheet, write_csv
from qualitydesk.storage import audit
from qualitydesk.storage.database import Connection, Database

Step = Callable[[int, int], None]
SUBJECT = "purchase_list"
TOUCHED = frozenset({Change.PURCHASES, Change.CUSTOMERS, Change.TIERS})
_LANGUAGES = ("zh", "en")
_AT_ONCE = 10_000  # rows laid ready in one transaction, so that nobody waits long
_OLD = timedelta(hours=12)  # after that nobody is looking at a preview any more
_DAYS_ASKED = 5_000


def _no_step(_done: int, _total: int) -> None:
    """Nobody watches."""


@dataclass(frozen=True)
class StageOrder:
    """All another process must know to lay a list ready; `url` holds the password."""

    url: str
    path: Path
    mapping: PurchaseMapping
    language: str
    now: datetime
    today: date
    own: Mapping[PurchaseField, tuple[Own, ...]]

    def __repr__(self) -> str:
        return f"StageOrder({self.path.name})"


class PurchaseLists:
    """Lists of purchases for one database."""

    def __init__(self, database: Database, clock: Clock, directory: Directory) -> None:
        self._database = database
        self._clock = clock
        self._directory = directory
        self._listeners: list[Listener] = []

    def tell_counted(self, listener: Listener) -> None:
        """`listener(member ids, by)` hears after a list was published for whom other sums count now."""
        self._listeners.append(listener)

    def look_at_list(self, path: Path) -> PurchaseLook:
        """The columns of a file, and what they mean: as told the last time, else guessed. Refused: sheet_…"""
        return self._look(path.name, read_sheet(path))

    def _look(self, name: str, sheet: Sheet) -> PurchaseLook:
        today, own = self._directory.today(), self._own()
        columns = tuple(
            column_of(head, [row.cells[at] for row in sheet.rows], today, most=_DAYS_ASKED)
            for at, head in enumerate(sheet.head)
            if head
        )
        with self._database.reading() as connection:
            kept = store.remembered(connection, signature_of(sheet.head))
        mapping = completed(kept[0] if kept else guessed(columns, own), columns, own)
        return PurchaseLook(name, len(sheet.rows), columns, mapping, own, kept[1] if kept else None)

    def order(self, path: Path, mapping: PurchaseMapping, language: str) -> StageOrder:
        """What `stage` is to do, to be handed to another process."""
        now, today = self._clock.now(), self._directory.today()
        return StageOrder(self._database.url, path, mapping, language, now, today, self._own())

    def publish(
        self, preview: PurchasePreview, by: By, *, leave_refused: bool = False, step: Step = _no_step
    ) -> Done[PurchaseOutcome]:
        """Write what was shown, all of it or nothing; with `leave_refused` the refused rows are left out.

        rows = added + there + left out. Refused: import_refused, import_nothing, purchases_outdated when something came
        meanwhile that the rows were not judged against.
        """
        refused, added = preview.count(ListedState.REFUSED), preview.count(ListedState.NEW)
        if refused and not leave_refused:
            raise Refused("import_refused", rows=refused)
        if not added:
            raise Refused("import_nothing")
        there, amount = preview.count(ListedState.SAME), preview.sum(ListedState.NEW)
        outcome = PurchaseOutcome(len(preview.rows), added, there, refused, preview.members, amount)
        step(0, 2)
        with self._database.transaction() as connection:
            if store.outdated(connection, preview.stage_id):
                raise Refused("purchases_outdated")
            now = self._clock.now()
            members = store.members_of(connection, preview.stage_id)
            store.publish(connection, preview.stage_id, now, by.entered_by)
            list_id = store.remember(connection, preview.signature, preview.name, preview.mapping, now)
            told = {
                "file": preview.name, "file_sha256": preview.sha256, "rows": outcome.rows, "added": added,
                "there": there, "left_out": refused, "members": outcome.members, "amount": amount,
            }  # fmt: skip
            audit.record(connection, by, now, "import_purchases", SUBJECT, list_id, None, told)
        self.drop(preview.stage_id)
        for listener in self._listeners:
            listener(members, by)
        return Done(outcome, TOUCHED)

    def drop(self, stage_id: UUID) -> Done[None]:
        """A preview is looked at no longer: what was laid ready for it goes, and what others left lying long ago."""
        with self._database.transaction() as connection:
            store.clear(connection, stage_id)
            for other in store.left_lying(connection, self._clock.now() - _OLD):
                store.clear(connection, other)
        return Done(None)

    def write_refused(self, preview: PurchasePreview, path: Path, language: str) -> int:
        """The refused rows as a CSV file as they stood in the list, each with its line and why; gives their count."""
        head = (*preview.head, say(language, "case_list.line"), say(language, "case_list.reason"))
        return write_csv(path, head, preview.refused)

    def _own(self) -> Mapping[PurchaseField, tuple[Own, ...]]:
        """The program's values, by the words of both languages; the first are Chinese."""
        institutions = self._directory.institutions(active_only=True)
        return {
            PurchaseField.INSTITUTION: tuple(Own(str(one.id), (one.name, one.code)) for one in institutions),
            PurchaseField.KIND: tuple(
                Own(one.value, tuple(say(language, f"purchase_kind.{one}") for language in _LANGUAGES))
                for one in PurchaseKind
            ),
        }


def stage_apart(progress: object, order: StageOrder) -> PurchasePreview:
    """`stage` in a process of its own, which opens the database for itself; `progress` tells how far it is."""
    gc.disable()  # a process that ends with this work has nothing to collect, and 100,000 rows to look through
    database = Database.open(order.url)
    try:
        return stage(database, order, progress.step)  # type: ignore[attr-defined]
    finally:
        database.close(fold=False)  # who ordered it is reading meanwhile


def stage(database: Database, order: StageOrder, step: Step = _no_step) -> PurchasePreview:
    """Judge every row of a file and lay ready what would be written. Refused: sheet_…, list_not_told."""
    step(0, 0)
    sheet = read_sheet(order.path)
    _refuse_untold(order, sheet)
    cells = Cells(sheet.head, sheet.rows, order.mapping)
    with database.reading() as connection:
        known = _known(connection, order, cells.named())
    judge = Judge(
        cells, order.mapping, known,
        lambda card: say(order.language, "purchase_list.nameless", card=card), new_id,
    )  # fmt: skip
    outcome = judge.judged(lambda done, all_: step(done, 2 * all_))
    stage_id = _laid_ready(database, order, outcome, len(sheet.rows), step)
    refused = tuple(
        (*read.cells, str(row.line), "; ".join(_reasons(row, order.language)))
        for read, row in zip(sheet.rows, outcome.rows, strict=True)
        if row.state is ListedState.REFUSED
    )
    rows = tuple(_told(row, order.language) for row in outcome.rows)
    sha256 = hashlib.sha256(order.path.read_bytes()).hexdigest()
    return PurchasePreview(
        stage_id, order.path.name, signature_of(sheet.head), sha256, order.mapping, sheet.head, rows, refused,
        len(outcome.members),
    )  # fmt: skip


def _refuse_untold(order: StageOrder, sheet: Sheet) -> None:
    asked = {order.mapping.source(field).column for field in (PurchaseField.DAY, *TRANSLATED)}
    columns = tuple(
        column_of(head, [row.cells[at] for row in sheet.rows] if head in asked else (), order.today, most=_DAYS_ASKED)
        for at, head in enumerate(sheet.head)
        if head
    )
    look = PurchaseLook(order.path.name, len(sheet.rows), columns, order.mapping, order.own)
    if problems := problems_in_mapping(order.mapping, look):
        raise Refused("list_not_told", problems=tuple(problems))


def _known(connection: Connection, order: StageOrder, wanted: Mapping[PurchaseField, set[str]]) -> KnownTill:
    """What the list names, as it stands on record."""
    cards = wanted[PurchaseField.CARD]
    return KnownTill(
        today=order.today,
        own=order.own,
        by_card=store.by_card(connection, cards),
        by_number=store.by_number(connection, [one for one in cards if OURS.fullmatch(one)]),
        by_telephone=store.by_telephone(connection, wanted[PurchaseField.TELEPHONE]),
        bills=store.bills(connection, wanted[PurchaseField.NUMBER]),
    )


def _laid_ready(database: Database, order: StageOrder, outcome: Outcome, rows: int, step: Step) -> UUID:
    """In several short transactions; called off, nothing is left lying."""
    with database.transaction() as connection:
        stage_id = store.begin(connection, order.now)
    try:
        for done in _lay(database, stage_id, outcome):
            step(rows + done * rows // max(1, len(outcome.rows) + len(outcome.members)), 2 * rows)
    except BaseException:
        with database.transaction() as connection:
            store.clear(connection, stage_id)
        raise
    return stage_id


def _lay(database: Database, stage_id: UUID, outcome: Outcome) -> Iterator[int]:
    """Some at a time; gives how many rows and members lie there."""
    ready = [row.ready for row in outcome.rows if row.ready is not None]
    # A refund stands behind its purchase, wherever the list has it.
    ready.sort(key=lambda one: one.refund_of is not None)
    done = 0
    for at in range(0, len(outcome.members), _AT_ONCE):
        some = outcome.members[at : at + _AT_ONCE]
        with database.transaction() as connection:
            store.stage_members(connection, stage_id, at + 1, some)
        done += len(some)
        yield done
    with database.transaction() as connection:
        store.stage_cards(connection, stage_id, ((card, who.id) for card, who in outcome.cards.items()))
    for at in range(0, len(ready), _AT_ONCE):
        bought = ready[at : at + _AT_ONCE]
        with database.transaction() as connection:
            store.stage_purchases(connection, stage_id, at + 1, bought)
        done += len(bought)
        yield done


def _told(row: Judged, language: str) -> ListedRow:
    name = f"{row.number} · {_who(row.customer.number, row.customer.name)}" if row.customer is not None else row.number
    if row.ready is not None:
        about = _about(language, row.amount < 0, row.ready.kind, row.found or Found.NEW)
        words = f"{row.ready.day} · {money.words(row.amount)} · {about}"
    elif row.state is ListedState.SAME:
        words = say(language, "purchase_list.there")
    else:
        words = "\n".join(_reasons(row, language))
    return ListedRow(row.line, row.state, name, words, row.amount)


@lru_cache(maxsize=50_000)
def _who(number: str, name: str) -> str:
    return f"{number} {masked(name)}".strip()


@cache
def _about(language: str, refund: bool, kind: PurchaseKind, found: Found) -> str:
    """消费 · 诊疗 · 按电话对应"""
    state = say(language, "purchase_state.refund" if refund else "purchase_state.paid")
    return " · ".join((state, say(language, f"purchase_kind.{kind}"), say(language, f"purchase_list.found.{found}")))


def _reasons(row: Judged, language: str) -> list[str]:
    """Why a row is refused, each reason with the field it is about."""
    return [
        say(
            language,
            "case_list.problem",
            field=say(language, f"purchase_list.field.{one.field}"),
            words=say(language, f"problem.{one.code}", **one.values),
        )
        for one in row.problems
    ]
