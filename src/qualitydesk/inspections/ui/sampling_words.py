"""A draw by lot in words: what was drawn from how many, and how; under which seed anybody can repeat it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from qualitydesk.directory.model import Person
from qualitydesk.inspections.model import Pack, Sample, SampleMethod, SampleRule, Target
from qualitydesk.inspections.rules.choosing import items_for


def method_words(method: SampleMethod) -> str:
    """How the lot falls."""
    return {
        SampleMethod.SIMPLE: QCoreApplication.translate("Sampling", "From all alike"),
        SampleMethod.BY_DEPARTMENT: QCoreApplication.translate("Sampling", "From each department by its size"),
        SampleMethod.BY_POST: QCoreApplication.translate("Sampling", "From each post by its size"),
    }[method]


def rule_words(rule: SampleRule) -> str:
    """What a rule says: "5 people · from all alike · longest unseen more often"."""
    parts = [
        QCoreApplication.translate("Sampling", "{size} by lot").format(size=rule.size),
        method_words(rule.method),
    ]
    if rule.longest_unseen:
        parts.append(QCoreApplication.translate("Sampling", "longest unseen more often"))
    return " · ".join(parts)


def frame_words(people: Sequence[Person]) -> str:
    """Who could be drawn: how many, of which posts, and by what they were taken."""
    if not people:
        return QCoreApplication.translate("Sampling", "Nobody: the chosen standards have items for nobody here.")
    between = QCoreApplication.translate("Sampling", ", ")
    posts = between.join(f"{post} {count}" for post, count in Counter(one.post for one in people).most_common())
    return QCoreApplication.translate(
        "Sampling",
        "{count} people ({posts}). Only people of this institution whom at least one chosen standard has items for, by "
        "post and sex; inspectors and the group's headquarters are left out.",
    ).format(count=len(people), posts=posts)


def unmet_words(people: Sequence[Person], packs: Sequence[Pack], language: str) -> str:
    """Which standards for people would have items for nobody among these; "" when none."""
    unmet = [
        pack.name[language]
        for pack in packs
        if pack.target is Target.PERSON and not any(items_for([pack], one.sex, one.post_code) for one in people)
    ]
    between = QCoreApplication.translate("Sampling", ", ")
    words = QCoreApplication.translate("Sampling", "Nobody among them is meant by: {packs}.")
    return words.format(packs=between.join(unmet)) if unmet else ""


def sample_words(sample: Sample) -> str:
    """What was drawn: how many of how many, the seed, the how manieth draw it was."""
    drawn = QCoreApplication.translate("Sampling", "{drawn} drawn of {frame} · seed {seed} · draw {nth}").format(
        drawn=len(sample.drawn), frame=len(sample.frame), seed=sample.seed, nth=sample.nth
    )
    parts = [drawn, method_words(sample.rule.method)]
    if sample.rule.longest_unseen:
        parts.append(QCoreApplication.translate("Sampling", "longest unseen more often"))
    return " · ".join(parts)
