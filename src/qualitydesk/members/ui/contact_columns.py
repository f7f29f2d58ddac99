"""Columns of contacts: the personal ones of a day, its general messages, the members a general message is for."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from qualitydesk.basics.phrases import capital, say
from qualitydesk.kit.dates import day_long, day_words
from qualitydesk.kit.table_model import Column
from qualitydesk.members.model.contacts import CLOSED, ContactLine, ContactState, GreetingLine
from qualitydesk.members.rules.contact_words import (
    gift_words,
    greeting_words,
    kept_tone,
    kept_words,
    line_occasion,
)
from qualitydesk.members.ui.tier_words import tier_words

translate = QCoreApplication.translate
STATE_TONES = {
    ContactState.OPEN: "",
    ContactState.DONE: "good",
    ContactState.NOT_REACHED: "warning",
    ContactState.POSTPONED: "muted",
    ContactState.LEFT_OUT: "muted",
}


def personal_columns(language: str) -> Sequence[Column]:
    """A contact a row: whose, how she is reached, why and what goes with it, how it stands, what keeps it back."""

    def way(one: ContactLine) -> str:
        return capital(say(language, f"contact.way.{one.owed.way}"))

    def occasion(one: ContactLine) -> str:
        gift = gift_words(one.owed.gift, language) if one.owed.gift else ""
        return f"{line_occasion(one, language)} · {gift}" if gift else line_occasion(one, language)

    def kept(one: ContactLine) -> str:
        return kept_words(one, language)

    return (
        Column(translate("Contacts", "Name"), lambda one: one.line.called, tone=_quiet, width=72, sort="name"),
        Column(translate("Contacts", "Telephone"), lambda one: one.line.telephone, tone=_quiet, width=112),
        Column(translate("Contacts", "Tier"), lambda one: tier_words(one.tier, language), tone=_quiet, width=72),
        Column(translate("Contacts", "Way"), way, tone=_quiet, width=72, sort="way"),
        Column(translate("Contacts", "Occasion and gift"), occasion, tone=_quiet, sort="occasion", stretch=True),
        Column(
            translate("Contacts", "Due"), lambda one: one.owed.due_on, day_words, tone=_due_tone, align="right",
            width=96, sort="due", tip=_due_tip,
        ),
        Column(
            translate("Contacts", "State"), lambda one: _state(one, language), tone=_state_tone, width=112,
            sort="state", tip=_tried_tip,
        ),
        Column(
            translate("Contacts", "Kept back"), kept, tone=lambda one: kept_tone(one.kept), width=160, sort="kept",
            tip=kept,
        ),
        Column(
            translate("Contacts", "Institution"), lambda one: one.line.institution, tone=_quiet, width=112,
            sort="institution", elide="left",
        ),
    )  # fmt: skip


def _state(line: ContactLine, language: str) -> str:
    """未接通 ×2: how often nobody was reached; 已改期 12-03: the day it waits for; 已完成."""
    words = capital(say(language, f"contact.state.{line.state}"))
    if line.put_off_to is not None:
        return f"{words} {line.put_off_to:%m-%d}"
    return f"{words} ×{line.tried}" if line.tried and line.state is ContactState.NOT_REACHED else words


def _state_tone(line: ContactLine) -> str:
    return "muted" if line.kept else STATE_TONES[line.state]


def _tried_tip(line: ContactLine) -> str:
    words = translate("Contacts", "Not reached so far: {times} ×").format(times=line.tried) if line.tried else ""
    later = translate("Contacts", "Put off to {day}").format(day=day_long(line.put_off_to)) if line.put_off_to else ""
    return "\n".join(part for part in (later, words) if part)


def _due_tone(line: ContactLine) -> str:
    return "danger" if line.overdue else _quiet(line)


def _quiet(line: ContactLine) -> str:
    """What is over, or waits, gives way to what is to be done."""
    return "muted" if line.state in CLOSED or line.kept or line.state is ContactState.POSTPONED else ""


def _due_tip(line: ContactLine) -> str:
    return translate("Contacts", "Should have been made earlier") if line.overdue else ""


def greeting_columns(language: str) -> Sequence[Column]:
    """A general message a row: to how many, how many of them are done, kept back, to do."""

    return (
        Column(
            translate("Contacts", "Occasion"),
            lambda one: greeting_words(one.greeting, language),
            width=240,
            stretch=True,
        ),
        Column(translate("Contacts", "Members"), lambda one: one.members, _count, align="right", width=96),
        Column(translate("Contacts", "Sent"), lambda one: one.done, _count, align="right", width=96, tone=_sent_tone),
        Column(translate("Contacts", "Kept back"), lambda one: one.kept, _count, align="right", width=96),
        Column(
            translate("Contacts", "To do"), lambda one: one.to_do, _count, align="right", width=96, tone=_to_do_tone
        ),
    )


def greeted_columns(language: str) -> Sequence[Column]:
    """A member a row of a general message."""

    def stands(one: ContactLine) -> str:
        if one.kept is not None:
            return kept_words(one, language)
        done = one.state is ContactState.DONE
        return say(language, "contact.state.done") if done else say(language, "contact.state.open")

    def tone(one: ContactLine) -> str:
        if one.kept is not None:
            return kept_tone(one.kept)
        return "good" if one.state is ContactState.DONE else ""

    return (
        Column(translate("Contacts", "Number"), lambda one: one.line.number, width=96),
        Column(translate("Contacts", "Name"), lambda one: one.line.called, width=80),
        Column(translate("Contacts", "Telephone"), lambda one: one.line.telephone, width=112),
        Column(translate("Contacts", "Tier"), lambda one: tier_words(one.tier, language), width=80),
        Column(translate("Contacts", "Institution"), lambda one: one.line.institution, width=144, elide="left"),
        Column(translate("Contacts", "State"), stands, tone=tone, width=176, stretch=True),
    )


def _count(number: object) -> str:
    return f"{number:,}" if isinstance(number, int) else ""


def _sent_tone(line: GreetingLine) -> str:
    return "good" if line.done else ""


def _to_do_tone(line: GreetingLine) -> str:
    return "" if line.to_do else "muted"
