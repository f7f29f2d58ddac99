"""What each row of an old list would become: pure judging against what is known."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, time
from typing import Protocol
from uuid import UUID
from zoneinfo import ZoneInfo

from qualitydesk.basics.columns import column_of, matched
from qualitydesk.basics.days import DateForm, checked, day_of, parted, plain_day, time_of
from qualitydesk.basics.errors import Problem
from qualitydesk.complaints.model import (
    CaseDraft,
    Channel,
    Level,
    Party,
    Relation,
    SubjectDraft,
    SubjectKind,
)
from qualitydesk.complaints.model.importing import (
    OPEN,
    TRANSLATED,
    YES,
    KnownCases,
    ListField,
    ListMapping,
    ListRow,
    ListRowState,
)
from qualitydesk.complaints.rules.drafts import LONGEST, problems_in_case
from qualitydesk.complaints.rules.list_columns import KNOWN_AS, form_of

Step = Callable[[int, int], None]
_EVERY = 200
_LONGEST_NUMBER = 60
_LONGEST_NAME = 80


class Row(Protocol):
    """A row as read from a file."""

    @property
    def line(self) -> int: ...
    @property
    def cells(self) -> tuple[str, ...]: ...


def judged(
    head: Sequence[str],
    rows: Sequence[Row],
    mapping: ListMapping,
    known: KnownCases,
    reason: Callable[[int], str],
    step: Step = lambda *_: None,
) -> tuple[ListRow, ...]:
    """Every row in one state. `reason(line)`: why its receipt lies back; `step` is told now and then and may raise."""
    judge = _Judge(head, rows, mapping, known, reason)
    found = []
    for at, row in enumerate(rows):
        if at % _EVERY == 0:
            step(at, len(rows))
        found.append(judge.row(row))
    return tuple(found)


class _Judge:
    def __init__(
        self,
        head: Sequence[str],
        rows: Sequence[Row],
        mapping: ListMapping,
        known: KnownCases,
        reason: Callable[[int], str],
    ) -> None:
        self._head = head
        self._mapping = mapping
        self._known = known
        self._reason = reason
        self._zone = ZoneInfo(known.zone)
        places = {words: at for at, words in enumerate(head)}
        self._places = {
            field: places[source.column] for field, source in mapping.sources.items() if source.column in places
        }
        self._forms: dict[ListField, DateForm | None] = {
            field: form_of(field, column_of("", [row.cells[at] for row in rows], known.today), mapping)
            for field, at in self._places.items()
            if field in (ListField.RECEIVED, ListField.RECEIVED_CHECK, ListField.CLOSED)
        }
        used = set(self._places.values())
        self._rest = [at for at, words in enumerate(head) if words and at not in used]
        self._seen: dict[str, int] = {}

    def row(self, row: Row) -> ListRow:
        """What one row would do."""
        number = self._cell(row, ListField.NUMBER)
        key = number or hashlib.sha256("\x1f".join(row.cells).encode()).hexdigest()
        problems: list[Problem] = []
        if key in self._seen:
            told = {"number": number or "…", "line": self._seen[key]}
            problems.append(Problem(ListField.NUMBER, "list_row_twice", told))
        if len(number) > _LONGEST_NUMBER:
            problems.append(Problem(ListField.NUMBER, "too_long", {"most": _LONGEST_NUMBER}))
        self._seen.setdefault(key, row.line)
        if not problems and key in self._known.taken:
            return ListRow(row.line, key, number, ListRowState.SAME, there=self._known.taken[key])
        received_at = self._received(row, problems)
        closed_at = self._closed(row, received_at, problems)
        level = self._value(row, ListField.LEVEL, problems)
        draft = self._draft(row, number, received_at, problems)
        if problems or draft is None:
            return ListRow(row.line, key, number, ListRowState.REFUSED, tuple(problems))
        rest = tuple((self._head[at], row.cells[at]) for at in self._rest if row.cells[at])
        return ListRow(
            row.line,
            key,
            number,
            ListRowState.NEW,
            draft=draft,
            closed_at=closed_at,
            closing_told=bool(self._cell(row, ListField.CLOSED)),
            level=Level(int(level)) if level else None,
            summary=self._cell(row, ListField.SUMMARY),
            rest=rest,
        )

    def _cell(self, row: Row, field: ListField) -> str:
        at = self._places.get(field)
        return " ".join(row.cells[at].split()) if at is not None else ""

    def _value(self, row: Row, field: ListField, problems: list[Problem]) -> str:
        """The program's own value of a translated field; "" for none."""
        source = self._mapping.source(field)
        if source.fixed:
            return source.fixed
        text = self._cell(row, field)
        if not text:
            return ""
        told = self._mapping.values.get(field, {}).get(text)
        found = told if told is not None else matched(text, self._known.own.get(field, ()), KNOWN_AS)
        if found is None and field is not ListField.SUBJECT:
            problems.append(Problem(field, "list_value_unknown", {"text": text}))
        return found or ""

    def _received(self, row: Row, problems: list[Problem]) -> datetime | None:
        text, beside = parted(self._cell(row, ListField.RECEIVED))
        day = self._day(row, ListField.RECEIVED, text, problems)
        clock = self._cell(row, ListField.RECEIVED_TIME) or beside
        at = time_of(clock) if clock else time()
        if at is None:
            problems.append(Problem(ListField.RECEIVED_TIME, "list_time", {"text": clock}))
        if day is None or at is None:
            return None
        return self._moment(ListField.RECEIVED, day, at, problems)

    def _moment(self, field: ListField, day: date, at: time, problems: list[Problem]) -> datetime | None:
        found = datetime.combine(day, at, self._zone)
        if found > self._known.now:
            problems.append(Problem(field, "day_in_future"))
            return None
        return found

    def _day(self, row: Row, field: ListField, text: str, problems: list[Problem]) -> date | None:
        if not text:
            problems.append(Problem(field, "required"))
            return None
        second = self._cell(row, ListField.RECEIVED_CHECK) if field is ListField.RECEIVED else ""
        if second:
            return self._confirmed(text, second, problems)
        day, several = day_of(text, self._forms.get(field), self._known.today)
        if several:
            told = {"text": text, "days": " / ".join(one.isoformat() for one in several)}
            problems.append(Problem(field, "list_day_several", told))
        elif day is None:
            problems.append(Problem(field, "list_day", {"text": text}))
        return day

    def _confirmed(self, text: str, second: str, problems: list[Problem]) -> date | None:
        """Of two columns that tell the same day one way of reading must fit both."""
        plain, _time = parted(second)
        check = plain_day(plain) or day_of(plain, self._forms.get(ListField.RECEIVED_CHECK), self._known.today)[0]
        if check is None:
            problems.append(Problem(ListField.RECEIVED_CHECK, "list_day", {"text": second}))
            return None
        found = checked(text, check, self._known.today)
        if found is None:
            problems.append(Problem(ListField.RECEIVED, "list_days_differ", {"text": text, "second": second}))
        return found

    def _closed(self, row: Row, received_at: datetime | None, problems: list[Problem]) -> datetime | None:
        """When it was closed; with no day told, at its receipt. None: it is open."""
        status = self._value(row, ListField.STATUS, problems)
        text, beside = parted(self._cell(row, ListField.CLOSED))
        if status == OPEN or (not status and not text):
            return None
        if not text:
            return received_at
        day = self._day(row, ListField.CLOSED, text, problems)
        if day is None or received_at is None:
            return None
        at = time_of(beside) if beside else None
        told = self._moment(ListField.CLOSED, day, at or time(), problems)
        if told is None:
            return None
        if at is None and day == received_at.astimezone(self._zone).date():
            return received_at  # on the day of its receipt, at an hour that is not told
        if told < received_at:
            problems.append(Problem(ListField.CLOSED, "list_closed_early", {"text": text}))
        return told

    def _draft(self, row: Row, number: str, received_at: datetime | None, problems: list[Problem]) -> CaseDraft | None:
        values = {field: self._value(row, field, problems) for field in TRANSLATED if field not in _ASKED_BEFORE}
        own = {one.key for one in self._known.own.get(ListField.INSTITUTION, ())}
        institution = values[ListField.INSTITUTION]
        channel = values[ListField.CHANNEL]
        name, patient = (self._name(row, field) for field in (ListField.COMPLAINANT, ListField.PATIENT))
        for field, words in ((ListField.COMPLAINANT, name), (ListField.PATIENT, patient)):
            if len(words) > _LONGEST_NAME:
                problems.append(Problem(field, "too_long", {"most": _LONGEST_NAME}))
        party = Party(name, telephone=self._cell(row, ListField.TELEPHONE)[:40])
        behalf = values[ListField.BEHALF] == YES or bool(patient and name and patient != name)
        draft = CaseDraft(
            institution_id=UUID(institution) if institution in own else None,
            channel=Channel(channel) if channel else None,
            received_at=received_at,
            backdate_reason=self._reason(row.line),
            complainant=party,
            anonymous=not name,
            relation=Relation.OTHER if behalf else Relation.SELF,
            patient=Party(patient) if behalf else Party(),
            place=self._cell(row, ListField.PLACE),
            narrative=self._narrative(row)[:LONGEST],
            subjects=self._subjects(row, values[ListField.SUBJECT]),
            demand=self._cell(row, ListField.DEMAND),
            outside_number=number,
        )
        if name and behalf and not patient:
            draft = replace(draft, patient=Party("—"))  # whom he complains for the list does not tell
        told = {one.field for one in problems}
        for one in problems_in_case(draft, self._known.now, self._known.today):
            about = _FIELDS.get(one.field, one.field)
            if about not in told:
                problems.append(Problem(about, one.code, one.values))
        return None if problems else draft

    def _name(self, row: Row, field: ListField) -> str:
        """A name; "" where the list says that there is none."""
        found = self._cell(row, field)
        return "" if found.casefold() in _NOBODY else found

    def _narrative(self, row: Row) -> str:
        at = self._places.get(ListField.NARRATIVE)
        return row.cells[at].strip() if at is not None else ""

    def _subjects(self, row: Row, kind: str) -> tuple[SubjectDraft, ...]:
        text = self._cell(row, ListField.SUBJECT)
        if kind:
            return (SubjectDraft(SubjectKind(kind)),)
        told = text in self._mapping.values.get(ListField.SUBJECT, {})
        return (SubjectDraft(SubjectKind.OTHER, text),) if text and not told else ()


_NOBODY = frozenset(("匿名", "无", "不详", "未知", "-", "—", "/", "anonymous", "unknown", "none", "n/a"))
_ASKED_BEFORE = (ListField.LEVEL, ListField.STATUS)
_FIELDS: Mapping[str, ListField] = {
    "institution_id": ListField.INSTITUTION,
    "received_at": ListField.RECEIVED,
    "complainant": ListField.COMPLAINANT,
    "patient": ListField.PATIENT,
    "narrative": ListField.NARRATIVE,
    "channel": ListField.CHANNEL,
}
