"""Which items of the chosen packs somebody is looked at for, by sex and post, each once; whom packs are meant for."""

from __future__ import annotations

from collections.abc import Sequence

from qualitydesk.directory.model import GROUP_POSTS, Person
from qualitydesk.inspections.model.rounds import Stop
from qualitydesk.inspections.model.standards import Item, Pack, Target


def items_for(
    packs: Sequence[Pack], sex: str | None, post: str | None, target: Target = Target.PERSON
) -> tuple[Item, ...]:
    """Items in the order of the packs that apply to a person of this sex ("female", "male", None: unknown) and post,
    or to a place; packs for the other target are passed over.

    An item that another chosen one `replaces` (a stricter wording of the same fact) is left out, so that
    one fault is one offence; so is the second of two with the same code.
    """
    fitting = [pack for pack in packs if pack.target is target and pack.applies_to(sex, post)]
    meant = [item for pack in fitting for item in pack.items if item.applies_to(sex, post)]
    replaced = {code for item in meant for code in item.replaces}
    found: dict[str, Item] = {}
    for item in meant:
        if item.code not in replaced:
            found.setdefault(item.code, item)
    return tuple(found.values())


def packs_at(packs: Sequence[Pack], stop: Stop) -> list[Pack]:
    """Which of a round's packs a stop is walked with: those for people or for places, meant for this one."""
    sex, post = stop.sex or None, stop.post_code or None
    walked = (pack for pack in packs if stop.packs is None or pack.code in stop.packs)
    return [pack for pack in walked if pack.target is stop.target and pack.applies_to(sex, post)]


def items_at(packs: Sequence[Pack], stop: Stop) -> tuple[Item, ...]:
    """What a stop is looked at for."""
    return items_for(packs_at(packs, stop), stop.sex or None, stop.post_code or None, stop.target)


def own_staff(people: Sequence[Person], packs: Sequence[Pack]) -> list[Person]:
    """Those of an institution's `people` whom the packs are meant for, the group's headquarters left out.

    Somebody with a post of the headquarters counts where a pack names that post, or where nobody else is there: an
    institution that is the headquarters itself.
    """
    meant = [one for one in people if items_for(packs, one.sex, one.post_code)]
    named = {post for pack in packs for post in pack.posts}
    own = [one for one in meant if one.post_code not in GROUP_POSTS or one.post_code in named]
    return own or meant
