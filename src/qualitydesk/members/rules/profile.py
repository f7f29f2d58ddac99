"""What is asked of a profile, a relative, an assessment, a consent, a request before it is kept."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, timedelta

from qualitydesk.basics.errors import Problem
from qualitydesk.directory.rules import clean, problems_in_name
from qualitydesk.members.model.privacy import PersonRequestDraft, RequestAnswer, RestrictDraft
from qualitydesk.members.model.profile import (
    SENSITIVE,
    About,
    AssessmentDraft,
    Consent,
    ConsentDraft,
    ProfileDraft,
    RelativeDraft,
)
from qualitydesk.members.rules.birthdays import problems_in_birthday

LONGEST = 2000  # characters of one field
ANSWER_DAYS = 15
"""Days a request may wait for its answer. [ours] The law says "in time"; the recommended standard
GB/T 35273-2020, 8.7 allows thirty."""
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s.]+")


def tidy(words: Mapping[About, str]) -> dict[About, str]:
    """As kept: without blanks around it; "" takes a field away."""
    return {about: said.strip() for about, said in words.items()}


def problems_in_profile(draft: ProfileDraft, today: date, sensitive: Consent | None = None) -> list[Problem]:
    """`sensitive`: her last word on keeping what is sensitive; once withdrawn, nothing sensitive is kept anew."""
    found = problems_in_birthday(draft.birthday, today) if draft.with_birthday else []
    words = tidy(draft.words)
    if (email := words.get(About.EMAIL)) and not _EMAIL.fullmatch(email):
        found.append(Problem(About.EMAIL, "email_signs"))
    found += [Problem(about, "too_long", {"most": LONGEST}) for about, said in words.items() if len(said) > LONGEST]
    if sensitive is not None and not sensitive.given:
        kept = [Problem(about, "sensitive_withdrawn") for about, said in words.items() if said and about in SENSITIVE]
        found += kept
    return found


def problems_in_relative(draft: RelativeDraft, today: date, sensitive: Consent | None = None) -> list[Problem]:
    """Who it is to her and a name, or what the relation says by itself."""
    found = [] if draft.kinship else [Problem("kinship", "kinship_missing")]
    if clean(draft.name):
        found += problems_in_name(draft.name)
    found += problems_in_birthday(draft.birthday, today)
    if sensitive is not None and not sensitive.given:
        found.append(Problem("name", "sensitive_withdrawn"))
    return found


def problems_in_assessment(draft: AssessmentDraft, today: date, sensitive: Consent | None = None) -> list[Problem]:
    """A sum or a standing, who says so, when and why; an end not before its beginning."""
    found = []
    if draft.assets is None and not draft.standing.strip():
        found.append(Problem("standing", "assessment_empty"))
    if draft.assets is not None and draft.assets < 0:
        found.append(Problem("assets", "assets_negative"))
    if draft.assessed_by is None:
        found.append(Problem("assessed_by", "assessor_missing"))
    if not draft.why.strip():
        found.append(Problem("why", "reason_missing"))
    found += _past_day(draft.assessed_on, today, "assessed_on")
    if draft.until is not None and draft.assessed_on is not None and draft.until < draft.assessed_on:
        found.append(Problem("until", "until_too_early"))
    if sensitive is not None and not sensitive.given:
        found.append(Problem("standing", "sensitive_withdrawn"))
    return found


def problems_in_consent(draft: ConsentDraft, today: date) -> list[Problem]:
    """What about, how it was said, on which day."""
    found = [] if draft.kind else [Problem("kind", "consent_missing")]
    if draft.way is None:
        found.append(Problem("way", "consent_way_missing"))
    return found + _past_day(draft.on, today, "on")


def problems_in_request(draft: PersonRequestDraft, today: date) -> list[Problem]:
    """Whose, which kind, since when."""
    found = [] if draft.customer_id else [Problem("customer_id", "customer_missing")]
    if draft.kind is None:
        found.append(Problem("kind", "asked_missing"))
    return found + _past_day(draft.received_on, today, "received_on")


def problems_in_answer(draft: RequestAnswer, today: date, received_on: date | None = None) -> list[Problem]:
    """A refusal says why; nothing is answered before it was received."""
    found = [] if draft.granted or draft.answer.strip() else [Problem("answer", "reason_missing")]
    found += _past_day(draft.answered_on, today, "answered_on")
    if received_on is not None and draft.answered_on is not None and draft.answered_on < received_on:
        found.append(Problem("answered_on", "answer_too_early"))
    return found


def problems_in_restriction(draft: RestrictDraft, today: date) -> list[Problem]:
    """Why; an end, if there is one, lies ahead."""
    found = [] if draft.why.strip() else [Problem("why", "reason_missing")]
    if draft.until is not None and draft.until <= today:
        found.append(Problem("until", "until_too_early"))
    return found


def due_on(received_on: date) -> date:
    """The last day a request may be answered."""
    return received_on + timedelta(days=ANSWER_DAYS)


def _past_day(day: date | None, today: date, field: str) -> list[Problem]:
    if day is None:
        return [Problem(field, "day_missing")]
    return [Problem(field, "day_to_come")] if day > today else []
