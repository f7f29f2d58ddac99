"""Columns of contacts: the personal ones of a day, its general messages, the members a general message is for."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from qualitydesk.basics.phrases import capital, say
from qualitydesk.kit.dates import day_words
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
    """A contact a row: whose, how she is reached, why, what goes with it, how it stands, what keeps it back."""

    return (
        Column(translate("Contacts", "Name"), lambda one: one.line.called, tone=_quiet, width=72, sort="name"),
        Column(translate("Contacts", "Telephone"), lambda one: one.line.telephone, tone=_quiet, width=112),
        Column(
            translate("Contacts", "Tier"),
            lambda one: tier_words(one.tier, language),
            tone=_quiet,
            width=72,
            sort="tier",
        ),
        Column(
            translate("Contacts", "Way"),
            lambda one: capital(say(language, f"contact.way.{one.owed.way}")),
            tone=_quiet,
            width=64,
            sort="way",
        ),
        Column(
            translate("Contacts", "Occasion"),
            lambda one: line_occasion(one, language),
            tone=_quiet,
            width=176,
            sort="occasion",
            stretch=True,
        ),
        Column(
            translate("Contacts", "Gift"),
            lambda one: gift_words(one.owed.gift, language) if one.owed.gift else "",
            width=112,
        ),
        Column(
            translate("Contacts", "Due"),
            lambda one: one.owed.due_on,
            day_words,
            tone=lambda one: "danger" if one.overdue else _quiet(one),
            align="right",
            width=96,
            sort="due",
            tip=_due_tip,
        ),
        Column(
            translate("Contacts", "State"),
            lambda one: capital(say(language, f"contact.state.{one.state}")),
            tone=lambda one: "muted" if one.kept else STATE_TONES[one.state],
            width=88,
            sort="state",
        ),
        Column(translate("Contacts", "Tried"), lambda one: one.tried or None, align="right", width=48, sort="tried"),
        Column(
            translate("Contacts", "Kept back"),
            lambda one: kept_words(one, language),
            tone=lambda one: kept_tone(one.kept),
            width=160,
            sort="kept",
        ),
        Column(
            translate("Contacts", "Institution"),
            lambda one: one.line.institution,
            tone=_quiet,
            width=112,
            sort="institution",
            elide="left",
        ),
    )


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
