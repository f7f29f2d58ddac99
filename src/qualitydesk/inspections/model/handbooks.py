"""A handbook for training: what is printed of packs, and how."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class HandbookOptions:
    """How a handbook is wished. `reasons`: with why each item matters; `sources`: with where it comes from."""

    paper: str = "A4"
    language: str = "zh"
    reasons: bool = True
    sources: bool = True


@dataclass(frozen=True)
class HandbookWish:
    """Packs by code, in the order of printing; `post`: what concerns this post alone, "" for everything in them."""

    packs: tuple[str, ...] = ()
    post: str = ""
    options: HandbookOptions = HandbookOptions()
