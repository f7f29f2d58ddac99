"""The usual posts of a group: standards and rules name them by code. Given at the founding, caught up with later."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence

from qualitydesk.basics.changes import By
from qualitydesk.basics.places import shipped
from qualitydesk.directory.model import Post, PostDraft
from qualitydesk.directory.service import Directory


def add_usual_posts(directory: Directory, by: By, language: str = "") -> int:
    """Every shipped post whose code the group has not; gives how many. `language` "": that of the posts there."""
    usual = tomllib.loads(shipped("resources/posts.toml").read_text(encoding="utf-8"))["posts"]
    there = directory.posts()
    known = {post.code for post in there}
    language = language or _language_of(there, usual)
    missing = [post for post in usual if post["code"] not in known]
    for post in missing:
        directory.save_post(PostDraft(post["code"], post[language]), by)
    return len(missing)


def _language_of(there: Sequence[Post], usual: Sequence[Mapping[str, str]]) -> str:
    """The language most of the group's posts are named in."""
    english = {post["code"]: post["en"] for post in usual}
    return "en" if 2 * sum(english.get(post.code) == post.name for post in there) > len(there) else "zh"
