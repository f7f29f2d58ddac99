"""The list of cases as a workbook or CSV file: as it is filtered, newest first, with names or without."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from qualitydesk.basics.clock import on_the_wall
from qualitydesk.basics.phrases import say
from qualitydesk.complaints.model import CaseFilter, CaseLine
from qualitydesk.complaints.service.asking import Asking
from qualitydesk.sheets import SheetOut, write_table

BATCH = 500
_NAMING = ("complainant", "patient", "telephone", "handler", "narrative")  # names stand in the narrative, too
_HEAD = (
    "number", "institution", "channel", "received_at", "step", "stage", "level", "complainant", "patient", "telephone",
    "handler", "subjects", "closed_at", "limit_due_at", "reopened", "refund", "compensation", "narrative",
)  # fmt: skip


def export_cases(cases: Asking, path: Path, wanted: CaseFilter, language: str, *, names: bool = True) -> int:
    """Write the filtered list; gives the rows. Money in yuan, moments on the group's wall clock."""
    kept = [name for name in _HEAD if names or name not in _NAMING]
    head = tuple(say(language, f"case_sheet.{name}") for name in kept)
    rows = ([cells[name] for name in kept] for cells in _cells(cases, wanted, language))
    return write_table(path, SheetOut(say(language, "case_sheet.title"), head, rows))


def _cells(cases: Asking, wanted: CaseFilter, language: str) -> Iterator[dict[str, Any]]:
    after = None
    while True:
        page = cases.lines(wanted, after=after, limit=BATCH)
        for line in page:
            yield _row(line, language, cases.zone)
        if len(page) < BATCH:
            return
        after = (cases.sort_value(page[-1], "received_at"), page[-1].id)


def _row(line: CaseLine, language: str, zone: str) -> dict[str, Any]:
    between = "、" if language == "zh" else ", "
    return {
        "number": line.number,
        "institution": line.institution,
        "channel": say(language, f"channel.{line.channel}"),
        "received_at": on_the_wall(line.received_at, zone),
        "step": say(language, f"case_step.{line.step.code if line.step else 'done'}"),
        "stage": say(language, f"case_stage.{line.stage}"),
        "level": line.level.name if line.level else "",
        "complainant": line.complainant,
        "patient": line.patient,
        "telephone": line.telephone,
        "handler": line.handler,
        "subjects": between.join(say(language, f"subject.{one}") for one in line.subjects),
        "closed_at": on_the_wall(line.closed_at, zone),
        "limit_due_at": on_the_wall(line.limit_due_at, zone),
        "reopened": line.reopened,
        "refund": line.refund / 100,
        "compensation": line.compensation / 100,
        "narrative": line.narrative,
    }
