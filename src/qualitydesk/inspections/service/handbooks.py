"""Handbooks of standards for training: of packs, or of what a post is inspected with. Nothing is archived."""

from __future__ import annotations

from collections.abc import Mapping

from qualitydesk.directory.service import Directory
from qualitydesk.inspections import printout
from qualitydesk.inspections.model.editions import PackOnShelf
from qualitydesk.inspections.model.handbooks import HandbookWish
from qualitydesk.inspections.rules.choosing import items_for
from qualitydesk.inspections.service.standards import Standards
from qualitydesk.papers.service import Papers

FORM = "handbook"


class Handbooks:
    """Makes booklets out of standards."""

    def __init__(self, directory: Directory, standards: Standards, papers: Papers) -> None:
        self._directory = directory
        self._standards = standards
        self._papers = papers

    def made(self, wish: HandbookWish) -> bytes:
        """The handbook wished for as a PDF; packs that are not here are passed over."""
        shelf = {line.code: line for line in self._standards.shelf()}
        posts = {post.code: post.name for post in self._directory.posts()}
        chosen = [shelf[code] for code in wish.packs if code in shelf]
        group = self._directory.group()
        head = printout.HandbookHead(
            group.name if group else "",
            posts.get(wish.post, wish.post),
            self._directory.today().isoformat(),
        )
        values = printout.handbook_fields(_chapters(chosen, wish.post), head, wish.options, posts)
        options = wish.options
        return self._papers.previewed(FORM, values, options.language, paper=options.paper, mark=None)


def _chapters(chosen: list[PackOnShelf], post: str) -> list[printout.Chapter]:
    """For a post what people of it are asked, each fact once; else everything."""
    packs = [line.pack for line in chosen]
    asked: Mapping[str, object] = {item.code: item for item in items_for(packs, None, post)} if post else {}
    found = []
    for line in chosen:
        items = tuple(item for item in line.pack.items if not post or item.code in asked)
        if items:
            found.append(printout.Chapter(line.pack, items, line.on))
    return found
