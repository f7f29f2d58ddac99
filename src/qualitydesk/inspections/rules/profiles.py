"""What a post profile makes of a round: which of its packs a person is asked, and what a profile may name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from qualitydesk.basics.errors import Problem
from qualitydesk.inspections.model.profiles import Profile, ProfileDraft, Profiles
from qualitydesk.inspections.model.standards import Item, Pack, Target
from qualitydesk.inspections.rules.choosing import items_for

NO_PROFILES: Profiles = {}


def packs_of(packs: Sequence[Pack], post: str | None, profiles: Profiles) -> list[Pack]:
    """Which of a round's packs a person of this post is asked: those his profile names.

    A pack that no profile names was ticked for the round itself and is asked of everybody it is meant for; so is every
    pack where the post has no profile.
    """
    mine = profiles.get(post or "")
    if mine is None:
        return list(packs)
    named = {code for codes in profiles.values() for code in codes}
    return [pack for pack in packs if pack.code in mine or pack.code not in named]


def items_by_profile(packs: Sequence[Pack], sex: str | None, post: str | None, profiles: Profiles) -> tuple[Item, ...]:
    """What a person of this sex and post is looked at for, as `choosing.items_for`, narrowed by the profiles."""
    return items_for(packs_of(packs, post, profiles), sex, post)


def packs_for_posts(posts: Iterable[str], profiles: Profiles, packs: Sequence[Pack]) -> list[str]:
    """The codes of every pack that the profiles of these posts name and that is among `packs`, in their order there."""
    wanted = {code for post in posts for code in profiles.get(post, ())}
    return [pack.code for pack in packs if pack.code in wanted]


def minutes_of(packs: Iterable[Pack], post: str) -> int:
    """How long one person of a post takes with these packs: the longer of a woman's and a man's time."""
    meant = list(packs)
    return max(sum(pack.minutes for pack in meant if pack.applies_to(sex, post)) for sex in ("female", "male"))


def could_name(pack: Pack, post: str) -> bool:
    """Whether a profile of this post may name the pack: it is for people, and for those of the post."""
    return pack.target is Target.PERSON and pack.applies_to(None, post)


def problems_in_profile(draft: ProfileDraft, there: Profile, packs: Mapping[str, Pack]) -> list[Problem]:
    """What keeps a profile from being saved; what stood in it before may stay, also a pack that is gone."""
    strange = [code for code in draft.packs if code not in there.packs and not _fits(code, draft.post_code, packs)]
    return [Problem("packs", "profile_pack_unfit", {"pack": code}) for code in strange]


def _fits(code: str, post: str, packs: Mapping[str, Pack]) -> bool:
    return code in packs and could_name(packs[code], post)
