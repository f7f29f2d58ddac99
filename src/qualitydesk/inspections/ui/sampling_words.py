"""A draw by lot in words: what was drawn from how many, and how; under which seed anybody can repeat it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from qualitydesk.inspections.model import Sample, SampleMethod, SampleRule


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


def sample_words(sample: Sample) -> str:
    """What was drawn: how many of how many, the seed, the how manieth draw it was."""
    drawn = QCoreApplication.translate("Sampling", "{drawn} drawn of {frame} · seed {seed} · draw {nth}").format(
        drawn=len(sample.drawn), frame=len(sample.frame), seed=sample.seed, nth=sample.nth
    )
    parts = [drawn, method_words(sample.rule.method)]
    if sample.rule.longest_unseen:
        parts.append(QCoreApplication.translate("Sampling", "longest unseen more often"))
    return " · ".join(parts)
