"""A month's breakdowns as rows, worded once: what the paper and the workbook both lay out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from qualitydesk.basics.clock import DEFAULT_ZONE
from qualitydesk.complaints.model import Outcome
from qualitydesk.complaints.model.month import ClosedCase, MonthDates, MonthSheet, OverdueCase, Share, Tally
from qualitydesk.complaints.printout.words import Words
from qualitydesk.complaints.rules.statistics import last_day

MOVES = "name brought new reopened closed carried overdue on_time refund compensation fines tone"
SUBJECTS = "name new closed upheld partly not_upheld withdrawn undecided tone"
CLOSED = "number institution level received closed days on_time outcome refund compensation fines tone"
OVERDUE = "number institution level received due days"
OUTCOMES = (*Outcome, None)

TALLIED = ("institutions", "levels", "channels")
COUNTS = ("brought", "new", "reopened", "closed", "carried", "overdue")
SHARE = ("kept", "counted", "on_time")
SUMS = ("refund", "compensation", "fines")


@dataclass(frozen=True)
class MonthPaper:
    """What the sheet is made of. `institution` "" = the whole group; `remark`: what differs from an issued sheet."""

    sheet: MonthSheet
    dates: MonthDates
    number: str
    institution: str
    group_name: str
    made_by: str = ""
    made_on: str = ""
    remark: str = ""
    zone: str = DEFAULT_ZONE


def month_words(sheet: MonthSheet, words: Words) -> str:
    """2026年11月; November 2026"""
    first = sheet.month.first
    return words.say("month", year=first.year, name=words.say(f"months.{first.month}"))


def as_of_words(sheet: MonthSheet, words: Words) -> str:
    """Up to when was counted: the last day's 24:00, or the moment while the month lasts."""
    if sheet.as_of < sheet.month.ends:
        return words.moment(sheet.as_of)
    return f"{last_day(sheet.month.first).isoformat()} 24:00"


def share_words(total: Tally, words: Words) -> str:
    share = total.on_time
    if not share.counted:
        return words.say("nothing_due")
    told = {"kept": share.kept, "counted": share.counted, "closed": share.counted - total.overdue}
    return words.say("on_time_of", overdue=total.overdue, **told)


def percent(share: Share) -> str:
    """81.5 %, half a tenth upwards; — when nothing is counted."""
    if not share.counted:
        return "—"
    tenths = (2000 * share.kept + share.counted) // (2 * share.counted)
    return f"{tenths // 10}.{tenths % 10} %"


def moves(sheet: MonthSheet, name: str, words: Words) -> list[tuple[str, Tally, str]]:
    """(label, figures, tone) of a breakdown's rows, the sum last."""
    groups: Sequence[Any] = getattr(sheet, name)
    family = {"levels": "level", "channels": "channel"}.get(name)
    found = []
    for one in groups:
        label = words.of(family, one.key) if family else str(one.key)
        found.append((label or words.say("no_level_yet"), one.tally, ""))
    return [*found, (words.say("total"), sheet.total, "sum")]


def subject_rows(sheet: MonthSheet, words: Words) -> list[list[str | int]]:
    found: list[list[str | int]] = [
        [
            words.of("subject", one.kind),
            one.tally.new,
            one.tally.closed,
            *(one.outcomes.get(outcome, 0) for outcome in OUTCOMES),
            "",
        ]
        for one in sheet.subjects
    ]
    if not found:
        return []
    sums = [sum(int(str(row[at])) for row in found) for at in range(1, 3 + len(OUTCOMES))]
    return [*found, [words.say("all_subjects"), *sums, "sum"]]


def kept(one: ClosedCase, words: Words) -> str:
    return words.say({True: "kept", False: "late", None: "no_limit"}[one.on_time])


def outcome_words(one: ClosedCase, words: Words, between: str) -> str:
    return between.join(
        words.say("subject_outcome", subject=words.of("subject", kind), outcome=words.of("outcome", outcome) or "—")
        for kind, outcome in one.outcomes
    )


def overdue_row(one: OverdueCase, words: Words) -> tuple[object, ...]:
    """Number, institution, level, day of receipt, day of the limit, days since."""
    return (one.number, one.institution, words.of("level", one.level), one.received_on, one.due_on, one.days)
