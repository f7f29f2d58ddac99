"""A month's figures as the tables of a workbook: counts and yuan as numbers, each breakdown a sheet of its own."""

from __future__ import annotations

from typing import cast

from qualitydesk.complaints.model.month import ClosedCase, Tally
from qualitydesk.complaints.printout.month_rows import (
    CLOSED,
    COUNTS,
    OVERDUE,
    SHARE,
    SUBJECTS,
    SUMS,
    TALLIED,
    MonthPaper,
    as_of_words,
    kept,
    month_words,
    moves,
    outcome_words,
    overdue_row,
    percent,
    share_words,
    subject_rows,
)
from qualitydesk.complaints.printout.words import Words
from qualitydesk.sheets import Cell, SheetOut

_CLOSED_HEADS = {"closed": "closed_on", "on_time": "limit"}
_OVERDUE_HEADS = {"days": "days_overdue"}


def month_tables(paper: MonthPaper, language: str) -> list[SheetOut]:
    """The same figures as tables of a workbook: counts and yuan as numbers, each breakdown a sheet of its own."""
    sheet, words = paper.sheet, Words(language, paper.zone)
    head = [words.say(f"head.{name}") for name in ("name", *COUNTS, *SHARE, *SUMS)]
    made = [
        SheetOut(
            words.say(f"sheet.{name}"),
            head,
            [_numbers(label, tally) for label, tally, _tone in moves(sheet, name, words)],
            (24, *[10] * len(COUNTS), *[10] * len(SHARE), *[14] * len(SUMS)),
        )
        for name in TALLIED
    ]
    made.insert(0, _about(paper, words))
    made.append(
        SheetOut(
            words.say("sheet.subjects"),
            [words.say(f"head.{name}") for name in SUBJECTS.split()[:-1]],
            [one[:-1] for one in subject_rows(sheet, words)],
            (24, *[10] * 7),
        )
    )
    made.append(
        SheetOut(
            words.say("sheet.closed"),
            [words.say(f"head.{_CLOSED_HEADS.get(name, name)}") for name in CLOSED.split()[:-1]],
            [_closed_numbers(one, words) for one in sheet.closed],
            (18, 24, 10, 12, 12, 8, 10, 36, 14, 14, 14),
        )
    )
    made.append(
        SheetOut(
            words.say("sheet.overdue"),
            [words.say(f"head.{_OVERDUE_HEADS.get(name, name)}") for name in OVERDUE.split()],
            [cast("tuple[Cell, ...]", overdue_row(one, words)) for one in sheet.overdue],
            (18, 24, 10, 12, 12, 8),
        )
    )
    return made


def _about(paper: MonthPaper, words: Words) -> SheetOut:
    """What the figures are of, and the sum that must hold; notes without a head."""
    sheet, total = paper.sheet, paper.sheet.total
    rows: list[tuple[Cell, ...]] = [
        (words.say("head.number"), paper.number),
        (words.say("head.month"), month_words(sheet, words)),
        (words.say("head.scope"), paper.institution or words.say("whole_group")),
        (words.say("head.as_of"), as_of_words(sheet, words)),
        *((words.say(f"head.{name}"), getattr(total, name)) for name in COUNTS),
        (words.say("head.on_time"), percent(total.on_time), share_words(total, words)),
        (words.say("head.not_accepted"), sheet.not_accepted),
        *((words.say(f"head.{name}"), getattr(total, name) / 100) for name in SUMS),
    ]
    return SheetOut(words.say("sheet.about"), (), rows, (24, 24, 48))


def _numbers(label: str, tally: Tally) -> list[Cell]:
    """Yuan with two decimals: fen / 100 is exact to the fen far beyond any clinic's sums."""
    share = tally.on_time
    return [
        label,
        *(getattr(tally, name) for name in COUNTS),
        share.kept,
        share.counted,
        percent(share),
        *(getattr(tally, name) / 100 for name in SUMS),
    ]


def _closed_numbers(one: ClosedCase, words: Words) -> list[Cell]:
    return [
        one.number,
        one.institution,
        words.of("level", one.level),
        one.received_on,
        one.closed_on,
        one.days,
        kept(one, words),
        outcome_words(one, words, "；" if words.language == "zh" else "; "),
        one.refund / 100,
        one.compensation / 100,
        one.fines / 100,
    ]
