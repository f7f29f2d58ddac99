"""Packs as a booklet for training: values of forms/handbook.toml, a cover and the items of each pack by section."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from qualitydesk.basics.phrases import say
from qualitydesk.inspections.model import AnswerKind, Item, Pack
from qualitydesk.inspections.model.handbooks import HandbookOptions
from qualitydesk.inspections.rules import pack_words
from qualitydesk.inspections.rules.pack_words import BETWEEN
from qualitydesk.inspections.rules.sources import source_words, sources_words
from qualitydesk.printing.fields import Field, field


@dataclass(frozen=True)
class Chapter:
    """A pack with those of its items that are printed. `on`: whether new rounds are offered it."""

    pack: Pack
    items: tuple[Item, ...]
    on: bool = True


@dataclass(frozen=True)
class HandbookHead:
    """Whose handbook it is. `post`: the name of the post it is for, "" for no one post; `day`: as of when."""

    group_name: str = ""
    post: str = ""
    day: str = ""


def handbook_fields(
    chapters: Sequence[Chapter], head: HandbookHead, options: HandbookOptions, posts: Mapping[str, str]
) -> dict[str, Any]:
    """Exactly the keys of `HANDBOOK_FIELDS`. `posts`: names of posts by their codes."""
    language = options.language
    several = len(chapters) > 1 or bool(head.post)
    told = [say(language, "handbook.of_post", post=head.post)] if head.post else []
    if several:
        told.append(_counted("handbook.packs", len(chapters), language))
    elif chapters:
        told.append(say(language, "handbook.title"))
    if head.day:
        told.append(say(language, "handbook.as_of", day=head.day))
    return {
        "number": "",
        "group_name": head.group_name,
        "title": say(language, "handbook.title") if several or not chapters else chapters[0].pack.name[language],
        "about": " · ".join(told),
        "subject": told[0] if head.post or not several else "",
        "how_read": say(language, "handbook.how_read"),
        "several": several,
        "packs": [_pack(chapter, options, posts, several) for chapter in chapters],
    }


def _counted(code: str, count: int, language: str) -> str:
    return say(language, f"{code}_one" if count == 1 else code, count=count)


def _pack(chapter: Chapter, options: HandbookOptions, posts: Mapping[str, str], several: bool) -> dict[str, Any]:
    pack, language = chapter.pack, options.language
    shown = _shown(chapter)
    broken = pack_words.off_limits(chapter.items)
    numbers = {item.code: at for at, item in enumerate(chapter.items, 1)}
    by_section = {code: [item for item in chapter.items if item.section == code] for code in pack.sections}
    return {
        "name": pack.name[language],
        "part": pack.name[language] if several else "",
        "purpose": pack.purpose[language],
        "edition": say(language, "handbook.edition" if chapter.on else "handbook.off", edition=pack.edition),
        "whom": pack_words.whom_words(pack, posts, language),
        "way": pack_words.how_words(pack, language),
        "minutes": pack_words.minutes_words(pack, language),
        "mark": f"{pack.pass_mark:.0%}",
        "count": pack_words.items_words(shown, language),
        "weights": pack_words.weights_words(shown, language),
        "measured": pack_words.measured_words(chapter.items, language),
        "sources": sources_words(chapter.items, language),
        "broken": _counted("handbook.cut_off", broken, language) if broken else "",
        "sections": [
            {
                "section": pack.sections[code][language],
                "rows": [_row(item, numbers[item.code], pack, options, posts) for item in items],
            }
            for code, items in by_section.items()
            if items
        ],
    }


def _shown(chapter: Chapter) -> Pack:
    """The pack as if it held the printed items only, to be counted."""
    return replace(chapter.pack, items=chapter.items)


def _row(item: Item, number: int, pack: Pack, options: HandbookOptions, posts: Mapping[str, str]) -> dict[str, Any]:
    language = options.language
    told = [item.standard[language]]
    if item.words:
        told.append(say(language, "handbook.said", words=item.words[language]))
    if options.reasons:
        told.append(say(language, "handbook.why", words=item.why[language]))
    if item.cut_off is not None:
        broken = item.cut_off.get(language) or say(language, "handbook.broken_off")
        told.append(say(language, "handbook.note", words=broken))
    if options.sources:
        told.append(say(language, "handbook.source", words=source_words(item.source, language)))
    return {
        "number": str(number),
        "item": item.title[language],
        "text": "\n".join(told),
        "critical": say(language, "handbook.critical") if item.critical else "",
        "marks": "\n".join(_marks(item, pack, language, posts)),
        "tone": "bad" if item.critical else "",
    }


def _marks(item: Item, pack: Pack, language: str, posts: Mapping[str, str]) -> list[str]:
    """The right column: how it is answered, the limit, the weight, who acts, whom alone it is asked of, when."""
    found = [say(language, f"answer_kind.{item.kind.value}")]
    if item.kind is AnswerKind.PARTLY:
        found = [say(language, "handbook.partly")]
    found.append(pack_words.limit_line(item, language))
    found.append(pack_words.marks_line(item, language))
    if item.actor:
        found.append(say(language, "handbook.actor", words=item.actor[language]))
    whom = []
    if item.sex and item.sex != pack.sex:
        whom.append(say(language, f"pack_card.{item.sex}"))
    if item.posts and item.posts != pack.posts:
        whom.append(BETWEEN[language].join(posts.get(code, code) for code in item.posts))
    if whom:
        found.append(say(language, "handbook.only", whom=" · ".join(whom)))
    if item.season:
        found.append(say(language, f"handbook.season_{item.season}"))
    return [words for words in found if words]


def _sample_row(number: str, item: str, text: str, critical: str, marks: str) -> dict[str, Any]:
    return {"number": number, "item": item, "text": text, "critical": critical, "marks": marks, "tone": ""}


_PACK_ZH = {
    "name": "电话接听", "part": "电话接听", "purpose": "听岗位人员接一通电话，记下响铃次数。", "edition": "第 1 版",
    "whom": "导医、前台接待", "way": "逐项查看一名员工当时的状态", "minutes": "每人约 15 分钟", "mark": "90%",
    "count": "20 项：合格或不合格 16、实测 4；关键项 1", "weights": "权重 3：5 项、权重 2：15 项；满分 45 分",
    "measured": ["铃响后接听：最多 3 声"], "sources": "集团制度文件 000、002",
    "broken": "1 项所依据的原文不完整，在该项下注明。",
    "sections": [{"section": "接听", "rows": [
        _sample_row("1", "铃响三声内接听",
                    "第四声响起之前拿起听筒。\n用语：您好，我是张𬱖。\n缘由：久响不接，患者会改打别处。",
                    "关键项", "实测\n限值：最多 3 声\n权重 3"),
        _sample_row("2", "等对方先挂断", "道别后等对方挂断，再轻放听筒。", "", "合格或不合格\n权重 1"),
    ]}],
}  # fmt: skip
_PACK_EN = {
    "name": "The telephone", "part": "The telephone", "purpose": "Listen to one call and count the rings.",
    "edition": "Edition 1", "whom": "Guide, receptionist", "way": "One person's state at that moment, item by item",
    "minutes": "About 15 min for each person", "mark": "90%", "count": "20 items: pass or fail 16, measured 4",
    "weights": "weight 3: 5, weight 2: 15; 45 points in all", "measured": ["Answered in time: at most 3 rings"],
    "sources": "The group's documents 000, 002", "broken": "The source of 1 item is not complete; it is noted there.",
    "sections": [{"section": "Answering", "rows": [
        _sample_row("1", "Answered within three rings", "The receiver is up before the fourth ring.\n"
                    "Said: 张𬱖 speaking.\nWhy: who waits long calls elsewhere.", "Critical",
                    "Measured\nLimit: at most 3 rings\nWeight 3"),
        _sample_row("2", "The other side hangs up first", "After goodbye the receiver waits for the other side.", "",
                    "Pass or fail\nWeight 1"),
    ]}],
}  # fmt: skip

HANDBOOK_FIELDS: tuple[Field, ...] = (
    field("number", "编号", "Number", "SC-2026-01"),
    field("group_name", "集团名称", "Group", "和颐医疗集团", "Heyi Medical Group"),
    field("title", "标题", "Title", "标准手册", "Handbook of standards"),
    field("about", "内容说明", "What it is about", "岗位：导医 · 2 个标准包", "Post: guide · 2 packs"),
    field("subject", "页眉说明", "Above each page", "岗位：导医", "Post: guide"),
    field("how_read", "阅读说明", "How it is read", "每项先写应有的状态，再写标准和缘由。",
          "Each item gives the wanted state first, then the standard and why it matters."),
    field("several", "多个标准包", "More than one pack", True),
    field("packs", "标准包", "Packs (rows: name, part, purpose, whom … sections; sections: section, rows)",
          [_PACK_ZH], [_PACK_EN]),
)  # fmt: skip
