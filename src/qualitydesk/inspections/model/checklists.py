"""A checklist on paper, to be filled by hand: of packs alone, or of the people and places of a round."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from qualitydesk.inspections.model.standards import Item


class ChecklistLayout(StrEnum):
    """One list for each person or place, or items against people in one table."""

    LISTS = "lists"
    MATRIX = "matrix"


@dataclass(frozen=True)
class ChecklistOptions:
    """How a blank checklist is wished. `across`: the sheet lies on its side; `standards`: with what each item asks."""

    layout: ChecklistLayout = ChecklistLayout.LISTS
    paper: str = "A4"
    across: bool = False
    standards: bool = True
    language: str = "zh"


@dataclass(frozen=True)
class ChecklistStop:
    """Who or what is looked at, with its items; an empty name leaves a line to write it on."""

    name: str
    facts: str
    items: tuple[Item, ...]


@dataclass(frozen=True)
class ChecklistHead:
    """What is known before the round; empty texts are written in by hand."""

    group_name: str = ""
    institution: str = ""
    kind: str = ""
    day: str = ""
    inspectors: str = ""
    packs: str = ""
