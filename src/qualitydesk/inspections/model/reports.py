"""How a report is wished: what is left out, whose names are hidden, how large photos are, on which paper."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Names(StrEnum):
    """Names of the inspected: in full; 王** ; or 王** on a paper that says it is for meetings."""

    FULL = "full"
    MASKED = "masked"
    MEETING = "meeting"


class PhotoSize(StrEnum):
    """Large: four to a page."""

    NONE = "none"
    SMALL = "small"
    MEDIUM = "medium"
    LARGE = "large"


class ReportForm(StrEnum):
    """The checklist's report, or what a mystery customer lived through."""

    INSPECTION = "inspection_report"
    EXPERIENCE = "experience_report"


@dataclass(frozen=True)
class ReportOptions:
    """What is chosen before a report is made; part of what the paper says. `paper`: A4 or A5."""

    form: ReportForm = ReportForm.INSPECTION
    hide_passed: bool = False
    names: Names = Names.FULL
    photos: PhotoSize = PhotoSize.LARGE
    paper: str = "A4"
    language: str = "zh"
