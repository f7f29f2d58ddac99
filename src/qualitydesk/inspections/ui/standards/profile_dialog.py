"""The profile of one post: which packs its people are inspected with unless somebody chooses otherwise."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtWidgets import QWidget

from qualitydesk.basics.changes import By
from qualitydesk.basics.errors import Problem
from qualitydesk.directory.service import Directory
from qualitydesk.inspections.model import Pack, PackKind
from qualitydesk.inspections.model.editions import PackOnShelf
from qualitydesk.inspections.model.profiles import Profile, ProfileDraft
from qualitydesk.inspections.rules.choosing import items_for
from qualitydesk.inspections.rules.profiles import could_name, minutes_of, problems_in_profile
from qualitydesk.inspections.service import Standards
from qualitydesk.kit.draft_dialog import DraftDialog
from qualitydesk.kit.pickers import Choice, ManyPicker
from qualitydesk.kit.pieces import button, label
from qualitydesk.kit.tools import Tools


@dataclass(frozen=True)
class ProfileCard:
    """A post's profile with its name, and every pack there is."""

    post: str
    profile: Profile
    shelf: tuple[PackOnShelf, ...]


def read_profile(standards: Standards, directory: Directory, post_code: str) -> ProfileCard:
    """For a read lane."""
    names = {post.code: post.name for post in directory.posts()}
    return ProfileCard(names.get(post_code, post_code), standards.profile(post_code), tuple(standards.shelf()))


class ProfileDialog(DraftDialog):
    """Ticks packs; submits a `ProfileDraft`. Offered are packs for people of the post, and what stands there already.

    A pack that is switched off may be named: it is asked once it is on again.
    """

    def __init__(self, tools: Tools, card: ProfileCard, parent: QWidget | None = None) -> None:
        super().__init__(tools, "", parent=parent)
        self._card = card
        self.setWindowTitle(self.tr("Post profile: {post}").format(post=card.post))
        self.packs = ManyPicker(rows=10)
        self.told = label("", tone="muted", wrap=True)
        self.add_row(
            "packs",
            self.tr("Standards"),
            self.packs,
            hint=self.tr(
                "A new round by profile asks people of this post these; nothing ticked: the post has no profile."
            ),
        )
        self.add_row("sum", self.tr("Altogether"), self.told)
        self.reset_button = button(self.tr("As it ships"), "undo")
        self.add_extra_button(self.reset_button)
        self.packs.picked.connect(lambda _keys: self._sum())
        self.show_card(card)

    def show_card(self, card: ProfileCard) -> None:
        """Fill the editors."""
        self._card = card
        post, named = card.profile.post_code, card.profile.packs
        offered = [one for one in card.shelf if could_name(one.pack, post) or one.code in named]
        offered.sort(key=lambda one: not one.on)
        there = {one.code for one in card.shelf}
        choices = [Choice(one.code, one.pack.name[self.tools.language], self._note(one)) for one in offered]
        if card.profile.own:  # of what ships only what is here is told
            choices += [Choice(code, code, self.tr("not in this database")) for code in named if code not in there]
        self.packs.show_choices(choices)
        self.packs.choose(named)
        self.packs.ticked_first()
        self.reset_button.setVisible(card.profile.own)
        self._sum()

    def _note(self, line: PackOnShelf) -> str:
        pack = line.pack
        parts = [self.tr("{items} items · {minutes} min each").format(items=len(pack.items), minutes=pack.minutes)]
        if pack.kind is PackKind.PROCESS:
            parts.append(self.tr("process"))
        if not could_name(pack, self._card.profile.post_code):
            parts.append(self.tr("not meant for this post"))
        if not line.on:
            parts.append(self.tr("switched off"))
        return " · ".join(parts)

    def _sum(self) -> None:
        """What one person is asked, and how long it takes; packs switched off are not counted."""
        post, ticked = self._card.profile.post_code, self.packs.chosen()
        packs = [one.pack for one in self._card.shelf if one.on and one.code in ticked]
        if not packs:
            self.told.setText(self.tr("No profile: a round asks everything ticked that is meant for the post."))
            return
        items = max(len(items_for(packs, sex, post)) for sex in ("female", "male"))
        words = self.tr("{packs} switched on · up to {items} items and about {minutes} min for one person")
        self.told.setText(words.format(packs=len(packs), items=items, minutes=minutes_of(packs, post)))

    def read_draft(self) -> ProfileDraft:
        ticked = [str(code) for code in self.packs.chosen()]
        there = self._card.profile
        kept = [code for code in there.packs if code in ticked]
        return ProfileDraft(there.post_code, (*kept, *(code for code in ticked if code not in kept)), there.revision)

    def problems_in(self, draft: object) -> Sequence[Problem]:
        assert isinstance(draft, ProfileDraft)
        packs: dict[str, Pack] = {one.code: one.pack for one in self._card.shelf}
        return problems_in_profile(draft, self._card.profile, packs)

    def ask_reset(self, reset: Callable[[], object]) -> None:
        """Whether what ships is to hold again."""
        words = self.tr("The packs chosen here are replaced by those the program ships for this post.")
        self.tools.prompts.ask(self, self.tr("As it ships?"), words, yes=self.tr("As it ships"), then=reset)


def open_profile(
    tools: Tools,
    standards: Standards,
    directory: Directory,
    by: Callable[[], By],
    post_code: str,
    parent: QWidget,
    *,
    saved: Callable[[object], object] = lambda _profile: None,
) -> None:
    """Read a post's profile and open its dialog over `parent`; `saved(profile)` once it was changed."""
    read = partial(read_profile, standards, directory, post_code)

    def reset(dialog: ProfileDialog) -> None:
        def done(profile: object) -> None:
            dialog.finish()
            saved(profile)

        dialog.saving(True)
        verb, draft = standards.reset_profile, dialog.read_draft()
        tools.operations.write(verb, draft, by(), then=done, failed=dialog.take_back, asker=dialog)

    def opened(card: ProfileCard) -> None:
        dialog = ProfileDialog(tools, card, parent)
        dialog.reloads(read, dialog.show_card)
        dialog.writes(standards.save_profile, by(), then=saved)
        dialog.reset_button.clicked.connect(lambda: dialog.ask_reset(partial(reset, dialog)))
        dialog.open()

    tools.operations.read(parent, read, then=opened, topic="profile")
