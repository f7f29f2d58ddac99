"""Where an item comes from, read from its `source`: documents with their sections, and what of it is our own.

"002 §7.1", "000 §1.1, 002 §8.5 + ours", "003 §2(1), §2(3)", "002 guides §2" (a chapter of its own numbers), "ours";
anything else is a group's own words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from qualitydesk.basics.phrases import knows, say
from qualitydesk.inspections.model.standards import Item

OURS = "ours"
_REFERENCE = re.compile(r"(?:([0-9]{3})(?: ([a-z]+))? )?§(\S.*)")
_BETWEEN = {"zh": "、", "en": ", "}
_APART = {"zh": "；", "en": "; "}


@dataclass(frozen=True)
class Place:
    """A section of a document; `chapter`: the code of a chapter that numbers anew."""

    document: str
    chapter: str
    section: str


@dataclass(frozen=True)
class Source:
    """`places` in the documents, or a group's own `words`. `measured`: how it is judged is ours; `ours`: all of it."""

    places: tuple[Place, ...] = ()
    words: str = ""
    measured: bool = False
    ours: bool = False


def source_of(text: str) -> Source:
    """What a `source` says."""
    given, _, added = text.partition(" + ")
    if given == OURS:
        return Source(ours=True)
    places: list[Place] = []
    for part in given.split(", "):
        found = _REFERENCE.fullmatch(part)
        document, chapter = (found[1] or (places[-1].document if places else ""), found[2] or "") if found else ("", "")
        if found is None or not document:
            return Source(words=given, measured=added == OURS)
        places.append(Place(document, chapter, found[3]))
    return Source(tuple(places), measured=added == OURS)


def source_words(text: str, language: str) -> str:
    """Where an item comes from: the group's documents with their sections, and whether we added to it."""
    source = source_of(text)
    if source.ours:
        return say(language, "source.ours")
    documents: dict[str, list[str]] = {}
    for place in source.places:
        documents.setdefault(place.document, []).append(_section(place, language))
    told = [
        say(language, "source.document", document=document, sections=_BETWEEN[language].join(sections))
        for document, sections in documents.items()
    ]
    words = _APART[language].join(told) or source.words
    return say(language, "source.with_ours", source=words) if source.measured else words


def _section(place: Place, language: str) -> str:
    if not place.chapter:
        return say(language, "source.section", section=place.section)
    code = f"source_chapter.{place.chapter}"
    chapter = say(language, code) if knows(language, code) else place.chapter
    return say(language, "source.chapter", chapter=chapter, section=place.section)


def sources_words(items: Iterable[Item], language: str) -> str:
    """Where the items of a pack come from, in one line: the documents, and how many are judged or set by us."""
    sources = [source_of(item.source) for item in items]
    documents = sorted({place.document for source in sources for place in source.places})
    own = sorted({source.words for source in sources if source.words})
    told = []
    if documents:
        code = "source.documents_one" if len(documents) == 1 else "source.documents"
        told.append(say(language, code, documents=_BETWEEN[language].join(documents)))
    told += own[:3]
    for code, count in (
        ("source.measured", sum(source.measured for source in sources)),
        ("source.all_ours", sum(source.ours for source in sources)),
    ):
        if count:
            told.append(say(language, code, count=count, all=len(sources)))
    return _APART[language].join(told)
