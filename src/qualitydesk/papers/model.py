"""An issued paper: what it said, how it was laid out, and the file itself, by which it can be proven."""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from qualitydesk.printing.form import HOUSE

PAPER_KINDS = (
    "slip",
    "slip_appendix",
    "appeal_decision",
    "personnel_notice",
    "notice_correction",
    "inspection_report",
    "experience_report",
    "checklist",
    "handbook",
    "weekly_summary",
    "calibration",
    "quality_quarter",
    "supervisor_month",
    "service_score",
    "rectification_notice",
    "complaint_case",
    "complaint_refund",
    "complaint_month",
    "reward_certificate",
    "honour_bulletin",
    "settlement_list",
    "reception_card",
    "person_copy",
    "care_list",
    "day_work",
)
"""Kinds that may have a printer of their own on a computer, in the order shown; words: phrases `paper_kind.<kind>`."""


@dataclass(frozen=True)
class PaperLine:
    """An issued paper as lists show it. `subject_id`: the row it is about; `missing`: characters printed as 〓."""

    id: UUID
    kind: str
    number: str
    subject_id: UUID | None
    language: str
    pages: int
    check: str
    issued_at: datetime
    issued_by: UUID | None
    missing: str


@dataclass(frozen=True)
class Paper:
    """An issued paper with all it was made of. `form`: the form's own data; `images`, `pdf`: SHA-256 of their files."""

    line: PaperLine
    form_name: str
    form: Mapping[str, Any]
    values: Mapping[str, Any]
    images: tuple[str, ...]
    pdf: str
    digest: str

    @property
    def id(self) -> UUID:
        return self.line.id

    @property
    def check(self) -> str:
        return self.line.check

    def says(self, values: Mapping[str, Any], *, but: Iterable[str] = ()) -> bool:
        """Whether it says just this, whatever letterhead it carries; `but`: fields that do not matter."""
        left_out = {*HOUSE, *but}
        said, wanted = (
            {name: value for name, value in told.items() if name not in left_out} for told in (self.values, values)
        )
        return said == wanted


@dataclass(frozen=True)
class Withdrawal:
    """What a paper was about was taken back: since which day and why; told on every page shown or printed since."""

    on: date
    reason: str


@dataclass(frozen=True)
class PaperFault:
    """What a check found wrong. `reason`: pdf_missing, pdf_damaged, image_missing, image_damaged, content_changed."""

    paper_id: UUID
    number: str
    reason: str


def digest_of(values: Mapping[str, Any], form: Mapping[str, Any], images: tuple[str, ...], language: str) -> str:
    """SHA-256 (hex) of the canonical JSON of what a paper says and how it is laid out."""
    content = {"values": values, "form": form, "images": sorted(images), "language": language}
    text = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)
    return hashlib.sha256(text.encode()).hexdigest()


def check_code(digest: str) -> str:
    """The ten characters printed on a paper: the beginning of its digest in base 32 (A–Z, 2–7)."""
    return base64.b32encode(bytes.fromhex(digest)).decode()[:10]


@dataclass(frozen=True)
class Letterhead:
    """What stands at the head of a house's papers; what is empty comes from the group's. `logo`: a picture's hash."""

    owner_id: UUID
    of_group: bool
    name: str = ""
    line: str = ""
    address: str = ""
    telephone: str = ""
    logo: str = ""
    revision: int = 0


@dataclass(frozen=True)
class LetterheadDraft:
    """A letterhead as its editor hands it over; `revision` 0 = there was none yet."""

    owner_id: UUID
    of_group: bool
    name: str = ""
    line: str = ""
    address: str = ""
    telephone: str = ""
    logo: str = ""
    revision: int = 0


@dataclass(frozen=True)
class Owner:
    """Whose papers a letterhead heads: the group or an institution. `group_name`: printed where no text is kept."""

    id: UUID
    name: str
    of_group: bool = False
    group_name: str = ""
