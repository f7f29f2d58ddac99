"""Post profiles as values: which packs people of a post are inspected with unless somebody chooses otherwise."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

Profiles = Mapping[str, tuple[str, ...]]
"""Codes of packs by code of post; a post without a profile is not in it."""


@dataclass(frozen=True)
class Profile:
    """The profile of one post, without `packs` none. `own`: the group's, not the one that ships; `revision` 0: nobody
    has ever changed it."""

    post_code: str
    packs: tuple[str, ...] = ()
    own: bool = False
    revision: int = 0
    changed_at: datetime | None = None
    decided_by: UUID | None = None


@dataclass(frozen=True)
class ProfileDraft:
    """A profile as it is to be from now on. `revision`: of the profile it was drawn from; one without packs is none."""

    post_code: str
    packs: tuple[str, ...] = ()
    revision: int = 0
