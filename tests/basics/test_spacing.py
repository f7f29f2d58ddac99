"""One manner of spacing: a number stands apart from the Chinese words around it (12 个月), but for days (1月2日)."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from qualitydesk.basics.places import shipped

_TIGHT = re.compile(r"[\u4e00-\u9fff]\d|\d(?![年月日])[\u4e00-\u9fff]")
_OF_DAYS = re.compile(r"(?:\d+|\{\w+\})[年月日]")
_NUMBERS = "count|low|high|ordinary|serious|seconds|thirds|most|months|percent|days|edition|findings|hours"
_TIGHT_FIELD = re.compile(rf"[\u4e00-\u9fff]\{{(?:{_NUMBERS})\}}|\{{(?:{_NUMBERS})\}}[\u4e00-\u9fff]")
FILES = (shipped("resources/phrases/zh.toml"), shipped("resources/rulebook/ladder.toml"))


def told(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        for one in value.values():
            yield from told(one)
    elif isinstance(value, str):
        yield _OF_DAYS.sub("", value)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_numbers_stand_apart_from_chinese_words(file: Path) -> None:
    texts = list(told(tomllib.loads(file.read_text(encoding="utf-8"))))
    assert texts
    assert [text for text in texts if _TIGHT.search(text) or _TIGHT_FIELD.search(text)] == []
