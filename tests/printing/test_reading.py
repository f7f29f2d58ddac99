"""A form with a mistake is told with file, element and reason."""

from __future__ import annotations

import copy
from pathlib import Path
from typing import Any

import pytest

from qualitydesk.printing.check import undeclared
from qualitydesk.printing.fields import Field
from qualitydesk.printing.form import FormError
from qualitydesk.printing.reading import form_from, load_form

SOUND: dict[str, Any] = {
    "title": {"zh": "单据", "en": "Paper"},
    "body": [
        {"element": "heading", "text": {"zh": "一", "en": "1"}},
        {"element": "table", "over": "rows", "columns": [{"title": "A", "value": "{a}"}]},
    ],
}


def changed(**change: Any) -> dict[str, Any]:
    return {**copy.deepcopy(SOUND), **change}


def body(*elements: dict[str, Any]) -> dict[str, Any]:
    return changed(body=list(elements))


@pytest.mark.parametrize(
    ("source", "element", "reason"),
    [
        (changed(titel="x"), "form", "unknown: titel"),
        ({"body": SOUND["body"]}, "form", "“title” is missing"),
        (changed(body=[]), "form", "“body” is missing or empty"),
        (changed(paper="A3"), "form", "“paper” must be one of A4, A5, not A3"),
        (changed(margins={"A4": [1, 2, 3]}), "[margins]", "four numbers"),
        (body({"element": "heding", "text": "x"}), "body[1]", "there is no element “heding”"),
        (body({"element": "heading", "text": {"zh": "x"}}), "body[1] heading", "both languages"),
        (body({"element": "heading", "text": "{a"}), "body[1] heading", "braces do not match"),
        (body({"element": "heading", "text": "{a.b}"}), "body[1] heading", "a place must be {field}"),
        (body({"element": "heading", "text": "{a!r}"}), "body[1] heading", "a place must be {field}"),
        (body({"element": "text", "text": "x", "look": "loud"}), "body[1] text", "“look” must be one of"),
        (body({"element": "text", "text": 3}), "body[1] text", "“text” has the wrong kind of value: 3"),
        (body({"element": "space", "height": True}), "body[1] space", "wrong kind"),
        (body({"element": "space", "height": 900}), "body[1] space", "between 0 and 200, not 900"),
        (body({"element": "table", "over": "r", "columns": []}), "body[1] table", "“columns” is missing or empty"),
        (body({"element": "table", "over": "r", "columns": [{"title": "A"}]}), "body[1] table › columns[1]", "needs"),
        (body({"element": "grid", "cells": [{"label": "A"}]}), "body[1] grid › cells[1]", "“value” or “check”"),
        (
            body({"element": "keep", "body": [{"element": "heading", "text": "x", "colour": "red"}]}),
            "body[1] keep › body[1] heading",
            "unknown: colour",
        ),
    ],
)
def test_a_mistake_is_told_with_its_place(source: dict[str, Any], element: str, reason: str) -> None:
    with pytest.raises(FormError) as told:
        form_from(source, "paper")
    assert told.value.file == "paper.toml"
    assert told.value.element == element
    assert reason in told.value.reason
    assert str(told.value) == f"paper.toml: {element}: {told.value.reason}"


def test_a_sound_form_is_read_and_its_source_kept() -> None:
    read = form_from(SOUND, "paper")
    assert read.paper == "A4"
    assert form_from(read.source, "paper") == read


def test_a_missing_file_and_a_broken_one_are_told(tmp_path: Path) -> None:
    with pytest.raises(FormError, match="there is no such form"):
        load_form("nothing", tmp_path)
    (tmp_path / "broken.toml").write_text("title = ", encoding="utf-8")
    with pytest.raises(FormError, match=r"broken\.toml: file: not TOML"):
        load_form("broken", tmp_path)


def test_names_nobody_declared_are_found_with_their_element() -> None:
    fields = (Field("rows", {"zh": "行", "en": "Rows"}, [{"a": "x"}]),)
    assert undeclared(form_from(SOUND, "paper"), fields) == []
    wrong = body(
        {"element": "heading", "text": "{titel}", "show_if": "!gone"},
        {"element": "table", "over": "rows", "tone": "b", "columns": [{"title": "A", "value": "{a}{row}{c}"}]},
        {"element": "each", "over": "rows", "body": [{"element": "text", "text": "{a}{d}"}]},
        {"element": "list", "over": "lost", "text": "{item}"},
        {"element": "text", "text": "{a}"},
    )
    assert undeclared(form_from(wrong, "paper"), fields) == [
        "body[1] heading: gone",
        "body[1] heading: titel",
        "body[2] table: b",
        "body[2] table: c",
        "body[3] each › body[1] text: d",
        "body[4] list: lost",
        "body[5] text: a",
    ]
