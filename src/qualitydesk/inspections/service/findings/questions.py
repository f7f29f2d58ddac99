"""What is asked of findings: of a round or a person, over all rounds by filter, one in full."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID

from qualitydesk.basics.clock import Clock, local
from qualitydesk.basics.errors import Refused
from qualitydesk.basics.phrases import say
from qualitydesk.directory.model import EmployeeFilter
from qualitydesk.directory.service import Directory
from qualitydesk.inspections.model import (
    Deciders,
    Dispute,
    DisputeState,
    Finding,
    FindingCounts,
    FindingFilter,
    FindingLine,
    FindingSheet,
    Item,
    Texts,
)
from qualitydesk.inspections.rules import results
from qualitydesk.inspections.service.standards import Standards
from qualitydesk.inspections.store import disputes as dispute_store
from qualitydesk.inspections.store import finding_lists as list_store
from qualitydesk.inspections.store import findings as store
from qualitydesk.inspections.store import rounds as round_store
from qualitydesk.measures.model import Deadlines, OriginKind
from qualitydesk.measures.service import Measures
from qualitydesk.rulebook.model import DisputeRule, Rule
from qualitydesk.rulebook.rules import read_disputes
from qualitydesk.rulebook.service import Rulebook
from qualitydesk.sheets import SheetOut, write_table
from qualitydesk.storage import audit
from qualitydesk.storage.database import Connection, Database

EVERY = FindingFilter()
BATCH = 1000  # rows read at a time for an export


class Questions:
    """The findings of one database, read."""

    def __init__(
        self,
        database: Database,
        clock: Clock,
        directory: Directory,
        standards: Standards,
        measures: Measures,
        rulebook: Rulebook,
    ) -> None:
        self._database = database
        self._clock = clock
        self._directory = directory
        self._standards = standards
        self._measures = measures
        self._rulebook = rulebook
        self._items: dict[tuple[str, int], Mapping[str, Item]] = {}

    def today(self) -> date:
        """The calendar day in the group's zone."""
        return self._directory.today()

    def of_round(self, round_id: UUID) -> list[Finding]:
        """The findings of a finished round, in the order it was walked."""
        with self._database.reading() as connection:
            return store.of_round(connection, round_id)

    def of_employees(self, employee_ids: Sequence[UUID]) -> list[Finding]:
        """Everything ever found on these people, oldest first."""
        with self._database.reading() as connection:
            return store.of_employees(connection, employee_ids)

    def lines(
        self,
        wanted: FindingFilter = EVERY,
        *,
        after: tuple[Any, UUID] | None = None,
        limit: int | None = 200,
        sort: str = "found_at",
        descending: bool = True,
    ) -> list[FindingLine]:
        """A page of findings over all rounds from behind (sort value, id); `sort` is found_at, name or item."""
        with self._database.reading() as connection:
            return list_store.lines(
                connection,
                self._filled(wanted),
                self.title_of,
                after=after,
                limit=limit,
                sort=sort,
                descending=descending,
            )

    def counts(self, wanted: FindingFilter = EVERY) -> FindingCounts:
        """What a filtered list comes to."""
        with self._database.reading() as connection:
            return list_store.counts(connection, self._filled(wanted))

    def sheet(self, finding_id: UUID) -> FindingSheet:
        """One finding in full. Refused: no_such_finding."""
        with self._database.reading() as connection:
            finding = self._found(connection, finding_id)
            walked = round_store.round_by_id(connection, finding.round_id)
            assert walked is not None
            stop = next(one for one in round_store.stops_of(connection, walked.id) if one.id == finding.stop_id)
            history = store.of_subjects(connection, [finding.subject_id]) if finding.subject_id else [finding]
            counted = results.counted([finding], history)[0]
            return FindingSheet(
                counted,
                walked,
                stop,
                self.item_of(*finding.pack, finding.item_code),
                tuple(dispute_store.comments_of(connection, finding_id)),
                tuple(dispute_store.disputes_of(connection, [finding_id])),
                tuple(self._measures.of_origin(OriginKind.FINDING, finding_id)),
                tuple(self._history(connection, finding_id)),
                counted.nth - 1,
            )

    def disputes_of_round(self, round_id: UUID) -> dict[UUID, Dispute]:
        """The dispute that stands on each finding of a round, by finding; one taken back is none."""
        with self._database.reading() as connection:
            found = dispute_store.of_round(connection, round_id)
        return {one.finding_id: one for one in found if one.state is not DisputeState.WITHDRAWN}

    def pending_disputes(self) -> list[Dispute]:
        """Every dispute that waits for a decision, oldest first."""
        with self._database.reading() as connection:
            return dispute_store.pending(connection)

    def deadlines(self) -> Deadlines:
        """The days the rulebook proposes for measures."""
        return self._measures.deadlines()

    def dispute_rule(self, day: date | None = None) -> DisputeRule:
        """The rule on disputes as it stands on a day (default today)."""
        return read_disputes(self._rulebook.edition_on(Rule.DISPUTES, day or self.today()).values)

    def deciders(self, finding_id: UUID, day: date | None = None) -> Deciders:
        """Who may decide on a dispute on a day (default today): by post, or anybody else with a reason; never the
        inspectors of the round, nor the employee."""
        with self._database.reading() as connection:
            finding = self._found(connection, finding_id)
            walked = round_store.round_by_id(connection, finding.round_id)
            assert walked is not None
            posts = self.dispute_rule(day).deciding_posts
            barred = {*walked.inspector_ids, finding.employee_id}
            names = {post.code: post.name for post in self._directory.posts()}
            people = [one for one in self._directory.people(EmployeeFilter(), day=day) if one.id not in barred]
        return Deciders(
            tuple(names.get(code, code) for code in posts),
            tuple(one for one in people if one.post_code in posts),
            tuple(one for one in people if one.post_code not in posts),
        )

    def item_of(self, pack: str, edition: int, code: str) -> Item | None:
        """An item as of the edition it was walked by; None when that is not there or cannot be read."""
        return self._pack_items(pack, edition).get(code)

    def title_of(self, pack: str, edition: int, code: str) -> Texts:
        """An item's title in both languages as of an edition; its code where that is not known."""
        item = self._pack_items(pack, edition).get(code)
        return item.title if item is not None else {"zh": code, "en": code}

    def export(self, path: Path, wanted: FindingFilter, language: str, *, names: bool = True) -> int:
        """Write the filtered list to a workbook or CSV file, newest first, without names on wish; gives the rows."""
        kept = [name for name in _HEAD if names or name not in _NAMING]
        head = tuple(say(language, f"finding_sheet.{name}") for name in kept)
        rows = ([row[name] for name in kept] for row in self._cells(wanted, language))
        return write_table(path, SheetOut(say(language, "finding_sheet.title"), head, rows))

    def _cells(self, wanted: FindingFilter, language: str) -> Iterator[dict[str, Any]]:
        after = None
        packs = {pack.code: pack.name[language] for pack in self._standards.all_packs()}
        while True:
            page = self.lines(wanted, after=after, limit=BATCH)
            for line in page:
                yield {
                    "found_at": local(line.found_at).replace(tzinfo=None, microsecond=0),
                    "institution": line.institution,
                    "department": line.department,
                    "name": line.name,
                    "number": line.number,
                    "round": line.round_number,
                    "round_kind": say(language, f"round_kind.{line.round_kind}"),
                    "pack": packs.get(line.pack_code, line.pack_code),
                    "item": line.title[language],
                    "item_code": line.item_code,
                    "group": say(language, f"item_group.{line.item_group}"),
                    "gravity": say(language, f"gravity.{line.gravity}"),
                    "note": line.note,
                    "fixed": say(language, f"finding_sheet.{'yes' if line.fixed else 'no'}"),
                    "standing": say(language, f"standing.{line.standing}"),
                    "dispute": say(language, f"dispute_state.{line.dispute}"),
                    "measures": line.measures,
                }
            if len(page) < BATCH:
                return
            after = (page[-1].found_at, page[-1].id)

    def _filled(self, wanted: FindingFilter) -> FindingFilter:
        """The filter with the codes of the items its words name."""
        text = wanted.text.strip()
        if not text:
            return replace(wanted, text="") if wanted.text else wanted
        low = text.casefold()
        named = {
            item.code
            for pack in self._standards.all_packs()
            for item in pack.items
            if low in item.code.casefold() or any(low in words.casefold() for words in item.title.values())
        }
        return replace(wanted, text=text, text_items=tuple(sorted(named)))

    def _pack_items(self, pack: str, edition: int) -> Mapping[str, Item]:
        """The items of an edition by code; an edition never changes, so each is read once."""
        key = (pack, edition)
        if key not in self._items:
            found: Mapping[str, Item] = {}
            with suppress(KeyError, Refused, ValueError):
                found = {item.code: item for item in self._standards.pack(pack, edition).items}
            self._items[key] = found
        return self._items[key]

    def _history(self, connection: Connection, finding_id: UUID) -> Iterator[tuple[Any, str, str, str]]:
        entries = audit.history(connection, "finding", finding_id)
        who = {one.by.decided_by for one in entries if one.by.decided_by is not None}
        names = dispute_store.names_of(connection, who)
        for one in entries:
            after = one.after or {}
            verb = f"{one.verb}.{after['standing']}" if one.verb == "set_standing" and "standing" in after else one.verb
            words = str(after.get("reason") or after.get("words") or after.get("number") or "")
            yield one.at, names.get(one.by.decided_by, "") if one.by.decided_by else "", verb, words

    def _found(self, connection: Connection, finding_id: UUID) -> Finding:
        found = store.by_id(connection, finding_id)
        if found is None:
            raise Refused("no_such_finding")
        return found


_NAMING = ("name", "number")
_HEAD = (
    "found_at",
    "institution",
    "department",
    "name",
    "number",
    "round",
    "round_kind",
    "pack",
    "item",
    "item_code",
    "group",
    "gravity",
    "note",
    "fixed",
    "standing",
    "dispute",
    "measures",
)
