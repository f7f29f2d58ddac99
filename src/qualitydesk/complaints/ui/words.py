"""A case in the words of the screens: steps with their numbers, levels with their numerals, time left, masked names."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from qualitydesk.basics.errors import Problem
from qualitydesk.basics.lengths import length
from qualitydesk.basics.masking import masked
from qualitydesk.basics.phrases import knows, say
from qualitydesk.complaints.model import CaseLine, Channel, Lane, Level, Step
from qualitydesk.kit.dates import moment_words
from qualitydesk.kit.pickers import Choice

SOON = timedelta(hours=4)  # so near a limit is told in the warning tone
WITH_MINUTES = 3 * 60  # minutes from which on only hours and days are told


def step_words(step: Step | None, language: str) -> str:
    """3 调查取证; of a case that is done its lane's name."""
    if step is None:
        return say(language, "lane.done")
    return f"{int(step)} {say(language, f'case_step.{step.code}')}"


def step_face(step: Step | None, language: str) -> str:
    """The same where there is little room: on cards and in tables."""
    if step is not None and knows(language, f"case_step_short.{step.code}"):
        return f"{int(step)} {say(language, f'case_step_short.{step.code}')}"
    return step_words(step, language)


def channel_face(channel: Channel, language: str) -> str:
    """A channel where there is little room."""
    short = f"channel_short.{channel}"
    return say(language, short if knows(language, short) else f"channel.{channel}")


def lane_words(lane: Lane, language: str) -> str:
    return say(language, f"lane.{lane}")


def level_numeral(level: Level | None) -> str:
    return "" if level is None else level.name


def level_words(level: Level | None, language: str) -> str:
    """IV级, Level IV."""
    return "" if level is None else say(language, f"level.{int(level)}")


def level_tone(level: Level | None) -> str:
    return "muted" if level is None else f"level{int(level)}"


def patient_words(line: CaseLine) -> str:
    """The patient, masked; of an unnamed one the complainant; of neither that nobody gave a name."""
    unnamed = QCoreApplication.translate("CaseWords", "Anonymous") if line.anonymous else "—"
    return masked(line.patient or line.complainant) or unnamed


def left_words(due_at: datetime, now: datetime, language: str, *, rough: bool = False) -> str:
    """How long until a deadline, or how long it is past; without minutes from three hours on. `rough`: in its largest
    unit alone."""
    minutes = int((due_at - now).total_seconds() // 60)
    if minutes < 0:
        words = QCoreApplication.translate("CaseWords", "{time} late")
    else:
        words = QCoreApplication.translate("CaseWords", "{time} left")
    away = abs(minutes)
    exact = 60 if away >= WITH_MINUTES else 1
    if rough:
        exact = next((unit for unit in (24 * 60, 60) if away >= unit), 1)
    return words.format(time=length(away // exact * exact, language))


def provisional_words(due: str, language: str) -> str:
    """A date or a time left that hangs on days off not announced yet."""
    return say(language, "clock.provisional.due", due=due)


def left_tone(due_at: datetime, now: datetime, *, limit: bool) -> str:
    """A missed target is amber, a missed limit red."""
    if due_at < now:
        return "danger" if limit else "warning"
    return "warning" if limit and due_at - now < SOON else ""


def pause_words(code: str, language: str) -> str:
    """Why a pause; a reason of one's own rulebook that has no words stands as its code."""
    return say(language, f"clock.pause.{code}") if knows(language, f"clock.pause.{code}") else code


def paused_words(line: CaseLine) -> str:
    """Since which day it is paused."""
    translate = QCoreApplication.translate
    if line.paused_since is None:
        return translate("CaseWords", "Paused")
    return translate("CaseWords", "Paused since {day}").format(day=moment_words(line.paused_since)[5:10])


def tags_of(line: CaseLine, now: datetime | None = None) -> list[str]:
    """What else is to be seen at a glance. `now`: where the pause is told elsewhere, only one that is over is."""
    translate = QCoreApplication.translate
    found = []
    if line.paused and now is None:
        found.append(translate("CaseWords", "Paused"))
    elif line.paused and now is not None and not line.rests(now):
        found.append(translate("CaseWords", "Pause over"))
    if line.reopened:
        found.append(translate("CaseWords", "Reopened {count}×").format(count=line.reopened))
    if line.flagged:
        found.append(translate("CaseWords", "Flagged"))
    if line.merged_into is not None:
        found.append(translate("CaseWords", "Merged"))
    return found


def subjects_words(line: CaseLine, language: str) -> str:
    between = "、" if language == "zh" else ", "
    return between.join(say(language, f"subject.{one}") for one in line.subjects)


def choices(family: str, values: Iterable[StrEnum], language: str) -> list[Choice]:
    """The members of an enum to pick from, by their phrases."""
    return [Choice(one, say(language, f"{family}.{one.value}")) for one in values]


def clock_words(code: str, language: str) -> str:
    """A clock's name; of one set outside ("external.kind.reference") the name of who set it."""
    outside, _, kind = code.partition("external.")
    kind = code if outside else kind.split(".")[0]
    for name in (f"clock.name.{code}", f"clock.external.{code}", f"clock.external.{kind}"):
        if knows(language, name):
            return say(language, name)
    return code


def with_posts(problem: Problem, language: str) -> Problem:
    """Codes of posts as the rules name them, in words."""
    posts = problem.values.get("posts")
    if not isinstance(posts, str):
        return problem
    codes = posts.split("/")
    names = [say(language, f"rule.post.{code}") if knows(language, f"rule.post.{code}") else code for code in codes]
    between_ = "、" if language == "zh" else ", "
    return Problem(problem.field, problem.code, {**problem.values, "posts": between_.join(names)})
