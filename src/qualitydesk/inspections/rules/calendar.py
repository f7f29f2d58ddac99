"""What is due when by frequencies that change, exceptions, closings and working days; what of it is done or missed.

A period is cut wherever the frequency changes, the institution opens or closes. Each part owes its share of the
period's rounds by working days, rounded half up: a whole period always owes exactly what the frequency says.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import groupby

from qualitydesk.basics.errors import Problem
from qualitydesk.inspections.model.calendar import (
    Due,
    DueState,
    ExceptionDraft,
    PlanCount,
    PlanException,
    PlanMark,
    Seen,
    SeenGroup,
    Slot,
    Stretch,
    Walked,
)
from qualitydesk.inspections.model.rounds import RoundState
from qualitydesk.rulebook.model.planning import Frequency, Per, PlanRule

ONE_DAY = timedelta(days=1)
MISSED_BACK = timedelta(days=30)
LONGEST_REASON = 500
Works = Callable[[date], bool]
Spans = Sequence[tuple[date, date | None]]
"""First and last days, None = without end."""


def period_of(day: date, per: Per) -> tuple[date, date]:
    """The first and the last day of the period a day lies in; weeks begin on Monday."""
    if per is Per.DAY:
        return day, day
    if per is Per.WEEK:
        monday = day - timedelta(days=day.weekday())
        return monday, monday + timedelta(days=6)
    months = {Per.MONTH: 1, Per.QUARTER: 3, Per.YEAR: 12}[per]
    first = date(day.year, (day.month - 1) // months * months + 1, 1)
    year, month = divmod(first.year * 12 + first.month - 1 + months, 12)
    return first, date(year, month + 1, 1) - ONE_DAY


def stretches(
    kind: str,
    rules: Sequence[tuple[date, PlanRule]],
    exceptions: Iterable[PlanException],
    open_spans: Spans,
    first: date,
    last: date,
) -> list[Stretch]:
    """From `first` to `last` the stretches one frequency holds in; days on which nothing is due are left out.

    `rules`: editions by the day they hold from, oldest first; `exceptions`: those of the institution; `open_spans`:
    when it is at work at all.
    """
    own = sorted((one for one in exceptions if one.kind in ("", kind)), key=lambda one: one.nth, reverse=True)

    def frequency(day: date) -> Frequency | None:
        if not any(begins <= day and (ends is None or day <= ends) for begins, ends in open_spans):
            return None
        for one in own:
            if one.first <= day and (one.last is None or day <= one.last):
                return one.frequency if one.frequency.times else None
        standing = [rule for since, rule in rules if since <= day]
        found = standing[-1].kinds.get(kind) if standing else None
        return found if found is not None and found.times else None

    days = ((first + timedelta(days=ahead)) for ahead in range((last - first).days + 1))
    found = []
    for held, group in groupby(days, key=frequency):
        run = list(group)
        if held is not None:
            found.append(Stretch(run[0], run[-1], held))
    return found


def dues(stretch: Stretch, works: Works) -> list[Due]:
    """What one stretch owes, period by period; parts that owe nothing are left out."""
    found, day = [], stretch.first
    while day <= stretch.last:
        begins, ends = period_of(day, stretch.frequency.per)
        last = min(ends, stretch.last)
        whole, worked = _worked(begins, ends, works), _worked(day, last, works)
        required = (2 * stretch.frequency.times * worked + whole) // (2 * whole) if whole else 0
        if required:
            found.append(Due(day, last, required, stretch.frequency, worked, whole, begins, ends))
        day = last + ONE_DAY
    return found


def _worked(first: date, last: date, works: Works) -> int:
    return sum(works(first + timedelta(days=ahead)) for ahead in range((last - first).days + 1))


def judged(due: Due, walked: Iterable[Walked], plans: Iterable[PlanMark], today: date) -> Slot:
    """What became of it. A round counts on the day it was begun, once it is finished; one given up never."""
    inside = [one.state for one in walked if due.first <= one.day <= due.last]
    done, begun = inside.count(RoundState.FINISHED), inside.count(RoundState.OPEN)
    planned = sum(due.first <= one.day <= due.last and one.day >= today for one in plans)
    if done >= due.required:
        state = DueState.DONE
    elif due.last < today:
        state = DueState.MISSED
    elif begun and done + begun >= due.required:
        state = DueState.UNDER_WAY
    elif planned and done + begun + planned >= due.required:
        state = DueState.PLANNED
    else:
        state = DueState.AHEAD if due.first > today else DueState.DUE
    return Slot(due, done, begun, planned, state)


def counted(slots: Iterable[Slot], today: date) -> PlanCount:
    """Still due by this week's Sunday, and missed in the last 30 days."""
    sunday = period_of(today, Per.WEEK)[1]
    due = missed = 0
    for one in slots:
        if one.state is DueState.MISSED:
            missed += one.missing if one.due.last >= today - MISSED_BACK else 0
        elif today <= one.due.last <= sunday:
            due += one.missing
    return PlanCount(due, missed)


