"""The workbook people fill in: a sheet to fill, one with an example, one with what the cells may hold."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from qualitydesk.basics.phrases import say
from qualitydesk.directory.model import KnownPeople, Sex
from qualitydesk.directory.rules import HEADS
from qualitydesk.sheets import Cell, SheetOut

FIELDS = tuple(field for field in HEADS if field != "since")
_WIDTHS = (12, 14, 8, 12, 18, 18, 12, 13, 13, 13)


def heads_of(language: str, fields: Sequence[str] = tuple(HEADS)) -> list[str]:
    """The column heads in a language, in the order of the template."""
    return [say(language, f"roster.head.{field}") for field in fields]


def template(language: str, known: KnownPeople) -> list[SheetOut]:
    """Three sheets; the first has nothing but its head, so that the filled file is read from there."""

    def words(code: str, **values: object) -> str:
        return say(language, f"roster.{code}", **values)

    return [
        SheetOut(words("people"), heads_of(language), (), _WIDTHS, to_fill_in=True),
        SheetOut(words("example"), heads_of(language), _example(language, known), _WIDTHS),
        SheetOut(words("notes"), (words("column"), words("meaning")), _notes(language, known), (18, 90)),
    ]


def _example(language: str, known: KnownPeople) -> Iterator[tuple[Cell, ...]]:
    """A head and two who answer to her, in a place there is."""
    home = next((found for found in known.institutions if found.active), None)
    rooms = [found.name for found in known.departments if home and found.institution_id == home.id and found.active]
    posts = [found.name for found in known.posts if found.active]
    code, day = (home.code if home else "BJC"), known.today.replace(day=1)
    room = rooms[0] if rooms else say(language, "roster.example_department")
    post = posts[0] if posts else say(language, "roster.example_post")
    women, men = (say(language, f"sex.{sex}") for sex in (Sex.FEMALE, Sex.MALE))
    names = say(language, "roster.example_names").split("|")
    yield "E101", names[0], women, code, room, post, "", day, None, None
    yield "E102", names[1], women, code, room, post, "E101", day, None, None
    yield "E103", names[2], men, code, room, post, "E101", day, None, day.replace(day=15)


def _notes(language: str, known: KnownPeople) -> Iterator[tuple[Cell, ...]]:
    for field, head in zip(HEADS, heads_of(language), strict=True):
        yield head, say(language, f"roster.note.{field}")
    yield "", say(language, "roster.note.empty")
    yield "", say(language, "roster.note.others")
    yield None, None
    yield say(language, "roster.allowed"), say(language, "roster.head.institution")
    for home in known.institutions:
        if home.active:
            yield home.code, home.name
            for department in known.departments:
                if department.institution_id == home.id and department.active:
                    yield "", department.name
    yield None, None
    yield say(language, "roster.allowed"), say(language, "roster.head.post")
    for post in known.posts:
        if post.active:
            yield post.code, post.name
