"""Values of inspections: standards (packs, items) and rounds."""

from __future__ import annotations

from qualitydesk.inspections.model.standards import (
    AnswerKind,
    Gravity,
    Item,
    ItemGroup,
    Limit,
    Pack,
    Target,
    Texts,
)

__all__ = ["AnswerKind", "Gravity", "Item", "ItemGroup", "Limit", "Pack", "Target", "Texts"]