def whole_periods(first: date, last: date) -> tuple[date, date]:
    """The days that must be looked at so that every period touching `first` to `last` is whole."""
    begins = min(period_of(first, per)[0] for per in Per)
    return begins, max(period_of(last, per)[1] for per in Per)


def open_spans(
    begun: date | None, active: bool, changes: Sequence[tuple[date, bool]]
) -> list[tuple[date, date | None]]:
    """When an institution is at work: from `begun` (None: never) on, without the spans it was closed.

    `changes`: (day, open from that day on) as recorded, oldest first; `active`: as it stands now.
    """
    if begun is None:
        return []
    found: list[tuple[date, date | None]] = []
    since: date | None = begun
    for day, opens in changes:
        if opens and since is None:
            since = max(day, begun)
        elif not opens and since is not None:
            if day > since:
                found.append((since, day - ONE_DAY))
            since = None
    if since is not None and active:
        found.append((since, None))
    return found


def problems_in_exception(draft: ExceptionDraft) -> list[Problem]:
    """What keeps an exception from being saved."""
    found = []
    if draft.institution_id is None:
        found.append(Problem("institution_id", "institution_missing"))
    if draft.first is None:
        found.append(Problem("first", "day_missing"))
    elif draft.last is not None and draft.last < draft.first:
        found.append(Problem("last", "ends_before", {"first": draft.first.isoformat()}))
    if not draft.kind and draft.times:
        found.append(Problem("kind", "exception_of_all"))
    if not draft.reason.strip():
        found.append(Problem("reason", "reason_missing"))
    elif len(draft.reason) > LONGEST_REASON:
        found.append(Problem("reason", "note_long", {"longest": LONGEST_REASON}))
    return found


def split_exception(
    before: PlanException, draft: ExceptionDraft, today: date
) -> tuple[date | None, ExceptionDraft | None]:
    """How a change leaves the days gone by alone: (until when the old one is kept, what holds from today on).

    (None, draft): nothing of it has held yet, it is changed as it stands, never back into days gone by; a reason put
    into better words, too. No draft beside a day: it ends, and nothing follows.
    """
    assert draft.first is not None
    yesterday = today - ONE_DAY
    same = (draft.institution_id, draft.kind, draft.times, draft.per) == (
        before.institution_id, before.kind, before.frequency.times, before.frequency.per,
    )  # fmt: skip
    if before.first >= today or (before.last is not None and before.last < before.first):
        return None, replace(draft, first=max(draft.first, today))
    if same and draft.first == before.first and _past_end(draft.last, today) == _past_end(before.last, today):
        return None, draft
    kept = yesterday if before.last is None else min(before.last, yesterday)
    if draft.last is not None and draft.last < today:
        return kept, None
    return kept, replace(draft, first=max(draft.first, today), id=None, revision=0)


def _past_end(last: date | None, today: date) -> date:
    """The last day gone by on which it held, as far as it matters for what was due."""
    yesterday = today - ONE_DAY
    return yesterday if last is None else min(last, yesterday)


def seen_groups(people: Sequence[Seen], by: str, today: date, unseen_days: int) -> list[SeenGroup]:
    """People by "department" or "post": those with the most unseen first, then by name."""
    found = []
    for name in Counter(getattr(one, by) for one in people):
        here = [one for one in people if getattr(one, by) == name]
        longest = min(here, key=lambda one: (one.last or date.min, one.number))
        unseen = sum(is_unseen(one.last, today, unseen_days) for one in here)
        found.append(SeenGroup(name, len(here), unseen, longest.name, days_since(longest.last, today)))
    return sorted(found, key=lambda one: (-one.unseen, one.name))


def is_unseen(last: date | None, today: date, unseen_days: int) -> bool:
    """Whether somebody is to be seen: never seen, or so many days ago or more."""
    return last is None or (today - last).days >= unseen_days


def days_since(last: date | None, today: date) -> int | None:
    return None if last is None else max(0, (today - last).days)
