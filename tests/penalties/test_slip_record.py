"""The history of a slip's record in words, on both databases; nothing raw, a page at a time."""

from __future__ import annotations

import re
from datetime import date, timedelta

from tests.penalties.clinic import Clinic
from tests.penalties.test_life_of_slips import appeal, decide, second

from qualitydesk.basics.phrases import LANGUAGES, knows
from qualitydesk.basics.records import RecordLine
from qualitydesk.complaints.rules.records import CASE_RECORD
from qualitydesk.directory.rules.records import EMPLOYEE_RECORD
from qualitydesk.penalties.model import AppealOutcome
from qualitydesk.penalties.rules.records import SLIP_RECORD
from qualitydesk.storage import audit

RAW = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}|\b(proposed|approved|issued|in_person|reduced|fine)\b")


def said(line: RecordLine) -> dict[str, tuple[str, str]]:
    return {one.name: (one.before, one.after) for one in line.told}


def test_a_slip_tells_who_decided_and_what_changed_in_words(clinic: Clinic) -> None:
    slip = second(clinic)
    appeal(clinic, slip)
    decide(clinic, slip, AppealOutcome.REDUCED, 2500, 5000, 5000)
    lines = clinic.services.directory.records.lines(SLIP_RECORD, slip.id, "zh")
    assert [line.what for line in lines] == ["申诉决定", "申诉", "签发", "批准", "提出"]
    decided, appealed, issued, approved, proposed = lines
    assert said(decided)["状态"] == ("申诉中", "申诉后减轻")
    assert said(decided)["各人金额"] == ("¥50.00 + ¥50.00 + ¥50.00", "¥25.00 + ¥50.00 + ¥50.00")
    assert said(decided)["金额合计"][1] == "¥125.00"
    assert said(appealed)["申诉人"] == ("", "张𬱖")
    assert (approved.decided, approved.typed) == ("贺明远", "顾晓岚")
    assert said(approved)["状态"] == ("已提出", "已批准")
    assert said(approved)["批准方式"] == ("", "当面作出")
    assert (proposed.decided, proposed.typed) == ("顾晓岚", "")
    assert said(proposed)["档次"] == ("", "第二次") and said(proposed)["金额合计"] == ("", "¥150.00")
    assert "申诉截止日" in said(issued)
    for line in lines:
        assert not RAW.search(str(line.told)), line.told


def test_what_nobody_declared_and_what_was_erased_is_not_shown_raw(clinic: Clinic) -> None:
    slip = second(clinic)
    directory = clinic.services.directory
    with clinic.services.database.transaction() as connection:
        now = clinic.clock.now()
        audit.record(connection, clinic.by, now, "brand_new_verb", "slip", slip.id, None, {"secret_code": "x_1"})
    newest = directory.records.lines(SLIP_RECORD, slip.id, "en")[0]
    assert (newest.what, newest.told) == ("Another change", ())
    with clinic.services.database.transaction() as connection:
        audit.erase(connection, clinic.by, clinic.clock.now(), "slip", slip.id)
    lines = directory.records.lines(SLIP_RECORD, slip.id, "en")
    assert not lines[0].erased and all(line.erased and not line.told for line in lines[1:])


def test_the_pages_of_a_long_history_join_without_gap_or_double(clinic: Clinic) -> None:
    slip = second(clinic)
    with clinic.services.database.transaction() as connection:
        for _ in range(7):
            audit.record(connection, clinic.by, clinic.clock.now(), "attach_to_slip", "slip", slip.id, None, None)
    records = clinic.services.directory.records
    whole = records.lines(SLIP_RECORD, slip.id, "zh")
    pages: list[RecordLine] = []
    while page := records.lines(SLIP_RECORD, slip.id, "zh", after=pages[-1] if pages else None, limit=4):
        assert len(page) <= 4
        pages += page
    assert pages == whole and len(whole) == 10


def test_another_record_is_not_mixed_in(clinic: Clinic) -> None:
    first = clinic.sanction(date(2026, 11, 20) - timedelta(days=3), "G2")
    slip = second(clinic)
    records = clinic.services.directory.records
    seqs = [{line.seq for line in records.lines(SLIP_RECORD, one.id, "zh")} for one in (first, slip)]
    assert seqs[0] and seqs[1] and not seqs[0] & seqs[1]


def test_every_verb_and_field_has_its_words_in_both_languages() -> None:
    for language in LANGUAGES:
        for subject in (SLIP_RECORD, CASE_RECORD, EMPLOYEE_RECORD):
            wanted = [*subject.verbs.values(), *(one.phrase for one in subject.fields)]
            wanted += [phrase for one in subject.fields for phrase in one.says.values()]
            assert [phrase for phrase in wanted if not knows(language, phrase)] == []
