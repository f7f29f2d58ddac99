"""The form language as values: what forms/*.toml become once read (see forms/README.md, which is its one page)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

PAPERS = {"A4": (595.28, 841.89), "A5": (419.53, 595.28)}
"""Width and height in points (1 pt = 1/72 inch)."""

HOUSE = ("house_name", "house_line", "house_contact", "house_logo")
"""The letterhead: name, second line, address and telephone, logo (a picture's hash); put in when a paper is issued."""

BUILT_IN = frozenset({"page", "pages", "receiver", "check", "row", "item", *HOUSE})
"""Names every form may use without declaring: page n of m, who gets this copy, check code, row number, list entry,
and the letterhead."""


class FormError(Exception):
    """A form that cannot be used: which file, which element, why."""

    def __init__(self, file: str, element: str, reason: str) -> None:
        super().__init__(f"{file}: {element}: {reason}")
        self.file = file
        self.element = element
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Text:
    """A text with {places}: for each language its parts, (literal, None) or ("", field)."""

    parts: Mapping[str, tuple[tuple[str, str | None], ...]]

    def fill(self, language: str, scope: Mapping[str, Any]) -> str:
        """The text in `language` with its places filled; a field without a value leaves nothing."""
        return "".join([literal if key is None else plain(scope.get(key)) for literal, key in self.parts[language]])

    def keys(self) -> frozenset[str]:
        """Every field it names, in either language."""
        return frozenset(key for parts in self.parts.values() for _, key in parts if key is not None)


def plain(value: Any) -> str:
    """A value as it is printed inside a text."""
    if isinstance(value, str):
        return value
    if value is None or isinstance(value, bool):
        return ""
    if isinstance(value, list | tuple):
        return "；".join(plain(entry) for entry in value)
    return str(value)


@dataclass(frozen=True, slots=True)
class Condition:
    """`show_if = "field"` or `"!field"`: a field counts when it holds something."""

    key: str
    wanted: bool

    def holds(self, scope: Mapping[str, Any]) -> bool:
        return bool(scope.get(self.key)) is self.wanted


@dataclass(frozen=True, slots=True)
class Element:
    """What every element has."""

    show_if: Condition | None
    where: str


@dataclass(frozen=True, slots=True)
class Letterhead(Element):
    name: Text
    line: Text | None
    contact: Text | None
    logo: str | None
    qr: Text | None
    qr_caption: Text | None


@dataclass(frozen=True, slots=True)
class Title(Element):
    text: Text
    below: Text | None


@dataclass(frozen=True, slots=True)
class Heading(Element):
    """`bookmark`: under the one of the part it stands in."""

    text: Text
    bookmark: Text | None


@dataclass(frozen=True, slots=True)
class Flow(Element):
    """Running text; line breaks in it are kept."""

    text: Text
    look: str


@dataclass(frozen=True, slots=True)
class GridCell:
    label: Text | None
    value: Text | None
    check: str | None
    span: int
    bold: bool
    show_if: Condition | None


@dataclass(frozen=True, slots=True)
class Grid(Element):
    columns: int
    label_width: float
    cells: tuple[GridCell, ...]


@dataclass(frozen=True, slots=True)
class Column:
    title: Text
    lead: Text | None
    value: Text | None
    check: str | None
    box: str | None
    width: float
    align: str
    bold: bool


@dataclass(frozen=True, slots=True)
class Table(Element):
    over: str
    columns: tuple[Column, ...]
    empty: Text | None
    under: Text | None
    tone: str | None
    total_label: Text | None
    total: Text | None


@dataclass(frozen=True, slots=True)
class Listing(Element):
    over: str
    text: Text
    marker: str


@dataclass(frozen=True, slots=True)
class Check:
    label: Text
    ticked: str | None


@dataclass(frozen=True, slots=True)
class Box(Element):
    title: Text | None
    text: Text | None
    checks: tuple[Check, ...]
    lines: int


@dataclass(frozen=True, slots=True)
class Result(Element):
    main: Text
    verdict: Text | None
    tone: str | None
    lines: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Signer:
    label: Text
    name: Text | None
    day: Text | None
    over: str | None
    show_if: Condition | None


@dataclass(frozen=True, slots=True)
class Signatures(Element):
    per_row: int
    signers: tuple[Signer, ...]


@dataclass(frozen=True, slots=True)
class Pictures(Element):
    over: str
    image: str
    caption: Text | None
    per_row: int
    height: float
    per_page: int


@dataclass(frozen=True, slots=True)
class Matrix(Element):
    """Rows of `over` against columns of `columns`, to be filled by hand. `band` names the row field of sections."""

    over: str
    columns: str
    title: Text
    head: Text
    lead: Text
    below: Text | None
    band: str | None
    lead_share: float


@dataclass(frozen=True, slots=True)
class Chart(Element):
    """A drawing in lines and texts. `drawing` names a field with the plain values `printing.plots` describes."""

    drawing: str
    height: float


@dataclass(frozen=True, slots=True)
class Qr(Element):
    text: Text
    size: float
    caption: Text | None


@dataclass(frozen=True, slots=True)
class Space(Element):
    height: float


@dataclass(frozen=True, slots=True)
class Appendix(Element):
    """What goes on on a new page. `bookmark`: of the first rank, listed by `Contents`."""

    title: Text | None
    bookmark: Text | None


@dataclass(frozen=True, slots=True)
class Contents(Element):
    """The bookmarks of the first rank with the pages they stand on."""

    title: Text | None


@dataclass(frozen=True, slots=True)
class Each(Element):
    over: str
    body: tuple[Element, ...]


@dataclass(frozen=True, slots=True)
class Keep(Element):
    """Its elements stay on one page when a page can hold them."""

    body: tuple[Element, ...]


@dataclass(frozen=True, slots=True)
class Copy:
    key: str
    name: Text


@dataclass(frozen=True)
class Form:
    """A form read and found sound. `margins` in millimetres: top, right, bottom, left. `source`: for the archive."""

    name: str
    title: Text
    paper: str
    across: bool
    margins: Mapping[str, tuple[float, float, float, float]]
    header: Text | None
    footer: Text | None
    copies: tuple[Copy, ...]
    body: tuple[Element, ...]
    source: Mapping[str, Any]
