"""Members on paper: the fields their forms may name, and the values of a card, a copy of everything held."""

from __future__ import annotations

from qualitydesk.members.printout.card import CARD_FIELDS, CardPaper, card_fields
from qualitydesk.members.printout.care import CARE_FIELDS, CarePaper, care_fields
from qualitydesk.members.printout.person import COPY_FIELDS, bundle, copy_fields, own_sections

__all__ = [
    "CARD_FIELDS",
    "CARE_FIELDS",
    "COPY_FIELDS",
    "CardPaper",
    "CarePaper",
    "bundle",
    "card_fields",
    "care_fields",
    "copy_fields",
    "own_sections",
]
