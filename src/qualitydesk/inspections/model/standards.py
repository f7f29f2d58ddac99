"""Standards as values: a pack of items, each one observation with its texts, its kind of answer and its weight.

Packs are read from resources/standards/*.toml by `rules.pack_format`; a round keeps the edition it was begun with.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from qualitydesk.rulebook.model import Gravity

__all__ = ["AnswerKind", "Gravity", "Item", "ItemGroup", "Limit", "Pack", "Target", "Texts"]

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


class Target(StrEnum):
    """What a stop of the round is for this pack."""

    PERSON = "person"
    PLACE = "place"


@dataclass(frozen=True)
class Limit:
    """The wanted range of a measured item or a timed step, both ends included; at least one end is given."""

    low: float | None
    high: float | None
    unit: str


@dataclass(frozen=True)
class Item:
    """One observation. `code` keeps its identity across editions: history and the ladder count by it."""

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

    @property
    def by_figure(self) -> bool:
        """Whether a figure against its limit judges it: whatever is measured, and steps that are timed."""
        return self.kind is AnswerKind.MEASURED or (self.kind is AnswerKind.STEP and self.limit is not None)

    def applies_to(self, sex: str | None, post: str | None) -> bool:
        """Whether a person of this sex and post is looked at for it; an unknown sex or post meets every item."""
        return _meets(self.sex, self.posts, sex, post)


@dataclass(frozen=True)
class Pack:
    """A list that is walked at a stop. `pass_mark` is a share of 1, `minutes` the expected time for one stop."""

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

    def applies_to(self, sex: str | None, post: str | None) -> bool:
        """Whether the pack is meant for a person of this sex and post."""
        return _meets(self.sex, self.posts, sex, post)


def _meets(wanted_sex: str | None, wanted_posts: tuple[str, ...], sex: str | None, post: str | None) -> bool:
    of_sex = wanted_sex is None or sex is None or sex == wanted_sex
    of_post = not wanted_posts or post is None or post in wanted_posts
    return of_sex and of_post
