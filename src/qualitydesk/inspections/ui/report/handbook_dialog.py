"""How a handbook of standards is wished: packs, or what a post is inspected with; paper, language; remembered."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QCheckBox, QWidget

from qualitydesk.basics.errors import Problem
from qualitydesk.directory.service import Directory
from qualitydesk.inspections.model.editions import PackOnShelf
from qualitydesk.inspections.model.handbooks import HandbookOptions, HandbookWish
from qualitydesk.inspections.model.profiles import Profiles
from qualitydesk.inspections.service import Standards
from qualitydesk.inspections.ui.report.remembered import remember, remembered
from qualitydesk.kit.draft_dialog import DraftDialog
from qualitydesk.kit.pickers import Choice, ManyPicker, Picker
from qualitydesk.kit.tools import Tools

_KEPT = "handbook"


@dataclass(frozen=True)
class HandbookOffer:
    """What there is to choose from: every pack with its state, names of posts by code, the profiles."""

    shelf: tuple[PackOnShelf, ...]
    posts: Mapping[str, str]
    profiles: Profiles


def read_handbook_offer(standards: Standards, directory: Directory) -> HandbookOffer:
    """For a read lane."""
    posts = {post.code: post.name for post in directory.posts() if post.active}
    return HandbookOffer(tuple(standards.shelf()), posts, standards.profile_packs())


class HandbookDialog(DraftDialog):
    """Submits a `HandbookWish`. A post chosen ticks what its profile names; further packs may be ticked besides."""

    def __init__(
        self,
        tools: Tools,
        offer: HandbookOffer,
        packs: Sequence[str] = (),
        post: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(tools, "", parent=parent)
        self.setWindowTitle(self.tr("Handbook of standards"))
        self.save_button.setText(self.tr("Make the handbook"))
        self._offer = offer
        chosen = remembered(tools.places.file, _KEPT, HandbookOptions(language=tools.language))
        with_profile = [Choice(code, name) for code, name in offer.posts.items() if code in offer.profiles]
        self.post_picker = Picker(with_profile, optional=True, placeholder=self.tr("No one post"))
        language = tools.language
        self.pack_picker = ManyPicker(
            [Choice(one.code, one.pack.name[language], "" if one.on else self.tr("off")) for one in offer.shelf], rows=8
        )
        self.paper_picker = Picker([Choice("A4", "A4"), Choice("A5", "A5")])
        self.paper_picker.choose(chosen.paper)
        self.language_picker = Picker([Choice("zh", "中文"), Choice("en", "English")])
        self.language_picker.choose(chosen.language)
        self.reasons = QCheckBox(self.tr("With why each item matters"))
        self.reasons.setChecked(chosen.reasons)
        self.sources = QCheckBox(self.tr("With where each item comes from"))
        self.sources.setChecked(chosen.sources)
        self.add_row(
            "post",
            self.tr("For the post"),
            self.post_picker,
            hint=self.tr("Ticks what its profile names; printed is what people of this post are asked."),
        )
        self.add_row("packs", self.tr("Standards"), self.pack_picker, required=True)
        self.add_row("reasons", self.tr("Reasons"), self.reasons)
        self.add_row("sources", self.tr("Sources"), self.sources)
        self.add_row("paper", self.tr("Paper"), self.paper_picker)
        self.add_row("language", self.tr("Language"), self.language_picker)
        self.pack_picker.choose(list(packs))
        self.post_picker.picked.connect(self._tick_profile)
        if post and self.post_picker.choose(post):
            self._tick_profile(post)

    def _tick_profile(self, post: object) -> None:
        """What the profile names and is switched on."""
        if post is None:
            return
        named = self._offer.profiles.get(str(post), ())
        self.pack_picker.choose([one.code for one in self._offer.shelf if one.on and one.code in named])
        self.pack_picker.ticked_first()

    def is_changed(self) -> bool:
        return False  # nothing is lost by closing it

    def read_draft(self) -> HandbookWish:
        options = HandbookOptions(
            paper=str(self.paper_picker.chosen() or "A4"),
            language=str(self.language_picker.chosen() or self.tools.language),
            reasons=self.reasons.isChecked(),
            sources=self.sources.isChecked(),
        )
        post = str(self.post_picker.chosen() or "")
        ticked = [str(code) for code in self.pack_picker.chosen()]
        named = [code for code in self._offer.profiles.get(post, ()) if code in ticked]
        return HandbookWish((*named, *(code for code in ticked if code not in named)), post, options)

    def problems_in(self, draft: object) -> Sequence[Problem]:
        assert isinstance(draft, HandbookWish)
        return [] if draft.packs else [Problem("packs", "checklist_packs_missing")]

    def finish(self) -> None:
        """Made: what was chosen is what the next one begins with."""
        remember(self.tools.places.file, _KEPT, self.read_draft().options)
        super().finish()
