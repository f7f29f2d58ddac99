"""An entry of a case's timeline as one line: its words, and what its details say."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from PySide6.QtCore import QCoreApplication

from qualitydesk.basics import money
from qualitydesk.basics.phrases import knows, say
from qualitydesk.complaints.model import Level, TimelineEntry
from qualitydesk.complaints.model.requests import Entry
from qualitydesk.complaints.model.steps import Step
from qualitydesk.complaints.ui.words import clock_words, step_words
from qualitydesk.kit.dates import moment_words

_BY_CODE = {step.code: step for step in Step}


def entry_words(entry: TimelineEntry | Entry, language: str, zone: str) -> str:
    """The details first, then what was written; one line."""
    parts = [*_details(entry.details, language, zone), entry.words.replace("\n", " ")]
    return " · ".join(part for part in parts if part)


def _details(found: Mapping[str, Any], language: str, zone: str) -> list[str]:
    parts: list[str] = []
    if "clock" in found:
        parts.append(_moved(found, language, zone))
    if (goal := _BY_CODE.get(str(found.get("to", "")))) is not None:
        parts.append(f"→ {step_words(goal, language)}")
    parts += _outside(found, language, zone)
    if "reason" in found and knows(language, f"clock.pause.{found['reason']}"):
        parts.append(say(language, f"clock.pause.{found['reason']}"))
    parts += _money(found, language)
    if isinstance(found.get("level"), int) and "criterion" in found:
        before = found.get("before")
        was = f"{Level(before).name} → " if isinstance(before, int) and before else ""
        parts.append(f"{was}{Level(found['level']).name}")
        parts.append(say(language, f"criterion.{found['criterion']}"))
    if isinstance(found.get("result"), str) and knows(language, f"agreement.{found['result']}"):
        parts.append(say(language, f"agreement.{found['result']}"))
    if isinstance(found.get("fine"), int) and found["fine"]:
        parts.append(money.words(found["fine"]))
    if isinstance(found.get("number"), str):
        parts.append(str(found["number"]))
    return parts


def _outside(found: Mapping[str, Any], language: str, zone: str) -> list[str]:
    """Dates set by others, papers, calls after closing."""
    parts: list[str] = []
    translate = QCoreApplication.translate
    if isinstance(found.get("external"), str):
        parts.append(say(language, f"external.{found['external']}"))
        until = _moment(found.get("until"), zone)
        if "until_before" in found:
            until = f"{_moment(found['until_before'], zone)} → {until}"
        parts += [until, str(found.get("reference") or "")]
        if "answered" in found:
            words = translate("CaseTimeline", "answered {moment}")
            parts.append(words.format(moment=_moment(found["answered"], zone)))
    if isinstance(found.get("paper_kind"), str):
        name = f"{say(language, 'paper_kind.' + found['paper_kind'])} {found.get('paper_number', '')}"
        parts.append(translate("CaseTimeline", "{paper}, a copy").format(paper=name) if found.get("copy") else name)
    if "reached" in found:
        parts.append(_call(found))
    return parts


def _call(found: Mapping[str, Any]) -> str:
    translate = QCoreApplication.translate
    if not found["reached"]:
        words = translate("CaseTimeline", "try {count}: not reached")
    elif found.get("satisfied"):
        words = translate("CaseTimeline", "try {count}: reached, content")
    else:
        words = translate("CaseTimeline", "try {count}: reached, not content")
    return words.format(count=found.get("attempt", ""))


def _money(found: Mapping[str, Any], language: str) -> list[str]:
    parts = []
    if knows(language, f"money_kind.{found.get('kind')}") and isinstance(found.get("amount"), int):
        parts.append(f"{say(language, 'money_kind.' + str(found['kind']))} {money.words(found['amount'])}")
    for kind in ("refund", "compensation"):
        if isinstance(found.get(kind), int) and found[kind]:
            parts.append(f"{say(language, f'money_kind.{kind}')} {money.words(found[kind])}")
    return parts


def _moved(found: Mapping[str, Any], language: str, zone: str) -> str:
    words = QCoreApplication.translate("CaseTimeline", "{clock}: {before} → {after}")
    return words.format(
        clock=clock_words(str(found["clock"]), language),
        before=_moment(found.get("due_before"), zone),
        after=_moment(found.get("due_after"), zone),
    )


def _moment(value: object, zone: str) -> str:
    if not isinstance(value, str):
        return moment_words(value, zone)
    try:
        return moment_words(datetime.fromisoformat(value), zone)
    except ValueError:
        return value
