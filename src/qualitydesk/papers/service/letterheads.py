"""Letterhead and logo of the group and of each institution; every paper takes them over when it is issued."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any
from uuid import UUID

from qualitydesk.basics.changes import By, Change, Done
from qualitydesk.basics.clock import Clock
from qualitydesk.basics.errors import refuse_if
from qualitydesk.basics.ids import new_id
from qualitydesk.basics.phrases import say
from qualitydesk.papers import store
from qualitydesk.papers.model import Letterhead, LetterheadDraft, Owner
from qualitydesk.papers.rules import problems_in_letterhead
from qualitydesk.printing.reading import form_from
from qualitydesk.storage import audit
from qualitydesk.storage.database import Database, insert_row, update_row
from qualitydesk.storage.files import Files

_BETWEEN = {"zh": "　", "en": "   "}

_SAMPLE: dict[str, Any] = {
    "title": {"zh": "信头样张", "en": "Letterhead, sample"},
    "paper": "A5",
    "body": [
        {
            "element": "letterhead",
            "name": "{house_name}",
            "line": "{house_line}",
            "contact": "{house_contact}",
            "logo": "house_logo",
            "qr": "QualityDesk",
            "qr_caption": {"zh": "校验码", "en": "check code"},
        },
        {
            "element": "title",
            "text": {"zh": "单据标题", "en": "Title of the paper"},
            "below": {"zh": "信头样张", "en": "Letterhead, sample"},
        },
        {
            "element": "text",
            "text": {
                "zh": "此后出具的单据均采用上方信头；已出具的单据保持当时的信头，不再改变。",
                "en": "Papers issued from now on begin with the letterhead above. Issued papers keep theirs for ever.",
            },
        },
    ],
}
"""Shown beside the list of letterheads; never issued, so it is no form of its own."""


class Letterheads:
    """The letterheads of one database, by owner: an institution or the group (which fills what is left empty)."""

    def __init__(self, database: Database, files: Files, clock: Clock) -> None:
        self._database = database
        self._files = files
        self._clock = clock

    def all(self) -> dict[UUID, Letterhead]:
        """Every letterhead by its owner."""
        with self._database.reading() as connection:
            return {found.owner_id: found for found in store.letterheads_of(connection)}

    def values_for(self, owner_id: UUID | None, language: str = "zh") -> dict[str, str]:
        """What a paper of `owner_id` (None: of the group) prints at its head: the built-in fields of forms.

        `house_name`, `house_line`, `house_contact`, `house_logo` (a picture's hash); only those there is a text for.
        """
        kept = self.all()
        own = kept.get(owner_id) if owner_id is not None else None
        group = next((one for one in kept.values() if one.of_group), None)
        return _told(own, group, language, of_group=owner_id is None)

    def draft_values(self, draft: LetterheadDraft, language: str) -> dict[str, str]:
        """The same for a letterhead not saved yet, for its preview."""
        kept = self.all()
        group = next((one for one in kept.values() if one.of_group), None)
        own = Letterhead(**asdict(draft))
        if draft.of_group:
            return _told(None, own, language, of_group=True)
        return _told(own, group, language, of_group=False)

    def images_for(self, values: Mapping[str, Any]) -> dict[str, bytes]:
        """The picture `values` name as the house's logo, by hash. Refused: file_missing, file_damaged."""
        logo = str(values.get("house_logo", ""))
        return {logo: self._files.get(logo)} if logo else {}

    def keep_logo(self, picture: bytes) -> str:
        """Keep a picture made small and clean for papers; gives its hash. Refused: logo_no_picture, logo_too_big."""
        from qualitydesk.printing.logo import fitted_logo  # Pillow waits for the first picture

        return self._files.put(fitted_logo(picture))

    def sample(self, draft: LetterheadDraft, owner: Owner, language: str) -> bytes:
        """A sheet that shows how the papers of `owner` would begin with this letterhead."""
        from qualitydesk.printing.render import render

        told = self.draft_values(draft, language)
        names = {"group_name": owner.group_name or owner.name, "institution": "" if owner.of_group else owner.name}
        form = form_from(_SAMPLE, "letterhead")
        images = self.images_for(told)
        return render(form, {**names, **told}, language, images=images, receivers=()).pdf

    def save(self, draft: LetterheadDraft, by: By) -> Done[UUID]:
        """Write a letterhead; papers issued before keep theirs. Refused: draft, stale."""
        refuse_if(problems_in_letterhead(draft))
        values: dict[str, Any] = {
            name: text.strip() if isinstance(text, str) else text
            for name, text in asdict(draft).items()
            if name != "revision"
        }
        with self._database.transaction() as connection:
            before = store.letterhead_of(connection, draft.owner_id)
            if before is None and not draft.revision:
                insert_row(connection, store.letterheads, id=new_id(), **values, revision=1)
            else:
                row = store.letterhead_row(connection, draft.owner_id)
                update_row(connection, store.letterheads, row, draft.revision, **values)
            was = None if before is None else {name: getattr(before, name) for name in values}
            now = self._clock.now()
            audit.record(connection, by, now, "save_letterhead", "letterhead", draft.owner_id, was, values)
        return Done(draft.owner_id, frozenset({Change.LETTERHEADS}))


def _told(own: Letterhead | None, group: Letterhead | None, language: str, *, of_group: bool) -> dict[str, str]:
    """Own texts before the group's; the second line is nobody else's: an institution's name stands there instead."""

    def first(name: str) -> str:
        found = (getattr(one, name) for one in (own, group) if one is not None)
        return next((text for text in found if text), "")

    parts = [say(language, f"letterhead.{name}", text=first(name)) for name in ("address", "telephone") if first(name)]
    told = {
        "house_name": first("name"),
        "house_line": (first("line") if of_group else (own.line if own else "")),
        "house_contact": _BETWEEN[language].join(parts),
        "house_logo": first("logo"),
    }
    return {name: text for name, text in told.items() if text}
