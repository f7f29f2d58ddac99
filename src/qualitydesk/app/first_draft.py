"""What has been typed on the first run, kept in a small file until the group is founded: a restart loses nothing."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from qualitydesk.directory.model import Foundation, InstitutionDraft, Region, Sex

DEFAULTS = {"zh": ("客服部", "客服主任"), "en": ("Customer service", "Customer-service supervisor")}
FILE = "first_run.json"


@dataclass(frozen=True)
class FirstDraft:
    """Where the user stands on the first run. `sample` None = not chosen yet."""

    step: int = 0
    sample: bool | None = None
    foundation: Foundation = Foundation(institutions=(InstitutionDraft(),))  # noqa: RUF009 - frozen


def in_language(foundation: Foundation, language: str) -> Foundation:
    """The proposed names of department and post in `language`, unless the user wrote others."""
    known = DEFAULTS.values()
    department, post = DEFAULTS[language]
    if foundation.me_department in {"", *(names[0] for names in known)}:
        foundation = replace(foundation, me_department=department)
    if foundation.me_post in {"", *(names[1] for names in known)}:
        foundation = replace(foundation, me_post=post)
    return foundation


def read_draft(file: Path) -> FirstDraft:
    """The draft kept in `file`; an empty one when there is none or it cannot be read."""
    try:
        raw = json.loads(file.read_text(encoding="utf-8"))
        institutions = tuple(
            InstitutionDraft(str(row["code"]), str(row["name"]), Region(row["region"]) if row["region"] else None)
            for row in raw["institutions"]
        )
        words = {name: str(raw[name]) for name in _WORDS}
        sex = Sex(raw["me_sex"]) if raw["me_sex"] else None
        foundation = Foundation(
            institutions=institutions or (InstitutionDraft(),),
            me_sex=sex,
            me_institution=int(raw["me_institution"]),
            **words,
        )
        return FirstDraft(int(raw["step"]), raw["sample"] if isinstance(raw["sample"], bool) else None, foundation)
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        return FirstDraft()


def keep_draft(file: Path, draft: FirstDraft) -> None:
    """Write the draft whole or not at all; a full disk must not stop the first run."""
    fresh = file.with_suffix(".new")
    try:
        fresh.write_text(json.dumps(_plain(draft), ensure_ascii=False, indent=1), encoding="utf-8")
        fresh.replace(file)
    except OSError:
        fresh.unlink(missing_ok=True)


def forget_draft(file: Path) -> None:
    """The group stands: nothing is left to be kept."""
    file.unlink(missing_ok=True)


_WORDS = ("group_name", "me_number", "me_name", "me_department", "me_post")


def _plain(draft: FirstDraft) -> Mapping[str, Any]:
    known = draft.foundation
    return {
        "step": draft.step,
        "sample": draft.sample,
        "institutions": [{"code": row.code, "name": row.name, "region": row.region} for row in known.institutions],
        "me_sex": known.me_sex,
        "me_institution": known.me_institution,
        **{name: getattr(known, name) for name in _WORDS},
    }
