"""A table of contents and bookmarks: the numbers hold although the list itself takes pages; ranks are kept."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from qualitydesk.printing.form import FormError
from qualitydesk.printing.reading import form_from
from qualitydesk.printing.render import render

FORM: dict[str, Any] = {
    "title": "手册",
    "copies": [{"key": "a", "name": "甲"}, {"key": "b", "name": "乙"}],
    "body": [
        {"element": "contents", "title": "目录"},
        {
            "element": "each",
            "over": "parts",
            "body": [
                {"element": "appendix", "title": "{name}", "bookmark": "{name}"},
                {"element": "heading", "text": "{inner}", "bookmark": "{inner}"},
                {"element": "list", "over": "lines", "text": "{item}"},
            ],
        },
    ],
}


def parts(counts: list[int]) -> dict[str, Any]:
    return {
        "parts": [
            {"name": f"部分{at:03d}", "inner": f"小节{at:03d}", "lines": [f"行 {line}" for line in range(count)]}
            for at, count in enumerate(counts)
        ]
    }


@settings(max_examples=12, deadline=None)
@given(st.lists(st.integers(0, 90), min_size=1, max_size=90))
def test_each_part_begins_on_the_page_the_contents_say(counts: list[int]) -> None:
    done = render(form_from(FORM, "trial"), parts(counts), "zh", receivers=["a"])
    reader = PdfReader(BytesIO(done.pdf))
    texts = [page.extract_text() for page in reader.pages]
    told = [int(line) for text in texts for line in _numbers_of_contents(text)]
    assert len(told) == len(counts)
    for at, page in enumerate(told):
        assert f"部分{at:03d}" in texts[page - 1] and f"小节{at:03d}" in texts[page - 1]
    goals = [reader.get_destination_page_number(mark) + 1 for mark in reader.outline if not isinstance(mark, list)]
    assert goals == told


def _numbers_of_contents(text: str) -> list[str]:
    """The page numbers behind the dots, in order."""
    lines = text.splitlines()
    return [lines[at + 1].strip() for at, line in enumerate(lines) if ". . ." in line]


def test_the_second_copy_has_no_bookmarks_of_its_own() -> None:
    done = render(form_from(FORM, "trial"), parts([1, 1]), "zh")
    reader = PdfReader(BytesIO(done.pdf))
    assert len(reader.pages) == 6
    assert [mark.title for mark in reader.outline if not isinstance(mark, list)] == ["部分000", "部分001"]


def test_without_marks_there_are_no_contents() -> None:
    text = PdfReader(BytesIO(render(form_from(FORM, "trial"), {}, "zh", receivers=()).pdf)).pages[0].extract_text()
    assert "目录" not in text


def test_a_bookmark_must_be_a_text_of_both_languages() -> None:
    form = {"title": "x", "body": [{"element": "appendix", "bookmark": {"zh": "甲"}}]}
    with pytest.raises(FormError):
        form_from(form, "trial")
