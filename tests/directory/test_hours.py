"""Opening hours of an institution by dates."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest
from tests.rulebook.calendars import calendar

from qualitydesk.basics.changes import By
from qualitydesk.basics.clock import FixedClock
from qualitydesk.basics.errors import Refused
from qualitydesk.directory.model import Foundation, InstitutionDraft, Region, Sex
from qualitydesk.directory.model.hours import HoursDraft
from qualitydesk.directory.service import Directory
from qualitydesk.rulebook.model.days import OFFICE, Span
from qualitydesk.rulebook.rules.open_hours import hours_text, spans_of
from qualitydesk.storage.database import Database

BY = By.alone(None)
WEEK = ("8:30-12:00 13:30-17:30",) * 5 + ("9-12", "")


@pytest.fixture
def directory(database: Database, clock: FixedClock) -> Directory:
    """A group of one clinic."""
    found = Directory(database, clock)
    clinic = InstitutionDraft("QQ", "清泉门诊部", Region.BEIJING)
    found.found_group(Foundation("安和", (clinic,), "QQ001", "张𬱖", Sex.FEMALE, 0, "客服部", "客服主任"))
    return found


def home(directory: Directory) -> UUID:
    return directory.institutions()[0].id


def draft(directory: Directory, since: date | None = date(2026, 11, 1), **more: object) -> HoursDraft:
    return replace(HoursDraft(home(directory), since, WEEK, "9:00-12:00"), **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("", ()),
        ("08:30-12:00 13:30-17:30", OFFICE),
        ("8:30–12:00，13:30至17:30", OFFICE),
        ("8：30～12；13.30—17.30", OFFICE),
        ("0-24", (Span(0, 1440),)),
        ("9", None),
        ("9-", None),
        ("9-18 x", None),
        ("9:75-18", None),
    ],
)
def test_hours_are_read_as_people_type_them(text: str, spans: tuple[Span, ...] | None) -> None:
    assert spans_of(text) == spans
    if spans:
        assert spans_of(hours_text(spans)) == spans


def test_until_hours_are_entered_the_default_holds(directory: Directory) -> None:
    assert directory.hours.hours_file(home(directory)).stands is None
    assert directory.hours.open_hours(home(directory), calendar()).spans_on(date(2026, 11, 22)) == OFFICE


def test_hours_hold_from_their_day_until_the_next(directory: Directory) -> None:
    directory.hours.set_hours(draft(directory), BY)
    directory.hours.set_hours(draft(directory, date(2026, 12, 1), week=("10-12",) * 7), BY)
    found = directory.hours.open_hours(home(directory), calendar())
    assert found.spans_on(date(2026, 11, 21)) == (Span(540, 720),)  # Saturday
    assert found.spans_on(date(2026, 11, 22)) == ()
    assert found.spans_on(date(2026, 12, 6)) == (Span(600, 720),)
    assert found.spans_on(date(2026, 10, 26)) == OFFICE  # before the first entry
    assert found.spans_on(date(2026, 10, 10)) == OFFICE  # a make-up Saturday, still by the default
    file = directory.hours.hours_file(home(directory))
    assert [entry.since for entry in file.entries] == [date(2026, 12, 1), date(2026, 11, 1)]
    assert file.stands is file.entries[1]
    assert directory.hours.open_hours_of_all(calendar()) == {home(directory): found}


def test_an_entry_is_changed_moved_and_removed(directory: Directory) -> None:
    directory.hours.set_hours(draft(directory), BY)
    (first,) = directory.hours.hours_file(home(directory)).entries
    directory.hours.set_hours(draft(directory, date(2026, 11, 9), make_up="", seen=first), BY)
    (moved,) = directory.hours.hours_file(home(directory)).entries
    assert (moved.since, moved.make_up) == (date(2026, 11, 9), ())
    with pytest.raises(Refused, match="stale"):
        directory.hours.set_hours(draft(directory, seen=first), BY)
    with pytest.raises(Refused, match="stale"):
        directory.hours.remove_hours(home(directory), first, BY)
    directory.hours.remove_hours(home(directory), moved, BY)
    assert directory.hours.hours_file(home(directory)).entries == ()


def test_what_is_wrong_stands_beside_its_field(directory: Directory) -> None:
    week = ("12-9", "9-12 11-13", "9-", *WEEK[3:])
    with pytest.raises(Refused) as refused:
        directory.hours.set_hours(draft(directory, None, week=week), BY)
    assert [(one.field, one.code) for one in refused.value.problems] == [
        ("week.2", "hours_unreadable"),
        ("since", "day_missing"),
    ]
    with pytest.raises(Refused) as refused:
        directory.hours.set_hours(draft(directory, week=("12-9", "9-12 11-13", *WEEK[2:])), BY)
    assert [(one.field, one.code) for one in refused.value.problems] == [
        ("week.0", "hours_reversed"),
        ("week.1", "hours_overlap"),
    ]
    directory.hours.set_hours(draft(directory), BY)
    with pytest.raises(Refused) as refused:
        directory.hours.set_hours(draft(directory), BY)
    assert [(one.field, one.code) for one in refused.value.problems] == [("since", "hours_since_taken")]
