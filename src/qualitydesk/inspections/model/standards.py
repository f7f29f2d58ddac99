"""Standards as values: a pack of items, each one observation with its texts, its kind of answer and its weight.

Packs are read from resources/standards/*.toml by `rules.pack_format`; a round keeps the edition it was begun with.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from qualitydesk.rulebook.model import Gravity

__all__ = ["TIME_UNITS", "AnswerKind", "Gravity", "Item", "ItemGroup", "Limit", "Pack", "PackKind", "Target", "Texts"]

TIME_UNITS: Mapping[str, int] = {"s": 1, "min": 60, "h": 3600}
"""Seconds in the units a timed step may be limited in. Words: phrases `unit.<code>`."""

Texts = Mapping[str, str]
"""One text by language: "zh" and "en", both always there."""


class AnswerKind(StrEnum):
    """How an item is answered. Not applicable is always open besides."""

    YES_NO = "yes_no"
    PARTLY = "partly"
    SCALE = "scale"
    MEASURED = "measured"
    COUNT = "count"
    STEP = "step"


class ItemGroup(StrEnum):
    """What an item is about; the ladder counts a person's offences by it."""

    APPEARANCE = "appearance"
    CONDUCT = "conduct"
    PROCESS = "process"
    ENVIRONMENT = "environment"


class PackKind(StrEnum):
    """What a pack looks at: how things stand now, or a sequence of steps as it goes on."""

    STATE = "state"
    PROCESS = "process"


class Target(StrEnum):
    """What a stop of the round is for this pack."""

    PERSON = "person"
    PLACE = "place"


@dataclass(frozen=True)
class Limit:
    """The wanted range of a measured item or a timed step, both ends included; at least one end is given.

    `unit`: a code with words of its own (phrases `unit.<code>`) or any sign, shown as it stands.
    """

    low: float | None
    high: float | None
    unit: str


@dataclass(frozen=True)
class Item:
    """One observation. `code` keeps its identity across editions: history and the ladder count by it.

    `actor`: who acts in this step; `words`: what is to be said; `cut_off`: the source breaks off here, and how
    (empty texts: it simply does).
    """

    code: str
    group: ItemGroup
    section: str
    title: Texts
    standard: Texts
    why: Texts
    sex: str | None
    posts: tuple[str, ...]
    kind: AnswerKind
    limit: Limit | None
    weight: int
    critical: bool
    gravity: Gravity
    rule: str
    source: str
    season: str | None
    replaces: tuple[str, ...] = ()
    actor: Texts | None = None
    words: Texts | None = None
    cut_off: Texts | None = None

    @property
    def by_figure(self) -> bool:
        """Whether a figure against its limit judges it: whatever is measured, and steps that are timed."""
        return self.kind is AnswerKind.MEASURED or (self.kind is AnswerKind.STEP and self.limit is not None)

    def applies_to(self, sex: str | None, post: str | None) -> bool:
        """Whether a person of this sex and post is looked at for it; an unknown sex or post meets every item."""
        return _meets(self.sex, self.posts, sex, post)


@dataclass(frozen=True)
class Pack:
    """A list that is walked at a stop. `pass_mark` is a share of 1, `minutes` the expected time for one stop.

    `off`: ships switched off, for another trade; nobody is offered it until somebody switches it on.
    """

    code: str
    edition: int
    name: Texts
    purpose: Texts
    target: Target
    sections: Mapping[str, Texts]
    items: tuple[Item, ...]
    sex: str | None = None
    posts: tuple[str, ...] = ()
    minutes: int = 5
    pass_mark: float = 0.90
    kind: PackKind = PackKind.STATE
    off: bool = False

    def applies_to(self, sex: str | None, post: str | None) -> bool:
        """Whether the pack is meant for a person of this sex and post."""
        return _meets(self.sex, self.posts, sex, post)


def _meets(wanted_sex: str | None, wanted_posts: tuple[str, ...], sex: str | None, post: str | None) -> bool:
    of_sex = wanted_sex is None or sex is None or sex == wanted_sex
    of_post = not wanted_posts or post is None or post in wanted_posts
    return of_sex and of_post
